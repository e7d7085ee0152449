"""The canvas that writes a tagged PDF: the parts of the PDF library that tagging has to reach into.

Open-source reportlab writes no tags. Three hooks are enough: the page object (StructParents, Tabs), the catalog
(structure tree, output intent) and link annotations (Contents, StructParent).
"""
# reportlab has no complete types, and the hooks are attributes that it builds by name.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportPrivateUsage=false
# pyright: reportUnknownParameterType=false, reportMissingParameterType=false, reportUntypedBaseClass=false
# pyright: reportArgumentType=false, reportIncompatibleVariableOverride=false, reportUnannotatedClassAttribute=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import ClassVar

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from typing_extensions import override

from cxaudit.report.pdf.attachments import Attachment
from cxaudit.report.pdf.fonts import REGULAR
from cxaudit.report.pdf.metadata import Metadata, srgb_profile, xmp_packet
from cxaudit.report.pdf.objects import Body
from cxaudit.report.pdf.shapes import ShapeCanvas
from cxaudit.report.pdf.strings import TextCanvas
from cxaudit.report.pdf.structure import StructureObjects
from cxaudit.report.pdf.tags import Place, StructureTree, Tag

Attach = Callable[[bytes], Sequence[Attachment]]
"""Returns the files to attach to a document, which it is given without them."""


class _Page(pdfdoc.PDFPage):
    __NoDefault__: ClassVar[list[str]] = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


class _Catalog(pdfdoc.PDFCatalog):
    __NoDefault__: ClassVar[list[str]] = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]


class _Stream(PDFStream):
    """A stream with the end-of-line before `endstream` that PDF/A asks for (ISO 19005-2, 6.1.7.1)."""

    @override
    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        return _ended(super().format(document))


class _Picture(pdfdoc.PDFImageXObject):
    """A picture whose stream ends likewise."""

    @override
    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        return _ended(super().format(document))


_ENDING: dict[type[object], type[object]] = {PDFStream: _Stream, pdfdoc.PDFImageXObject: _Picture}


def _ended(stream: bytes) -> bytes:
    return stream.removesuffix(b"endstream\n") + b"\nendstream\n"


class _DocumentInfo(pdfdoc.PDFInfo):
    """The old information dictionary with what is known and nothing else."""

    def __init__(self, metadata: Metadata) -> None:
        super().__init__()
        self.title = metadata.title
        self.creator = self.producer = metadata.program
        self.author = metadata.author
        self.subject = self.keywords = ""
        self.date = metadata.date

    @override
    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        entries = {
            "Title": PDFString(self.title),
            "Creator": PDFString(self.creator),
            "Producer": PDFString(self.producer),
        }
        if self.author:
            entries["Author"] = PDFString(self.author)
        if self.date is not None:
            entries["CreationDate"] = PDFString(f"D:{self.date.replace('-', '')}")
        return PDFDictionary(entries).format(document)


class Backend(ShapeCanvas, TextCanvas):
    """A canvas that writes a tagged PDF. `tagged` False leaves the tags out, which only a test wants."""

    def __init__(self, size: tuple[float, float], metadata: Metadata, *, tagged: bool = True) -> None:
        super().__init__(
            BytesIO(), pagesize=size, pageCompression=1, invariant=1, initialFontName=REGULAR, lang=metadata.language
        )
        self._tagged = tagged
        self._metadata = metadata
        self.tree = StructureTree()

    # -- marked content

    def reserve(self, tag: Tag) -> Place:
        """Return the next place of the tag's content on this page: what is drawn there later is read here."""
        return Place(tag.role, self.tree.add_content(tag, self._pageNumber)) if self._tagged else Place(tag.role, 0)

    def begin_content(self, place: Place) -> None:
        """Start a stretch of content."""
        if self._tagged:
            self._code.append(f"/{place.role} <</MCID {place.number}>> BDC")

    def begin_artifact(self, kind: str) -> None:
        """Start a stretch that is decoration; `kind` is Pagination, Layout, Page or Background."""
        if self._tagged:
            self._code.append(f"/Artifact <</Type /{kind}>> BDC")

    def end_content(self) -> None:
        """End the stretch that was started last."""
        if self._tagged:
            self._code.append("EMC")

    # -- shapes

    def clip_to(self, x: float, y: float, width: float, height: float) -> None:
        """Draw only within a rectangle, given by its lower left corner, until the state is restored."""
        path = self.beginPath()
        path.rect(x, y, width, height)
        self.clipPath(path, stroke=0, fill=0)

    def draw_polygon(self, points: list[tuple[float, float]], *, stroke: bool, fill: bool) -> None:
        """Draw a closed polygon."""
        path = self.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        self.drawPath(path, stroke=int(stroke), fill=int(fill))

    def draw_picture(self, x: float, y: float, width: float, height: float, png: bytes) -> None:
        """Draw a picture by its lower left corner, on white where it lets the ground through."""
        with Image.open(BytesIO(png), formats=("PNG",)) as image:
            clear = image.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        self.drawImage(ImageReader(Image.alpha_composite(ground, clear).convert("RGB")), x, y, width, height)

    # -- links

    def add_bookmark(self, key: str, y: float, title: str, level: int) -> None:
        """Name a height on this page; with a title it is in the outline too."""
        self.bookmarkHorizontal(key, 0, y)
        if title:
            self.addOutlineEntry(title, key, level, closed=int(level > 0))

    def add_link(self, tag: Tag, box: tuple[float, float, float, float], target: str) -> None:
        """Make the box (left, bottom, right, top) lead to a bookmark."""
        link = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(list(box)),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(tag.alt),
            "Dest": self._bookmarkReference(target),
        }
        self._annotationCount += 1
        name = f"Link{self._annotationCount}"
        if self._tagged:
            link["StructParent"] = self.tree.add_annotation(tag, self._pageNumber, name)
        self._doc.addAnnotation(name, PDFDictionary(link))
        self._annotatePage(name)

    # -- pages

    def _setAnnotations(self, page: pdfdoc.PDFPage) -> None:  # noqa: N802 # pyright: ignore[reportImplicitOverride] - its own name
        super()._setAnnotations(page)
        self._doc.updateSignature(page.stream)
        packed = pdfdoc.PDFZCompress.encode(page.stream)
        page.Contents = _Stream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), packed)
        page.stream = None
        if self._tagged:
            page.__class__ = _Page
            page.Tabs = PDFName("S")
            page.StructParents = self.tree.end_page()

    # -- output

    def finish(self, attach: Attach | None = None) -> bytes:
        """Return the file, with what `attach` makes of it attached. The document's id comes from its content."""
        doc = self._doc
        doc.info = _DocumentInfo(self._metadata)
        doc.Catalog.__class__ = _Catalog
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        structure = StructureObjects(self.tree, doc) if self._tagged else None
        self._write_metadata()
        for font in doc.delayedFonts:
            font.addObjects(doc)
        doc.delayedFonts = []
        for stored in doc.idToObject.values():
            stored.__class__ = _ENDING.get(type(stored), type(stored))
        doc.Outlines.prepare(doc, self)
        if doc.Outlines.ready < 0:
            doc.Catalog.Outlines = None
        body = Body(doc, structure)
        del doc, structure
        self._doc, self.tree = None, StructureTree()  # all of it is written
        return body.closed(attach(body.closed()) if attach else ())

    def _write_metadata(self) -> None:
        doc = self._doc
        packet = _Stream(
            PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
            xmp_packet(self._metadata),
            filters=[],
        )
        doc.Catalog.Metadata = doc.Reference(packet, "Metadata")
        profile = _Stream(PDFDictionary({"N": 3}), srgb_profile(), filters=[pdfdoc.PDFZCompress])
        intent = {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": doc.Reference(profile, "OutputProfile"),
        }
        doc.Catalog.OutputIntents = PDFArray([PDFDictionary(intent)])
