"""Effort against effect: the report's picture of what to do first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.i18n import _
from cxaudit.presentation.drawing import CircleOp, Drawing, Op, RectOp, TextOp
from cxaudit.presentation.numbers import gap_text
from cxaudit.presentation.words import listing


@dataclass(frozen=True, slots=True)
class Spot:
    """One action of the effort and effect chart: its rank, effort class, and the part of the gap it recovers."""

    rank: int
    horizon: str
    effort: str
    benefit: Fraction


LANE_ROLES = {"now": "accent", "next": "good", "later": "muted"}
LANE_NAMES = {"now": _("Now"), "next": _("Next"), "later": _("Later")}
DOT = 8.0
"""Radius of a dot with a rank in it."""
STEP = 2 * DOT + 3
BANDS = 5
"""More different effects than this are drawn in so many bands."""
LABEL = 62.0
LEAST = 116.0
"""The rows of the grid are together at least so high."""


def matrix(spots: Sequence[Spot], efforts: Sequence[tuple[str, str]], width: float) -> Drawing:
    """Return effort against effect as a grid: a column an effort class, a row an effect, a dot with its rank an action.

    Dots lie side by side in their field, so that none covers another. `efforts` are (class, label).
    """
    column = (width - LABEL) / len(efforts)
    across = max(1, int((column - 12) // STEP))
    ops: list[Op] = [TextOp(0, 8, _("Recovers"), 8, "ink", "semibold")]
    ops += [
        TextOp(LABEL + (k + 0.5) * column, 8, label, 8, "ink", "semibold", "middle")
        for k, (_class, label) in enumerate(efforts)
    ]
    y, bands = 15.0, _bands(spots)
    for label, band in bands:
        fields = [[spot for spot in band if spot.effort == effort] for effort, _label in efforts]
        rows = max(1, *(math.ceil(len(field) / across) for field in fields))
        height = max(rows * STEP + 9, LEAST / len(bands))
        ops.append(TextOp(0, y + height / 2 + 2.9, label, 8, "muted"))
        for number, field in enumerate(fields):
            x = LABEL + number * column
            ops.append(RectOp(x + 1.5, y, column - 3, height - 3, "sunken", radius=3))
            taken = math.ceil(len(field) / across) * STEP
            ops.extend(_dots(field, x + column / 2, y + (height - 3 - taken + STEP) / 2, across))
        y += height
    ops.extend(_lane_key(y + 12, {spot.horizon for spot in spots}))
    return Drawing(width, y + 18, tuple(ops), _("Effort and effect"), _matrix_words(spots, efforts))


def _bands(spots: Sequence[Spot]) -> list[tuple[str, list[Spot]]]:
    """Return the rows of the grid, most effect first: one for each effect, or a few bands where they are many."""
    values = sorted({spot.benefit for spot in spots}, reverse=True)
    shown = list(dict.fromkeys(gap_text(value) for value in values))
    if len(shown) <= BANDS:
        return [(text, [spot for spot in spots if gap_text(spot.benefit) == text]) for text in shown]
    size, found = values[0] / BANDS, list[tuple[str, list[Spot]]]()
    for number in reversed(range(BANDS)):
        low, high = number * size, (number + 1) * size
        inside = [s for s in spots if low < s.benefit <= high or (number == 0 and s.benefit == 0)]
        text = _("{low} to {high}").format(low=gap_text(low), high=gap_text(high))
        found += [(text, inside)] if inside else []
    return found


def _dots(field: Sequence[Spot], middle: float, top: float, across: int) -> Iterator[Op]:
    for number, spot in enumerate(field):
        row, place = divmod(number, across)
        in_row = min(across, len(field) - row * across)
        x, y = middle + (place - (in_row - 1) / 2) * STEP, top + row * STEP
        yield CircleOp(x, y, DOT, LANE_ROLES[spot.horizon])
        yield TextOp(x, y + 2.8, str(spot.rank), 7.5, "on_accent", "semibold", "middle")


def _lane_key(y: float, horizons: set[str]) -> Iterator[Op]:
    x = LABEL + 6
    for horizon, role in LANE_ROLES.items():
        if horizon in horizons:
            yield CircleOp(x, y - 2.8, 3.6, role)
            yield TextOp(x + 8, y, LANE_NAMES[horizon], 8, "muted")
            x += 50


def _matrix_words(spots: Sequence[Spot], efforts: Sequence[tuple[str, str]]) -> str:
    said = [
        _("{effect} for {effort}: {ranks}").format(effect=effect, effort=label, ranks=listing(ranks))
        for effect, band in _bands(spots)
        for effort, label in efforts
        if (ranks := [str(spot.rank) for spot in band if spot.effort == effort])
    ]
    return _("Actions by their rank, by what they recover of the gap and their effort. {said}.").format(
        said="; ".join(said)
    )
