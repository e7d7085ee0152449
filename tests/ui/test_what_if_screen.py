"""What if by keys and pointer: numbers follow at once, and nothing of it reaches the record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support.program import Hands, focusable, settle
from support.shown import at_results, clipped_at_all_sizes, shown, unnamed

from cxaudit.app.what_if import WhatIf
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.arithmetic import ArithmeticSheet
from cxaudit.ui.dialogs.lifts import LiftsSheet
from cxaudit.ui.screens import what_if as what_if_page
from cxaudit.ui.screens.results import ResultsScreen
from cxaudit.ui.screens.what_if import WhatIfScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.button import Button

KEYS = Qt.Key
NONE_TRIED = "What if an answer were different?"


def at_what_if(program: Program, levels: str = "433202311220313") -> WhatIfScreen:
    """Answer fifteen questions and go to what-if by its key."""
    at_results(program, levels)
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, KEYS.Key_W)
    settle()
    return shown(program, WhatIfScreen)


def on_disk(session: Session) -> dict[str, bytes]:
    """Return every byte that the program keeps of the audit, the journal's too, with the edits it has sent."""
    document = session.document
    assert document is not None
    status = document.flush()
    folders = {document.path.parent, session.services.log_file.parent}
    kept = {str(p): p.read_bytes() for f in folders for p in sorted(f.rglob("*")) if p.is_file() and _of_audit(p)}
    return {**kept, "sent": str(session.sent).encode(), "acknowledged": str(status.acknowledged).encode()}


def _of_audit(path: Path) -> bool:
    return path.suffix != ".log" and "recent" not in path.name and "settings" not in path.name


def leaves_a_trace(program: Program, act: Callable[[], object]) -> bool:
    """Return whether something that is done changes the record: its bytes, its journal, or what is undone next."""
    session = program.window.session
    before, label, assessment = on_disk(session), session.workspace.undo_label, session.assessment
    act()
    settle()
    return not (
        on_disk(session) == before and session.assessment is assessment and session.workspace.undo_label == label
    )


def test_w_opens_the_page_that_says_that_nothing_is_saved(program: Program) -> None:
    screen = at_what_if(program)
    assert QApplication.focusWidget() is screen.rows
    assert screen.banner.accessibleName().startswith("Nothing here is saved")
    assert screen.head.title.text() == NONE_TRIED
    assert not screen.clear_button.isEnabled()


def test_the_button_of_the_results_opens_it_too(program: Program, hands: Hands) -> None:
    session = at_results(program)
    shown(program, ResultsScreen).what_if_button.setFocus()
    hands.press(KEYS.Key_Return)
    assert session.place == "what_if"


def test_arrows_signs_and_digits_change_an_answer(program: Program, hands: Hands) -> None:
    screen = at_what_if(program)
    session = program.window.session
    first, second = session.flow.asked[:2]
    hands.press(KEYS.Key_Right)
    assert session.trial().tried == {first: 5}
    hands.press(KEYS.Key_Right)
    hands.press(KEYS.Key_Left)
    hands.press(KEYS.Key_Minus)
    assert session.trial().tried == {first: 3}
    hands.press(KEYS.Key_Plus)
    assert session.trial().tried == {}
    hands.press(KEYS.Key_Down)
    hands.digits("5")
    assert session.trial().tried == {second: 5}
    assert screen.head.title.text().startswith("One change: ")
    assert "tried level 5" in screen.rows.accessibleName()
    hands.press(KEYS.Key_Backspace)
    assert session.trial().tried == {}
    assert screen.head.title.text() == NONE_TRIED


def test_the_numbers_follow_at_once(program: Program, hands: Hands) -> None:
    screen = at_what_if(program)
    before = screen.changes.chart.accessibleDescription()
    for _practice in range(3):
        hands.digits("5")
        hands.press(KEYS.Key_Down)
    after = screen.changes.chart.accessibleDescription()
    assert after != before
    assert "Mission from 3.3 to 5.0" in after
    assert screen.clear_button.isEnabled()
    hands.press(KEYS.Key_R)
    assert screen.changes.chart.accessibleDescription() == before


def test_what_moves_is_said_aloud(program: Program, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    at_what_if(program)
    said: list[str] = []

    def hear(_widget: QWidget, text: str) -> None:
        said.append(text)

    monkeypatch.setattr(what_if_page, "announce", hear)
    hands.digits("5")
    hands.digits("5")
    hands.press(KEYS.Key_R)
    assert said == ["One change: overall stays at 2.3", NONE_TRIED]


def test_a_dont_know_can_be_given_a_level(program: Program, hands: Hands) -> None:
    screen = at_what_if(program)
    session = program.window.session
    unsure = next(p for p in session.flow.asked if session.assessment.answer(p).dont_know)
    screen.rows.point_at(unsure)
    hands.press(KEYS.Key_Right)
    assert session.trial().tried == {unsure: 1}
    assert screen.rows.accessibleName().endswith("on file don't know, tried level 1")
    hands.press(KEYS.Key_Left)
    assert session.trial().tried == {}


def test_the_pointer_changes_an_answer(program: Program) -> None:
    screen = at_what_if(program)
    session = program.window.session
    area = screen.rows.row_area(2)
    for step, levels in ((-1, {session.flow.asked[1]: 2}), (1, {})):
        spot = screen.rows._button(area, step).center().toPoint()
        QTest.mouseMove(screen.rows, spot)
        QTest.mouseClick(screen.rows, Qt.MouseButton.LeftButton, pos=spot)
        settle()
        assert session.trial().tried == levels
    QTest.mouseClick(screen.rows, Qt.MouseButton.LeftButton, pos=QPoint(60, round(area.center().y())))
    assert session.trial().tried == {}


def test_leaving_forgets_everything(program: Program, hands: Hands) -> None:
    screen = at_what_if(program)
    session = program.window.session
    hands.digits("1")
    hands.press(KEYS.Key_Escape)
    assert session.place == "results"
    hands.press(KEYS.Key_W)
    assert session.trial().tried == {}
    assert screen.head.title.text() == NONE_TRIED
    hands.digits("1")
    session.go_to("plan")
    session.go_to("what_if")
    settle()
    assert session.trial().tried == {}


def test_the_row_at_hand_stays_in_view(program: Program, hands: Hands) -> None:
    screen = at_what_if(program)
    program.window.resize(1024, 640)
    settle()
    scroll = screen.panes.first_scroll
    for key in (KEYS.Key_End, KEYS.Key_Up, KEYS.Key_Home):
        hands.press(key)
        area = screen.rows.row_area(screen.rows.at)
        top = screen.rows.mapTo(scroll.viewport(), area.topLeft().toPoint()).y()
        assert 0 <= top <= scroll.viewport().height() - area.height()
    hands.press(KEYS.Key_End)
    program.window.resize(800, 560)
    settle()
    assert QApplication.focusWidget() is screen.rows
    hands.press(KEYS.Key_Escape)
    hands.press(KEYS.Key_W)
    assert screen.rows.at == 1
    assert screen.panes.first_scroll.verticalScrollBar().value() == 0


def test_a_zoom_and_a_theme_keep_what_is_tried(program: Program, hands: Hands) -> None:
    at_what_if(program)
    hands.digits("1")
    tried = program.window.session.trial().tried
    program.window.run("theme_dark")
    program.preferences.set_zoom(150)
    settle()
    assert program.window.session.trial().tried == tried
    assert shown(program, WhatIfScreen).head.title.text().startswith("One change: ")


def try_everything(hands: Hands) -> None:
    for _row in range(20):
        hands.digits("5")
        hands.press(KEYS.Key_Left)
        hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    hands.press(KEYS.Key_R)
    hands.digits("2")
    hands.press(KEYS.Key_Escape)


def test_nothing_reaches_the_record(program: Program, hands: Hands) -> None:
    at_what_if(program)
    assert not leaves_a_trace(program, lambda: try_everything(hands))
    assert program.window.session.place == "results"


def test_a_what_if_that_leaks_would_be_found(program: Program, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Session.set_trial

    def leaking(session: Session, trial: WhatIf) -> None:
        for practice, level in trial.levels:
            session.perform(AnswerEdit(practice=practice, answer=Answer(level=level)))
        real(session, trial)

    at_what_if(program)
    monkeypatch.setattr(Session, "set_trial", leaking)
    assert leaves_a_trace(program, lambda: hands.digits("1"))


def test_undo_takes_back_the_last_trial_and_nothing_else(program: Program, hands: Hands) -> None:
    at_what_if(program)
    session = program.window.session
    hands.digits("1")
    hands.press(KEYS.Key_Down)
    hands.digits("5")
    assert len(session.trial().tried) == 2
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.trial().tried == {session.flow.asked[0]: 1}
    for _more in range(3):
        hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.trial().tried == {}
    assert session.assessment.reviewed


def test_an_edit_from_the_menu_keeps_what_is_tried(program: Program, hands: Hands) -> None:
    screen = at_what_if(program)
    hands.digits("1")
    program.window.session.set_target("mission", 2)
    settle()
    assert len(program.window.session.trial().tried) == 1
    assert screen.head.title.text().startswith("One change: ")


def test_l_asks_what_lifts_the_dimension_and_tries_it(program: Program, hands: Hands) -> None:
    screen = at_what_if(program)
    session = program.window.session
    hands.press(KEYS.Key_L)
    (sheet,) = screen.window().findChildren(LiftsSheet)
    assert sheet.title.text() == "What lifts Mission from level 3 to 4?"
    assert unnamed(sheet) == []
    hands.press(KEYS.Key_Return)
    assert session.trial().after.scorecard.dimensions["mission"].level == 4
    assert QApplication.focusWidget() is screen.rows


def test_a_head_asks_too_and_says_where_there_is_none(program: Program, hands: Hands) -> None:
    screen = at_what_if(program, "555555555555555")
    hands.press(KEYS.Key_Home)
    assert screen.rows.row is None
    hands.digits("1")
    hands.press(KEYS.Key_Right)
    assert program.window.session.trial().tried == {}
    hands.press(KEYS.Key_Return)
    (sheet,) = screen.window().findChildren(LiftsSheet)
    assert sheet.buttons == []
    hands.press(KEYS.Key_Escape)
    hands.press(KEYS.Key_End)
    assert screen.rows.row is not None


def test_the_arithmetic_of_a_dimension_leads_to_what_if(program: Program, hands: Hands) -> None:
    session = at_results(program)
    hands.press(KEYS.Key_A)
    (sheet,) = [s for s in program.window.findChildren(ArithmeticSheet) if s.isVisible()]
    before = session.workspace.scorecard.dimensions[sheet.subject.id].level or 0
    dimension = sheet.subject.id
    button = next(b for b in sheet.findChildren(Button) if b.text() == "Try it")
    button.setFocus()
    hands.press(KEYS.Key_Return)
    assert session.place == "what_if"
    assert session.trial().after.scorecard.dimensions[dimension].level == before + 1
    assert session.workspace.scorecard.dimensions[dimension].level == before


def test_it_is_closed_before_the_review_was_accepted(program: Program) -> None:
    session = program.window.session
    session.start_quick_audit()
    session.try_levels({session.flow.at: 3})
    session.go_to("what_if")
    assert session.place == "answer"


@pytest.mark.parametrize("levels", ["000000000000000", "---------------", "555555555555555", "111111111111111"])
def test_extreme_answers_can_be_tried(program: Program, hands: Hands, levels: str) -> None:
    screen = at_what_if(program, levels)
    for key in (KEYS.Key_Right, KEYS.Key_Left, KEYS.Key_3):
        hands.press(key)
    assert screen.head.title.text() != NONE_TRIED
    assert clipped_at_all_sizes(program) == {}


def test_few_tab_stops_and_a_name_for_each(program: Program, hands: Hands) -> None:
    screen = at_what_if(program)
    hands.digits("1")
    assert unnamed(screen) == []
    assert len(focusable(screen)) <= 5
    hands.press(KEYS.Key_PageDown)
    hands.press(KEYS.Key_End)
    scroll = screen.panes.first_scroll
    assert scroll.verticalScrollBar().value() > 0
