"""An answer of several people that was carried over keeps its votes when it is confirmed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
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
    session = program.window.session
    services = session.services
    pack = services.packs.newest("cx-core")
    practice = pack.by_code["M1"].id
    path = services.documents_folder / "Kestrel.cxaudit"
    engagement = new_engagement(pack, "full", services.today(), "Kestrel Water")
    document = services.documents.create(path, engagement)
    waiting = Answer(votes=VOTES, agreed=3, carried=True)
    document.record(engagement.newest.id, AnswerEdit(practice=practice, answer=waiting))
    document.close()
    session.open(path)
    qtbot.waitUntil(lambda: session.has_assessment)
    session.go_to_question(practice)
    program.window.activateWindow()
    settle()
    hands.press(key)
    answer = session.assessment.answer(practice)
    assert not answer.carried
    assert (answer.votes, answer.agreed, answer.level) == ((VOTES, 3, None) if kept else (None, None, 2))
