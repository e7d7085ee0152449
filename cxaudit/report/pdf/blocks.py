"""What a page is built from. A block knows its height at a width, can break in two, and draws itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import lru_cache

from typing_extensions import override

from cxaudit.presentation.drawing import Drawing
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import runs_rtl
from cxaudit.report.pdf.lines import Content, Line, as_runs, balanced_width, break_lines
from cxaudit.report.pdf.painter import paint
from cxaudit.report.pdf.pen import Pen
from cxaudit.report.pdf.styles import BODY, Style
from cxaudit.report.pdf.tags import Tag

CAP_HEIGHT = 0.727
"""Inter's, as a share of the size."""


SPARE = 260.0
"""So much of a page may stay empty to keep together what belongs together."""


TALLEST = 540.0
"""A chart is at most so high, so that it has room on any page below a title."""


class Block:
    """A rectangle of content. `before` and `after` are the space it wants around it; neighbours share the larger.

    `keep_next`: never the last on a page.
    """

    __slots__ = ()

    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False

    def height(self, width: float) -> float:
        """Return the height at this width."""
        raise NotImplementedError

    def fits(self, width: float, room: float) -> bool:
        """Return whether the height at this width is within the room; a long block need not measure all of itself."""
        return self.height(width) <= room

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Return the part that fits into the room and the rest, or None where nothing fits or nothing can break."""
        del width, room
        return None

    def closer(self, width: float, room: float) -> Block | None:
        """Return the block in a closer form that fits into the room, or None where there is none."""
        del width, room
        return None

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        raise NotImplementedError

    def bookmarks(self) -> Iterator[str]:
        """Yield the bookmarks within."""
        yield from ()


class Text(Block):
    """A paragraph. `key` makes it a bookmark, with `outline` one of the document's outline at `level`."""

    __slots__ = (
        *("_broken", "_known", "_last", "_pen", "after", "balance", "before", "keep_next", "key", "level", "outline"),
        *("runs", "style", "tag"),
    )  # a long report has hundreds of thousands

    def __init__(
        self,
        content: Content,
        style: Style = BODY,
        role: str = "P",
        *,
        key: str = "",
        outline: str = "",
        level: int = 0,
        keep_next: bool = False,
        balance: bool = False,
    ) -> None:
        self.runs = as_runs(content)
        self.style = style
        self.tag = Tag(role)
        self.key = key
        self.outline = outline
        self.level = level
        self.balance = balance
        self.keep_next = keep_next
        self.before, self.after = style.before, style.after
        rtl = runs_rtl("".join(run.text for run in self.runs))
        self._pen = Pen(style, rtl) if any(run.link for run in self.runs) else _pen(style, rtl=rtl)
        self._broken: list[Line] | None = None
        self._last = True
        self._known: tuple[float, list[Line]] | None = None

    def lines(self, width: float) -> list[Line]:
        """Return the lines at this width."""
        if self._broken is not None:
            return self._broken
        if self._known is None or self._known[0] != width:
            used = balanced_width(self.runs, self.style, width) if self.balance else width
            self._known = width, break_lines(self.runs, self.style, used)
        return self._known[1]

    @override
    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.leading

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        lines = self.lines(width)
        count = min(int((room + 0.01) // self.style.leading), len(lines) - 2)
        if count < 2:
            return None
        head, tail = self._part(lines[:count], last=False), self._part(lines[count:], last=self._last)
        head.key, head.outline, head.level = self.key, self.outline, self.level
        return head, tail

    def _part(self, lines: list[Line], *, last: bool) -> Text:
        """Return some of the lines as a paragraph that is the same element."""
        part = Text((), self.style)
        part.tag, part._pen = self.tag, self._pen
        part._broken, part._last = lines, last
        return part

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        if self.key:
            sheet.bookmark(self.key, y, self.outline, self.level)
        lines = self.lines(width)
        base = y + (self.style.leading + CAP_HEIGHT * self.style.size) / 2
        alone = len(lines) == 1 and self._broken is None
        if self.balance and self._pen.rtl:  # a title keeps to the left edge as a whole
            width = max(line.width for line in lines)
        for number, line in enumerate(lines):
            last = self._last and number == len(lines) - 1
            here = Line(line.runs, line.width, "", line.before) if last else line
            self._pen.write(sheet, self.tag, here, x, base, width, alone=alone)
            base += self.style.leading

    @override
    def bookmarks(self) -> Iterator[str]:
        if self.key:
            yield self.key


@lru_cache(maxsize=256)
def _pen(style: Style, *, rtl: bool) -> Pen:
    """Return the pen of all paragraphs that look so and have no links."""
    return Pen(style, rtl)


class Space(Block):
    """Nothing, so high."""

    def __init__(self, height: float) -> None:
        self._height = height

    @override
    def height(self, width: float) -> float:
        return self._height

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        return


class Figure(Block):
    """A chart, scaled down where it is wider than its place or taller than `TALLEST`.

    Its description is the alternative text.
    """

    def __init__(self, drawing: Drawing, after: float = 0.0) -> None:
        self.drawing = drawing
        self.after = after
        self.tag = Tag("Figure", alt=drawing.description)

    def scale(self, width: float) -> float:
        """Return the factor that makes it fit."""
        return min(1.0, width / max(self.drawing.width, 1.0), TALLEST / max(self.drawing.height, 1.0))

    @override
    def height(self, width: float) -> float:
        return self.drawing.height * self.scale(width)

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        scale = self.scale(width)
        box = sheet.box(x, y, self.drawing.width * scale, self.drawing.height * scale)
        self.tag.attributes = {"O": "Layout", "Placement": "Block", "BBox": box}
        with sheet.content(self.tag):
            paint(sheet, self.drawing, x, y, scale)


class Stack(Block):
    """Blocks, one below the other; with a tag they are one element.

    One to `keep` together goes to the next page whole, unless that would leave more than `SPARE` empty. One that has a
    `close` form takes that where it saves a page. The rest of a split is empty where a closer form let all fit.
    """

    __slots__ = ("after", "before", "blocks", "close", "keep", "keep_next", "tag")

    def __init__(
        self,
        blocks: Iterable[Block],
        tag: Tag | None = None,
        *,
        keep: bool = False,
        keep_next: bool = False,
        close: Block | None = None,
    ) -> None:
        self.blocks = list(blocks)
        self.close = close
        self.tag = tag
        self.keep = keep
        self.keep_next = keep_next or (len(self.blocks) > 0 and self.blocks[-1].keep_next)
        self.before = self.blocks[0].before if self.blocks else 0.0
        self.after = self.blocks[-1].after if self.blocks else 0.0

    def _placed(self, width: float) -> Iterator[tuple[Block, float, float]]:
        """Yield each block with its offset from the top and its height."""
        y, last = 0.0, None
        for block in self.blocks:
            y += max(last.after, block.before) if last is not None else 0.0
            height = block.height(width)
            yield block, y, height
            y, last = y + height, block

    @override
    def height(self, width: float) -> float:
        bottom = 0.0
        for _block, y, height in self._placed(width):
            bottom = y + height
        return bottom

    @override
    def fits(self, width: float, room: float) -> bool:
        return room >= 0 and self._fitting(width, room)[0] == len(self.blocks)

    def _fitting(self, width: float, room: float) -> tuple[int, float]:
        """Return how many blocks stand in the room, and where the next one would start."""
        y, last = 0.0, None
        for index, block in enumerate(self.blocks):
            y += max(last.after, block.before) if last is not None else 0.0
            if not block.fits(width, room - y):
                return index, y
            y, last = y + block.height(width), block
        return len(self.blocks), y

    @override
    def closer(self, width: float, room: float) -> Block | None:
        return self.close if self.close is not None and self.close.fits(width, room) else None

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        count, y = self._fitting(width, room + 0.01)
        head, tail = self.blocks[:count], self.blocks[count:]
        if tail:
            above, below = self._broken(tail[0], width, room - y)
            head, tail = [*head, *above], [*below, *tail[1:]]
        while head and tail and head[-1].keep_next:
            tail.insert(0, head.pop())
        if not head or head == self.blocks:
            return None
        return Stack(head, self.tag), Stack(tail, self.tag)

    @staticmethod
    def _broken(block: Block, width: float, room: float) -> tuple[list[Block], list[Block]]:
        """Return what of a block that is too tall stands in the room, and what does not."""
        closer = block.closer(width, room)
        if closer is not None:
            return [closer], []
        kept = isinstance(block, Stack) and block.keep and room < SPARE
        parts = None if kept else block.split(width, room)
        return ([], [block]) if parts is None else ([parts[0]], [parts[1]])

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.inside(self.tag) if self.tag is not None else nullcontext():
            for block, offset, _height in self._placed(width):
                block.draw(sheet, x, y + offset, width)

    @override
    def bookmarks(self) -> Iterator[str]:
        for block in self.blocks:
            yield from block.bookmarks()
