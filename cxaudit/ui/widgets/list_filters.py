"""The filters of the list of questions: toggles with counts, one Tab stop, arrows inside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.question_list import FilterView
from cxaudit.ui.theme import px, width_of
from cxaudit.ui.tokens import RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.flow_row import FlowRow
from cxaudit.ui.widgets.paint import box, painter, write
from cxaudit.ui.widgets.roving import Roving

_HEIGHT, _PAD, _GAP = 28, 9, 6


class FilterToggle(Pressable):
    """One filter: its word, how many questions it finds, and an edge in the accent where it is on."""

    def __init__(self, view: FilterView) -> None:
        super().__init__(view.word, radius=RADIUS_CONTROL)
        self.view = view
        self.render_filter(view)

    def render_filter(self, view: FilterView) -> None:
        """Show whether it is on, and its count."""
        self.view = view
        state = _("on") if view.on else _("off")
        self.setAccessibleName(_("{word}, {count}, {state}").format(word=view.word, count=view.count, state=state))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        word, count = width_of(self.view.word, "captionstrong"), width_of(str(self.view.count), "caption")
        return QSize(round(word + count) + px(2 * _PAD + _GAP) + 4, px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        view, height = self.view, self.height()
        with painter(self) as p:
            ground = "tint" if view.on else "hover" if self.hovered else "surface"
            box(p, QRectF(self.rect()), ground, "accent" if view.on else "control", RADIUS_CONTROL)
            role = "accent_strong" if view.on else "ink"
            word = round(width_of(view.word, "captionstrong")) + 2
            write(p, QRectF(px(_PAD), 0, word, height), view.word, "captionstrong", role)
            count = QRectF(px(_PAD + _GAP) + word, 0, self.width(), height)
            write(p, count, str(view.count), "caption", role if view.on else "muted")


class ListFilters(QWidget):
    """All filters that find something.

    Signals:
        turned: the sign of the filter that was pressed.
    """

    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Filters"))
        self._flow = FlowRow(gap=6)
        self.setLayout(self._flow)
        self._roving = Roving(self, way="horizontal")
        self.toggles: list[FilterToggle] = []

    def render_filters(self, views: tuple[FilterView, ...]) -> bool:
        """Show the filters; return whether they were built anew, because others are shown."""
        others = [toggle.view.sign for toggle in self.toggles] != [view.sign for view in views]
        if others:
            self._build(views)
        for toggle, view in zip(self.toggles, views, strict=True):
            toggle.render_filter(view)
        return others

    def _build(self, views: tuple[FilterView, ...]) -> None:
        at = next((k for k, toggle in enumerate(self.toggles) if toggle.hasFocus()), -1)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.toggles = [FilterToggle(view) for view in views]
        for toggle in self.toggles:
            toggle.clicked.connect(partial(self.turned.emit, toggle.view.sign))
            self._flow.addWidget(toggle)
            toggle.show()  # at once, so that it can take the focus
        self._roving.reset(self.toggles, max(at, 0))
        if at >= 0 and self._roving.current is not None:
            self._roving.current.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
