"""The results by keys and pointer: every number opens, nothing is clipped, everything has a name."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from support.program import Hands, focusable, settle
from support.shown import at_results, clipped_at_all_sizes, in_dialog, shown, unnamed

from cxaudit.presentation.steps import Subject
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.arithmetic import ArithmeticSheet
from cxaudit.ui.screens.results import ResultsScreen
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.number_table import NumberTable
from cxaudit.ui.widgets.profile_chart import ProfileChart

KEYS = Qt.Key


def sheets(program: Program) -> list[ArithmeticSheet]:
    return [s for s in program.window.findChildren(ArithmeticSheet) if s.isVisible()]


def sheet(program: Program) -> ArithmeticSheet:
    (found,) = sheets(program)
    return found


def test_the_export_button_has_the_focus_and_the_finding_is_the_title(program: Program) -> None:
    at_results(program)
    screen = shown(program, ResultsScreen)
    assert QApplication.focusWidget() is screen.export_button
    assert screen.head.title.text().endswith("you back")


def test_the_sample_opens_at_its_results_with_a_badge(program: Program, hands: Hands, qtbot: QtBot) -> None:
    at_home = program.window
    hands.press(KEYS.Key_E)
    qtbot.waitUntil(lambda: at_home.session.has_assessment)
    settle()
    assert at_home.session.place == "results"
    assert shown(program, ResultsScreen).head.badge.isVisible()


def test_a_opens_the_arithmetic_and_escape_comes_back(program: Program, hands: Hands) -> None:
    at_results(program)
    hands.press(KEYS.Key_A)
    assert sheet(program).subject.kind == "dimension"
    hands.press(KEYS.Key_Escape)
    assert sheets(program) == []
    assert QApplication.focusWidget() is shown(program, ResultsScreen).export_button


def test_arrows_choose_a_dimension_and_return_opens_it(program: Program, hands: Hands) -> None:
    at_results(program)
    chart = shown(program, ResultsScreen).profile.chart
    chart.setFocus()
    first = chart.current
    hands.press(KEYS.Key_Down)
    second = chart.current
    assert second != first
    hands.press(KEYS.Key_Return)
    assert sheet(program).subject == Subject("dimension", second)
    hands.press(KEYS.Key_Escape)
    assert QApplication.focusWidget() is chart
    hands.press(KEYS.Key_Up)
    hands.press(KEYS.Key_Up)
    assert chart.current == first


def test_a_click_on_a_bar_opens_it(program: Program) -> None:
    at_results(program)
    chart = shown(program, ResultsScreen).profile.chart
    QTest.mouseMove(chart, QPoint(200, 60))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(200, 28 + 50 + 25))
    settle()
    assert sheet(program).subject.id == chart.current
    QTest.mouseClick(sheet(program), Qt.MouseButton.LeftButton, pos=QPoint(5, 200))
    settle()
    assert sheets(program) == []


def test_the_sheet_leafs_opens_rows_and_goes_back(program: Program, hands: Hands) -> None:
    at_results(program)
    hands.press(KEYS.Key_A)
    opened = sheet(program)
    first = opened.subject
    while opened.subject == first:
        hands.press(KEYS.Key_PageDown)
    while opened.subject != first:
        hands.press(KEYS.Key_PageUp)
    table = opened.findChildren(NumberTable)[-1]
    table.setFocus()
    hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Return)
    assert opened.subject.kind == "practice"
    assert "Point" in opened.text
    hands.press(KEYS.Key_Backspace)
    assert opened.subject == first


def test_an_open_sheet_follows_an_undo(program: Program, hands: Hands) -> None:
    session = at_results(program)
    session.set_target("mission", 5)
    screen = shown(program, ResultsScreen)
    screen.open_subject(Subject("gap"))
    before = sheet(program).text
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sheet(program).text != before
    hands.press(KEYS.Key_Escape)
    screen.open_subject(Subject("action", session.workspace.plan.items[0].action))
    for dimension in session.pack.dimensions_by_id:
        session.set_target(dimension, 1)
    settle()
    assert all(s.subject.id in {i.action for i in session.workspace.plan.items} for s in sheets(program))


def test_a_zoom_closes_an_open_sheet(program: Program, hands: Hands) -> None:
    at_results(program)
    hands.press(KEYS.Key_A)
    program.preferences.set_zoom(150)
    settle()
    assert sheets(program) == []
    assert shown(program, ResultsScreen).head.title.text()


def test_tab_stays_in_the_sheet(program: Program, hands: Hands) -> None:
    at_results(program)
    hands.press(KEYS.Key_A)
    opened = sheet(program)
    for key in (KEYS.Key_Tab, KEYS.Key_Backtab):
        for _press in range(12):
            hands.press(key)
            here = QApplication.focusWidget()
            assert here is not None
            assert opened.isAncestorOf(here)
    assert unnamed(opened) == []


def test_the_sheet_can_be_copied(program: Program, hands: Hands) -> None:
    at_results(program)
    hands.press(KEYS.Key_A)
    buttons = {b.accessibleName(): b for b in sheet(program).findChildren(Button)}
    buttons["Copy as text"].click()
    assert QApplication.clipboard().text() == sheet(program).text
    buttons["Copy the receipt"].click()
    assert json.loads(QApplication.clipboard().text())["mode"] == "quick"


def test_every_number_of_the_page_opens(program: Program, hands: Hands) -> None:
    at_results(program)
    screen = shown(program, ResultsScreen)
    for part, kind in (
        (screen.findings.gaps.rows[0], "practice"),
        (screen.findings.first.rows[0], "action"),
        (screen.findings.overall, "overall"),
        (screen.findings.gap_button, "gap"),
    ):
        part.setFocus()
        hands.press(KEYS.Key_Return)
        assert sheet(program).subject.kind == kind
        hands.press(KEYS.Key_Escape)


def test_the_profile_can_be_read_as_a_table(program: Program, hands: Hands) -> None:
    at_results(program)
    profile = shown(program, ResultsScreen).profile
    profile.segments.setFocus()
    hands.press(KEYS.Key_Right)
    assert not profile.chart.isVisible()
    (table,) = [t for t in profile.findChildren(NumberTable) if t.isVisible()]
    table.setFocus()
    hands.press(KEYS.Key_Return)
    assert sheet(program).subject.kind == "dimension"
    hands.press(KEYS.Key_Escape)
    profile.segments.setFocus()
    hands.press(KEYS.Key_Left)
    assert profile.chart.isVisible()


def test_why_explains_a_red_flag_and_leads_to_its_answer(program: Program, hands: Hands) -> None:
    session = at_results(program, "333333313333333")
    (why,) = [b for b in shown(program, ResultsScreen).findChildren(Button) if b.text() == "Why"]

    def look(dialog: QDialog) -> None:
        (button,) = [b for b in dialog.findChildren(Button) if b.text() == "Look at the answer"]
        assert unnamed(dialog) == []
        button.setFocus()
        hands.tap(KEYS.Key_Return)

    in_dialog(look)
    why.click()
    settle()
    assert session.place == "answer"
    assert session.pack.practices[session.flow.at].code == "H3"


def test_see_the_plan(program: Program, hands: Hands) -> None:
    session = at_results(program)
    shown(program, ResultsScreen).findings.plan_button.setFocus()
    hands.press(KEYS.Key_Return)
    assert session.place == "plan"


def test_another_target_shows_at_once_and_undo_takes_it_back(program: Program, hands: Hands) -> None:
    session = at_results(program)
    profile = shown(program, ResultsScreen).profile
    assert profile.targets_button.text() == "Target 4"
    session.set_target("mission", 5)
    assert profile.targets_button.text() == "Targets 4 to 5"
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert profile.targets_button.text() == "Target 4"


@pytest.mark.parametrize("levels", ["000000000000000", "---------------", "555555555555555", "111111111111111"])
def test_extreme_answers_have_results(program: Program, levels: str) -> None:
    at_results(program, levels)
    screen = shown(program, ResultsScreen)
    assert screen.head.title.text()
    assert unnamed(screen) == []
    for dimension in program.window.session.pack.dimensions:
        screen.open_subject(Subject("dimension", dimension.id))
        settle()
    screen.open_subject(Subject("overall"))
    screen.open_subject(Subject("gap"))
    settle()
    assert sheet(program).text


def test_everything_has_a_name_and_few_tab_stops(program: Program) -> None:
    at_results(program)
    screen = shown(program, ResultsScreen)
    assert unnamed(screen) == []
    assert len(focusable(screen)) <= 12
    (chart,) = screen.findChildren(ProfileChart)
    assert chart.accessibleDescription().count(": ") >= 5


def test_nothing_is_clipped_at_any_size(program: Program) -> None:
    session = at_results(program, "455202311220111")
    session.set_organisation("The Royal and Ancient Company of Water Carriers, " * 3)
    assert clipped_at_all_sizes(program) == {}
