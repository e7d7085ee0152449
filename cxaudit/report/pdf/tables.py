"""Tables and the other blocks that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typing_extensions import override

from cxaudit.report.pdf.blocks import Block, Space, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.rows import GAP, Cell, Row
from cxaudit.report.pdf.styles import BODY_WIDTH, GUTTER, NOTE_WIDTH, TABLE_HEAD
from cxaudit.report.pdf.tags import Tag

TALL = 150.0
"""A row lower than this goes to the next page whole."""
TALL_BOX = 400.0
"""So does a box."""
FEW = 2
"""Where more rows than this stand above, the last one takes another along overleaf."""


_SCOPES = {scope: {"O": "Table", "Scope": scope} for scope in ("Row", "Column")}


def _cell_tag(role: str, scope: str = "") -> Tag:
    return Tag(role, attributes=_SCOPES.get(scope))


class Table(Block):
    """A table with a header row, which comes again as decoration where the table goes on overleaf.

    `shares` are the columns' parts of the width. `heads` True makes the first cell of each row a row header.
    """

    def __init__(
        self, header: Sequence[str], rows: Sequence[Sequence[Block]], shares: Sequence[float], *, heads: bool = True
    ) -> None:
        self.tag = Tag("Table")
        self.shares = [share / sum(shares) for share in shares]
        self.header = Row([Cell(Text(title, TABLE_HEAD), _cell_tag("TH", "Column")) for title in header])
        self.rows = [
            Row(
                [
                    Cell(block, _cell_tag("TH", "Row") if heads and column == 0 else _cell_tag("TD"))
                    for column, block in enumerate(row)
                ]
            )
            for row in rows
        ]
        self.first = True
        self.after = 10.0

    def _part(self, rows: list[Row], *, first: bool) -> Table:
        part = Table((), (), self.shares)
        part.tag, part.header, part.rows, part.first = self.tag, self.header, rows, first
        return part

    def _widths(self, width: float) -> list[float]:
        free = width - GAP * (len(self.shares) - 1)
        return [share * free for share in self.shares]

    @override
    def height(self, width: float) -> float:
        widths = self._widths(width)
        return sum(row.height(widths) for row in (self.header, *self.rows))

    @override
    def fits(self, width: float, room: float) -> bool:
        widths = self._widths(width)
        return self.header.height(widths) <= room and self._fitting(widths, room) == len(self.rows)

    def _fitting(self, widths: list[float], room: float) -> int:
        """Return how many rows stand in the room below the header; those behind them need not be measured."""
        used = self.header.height(widths)
        for count, row in enumerate(self.rows):
            used += row.height(widths)
            if used > room:
                return count
        return len(self.rows)

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        widths = self._widths(width)
        count = self._fitting(widths, room + 0.01)
        head, tail = self.rows[:count], self.rows[count:]
        if tail and tail[0].height(widths) > TALL:
            left = room - sum(row.height(widths) for row in (self.header, *head))
            parts = tail[0].split(widths, left)
            if parts is not None:
                head.append(parts[0])
                tail[0] = parts[1]
        elif len(tail) == 1 and len(head) > FEW:
            tail.insert(0, head.pop())
        if not head or not tail:
            return None
        return self._part(head, first=self.first), self._part(tail, first=False)

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        widths = self._widths(width)
        with sheet.inside(self.tag):
            if self.first:
                y = self.header.draw(sheet, x, y, widths)
            else:
                with sheet.artifact("Pagination"):
                    y = self.header.draw(sheet, x, y, widths)
            with sheet.artifact():
                sheet.line(x, y, x + width, y, "ink", 0.8)
            for row in self.rows:
                y = row.draw(sheet, x, y, widths)
                with sheet.artifact():
                    sheet.line(x, y, x + width, y, "rule", 0.5)

    @override
    def bookmarks(self) -> Iterator[str]:
        for row in self.rows:
            for cell in row.cells:
                yield from cell.block.bookmarks()


class Beside(Block):
    """A main block with a note in the margin, level with its top."""

    def __init__(
        self, main: Block, note: Block, *, main_width: float = BODY_WIDTH, note_width: float = NOTE_WIDTH
    ) -> None:
        self.main, self.note = main, note
        self.main_width, self.note_width = main_width, note_width
        self.before, self.after = main.before, main.after
        self.keep_next = main.keep_next

    @override
    def height(self, width: float) -> float:
        return max(self.main.height(self.main_width), self.note.height(self.note_width))

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        if self.note.height(self.note_width) > room or (isinstance(self.main, Stack) and self.main.keep):
            return None
        parts = self.main.split(self.main_width, room)
        if parts is None:
            return None
        rest = Beside(parts[1], Space(0), main_width=self.main_width, note_width=self.note_width)
        return Beside(parts[0], self.note, main_width=self.main_width, note_width=self.note_width), rest

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        self.main.draw(sheet, x, y, self.main_width)
        self.note.draw(sheet, x + width - self.note_width, y, self.note_width)

    @override
    def bookmarks(self) -> Iterator[str]:
        yield from self.main.bookmarks()
        yield from self.note.bookmarks()


class Narrow(Block):
    """A block in the nine columns of body text."""

    def __init__(self, block: Block, width: float = BODY_WIDTH) -> None:
        self.block, self._width = block, width
        self.before, self.after, self.keep_next = block.before, block.after, block.keep_next

    @override
    def height(self, width: float) -> float:
        return self.block.height(min(width, self._width))

    @override
    def fits(self, width: float, room: float) -> bool:
        return self.block.fits(min(width, self._width), room)

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        parts = self.block.split(min(width, self._width), room)
        return None if parts is None else (Narrow(parts[0], self._width), Narrow(parts[1], self._width))

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        self.block.draw(sheet, x, y, min(width, self._width))

    @override
    def bookmarks(self) -> Iterator[str]:
        yield from self.block.bookmarks()


class Lanes(Block):
    """Columns side by side (of equal width unless `shares` says otherwise), each going on in its own overleaf."""

    def __init__(self, lanes: Sequence[Block], gutter: float = GUTTER, shares: Sequence[float] = ()) -> None:
        self.lanes = list(lanes)
        self.gutter = gutter
        self.shares = list(shares) or [1.0] * len(self.lanes)
        self.before = max(block.before for block in self.lanes)
        self.after = max(block.after for block in self.lanes)

    def widths(self, width: float) -> list[float]:
        """Return the width of each lane."""
        free = width - self.gutter * (len(self.lanes) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    @override
    def height(self, width: float) -> float:
        return max(block.height(lane) for block, lane in zip(self.lanes, self.widths(width), strict=True))

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        heads: list[Block] = []
        tails: list[Block] = []
        for block, lane in zip(self.lanes, self.widths(width), strict=True):
            parts = None if block.height(lane) <= room + 0.01 else block.split(lane, room)
            fits = block.height(lane) <= room + 0.01
            heads.append(parts[0] if parts else block if fits else Space(0))
            tails.append(parts[1] if parts else Space(0) if fits else block)
        if all(isinstance(head, Space) for head in heads):
            return None
        return Lanes(heads, self.gutter, self.shares), Lanes(tails, self.gutter, self.shares)

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        for block, lane in zip(self.lanes, self.widths(width), strict=True):
            block.draw(sheet, x, y, lane)
            x += lane + self.gutter

    @override
    def bookmarks(self) -> Iterator[str]:
        for block in self.lanes:
            yield from block.bookmarks()


class Box(Block):
    """A block on a tinted ground with a bar at its left; only a very tall one breaks."""

    def __init__(self, block: Block, ground: str, bar: str = "", padding: float = 10.0, after: float = 0.0) -> None:
        self.block, self.ground, self.bar, self.padding = block, ground, bar, padding
        self.after = after

    @override
    def height(self, width: float) -> float:
        return self.block.height(width - 2 * self.padding) + 2 * self.padding - 2

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        if self.height(width) < TALL_BOX:
            return None
        parts = self.block.split(width - 2 * self.padding, room - 2 * self.padding + 2)
        if parts is None:
            return None
        head, tail = (Box(part, self.ground, self.bar, self.padding, self.after) for part in parts)
        return head, tail

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.artifact("Layout"):
            sheet.rect(x, y, width, self.height(width), self.ground)
            if self.bar:
                sheet.rect(x, y, 3, self.height(width), self.bar)
        self.block.draw(sheet, x + self.padding, y + self.padding - 1, width - 2 * self.padding)

    @override
    def bookmarks(self) -> Iterator[str]:
        yield from self.block.bookmarks()
