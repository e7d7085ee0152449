"""The report's own charts as display lists: radar, level strip, votes, and the marks explained."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from cxaudit.domain.model import HI, LEVELS, LO
from cxaudit.i18n import _
from cxaudit.presentation.charts import ProfileView, whisker
from cxaudit.presentation.drawing import Align, CircleOp, Drawing, LineOp, Op, PolygonOp, RectOp, TextOp
from cxaudit.presentation.measure import lines, text_width
from cxaudit.presentation.numbers import index_text

RADAR_AXES = (3, 8)
"""A radar of fewer or more axes cannot be read; bars take its place."""

CELL = 15.0
"""Width of one cell of a level strip."""


def level_strip(level: int | None, target: int, name: str, *, claimed: bool = False) -> Drawing:
    """Return five cells, the level reached filled, its target ringed; a claimed level is hatched."""
    said = (
        _("{name}: level {level} of 5").format(name=name, level=level)
        if level
        else _("{name}: no level").format(name=name)
    )
    if claimed:
        said = _("{said}, claimed without evidence").format(said=said)
    description = _("{said}, target {target}.").format(said=said, target=target)
    return Drawing(5 * CELL + 8, CELL, _strip(level, target, claimed=claimed), name, description)


@cache
def _strip(level: int | None, target: int, *, claimed: bool) -> tuple[Op, ...]:
    height = CELL
    ops: list[Op] = []
    for step in LEVELS:
        x = (step - 1) * (CELL + 2)
        here = step == level
        ops.append(_cell(x, height, step, here=here, claimed=claimed))
        role = f"level{step}_text" if here and not claimed else "ink" if here else "muted"
        ops.append(TextOp(x + CELL / 2, height / 2 + 2.9, str(step), 8, role, "bold" if here else "regular", "middle"))
        if step == target:
            ops.append(RectOp(x - 1.2, -1.2, CELL + 2.4, height + 2.4, None, "target", 1.4, 3.6))
    return tuple(ops)


def _cell(x: float, height: float, step: int, *, here: bool, claimed: bool) -> RectOp:
    if not here:
        return RectOp(x, 0, CELL, height, None, "rule", 0.6, 2.4)
    return RectOp(x, 0, CELL, height, "level2" if claimed else f"level{step}", "level_edge", 0.6, 2.4, hatch=claimed)


def level_chip(level: int, size: float = 15.0) -> Drawing:
    """Return one level's digit on its colour."""
    ops = (
        RectOp(0, 0, size, size, f"level{level}", "level_edge", 0.6, 2.4),
        TextOp(size / 2, size / 2 + 2.9, str(level), 8, f"level{level}_text", "bold", "middle"),
    )
    return Drawing(size, size, ops, str(level), _("Level {level}").format(level=level))


def radar(profile: ProfileView, order: Sequence[str], width: float, height: float) -> Drawing:
    """Return the shape of the profile: index filled, target as a line, numbers at each axis.

    `order` are dimension ids, clockwise from the top; with too few or too many of them it is a list of short bars.
    """
    bars = sorted(profile.bars, key=lambda bar: order.index(bar.dimension))
    if not RADAR_AXES[0] <= len(bars) <= RADAR_AXES[1]:
        return _short_bars(profile, width)
    centre, radius = (width / 2, height / 2 - 3), min(width / 2 - 48, height / 2 - 34)

    def at(axis: int, level: float) -> tuple[float, float]:
        turn = 2 * math.pi * axis / len(bars)
        return centre[0] + radius * level / HI * math.sin(turn), centre[1] - radius * level / HI * math.cos(turn)

    axes = range(len(bars))
    ops: list[Op] = [
        PolygonOp(tuple(at(a, float(b.index or 0)) for a, b in zip(axes, bars, strict=True)), "accent", None, 0, 0.2)
    ]
    ops += [PolygonOp(tuple(at(a, step) for a in axes), None, "rule", 0.5) for step in LEVELS]
    ops += [LineOp(*centre, *at(a, HI), "rule", 0.5) for a in axes]
    if all(bar.target is not None for bar in bars):
        ops.append(PolygonOp(tuple(at(a, b.target or 0) for a, b in zip(axes, bars, strict=True)), None, "target", 1.0))
    ops.append(
        PolygonOp(tuple(at(a, float(b.index or 0)) for a, b in zip(axes, bars, strict=True)), None, "accent", 1.5)
    )
    for axis, bar in zip(axes, bars, strict=True):
        if bar.index is not None:
            ops.append(CircleOp(*at(axis, float(bar.index)), 2.2, "accent"))
        ops.extend(_axis_label(bar.title, index_text(bar.index), at(axis, 5.35), axis / len(bars)))
    ops.extend(_radar_key(width / 2, height - 3))
    return Drawing(width, height, tuple(ops), _("Shape of the profile"), profile.description)


def _radar_key(middle: float, y: float) -> Iterator[Op]:
    yield LineOp(middle - 92, y - 3, middle - 78, y - 3, "accent", 1.5)
    yield TextOp(middle - 74, y, _("index today"), 8, "muted")
    yield LineOp(middle - 16, y - 3, middle - 2, y - 3, "target", 1.0)
    yield TextOp(middle + 2, y, _("target; the edge is 5"), 8, "muted")


def _axis_label(title: str, index: str, point: tuple[float, float], turn: float) -> Iterator[Op]:
    """Yield the title in up to two lines and the index beneath, on the outer side of the axis."""
    x, y = point
    side, up = math.sin(2 * math.pi * turn), math.cos(2 * math.pi * turn)
    align: Align = "middle" if abs(side) < 0.3 else "left" if side > 0 else "right"
    words = (*lines(title, 52, 8, 2), index)
    x += 0.0 if up > -0.3 else -14 * side
    top = y - 10 * len(words) + 9 if up > 0.6 else y + 9 if up < -0.3 else y - 5 * len(words) + 9
    for number, word in enumerate(words):
        last = number == len(words) - 1
        role, weight = ("accent_strong", "bold") if last else ("ink", "regular")
        yield TextOp(x, top + 10 * number, word, 8, role, weight, align)


def _short_bars(profile: ProfileView, width: float) -> Drawing:
    row, label = 22.0, width * 0.5
    ops: list[Op] = []
    for number, bar in enumerate(profile.bars):
        y = number * row
        words = lines(bar.title, label - 8, 8, 2)
        for line, word in enumerate(words):
            ops.append(TextOp(0, y + 12 + 9 * line - 4.5 * (len(words) - 1), word, 8, "ink", "semibold"))
        ops.append(RectOp(label, y + 5, width - label - 24, 8, "sunken"))
        if bar.index is not None:
            share = float((bar.index - LO) / (HI - LO))
            ops.append(RectOp(label, y + 5, max(3.0, (width - label - 24) * share), 8, "accent"))
        ops.append(TextOp(width, y + 12, index_text(bar.index), 8, "ink", "semibold", "right"))
    return Drawing(width, row * len(profile.bars), tuple(ops), profile.title, profile.description)


def mark(kind: str) -> Drawing:
    """Return one mark by its kind: those of `ProfileView.legend`, and "strip" for the cells in tables."""
    ops: list[Op] = []
    said = {
        "shown": _("A solid bar"),
        "claimed": _("A hatched bar"),
        "held": _("A dashed bar behind a stop line"),
        "range": _("A thin line with two ends"),
        "gap": _("A line from bar to ring"),
        "strip": _("A filled and a ringed cell"),
    }
    match kind:
        case "shown":
            ops = [RectOp(0, 3, 30, 9, "accent", radius=2)]
        case "claimed":
            ops = [RectOp(0.5, 3, 29, 9, "accent", "accent", 1, 2, hatch=True)]
        case "held":
            ops = [RectOp(0.5, 3.5, 29, 8, None, "flag", 1, 2, dashed=True), LineOp(2, 1, 2, 14, "flag", 2)]
        case "range":
            ops = list(whisker(2, 28, 7.5, cap=3))
        case "gap":
            ops = [LineOp(2, 7.5, 18, 7.5, "target", 1.25), CircleOp(23, 7.5, 4.6, "surface", "target", 1.8)]
        case "strip":
            ops = list(level_strip(1, 2, "").ops[:5])
        case _:
            ops = [CircleOp(15, 7.5, 4.6, "surface", "target", 1.8)]
    return Drawing(32, 15, tuple(ops), kind, said.get(kind, _("A ring")))


def profile_legend(profile: ProfileView) -> tuple[tuple[str, str], ...]:
    """Return (mark, words) for the marks that occur in the profile; gaps where its bars tell them."""
    gap = (("gap", _("part of the whole gap")),) if any(bar.gap for bar in profile.bars) else ()
    return (*profile.legend, *gap)


def profile_key(profile: ProfileView, width: float) -> Drawing:
    """Return the marks that occur in the profile with their words, in one line."""
    ops: list[Op] = []
    x = 0.0
    legend = profile_legend(profile)
    for kind, words in legend:
        ops += [_moved(op, x) for op in mark(kind).ops]
        ops.append(TextOp(x + 36, 10.4, words, 8, "muted"))
        x += 36 + text_width(words, 8) + 14
    said = "; ".join(f"{mark(kind).description}: {words}" for kind, words in legend)
    return Drawing(max(width, x), 15, tuple(ops), _("Key"), _("Key. {said}.").format(said=said))


def _moved(op: Op, by: float) -> Op:
    """Return a mark's op further to the right."""
    match op:
        case LineOp():
            return replace(op, x1=op.x1 + by, x2=op.x2 + by)
        case RectOp() | CircleOp() | TextOp():
            return replace(op, x=op.x + by)
        case _:
            return replace(op, points=tuple((x + by, y) for x, y in op.points))


def ladder(width: float, height: float) -> Drawing:
    """Return the five levels as steps: the cover's picture, which says nothing in words."""
    step, ops = width / HI, list[Op]()
    for level in LEVELS:
        tall = height * level / HI
        ops.append(RectOp((level - 1) * step, height - tall, step, tall, f"step{level}"))
    return Drawing(width, height, tuple(ops), "", "")
