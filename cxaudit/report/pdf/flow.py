"""Lays sections out on pages, then draws the pages with their furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cxaudit.app.reporting import Progress, silent
from cxaudit.i18n import _
from cxaudit.report.palette import PALETTE
from cxaudit.report.pdf.backend import Attach
from cxaudit.report.pdf.blocks import Block, Stack
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import REGULAR, SEMIBOLD, Face, text_width
from cxaudit.report.pdf.metadata import Metadata
from cxaudit.report.pdf.styles import A4, FURNITURE, MARGIN, TOP, Paper
from cxaudit.report.pdf.tags import Tag
from cxaudit.report.pdf.watermark import draw_watermark

RUN_ON = 34.0
"""Space above a section that starts on another's page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it stands."""

    block: Block
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name in the running header and its content.

    `bare` pages carry no furniture. One that `runs_on` starts below the section before, where it fits whole or so much
    room is left, in points; one with None starts a page.
    """

    name: str
    block: Block
    bare: bool = False
    runs_on: float | None = None


@dataclass(slots=True)
class Page:
    """One page as laid out: the section in its header, and what stands on it with the element it belongs to."""

    name: str
    bare: bool
    placed: list[tuple[Tag, Placed]]

    @property
    def end(self) -> float:
        """Return where the content ends."""
        return max(place.y + place.block.height(place.width) for _tag, place in self.placed)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on each page: the running header, the footer, and a word across a sample's pages.

    `imprint` is the author's own line, below the footer; `palette` has the colour of every role.
    """

    header: str
    footer: str
    watermark: str = ""
    imprint: str = ""
    palette: Mapping[str, str] = field(default_factory=lambda: PALETTE)


def lay_out(sections: Iterable[Section], paper: Paper = A4, progress: Progress = silent) -> list[Page]:
    """Break every section into pages; each starts a new one unless it runs on.

    `progress` is told that none is drawn yet, of as many as there are by then.
    """
    pages: list[Page] = []
    for section in sections:
        tag = Tag("Sect")
        if section.bare:
            pages.append(Page(section.name, bare=True, placed=[(tag, Placed(section.block, 0, 0, paper.width))]))
            continue
        here, rest = _below(pages[-1], section, paper) if pages else (None, section.block)
        if here is not None:
            pages[-1].placed.append((tag, here))
            pages[-1].name = f"{pages[-1].name}  ·  {section.name}"
        if rest is not None:
            for place in broken(rest, paper):
                pages.append(Page(section.name, bare=False, placed=[(tag, place)]))
                progress(0, len(pages))
    return pages


def _below(page: Page, section: Section, paper: Paper) -> tuple[Placed | None, Block | None]:
    """Return what of a section starts below what is on a page, and the rest."""
    block, least, y = section.block, section.runs_on, page.end + RUN_ON
    full, room = paper.full, paper.bottom - y
    if least is None:
        return None, block
    if block.fits(full, room):
        return Placed(block, MARGIN, y, full), None
    parts = block.split(full, room) if room >= least else None
    return (None, block) if parts is None else (Placed(parts[0], MARGIN, y, full), _none_if_empty(parts[1]))


def _none_if_empty(block: Block) -> Block | None:
    """Return the rest of a block; None where something closer let all of it fit."""
    return None if isinstance(block, Stack) and not block.blocks else block


def broken(block: Block, paper: Paper = A4) -> Iterator[Placed]:
    """Yield a block in parts, each as tall as a page at most."""
    full, room = paper.full, paper.bottom - TOP
    rest: Block | None = block
    while rest is not None:
        here = rest
        parts = None if here.fits(full, room) else here.split(full, room) or _forced(here)
        here, rest = (parts[0], parts[1] and _none_if_empty(parts[1])) if parts else (here, None)
        yield Placed(here, MARGIN, TOP, full)


def _forced(block: Block) -> tuple[Block, Block | None]:
    """Return what has to stand on this page although it is too tall for it, and the rest."""
    if isinstance(block, Stack) and len(block.blocks) > 1:
        return Stack(block.blocks[:1], block.tag), Stack(block.blocks[1:], block.tag)
    return block, None


def page_count(block: Block, paper: Paper = A4) -> int:
    """Return how many pages a block takes that starts at the top of one."""
    return len(list(broken(block, paper)))


def page_numbers(pages: Sequence[Page]) -> dict[str, int]:
    """Return the page of each bookmark."""
    return {
        key: number
        for number, page in reversed(list(enumerate(pages, 1)))
        for _tag, place in page.placed
        for key in place.block.bookmarks()
    }


def draw(
    pages: list[Page],
    furniture: Furniture,
    metadata: Metadata,
    paper: Paper = A4,
    *,
    tagged: bool = True,
    progress: Progress = silent,
    attach: Attach | None = None,
) -> bytes:
    """Draw all pages and return the file, with what `attach` makes of it attached; `progress` is told each page.

    The list is empty then: what is drawn is let go, so that a long report is never held twice.
    """
    count = len(pages)
    sheet = Sheet(metadata, count, page_numbers(pages), paper, furniture.palette, tagged=tagged)
    pages.reverse()
    for number in range(1, count + 1):
        page = pages.pop()
        progress(number - 1, count)
        if number > 1:
            sheet.next_page()
        if furniture.watermark and not page.bare:
            draw_watermark(sheet, furniture.watermark)
        if not page.bare:
            _draw_furniture(sheet, page, furniture)
        for tag, place in page.placed:
            with sheet.inside(tag):
                place.block.draw(sheet, place.x, place.y, place.width)
    return sheet.finish(attach)


def _draw_furniture(sheet: Sheet, page: Page, furniture: Furniture) -> None:
    paper = sheet.paper
    right, foot = paper.width - MARGIN, paper.height - 36
    face, size, color = FURNITURE.face, FURNITURE.size, FURNITURE.color
    with sheet.artifact("Pagination"):
        sheet.rect(MARGIN, 46, paper.full, 1.5, "brand")
        name_width = text_width(page.name, SEMIBOLD, size)
        header = fitted(furniture.header, paper.full - name_width - 24, face, size)
        sheet.text(MARGIN, 61, header, face, size, color)
        sheet.text(right - name_width, 61, page.name, SEMIBOLD, size, color)
        sheet.line(MARGIN, paper.height - 48, right, paper.height - 48, "rule", 0.5)
        sheet.text(MARGIN, foot, furniture.footer, face, size, color)
        number = _("Page {page} of {pages}").format(page=sheet.page, pages=sheet.pages)
        sheet.text(right - text_width(number, REGULAR, size), foot, number, REGULAR, size, color)
        sheet.text(MARGIN, foot + 11, fitted(furniture.imprint, paper.full, face, size), face, size, color)


def fitted(text: str, width: float, face: Face, size: float) -> str:
    """Return the text on one line, cut with an ellipsis where it is too wide."""
    line = " ".join(text.split())
    if text_width(line, face, size) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(line[:middle] + "…", face, size) <= width:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip() + "…"
