"""Where the pages of a report lie on a long strip: under each other, in the middle, at a zoom or as wide as can be."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QRect

from cxaudit.ui.theme import px

EDGE = 24
"""Around the pages and between them, px at 100 %."""
PAPER = 96 / 72
"""Pixels a point at which pages are as large as on paper, at 100 %."""
SMALLEST, LARGEST, WIDEST = 0.25, 4.0, 1.5
"""The zooms that can be chosen, and the largest that filling the room leads to."""
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


def stepped(scale: float, steps: int) -> float:
    """Return the next larger or smaller zoom from pages at so many pixels a point."""
    now = scale / (PAPER * px(100) / 100)
    if steps > 0:
        return next((step for step in _STEPS if step > now * 1.01), LARGEST)
    return next((step for step in reversed(_STEPS) if step < now * 0.99), SMALLEST)


class PageLayout:
    """Where each page lies, in pixels of the strip. `sizes` are in points, `scale` is pixels a point."""

    def __init__(self) -> None:
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.scale = 1.0
        self.width = self.height = 0
        self._tops: list[int] = []

    def arrange(self, room: int, zoom: float | None) -> None:
        """Lay the pages out for a view of so many pixels across."""
        across, edge = max((w for w, _h in self.sizes), default=1.0), px(EDGE)
        full = PAPER * px(100) / 100
        self.scale = full * zoom if zoom else min(max((room - 2 * edge) / across, SMALLEST * full), WIDEST * full)
        self._tops = [edge]
        for _w, height in self.sizes:
            self._tops.append(self._tops[-1] + round(height * self.scale) + edge)
        self.width, self.height = round(across * self.scale) + 2 * edge, self._tops[-1]

    def rect(self, page: int, room: int) -> QRect:
        """Return where a page lies on a strip that is at least `room` wide."""
        width, height = (round(side * self.scale) for side in self.sizes[page])
        return QRect((max(room, self.width) - width) // 2, self._tops[page], width, height)

    def at(self, y: int) -> tuple[int, float]:
        """Return the page at a height, and how much of it lies above, from 0 to 1."""
        if not self.sizes or not self._tops:
            return 0, 0.0
        y += px(EDGE)
        page = max(0, min(bisect_right(self._tops, y) - 1, len(self.sizes) - 1))
        part = (y - self._tops[page]) / max(1.0, self.sizes[page][1] * self.scale)
        return page, max(0.0, min(1.0, part))

    def place(self, page: int, part: float) -> int:
        """Return the height at which so much of a page lies above."""
        return self._tops[page] + round(part * self.sizes[page][1] * self.scale) - px(EDGE)

    def between(self, top: int, bottom: int) -> range:
        """Return the pages of which something lies between two heights."""
        if not self.sizes or not self._tops:
            return range(0)
        first = max(0, bisect_right(self._tops, top) - 1)
        return range(first, min(bisect_right(self._tops, bottom), len(self.sizes)))
