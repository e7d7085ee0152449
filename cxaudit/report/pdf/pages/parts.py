"""Pieces that several pages share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.report.pdf.blocks import CAP_HEIGHT, Block, Content, Space, Stack, Text, as_runs
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import BOLD, SEMIBOLD, Face, text_width
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.styles import A4, BODY, H1, LEAD, Paper, Style, columns
from cxaudit.report.pdf.tables import Narrow
from cxaudit.report.pdf.tags import Tag

BULLET = "\u2022"
IN_FULL = "method-in-full"
"""The bookmark of what the summary had to cut of a person's own words."""


@dataclass(frozen=True, slots=True)
class Heading:
    """How a section of the report begins: its name in the outline, what a person added, and what it is set in."""

    name: str
    comment: str = ""
    paper: Paper = A4
    face: Face = BOLD


def opening(heading: Heading, title: str, key: str, lead: str = "") -> list[Block]:
    """Return a section's title, which states its finding, the sentence beneath, and the comment."""
    paper, style = heading.paper, H1.but(face=heading.face)
    found: list[Block] = [
        Text(title, style, "H1", key=key, outline=heading.name, balance=True, keep_next=True),
    ]
    if lead:
        found.append(Narrow(Text(lead, LEAD), paper.columns(11)))
    return [Stack(found, keep_next=True), *comment(heading)]


def comment(heading: Heading) -> list[Block]:
    """Return what a person added to a section, paragraph by paragraph."""
    lines = [line for line in heading.comment.split("\n") if line.strip()]
    if not lines:
        return []
    width = heading.paper.columns(11)
    return [*(Narrow(Text(line, BODY), width) for line in lines), Space(6)]


def title_block(name: str, title: str, key: str, lead: str = "") -> Block:
    """Return the title of a handout's part and the sentence beneath; `name` is its outline entry."""
    blocks: list[Block] = [
        Text(title, H1, "H1", key=key, outline=name, balance=True, keep_next=True),
    ]
    if lead:
        blocks.append(Narrow(Text(lead, LEAD), columns(11)))
    return Stack(blocks, keep_next=True)


def see_page(key: str) -> Run:
    """Return a link to the page of a bookmark."""
    return Run(_("see p. "), page_of=key, link=key, color="accent_strong")


class Item(Block):
    """One point of a list, its mark hanging in the margin; the halves of one that breaks are one point."""

    def __init__(self, text: Text, mark: str, indent: float, item: Tag | None = None) -> None:
        self.text, self.mark, self.indent = text, mark, indent
        self.tag = item or Tag("LI")
        self.text.tag.role = "LBody"
        self.before, self.after = text.before, text.after

    @override
    def height(self, width: float) -> float:
        return self.text.height(width - self.indent)

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        parts = self.text.split(width - self.indent, room)
        if parts is None or not isinstance(parts[0], Text) or not isinstance(parts[1], Text):
            return None
        return Item(parts[0], self.mark, self.indent, self.tag), Item(parts[1], "", self.indent, self.tag)

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        style = self.text.style
        with sheet.inside(self.tag):
            if self.mark:
                base = y + (style.leading + CAP_HEIGHT * style.size) / 2
                with sheet.content(Tag("Lbl")):
                    sheet.text(x, base, self.mark, SEMIBOLD, style.size, "accent")
            self.text.draw(sheet, x + self.indent, y, width - self.indent)

    @override
    def bookmarks(self) -> Iterator[str]:
        yield from self.text.bookmarks()


def numbered(items: Sequence[tuple[str, Content]], style: Style = BODY) -> list[Block]:
    """Return a list of points, each with its own mark."""
    if not items:
        return []
    indent = max(text_width(mark, SEMIBOLD, style.size) for mark, _content in items) + 7
    points = [Item(Text(as_runs(content), style.but(after=3)), mark, indent) for mark, content in items]
    return [Stack(points, Tag("L"))]


def bullets(items: Sequence[Content], style: Style = BODY) -> list[Block]:
    """Return a list of points."""
    return numbered([(BULLET, item) for item in items], style)
