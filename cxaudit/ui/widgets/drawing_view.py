"""Paints a chart of `presentation.drawing` with Qt. It scales to the width that it gets and keeps the proportions.

view = DrawingView()
view.render_drawing(charts.profile(...))
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, Op, PolygonOp, RectOp, TextOp
from cxaudit.ui import fonts
from cxaudit.ui.theme import color, px
from cxaudit.ui.widgets.paint import outline, painter

_WEIGHTS = {"regular": QFont.Weight.Normal, "semibold": QFont.Weight.DemiBold, "bold": QFont.Weight.DemiBold}


def _pen(role: str | None, line: float, *, dashed: bool = False) -> QPen:
    if role is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(color(role), line)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([4 / line, 3 / line])
    return pen


def _text(p: QPainter, op: TextOp) -> None:
    face = QFont(fonts.FAMILY)
    face.setPixelSize(max(1, round(op.size)))
    face.setWeight(_WEIGHTS[op.weight])
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    p.setFont(face)
    p.setPen(color(op.role))
    width = QFontMetricsF(face).horizontalAdvance(op.text)
    x = op.x - {"left": 0.0, "middle": width / 2, "right": width}[op.align]
    p.drawText(QPointF(x, op.y), op.text)


def _rect(p: QPainter, op: RectOp) -> None:
    rect = QRectF(op.x, op.y, op.width, op.height)
    stroke = op.stroke or (outline() if op.fill == "sunken" else None)
    p.setPen(_pen(stroke, op.line, dashed=op.dashed))
    if op.hatch and op.fill:
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.save()
        p.setClipRect(rect)
        p.setPen(_pen(op.fill, 1.6))
        x = rect.left() - rect.height()
        while x < rect.right():
            p.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += 6
        p.restore()
    else:
        p.setBrush(color(op.fill) if op.fill else Qt.BrushStyle.NoBrush)
    p.drawRoundedRect(rect, op.radius, op.radius)


def _circle(p: QPainter, op: CircleOp) -> None:
    p.setPen(_pen(op.stroke, op.line))
    p.setBrush(color(op.fill) if op.fill else Qt.BrushStyle.NoBrush)
    p.drawEllipse(QPointF(op.x, op.y), op.radius, op.radius)


def _line(p: QPainter, op: LineOp) -> None:
    p.setPen(_pen(op.role, op.line, dashed=op.dashed))
    p.drawLine(QPointF(op.x1, op.y1), QPointF(op.x2, op.y2))


def _polygon(p: QPainter, op: PolygonOp) -> None:
    p.setPen(_pen(op.stroke, op.line))
    if op.fill:
        shade = QColor(color(op.fill))
        shade.setAlphaF(op.opacity)
        p.setBrush(shade)
    else:
        p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPolygon(QPolygonF([QPointF(x, y) for x, y in op.points]))


def paint_op(p: QPainter, op: Op) -> None:
    """Paint one stroke of a display list."""
    match op:
        case TextOp():
            _text(p, op)
        case RectOp():
            _rect(p, op)
        case CircleOp():
            _circle(p, op)
        case LineOp():
            _line(p, op)
        case PolygonOp():
            _polygon(p, op)


class DrawingView(QWidget):
    """Shows one chart; its accessible name is the chart's title and sentence."""

    def __init__(self, drawing: Drawing | None = None) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if drawing is not None:
            self.render_drawing(drawing)

    def render_drawing(self, drawing: Drawing) -> None:
        """Show another chart."""
        self._drawing = drawing
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.description)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        drawing = self._drawing
        return 0 if drawing is None else round(drawing.height * width / drawing.width)

    @override
    def sizeHint(self) -> QSize:
        drawing = self._drawing
        return QSize(0, 0) if drawing is None else QSize(px(drawing.width), px(drawing.height))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        with painter(self) as p:
            factor = min(self.width() / self._drawing.width, self.height() / self._drawing.height)
            p.scale(factor, factor)
            for op in self._drawing.ops:
                paint_op(p, op)
