"""Dated evidence and the fact-check by keys: what is typed counts at once, what does not fit stays and says why."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from support.program import Hands, settle
from support.shown import in_dialog, shown

from cxaudit.app.margin_entry import MarginForm, TypedSurvey
from cxaudit.domain.fact_check import ChoiceValue, CountValue, DateValue, NumberValue
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.margin import MarginDialog
from cxaudit.ui.screens.question import QuestionScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets import fact_drawer
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(program: Program) -> Session:
    session = program.window.session
    session.start_full_audit()
    session.begin()
    settle()
    return session


@pytest.fixture
def screen(program: Program, session: Session) -> QuestionScreen:
    del session
    return shown(program, QuestionScreen)


def at(session: Session, code: str, level: int) -> str:
    """Answer a practice with a level and show it; returns its id."""
    practice = session.pack.by_code[code]
    session.answer(practice.id, level)
    session.go_to_question(practice.id)
    settle()
    return practice.id


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def types(text: str) -> None:
    field = focused()
    if isinstance(field, QLineEdit):
        field.selectAll()
    QTest.keyClicks(field, text)
    settle()


def told(screen: QuestionScreen) -> str:
    """Everything that the open drawer says."""
    drawer = {"notes": screen.notes, "fact": screen.fact}[screen.sides.open]
    return " | ".join(text.text() for text in drawer.findChildren(Text) if text.isVisible())


def days_ago(session: Session, days: int) -> str:
    return (session.services.today() - timedelta(days=days)).isoformat()


def test_a_pasted_text_that_is_too_long_is_cut_and_said_to_be(
    session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    practice = at(session, "H2", 3)
    hands.press(KEYS.Key_N)
    note = focused()
    assert isinstance(note, QPlainTextEdit)
    note.insertPlainText("\N{GRINNING FACE}" * 25_000)
    settle()
    assert "Only 20000 characters fit here." in told(screen)
    hands.press(KEYS.Key_Backspace)
    assert "characters fit here" not in told(screen)
    hands.press(KEYS.Key_Escape)
    assert len(session.assessment.answer(practice).note) == 19_999


def test_the_verdict_is_said_aloud_once(
    session: Session, screen: QuestionScreen, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(_widget: QWidget, text: str) -> None:
        said.append(text)

    monkeypatch.setattr(fact_drawer, "announce", hear)
    at(session, "S1", 3)
    hands.press(KEYS.Key_C)
    assert said == []
    types("5")
    hands.press(KEYS.Key_Tab)
    assert [text.split(".")[0] for text in said] == ["Supports level 3"]
    assert all(text in told(screen) for text in said)
    session.set_note(session.flow.at, "Asked Ann")
    settle()
    assert len(said) == 1


def test_a_count_supports_or_contradicts_as_it_is_left(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    practice = at(session, "S1", 3)
    hands.press(KEYS.Key_C)
    types("5")
    hands.press(KEYS.Key_Tab)
    assert session.assessment.answer(practice).facts == {"elements": CountValue(count=5, total=5)}
    assert "Supports level 3. Told on the page: 5 of 5 points." in told(screen)
    hands.press(KEYS.Key_Escape)
    hands.press(KEYS.Key_C)
    types("1")
    hands.press(KEYS.Key_Tab)
    assert "Contradicts level 3." in told(screen)
    assert session.assessment.answer(practice).level == 3


def test_a_date_says_how_old_it_is(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    practice = at(session, "H1", 4)
    hands.press(KEYS.Key_C)
    hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Tab)
    types(days_ago(session, 400))
    hands.press(KEYS.Key_Tab)
    assert "(400 days old)" in told(screen)
    assert "Contradicts level 4." in told(screen)
    hands.digits("4")
    assert session.flow.at == practice


def test_a_value_that_does_not_fit_stays_and_the_old_one_is_kept(
    session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    practice = at(session, "H1", 4)
    good = days_ago(session, 30)
    hands.press(KEYS.Key_C)
    hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Tab)
    field = focused()
    assert isinstance(field, QLineEdit)
    types(good)
    hands.press(KEYS.Key_Tab)
    field.setFocus()
    types("2026-02-31")
    assert "There is no such day" not in told(screen)
    hands.press(KEYS.Key_Tab)
    assert "There is no such day" in told(screen)
    assert field.text() == "2026-02-31"
    assert DateValue(day=good) in session.assessment.answer(practice).facts.values()
    field.setFocus()
    types((session.services.today() + timedelta(days=2)).isoformat())
    hands.press(KEYS.Key_Tab)
    assert "still to come" in told(screen)
    hands.press(KEYS.Key_Return, CONTROL)
    assert session.flow.at != practice
    session.go_to_question(practice)
    settle()
    assert DateValue(day=good) in session.assessment.answer(practice).facts.values()
    assert any(f.text() == good for f in screen.fact.findChildren(QLineEdit))


def test_half_a_count_blocks_nothing(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    practice = at(session, "H1", 4)
    hands.press(KEYS.Key_C)
    types("3")
    hands.press(KEYS.Key_Tab)
    assert session.assessment.answer(practice).facts == {}
    types("2")
    hands.press(KEYS.Key_Tab)
    assert "More are counted than there are in all (2)." in told(screen)
    hands.press(KEYS.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    types("4")
    hands.press(KEYS.Key_Tab)
    assert list(session.assessment.answer(practice).facts.values()) == [CountValue(count=3, total=4)]


def test_emptying_a_field_takes_the_value_away(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    practice = at(session, "S1", 3)
    session.set_fact(practice, "elements", CountValue(count=4, total=5))
    hands.press(KEYS.Key_C)
    field = focused()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    hands.press(KEYS.Key_Delete)
    hands.press(KEYS.Key_Tab)
    assert session.assessment.answer(practice).facts == {}
    assert "What it says" not in told(screen)


def test_a_choice_is_made_by_space_and_taken_back_by_delete(session: Session, hands: Hands) -> None:
    practice = at(session, "H3", 4)
    hands.press(KEYS.Key_C)
    hands.press(KEYS.Key_Down)
    assert session.assessment.answer(practice).facts == {}
    hands.press(KEYS.Key_Space)
    assert session.assessment.answer(practice).facts == {"pay": ChoiceValue(option="executives")}
    hands.press(KEYS.Key_Delete)
    assert session.assessment.answer(practice).facts == {}
    assert session.flow.at == practice


def test_the_margin_is_worked_out(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    practice = at(session, "H2", 3)
    hands.press(KEYS.Key_C)
    for text in ("200", "1000", "50", "20"):
        types(text)
        hands.press(KEYS.Key_Tab)
    assert "plus or minus 10.7 points" in told(screen)
    types("2,5")
    hands.press(KEYS.Key_Tab)
    assert "Contradicts level 3." in told(screen)
    assert NumberValue(number="2.5") in session.assessment.answer(practice).facts.values()


def test_the_figures_of_a_fact_are_compared_with_an_earlier_survey(
    session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    at(session, "H2", 3)
    hands.press(KEYS.Key_C)
    assert not screen.fact.compare.isVisible()
    for text in ("200", "1000", "50", "20"):
        types(text)
        hands.press(KEYS.Key_Tab)
    hands.tab_to(screen.fact.compare)
    seen: list[MarginForm] = []

    def look(dialog: QDialog, *, change: bool) -> None:
        assert isinstance(dialog, MarginDialog)
        if change:
            for text in ("", "", "", "", "40", "20", "180"):
                QTest.keyClicks(focused(), text)
                hands.press(KEYS.Key_Tab)
        seen.append(dialog.form)

    now = TypedSurvey("50", "20", "200", "1000")
    for change in (True, False):
        in_dialog(partial(look, change=change))
        hands.press(KEYS.Key_Return)
        screen.window().activateWindow()  # the platform of tests leaves none active once a dialog is closed
        settle()
    assert seen == [MarginForm("net", now, TypedSurvey("40", "20", "180"))] * 2


def test_c_does_nothing_where_there_is_no_fact_check(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    without = next(p for p in session.pack.asked("full") if p.fact is None)
    session.go_to_question(without.id)
    settle()
    hands.press(KEYS.Key_C)
    assert screen.sides.open == ""


def test_a_drawer_closes_on_a_question_without_a_fact_check(
    session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    asked = session.pack.asked("full")
    with_fact = next(a for a, b in pairwise(asked) if a.fact and not b.fact)
    session.go_to_question(with_fact.id)
    settle()
    hands.press(KEYS.Key_C)
    assert screen.fact.isVisible()
    session.go_on()
    settle()
    assert not screen.fact.isVisible()


def test_the_kind_of_evidence_is_chosen_by_arrows_and_taken_back(
    session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    practice = at(session, "M1", 4)
    hands.press(KEYS.Key_E)
    types("Plan, page 3")
    hands.press(KEYS.Key_Tab)
    assert focused() is screen.notes.kind
    hands.press(KEYS.Key_Right)
    hands.press(KEYS.Key_Right)
    assert session.assessment.answer(practice).evidence_kind == "record"
    assert "minutes" in told(screen)
    hands.press(KEYS.Key_Delete)
    assert session.assessment.answer(practice).evidence_kind is None
    assert session.assessment.answer(practice).evidence == "Plan, page 3"


def test_a_date_of_evidence_is_checked_as_it_is_left(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    practice = at(session, "M1", 4)
    session.set_evidence(practice, "Minutes")
    hands.press(KEYS.Key_E)
    hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Tab)
    types((session.services.today() + timedelta(days=1)).isoformat())
    hands.press(KEYS.Key_Tab)
    assert "still to come" in told(screen)
    assert session.assessment.answer(practice).evidence_date is None
    screen.notes.day.edit.setFocus()
    types(days_ago(session, 800))
    hands.press(KEYS.Key_Tab)
    assert "still to come" not in told(screen)
    assert session.assessment.answer(practice).evidence_date == days_ago(session, 800)
    assert "level 4 asks for 12 months at most" in told(screen)


def test_a_day_up_to_the_audit_s_own_may_be_told(session: Session, screen: QuestionScreen, hands: Hands) -> None:
    later = (session.services.today() + timedelta(days=9)).isoformat()
    session.set_date(later)
    practice = at(session, "M1", 4)
    hands.press(KEYS.Key_E)
    hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Tab)
    types(later)
    hands.press(KEYS.Key_Escape)
    assert session.assessment.answer(practice).evidence_date == later
    assert not screen.notes.isVisible()


def test_what_is_typed_in_a_fact_is_kept_without_leaving_the_field(
    session: Session, hands: Hands, qtbot: QtBot
) -> None:
    practice = at(session, "S1", 3)
    hands.press(KEYS.Key_C)
    types("4")
    qtbot.waitUntil(lambda: bool(session.assessment.answer(practice).facts))


def test_what_is_typed_is_kept_when_the_audit_is_closed_at_once(
    program: Program, session: Session, hands: Hands, qtbot: QtBot
) -> None:
    practice = at(session, "M1", 4)
    assert session.document is not None
    path = session.document.path
    hands.press(KEYS.Key_N)
    types("Last words")
    program.window.run("close")
    session.open(path)
    qtbot.waitUntil(lambda: session.has_assessment)
    assert session.assessment.answer(practice).note == "Last words"


def test_a_text_that_does_not_fit_is_gone_once_it_is_left(
    session: Session, screen: QuestionScreen, hands: Hands
) -> None:
    at(session, "M1", 4)
    hands.press(KEYS.Key_E)
    hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Tab)
    types("soon")
    hands.press(KEYS.Key_Escape)
    hands.press(KEYS.Key_E)
    assert screen.notes.day.text == ""
    assert "There is no such day" not in told(screen)


def test_what_is_typed_outlives_a_zoom(program: Program, session: Session, hands: Hands) -> None:
    practice = at(session, "M1", 4)
    hands.press(KEYS.Key_N)
    QTest.keyClicks(focused(), "Half a sentence")
    program.window.run("zoom_in")
    settle()
    assert session.assessment.answer(practice).note == "Half a sentence"
    assert shown(program, QuestionScreen).practice == practice
