"""The layouts of the slides: which placeholders each has, and where they lie. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 44.0
GAP = 28.0
FULL = WIDTH - 2 * MARGIN
TOP, BOTTOM = 118.0, 490.0
PICTURE = 548.0
BAND = 322.0
"""Height of the cover's coloured band."""

Kind = Literal["title", "ctrTitle", "subTitle", "body", "chart"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder: its number on the slide, what it holds, where it lies, the size and colour of its text.

    `rule` is the colour of a line above it; none where it is empty.
    """

    idx: int
    kind: Kind
    name: str
    x: float
    y: float
    width: float
    height: float
    size: float = 16.0
    color: str = "tx1"
    anchor: str = "t"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its name and placeholders; the cover has a band of the brand's colour instead of a rule."""

    name: str
    holders: tuple[Holder, ...]
    cover: bool = False

    def holder(self, idx: int) -> Holder:
        """Return a placeholder by its number."""
        return next(found for found in self.holders if found.idx == idx)


TITLE = Holder(0, "title", "Title", MARGIN, 32, FULL, 72, 28, "tx2", "ctr")


def _columns(*rules: str, top: float = TOP) -> tuple[Holder, ...]:
    width = (FULL - (len(rules) - 1) * GAP) / len(rules)
    return tuple(
        Holder(10 + k, "body", f"Text {k + 1}", MARGIN + k * (width + GAP), top, width, BOTTOM - top, rule=rule)
        for k, rule in enumerate(rules)
    )


def _numbers() -> tuple[Holder, ...]:
    width = (FULL - 3 * 16) / 4
    return tuple(
        Holder(20 + k, "body", f"Number {k + 1}", MARGIN + k * (width + 16), TOP, width, 112, rule="tx2")
        for k in range(4)
    )


COVER = Layout(
    "Cover",
    (
        Holder(0, "ctrTitle", "Title", MARGIN, 150, FULL, 92, 40, "bg1", "b"),
        Holder(1, "subTitle", "Subtitle", MARGIN, 246, FULL, 58, 20, "bg1"),
        Holder(10, "body", "Facts", MARGIN, BAND + 20, FULL * 0.62, 126, 16),
        Holder(11, "body", "Author", MARGIN + FULL * 0.66, BAND + 20, FULL * 0.34, 126, 16),
    ),
    cover=True,
)
NUMBERS = {
    1: Layout("Title, numbers and text", (TITLE, *_numbers(), *_columns("", top=258))),
    2: Layout("Title, numbers and two columns", (TITLE, *_numbers(), *_columns("", "", top=258))),
}
PICTURE_AND_TEXT = Layout(
    "Title, picture and text",
    (
        TITLE,
        Holder(9, "chart", "Chart", MARGIN, TOP, PICTURE, BOTTOM - TOP),
        Holder(10, "body", "Text 1", MARGIN + PICTURE + GAP, TOP, FULL - PICTURE - GAP, BOTTOM - TOP),
    ),
)
COLUMNS = {
    1: Layout("Title and text", (TITLE, *_columns("tx2"))),
    2: Layout("Title and two columns", (TITLE, *_columns("tx2", "tx2"))),
    3: Layout("Title and three columns", (TITLE, *_columns("tx2", "tx2", "tx2"))),
}
LANES = Layout("Title and three lanes", (TITLE, *_columns("accent1", "accent3", "accent6")))
LAYOUTS = (COVER, *NUMBERS.values(), PICTURE_AND_TEXT, *COLUMNS.values(), LANES)
"""All layouts, in the order in which a person finds them."""
