"""What the arrangements of a wall share: how tightly they are set, blocks of text, the clock, grids of dots."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from cxaudit.presentation.wall import Clock
from cxaudit.ui.wall.faces import LEADING, balanced, width_of
from cxaudit.ui.wall.parts import HEIGHT, Align, Dot, Panel, Part, Ring, Words, size

SIDE = 104
"""The margin at the left and the right."""

_RING = 300


@dataclass(frozen=True, slots=True)
class Fit:
    """How tightly a wall is set: text sizes and gaps against the design's, and the dots' share of a row."""

    text: float = 1.0
    gap: float = 1.0
    dots: float = 0.32

    def size(self, style: str) -> int:
        """Return a text size in units."""
        return size(style, self.text)

    def line(self, style: str) -> float:
        """Return the height of a line in units."""
        return self.size(style) * LEADING

    @property
    def margin(self) -> float:
        """Return the margin at the top and the bottom."""
        return SIDE * (1 + self.gap) / 2


FITS = (
    Fit(),
    Fit(gap=0.5),
    Fit(gap=0.5, dots=0.27),
    Fit(gap=0.5, dots=0.22),
    *(Fit(percent / 100, 0.4, 0.22) for percent in range(95, 20, -5)),
)
"""From the design's sizes on; the first in which all has room is taken."""


def block(
    text: str,
    rect: QRectF,
    size_: int,
    role: str = "ink",
    *,
    strong: bool = False,
    align: Align = "left",
    middle: bool = False,
) -> tuple[Words, ...]:
    """Return balanced lines from a rectangle's top (or about its middle); they may go on below it."""
    found = balanced(text, size_, rect.width(), strong=strong)
    height = size_ * LEADING
    top = rect.center().y() - len(found) * height / 2 if middle else rect.top()
    return tuple(
        Words(QRectF(rect.left(), top + at * height, rect.width(), height), line, size_, role, strong, align)
        for at, line in enumerate(found)
    )


def bottom(parts: tuple[Words, ...]) -> float:
    """Return where a block ends."""
    return parts[-1].rect.bottom() if parts else 0.0


def clock_chip(clock: Clock | None, right: float, top: float, fit: Fit) -> tuple[tuple[Part, ...], float]:
    """Return the clock as it stands beside a line of text, and how wide it is with its gap; nothing without a clock."""
    if clock is None:
        return (), 0.0
    size_, line = fit.size("anchor"), fit.line("anchor")
    width = width_of(clock.text, size_, strong=True) + size_ / 5
    if clock.over:
        rect = QRectF(right - width - line * 0.6, top - line * 0.1, width + line * 0.6, line * 1.2)
        return (Panel(rect, "band"), Words(rect, clock.text, size_, "on_band", strong=True, align="middle")), (
            rect.width() + size_
        )
    words = Words(QRectF(right - width, top, width, line), clock.text, size_, strong=True, align="right")
    ring = Ring(QRectF(right - width - line * 1.15, top + line * 0.05, line * 0.9, line * 0.9), clock.share)
    return (ring, words), width + line * 1.15 + size_


def clock_block(clock: Clock, rect: QRectF, fit: Fit) -> tuple[Part, ...]:
    """Return the clock as it fills the foot of a panel: a ring and figures, or, at zero, a filled box with words."""
    wide = rect.width()
    if clock.over:
        size_ = narrowed(clock.text, fit.size("clock"), wide - 40)
        box = QRectF(rect.left(), rect.center().y() - rect.height() * 0.3, wide, rect.height() * 0.6)
        return Panel(box, "band"), Words(box, clock.text, size_, "on_band", strong=True, align="middle")
    size_ = narrowed(clock.text, fit.size("clock"), wide * 0.6)
    words = width_of(clock.text, size_, strong=True) + size_ / 5
    ring = min(_RING, rect.height(), wide - words - 40)
    left = rect.center().x() - (ring + 40 + words) / 2
    return (
        Ring(QRectF(left, rect.center().y() - ring / 2, ring, ring), clock.share),
        Words(QRectF(left + ring + 40, rect.top(), words, rect.height()), clock.text, size_, strong=True),
    )


def narrowed(text: str, size_: int, width: float) -> int:
    """Return the largest size, up to one, in which a line fits a width."""
    needed = width_of(text, size_, strong=True)
    return size_ if needed <= width else max(1, int(size_ * width / needed))


def grid(count: int, filled: int, rect: QRectF, most: float) -> tuple[Dot, ...]:
    """Return dots in lines of about seven, at a rectangle's top, none larger than `most`; the first are full."""

    def room(columns: int) -> float:
        lines = -(-count // columns)
        return min(most, rect.width() / (columns * 1.75 - 0.75), rect.height() / (lines * 1.75 - 0.75))

    columns = max(range(min(count, 7), max(count, 7) + 1), key=room)
    across = room(columns)
    left = rect.center().x() - across * (columns * 1.75 - 0.75) / 2
    return tuple(
        Dot(
            QRectF(left + (at % columns) * across * 1.75, rect.top() + (at // columns) * across * 1.75, across, across),
            hollow=at >= filled,
        )
        for at in range(count)
    )


def has_room(parts: tuple[Part, ...]) -> bool:
    """Return whether all words stand within the wall, and none is wider than its place."""
    return all(
        part.rect.bottom() <= HEIGHT and width_of(part.text, part.size, strong=part.strong) <= part.rect.width() + 1
        for part in parts
        if isinstance(part, Words)
    )
