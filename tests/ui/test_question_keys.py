"""Keys of the question: digits answer, arrows and Tab move, letters act where nobody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.program import Hands, fill, settle

from cxaudit.ui.app import Program
from cxaudit.ui.screens import question as question_module
from cxaudit.ui.screens.question import QuestionScreen
from cxaudit.ui.session import Session
from cxaudit.ui.tokens import ADVANCE_GUARD_MS
from cxaudit.ui.widgets import key_press
from cxaudit.ui.widgets.button import Button

KEYS = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(program: Program) -> Session:
    program.window.session.start_quick_audit()
    settle()
    return program.window.session


@pytest.fixture
def screen(program: Program, session: Session) -> QuestionScreen:
    del session
    shown = program.window.screen_shown
    assert isinstance(shown, QuestionScreen)
    return shown


def given(session: Session) -> list[int | str | None]:
    """What is on file for each question that has an answer."""
    answers = (session.assessment.answer(practice) for practice in session.flow.asked)
    return ["dk" if a.dont_know else a.level for a in answers if a.answered]


def send(
    key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier = NONE, *, place: int = 0, repeat: bool = False
) -> None:
    """Send one raw key press to what has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    kind = QEvent.Type.KeyPress
    event = QKeyEvent(kind, key.value, modifiers, place, 0, 0, text, repeat, 1)
    QApplication.sendEvent(target, event)
    settle()


def test_a_double_tap_answers_one_question(session: Session, hands: Hands, qtbot: QtBot) -> None:
    hands.digits("44")
    assert given(session) == [4]
    assert session.flow.number == 2
    qtbot.wait(ADVANCE_GUARD_MS + 20)
    hands.digits("2")
    assert given(session) == [4, 2]


def test_a_held_key_never_answers(session: Session, screen: QuestionScreen) -> None:
    del screen
    send(KEYS.Key_3, "3", repeat=True)
    send(KEYS.Key_Return, "\r", repeat=True)
    assert given(session) == []


@pytest.mark.usefixtures("unguarded")
def test_a_key_held_from_the_press_before_does_not_go_on(session: Session) -> None:
    send(KEYS.Key_3, "3")
    for _time in range(20):
        send(KEYS.Key_3, "3", repeat=True)
    assert given(session) == [3]


def test_arrows_move_the_focus_and_never_answer(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    for key in (KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Up, KEYS.Key_End, KEYS.Key_Home, KEYS.Key_Down):
        hands.press(key)
    assert given(session) == []
    assert screen.column.rows.rows[1].hasFocus()


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("key", [KEYS.Key_Space, KEYS.Key_Return, KEYS.Key_Enter])
def test_space_and_return_choose_the_row_with_the_focus(session: Session, hands: Hands, key: Qt.Key) -> None:
    hands.press(KEYS.Key_Down)
    hands.press(key)
    assert given(session) == [2]
    for _row in range(5):
        hands.press(KEYS.Key_Down)
    hands.press(key)
    assert given(session) == [2, "dk"]


@pytest.mark.usefixtures("unguarded")
def test_the_keypad_answers_too(session: Session) -> None:
    send(KEYS.Key_5, "5", Qt.KeyboardModifier.KeypadModifier)
    send(KEYS.Key_0, "0", Qt.KeyboardModifier.KeypadModifier)
    assert given(session) == [5, "dk"]


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize(("system", "place"), [("linux", {"é": 11, "à": 19}), ("win32", {"é": 0x03, "à": 0x0B})])
def test_the_top_row_answers_by_place(
    session: Session, monkeypatch: pytest.MonkeyPatch, system: str, place: dict[str, int]
) -> None:
    monkeypatch.setattr(key_press.sys, "platform", system)
    send(KEYS.Key_Eacute, "é", place=place["é"])
    send(KEYS.Key_Agrave, "à", place=place["à"])
    assert given(session) == [2, "dk"]


def test_a_letter_at_a_place_of_the_top_row_is_no_digit(session: Session) -> None:
    send(KEYS.Key_Q, "q", place=11)
    send(KEYS.Key_3, "3", CONTROL)
    assert given(session) == []


def test_digits_6_to_9_are_no_answers(session: Session, hands: Hands) -> None:
    hands.digits("6789")
    assert given(session) == []


def test_digits_can_be_switched_off(program: Program, session: Session, hands: Hands) -> None:
    program.preferences.set_digits(on=False)
    hands.digits("3")
    assert given(session) == []
    hands.press(KEYS.Key_Return)
    assert given(session) == [1]


def test_with_confirm_a_digit_only_moves(
    program: Program, session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    program.preferences.set_confirm(on=True)
    hands.digits("4")
    assert given(session) == []
    assert screen.column.rows.rows[3].hasFocus()
    hands.press(KEYS.Key_Return)
    assert given(session) == [4]


@pytest.mark.usefixtures("unguarded")
def test_back_and_on_without_answering(session: Session, hands: Hands) -> None:
    hands.digits("3")
    hands.press(KEYS.Key_PageDown)
    assert (session.flow.number, given(session)) == (3, [3])
    hands.press(KEYS.Key_PageUp)
    hands.press(KEYS.Key_Backspace)
    assert session.flow.number == 1
    hands.press(KEYS.Key_Backspace)
    assert session.flow.number == 1
    hands.digits("5")
    assert given(session) == [5]


@pytest.mark.usefixtures("unguarded")
def test_note_and_evidence_are_typed_and_kept(
    session: Session, screen: QuestionScreen, hands: Hands, qtbot: QtBot
) -> None:
    first = session.flow.at
    hands.press(KEYS.Key_N)
    note = QApplication.focusWidget()
    assert note is screen.notes.note.edit
    qtbot.keyClicks(note, "3 of 5 knew it, and 2 did not?")
    assert (session.flow.at, given(session)) == (first, [])
    hands.press(KEYS.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "Poll, 2 May")
    hands.press(KEYS.Key_Escape)
    answer = session.assessment.answer(first)
    assert (answer.note, answer.evidence) == ("3 of 5 knew it, and 2 did not?", "Poll, 2 May")
    assert screen.notes.isHidden()
    hands.press(KEYS.Key_E)
    assert QApplication.focusWidget() is screen.notes.evidence.edit


@pytest.mark.usefixtures("unguarded")
def test_what_is_typed_belongs_to_its_question(session: Session, hands: Hands, qtbot: QtBot) -> None:
    first = session.flow.at
    hands.press(KEYS.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "early")
    hands.press(KEYS.Key_Return, CONTROL)
    assert session.assessment.answer(first).note == "early"
    assert session.flow.number == 2
    assert session.assessment.answer(session.flow.at).note == ""
    hands.digits("4")
    assert session.assessment.answer(session.flow.asked[1]).level == 4


def test_what_is_typed_is_kept_without_leaving_the_field(session: Session, hands: Hands, qtbot: QtBot) -> None:
    hands.press(KEYS.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "still typing")
    qtbot.waitUntil(lambda: session.assessment.answer(session.flow.at).note == "still typing")


def test_f_marks_and_unmarks(session: Session, hands: Hands) -> None:
    hands.press(KEYS.Key_F)
    assert session.assessment.answer(session.flow.at).mark
    hands.press(KEYS.Key_F)
    assert not session.assessment.answer(session.flow.at).mark


def test_question_mark_opens_and_closes_the_help(screen: QuestionScreen) -> None:
    send(KEYS.Key_Question, "?", Qt.KeyboardModifier.ShiftModifier)
    assert screen.help.isVisible()
    send(KEYS.Key_Question, "?", Qt.KeyboardModifier.ShiftModifier)
    assert screen.help.isHidden()


def test_does_not_apply_only_where_the_question_allows_it(
    session: Session, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def reason(*_args: object) -> str:
        asked.append(session.flow.at)
        return "No journeys in this unit"

    monkeypatch.setattr(question_module, "ask_reason", reason)
    hands.press(KEYS.Key_A)
    assert asked == []
    place = next(p.id for p in session.pack.asked("quick") if p.may_not_apply)
    session.go_to_question(place)
    settle()
    hands.press(KEYS.Key_A)
    assert asked == [place]
    assert session.assessment.answer(place).not_applicable == "No journeys in this unit"


@pytest.mark.usefixtures("unguarded")
def test_undo_and_redo_by_keys(session: Session, hands: Hands) -> None:
    hands.digits("42")
    hands.press(KEYS.Key_Z, CONTROL)
    assert (given(session), session.flow.number) == ([4], 2)
    hands.press(KEYS.Key_Z, CONTROL)
    assert (given(session), session.flow.number) == ([], 1)
    hands.press(KEYS.Key_Y, CONTROL)
    assert given(session) == [4]
    hands.press(KEYS.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert given(session) == [4, 2]


@pytest.mark.usefixtures("unguarded")
def test_undo_in_a_field_is_the_field_s_own(session: Session, hands: Hands, qtbot: QtBot) -> None:
    hands.digits("4")
    hands.press(KEYS.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "ab")
    hands.press(KEYS.Key_Z, CONTROL)
    assert given(session) == [4]


def test_the_place_in_the_menu_says_what_is_undone(program: Program, session: Session, hands: Hands) -> None:
    title = session.pack.practices[session.flow.at].title
    assert not program.window.menus.actions["undo"].isEnabled()
    hands.digits("4")
    assert title in program.window.menus.actions["undo"].text()


def test_a_question_shows_that_a_note_is_written(program: Program) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "4")

    def words() -> list[str]:
        return [b.text() for b in program.window.screen_shown.findChildren(Button) if b.text().startswith("Note")]

    settle()
    assert words() == ["Note and evidence"]
    session.set_note(session.flow.at, "asked Ann")
    settle()
    assert words() == ["Note and evidence (written)"]
    session.undo()
    settle()
    assert words() == ["Note and evidence"]
