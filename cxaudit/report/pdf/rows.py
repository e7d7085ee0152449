"""Rows of a table: as high as their tallest cell, whole or in halves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cxaudit.report.pdf.blocks import Block, Space, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.tags import Tag

PADDING = 4.0
"""Space above and below the content of a row."""
GAP = 10.0
"""Space between columns."""


@dataclass(slots=True)
class Cell:
    """One cell: what is in it, and its element. A single paragraph needs no element of its own."""

    block: Block
    tag: Tag

    def __post_init__(self) -> None:
        """Let a single paragraph be the cell's element itself."""
        if isinstance(self.block, Text):
            self.block.tag = self.tag


@dataclass(slots=True)
class Row:
    """One row; its halves, where it breaks, are one element."""

    cells: list[Cell]
    tag: Tag = field(default_factory=lambda: Tag("TR"))
    key: str = ""
    _known: tuple[Sequence[float], float] = field(default=((), 0.0))

    def height(self, widths: Sequence[float]) -> float:
        """Return the height with cells so wide. It is asked for on each page that the row might stand on."""
        if self._known[0] != widths:
            tallest = max(cell.block.height(width) for cell, width in zip(self.cells, widths, strict=True))
            self._known = (widths, tallest + 2 * PADDING)
        return self._known[1]

    def split(self, widths: Sequence[float], room: float) -> tuple[Row, Row] | None:
        """Return the part that fits into the room and the rest, or None where a cell cannot break."""
        room -= 2 * PADDING
        upper: list[Cell] = []
        lower: list[Cell] = []
        broken = False
        for cell, width in zip(self.cells, widths, strict=True):
            first: Block = cell.block
            rest: Block = Space(0)
            if not cell.block.fits(width, room):
                parts = cell.block.split(width, room)
                if parts is None:
                    return None
                (first, rest), broken = parts, True
            upper.append(Cell(first, cell.tag))
            lower.append(Cell(rest, cell.tag))
        return (Row(upper, self.tag), Row(lower, self.tag)) if broken else None

    def draw(self, sheet: Sheet, x: float, y: float, widths: Sequence[float]) -> float:
        """Draw with the upper left corner at (x, y) and return where the row ends."""
        with sheet.inside(self.tag):
            for cell, width in zip(self.cells, widths, strict=True):
                with sheet.inside(cell.tag):
                    cell.block.draw(sheet, x, y + PADDING, width)
                x += width + GAP
        return y + self.height(widths)
