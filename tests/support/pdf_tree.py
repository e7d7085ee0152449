"""Reads a tagged PDF the way assistive technology does: by its structure tree."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
from bidi.mirror import MIRRORED
from pypdf.generic import ContentStream, IndirectObject

DRAWN = {b"Tj", b"TJ", b"re", b"l", b"c", b"f", b"S", b"B"}
"""Operators that leave a mark."""


@dataclass
class Node:
    role: str
    alt: str
    scope: str
    pages: list[int] = field(default_factory=list[int])
    text: str = ""
    kids: list[Node] = field(default_factory=list["Node"])
    links: int = 0

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def words(self) -> str:
        return " ".join(node.text for node in self.walk() if node.text)


class Reader:
    """Reads a tagged file the way assistive technology does: by its tree, not by where marks lie on the page."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(pdf))
        self.numbers = {
            page.indirect_reference.idnum: n for n, page in enumerate(self.reader.pages) if page.indirect_reference
        }
        self.outside: list[str] = []
        self.marked: dict[tuple[int, int], str] = {}
        for number, page in enumerate(self.reader.pages):
            self._read_page(number, page)
        catalog: Any = self.reader.trailer["/Root"]
        self.root = self._node(catalog["/StructTreeRoot"]["/K"][0], None)

    def _read_page(self, number: int, page: Any) -> None:
        """Keep what each stretch of marked content says, and the marks outside of any."""
        fonts = {name: glyphs_of(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        page_of_marks = _Marks(number, self.marked)
        for operands, operator in ContentStream(page.get_contents(), self.reader).operations:
            if operator == b"Tf":
                page_of_marks.glyphs = fonts[operands[0]]
            elif operator in DRAWN and not page_of_marks.stack:
                self.outside.append(operator.decode())
            page_of_marks.read(operator, operands)

    def _node(self, reference: IndirectObject, page: int | None) -> Node:
        entry: Any = reference.get_object()
        attributes = entry.get("/A", {})
        node = Node(entry["/S"][1:], str(entry.get("/Alt", "")), str(attributes.get("/Scope", "")))
        page = self.numbers[entry.raw_get("/Pg").idnum] if "/Pg" in entry else page
        kids = entry["/K"]
        for kid in kids if isinstance(kids, list) else [entry.raw_get("/K")]:
            self._add(node, kid, page)
        return node

    def _add(self, node: Node, kid: Any, page: int | None) -> None:
        if isinstance(kid, int):
            assert page is not None
            node.text += self.marked.get((page, int(kid)), "")
            node.pages.append(page)
            return
        found = kid.get_object()
        if "/S" in found:
            node.kids.append(self._node(kid, page))
        elif found["/Type"] == "/OBJR":
            node.links += 1
        else:
            number = self.numbers[found.raw_get("/Pg").idnum]
            node.text += self.marked.get((number, found["/MCID"]), "")
            node.pages.append(number)


class _Marks:
    """The marked content of a page as it is read: reversed strings are turned, a text for readers replaces."""

    def __init__(self, number: int, marked: dict[tuple[int, int], str]) -> None:
        self.number = number
        self.marked = marked
        self.glyphs: dict[int, str] = {}
        self.stack: list[int | None] = []
        self.span = ""

    def read(self, operator: bytes, operands: Any) -> None:
        if operator == b"BDC" and "/ActualText" in operands[1]:
            self.span = "told"
            self._say(str(operands[1]["/ActualText"]))
        elif operator == b"BMC":
            assert operands[0] == "/ReversedChars"
            self.span = "turned"
        elif operator == b"BDC":
            self.stack.append(operands[1].get("/MCID"))
            assert len(self.stack) == 1, "marked content is nested"
        elif operator == b"EMC" and self.span:
            self.span = ""
        elif operator == b"EMC":
            self.stack.pop()
        elif operator in {b"Tj", b"TJ"} and self.span != "told":
            self._show(operands[0])

    def _show(self, shown: Any) -> None:
        strings = shown if isinstance(shown, list) else [shown]
        codes = [byte for part in strings if hasattr(part, "original_bytes") for byte in part.original_bytes]
        said = [self.glyphs.get(byte, "?") for byte in codes]
        turned = [MIRRORED.get(character, character) for character in reversed(said)]
        self._say("".join(turned if self.span == "turned" else said))

    def _say(self, said: str) -> None:
        mcid = self.stack[-1]
        if mcid is not None:
            self.marked[self.number, mcid] = self.marked.get((self.number, mcid), "") + said


def glyphs_of(font: Any) -> dict[int, str]:
    """Return what each byte stands for, by the font's own map to Unicode."""
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].get_data().decode("ascii")
    found = re.findall(r"<([0-9A-F]{2})>\s*<([0-9A-F]{4,})>\s*$", table, re.MULTILINE)
    return {int(byte, 16): bytes.fromhex(text).decode("utf-16-be") for byte, text in found}
