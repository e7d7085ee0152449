"""Leaves and resumes: the question where one left, an audit of an earlier questionnaire, firms that leave no trace."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.program import Hands, fill, running, settle
from support.shown import shown

from cxaudit.app.new_audit import new_engagement
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.vignettes import Practise
from cxaudit.ui.screens.question import QuestionScreen
from cxaudit.ui.screens.review import ReviewScreen
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Banner

KEYS = Qt.Key
ROOT = Path(__file__).resolve().parents[2]

ANSWER_AND_LEAVE = """
import sys
from pathlib import Path
from support.program import fill, running, settle
with running(Path(sys.argv[1])) as program:
    session = program.window.session
    session.start_full_audit()
    session.begin()
    fill(session, "432")
    session.go_to_question(session.flow.asked[9])
    settle()
    print(session.document.path)
"""


def in_new_process(script: str, *arguments: object) -> str:
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    command = [sys.executable, "-c", script, *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path})
    assert run.stdout, run.stderr
    return run.stdout.strip()


def test_an_audit_goes_on_at_the_question_where_another_process_left_it(qtbot: QtBot, tmp_path: Path) -> None:
    path = Path(in_new_process(ANSWER_AND_LEAVE, tmp_path))
    with running(tmp_path, path) as program:
        session = program.window.session
        qtbot.waitUntil(lambda: session.has_assessment)
        settle()
        assert session.flow.number == 10
        assert shown(program, QuestionScreen).column.rows.isVisible()
        session.close()
        program.tasks.finish()
        assert program.preferences.recent()[0].at == session.services.packs.newest().asked("full")[9].id


def test_after_the_results_an_audit_opens_at_them(program: Program, qtbot: QtBot) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "433202311220313")
    session.accept_review()
    assert session.document is not None
    path = session.document.path
    session.close()
    session.open(path)
    qtbot.waitUntil(lambda: session.has_assessment)
    assert session.place == "results"


# ---------------------------------------------------------------------- an earlier questionnaire
def old_document(program: Program) -> Path:
    """An audit of version 1.0.0 with fifteen answers, the first with a note."""
    session = program.window.session
    pack = session.services.packs.get("cx-core", "1.0.0")
    engagement = new_engagement(pack, "quick", session.services.today(), "Kestrel Water")
    path = session.services.documents_folder / "Kestrel.cxaudit"
    document = session.services.documents.create(path, engagement)
    for practice in pack.practices.values():
        answer = Answer(level=3, note="Ask Ann" if practice.code == "M1" else "")
        document.record(engagement.newest.id, AnswerEdit(practice=practice.id, answer=answer))
    document.close()
    return path


def test_an_audit_of_an_earlier_questionnaire_goes_on_in_a_copy(program: Program, qtbot: QtBot, hands: Hands) -> None:
    path = old_document(program)
    before = path.read_bytes()
    session = program.window.session
    session.open(path)
    qtbot.waitUntil(lambda: session.newer is not None)
    settle()
    banner = next(
        b for b in program.window.messages.findChildren(Banner) if "newer questionnaire" in b.accessibleName()
    )
    newest = session.services.packs.newest().version
    offer = next(b for b in banner.findChildren(Button) if b.text().startswith(f"Continue in {newest}"))
    assert shown(program, ReviewScreen).isVisible()
    in_dialog(press(KEYS.Key_Return))
    offer.setFocus()
    hands.press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: session.has_assessment and session.pack.version == newest)
    settle()
    assert session.document is not None
    assert session.document.path.name == f"Kestrel {newest}.cxaudit"
    assert session.newer is None
    assert path.read_bytes() == before
    first = session.flow.at
    answer = session.assessment.answer(first)
    assert (answer.level, answer.carried, answer.note) == (3, True, "Ask Ann")
    screen = shown(program, QuestionScreen)
    program.window.activateWindow()
    settle()
    row = screen.column.rows.rows[2]
    assert row.chosen
    row.setFocus()
    hands.press(KEYS.Key_Return)
    assert not session.assessment.answer(first).carried
    assert session.assessment.answer(first).level == 3
    assert session.assessment.answer(first).note == "Ask Ann"


def test_who_wants_no_copy_goes_on_as_before(program: Program, qtbot: QtBot) -> None:
    path = old_document(program)
    session = program.window.session
    session.open(path)
    qtbot.waitUntil(lambda: session.newer is not None)
    in_dialog(press(KEYS.Key_Escape))
    program.window.run("newer")
    settle()
    assert session.document is not None
    assert session.document.path == path
    assert [p.name for p in path.parent.glob("*.cxaudit")] == ["Kestrel.cxaudit"]


def test_an_audit_of_the_newest_questionnaire_is_told_of_none(program: Program, qtbot: QtBot) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "4")
    assert session.document is not None
    path = session.document.path
    session.close()
    session.open(path)
    qtbot.waitUntil(lambda: session.has_assessment)
    program.tasks.finish()
    settle()
    assert session.newer is None
    assert not program.window.menus.actions["newer"].isEnabled()


# ---------------------------------------------------------------------- firms to practise on
def in_dialog(*steps: Callable[[], object]) -> None:
    """Take one step after the other in the dialog that is about to open."""
    left = list(steps)
    timer = QTimer(QApplication.instance(), interval=10)

    def turn() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        dialog.activateWindow()
        settle()
        step = left.pop(0)
        if not left:
            timer.stop()
            timer.deleteLater()
        step()

    timer.timeout.connect(turn)
    timer.start()


def press(key: Qt.Key) -> Callable[[], object]:
    def step() -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)

    return step


def rating() -> Practise:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Practise)
    return dialog


def test_firms_are_rated_by_digits_and_nothing_is_kept(
    program: Program, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Practise, "guard_ms", 0)
    session = program.window.session
    session.start_full_audit()
    settle()
    before, seen = session.assessment, list[str]()

    def note() -> None:
        seen.extend(b.accessibleName() for b in rating().findChildren(Banner) if b.isVisible())

    count = sum(len(v.ratings) for v in session.pack.vignettes)
    assert count >= 2
    each = (press(KEYS.Key_3), note, press(KEYS.Key_Return))
    in_dialog(*(step for _k in range(count) for step in each))
    hands.press(KEYS.Key_P)
    assert QApplication.activeModalWidget() is None
    assert len(seen) == count
    assert any(text.startswith("You chose 3, the authors") for text in seen)
    assert session.assessment == before
    assert session.document is None


def test_a_firm_is_left_at_any_point(program: Program) -> None:
    session = program.window.session
    session.start_full_audit()
    settle()

    def unchanged() -> None:
        assert rating().chosen is None

    in_dialog(press(KEYS.Key_Down), press(KEYS.Key_0), unchanged, press(KEYS.Key_Escape))
    program.window.run("practise")
    assert QApplication.activeModalWidget() is None
