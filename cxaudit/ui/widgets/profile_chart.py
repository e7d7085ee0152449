"""The profile: five bars as one control. Arrows choose a dimension, Return or a click opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.charts import SCREEN, ProfileView, profile_chart, profile_height
from cxaudit.ui.theme import color, px, zoom
from cxaudit.ui.tokens import RING
from cxaudit.ui.widgets.drawing_view import paint_op
from cxaudit.ui.widgets.paint import box, painter

_KEYS = Qt.Key
_STEPS = {_KEYS.Key_Up: -1, _KEYS.Key_Down: 1}
_OPENS = {_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Space}
INSET = 8
"""Room at both sides for the ring of the row at hand."""


class ProfileChart(QWidget):
    """Five bars with range and target; one Tab stop, arrows inside.

    Signals:
        opened: the id of the dimension that is to be opened to its arithmetic.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: ProfileView | None = None
        self._at, self._over = 0, -1
        self._opened = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("noring", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_view(self, view: ProfileView) -> None:
        """Show a profile."""
        self._view = view
        self._at = min(self._at, len(view.bars) - 1)
        self.setFixedHeight(px(profile_height(view)))
        self.setAccessibleDescription(view.description)
        self._say()
        self.update()

    def bring_out(self, dimension: str) -> None:
        """Colour the name of a dimension while it is open; an empty id for none."""
        self._opened = dimension
        self.update()

    @property
    def current(self) -> str:
        """Return the id of the dimension at hand, or an empty text."""
        return self._view.bars[self._at].dimension if self._view is not None else ""

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(560), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(440), self.height())

    def _say(self) -> None:
        if self._view is not None:
            bar = self._view.bars[self._at]
            facts = ", ".join([bar.title, *(n.text for n in bar.notes)])
            self.setAccessibleName(_("Profile, {row}").format(row=facts))

    def _row(self, at: int) -> QRectF:
        return QRectF(0, px(SCREEN.axis + at * SCREEN.row + 2), self.width(), px(SCREEN.row - 4))

    def _row_at(self, y: float) -> int:
        count = len(self._view.bars) if self._view is not None else 0
        return next((i for i in range(count) if self._row(i).top() <= y <= self._row(i).bottom()), -1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS(event.key())
        if self._view is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._at = max(0, min(len(self._view.bars) - 1, self._at + _STEPS[key]))
            self._say()
            self.update()
        elif key in _OPENS and not event.isAutoRepeat():
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._row_at(event.position().y())
        if over != self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event.position().y())
        if at >= 0:
            self._at = at
            self._say()
            self.update()
            self.opened.emit(self.current)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        factor = zoom() / 100
        drawing = profile_chart(self._view, self.width() / factor - 2 * INSET, SCREEN, self._opened)
        with painter(self) as p:
            if self._over >= 0:
                box(p, self._row(self._over), "hover", None)
            p.save()
            p.translate(px(INSET), 0)
            p.scale(factor, factor)
            for op in drawing.ops:
                paint_op(p, op)
            p.restore()
            if self.hasFocus():
                p.setPen(QPen(color("accent"), RING))
                p.setBrush(Qt.BrushStyle.NoBrush)
                p.drawRoundedRect(self._row(self._at).adjusted(1, 1, -1, -1), px(8), px(8))
