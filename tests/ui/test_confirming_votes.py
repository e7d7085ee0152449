"""Answers that were carried over: confirmed, votes stay; Return never makes a level where there is none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.program import Hands, settle

from cxaudit.app.new_audit import new_engagement
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit
from cxaudit.ui.app import Program

VOTES = (2, 3, 3, "dk", "-")


@pytest.mark.parametrize(("key", "kept"), [(Qt.Key.Key_3, True), (Qt.Key.Key_2, False)])
def test_votes_stay_where_the_agreed_level_is_confirmed(
    program: Program, qtbot: QtBot, hands: Hands, key: Qt.Key, kept: object
) -> None:
    practice = waiting_at(program, qtbot, "M1", Answer(votes=VOTES, agreed=3, carried=True))
    hands.press(key)
    answer = program.window.session.assessment.answer(practice)
    assert not answer.carried
    assert (answer.votes, answer.agreed, answer.level) == ((VOTES, 3, None) if kept else (None, None, 2))


def test_return_confirms_that_a_question_does_not_apply(program: Program, qtbot: QtBot, hands: Hands) -> None:
    first = waiting_at(program, qtbot, "H4", Answer(not_applicable="One desk, one van", carried=True))
    session = program.window.session

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, agree)
    hands.tap(Qt.Key.Key_Return)
    settle()
    answer = session.assessment.answer(first)
    assert (answer.not_applicable, answer.level, answer.carried) == ("One desk, one van", None, False)
    assert session.flow.at == session.pack.by_code["H5"].id
    program.window.activateWindow()
    settle()
    hands.press(Qt.Key.Key_2)
    assert session.assessment.answer(session.pack.by_code["H5"].id).level == 2


def test_return_on_votes_without_an_agreed_level_makes_no_level(program: Program, qtbot: QtBot, hands: Hands) -> None:
    practice = waiting_at(program, qtbot, "M1", Answer(votes=VOTES, carried=True))
    hands.press(Qt.Key.Key_Return)
    assert program.window.session.assessment.answer(practice).level is None


def waiting_at(program: Program, qtbot: QtBot, code: str, waiting: Answer) -> str:
    """Open a full audit at the question of a code, with an answer there that waits to be confirmed."""
    session = program.window.session
    services = session.services
    pack = services.packs.newest("cx-core")
    practice = pack.by_code[code].id
    path = services.documents_folder / "Kestrel.cxaudit"
    engagement = new_engagement(pack, "full", services.today(), "Kestrel Water")
    document = services.documents.create(path, engagement)
    document.record(engagement.newest.id, AnswerEdit(practice=practice, answer=waiting))
    document.close()
    session.open(path)
    qtbot.waitUntil(lambda: session.has_assessment)
    session.go_to_question(practice)
    program.window.activateWindow()
    settle()
    return practice
