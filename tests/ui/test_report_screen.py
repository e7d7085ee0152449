"""The report before it is written, by keys."""

from __future__ import annotations

import shlex
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from support.command_line import CommandLine
from support.program import Hands, fill, focusable, settle
from support.shown import at_results, clipped_at_all_sizes, in_dialog, shown, unnamed

from cxaudit import assets
from cxaudit.presentation.client_copy import left_out
from cxaudit.ui.app import Program
from cxaudit.ui.screens.report import ReportScreen
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Banner
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.messages import Messages
from cxaudit.ui.widgets.page_sheets import PageSheets
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key
BRANDS = assets.examples() / "brands"
CONTROL = Qt.KeyboardModifier.ControlModifier


def row(screen: ReportScreen, section: str) -> Any:
    return next(r for r in screen.sections.rows if r.view.id == section)


def painted(program: Program) -> ReportScreen:
    """Return the screen once the newest pages in view are painted."""
    screen = shown(program, ReportScreen)
    until = monotonic() + 60
    settle()
    while screen.waits:
        assert monotonic() < until, "the pages do not come"
        settle()
    return screen


def rows_pages(screen: ReportScreen) -> dict[str, str]:
    return {found.view.id: found.pages for found in screen.sections.rows}


def colours(screen: ReportScreen) -> int:
    """Return how many colours are to be seen where the pages are."""
    image = screen.pages.sheets.viewport().grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def turn_wheel(sheets: PageSheets, by: int) -> None:
    middle = QPointF(sheets.viewport().rect().center())
    there = sheets.viewport().mapToGlobal(middle)
    state, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, there, QPoint(), QPoint(0, by), state, CONTROL, phase, False)
    QApplication.sendEvent(sheets.viewport(), event)
    settle()


def test_space_takes_a_section_out_and_in(program: Program, hands: Hands) -> None:
    at_results(program, place="report")
    screen = shown(program, ReportScreen)
    assert screen.chosen is None
    row(screen, "profile").setFocus()
    hands.press(KEYS.Key_Space)
    assert screen.chosen is not None
    assert "profile" not in screen.chosen
    assert QApplication.focusWidget() is row(screen, "profile")
    hands.press(KEYS.Key_Space)
    assert screen.chosen is None


def test_fixed_and_empty_sections_stay_as_they_are(program: Program, hands: Hands) -> None:
    at_results(program, place="report")
    screen = shown(program, ReportScreen)
    for section in ("summary", "disagreement"):
        row(screen, section).setFocus()
        hands.press(KEYS.Key_Space)
    assert screen.chosen is None


def test_the_export_writes_the_chosen_sections(program: Program, hands: Hands, qtbot: QtBot) -> None:
    session = at_results(program, place="report")
    screen = shown(program, ReportScreen)
    row(screen, "answers").setFocus()
    hands.press(KEYS.Key_Space)
    with qtbot.waitSignal(session.exported, timeout=60_000) as wrote:
        in_dialog(lambda _dialog: hands.tap(KEYS.Key_Return))
        hands.press(KEYS.Key_E, CONTROL)
    assert wrote.args is not None
    content = Path(wrote.args[0]).read_bytes()
    assert content.startswith(b"%PDF-")
    assert session.report.choices.sections is not None
    assert "answers" not in session.report.choices.sections
    settle()
    messages = program.window.findChildren(Messages)[0]
    said = [t.text() for t in messages.findChildren(Text)]
    assert "The report is written" in said


def test_the_file_name_is_asked_and_an_empty_one_is_refused(program: Program, hands: Hands) -> None:
    session = at_results(program, place="report")
    session.set_organisation("Kestrel / Water")
    seen: list[str] = []

    def refuse(dialog: QDialog) -> None:
        (edit,) = dialog.findChildren(QLineEdit)
        seen.append(edit.text())
        edit.setText(" .pdf")
        hands.tap(KEYS.Key_Return)
        assert dialog.isVisible()
        assert unnamed(dialog) == []
        dialog.reject()

    in_dialog(refuse)
    hands.press(KEYS.Key_E, CONTROL)
    assert seen == ["Kestrel Water CX audit.pdf"]


def test_the_command_can_be_copied(program: Program) -> None:
    at_results(program, place="report")
    screen = shown(program, ReportScreen)
    (copy,) = [b for b in screen.findChildren(Button) if b.text() == "Copy the command"]
    copy.click()
    command = QApplication.clipboard().text()
    assert command.startswith("cxaudit report ")
    assert command.endswith("-o 'CX audit.pdf'")


def test_the_command_writes_what_the_window_writes(
    program: Program, hands: Hands, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = at_results(program, place="report")
    screen = shown(program, ReportScreen)
    row(screen, "answers").setFocus()
    hands.press(KEYS.Key_Space)
    row(screen, "roadmap").setFocus()
    hands.press(KEYS.Key_Up, Qt.KeyboardModifier.AltModifier)
    session.report.choose_paper("Letter")
    session.report.choose_brand(BRANDS / "lighthouse")
    session.report.keep(frozenset({"names"}))
    by_window = tmp_path / "by window.pdf"
    with qtbot.waitSignal(session.exported, timeout=60_000):
        session.report.write(by_window)
    (copy,) = [b for b in screen.findChildren(Button) if b.text() == "Copy the command"]
    copy.click()
    assert session.document is not None
    folder = session.document.path.parent
    session.close()
    monkeypatch.chdir(folder)
    words = shlex.split(QApplication.clipboard().text())
    done = CommandLine(tmp_path / "home")(*words[1:])
    assert done.code == 0
    assert (folder / words[-1]).read_bytes() == by_window.read_bytes()


def test_the_pages_are_those_of_the_report(program: Program) -> None:
    session = at_results(program, place="report")
    screen = painted(program)
    assert session.report.seen is not None
    assert screen.pages.sheets.count == len(session.report.seen.pages.sizes)
    assert screen.pages.sheets.accessibleName() == f"Page 1 of {screen.pages.sheets.count}, Cover"
    assert colours(screen) > 20
    assert rows_pages(screen)["summary"] == "3"


def test_a_change_is_seen_and_the_place_is_kept(program: Program, hands: Hands) -> None:
    at_results(program, place="report")
    screen = painted(program)
    before, answers = screen.pages.sheets.count, int(rows_pages(screen)["answers"])
    screen.pages.sheets.show_page(answers - 1)
    settle()
    row(screen, "contents").setFocus()
    hands.press(KEYS.Key_Space)
    assert screen.waits
    assert screen.pages.sheets.count == before
    screen = painted(program)
    assert screen.pages.sheets.count == before - 1
    assert rows_pages(screen)["contents"] == ""
    assert rows_pages(screen)["answers"] == str(answers - 1)
    assert screen.pages.sheets.page == answers - 2
    assert screen.sections.at == "contents"


def test_return_on_a_section_shows_its_page_and_the_list_follows_the_pages(program: Program, hands: Hands) -> None:
    at_results(program, place="report")
    screen = painted(program)
    row(screen, "profile").setFocus()
    hands.press(KEYS.Key_Return)
    assert screen.pages.sheets.page == 3
    assert screen.sections.at == "profile"
    screen.pages.sheets.setFocus()
    hands.press(KEYS.Key_PageUp)
    assert screen.sections.at == "summary"
    assert "Executive summary" in screen.pages.sheets.accessibleName()
    hands.press(KEYS.Key_End)
    assert screen.pages.sheets.page == screen.pages.sheets.count - 1
    hands.press(KEYS.Key_Home)
    assert screen.sections.at == "cover"


def test_a_section_is_moved_by_keys_and_by_buttons(program: Program, hands: Hands) -> None:
    session = at_results(program, place="report")
    screen = shown(program, ReportScreen)
    row(screen, "profile").setFocus()
    hands.press(KEYS.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.report.choices.sections is not None
    assert session.report.choices.sections[3:5] == ("findings", "profile")
    assert QApplication.focusWidget() is row(screen, "profile")
    (up,) = [b for b in screen.findChildren(Button) if b.accessibleName() == "Move the section up"]
    up.click()
    assert session.report.choices.sections is None
    row(screen, "cover").setFocus()
    hands.press(KEYS.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.report.choices.sections is None
    hands.press(KEYS.Key_Z, CONTROL)
    assert session.report.choices.sections is not None


def test_a_press_on_the_box_takes_and_one_beside_it_shows(program: Program) -> None:
    session = at_results(program, place="report")
    screen = painted(program)
    found = row(screen, "roadmap")
    QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    assert session.report.choices.sections is not None
    assert "roadmap" not in session.report.choices.sections
    QTest.mouseClick(row(screen, "profile"), Qt.MouseButton.LeftButton, pos=QPoint(120, 14))
    assert screen.pages.sheets.page == 3


def test_pages_are_zoomed_by_keys_wheel_and_buttons(program: Program, hands: Hands) -> None:
    at_results(program, place="report")
    sheets = painted(program).pages.sheets
    assert sheets.zoom is None
    sheets.setFocus()
    hands.press(KEYS.Key_Plus)
    first = sheets.zoom
    assert first is not None
    turn_wheel(sheets, 120)
    assert sheets.zoom is not None
    assert sheets.zoom > first
    turn_wheel(sheets, -120)
    hands.press(KEYS.Key_Minus)
    assert painted(program).pages.sheets.zoom is not None
    hands.press(KEYS.Key_0)
    assert sheets.zoom is None


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # menus, on a platform without a screen
def test_the_form_names_the_file_and_is_what_is_written(program: Program, hands: Hands, qtbot: QtBot) -> None:
    session = at_results(program, place="report")
    screen = shown(program, ReportScreen)
    screen.side.forms.setFocus()
    hands.press(KEYS.Key_Down)
    menu = screen.side.forms.menu
    assert menu.isVisible()
    QTest.keyClick(menu, KEYS.Key_Down)
    QTest.keyClick(menu, KEYS.Key_Return)
    settle()
    assert session.report.form == "docx"
    assert screen.side.forms.accessibleName() == "Form: Word document"
    assert screen.side.file_name.text() == "CX audit.docx"
    with qtbot.waitSignal(session.exported, timeout=60_000) as wrote:
        in_dialog(lambda _dialog: hands.tap(KEYS.Key_Return))
        screen.side.write_button.click()
    assert wrote.args is not None
    assert Path(wrote.args[0]).read_bytes().startswith(b"PK")


def test_paper_brand_and_copy_are_in_the_pages_and_in_the_command(program: Program, hands: Hands) -> None:
    session = at_results(program, place="report")
    screen = painted(program)
    session.report.choose_brand(BRANDS / "fjord")
    session.report.keep(frozenset({"notes"}))
    papers = next(p for p in screen.side.findChildren(Segments) if p.accessibleName().startswith("Paper"))
    papers.setFocus()
    hands.press(KEYS.Key_Right)
    screen = painted(program)
    assert session.report.seen is not None
    assert session.report.seen.pages.sizes[0] == (612.0, 792.0)
    said = [t.text() for t in screen.side.findChildren(Text)]
    assert left_out(frozenset({"notes"})) in said
    command = next(text for text in said if text.startswith("cxaudit report"))
    for part in ("--paper Letter", "--brand", "fjord", "--client-copy", "--keep notes", "client copy.pdf"):
        assert part in command
    (drop,) = [b for b in screen.findChildren(Button) if b.text() == "No brand"]
    drop.setFocus()
    hands.press(KEYS.Key_Space)
    assert session.report.brand_folder is None
    assert not drop.isVisible()


def test_t_changes_the_texts_of_a_section_and_the_list_marks_it(program: Program, hands: Hands) -> None:
    session = at_results(program, place="report")
    screen = shown(program, ReportScreen)
    titles: list[str] = []

    def write(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, "Ours: ")
        dialog.accept()

    row(screen, "profile").setFocus()
    in_dialog(write)
    hands.press(KEYS.Key_T)
    assert titles == ["Texts of “Profile”"]
    assert session.report.choices.texts
    assert row(screen, "profile").view.edited
    assert "texts in your own words" in row(screen, "profile").accessibleName()


def test_the_copy_for_the_client_is_chosen_in_its_dialog(program: Program, hands: Hands) -> None:
    session = at_results(program, place="report")
    screen = shown(program, ReportScreen)
    in_dialog(lambda _dialog: hands.tap(KEYS.Key_Return, CONTROL))
    screen.side.copy_button.setFocus()
    hands.press(KEYS.Key_Return)
    assert session.report.kept == frozenset()
    assert screen.side.file_name.text() == "CX audit, client copy.pdf"


def test_a_brand_that_cannot_be_used_says_why(program: Program, tmp_path: Path) -> None:
    session = at_results(program, place="report")
    painted(program)
    session.report.choose_brand(tmp_path / "nowhere")
    screen = painted(program)
    assert any("written without it" in t.text() for t in screen.side.findChildren(Text) if t.isVisible())
    screen.side.command_button.click()
    assert "--brand" not in QApplication.clipboard().text()
    assert clipped_at_all_sizes(program) == {}


def test_what_cannot_be_printed_is_said(program: Program) -> None:
    session = at_results(program, place="report")
    session.set_organisation("Fjord \U0001f600 Energi")
    screen = painted(program)
    assert session.report.seen is not None
    assert session.report.seen.warnings
    assert screen.side.findChildren(Banner)
    session.set_organisation("Fjord Energi")
    screen = painted(program)
    settle()
    assert not screen.side.findChildren(Banner)


def test_another_audit_shows_nothing_of_the_last(program: Program) -> None:
    session = at_results(program, place="report")
    screen = painted(program)
    session.report.keep(frozenset())
    session.start_quick_audit()
    fill(session, "111111111111111")
    session.accept_review()
    session.go_to("report")
    assert session.report.kept is None
    assert screen.pages.sheets.count == 0
    assert painted(program).pages.sheets.count > 0


def test_where_it_is_narrow_one_part_is_shown_at_a_time(program: Program, hands: Hands) -> None:
    at_results(program, place="report")
    screen = painted(program)
    program.window.resize(800, 560)
    settle()
    assert screen.panes.narrow
    assert [p.isVisible() for p in (screen.sections, screen.pages, screen.side)] == [False, True, False]
    assert QApplication.focusWidget() is screen.panes.tabs
    hands.press(KEYS.Key_Left)
    assert [p.isVisible() for p in (screen.sections, screen.pages, screen.side)] == [True, False, False]
    row(screen, "profile").setFocus()
    hands.press(KEYS.Key_Return)
    assert screen.pages.isVisible()
    assert screen.pages.sheets.page == 3
    program.window.resize(1280, 800)
    settle()
    assert [p.isVisible() for p in (screen.sections, screen.pages, screen.side)] == [True, True, True]


def test_everything_has_a_name_and_few_tab_stops(program: Program) -> None:
    at_results(program, place="report")
    screen = shown(program, ReportScreen)
    assert unnamed(screen) == []
    assert len(focusable(screen)) <= 12


def test_nothing_is_clipped_at_any_size(program: Program) -> None:
    at_results(program, place="report")
    assert clipped_at_all_sizes(program) == {}


@pytest.mark.parametrize("levels", ["000000000000000", "555555555555555", "111111111111111"])
def test_extreme_answers_have_pages(program: Program, levels: str) -> None:
    at_results(program, levels, place="report")
    assert painted(program).pages.sheets.count > 8
