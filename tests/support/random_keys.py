"""Presses keys at random, closes dialogs at random moments, and turns themes, zoom and pages in between."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from support.program import settle
from support.screens import PAGES
from support.workshop_pages import PAGES as CONSOLE_PAGES

from cxaudit.ui.app import Program

_KEYS = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_OTHERS = (_CONTROL, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)
_MOVES = (_KEYS.Key_Tab, _KEYS.Key_Backtab, _KEYS.Key_Up, _KEYS.Key_Down, _KEYS.Key_Left, _KEYS.Key_Right)
_DOES = (_KEYS.Key_Return, _KEYS.Key_Space, _KEYS.Key_Escape, _KEYS.Key_F1, _KEYS.Key_Backspace)
_PAGING = (_KEYS.Key_PageUp, _KEYS.Key_PageDown, _KEYS.Key_Home, _KEYS.Key_End)
_DIGITS = tuple(Qt.Key(_KEYS.Key_0.value + k) for k in range(10))
_LETTERS = tuple(Qt.Key(_KEYS.Key_A.value + k) for k in range(26))
_ALL = (*_MOVES * 4, *_DOES * 2, *_PAGING, *_DIGITS, *_LETTERS)

_COMMANDS = (
    *("theme_light", "theme_dark", "theme_contrast", "zoom_in", "zoom_out", "zoom_reset"),
    *("organisation", "date", "targets", "jump", "keys", "choose", "about", "margin", "report", "practise"),
)
_PAGES = tuple(name for name in PAGES if name != "no match" and name not in CONSOLE_PAGES)
"""Without the one that types into whatever has the focus, and those that wait for the disk."""

_LEFT_OUT = {_KEYS.Key_Q, _KEYS.Key_O}
"""With Ctrl: the end of the program, and the system's own dialog of files."""

_SYSTEMS = (QFileDialog, QPrintDialog)
"""Dialogs of the system, which write where no test has anything to write; they are closed at once."""


class RandomKeys:
    """Presses from within the event loop, so that the loops of dialogs are pressed in too."""

    commands: tuple[str, ...] = _COMMANDS
    pages: tuple[str, ...] = _PAGES
    often: tuple[Qt.Key, ...] = ()
    modifiers: tuple[Qt.KeyboardModifier, ...] = _OTHERS

    def __init__(self, program: Program, seed: int) -> None:
        self._program, self._random = program, Random(seed)
        self.presses = 0
        self.closed = 0
        self._most = 0

    def press(self, count: int) -> None:
        """Press so many keys, then close what is open."""
        self._most = count
        QTimer.singleShot(0, self._turn)
        while self.presses < self._most or QApplication.activeModalWidget() is not None:
            settle(1)

    def _turn(self) -> None:
        """Do one thing; the next turn waits already, for what a key opens runs an event loop of its own."""
        dialog = QApplication.activeModalWidget()
        over = self.presses >= self._most
        if over and dialog is None:
            return
        QTimer.singleShot(self._random.choice((0, 0, 0, 1)), self._turn)
        if isinstance(dialog, QDialog) and (over or self._random.random() < 0.12):
            self.closed += 1
            dialog.reject()
        elif isinstance(dialog, _SYSTEMS):
            dialog.reject()
        elif dialog is None and self._random.random() < 0.06:
            self._command()
        elif dialog is None and self.pages and self._random.random() < 0.01:
            PAGES[self._random.choice(self.pages)](self._program)
        else:
            self._key()

    def _command(self) -> None:
        name = self._random.choice(self.commands)
        action = self._program.window.menus.actions.get(name)
        if action is not None and action.isEnabled():
            self._program.window.run(name)

    def _key(self) -> None:
        self.presses += 1
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeModalWidget()
        modifier = _NONE if self._random.random() < 0.8 else self._random.choice(self.modifiers)
        keys = [k for k in _ALL if k not in _LEFT_OUT] if modifier is _CONTROL else _ALL
        key = self._random.choice([*keys, *self.often, _KEYS.Key_Plus, _KEYS.Key_Minus])
        QTest.keyClick(target or self._program.window, key, modifier)
