"""One Tab stop for a group of widgets, arrows inside: answer rows, rail, lanes, lists.

    self._roving = Roving(self, rows)            # in the screen's constructor; keep it
    self._roving.reset(new_rows, at=2)           # when the rows were built anew

The arrow keys move the focus and nothing else. Home and End go to the ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_KEYS = Qt.Key
_STEPS = {
    "vertical": {_KEYS.Key_Up: -1, _KEYS.Key_Down: 1},
    "horizontal": {_KEYS.Key_Left: -1, _KEYS.Key_Right: 1},
}


class Roving(QObject):
    """Makes a group of widgets one Tab stop, the last one that had the focus."""

    def __init__(self, parent: QObject, parts: Sequence[QWidget] = (), *, way: str = "vertical") -> None:
        super().__init__(parent)
        self._steps = _STEPS[way]
        self._parts: list[QWidget] = []
        self.reset(parts)

    def reset(self, parts: Sequence[QWidget], at: int = 0) -> None:
        """Take over another group; the one at `at` is its Tab stop."""
        for old in self._parts:
            old.removeEventFilter(self)
        self._parts = list(parts)
        for part in self._parts:
            part.installEventFilter(self)
        if self._parts:
            self._stop_at(self._parts[min(at, len(self._parts) - 1)])

    def point_at(self, at: int) -> None:
        """Make one part the Tab stop, without giving it the focus."""
        self._stop_at(self._parts[at])

    @property
    def current(self) -> QWidget | None:
        """Return the Tab stop."""
        return next((p for p in self._parts if p.focusPolicy() == Qt.FocusPolicy.StrongFocus), None)

    def _stop_at(self, here: QWidget) -> None:
        for part in self._parts:
            policy = Qt.FocusPolicy.StrongFocus if part is here else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(policy)

    def _move(self, part: QWidget, event: QKeyEvent) -> bool:
        open_parts = [p for p in self._parts if p.isEnabled() and p.isVisible()]
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or part not in open_parts:
            return False
        key, last = Qt.Key(event.key()), len(open_parts) - 1
        if key in self._steps:
            at = open_parts.index(part) + self._steps[key]
        elif key in {_KEYS.Key_Home, _KEYS.Key_End}:
            at = 0 if key == _KEYS.Key_Home else last
        else:
            return False
        open_parts[max(0, min(at, last))].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and watched in self._parts:
            if event.type() == QEvent.Type.FocusIn:
                self._stop_at(watched)
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._move(watched, event)
        return False
