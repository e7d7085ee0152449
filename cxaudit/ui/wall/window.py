"""The audience's window: the wall over a whole monitor, in a window that can be shared in a call, or over the console.

It takes no keys for itself and gives none away: whatever is pressed while it has the focus goes to the console. Neither
Esc nor F5, which clickers send, nor closing it ends anything.

On a screen that both share it is no window of its own but lies over the console, inside its window. So the focus and
all keys stay where they are, and whatever the console asks comes above the wall on every system.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.wall.paint import WallPaint

STRIP = 48
"""Height of what is left of the console on a screen that both share, px at 100 %."""

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
        self.strip: QWidget | None = None
        self._console: QWidget | None = None
        self._before = Qt.WindowState.WindowNoState
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.paint, 1)

    def fill(self, place: QRect) -> None:
        """Fill a monitor."""
        self._show_as(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._cover(place)

    def share(self, console: QWidget, strip: QWidget) -> None:
        """Lie over the console, which fills its monitor; `strip` is what is left of it, at the foot."""
        if self._console is None:
            self._console, self._before = console, console.windowState()
            self.setParent(console)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            console.installEventFilter(self)
            console.setWindowState(Qt.WindowState.WindowFullScreen)
        elif console.geometry() != (place := console.screen().geometry()):
            console.setGeometry(place)  # the screen is another than it was
        self._replace_strip(strip)
        self.setGeometry(console.rect())
        self.show()
        self.raise_()

    def _replace_strip(self, strip: QWidget | None) -> None:
        if self.strip is not None:
            self._box.removeWidget(self.strip)
            self.strip.hide()
            self.strip.deleteLater()
        self.strip = strip
        if strip is not None:
            strip.setFixedHeight(px(STRIP))
            self._box.addWidget(strip)
            strip.show()

    @property
    def shared(self) -> bool:
        """Return whether it lies over the console."""
        return self._console is not None

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
        self.leave()
        self.setCursor(Qt.CursorShape.BlankCursor)
        if self.windowFlags() != flags | Qt.WindowType.Window:
            self.hide()
            self.setWindowFlags(flags | Qt.WindowType.Window)

    def put_away(self) -> None:
        """Be nowhere."""
        self.leave()
        self.hide()

    def leave(self) -> None:
        """Give the console back what lay under the wall, and its window the size that it had."""
        self._replace_strip(None)
        console, self._console = self._console, None
        if console is None:
            return
        console.removeEventFilter(self)
        self.hide()
        self.setParent(None)
        console.setWindowState(self._before)
        if (focused := QApplication.focusWidget()) is not None:
            focused.updateGeometry()  # its ring, which was covered, comes back

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._console is not None:
            self.setGeometry(self._console.rect())
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies under the wall gets no press

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
