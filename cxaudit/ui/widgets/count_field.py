"""A field for a small count: digits only. Letters, + and - go on to the page, for nobody writes words here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from cxaudit.ui.theme import px
from cxaudit.ui.widgets.key_press import plain

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDITING = frozenset(
    {
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
    }
)


class CountField(QLineEdit):
    """A count from 0 to 999; an empty field counts 0. Return goes on, like Tab.

    Signals:
        counted: another count was typed.
        done: Return was pressed.
    """

    counted = Signal()
    done = Signal()

    def __init__(self, name: str, *, width: int = 56, height: int = 34) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(3)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(px(width), px(height))
        inner = px(height) - 2
        self.setStyleSheet(f"min-height: {inner}px; max-height: {inner}px; padding: 0;")
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textEdited.connect(self.counted)

    @property
    def count(self) -> int:
        """Return the count."""
        return int(self.text() or 0)

    def render_count(self, count: int) -> None:
        """Show a count, nothing for 0, unless it is what stands there."""
        if count != self.count:
            self.setText(str(count) if count else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS:
            if not event.isAutoRepeat():
                self.done.emit()
            event.accept()
        elif (event.text().isascii() and event.text().isdigit()) or (event.key() in _EDITING and plain(event)):
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setModified(False)
        self.selectAll()
