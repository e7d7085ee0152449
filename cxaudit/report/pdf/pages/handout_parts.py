"""Pieces that the sheets of the printed pack share: boxes to tick, lines to write on, cut lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from cxaudit.report.pdf.blocks import CAP_HEIGHT, Block, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import text_width
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.styles import NOTE_STRONG, TABLE, Paper, Style
from cxaudit.report.pdf.tags import Tag

EDGE = 27.0
"""What a printer may leave empty at the edges of a sheet."""
STRIP = 22.0
"""Height of the line above the cards or ballots of a sheet."""
BOX = 9.0
RULED = 15.0
"""Height of a line to write on."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Equal places on a sheet, cut apart along dashed lines."""

    paper: Paper
    columns: int
    rows: int

    @property
    def width(self) -> float:
        """Return the width of a place."""
        return (self.paper.width - 2 * EDGE) / self.columns

    @property
    def height(self) -> float:
        """Return the height of a place."""
        return (self.paper.height - 2 * EDGE - STRIP) / self.rows

    @property
    def places(self) -> int:
        """Return how many places there are."""
        return self.columns * self.rows

    def corner(self, number: int) -> tuple[float, float]:
        """Return the upper left corner of a place, counted from 0 along the rows."""
        row, column = divmod(number, self.columns)
        return EDGE + column * self.width, EDGE + STRIP + row * self.height

    def draw(self, sheet: Sheet) -> None:
        """Draw the cut lines, the outer ones too, so that all pieces come out equal."""
        left, top = self.corner(0)
        right, bottom = left + self.columns * self.width, top + self.rows * self.height
        with sheet.artifact():
            for column in range(self.columns + 1):
                x = left + column * self.width
                sheet.line(x, top, x, bottom, "muted", 0.5, dashed=True)
            for row in range(self.rows + 1):
                y = top + row * self.height
                sheet.line(left, y, right, y, "muted", 0.5, dashed=True)


def strip(sheet: Sheet, name: str, note: str, key: str, outline: str) -> None:
    """Draw the line above the places of a sheet: what it is, and how often to print it."""
    page = f"{sheet.page} / {sheet.pages}"
    size, base = NOTE_STRONG.size, EDGE + 8
    Text(name, NOTE_STRONG, "H1", key=key, outline=outline).draw(sheet, EDGE, EDGE, 200)
    start = EDGE + text_width(name, NOTE_STRONG.face, size) + 8
    with sheet.content(Tag("P")):
        sheet.text(start, base, note, TABLE.face, size, "muted")
    with sheet.artifact("Pagination"):
        end = sheet.paper.width - EDGE - text_width(page, TABLE.face, size)
        sheet.text(end, base, page, TABLE.face, size, "muted")


class Tick(Block):
    """A box to tick, and a text beside it."""

    def __init__(self, text: str, style: Style = TABLE, role: str = "P") -> None:
        self.text = Text(text, style, role)
        self.before, self.after = self.text.before, self.text.after

    @override
    def height(self, width: float) -> float:
        return self.text.height(width - BOX - 6)

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.artifact():
            sheet.rect(x, y + (self.text.style.leading - BOX) / 2, BOX, BOX, None, "muted", 0.8, 1.5)
        self.text.draw(sheet, x + BOX + 6, y, width - BOX - 6)


class Ruled(Block):
    """A label, and lines to write on: the first goes on behind the label."""

    def __init__(self, label: str, lines: int = 2, style: Style = TABLE) -> None:
        self.text, self.lines = Text(Run(label, color="muted"), style), lines

    @override
    def height(self, width: float) -> float:
        return self.text.height(width) + RULED * self.lines - self.text.style.leading + 4

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        style, label = self.text.style, self.text.lines(width)
        self.text.draw(sheet, x, y, width)
        base = y + (style.leading + CAP_HEIGHT * style.size) / 2 + (len(label) - 1) * style.leading + 2
        with sheet.artifact():
            for line in range(self.lines):
                start = x + label[-1].width + 4 if line == 0 else x
                sheet.line(start, base + line * RULED, x + width, base + line * RULED, "muted", 0.5)


def widths_of(shares: Sequence[float], width: float) -> list[float]:
    """Return the width divided by shares."""
    return [width * share / sum(shares) for share in shares]
