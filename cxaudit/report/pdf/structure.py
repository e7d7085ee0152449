"""Writes the structure tree's objects: a long report has hundreds of thousands, so none is kept as one of the library.

Each is written when the file asks for it, by its number.
"""
# reportlab has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from cxaudit.report.pdf.tags import Annotation, Attribute, Content, Element, StructureTree


class StructureObjects:
    """The elements of a structure tree and its parent tree, as objects of a document with numbers of their own."""

    def __init__(self, tree: StructureTree, document: pdfdoc.PDFDocument) -> None:
        self._tree, self._document = tree, document
        start = document.objectcounter + 2
        root = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFArray([_reference(start)]),
            "ParentTree": _reference(start + len(tree.elements)),
            "ParentTreeNextKey": tree.next_key,
            "RoleMap": PDFDictionary({"Title": PDFName("P")}),
        }
        document.Catalog.StructTreeRoot = document.Reference(PDFDictionary(root), "StructRoot")
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self._root = _reference(start - 1)
        self.numbers = range(start, start + len(tree.elements) + 1)
        document.objectcounter = self.numbers[-1]

    def written(self, number: int) -> bytes:
        """Return the object of that number."""
        if number == self.numbers[-1]:
            return self._parents().encode("ascii")
        return self._element(self._tree.elements[number - self.numbers[0]])

    def _element(self, element: Element) -> bytes:
        """Return an element (14.7.2), its entries in the order of their names."""
        tag, page = element.tag, element.only_page()
        parent = self._root if element.parent is None else self._to(element.parent)
        kids = [self._kid(kid, page) for kid in element.kids]
        attributes = {name: _value(value) for name, value in tag.attributes.items()}
        return b"".join(
            (
                b"<<\n",
                b"/A %b " % PDFDictionary(attributes).format(self._document) if attributes else b"",
                b"/Alt %b " % PDFString(tag.alt).format(self._document) if tag.alt else b"",
                f"/K {kids[0] if len(kids) == 1 else _array(kids)} /P {parent} ".encode("ascii"),
                f"/Pg {self._page(page)} ".encode("ascii") if page is not None else b"",
                f"/S /{tag.role}\n>>".encode("ascii"),
            )
        )

    def _kid(self, kid: Element | Content | Annotation, only_page: int | None) -> str:
        if isinstance(kid, Element):
            return self._to(kid)
        if isinstance(kid, Annotation):
            target = self._named(self._document.annotationName(kid.name))
            return f"<<\n/Obj {target} /Pg {self._page(kid.page)} /Type /OBJR\n>>"
        if only_page is not None:
            return str(kid.mcid)
        return f"<<\n/MCID {kid.mcid} /Pg {self._page(kid.page)} /Type /MCR\n>>"

    def _parents(self) -> str:
        """Return the parent tree (14.7.4.4)."""
        numbers: list[str] = []
        for key, owner in sorted(self._tree.parents.items()):
            listed = self._to(owner) if isinstance(owner, Element) else _array([self._to(element) for element in owner])
            numbers += [str(key), listed]
        return f"<<\n/Nums {_array(numbers)}\n>>"

    def _to(self, element: Element) -> str:
        return _reference(self.numbers[0] + element.number)

    def _page(self, number: int) -> str:
        return self._named(f"Page{number}")

    def _named(self, name: str) -> str:
        return _reference(self._document.idToObjectNumberAndVersion[name][0])


def _reference(number: int) -> str:
    return f"{number} 0 R"


def _array(items: Sequence[str]) -> str:
    """Return an array, ten to a line."""
    lines = [" ".join(items[start : start + 10]) for start in range(0, len(items), 10)]
    between = " \n  "
    return f"[ {between.join(lines)} ]"


def _value(value: Attribute) -> pdfdoc.PDFObject | str | float:
    if isinstance(value, str):
        return PDFName(value)
    return PDFArray(list(value)) if isinstance(value, tuple) else value
