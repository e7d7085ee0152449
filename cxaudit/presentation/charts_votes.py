"""Votes as display lists: dots level by level, a count in its cell, rounds as a grid, a group's level. Never a mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from cxaudit.domain.model import HI, LEVELS
from cxaudit.domain.workshop import Vote
from cxaudit.i18n import _
from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, Op, RectOp, TextOp
from cxaudit.presentation.measure import shorten

CELL = 20.0
CELL_HEIGHT = 12.0
DOTS = 118.0
"""Room for the dots of one level."""
PITCH = 8.0
DENSEST = 3.0
"""Dots closer together than this are drawn as a bar."""
LEFT = 18.0
LABEL = 112.0


@dataclass(frozen=True, slots=True)
class Panel:
    """The votes of one round as counted: five levels, those who do not know, and those who gave no vote."""

    levels: tuple[int, ...]
    unknown: int
    none: int

    @property
    def given(self) -> int:
        """Return how many levels were given."""
        return sum(self.levels)


def counted(votes: Sequence[Vote]) -> Panel:
    """Return votes as counted; "does not apply" stands with those who do not know."""
    levels = tuple(votes.count(level) for level in LEVELS)
    return Panel(levels, votes.count("dk") + votes.count("na"), votes.count("-"))


def vote_rows(panel: Panel, marked: tuple[int, int] | None, name: str, earlier: Panel | None = None) -> Drawing:
    """Return one dot a vote, a row a level, with numbers; the round before as hollow dots beneath.

    `marked` are the lowest and the highest level that the room closed on: ringed, dashed where they are not one.
    """
    step = 19.5 if earlier else 13.0
    counts = (*panel.levels, panel.unknown)
    before = (*earlier.levels, earlier.unknown) if earlier else (0,) * len(counts)
    rows = HI + 1 if panel.unknown or before[HI] else HI
    pitch = min(PITCH, DOTS / max(*counts, *before, 1))
    ops: list[Op] = []
    if marked:
        low, high = marked
        top, height = (low - 1) * step, (high - low + 1) * step - 0.5
        ops.append(RectOp(0.7, top, 11.6, height, None, "target", 1.3, 3.6, dashed=low != high))
    for row in range(rows):
        y = row * step + 6.2
        ops.append(TextOp(6.5, y + 2.9, str(row + 1) if row < HI else "?", 8, "ink", "semibold", "middle"))
        ops.extend(_dots(counts[row], y, pitch, "accent" if row < HI else "muted"))
        ops.append(_number(counts[row], y + 2.9))
        if before[row]:
            ops.extend(_hollow(before[row], y + 8.2, pitch))
            ops.append(TextOp(LEFT + DOTS + 20, y + 11.4, str(before[row]), 7.5, "muted", align="right"))
    return Drawing(LEFT + DOTS + 21, rows * step, tuple(ops), name, _told(name, panel, earlier))


def _number(count: int, y: float) -> TextOp:
    weight, role = ("semibold", "ink") if count else ("regular", "muted")
    return TextOp(LEFT + DOTS + 20, y, str(count), 8, role, weight, "right")


def _dots(count: int, y: float, pitch: float, role: str) -> Iterator[Op]:
    if pitch < DENSEST:
        if count:
            yield RectOp(LEFT, y - 2.5, count * pitch, 5, role)
        return
    for place in range(count):
        yield CircleOp(LEFT + 3.5 + place * pitch, y, min(3.0, pitch * 0.42), role)


def _hollow(count: int, y: float, pitch: float) -> Iterator[Op]:
    if pitch < DENSEST:
        yield RectOp(LEFT, y - 1.6, count * pitch, 3.2, None, "muted", 0.7)
        return
    for place in range(count):
        yield CircleOp(LEFT + 3.5 + place * pitch, y, min(2.0, pitch * 0.3), None, "muted", 0.7)


def _told(name: str, panel: Panel, earlier: Panel | None) -> str:
    text = _("{name}: {said}.").format(name=name, said=panel_text(panel))
    return (
        text if earlier is None else _("{text} The round before: {said}.").format(text=text, said=panel_text(earlier))
    )


def panel_text(panel: Panel) -> str:
    """Return all counts in words: "2 at level 1, 0 at level 2, …, 1 don't know"."""
    said = [_("{n} at level {level}").format(n=n, level=k) for k, n in zip(LEVELS, panel.levels, strict=True)]
    if panel.unknown:
        said.append(_("{n} don't know").format(n=panel.unknown))
    if panel.none:
        said.append(_("{n} gave no vote").format(n=panel.none))
    return ", ".join(said)


def count_cell(count: int, of: int, said: str) -> Drawing:
    """Return how many of so many in a cell, the darker the more."""
    return Drawing(CELL, CELL_HEIGHT, tuple(_cell(0, 0, count, of)), str(count), said)


def _cell(x: float, y: float, count: int, of: int) -> Iterator[Op]:
    """Yield a cell; one without a ground (`of` 0) only holds its number."""
    middle, base = x + CELL / 2, y + CELL_HEIGHT / 2 + 2.9
    if not count:
        yield TextOp(middle, base, "·", 8, "muted", align="middle")
        return
    if of:
        shade = ceil(Fraction(count, of) * HI)
        yield RectOp(x, y, CELL, CELL_HEIGHT, f"level{shade}", "level_edge", 0.5, 2.4)
    role = f"level{ceil(Fraction(count, of) * HI)}_text" if of else "ink"
    yield TextOp(middle, base, str(count), 8, role, "semibold", "middle")


def round_grid(names: Sequence[str], panels: Sequence[Panel], title: str) -> Drawing:
    """Return rounds as rows, oldest first, under the levels, those who do not know and those who gave no vote."""
    heads = (*map(str, LEVELS), "?", _("none"))
    step, top = CELL_HEIGHT + 2.5, 11.0
    ops: list[Op] = [
        TextOp(LABEL + (CELL + 2.5) * column + CELL / 2, 7.5, head, 7.5, "muted", "semibold", "middle")
        for column, head in enumerate(heads)
    ]
    for row, (name, panel) in enumerate(zip(names, panels, strict=True)):
        y = top + row * step
        ops.append(TextOp(0, y + CELL_HEIGHT / 2 + 2.9, shorten(name, LABEL - 6, 8), 8, "ink"))
        for column, count in enumerate((*panel.levels, panel.unknown, panel.none)):
            ops.extend(_cell(LABEL + (CELL + 2.5) * column, y, count, panel.given if column < HI else 0))
    width, height = LABEL + (CELL + 2.5) * len(heads), top + step * len(panels)
    ops.insert(0, LineOp(0, top - 1.5, width, top - 1.5, "rule", 0.5))
    said = " ".join(f"{name}: {panel_text(panel)}." for name, panel in zip(names, panels, strict=True))
    return Drawing(width, height, tuple(ops), title, said)


def group_cell(level: int, voters: int, said: str) -> Drawing:
    """Return a group's level on its colour, and how many of it voted."""
    ops = (
        RectOp(0, 0, 15, 15, f"level{level}", "level_edge", 0.6, 2.4),
        TextOp(7.5, 10.4, str(level), 8, f"level{level}_text", "bold", "middle"),
        TextOp(20, 10.4, _("n {count}").format(count=voters), 8, "muted"),
    )
    return Drawing(46, 15, ops, str(level), said)
