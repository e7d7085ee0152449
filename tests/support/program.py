"""The real program for window tests: real services on a folder of the test's own, no network, no screen."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxaudit.bootstrap import SystemClock, build_services, user_settings
from cxaudit.storage.folders import Folders
from cxaudit.ui.app import Program, make_application
from cxaudit.ui.session import Session


def settle(rounds: int = 4) -> None:
    """Let every event that waits be handled, deletions too."""
    for _round in range(rounds):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


class Hands:
    """Presses keys as a person does, on whatever has the focus, and counts them."""

    def __init__(self) -> None:
        self.presses = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.tap(key, modifier)
        settle()

    def tap(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key and leave what follows to the event loop that runs already."""
        self.presses += 1
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClick(target, key, modifier)

    def tab_to(self, target: QWidget) -> None:
        """Press Tab until a widget has the focus."""
        for _stop in range(20):
            if target.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
        assert target.hasFocus(), f"Tab does not reach {target.accessibleName()}"

    def digits(self, text: str) -> None:
        for digit in text:
            self.press(Qt.Key(Qt.Key.Key_0.value + int(digit)))


@contextmanager
def running(home: Path, path: Path | None = None) -> Generator[Program]:
    """Run the program on the files under `home`, its window shown and active."""
    make_application([])
    folders = Folders.under(home)
    program = Program(user_settings(folders), SystemClock(), lambda: build_services(folders), path)
    program.window.show()
    program.window.activateWindow()
    settle()
    try:
        yield program
    finally:
        program.window.close()
        program.close()
        program.window.deleteLater()
        settle()


def fill(session: Session, levels: str) -> None:
    """Answer the questions of a five-minute audit in order: digits, "0" for don't know, "-" to pass."""
    for level in levels:
        practice = session.flow.at
        if level == "-":
            session.go_on()
        elif level == "0":
            session.dont_know(practice)
        else:
            session.answer(practice, int(level))


def focusable(root: QWidget) -> list[QWidget]:
    """Return every visible widget under a root that Tab reaches."""
    found: list[QWidget] = []
    first = step = root.nextInFocusChain()
    while step is not None:
        tab = step.focusPolicy().value & 1
        if root.isAncestorOf(step) and step.isVisible() and step.isEnabled() and tab:
            found.append(step)
        step = step.nextInFocusChain()
        if step is first:
            break
    return found
