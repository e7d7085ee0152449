"""Ballots: as many to a sheet as their texts allow, in places of one size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.handout_ballots import BallotView
from cxaudit.presentation.handout_script import AnchorLine
from cxaudit.report.pdf.blocks import Block, Figure, Space, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import REGULAR, SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.handout_parts import BOX, Grid, Tick, strip
from cxaudit.report.pdf.styles import Paper, Style
from cxaudit.report.pdf.tables import Lanes
from cxaudit.report.pdf.tags import Tag

INSET = 11.0
GRIDS = ((2, 3), (2, 2), (1, 2), (1, 1))
"""Columns and rows of a sheet, the most places first."""
TITLE = Style(SEMIBOLD, 8.5, 11, "muted", after=2)
QUESTION = Style(SEMIBOLD, 11, 14, after=6)
ANCHOR = Style(REGULAR, 9, 11)


class AnchorRow(Block):
    """One level to tick: box, mark, and what the level means here."""

    def __init__(self, line: AnchorLine) -> None:
        self.mark, self.text = Figure(line.badge), Text(line.text, ANCHOR)
        self.before = self.after = 3.0

    def _left(self) -> float:
        return BOX + 7 + self.mark.drawing.width + 6

    @override
    def height(self, width: float) -> float:
        return max(self.mark.drawing.height, self.text.height(width - self._left()))

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        middle = y + self.height(width) / 2
        with sheet.artifact():
            sheet.rect(x, middle - BOX / 2, BOX, BOX, None, "muted", 0.8, 1.5)
        self.mark.draw(sheet, x + BOX + 7, middle - self.mark.drawing.height / 2, self.mark.drawing.width)
        left, room = self._left(), width - self._left()
        self.text.draw(sheet, x + left, middle - self.text.height(room) / 2, room)


class Ballots(Block):
    """One sheet of ballots."""

    def __init__(self, ballots: Sequence[BallotView], note: str, grid: Grid, *, first: bool) -> None:
        self.ballots, self.note, self.grid, self.first = ballots, note, grid, first

    @override
    def height(self, width: float) -> float:
        return self.grid.paper.height

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        first, last = self.ballots[0].code, self.ballots[-1].code
        name = _("Ballots {first} to {last}").format(first=first, last=last) if first != last else first
        strip(sheet, name, self.note, next(self.bookmarks()), _("Ballots") if self.first else "")
        self.grid.draw(sheet)
        for number, view in enumerate(self.ballots):
            left, top = self.grid.corner(number)
            ballot(view).draw(sheet, left + INSET, top + INSET, self.grid.width - 2 * INSET)

    @override
    def bookmarks(self) -> Iterator[str]:
        yield "ballots" if self.first else f"ballots-{self.ballots[0].code}"


def ballot(view: BallotView) -> Block:
    """Return one ballot; it has no place for a name."""
    rows: list[Block] = [AnchorRow(line) for line in view.anchors]
    others: list[Block] = [Tick(text, ANCHOR) for text in view.others]
    blocks: list[Block] = [
        Text([Run(view.code, color="brand"), Run(f"  {view.title}")], TITLE),
        Text(view.question, QUESTION, "H2"),
        *rows,
        _below(others),
    ]
    if view.groups:
        blocks.append(_groups(view.groups))
    return Stack(blocks, Tag("Sect"))


def _below(ticks: Sequence[Block]) -> Block:
    lanes = Lanes(ticks, 10)
    lanes.before = 7
    return lanes


def _groups(groups: Sequence[str]) -> Block:
    """Return the groups to tick, two in a row behind what is asked."""
    ticks: list[Block] = [Tick(label, ANCHOR) for label in groups]
    pairs = [ticks[start : start + 2] for start in range(0, len(ticks), 2)]
    rows = Stack([Lanes([*pair, *[Space(0)] * (2 - len(pair))], 8) for pair in pairs])
    asked = Lanes([Text(_("I belong to"), ANCHOR.but(color="muted")), rows], 6, (56, 190))
    asked.before = 8
    return asked


def sheets(ballots: Sequence[BallotView], note: str, paper: Paper) -> Iterator[Block]:
    """Yield the sheets, each with as many of the next ballots as stand on it."""
    rest = list(ballots)
    while rest:
        grid, count = _most(rest, paper)
        yield Ballots(rest[:count], note, grid, first=len(rest) == len(ballots))
        rest = rest[count:]


def _most(rest: Sequence[BallotView], paper: Paper) -> tuple[Grid, int]:
    """Return the places of the next sheet, and how many ballots go on it."""
    grids = [Grid(paper, columns, rows) for columns, rows in GRIDS]
    grid = next((grid for grid in grids if _fits(rest[: grid.places], grid)), grids[-1])
    return grid, grid.places


def _fits(ballots: Sequence[BallotView], grid: Grid) -> bool:
    width, room = grid.width - 2 * INSET, grid.height - 2 * INSET
    return all(ballot(view).height(width) <= room for view in ballots)
