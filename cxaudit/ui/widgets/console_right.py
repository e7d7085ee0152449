"""The right side of the console: the timer and the parking lot."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.console import ConsoleView
from cxaudit.presentation.wall import Clock
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.clock_face import ClockFace
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.marks import Tag
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.text import Text

_SHOWN = 3


class TimerPane(QWidget):
    """The clock with its two buttons, and how the session keeps to its minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.face = ClockFace()
        self.turn = Button(_("Start"), key="T", icon_name="timer", size=BUTTON_SMALL)
        self.minute = Button(_("One minute"), key="+", size=BUTTON_SMALL)
        self._drift = Text("", "small", "muted")
        buttons = row(self.turn, self.minute, None)
        head = Text(_("Time for this question"), "label", wrap=False)
        self.setLayout(column(head, self.face, buttons, self._drift, spacing=6))

    def render_clock(self, clock: Clock | None, drift: str, *, running: bool) -> None:
        """Show a moment."""
        self.face.render_clock(clock)
        for button in (self.turn, self.minute):
            button.setEnabled(clock is not None)
        word = _("Stop") if running else _("Start")
        if word != self.turn.text():
            self.turn.render_text(word)
        self._drift.render_text(drift)


class ParkingPane(QWidget):
    """What was put aside: the newest items, and how many there are."""

    def __init__(self) -> None:
        super().__init__()
        self.add = Button(_("Add"), "link", key="P", size=BUTTON_SMALL)
        self._count = Tag("0")
        head = row(Text(_("Parking lot"), "label", wrap=False), self._count, None, self.add)
        self._items = column(spacing=2)
        self._card = Card(self._items, margins=(12, 8, 12, 8))
        self.setLayout(column(holder(head), self._card, spacing=4))
        self._shown: tuple[tuple[str, str], ...] | None = None

    def render_items(self, items: tuple[tuple[str, str], ...]) -> None:
        """Show the newest items; each is what was parked and who sees to it."""
        if items == self._shown:
            return
        self._shown = items
        self._count.render_label(str(len(items)))
        clear(self._items)
        self._card.setVisible(bool(items))
        for text, who in reversed(items[-_SHOWN:]):
            for part in (Text(text, "small", lines=2), Text(who, "caption", "muted")):
                self._items.addWidget(part)
                part.show()


class RightColumn(QWidget):
    """Timer and parking lot."""

    def __init__(self) -> None:
        super().__init__()
        self.timer, self.parking = TimerPane(), ParkingPane()
        stops = (self.timer.turn, self.timer.minute, self.parking.add)
        self._roving = Roving(self, stops, way="horizontal")  # one Tab stop, as they all have keys
        self.setLayout(column(self.timer, self.parking, None, spacing=14))

    def render_view(self, view: ConsoleView) -> None:
        """Show a view."""
        self.parking.render_items(view.parked)
