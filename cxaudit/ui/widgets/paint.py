"""Strokes that all painted widgets share. Every colour is a role of `tokens.Look`, every size px at the zoom in use."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from cxaudit.ui import icons
from cxaudit.ui.theme import color, font, look, px, width_of
from cxaudit.ui.tokens import RADIUS_CONTROL

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


def painter(widget: QWidget) -> QPainter:
    """Return a smooth painter for a widget; use it as a context manager."""
    made = QPainter(widget)
    made.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    return made


def box(
    p: QPainter,
    rect: QRectF,
    fill: str | None = None,
    edge: str | None = None,
    radius: float = RADIUS_CONTROL,
    width: float = 1.0,
) -> None:
    """Draw a crisp rounded box; the edge lies inside the rectangle. `radius` is px at 100 %."""
    r = QRectF(rect)
    p.setPen(QPen(color(edge), width) if edge else Qt.PenStyle.NoPen)
    p.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
    if edge:
        r.adjust(width / 2, width / 2, -width / 2, -width / 2)
    p.drawRoundedRect(r, px(radius), px(radius))


def outline(role: str = "control") -> str | None:
    """Return the role where the look adds outlines to fills (high contrast), else None."""
    return role if look().outlined else None


def write(
    p: QPainter,
    rect: QRectF,
    text: str,
    style: str = "body",
    role: str = "ink",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line of plain text; what does not fit is elided at the end."""
    p.setFont(font(style))
    p.setPen(color(role))
    if width_of(text, style) > rect.width() + 1:
        text = QFontMetricsF(font(style)).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    p.drawText(rect, align | Qt.TextFlag.TextSingleLine, text)


def icon(p: QPainter, name: str, rect: QRectF, role: str = "muted", stroke: float = 1.75) -> None:
    """Draw an icon in the colour of a role."""
    icons.draw(p, name, rect, color(role), stroke)


def hatch(p: QPainter, rect: QRectF, role: str, radius: float = 4, step: float = 6, width: float = 1.6) -> None:
    """Draw slanted strokes with an edge: claimed, not shown; never a solid fill."""
    clip = QPainterPath()
    clip.addRoundedRect(rect, px(radius), px(radius))
    p.save()
    p.setClipPath(clip)
    p.setPen(QPen(color(role), width))
    x = rect.left() - rect.height()
    while x < rect.right():
        p.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += px(step)
    p.restore()
    box(p, rect, None, role, radius, 1.5)


def shadow(p: QPainter, rect: QRectF, radius: float, spread: int = 14) -> None:
    """Draw the only shadow there is: under sheets and paper."""
    alpha = look().shadow
    if not alpha:
        return
    p.setPen(Qt.PenStyle.NoPen)
    for k in range(spread, 0, -1):
        p.setBrush(QColor(0, 0, 0, max(1, round(alpha * (1 - k / spread) ** 2 / 5))))
        p.drawRoundedRect(rect.adjusted(-k, -k + 4, k, k + 4), px(radius) + k, px(radius) + k)
