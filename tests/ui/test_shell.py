"""The frame: rail, menus, themes, recent files, the review list's way to a question and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from support.program import Hands, fill, settle
from support.screens import ANSWERS, results, review

from cxaudit.ui import theme
from cxaudit.ui.app import Program, fit
from cxaudit.ui.dialogs import files
from cxaudit.ui.screens.home import HomeScreen
from cxaudit.ui.screens.review import ReviewScreen
from cxaudit.ui.tokens import CONTRAST, DARK, LIGHT
from cxaudit.ui.widgets.home_parts import RecentLine
from cxaudit.ui.widgets.rail import Place
from cxaudit.ui.widgets.review_parts import ReviewRowButton

KEYS = Qt.Key


def places(program: Program) -> dict[str, Place]:
    return {place.place: place for place in program.window.rail.findChildren(Place)}


def test_results_plan_and_report_are_locked_until_the_review_was_accepted(program: Program, hands: Hands) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, ANSWERS)
    settle()
    locked = [name for name, place in places(program).items() if not place.isEnabled()]
    assert locked == ["results", "plan", "report"]
    session.go_to("results")
    assert session.place == "answer"
    assert not program.window.menus.actions["export"].isEnabled()
    session.accept_review()
    settle()
    places(program)["results"].setFocus()
    hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Return)
    assert session.place == "plan"


def test_undoing_the_end_of_the_review_closes_the_results(program: Program) -> None:
    results(program)
    settle()
    program.window.run("undo")
    settle()
    assert program.window.screen_shown is program.window.screens["review"]
    assert not program.window.session.results_open


def test_a_row_of_the_review_list_leads_to_its_question_and_back(program: Program, hands: Hands) -> None:
    review(program)
    settle()
    session, screen = program.window.session, program.window.screen_shown
    assert isinstance(screen, ReviewScreen)
    row = screen.findChildren(ReviewRowButton)[0]
    row.setFocus()
    assert "↵" in [hint.key for hint in screen.hints()]
    hands.press(KEYS.Key_Return)
    assert session.flow.at == row.practice
    hands.digits("2")
    assert session.flow.in_review
    assert session.assessment.answer(row.practice).level == 2
    hands.press(KEYS.Key_Backspace)
    assert not session.flow.in_review


def test_a_held_return_does_not_accept_the_review_list(program: Program, hands: Hands) -> None:
    review(program)
    settle()
    hands.press(KEYS.Key_Return)
    assert not program.window.session.results_open


@pytest.mark.parametrize(
    ("action", "look"), [("theme_dark", DARK), ("theme_contrast", CONTRAST), ("theme_light", LIGHT)]
)
def test_themes_change_the_palette_and_last(program: Program, action: str, look: theme.Look) -> None:
    program.window.run(action)
    settle()
    assert QApplication.palette().window().color().name().upper() == look.canvas
    assert program.window.menus.actions[action].isChecked()
    program.tasks.finish()
    assert theme.look_for(program.preferences.settings.theme) == look


def test_zoom_by_keys_has_ends(program: Program) -> None:
    for _time in range(12):
        program.window.run("zoom_in")
    assert theme.zoom() == theme.ZOOMS[-1]
    for _time in range(12):
        program.window.run("zoom_out")
    assert theme.zoom() == theme.ZOOMS[0]
    program.window.run("zoom_reset")
    assert theme.zoom() == 100


def test_save_as_moves_the_audit(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "43")
    target = tmp_path / "elsewhere.cxaudit"

    def chosen(*_arguments: object) -> Path:
        return target

    monkeypatch.setattr(files, "ask_save", chosen)
    program.window.run("save_as")
    qtbot.waitUntil(target.exists, timeout=20_000)
    fill(session, "2")
    session.close()
    monkeypatch.setattr(files, "ask_open", chosen)
    program.window.run("open")
    qtbot.waitUntil(lambda: session.has_assessment)
    assert session.flow.number == 4


@pytest.mark.qt_log_ignore("does not support")
def test_recent_files_are_in_the_menu_and_have_one_of_their_own(program: Program, qtbot: QtBot, hands: Hands) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "4")
    session.set_organisation("Fish & Chips")
    session.close()
    settle()
    home = program.window.screens["home"]
    assert isinstance(home, HomeScreen)
    qtbot.waitUntil(lambda: bool(home.findChildren(RecentLine)))
    menu = next(m for m in program.window.menuBar().findChildren(QMenu) if m.title() == "&Recent files")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Fish && Chips"]

    def opened() -> list[QMenu]:
        """The menu of the file, asked for again where the list was painted anew in between."""
        lines = home.findChildren(RecentLine)
        if lines and not any(menu.isVisible() for menu in home.findChildren(QMenu)):
            lines[0].setFocus()
            hands.press(KEYS.Key_Menu)
        return [menu for menu in home.findChildren(QMenu) if menu.isVisible()]

    qtbot.waitUntil(lambda: bool(opened()))
    popup = opened()[0]
    assert [action.text() for action in popup.actions() if action.text()] == [
        "Pin",
        "Take off the list",
        "Never remember files",
    ]
    popup.actions()[1].trigger()
    popup.close()
    qtbot.waitUntil(lambda: program.preferences.recent() == ())


@pytest.mark.qt_log_ignore("does not support")
def test_the_header_chooses_the_theme(program: Program) -> None:
    home = program.window.screens["home"]
    assert isinstance(home, HomeScreen)
    home.theme_button.click()
    menu = next(m for m in home.findChildren(QMenu) if m.isVisible())
    dark = next(action for action in menu.actions() if action.text() == "Dark")
    dark.trigger()
    menu.close()
    settle()
    assert theme.look() is DARK


def test_a_window_is_no_larger_than_its_screen(program: Program) -> None:
    window, room = program.window, program.window.screen().availableSize()
    window.resize(room.width() + 400, room.height() + 400)
    fit(window)
    assert window.width() <= room.width()
    assert window.height() < room.height()
