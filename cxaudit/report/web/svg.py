"""Paints a chart's display list as SVG.

Every mark has its colour as an attribute, so that a chart looks right wherever it is copied to, and its role as a
class, so that the page's style sheet can paint it for a dark ground.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element

from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, Op, PolygonOp, RectOp, TextOp
from cxaudit.report.palette import PALETTE
from cxaudit.report.web.markup import tag
from cxaudit.report.web.palette import variable

MARGIN = 2.0
"""Space about a chart: the ring of a target reaches beyond it."""
HATCH = 4.0
"""From one slanted line to the next."""
ANCHORS = {"left": "start", "middle": "middle", "right": "end"}
WEIGHTS = {"regular": "400", "semibold": "600", "bold": "700"}


class Painter:
    """Paints charts of one page; numbers their titles, as no two elements of a page may share an id."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def paint(self, drawing: Drawing, **attributes: str) -> Element:
        """Return a chart with its title and what it says in words."""
        number = next(self._numbers)
        title, words = f"chart-{number}", f"chart-{number}-words"
        width, height = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN
        told = [tag("title", drawing.title or drawing.description, id=title)]
        if drawing.title and drawing.description not in {"", drawing.title}:
            told.append(tag("desc", drawing.description, id=words))
        return tag(
            "svg",
            *told,
            *(mark for op in drawing.ops for mark in _marks(op)),
            role="img",
            aria_labelledby=" ".join((title, words)[: len(told)]),
            viewBox=f"{_n(-MARGIN)} {_n(-MARGIN)} {_n(width)} {_n(height)}",
            width=f"{_n(width)}pt",
            height=f"{_n(height)}pt",
            **attributes,
        )


def _n(value: float) -> str:
    """Return a number as short as a hundredth needs."""
    return f"{round(value, 2) + 0.0:g}"


def _marks(op: Op) -> Iterator[Element]:
    match op:
        case TextOp():
            yield _text(op)
        case RectOp():
            yield from _rect(op)
        case CircleOp():
            yield _shape("circle", op.fill, op.stroke, op.line, dashed=False, cx=_n(op.x), cy=_n(op.y), r=_n(op.radius))
        case LineOp():
            ends = {"x1": _n(op.x1), "y1": _n(op.y1), "x2": _n(op.x2), "y2": _n(op.y2)}
            yield _shape("line", None, op.role, op.line, dashed=op.dashed, **ends)
        case PolygonOp():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in op.points)
            made = _shape("polygon", op.fill, op.stroke, op.line, dashed=False, points=points)
            if op.opacity < 1:
                made.set("fill-opacity", _n(op.opacity))
            yield made


def _text(op: TextOp) -> Element:
    made = tag("text", op.text, x=_n(op.x), y=_n(op.y), font_size=_n(op.size), **_paint(op.role, None))
    if op.align != "left":
        made.set("text-anchor", ANCHORS[op.align])
    if op.weight != "regular":
        made.set("font-weight", WEIGHTS[op.weight])
    return made


def _rect(op: RectOp) -> Iterator[Element]:
    if op.hatch and op.fill is not None:
        yield _box(op, "surface", None)
        yield from _hatch(op, op.fill)
    fill = None if op.hatch else op.fill
    stroke = op.stroke or (op.fill if op.hatch else None)
    if fill is not None or stroke is not None:
        yield _box(op, fill, stroke)


def _box(op: RectOp, fill: str | None, stroke: str | None) -> Element:
    made = _shape("rect", fill, stroke, op.line, dashed=op.dashed, x=_n(op.x), y=_n(op.y))
    made.set("width", _n(op.width))
    made.set("height", _n(op.height))
    if op.radius:
        made.set("rx", _n(min(op.radius, op.width / 2, op.height / 2)))
    return made


def _hatch(op: RectOp, role: str) -> Iterator[Element]:
    """Yield lines that slant upwards to the right, each cut at the rectangle's edges."""
    start = HATCH
    while start < op.width + op.height:
        x1, x2 = max(0.0, start - op.height), min(start, op.width)
        ends = {"x1": _n(op.x + x1), "y1": _n(op.y + start - x1), "x2": _n(op.x + x2), "y2": _n(op.y + start - x2)}
        yield _shape("line", None, role, 1.2, dashed=False, **ends)
        start += HATCH


def _shape(name: str, fill: str | None, stroke: str | None, line: float, *, dashed: bool, **attributes: str) -> Element:
    made = tag(name, **attributes, **_paint(fill, stroke))
    if stroke is not None:
        made.set("stroke-width", _n(line))
        if dashed:
            made.set("stroke-dasharray", "2.5 2")
    return made


def _paint(fill: str | None, stroke: str | None) -> dict[str, str]:
    """Return the attributes for a fill and a stroke, which are colour roles."""
    names = [f"{letter}-{variable(role)}" for letter, role in (("f", fill), ("s", stroke)) if role]
    found = {"fill": PALETTE[fill] if fill else "none"}
    if stroke:
        found["stroke"] = PALETTE[stroke]
    return {**found, "class": " ".join(names)} if names else found
