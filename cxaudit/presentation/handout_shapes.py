"""The vote cards and their marks: each level has a digit, a shape and a colour of its own.

The shape tells the level too: a circle has one side, a lens two, then triangle, square and pentagon.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from cxaudit.domain.model import LEVELS
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.presentation.drawing import CircleOp, Drawing, Op, PolygonOp, RectOp, TextOp

CAP = 0.727
"""Height of a digit as a share of the type size."""

CARD_WIDTH, CARD_HEIGHT = 260.0, 234.0
"""Six cards stand on a sheet of A4 or Letter, in points."""

WIDE, HIGH = 2.6, 2.2
"""Size of a mark's place, in radii."""

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """One vote card: its picture, the name beneath, a remark under that, and the colour role of both."""

    picture: Drawing
    name: str
    note: str
    role: str


def shape_names() -> tuple[str, ...]:
    """Return what the shapes of levels 1 to 5 are called."""
    return (_("circle"), _("lens"), _("triangle"), _("square"), _("pentagon"))


def cards(pack: Pack) -> tuple[CardView, ...]:
    """Return one person's set: five levels and "don't know"."""
    known = tuple(_level_card(level, pack.levels[level - 1].name) for level in LEVELS)
    return (*known, _unknown_card())


def badge(level: int, radius: float) -> Drawing:
    """Return a level's shape in its colour with the digit on it."""
    x, y, size = radius * WIDE / 2, radius * HIGH / 2, radius * 1.25
    down = y + _lowered(level) * radius + CAP * size / 2
    digit = TextOp(x, down, str(level), size, f"level{level}_text", "bold", "middle")
    ops = (_shape(level, x, y, radius, f"level{level}", "level_edge", radius / 12), digit)
    return Drawing(radius * WIDE, radius * HIGH, ops, str(level), _("Level {level}").format(level=level))


def _level_card(level: int, name: str) -> CardView:
    """Return a card in the level's colour: the digit, readable from seven metres, and the shape beside it."""
    ink = f"level{level}_text"
    ops: tuple[Op, ...] = (
        RectOp(0, 0, CARD_WIDTH, CARD_HEIGHT, f"level{level}", "level_edge", 1.0, 14),
        TextOp(77, 174, str(level), 206, ink, "bold", "middle"),
        _shape(level, 195, 99, 44, ink, None),
    )
    words = _("Vote card {level}, {shape}").format(level=level, shape=shape_names()[level - 1])
    return CardView(Drawing(CARD_WIDTH, CARD_HEIGHT, ops, str(level), words), name, "", ink)


def _unknown_card() -> CardView:
    ops: tuple[Op, ...] = (
        RectOp(0, 0, CARD_WIDTH, CARD_HEIGHT, "surface", "level_edge", 1.0, 14),
        TextOp(77, 174, "?", 206, "ink", "bold", "middle"),
        RectOp(138, 62, 110, 74, None, "ink", 3.0, 37, dashed=True),
    )
    picture = Drawing(CARD_WIDTH, CARD_HEIGHT, ops, "?", _("Vote card, question mark in a dashed ring"))
    return CardView(picture, _("Don't know"), _("Or: it does not apply here"), "ink")


def _lowered(level: int) -> float:
    """Return how far a shape's middle lies below that of its place, in radii."""
    return {3: 0.36, 5: 0.1}.get(level, 0.0)


def _shape(level: int, x: float, y: float, radius: float, fill: str, stroke: str | None, line: float = 1.0) -> Op:
    """Return a level's shape about (x, y), all of about the same area."""
    if level == 1:
        return CircleOp(x, y, radius, fill, stroke, line)
    middle = y + _lowered(level) * radius
    points = _lens(x, y, 1.25 * radius, 0.92 * radius) if level == 2 else _polygon(level, x, middle, radius)
    return PolygonOp(points, fill, stroke, line)


def _polygon(sides: int, x: float, y: float, radius: float) -> Points:
    """Return a regular polygon that stands on a side."""
    outer = radius * {3: 1.4, 4: 1.25, 5: 1.12}[sides]
    turns = (-pi / 2 + pi / sides * (sides % 2 == 0) + 2 * pi * corner / sides for corner in range(sides))
    return tuple((round(x + outer * cos(turn), 3), round(y + outer * sin(turn), 3)) for turn in turns)


def _lens(x: float, y: float, half_width: float, half_height: float) -> Points:
    """Return two arcs that meet at the left and at the right."""
    radius = (half_width**2 + half_height**2) / (2 * half_height)
    steps = [half_width * step / 24 for step in range(-24, 25)]
    rise = [(radius**2 - step**2) ** 0.5 - (radius - half_height) for step in steps]
    upper = [(round(x + step, 3), round(y - up, 3)) for step, up in zip(steps, rise, strict=True)]
    lower = [(round(x + step, 3), round(y + up, 3)) for step, up in zip(steps, rise, strict=True)]
    return (*upper, *reversed(lower[1:-1]))
