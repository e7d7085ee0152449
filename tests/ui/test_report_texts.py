"""Texts of the report in one's own words, by keys alone: kept as they are typed, taken back, confirmed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from support.program import Hands, focusable, settle
from support.shown import at_full_results, at_results, clipped, in_dialog, unnamed

from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_sections import REPORT_SECTIONS
from cxaudit.presentation.report_texts import EditableText
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.report_texts import ReportTextsDialog, edit_texts
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.report_text import ReportText
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "Two things hold us back"


def text_of(session: Session, key: str) -> EditableText:
    view = report_view(session.pack, session.assessment, session.report.options)
    return next(text for text in view.texts if text.key == key)


def part(dialog: QDialog, key: str) -> ReportText:
    assert isinstance(dialog, ReportTextsDialog)
    return next(text for text in dialog.texts if text.found.key == key)


def edit_of(dialog: QDialog, key: str) -> QLineEdit | QPlainTextEdit:
    return part(dialog, key).field.edit


def shown(dialog: QWidget) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_anew(hands: Hands, text: str) -> None:
    hands.press(KEYS.Key_A, CONTROL)
    QTest.keyClicks(focused(), text)


def in_texts(program: Program, act: Callable[[QDialog], object], section: str = "summary") -> None:
    in_dialog(act)
    edit_texts(program.window, program.window.session, section)
    settle()


def move_the_score(session: Session) -> None:
    for practice in session.flow.asked:
        session.answer(practice, 4)
    session.go_to("results")
    settle()


def test_what_is_typed_is_printed_and_return_is_done(program: Program, hands: Hands) -> None:
    session = at_results(program)

    def write(dialog: QDialog) -> None:
        assert edit_of(dialog, "summary.title").hasFocus()
        type_anew(hands, WORDS)
        hands.tap(KEYS.Key_Return)
        assert not dialog.isVisible()

    in_texts(program, write)
    found = text_of(session, "summary.title")
    assert (found.text, found.edited) == (WORDS, True)
    program.window.run("undo")
    assert not text_of(session, "summary.title").edited


@pytest.mark.parametrize(("key", "modifier"), [(KEYS.Key_Escape, None), (KEYS.Key_Return, CONTROL)])
def test_nothing_that_was_typed_is_lost_however_it_is_left(
    program: Program, hands: Hands, key: Qt.Key, modifier: Qt.KeyboardModifier | None
) -> None:
    session = at_results(program)

    def write(dialog: QDialog) -> None:
        hands.tab_to(edit_of(dialog, "summary.comment"))
        QTest.keyClicks(focused(), "We spoke with eleven teams.")
        hands.tap(key, modifier or Qt.KeyboardModifier.NoModifier)
        assert not dialog.isVisible()

    in_texts(program, write)
    assert text_of(session, "summary.comment").text == "We spoke with eleven teams."


def test_the_programs_words_stand_below_ones_own_and_come_back(program: Program, hands: Hands) -> None:
    session = at_results(program)
    own = text_of(session, "summary.title").own

    def turn_back(dialog: QDialog) -> None:
        title = part(dialog, "summary.title")
        assert title.text == own
        assert f"The program says: {own}" not in shown(dialog)
        type_anew(hands, WORDS)
        hands.press(KEYS.Key_Tab)
        assert f"The program says: {own}" in shown(dialog)
        assert own in title.field.edit.accessibleDescription()
        assert text_of(session, "summary.title").text == WORDS
        title.field.edit.setFocus()
        hands.tab_to(title.back_button)
        hands.press(KEYS.Key_Return)
        assert title.text == own
        assert title.field.edit.hasFocus()
        assert f"The program says: {own}" not in shown(dialog)
        assert session.assessment.report is None

    in_texts(program, turn_back)
    assert not text_of(session, "summary.title").edited


def test_an_emptied_field_is_the_programs_text_again(program: Program, hands: Hands) -> None:
    session = at_results(program)
    session.report.set_text(text_of(session, "summary.title"), WORDS)

    def empty(dialog: QDialog) -> None:
        type_anew(hands, "")
        hands.press(KEYS.Key_Delete)
        edit = edit_of(dialog, "summary.title")
        assert edit.placeholderText() == text_of(session, "summary.title").own
        hands.tap(KEYS.Key_Return)

    in_texts(program, empty)
    assert session.assessment.report is None


def test_a_text_under_which_the_score_moved_comes_first_and_can_be_confirmed(program: Program, hands: Hands) -> None:
    session = at_results(program)
    session.report.set_text(text_of(session, "summary.lead"), "What we found")
    move_the_score(session)

    def confirm(dialog: QDialog) -> None:
        lead = part(dialog, "summary.lead")
        assert lead.field.edit.hasFocus()
        assert lead.found.moved.startswith("When this was written:")
        assert lead.found.moved in shown(dialog)
        assert lead.found.moved in lead.field.edit.accessibleDescription()
        hands.tab_to(lead.holds_button)
        hands.press(KEYS.Key_Space)
        assert lead.found.moved not in shown(dialog)
        assert lead.field.edit.hasFocus()

    in_texts(program, confirm)
    found = text_of(session, "summary.lead")
    assert (found.text, found.moved) == ("What we found", "")


def test_a_text_that_is_only_looked_at_keeps_its_mark(program: Program, hands: Hands) -> None:
    session = at_results(program)
    session.report.set_text(text_of(session, "summary.lead"), "What we found")
    move_the_score(session)
    before = session.assessment.report

    def look(dialog: QDialog) -> None:
        for _stop in range(6):
            hands.press(KEYS.Key_Tab)
        dialog.reject()

    in_texts(program, look)
    assert session.assessment.report == before
    assert text_of(session, "summary.lead").moved


def test_a_field_takes_no_more_than_is_printed_and_says_so(program: Program, hands: Hands) -> None:
    session = at_results(program)

    def fill(dialog: QDialog) -> None:
        lead = part(dialog, "summary.lead")
        hands.tab_to(lead.field.edit)
        assert "characters" not in shown(dialog)
        assert isinstance(lead.field.edit, QPlainTextEdit)
        lead.field.edit.setPlainText("word " * 110)
        assert "550 of 600 characters" in shown(dialog)
        lead.field.edit.setPlainText("word " * 200)
        assert len(lead.text) == 600
        assert "Only 600 characters fit here" in shown(dialog)

    in_texts(program, fill)
    assert len(text_of(session, "summary.lead").text) <= 600


@pytest.mark.parametrize("section", [section.id for section in REPORT_SECTIONS])
def test_every_section_has_its_dialog_with_names_and_room(program: Program, section: str) -> None:
    at_full_results(program)

    def look(dialog: QDialog) -> None:
        assert unnamed(dialog) == []
        assert clipped(dialog) == []
        assert dialog.height() <= dialog.screen().availableGeometry().height()
        assert ("the same in every report" in shown(dialog)) is (section == "method")
        assert ("nothing to say of this audit" in shown(dialog)) is (section in {"disagreement", "room"})

    in_texts(program, look, section)


@pytest.mark.parametrize("zoom", [100, 200])
def test_all_of_it_can_be_reached_at_any_size(program: Program, hands: Hands, zoom: int) -> None:
    session = at_results(program)
    session.report.set_text(text_of(session, "summary.title"), "W" * 200)
    session.report.set_text(text_of(session, "summary.comment"), "A comment. " * 40)
    move_the_score(session)
    program.preferences.set_zoom(zoom)
    settle()

    def look(dialog: QDialog) -> None:
        assert clipped(dialog) == []
        for stop in focusable(dialog):
            hands.tab_to(stop)
            area = dialog.rect()
            corner = stop.mapTo(dialog, stop.rect().center())
            assert area.contains(corner)

    in_texts(program, look)


def test_an_appendix_has_the_letter_of_its_place(program: Program) -> None:
    session = at_results(program)
    session.report.toggle("shortfalls")
    titles = list[str]()
    in_texts(program, lambda dialog: titles.append(dialog.windowTitle()), "answers")
    in_texts(program, lambda dialog: titles.append(dialog.windowTitle()), "shortfalls")
    assert titles == ["Texts of “Appendix A: all answers”", "Texts of “Appendix A: shortfalls”"]


def test_tab_reaches_everything_in_reading_order(program: Program) -> None:
    session = at_results(program)
    session.report.set_text(text_of(session, "cover.subtitle"), WORDS)

    def look(dialog: QDialog) -> None:
        names = [stop.accessibleName() for stop in focusable(dialog)]
        assert names == ["Under the name", "Back to the program's words", "Done"]

    in_texts(program, look, "cover")
