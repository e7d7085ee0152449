"""The list beside the questions by keys: search, filters, opening, the way through what is found, folding away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support.program import Hands, fill, settle
from support.shown import shown

from cxaudit.ui.app import Program
from cxaudit.ui.screens import question as question_module
from cxaudit.ui.screens.question import QuestionScreen
from cxaudit.ui.session import Session

KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(program: Program) -> Session:
    """A full audit with seven answers: three are claimed, the third is marked, the fifth is don't know."""
    session = program.window.session
    session.start_full_audit()
    session.begin()
    fill(session, "4432043")
    session.toggle_mark(session.flow.asked[2])
    settle()
    return session


@pytest.fixture
def screen(program: Program, session: Session) -> QuestionScreen:
    del session
    return shown(program, QuestionScreen)


def codes(screen: QuestionScreen) -> list[str]:
    return [row.text().partition(" ")[0] for row in screen.list.rows]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def types(text: str) -> None:
    QTest.keyClicks(focused(), text)
    settle()


def test_a_full_audit_shows_its_list_and_a_quick_one_does_not(program: Program, screen: QuestionScreen) -> None:
    assert screen.list.isVisible()
    assert len(screen.list.rows) == 26
    program.window.session.start_quick_audit()
    settle()
    assert not screen.list.isVisible()


def test_a_search_opens_its_first_match_with_return(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    hands.press(KEYS.Key_F, CONTROL)
    types("hard mission")
    assert codes(screen) == ["M3"]
    hands.press(KEYS.Key_Return)
    assert session.flow.number == 3
    assert screen.column.rows.isAncestorOf(focused())


def test_the_arrow_leads_into_the_list_and_return_opens(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    hands.press(KEYS.Key_F, CONTROL)
    hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Down)
    assert screen.list.at_row == session.flow.asked[1]
    hands.press(KEYS.Key_Return)
    assert session.flow.number == 2


def test_digits_answer_nothing_while_the_list_has_the_focus(session: Session, hands: Hands) -> None:
    before = session.assessment
    hands.press(KEYS.Key_L, CONTROL)
    hands.press(KEYS.Key_L, CONTROL)
    hands.digits("5")
    assert session.assessment == before


@pytest.mark.usefixtures("unguarded")
def test_with_a_filter_going_on_leads_to_the_next_that_it_finds(
    session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    hands.press(KEYS.Key_F, CONTROL)
    hands.press(KEYS.Key_Tab)
    assert focused() is screen.list.filters.toggles[0]
    for _step in range(3):
        hands.press(KEYS.Key_Right)
    assert focused().accessibleName() == "Claimed, 3, off"
    hands.press(KEYS.Key_Space)
    assert codes(screen) == ["M1", "M2", "S1"]
    assert focused().accessibleName() == "Claimed, 3, on"
    hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Return)
    assert session.flow.number == 1
    hands.press(KEYS.Key_PageDown)
    assert session.flow.number == 2
    hands.digits("3")
    assert session.flow.number == 6
    hands.press(KEYS.Key_PageDown)
    assert session.flow.in_review
    hands.press(KEYS.Key_Backspace)
    hands.press(KEYS.Key_Escape)
    assert session.among is None
    hands.press(KEYS.Key_PageDown)
    assert session.flow.number == 7


def test_a_filter_that_is_hidden_by_a_drawer_is_told_and_still_leads(
    session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    screen.list.filter_turned.emit("claimed")
    session.go_to_question(session.flow.asked[0])
    screen.sides.focus_answers()
    hands.press(KEYS.Key_E)
    assert not screen.list.isVisible()
    assert "Claimed" in screen.finder.told
    hands.press(KEYS.Key_Return, CONTROL)
    assert session.flow.number == 2
    assert screen.notes.isVisible()


def test_nothing_found_offers_to_show_all(screen: QuestionScreen, hands: Hands) -> None:
    hands.press(KEYS.Key_F, CONTROL)
    types("zebra")
    assert codes(screen) == []
    hands.press(KEYS.Key_Escape)
    assert len(codes(screen)) == 26
    assert screen.list.search.text == ""
    hands.press(KEYS.Key_Escape)
    assert screen.column.rows.isAncestorOf(focused())


def test_where_it_is_narrow_the_list_comes_when_it_is_wanted_and_goes_when_it_was_used(
    program: Program, session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    program.window.resize(1024, 640)
    settle()
    assert not screen.list.isVisible()
    hands.press(KEYS.Key_L, CONTROL)
    assert screen.list.isVisible()
    assert screen.list.at_row == session.flow.at
    hands.press(KEYS.Key_Home)
    hands.press(KEYS.Key_Return)
    assert session.flow.number == 1
    assert not screen.list.isVisible()


def test_the_list_can_be_folded_away_and_brought_back(screen: QuestionScreen, hands: Hands) -> None:
    hands.press(KEYS.Key_L, CONTROL)
    assert not screen.list.isVisible()
    hands.press(KEYS.Key_L, CONTROL)
    assert screen.list.isVisible()
    assert screen.list.at_row


def test_letters_are_about_the_row_that_has_the_focus(
    session: Session, screen: QuestionScreen, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reason(*_arguments: object) -> str:
        return "No journeys here"

    monkeypatch.setattr(question_module, "ask_reason", reason)
    at, target = session.flow.at, next(p for p in session.flow.asked if session.pack.practices[p].may_not_apply)
    row = next(r for r in screen.list.rows if r.row.practice == target)
    row.setFocus()
    hands.press(KEYS.Key_F)
    assert session.assessment.answer(target).mark
    hands.press(KEYS.Key_A)
    assert session.assessment.answer(target).not_applicable == "No journeys here"
    assert session.flow.at == at
    assert "Does not apply" in row.accessibleName()
    assert screen.list.at_row == target
    hands.press(KEYS.Key_N)
    assert session.flow.at == target
    assert screen.notes.note.edit.hasFocus()


def test_find_leads_to_the_list_from_the_results(program: Program, session: Session, hands: Hands) -> None:
    fill(session, "3" * 19)
    session.accept_review()
    settle()
    hands.press(KEYS.Key_F, CONTROL)
    screen = shown(program, QuestionScreen)
    assert QApplication.focusWidget() is screen.list.search.edit
