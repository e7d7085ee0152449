"""Rows that one control paints itself: arrows or the pointer choose one, Return or a click opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import RING

_KEYS = Qt.Key
_STEPS = {_KEYS.Key_Up: -1, _KEYS.Key_Down: 1}
_OPENS = {_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Space}


class PaintedRows(QWidget):
    """One Tab stop with rows inside. A subclass says how many there are, where, how they are called and what opens."""

    def __init__(self) -> None:
        super().__init__()
        self.at, self.over = 0, -1
        self.setProperty("noring", True)  # the ring is drawn round the row at hand
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def let_choose(self) -> None:
        """Make the rows a Tab stop, and follow the pointer."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def row_count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def row_area(self, at: int) -> QRectF:
        """Return where a row lies."""
        raise NotImplementedError

    def say(self) -> None:
        """Name the row at hand for those who hear the screen."""
        raise NotImplementedError

    def go_to(self, at: int) -> None:
        """Bring a row to hand, and into view."""
        self.at = at
        self.say()
        self.update()
        self.show_row()

    def open_row(self, at: int) -> None:
        """Open a row."""
        raise NotImplementedError

    def row_at(self, y: float) -> int:
        """Return the row at a height, or -1."""
        areas = (self.row_area(at) for at in range(self.row_count()))
        return next((at for at, area in enumerate(areas) if area.top() <= y <= area.bottom()), -1)

    def show_row(self) -> None:
        """Scroll what the rows lie in until the row at hand is in view."""
        step = self.parentWidget()
        while step is not None and self.row_count():
            content = step.widget() if isinstance(step, QScrollArea) else None
            if isinstance(step, QScrollArea) and content is not None:
                area = self.row_area(self.at)
                middle = self.mapTo(content, area.center().toPoint())
                step.ensureVisible(middle.x(), middle.y(), 0, round(area.height() / 2) + px(24))
            step = step.parentWidget()

    def paint_ring(self, p: QPainter, radius: int) -> None:
        """Paint the focus ring round the row at hand."""
        if self.hasFocus() and self.row_count():
            p.setPen(QPen(color("accent"), RING))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(self.row_area(self.at).adjusted(1, 1, -1, -1), px(radius), px(radius))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = _KEYS(event.key()), self.row_count()
        if not count or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.go_to(max(0, min(count - 1, self.at + _STEPS[key])))
        elif key in _OPENS and not event.isAutoRepeat():
            self.open_row(self.at)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.row_at(event.position().y())
        if over != self.over:
            self.over = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.over = -1
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.row_at(event.position().y())
        if at >= 0:
            self.go_to(at)
            self.open_row(at)
