"""The tally sheet: counts by round and group, and how each question ended."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from cxaudit.presentation.handout_ballots import TallyLine, TallyPage
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import REGULAR, SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.handout_parts import Ruled, Tick, widths_of
from cxaudit.report.pdf.pages.parts import title_block
from cxaudit.report.pdf.styles import BODY, TABLE, Style
from cxaudit.report.pdf.tables import Lanes
from cxaudit.report.pdf.tags import Tag

ROW = 18.0
"""The least height of a row to write in."""
FIRST, SIGN, ASIDE = 64.0, 21.0, 25.0
"""Widths of the rows' labels, of each of the columns headed by a sign, and of the one for what does not apply."""

SIGNS = 6
WORDS = (27.0, 27.0, 33.0)
"""Widths of the columns headed by words: no vote, total, present."""

HEAD = Style(SEMIBOLD, 7, 8.5, "muted", align="middle")
LABEL = Style(REGULAR, 7.5, 9.5)
NAME = Style(SEMIBOLD, 9.5, 13, after=4)


class Counts(Block):
    """A table to write in: a row for each round and group, a column for each count."""

    def __init__(self, heads: Sequence[str], labels: Sequence[str]) -> None:
        self.tag = Tag("Table")
        self.heads = [Text(head, HEAD if at else HEAD.but(align="left"), "TH") for at, head in enumerate(heads)]
        for head in self.heads:
            head.tag.attributes = {"O": "Table", "Scope": "Column"}
        aside = (ASIDE,) * (len(heads) - 1 - SIGNS - len(WORDS))
        self.shares = (FIRST, *(SIGN,) * SIGNS, *aside, *WORDS)
        self.rows = [(Tag("TR"), Text(label, LABEL, "TH")) for label in labels]
        for _row, label in self.rows:
            label.tag.attributes = {"O": "Table", "Scope": "Row"}

    def _head_height(self, widths: Sequence[float]) -> float:
        return max(head.height(width - 2) for head, width in zip(self.heads, widths, strict=True)) + 3

    def _row_height(self, label: Text, widths: Sequence[float]) -> float:
        return max(ROW, label.height(widths[0] - 4) + 4)

    @override
    def height(self, width: float) -> float:
        widths = widths_of(self.shares, width)
        return self._head_height(widths) + sum(self._row_height(label, widths) for _tag, label in self.rows)

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        widths = widths_of(self.shares, width)
        with sheet.inside(self.tag):
            self._draw_heads(sheet, x, y, widths)
            y += self._head_height(widths)
            for tag, label in self.rows:
                height = self._row_height(label, widths)
                with sheet.inside(tag):
                    label.draw(sheet, x, y + (height - label.height(widths[0] - 4)) / 2, widths[0] - 4)
                    _draw_boxes(sheet, x + widths[0], y, widths[1:], height)
                y += height

    def _draw_heads(self, sheet: Sheet, x: float, y: float, widths: Sequence[float]) -> None:
        left, bottom = x, y + self._head_height(widths) - 3
        with sheet.inside(Tag("TR")):
            for head, width in zip(self.heads, widths, strict=True):
                head.draw(sheet, x + (x > left), bottom - head.height(width - 2), width - 2)
                x += width


def _draw_boxes(sheet: Sheet, x: float, y: float, widths: Sequence[float], height: float) -> None:
    """Draw the cells of a row; those that are only sums stand on a tinted ground."""
    for number, width in enumerate(widths):
        with sheet.artifact():
            sheet.rect(x, y, width, height, "sunken" if number >= len(widths) - 2 else None, "muted", 0.6)
        with sheet.content(Tag("TD")):
            sheet.text(x, y + height / 2, " ", REGULAR, LABEL.size, "ink")
        x += width


def tally(view: TallyPage) -> Block:
    """Return the section."""
    return Stack(
        [
            title_block(view.title, view.title, "tally"),
            Text(view.lead, BODY),
            *(_line(view, line) for line in view.lines),
        ]
    )


def _line(view: TallyPage, line: TallyLine) -> Block:
    """Return one question: its counts at the left, its end at the right; never broken."""
    votes, agreed, none, to = view.ends
    ends = [
        Lanes([Tick(votes), Ending(f"{agreed} ", "")], 6, (88, 112)),
        Ending(f"{none} ", to),
        *(Ruled(label) for label in view.fields),
    ]
    for block in ends:
        block.before = 6.0
    name = Text([Run(f"{line.code}  ", color="brand"), Run(line.title)], NAME, "H2")
    return Whole(Lanes([Stack([name, Counts(line.heads, view.rows)]), Stack(ends)], 16, (280, 200)))


class Ending(Block):
    """A box to tick with one or two numbers to write behind it."""

    def __init__(self, label: str, to: str) -> None:
        self.label, self.to = Tick(label), Text(to, TABLE) if to else None

    @override
    def height(self, width: float) -> float:
        return self.label.height(width)

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        self.label.draw(sheet, x, y, width)
        x += 15 + self.label.text.lines(width)[-1].width + 2
        y_line = y + 10.5
        with sheet.artifact():
            sheet.line(x, y_line, x + 22, y_line, "muted", 0.5)
        if self.to is not None:
            self.to.draw(sheet, x + 26, y, 40)
            x += 26 + self.to.lines(40)[-1].width + 4
            with sheet.artifact():
                sheet.line(x, y_line, x + 22, y_line, "muted", 0.5)


class Whole(Block):
    """A block that goes to the next page whole, under a rule."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.before, self.after = 4.0, 4.0

    @override
    def height(self, width: float) -> float:
        return self.block.height(width) + 6

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.artifact():
            sheet.line(x, y, x + width, y, "rule", 0.8)
        self.block.draw(sheet, x, y + 6, width)
