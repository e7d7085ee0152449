"""The profile: five bars as one control. Arrows choose a dimension, Return or a click opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.charts import SCREEN, ProfileView, profile_chart, profile_height
from cxaudit.ui.theme import px, zoom
from cxaudit.ui.widgets.drawing_view import paint_op
from cxaudit.ui.widgets.paint import box, painter
from cxaudit.ui.widgets.painted_rows import PaintedRows

INSET = 8
"""Room at both sides for the ring of the row at hand."""


class ProfileChart(PaintedRows):
    """Five bars with range and target; one Tab stop, arrows inside.

    Signals:
        opened: the id of the dimension that is to be opened to its arithmetic.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: ProfileView | None = None
        self._opened = ""
        self.let_choose()

    def render_view(self, view: ProfileView) -> None:
        """Show a profile."""
        self._view = view
        self.at = min(self.at, len(view.bars) - 1)
        self.setFixedHeight(px(profile_height(view)))
        self.setAccessibleDescription(view.description)
        self.say()
        self.update()

    def bring_out(self, dimension: str) -> None:
        """Colour the name of a dimension while it is open; an empty id for none."""
        self._opened = dimension
        self.update()

    @property
    def current(self) -> str:
        """Return the id of the dimension at hand, or an empty text."""
        return self._view.bars[self.at].dimension if self._view is not None else ""

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(560), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(440), self.height())

    @override
    def row_count(self) -> int:
        return len(self._view.bars) if self._view is not None else 0

    @override
    def say(self) -> None:
        if self._view is not None:
            bar = self._view.bars[self.at]
            facts = ", ".join([bar.title, *(n.text for n in bar.notes)])
            self.setAccessibleName(_("Profile, {row}").format(row=facts))

    @override
    def row_area(self, at: int) -> QRectF:
        return QRectF(0, px(SCREEN.axis + at * SCREEN.row + 2), self.width(), px(SCREEN.row - 4))

    @override
    def open_row(self, at: int) -> None:
        self.opened.emit(self.current)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        factor = zoom() / 100
        drawing = profile_chart(self._view, self.width() / factor - 2 * INSET, SCREEN, self._opened)
        with painter(self) as p:
            if self.over >= 0:
                box(p, self.row_area(self.over), "hover", None)
            p.save()
            p.translate(px(INSET), 0)
            p.scale(factor, factor)
            for op in drawing.ops:
                paint_op(p, op)
            p.restore()
            self.paint_ring(p, 8)
