"""The keys of the question screen: digits answer, letters act where nobody types, and the hints that say so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxaudit.i18n import _
from cxaudit.ui.screens.question_finder import QuestionFinder
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.key_press import digit, plain
from cxaudit.ui.widgets.question_column import QuestionColumn
from cxaudit.ui.widgets.question_list import QuestionList
from cxaudit.ui.widgets.question_page import QuestionPage
from cxaudit.ui.widgets.status_line import Hint

_KEYS = Qt.Key


class Answering(Protocol):
    """What the keys act on: the question screen."""

    session: Session
    sides: QuestionPage
    column: QuestionColumn
    list: QuestionList
    finder: QuestionFinder

    @property
    def typing(self) -> bool:
        """Return whether a text field has the focus."""
        ...

    def take_digit(self, chosen: int) -> None:
        """Answer with a digit."""
        ...

    def open_notes(self, *, evidence: bool) -> None:
        """Open the drawer for note and evidence."""
        ...

    def open_fact(self) -> None:
        """Open the fact-check."""
        ...

    def turn_help(self) -> None:
        """Open or close the help."""
        ...

    def mark(self) -> None:
        """Mark the question at hand."""
        ...

    def set_aside(self) -> None:
        """Ask why the question at hand does not apply."""
        ...

    def commit(self) -> None:
        """Send what was typed and not yet sent."""
        ...

    def close_drawer(self) -> None:
        """Close the drawer."""
        ...


class QuestionKeys:
    """Reads the keys that the focused widget of a question screen did not want."""

    def __init__(self, screen: Answering) -> None:
        """Read keys for a screen."""
        self._screen = screen

    def handle(self, event: QKeyEvent) -> bool:
        """Take a key; return whether it was of use."""
        if event.key() == _KEYS.Key_Escape:
            return self._escape()
        if self._screen.typing:
            return self._handle_typing(event)
        chosen = digit(event)
        if chosen is not None:
            if not event.isAutoRepeat() and not self._screen.sides.at_side():
                self._screen.take_digit(chosen)
            return True
        return plain(event) and not event.isAutoRepeat() and self._handle_plain(event)

    def _escape(self) -> bool:
        """Close what is open, else take the filter off, else leave the list."""
        screen = self._screen
        if screen.sides.open:
            screen.close_drawer()
        elif screen.finder.narrowed:
            screen.finder.clear()
        elif screen.sides.at_side():
            screen.finder.leave()
        else:
            return False
        return True

    def _handle_typing(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {_KEYS.Key_Return, _KEYS.Key_Enter} and not event.isAutoRepeat():
            self._screen.commit()
            self._screen.sides.focus_answers()
            self._screen.session.go_on()
            return True
        return False

    def _handle_plain(self, event: QKeyEvent) -> bool:
        screen = self._screen
        letters: dict[str, Callable[[], None]] = {
            "n": partial(screen.open_notes, evidence=False),
            "e": partial(screen.open_notes, evidence=True),
            "c": screen.open_fact,
            "f": screen.mark,
            "a": screen.set_aside,
            "?": screen.turn_help,
        }
        moves: dict[Qt.Key, Callable[[], None]] = {
            _KEYS.Key_Backspace: screen.session.back,
            _KEYS.Key_PageUp: screen.session.back,
            _KEYS.Key_PageDown: screen.session.go_on,
        }
        act = letters.get(event.text().lower()) or moves.get(Qt.Key(event.key()))
        if act is not None:
            act()
        return act is not None


def hints(screen: Answering) -> tuple[Hint, ...]:
    """Return the keys that work now."""
    if screen.list.has_focus_within:
        return _list_hints(screen)
    if screen.typing:
        return (
            Hint("Esc", _("back to the answers")),
            Hint("Tab", _("next field")),
            Hint("Ctrl ↵", _("next question")),
        )
    if screen.sides.open and screen.sides.at_side():
        return (Hint("Esc", _("back to the answers")), Hint("Tab", _("next field")), Hint("↵", _("choose")))
    first = (Hint("1–5", _("answer")), Hint("0", _("don't know")))  # noqa: RUF001 - a range of keys
    if not screen.session.preferences.settings.digits_answer:
        first = ()
    rest = (Hint("↑ ↓", _("move")), Hint("↵", _("choose")), Hint("⌫", _("back")))
    if screen.finder.narrowed:
        return (*first, Hint("PgDn", _("next of these")), Hint("Esc", _("show all")), *rest)
    if screen.sides.full:
        fact = (Hint("C", _("fact-check")),) if screen.column.tools.has_fact else ()
        return (*first, *rest, *fact, Hint("Ctrl L", _("list")), Hint("F1", _("keys")))
    return (*first, *rest, Hint("Ctrl J", _("jump")), Hint("F1", _("keys")))


def _list_hints(screen: Answering) -> tuple[Hint, ...]:
    away = Hint("Esc", _("show all") if screen.finder.narrowed else _("back to the answers"))
    if screen.typing:
        return (Hint("↓", _("to the list")), Hint("↵", _("open the first")), away)
    if screen.list.at_row:
        return (
            Hint("↑ ↓", _("move")),
            Hint("↵", _("open")),
            Hint("F", _("mark")),
            Hint("A", _("does not apply")),
            away,
        )
    return (Hint("← →", _("move")), Hint("↵", _("turn on or off")), away)
