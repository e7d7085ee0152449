"""The focus ring: one overlay per window that follows the keyboard focus.

It lies 2 px outside the control, where no parent can clip it (a QFocusFrame is clipped by its control's parent).
`FocusRings` is made once, by the program; a widget's corner radius is its dynamic property `radius`, and a widget
with the property `noring` shows its focus itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid
from typing_extensions import override

from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import RADIUS_CONTROL, RING, RING_GAP
from cxaudit.ui.widgets.focus_moves import FocusMoves
from cxaudit.ui.widgets.paint import painter

_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}


class FocusRing(QWidget):
    """The ring of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self, target: QWidget | None) -> None:
        """Surround another control, or none."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._target is not None and isValid(self._target):
            self._target.destroyed.disconnect(self._let_go)
        self._target, self._watched = target, []
        step = target
        while step is not None and step is not self.window():
            self._watched.append(step)
            step.installEventFilter(self)
            step = step.parentWidget()
        if target is not None:
            target.destroyed.connect(self._let_go)
        self.place()

    def _let_go(self) -> None:
        self._target, self._watched = None, []
        self.hide()

    def place(self) -> None:
        """Move to where the control is now; hidden where it cannot be seen."""
        target = self._target
        if target is None or not target.isVisible() or target.visibleRegion().isEmpty():
            self.hide()
            return
        out = px(RING + RING_GAP)
        rect = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        self.setGeometry(self._clipped(rect.adjusted(-out, -out, out, out)))
        self.show()
        self.raise_()
        self.update()

    def _clipped(self, rect: QRect) -> QRect:
        """Keep the ring inside the scroll area that holds the control."""
        step = self._target.parentWidget() if self._target else None
        while step is not None and step is not self.window():
            if isinstance(step.parentWidget(), QAbstractScrollArea):
                view = QRect(step.mapTo(self.window(), QPoint(0, 0)), step.size())
                rect = rect.intersected(view.adjusted(-px(4), 0, px(4), 0))
            step = step.parentWidget()
        return rect

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self.place()
        return False

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._target is None:
            return
        width, gap = px(RING), px(RING_GAP)
        at = self._target.mapTo(self.window(), QPoint(0, 0)) - self.pos()
        rect = QRectF(QRect(at, self._target.size())).adjusted(-gap, -gap, gap, gap)
        rect.adjust(-width / 2, -width / 2, width / 2, width / 2)
        radius = px(int(self._target.property("radius") or RADIUS_CONTROL)) + gap + width / 2
        with painter(self) as p:
            p.setPen(QPen(color("accent"), width))
            p.drawRoundedRect(rect, radius, radius)


class FocusRings(QObject):
    """Gives each window its ring."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._last: FocusRing | None = None
        FocusMoves(self).moved.connect(self._moved)

    def _moved(self) -> None:
        new = QApplication.focusWidget()
        if isinstance(new, QMenu | QMenuBar):
            return
        ring = _ring_of(new.window()) if new is not None else None
        if self._last is not None and self._last is not ring and isValid(self._last):
            self._last.follow(None)
        self._last = ring
        if ring is not None and new is not None:
            ring.follow(None if new.isWindow() or new.property("noring") else new)


def _ring_of(window: QWidget) -> FocusRing:
    return window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly) or FocusRing(window)
