"""Paints a chart's display list on a sheet."""

from __future__ import annotations

from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, Op, PolygonOp, RectOp, TextOp
from cxaudit.report.pdf.canvas import Sheet, mixed
from cxaudit.report.pdf.fonts import BOLD, REGULAR, SEMIBOLD, Face, text_width

_FACES: dict[str, Face] = {"regular": REGULAR, "semibold": SEMIBOLD, "bold": BOLD}


def paint(sheet: Sheet, drawing: Drawing, x: float, y: float, scale: float = 1.0) -> None:
    """Paint the drawing with its upper left corner at (x, y)."""
    for op in drawing.ops:
        _paint(sheet, op, x, y, scale)


def _paint(sheet: Sheet, op: Op, x: float, y: float, k: float) -> None:
    match op:
        case TextOp():
            _text(sheet, op, x, y, k)
        case RectOp():
            _rect(sheet, op, x, y, k)
        case CircleOp():
            sheet.circle(x + op.x * k, y + op.y * k, op.radius * k, op.fill, op.stroke, op.line * k)
        case LineOp():
            sheet.line(
                x + op.x1 * k, y + op.y1 * k, x + op.x2 * k, y + op.y2 * k, op.role, op.line * k, dashed=op.dashed
            )
        case PolygonOp():
            points = tuple((x + px * k, y + py * k) for px, py in op.points)
            fill = op.fill if op.fill is None or op.opacity >= 1 else mixed(op.fill, op.opacity)
            sheet.polygon(points, fill, op.stroke, op.line * k)


def _text(sheet: Sheet, op: TextOp, x: float, y: float, k: float) -> None:
    face, size = _FACES[op.weight], op.size * k
    shift = {"left": 0.0, "middle": 0.5, "right": 1.0}[op.align] * text_width(op.text, face, size)
    sheet.text(x + op.x * k - shift, y + op.y * k, op.text, face, size, op.role)


def _rect(sheet: Sheet, op: RectOp, x: float, y: float, k: float) -> None:
    left, top, width, height = x + op.x * k, y + op.y * k, op.width * k, op.height * k
    if op.hatch and op.fill is not None:
        sheet.rect(left, top, width, height, "surface")
        sheet.hatch(left, top, width, height, op.fill)
    fill = None if op.hatch else op.fill
    stroke = op.stroke or (op.fill if op.hatch else None)
    if fill is not None or stroke is not None:
        sheet.rect(left, top, width, height, fill, stroke, op.line * k, op.radius * k, dashed=op.dashed)
