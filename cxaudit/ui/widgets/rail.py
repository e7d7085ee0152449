"""The left rail: Answer, Results, Plan, Report; one Tab stop, arrows inside, a lock where it is not open yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import color, px, width_of
from cxaudit.ui.tokens import RADIUS_ROW, RAIL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.paint import CENTER, box, icon, outline, painter, write
from cxaudit.ui.widgets.roving import Roving


class Place(Pressable):
    """One place of the rail."""

    def __init__(self, place: str, label: str, icon_name: str) -> None:
        super().__init__(label, radius=RADIUS_ROW)
        self.place = place
        self._icon, self._here = icon_name, False
        self.setFixedSize(px(RAIL - 16), px(60))

    def render_place(self, *, here: bool, locked: bool) -> None:
        """Show whether one is here, and whether it is still locked."""
        self._here = here
        self.setEnabled(not locked)
        said = self.text()
        if locked:
            said = _("{place}, opens after the review").format(place=said)
        elif here:
            said = _("{place}, you are here").format(place=said)
        self.setAccessibleName(said)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        role = "accent_strong" if self._here else "muted"
        style = "captionstrong" if self._here else "caption"
        with painter(self) as p:
            if self._here:
                box(p, QRectF(self.rect()), "tint", outline("accent"), RADIUS_ROW)
            elif self.hovered:
                box(p, QRectF(self.rect()), "sunken", outline(), RADIUS_ROW)
            icon(p, self._icon, QRectF(self.width() / 2 - px(11), px(10), px(22), px(22)), role)
            shift = 0
            if not self.isEnabled():
                shift = px(7)
                left = round(self.width() / 2 - width_of(self.text(), style) / 2 - px(9))
                icon(p, "lock", QRectF(left, px(38), px(12), px(12)), role, 2.25)
            write(p, QRectF(shift, px(34), self.width(), px(20)), self.text(), style, role, CENTER)


class Rail(QWidget):
    """The places of an open assessment.

    Signals:
        place_chosen: the id of the place that was pressed.
    """

    place_chosen = Signal(str)

    def __init__(self, places: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self.setFixedWidth(px(RAIL))
        self.setAccessibleName(_("Places"))
        self._places = [Place(*place) for place in places]
        box_ = QVBoxLayout(self)
        box_.setContentsMargins(px(8), px(12), px(8), px(12))
        box_.setSpacing(px(4))
        for place in self._places:
            box_.addWidget(place)
            place.clicked.connect(self._chosen)
        box_.addStretch(1)
        self._roving = Roving(self, self._places)

    def render_places(self, here: str, locked: frozenset[str]) -> None:
        """Show where one is and what is locked."""
        for at, place in enumerate(self._places):
            place.render_place(here=place.place == here, locked=place.place in locked)
            if place.place == here:
                self._roving.point_at(at)

    def _chosen(self) -> None:
        place = self.sender()
        if isinstance(place, Place):
            self.place_chosen.emit(place.place)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            p.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), color("hairline"))
