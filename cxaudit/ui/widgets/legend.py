"""The legend of the profile: the marks that occur, with their words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.ui.theme import color, px, width_of
from cxaudit.ui.widgets.paint import box, hatch, painter, write

_MARK, _GAP, _SPACE, _LINE = 24, 6, 20, 20


class Legend(QWidget):
    """Marks in one line, more where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[tuple[str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def render_parts(self, parts: tuple[tuple[str, str], ...]) -> None:
        """Show marks (shown, claimed, held, range, target) with their words."""
        self._parts = parts
        self.setAccessibleName(", ".join(words for _mark, words in parts))
        self._fit()
        self.update()

    def _places(self, width: int) -> list[QPointF]:
        places: list[QPointF] = []
        x, y = 0.0, 0.0
        for _mark, words in self._parts:
            needs = px(_MARK + _GAP) + width_of(words, "caption")
            if x and x + needs > width:
                x, y = 0.0, y + px(_LINE)
            places.append(QPointF(x, y))
            x += needs + px(_SPACE)
        return places

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return round(max((place.y() for place in self._places(width)), default=0.0)) + px(_LINE)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(320), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(_LINE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            for (mark, words), at in zip(self._parts, self._places(self.width()), strict=True):
                _draw(p, mark, QRectF(at.x(), at.y() + px(5), px(20), px(10)))
                left = at.x() + px(_MARK + _GAP)
                width = width_of(words, "caption") + 2
                write(p, QRectF(left, at.y(), width, px(_LINE)), words, "caption", "muted")


def _draw(p: QPainter, mark: str, rect: QRectF) -> None:
    """Draw one mark in its rectangle."""
    middle = rect.center()
    match mark:
        case "shown":
            box(p, rect, "accent", None, 3)
        case "claimed":
            hatch(p, rect, "accent", 3, 4, 1.2)
        case "held":
            p.setPen(QPen(color("flag"), 1.5, Qt.PenStyle.DashLine))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), px(3), px(3))
        case "range":
            p.setPen(QPen(color("muted"), 1.75))
            p.drawLine(QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y()))
            for x in (rect.left(), rect.right()):
                p.drawLine(QPointF(x, middle.y() - px(4)), QPointF(x, middle.y() + px(4)))
        case _:
            p.setPen(QPen(color("target"), 2.5))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawEllipse(middle, px(5), px(5))
