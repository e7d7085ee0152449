"""The main job: from the home screen to a PDF on disk by nothing but keys, and how many."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.program import Hands

from cxaudit.ui.app import Program
from cxaudit.ui.tokens import ADVANCE_GUARD_MS

KEYS = Qt.Key
ANSWERS = "433202311220313"


def export(program: Program, hands: Hands, qtbot: QtBot) -> Path:
    """Press Ctrl+E, Return in the dialog that comes, and wait for the file."""

    waiting = QTimer(interval=10)

    def confirm() -> None:
        focus, dialog = QApplication.focusWidget(), QApplication.activeModalWidget()
        if dialog is not None and focus is not None and dialog.isAncestorOf(focus):
            waiting.stop()
            hands.tap(KEYS.Key_Return)

    waiting.timeout.connect(confirm)
    with qtbot.waitSignal(program.window.session.exported, timeout=60_000) as wrote:
        waiting.start()
        hands.press(KEYS.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert wrote.args is not None
    path = wrote.args[0]
    assert isinstance(path, Path)
    return path


def test_from_home_to_a_pdf_in_19_presses(program: Program, hands: Hands, qtbot: QtBot) -> None:
    hands.press(KEYS.Key_Return)
    for digit in ANSWERS:
        hands.digits(digit)
        qtbot.wait(ADVANCE_GUARD_MS + 20)
    hands.press(KEYS.Key_Return)
    assert program.window.session.place == "results"
    path = export(program, hands, qtbot)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.is_relative_to(program.window.session.services.documents_folder)
    assert hands.presses == 19


@pytest.mark.usefixtures("unguarded")
def test_with_each_answer_confirmed_it_takes_34(program: Program, hands: Hands, qtbot: QtBot) -> None:
    program.preferences.set_confirm(on=True)
    hands.press(KEYS.Key_Return)
    for digit in ANSWERS:
        hands.digits(digit)
        hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Return)
    assert export(program, hands, qtbot).read_bytes().startswith(b"%PDF-")
    assert hands.presses == 34


@pytest.mark.usefixtures("unguarded")
def test_the_answers_are_those_that_were_pressed(program: Program, hands: Hands) -> None:
    hands.press(KEYS.Key_Return)
    hands.digits(ANSWERS)
    session = program.window.session
    given = [session.assessment.answer(practice) for practice in session.flow.asked]
    assert "".join("0" if answer.dont_know else str(answer.level) for answer in given) == ANSWERS
    assert not session.results_open
    hands.press(KEYS.Key_Return)
    assert session.results_open
