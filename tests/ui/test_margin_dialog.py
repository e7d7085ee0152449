"""The reckoner for chance, by keys alone: the answer follows the typing, and nothing that is typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from support.program import Hands, focusable, settle

from cxaudit.app.margin_entry import MarginForm, TypedSurvey
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.margin import MarginDialog, show_margin
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key
NPS = MarginForm("net", TypedSurvey("48", "17", "412", "2,900"), TypedSurvey("45", "18", "400"))


@pytest.fixture
def dialog(program: Program) -> Iterator[MarginDialog]:
    made = MarginDialog(program.window, MarginForm())
    made.show()
    made.activateWindow()
    settle()
    yield made
    made.close()


def shown(dialog: QWidget) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def fill(hands: Hands, *texts: str) -> None:
    """Type one text after the other, with Tab between them."""
    for text in texts:
        QTest.keyClicks(focused(), text)
        hands.press(KEYS.Key_Tab)


def test_the_answer_follows_the_typing(dialog: MarginDialog, hands: Hands) -> None:
    assert "Still needed: the share counted and how many answered." in shown(dialog)
    fill(hands, "62", "412")
    assert "62 %, plus or minus 5 points" in shown(dialog)
    fill(hands, "2900", "58", "380")
    assert "nothing is known of the other 86 %" in shown(dialog)
    assert "smaller than chance alone would explain: noise" in shown(dialog)
    assert "Agresti" in shown(dialog)


def test_the_arrows_choose_the_kind_and_the_confidence(dialog: MarginDialog, hands: Hands) -> None:
    fill(hands, "62", "412")
    kind, confidence = dialog.findChildren(Segments)
    kind.setFocus()
    hands.press(KEYS.Key_Right)
    assert "Still needed: the bottom share." in shown(dialog)
    assert focused() is kind
    fill(hands, "", "", "20")
    assert "42, plus or minus 8 (95 % confidence)" in shown(dialog)
    confidence.setFocus()
    hands.press(KEYS.Key_Right)
    assert "(99 % confidence)" in shown(dialog)
    assert "99 of 100" in shown(dialog)


def test_what_was_typed_for_one_kind_stays_while_the_other_is_looked_at(dialog: MarginDialog, hands: Hands) -> None:
    kind = dialog.findChildren(Segments)[0]
    kind.setFocus()
    hands.press(KEYS.Key_Right)
    fill(hands, "", "48", "17", "412")
    kind.setFocus()
    hands.press(KEYS.Key_Left)
    assert "48 %" in shown(dialog)
    hands.press(KEYS.Key_Right)
    assert "31, plus or minus" in shown(dialog)


def test_everything_that_is_wrong_is_told_at_once_beside_its_field(dialog: MarginDialog, hands: Hands) -> None:
    fill(hands, "101", "4.5", "many", "x", "0")
    told = [e.accessibleDescription() for e in dialog.findChildren(QLineEdit) if e.accessibleDescription()]
    assert len(told) == 5
    assert all(text in shown(dialog) for text in told)
    texts = [e.text() for e in dialog.findChildren(QLineEdit) if e.isVisible()]
    assert texts == ["101", "4.5", "many", "x", "0"]


def test_tab_reaches_everything_in_reading_order(dialog: MarginDialog) -> None:
    names = [w.accessibleName() for w in focusable(dialog)]
    assert names == [
        "Kind of figure: A share, such as satisfied",
        "Satisfied, or what you count, in %: This time",
        "How many answered: This time",
        "How many were asked, if known: This time",
        "Satisfied, or what you count, in %: Earlier, if there was one",
        "How many answered: Earlier, if there was one",
        "Confidence: 95 %",
        "Close",
    ]


def test_the_answer_can_be_copied(program: Program) -> None:
    dialog = MarginDialog(program.window, NPS)
    dialog.show()
    settle()
    copy = next(w for w in focusable(dialog) if w.accessibleName() == "Copy the answer")
    assert "noise" in copy.accessibleDescription()
    QTest.keyClick(copy, KEYS.Key_Return)
    text = QApplication.clipboard().text()
    assert text.startswith("31, plus or minus 7 (95 % confidence): between 24 and 38.\n")
    assert "noise" in text
    dialog.close()


@pytest.mark.parametrize("zoom", [100, 200])
def test_all_of_it_can_be_reached_on_a_small_screen(program: Program, zoom: int) -> None:
    program.preferences.set_zoom(zoom)
    settle()
    dialog = MarginDialog(program.window, NPS)
    dialog.show()
    settle()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert not [
        t.text() for t in dialog.findChildren(Text) if t.isVisible() and t.height() < t.heightForWidth(t.width())
    ]
    dialog.close()


def when_open(act: Callable[[MarginDialog], None]) -> None:
    """Act in the dialog that is about to open."""

    def turn() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MarginDialog)
        settle()
        act(dialog)

    QTimer.singleShot(50, turn)


def test_the_figures_come_back_when_it_opens_again(program: Program, hands: Hands) -> None:
    def type_and_leave(_dialog: MarginDialog) -> None:
        QTest.keyClicks(focused(), "62")
        hands.press(KEYS.Key_Escape)

    when_open(type_and_leave)
    program.window.run("margin")
    again: list[MarginForm] = []

    def look(dialog: MarginDialog) -> None:
        again.append(dialog.form)
        hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_open(look)
    program.window.run("margin")
    assert [form.now.top for form in again] == ["62"]
    settle()
    assert len(program.window.findChildren(MarginDialog)) == 1


def test_it_opens_with_the_figures_of_a_fact(program: Program) -> None:
    def look(dialog: MarginDialog) -> None:
        assert "31, plus or minus 7" in shown(dialog)
        dialog.reject()

    when_open(look)
    show_margin(program.window, NPS)
