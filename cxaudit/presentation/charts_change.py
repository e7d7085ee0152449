"""Before and after: two bars a dimension on one track, in a fixed order, as a display list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.model import LEVELS
from cxaudit.i18n import _
from cxaudit.presentation.charts import STUB, Scale
from cxaudit.presentation.drawing import Drawing, LineOp, Op, RectOp, TextOp
from cxaudit.presentation.measure import lines
from cxaudit.presentation.numbers import NONE, index_text
from cxaudit.presentation.words import ARROW

LABEL, FIGURE, AXIS, ROW = 128.0, 92.0, 22.0, 36.0
THIN, THICK = 5.0, 11.0
TEXT, SMALL = 13.0, 12.0


@dataclass(frozen=True, slots=True)
class ChangeBar:
    """One dimension before and after: exact indices (None where there is none) and levels."""

    dimension: str
    title: str
    before: Fraction | None
    after: Fraction | None
    level_before: int | None
    level_after: int | None

    @property
    def moved(self) -> bool:
        """Return whether the index or the level is another one."""
        return self.before != self.after or self.level_before != self.level_after

    @property
    def figure(self) -> str:
        """Return "2.3", or "2.3 → 2.7" where it shows that it moved."""
        return change_text(index_text(self.before), index_text(self.after))

    @property
    def level(self) -> str:
        """Return "level 2", or "level 2 → 3"."""
        now, then = (NONE if k is None else str(k) for k in (self.level_before, self.level_after))
        return _("level {level}").format(level=change_text(now, then))

    @property
    def spoken(self) -> str:
        """Return the bar in words."""
        before, after = index_text(self.before), index_text(self.after)
        if not self.moved:
            return _("{dimension} stays at {index}, {level}").format(
                dimension=self.title, index=before, level=self.level
            )
        text = _("{dimension} from {before} to {after}, {level}")
        return text.format(dimension=self.title, before=before, after=after, level=self.level)


def change_text(before: str, after: str) -> str:
    """Return one text where both are the same, else both with an arrow between."""
    return before if before == after else f"{before} {ARROW} {after}"


def change_height(bars: tuple[ChangeBar, ...]) -> float:
    """Return the height of the chart."""
    return AXIS + ROW * len(bars)


def change_chart(bars: tuple[ChangeBar, ...], width: float) -> Drawing:
    """Return the bars: what is on file thin and pale above, what would be thick below."""
    scale, height = Scale(LABEL + 8, width - FIGURE - 8), change_height(bars)
    ops: list[Op] = []
    for level in LEVELS:
        x = scale.x(level)
        ops.append(LineOp(x, AXIS - 4, x, height - 4, "hairline"))
        ops.append(TextOp(x, SMALL, str(level), SMALL, "muted", align="middle"))
    for at, bar in enumerate(bars):
        ops.extend(_bar(bar, scale, AXIS + (at + 0.5) * ROW, width))
    said = _("Before and after. {bars}.").format(bars="; ".join(bar.spoken for bar in bars))
    return Drawing(width, height, tuple(ops), _("The profile, before and after"), said)


def _bar(bar: ChangeBar, scale: Scale, middle: float, width: float) -> Iterator[Op]:
    top = middle - (THIN + THICK + 2) / 2
    below = top + THIN + 2
    yield RectOp(scale.left, top, scale.right - scale.left, THIN, "sunken", radius=2)
    yield RectOp(scale.left, below, scale.right - scale.left, THICK, "sunken", radius=3)
    for value, y, height, role in ((bar.before, top, THIN, "muted"), (bar.after, below, THICK, "accent")):
        if value is not None:
            length = max(STUB, scale.x(value) - scale.left)
            yield RectOp(scale.left, y, length, height, role, radius=height * 0.25)
    strong, ink = ("semibold", "ink") if bar.moved else ("regular", "muted")
    names = lines(bar.title, LABEL, TEXT, 2, strong=bar.moved)
    for at, name in enumerate(names):
        y = middle + TEXT * 0.36 + (at - (len(names) - 1) / 2) * TEXT * 1.25
        yield TextOp(0, y, name, TEXT, "ink", strong)
    yield TextOp(width, middle - 3, bar.figure, TEXT, ink, strong, "right")
    yield TextOp(width, middle + 12, bar.level, SMALL, "muted", "regular", "right")
