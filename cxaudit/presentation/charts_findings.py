"""Small multiples: one small chart a dimension, all on one scale, each practice a dot at its level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.model import LEVELS
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts import Scale, ring
from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, Op, PolygonOp, TextOp
from cxaudit.presentation.measure import lines
from cxaudit.presentation.numbers import index_text

ABREAST = 5
"""So many panels stand side by side; fewer are no wider."""
GUTTER = 18.0
LINE, FOOT, BELOW = 10.0, 27.0, 12.0
"""Heights of a line of a panel's title, of the axis with what stands beneath, and of the space to the next row."""
MOST = 46.0
"""A column of dots is at most so high; where it would be higher they lie closer."""
DOT, STEP, LIFT = 3.2, 8.4, 10.5
"""A dot's radius, the way to the next, and that from the axis to the first, which leaves room for the ring."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One dimension: each known practice as (level, whether it is only claimed), how many are open, index and target.

    `target` is None where the dimension does not apply.
    """

    title: str
    points: tuple[tuple[int, bool], ...]
    open: int
    index: Fraction | None
    target: int | None


def small_multiples(panels: Sequence[Panel], width: float) -> Drawing:
    """Return all panels, `ABREAST` in a row."""
    wide = (width - (ABREAST - 1) * GUTTER) / ABREAST
    names = [lines(panel.title, wide, 8, 2, strong=True) for panel in panels]
    head = LINE * max(len(name) for name in names) + 6
    floor = head + min(MOST, max(_tall(panel) for panel in panels))
    tall, rows = floor + FOOT + BELOW, -(-len(panels) // ABREAST)
    ops: list[Op] = []
    for number, (panel, name) in enumerate(zip(panels, names, strict=True)):
        left, top = number % ABREAST * (wide + GUTTER), number // ABREAST * tall
        ops += [TextOp(left, top + LINE * line + 8, text, 8, "ink", "semibold") for line, text in enumerate(name)]
        ops.extend(_panel(panel, left, top + floor, wide))
    said = " ".join(_said(panel) for panel in panels)
    return Drawing(width, rows * tall - BELOW, tuple(ops), _("Each practice at its level, by dimension"), said)


def _tall(panel: Panel) -> float:
    """Return how high the columns of a panel are."""
    counts = [sum(at == level for at, _claimed in panel.points) for level in LEVELS]
    return LIFT + DOT + STEP * max(*counts, 1) - STEP


def _panel(panel: Panel, left: float, floor: float, width: float) -> Iterator[Op]:
    """Yield a panel below its title; its axis lies at `floor`."""
    scale = Scale(left + 6, left + width - 6)
    yield LineOp(left, floor, left + width, floor, "rule", 0.75)
    for level in LEVELS:
        yield TextOp(scale.x(level), floor + 14, str(level), 7.5, "muted", align="middle")
        yield from _dots([claimed for at, claimed in panel.points if at == level], scale.x(level), floor)
    if panel.target is not None:
        yield from ring(scale.x(panel.target), floor, 3.2)
    if panel.index is not None:
        x = scale.x(panel.index)
        yield PolygonOp(((x - 3.2, floor + 6.5), (x + 3.2, floor + 6.5), (x, floor + 1.5)), "ink", None)
    yield TextOp(left, floor + FOOT - 2, _foot(panel), 7.5, "muted")


def _dots(column: Sequence[bool], x: float, floor: float) -> Iterator[Op]:
    """Yield a column of dots that rises from the axis, closer where it would be too high."""
    step = min(STEP, (MOST - LIFT - DOT) / max(len(column) - 1, 1))
    for number, claimed in enumerate(sorted(column)):
        y = floor - LIFT - number * step
        yield CircleOp(x, y, DOT, "surface" if claimed else "accent", "accent", 1.2)


def _foot(panel: Panel) -> str:
    """Return the index, and how much is not known."""
    rest = ngettext("{n} open", "{n} open", panel.open).format(n=panel.open) if panel.open else ""
    index = "" if panel.index is None else _("index {index}").format(index=index_text(panel.index))
    return " · ".join(part for part in (index, rest) if part)


def _said(panel: Panel) -> str:
    """Return what a panel shows, as a sentence."""
    facts: list[str] = []
    for level in LEVELS:
        count = sum(at == level for at, _claimed in panel.points)
        if count:
            facts.append(_("{n} at level {level}").format(n=count, level=level))
    claimed = sum(claimed for _at, claimed in panel.points)
    facts += [_("{n} of them claimed").format(n=claimed)] if claimed else []
    facts += [_("target {level}").format(level=panel.target)] if panel.target is not None else []
    foot = _foot(panel)
    return f"{panel.title}: {', '.join([*facts, *([foot] if foot else [])]) or _('nothing known')}."
