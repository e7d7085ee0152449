"""The audience's window: the wall over a whole monitor, or in a window that can be shared in a call.

It takes no keys for itself and gives none away: whatever is pressed while it has the focus goes to the console. Neither
Esc nor F5, which clickers send, nor closing it ends anything.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.wall.paint import WallPaint

STRIP = 48
"""Height in px of what is left of the console on a screen that both share."""

_SMALLEST = (480, 270)
_IN_A_WINDOW = (960, 540)


class AudienceWindow(QWidget):
    """The window. What it says to a screen reader is what the wall shows; its title is the same at all times.

    Signals:
        key_pressed: a key (QKeyEvent) that is the console's business.
        dismissed: somebody closed the window.
    """

    key_pressed = Signal(QKeyEvent)
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__(None)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(_("Wall – cxaudit"))  # noqa: RUF001 - a dash between names
        self.setAccessibleName(_("Wall"))
        self.setMinimumSize(*_SMALLEST)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.paint = WallPaint(fills=True)
        self._strip: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.paint, 1)

    def fill(self, place: QRect) -> None:
        """Fill a monitor."""
        self._show_as(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._cover(place)

    def share(self, place: QRect, strip: QWidget) -> None:
        """Fill the monitor that the console is on, but for a strip at its foot."""
        self._show_as(Qt.WindowType.FramelessWindowHint)
        self._strip = strip
        strip.setFixedHeight(STRIP)
        self._box.addWidget(strip)
        strip.show()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._cover(place)

    def float_free(self, at: QRect) -> None:
        """Be an ordinary window, in the middle of a place."""
        self._show_as(Qt.WindowType.Window)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        rect = QRect(0, 0, *_IN_A_WINDOW)
        rect.moveCenter(at.center())
        self.setGeometry(rect)
        self.showNormal()

    def _cover(self, place: QRect) -> None:
        # not showFullScreen, which asks for the focus
        self.setGeometry(place)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()
        self.setGeometry(place)

    def _show_as(self, flags: Qt.WindowType) -> None:
        if self._strip is not None:
            self._box.removeWidget(self._strip)
            self._strip.deleteLater()
            self._strip = None
        self.setCursor(Qt.CursorShape.BlankCursor)
        if self.windowFlags() != flags | Qt.WindowType.Window:
            self.hide()
            self.setWindowFlags(flags | Qt.WindowType.Window)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if Qt.Key(event.key()) not in {Qt.Key.Key_Escape, Qt.Key.Key_F5}:
            self.key_pressed.emit(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        if event.spontaneous():
            self.dismissed.emit()
