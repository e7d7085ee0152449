"""A room at the console: sessions begun, steps waited for, and everything that can be read searched for votes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from support.program import Hands, settle

from cxaudit.app.wall import wall
from cxaudit.domain.fields import Mode
from cxaudit.domain.workshop import Room
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.screens.console import ConsoleScreen

PATIENCE = 20.0


def kept(program: Program) -> None:
    """Wait until all that was done is in journal and box, and shown."""
    room, until = program.window.session.room, time.monotonic() + PATIENCE
    settle()
    while not room.settled:
        assert time.monotonic() < until, "nothing is kept"
        time.sleep(0.002)
        settle(1)
    settle()
    if QApplication.activeWindow() is None:  # the platform of tests leaves none active once a dialog is closed
        program.window.activateWindow()
        settle()


def begin(program: Program, room: Room, mode: Mode = "quick", at: str = "") -> ConsoleScreen:
    """Begin a workshop and return its console."""
    program.window.session.start_workshop(room, mode, at)
    kept(program)
    screen = program.window.screen_shown
    assert isinstance(screen, ConsoleScreen)
    return screen


def reopened(program: Program) -> ConsoleScreen:
    """Wait for the document, and return the console that it opens at."""
    until = time.monotonic() + PATIENCE
    while not program.window.session.has_assessment:
        assert time.monotonic() < until
        settle(1)
    kept(program)
    screen = program.window.screen_shown
    assert isinstance(screen, ConsoleScreen)
    return screen


def press(program: Program, hands: Hands, keys: str | Qt.Key) -> None:
    """Press keys one by one on what has the focus, each kept before the next."""
    for key in [keys] if isinstance(keys, Qt.Key) else [Qt.Key(ord(c.upper())) for c in keys]:
        hands.press(key)
        kept(program)


def in_dialog(hands: Hands, *keys: Qt.Key | str) -> None:
    """Type into the dialog that opens next, once it has the focus; it never stays open."""

    def type_(tries: int = 200) -> None:
        dialog = QApplication.activeModalWidget()
        focused = QApplication.focusWidget()
        if tries and (not isinstance(dialog, Dialog) or focused is None or not dialog.isAncestorOf(focused)):
            QTimer.singleShot(5, lambda: type_(tries - 1))
            return
        assert isinstance(dialog, Dialog)
        QTimer.singleShot(2000, dialog, dialog.reject)
        for key in keys:
            target = QApplication.focusWidget()
            if target is None:
                return
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                hands.tap(key)

    QTimer.singleShot(0, type_)


def phase(program: Program) -> str:
    """Return the state that is shown."""
    shown = program.window.session.room.shown
    assert shown is not None
    return wall(shown).phase


def readable(widget: QWidget) -> Iterator[str]:
    """Return every text of a widget that can be seen, heard or hovered."""
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.objectName())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    face = QAccessible.queryAccessibleInterface(widget)
    kinds = QAccessible.Text
    yield from (face.text(kind) for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help))
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    text = getattr(widget, "text", None)
    if isinstance(text, Callable):
        yield str(text())
    yield from (value for name, value in vars(widget).items() if isinstance(value, str) and name[0] != "_")


def everything_readable() -> tuple[str, ...]:
    """Return every text in every window and menu of the program, hidden ones too, in order."""
    texts: list[str] = []
    for widget in QApplication.allWidgets():
        texts += readable(widget)
        for action in widget.findChildren(QAction):
            texts += (action.text(), action.toolTip(), action.statusTip(), action.iconText())
    return tuple(sorted(text for text in texts if text))
