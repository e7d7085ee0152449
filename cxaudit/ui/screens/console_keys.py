"""The keys of the console. Letters act where nobody types; Esc and F5, which clickers send, end nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxaudit.i18n import _
from cxaudit.ui.widgets.key_press import plain
from cxaudit.ui.widgets.status_line import Hint

if TYPE_CHECKING:
    from cxaudit.ui.screens.console import ConsoleScreen

_KEYS = Qt.Key
WALL = {"x": "wall_swap", "b": "wall_blank", ".": "wall_blank", "f": "wall_freeze"}
"""Keys that are about the wall, with their actions."""


class ConsoleKeys:
    """Reads the keys that the focused widget of the console did not want."""

    def __init__(self, screen: ConsoleScreen) -> None:
        """Read keys for a screen."""
        self._screen = screen
        self._letters: dict[str, Callable[[], object]] = {
            "r": screen.reveal,
            "v": screen.vote_again,
            "l": screen.close_question,
            "u": screen.unlock,
            "t": screen.turn_timer,
            "+": screen.add_minute,
            "p": screen.park,
            "d": screen.write_dissent,
            "m": screen.show_map,
            "c": screen.restart,
            "=": screen.only_here,
        }
        self._moves: dict[Qt.Key, Callable[[], object]] = {
            _KEYS.Key_PageDown: screen.go_forward,
            _KEYS.Key_PageUp: screen.go_back,
        }

    def handle(self, event: QKeyEvent) -> bool:
        """Take a key; return whether it was of use."""
        screen = self._screen
        if event.key() in {_KEYS.Key_Escape, _KEYS.Key_F5}:
            if screen.typing:
                screen.leave_field()
            return True
        if event.isAutoRepeat() or not plain(event):
            return False
        move = self._moves.get(Qt.Key(event.key()))
        if move is not None:
            move()
            return True
        return not screen.typing and self._letter(event.text().lower())

    def _letter(self, letter: str) -> bool:
        act = self._letters.get(letter)
        if act is not None:
            act()
        elif letter in WALL:
            self._screen.action_wanted.emit(WALL[letter])
        return act is not None or letter in WALL


def hints(screen: ConsoleScreen) -> tuple[Hint, ...]:
    """Return the keys that work now."""
    if screen.typing:
        return (Hint("Esc", _("leave the field")), Hint("Tab", _("next field")), Hint("PgDn", _("step")))
    return (
        Hint("PgDn", _("step")),
        Hint("PgUp", _("step back")),
        Hint("R", _("reveal")),
        Hint("V", _("vote again")),
        Hint("L", _("lock")),
        Hint("T", _("timer")),
        Hint("P", _("park")),
        Hint("M", _("map")),
        Hint("C", _("start over")),
        Hint("Ctrl J", _("jump")),
    )
