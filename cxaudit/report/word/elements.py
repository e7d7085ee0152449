"""The few parts of Word's own XML that its library has no words for: fields, bookmarks, links, grounds and edges."""
# python-docx keeps its elements to itself and has types for few of them; this file is where they are reached.
# ruff: noqa: SLF001
# pyright: reportPrivateUsage=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, cast

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.settings import Settings
from docx.shape import InlineShape
from docx.styles.style import BaseStyle
from docx.styles.styles import Styles
from docx.table import Table
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph
from docx.text.run import Run


class Xml(Protocol):
    """An element of a document, as far as it is used here."""

    tag: str
    text: str | None

    def __iter__(self) -> Iterator[Xml]:
        """Yield the children."""
        ...

    def __len__(self) -> int:
        """Return how many children there are."""
        ...

    def set(self, name: str, value: str) -> None:
        """Set an attribute."""
        ...

    def get(self, name: str) -> str | None:
        """Return an attribute."""
        ...

    def find(self, path: str) -> Xml | None:
        """Return the first element of a path."""
        ...

    def findall(self, path: str) -> list[Xml]:
        """Return the elements of a path."""
        ...

    def append(self, child: Xml) -> None:
        """Put an element after the last child."""
        ...

    def extend(self, children: Iterable[Xml]) -> None:
        """Put elements after the last child."""
        ...

    def insert(self, index: int, child: Xml) -> None:
        """Put an element before a child."""
        ...

    def remove(self, child: Xml) -> None:
        """Take a child away."""
        ...

    def replace(self, old: Xml, new: Xml) -> None:
        """Put an element in a child's place."""
        ...

    def addprevious(self, element: Xml) -> None:
        """Put an element before this one."""
        ...

    def getparent(self) -> Xml | None:
        """Return the element around this one."""
        ...


def xml(thing: Paragraph | Run | Table | WordCell | WordRow | Styles | Settings | BaseStyle | InlineShape) -> Xml:
    """Return the element behind a thing of the library."""
    found = thing._inline if isinstance(thing, InlineShape) else thing._element
    return cast("Xml", found)


def parsed(text: str) -> Xml:
    """Return an element out of XML of the program's own; never of outside text."""
    return cast("Xml", parse_xml(text))


def set_style(paragraph: Paragraph, style: str) -> None:
    """Give a paragraph the style of an id; the library would search all styles by name each time."""
    paragraph._p.style = style


def child(parent: Xml, tag: str) -> Xml:
    """Return the child of a tag, which is put first where there is none: `child(paragraph, "w:pPr")`."""
    found = parent.find(qn(tag))
    if found is None:
        found = element(tag)
        parent.insert(0, found)
    return found


def element(tag: str, *children: Xml, text: str = "", **attributes: str) -> Xml:
    """Return an element of WordprocessingML: `element("w:shd", val="clear", fill="FFFFFF")`."""
    made = cast("Xml", OxmlElement(tag))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    if text:
        made.text = text
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def put(parent: Xml, part: Xml, order: Sequence[str]) -> None:
    """Put a child of a properties element where the schema wants it: before the first of those that follow it.

    `order` are the tags of all children in the schema's order.
    """
    names = [qn(name) for name in order]
    later = set(names[names.index(part.tag) + 1 :])
    for old in parent.findall(part.tag):
        parent.remove(old)
    place = next((number for number, found in enumerate(parent) if found.tag in later), len(parent))
    parent.insert(place, part)


PARAGRAPH_ORDER = (
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:suppressLineNumbers",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:kinsoku",
    "w:wordWrap",
    "w:overflowPunct",
    "w:topLinePunct",
    "w:autoSpaceDE",
    "w:autoSpaceDN",
    "w:bidi",
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
)
"""The children of `w:pPr` (ISO/IEC 29500-1, 17.3.1.26)."""

TABLE_ORDER = (
    "w:tblStyle",
    "w:tblpPr",
    "w:tblOverlap",
    "w:bidiVisual",
    "w:tblStyleRowBandSize",
    "w:tblStyleColBandSize",
    "w:tblW",
    "w:jc",
    "w:tblCellSpacing",
    "w:tblInd",
    "w:tblBorders",
    "w:shd",
    "w:tblLayout",
    "w:tblCellMar",
    "w:tblLook",
    "w:tblCaption",
    "w:tblDescription",
)
"""The children of `w:tblPr` (17.4.60)."""

CELL_ORDER = (
    "w:cnfStyle",
    "w:tcW",
    "w:gridSpan",
    "w:hMerge",
    "w:vMerge",
    "w:tcBorders",
    "w:shd",
    "w:noWrap",
    "w:tcMar",
    "w:textDirection",
    "w:tcFitText",
    "w:vAlign",
    "w:hideMark",
)
"""The children of `w:tcPr` (17.4.70)."""


def shade(color: str) -> Xml:
    """Return a ground of a colour, "#RRGGBB"."""
    return element("w:shd", val="clear", color="auto", fill=color.removeprefix("#"))


def edge(side: str, color: str, size: float, space: int = 0) -> Xml:
    """Return one edge of a border: its colour, width and distance in points; a width of 0 is none."""
    if not size:
        return element(f"w:{side}", val="nil")
    eighths = str(round(size * 8))
    return element(f"w:{side}", val="single", sz=eighths, space=str(space), color=color.removeprefix("#"))


def field(instruction: str, shown: str = "") -> list[Xml]:
    """Return the runs of a field that Word computes, with what is shown until it does."""
    return [
        element("w:r", element("w:fldChar", fldCharType="begin")),
        element("w:r", element("w:instrText", text=f" {instruction} ")),
        element("w:r", element("w:fldChar", fldCharType="separate")),
        element("w:r", element("w:t", text=shown)) if shown else element("w:r"),
        element("w:r", element("w:fldChar", fldCharType="end")),
    ]


def bookmark(number: int, name: str) -> tuple[Xml, Xml]:
    """Return the start and the end of a place that links lead to."""
    return (
        element("w:bookmarkStart", id=str(number), name=name),
        element("w:bookmarkEnd", id=str(number)),
    )
