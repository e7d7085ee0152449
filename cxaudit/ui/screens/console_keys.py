"""The keys of the console. Letters act where nobody types; Esc and F5, which clickers send, end nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxaudit.i18n import _
from cxaudit.ui.screens.console_asks import ConsoleAsks
from cxaudit.ui.widgets.key_press import plain
from cxaudit.ui.widgets.status_line import Hint

_KEYS = Qt.Key
_WINDOW = {"?": "keys", "x": "wall_swap", "b": "wall_blank", ".": "wall_blank", "f": "wall_freeze"}
"""Keys of actions that are the window's: the wall, and the sheet of keys."""


class Leading(Protocol):
    """What the keys act on: the console."""

    asks: ConsoleAsks

    @property
    def typing(self) -> bool:
        """Return whether a text field has the focus."""
        ...

    def want(self, action: str) -> None:
        """Ask the window for an action."""
        ...

    def reveal(self) -> None:
        """Show the votes."""
        ...

    def vote_again(self) -> None:
        """Open another round."""
        ...

    def close_question(self) -> None:
        """Ask how the question is closed, and close it."""
        ...

    def turn_timer(self) -> None:
        """Let the timer run, or stop it."""
        ...

    def add_minute(self) -> None:
        """Give the question another minute."""
        ...

    def write_dissent(self) -> None:
        """Go to the dissent note."""
        ...

    def restart(self) -> None:
        """Take back all votes that wait."""
        ...

    def only_here(self) -> None:
        """Take those whose votes are in for all who are present."""
        ...

    def go_forward(self) -> None:
        """Take the next step."""
        ...

    def go_back(self) -> None:
        """Take a step back."""
        ...

    def leave_field(self) -> None:
        """Leave a text field."""
        ...


class ConsoleKeys:
    """Reads the keys that the focused widget of the console did not want."""

    def __init__(self, screen: Leading) -> None:
        """Read keys for a screen."""
        self._screen = screen
        self._letters: dict[str, Callable[[], object]] = {
            "r": screen.reveal,
            "v": screen.vote_again,
            "l": screen.close_question,
            "u": screen.asks.unlock,
            "t": screen.turn_timer,
            "+": screen.add_minute,
            "p": screen.asks.park,
            "d": screen.write_dissent,
            "m": screen.asks.show_map,
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
        elif letter in _WINDOW:
            self._screen.want(_WINDOW[letter])
        return act is not None or letter in _WINDOW


def hints(screen: Leading) -> tuple[Hint, ...]:
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
        Hint("?", _("all keys")),
    )
