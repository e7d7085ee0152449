"""Charts as display lists: drawn once here, painted by Qt and PDF alike.

Origin top left, y downwards, in points (or px at 100 %). Colours are role names, resolved by each painter's own
palette: ink, muted, rule, hairline, surface, sunken, accent, accent_strong, on_accent, flag, warn, target, target_text,
good, level1..level5, level1_text..level5_text, level_edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = str
Align = Literal["left", "middle", "right"]
Weight = Literal["regular", "semibold", "bold"]


@dataclass(frozen=True, slots=True)
class TextOp:
    """A line of text; (x, y) is its baseline at the start, middle or end."""

    x: float
    y: float
    text: str
    size: float
    role: Role = "ink"
    weight: Weight = "regular"
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class RectOp:
    """A rectangle with an optional corner radius; `hatch` fills it with slanted lines of the fill colour."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 1.0
    radius: float = 0.0
    hatch: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class CircleOp:
    """A circle about (x, y)."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 1.0


@dataclass(frozen=True, slots=True)
class LineOp:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role = "rule"
    line: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class PolygonOp:
    """A closed polygon."""

    points: tuple[tuple[float, float], ...]
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 1.0
    opacity: float = 1.0


Op = TextOp | RectOp | CircleOp | LineOp | PolygonOp


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its size, what to paint in order, its name and a sentence that says the same in words."""

    width: float
    height: float
    ops: tuple[Op, ...]
    title: str
    description: str
