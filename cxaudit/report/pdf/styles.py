"""The page grid, type and palette of the report: everything that a designer would change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from cxaudit.report.pdf.fonts import BOLD, REGULAR, SEMIBOLD, Face

MM = 72 / 25.4
WIDTH, HEIGHT = 595.28, 841.89
MARGIN = 20 * MM
GUTTER = 4 * MM
COLUMN = (WIDTH - 2 * MARGIN - 11 * GUTTER) / 12
TOP = 92.0
"""Where the content of a page starts, from its upper edge."""
BOTTOM = HEIGHT - 64.0
"""Where it ends."""
FULL = WIDTH - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, in points, with the place that content has on it."""

    width: float
    height: float

    @property
    def full(self) -> float:
        """Return the width of the content."""
        return self.width - 2 * MARGIN

    def columns(self, count: int) -> float:
        """Return the width of so many columns of the twelve, gutters between them included."""
        return count * (self.full - 11 * GUTTER) / 12 + (count - 1) * GUTTER

    @property
    def room(self) -> float:
        """Return how high the content of a page may be."""
        return self.bottom - TOP

    @property
    def bottom(self) -> float:
        """Return where the content of a page ends, from its upper edge."""
        return self.height - (HEIGHT - BOTTOM)


A4 = Paper(WIDTH, HEIGHT)
LETTER = Paper(612.0, 792.0)


def columns(count: int) -> float:
    """Return the width of so many columns of the twelve, gutters between them included."""
    return count * COLUMN + (count - 1) * GUTTER


BODY_WIDTH = columns(9)
NOTE_WIDTH = columns(3)

"""Colours by role. Every text on its ground has a contrast of 4.5 to 1 or more; a test computes it."""

Align = Literal["left", "right", "middle"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: face, size and line height in points, colour role, space before and after."""

    face: Face
    size: float
    leading: float
    color: str = "ink"
    before: float = 0.0
    after: float = 0.0
    align: Align = "left"

    def but(
        self,
        color: str | None = None,
        align: Align | None = None,
        after: float | None = None,
        before: float | None = None,
        face: Face | None = None,
    ) -> Style:
        """Return the style with another colour, alignment, space about it, or face."""
        return replace(
            self,
            color=self.color if color is None else color,
            align=self.align if align is None else align,
            after=self.after if after is None else after,
            before=self.before if before is None else before,
            face=self.face if face is None else face,
        )


COVER_TITLE = Style(BOLD, 32, 38, "on_brand")
COVER_LEAD = Style(REGULAR, 13, 18.5, "on_brand")
H1 = Style(BOLD, 20, 25, "brand", after=10)
LEAD = Style(REGULAR, 13, 18.5, "ink", after=14)
H2 = Style(BOLD, 12.5, 16, "ink", before=16, after=5)
H3 = Style(SEMIBOLD, 9.5, 13.5, "ink", before=8, after=2)
BODY = Style(REGULAR, 9.5, 13.5, "ink", after=6)
STRONG = Style(SEMIBOLD, 9.5, 13.5, "ink")
TABLE = Style(REGULAR, 8.5, 11.5)
TABLE_STRONG = Style(SEMIBOLD, 8.5, 11.5)
TABLE_HEAD = Style(SEMIBOLD, 7.5, 10, "muted")
NOTE = Style(REGULAR, 8, 10.5, "muted", after=4)
NOTE_STRONG = Style(SEMIBOLD, 8, 10.5, "ink")
NUMBER = Style(BOLD, 22, 26, "deep")
FURNITURE = Style(REGULAR, 7.5, 10, "muted")
