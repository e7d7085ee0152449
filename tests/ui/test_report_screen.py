"""The report before it is written, by keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from support.program import Hands, focusable, settle
from support.shown import at_results, clipped_at_all_sizes, in_dialog, shown, unnamed

from cxaudit.ui.app import Program
from cxaudit.ui.screens.report import ReportScreen
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.messages import Messages
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def row(screen: ReportScreen, section: str) -> Any:
    return next(r for r in screen.sections.rows if r.view.id == section)


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


def test_the_paper_shows_the_finding_and_goes_where_it_is_narrow(program: Program) -> None:
    at_results(program, place="report")
    screen = shown(program, ReportScreen)
    assert "you back" in screen.paper.accessibleName()
    assert screen.paper.isVisible()
    program.window.resize(800, 560)
    settle()
    assert not screen.paper.isVisible()


def test_everything_has_a_name_and_few_tab_stops(program: Program) -> None:
    at_results(program, place="report")
    screen = shown(program, ReportScreen)
    assert unnamed(screen) == []
    assert len(focusable(screen)) <= 12


def test_nothing_is_clipped_at_any_size(program: Program) -> None:
    at_results(program, place="report")
    assert clipped_at_all_sizes(program) == {}


@pytest.mark.parametrize("levels", ["000000000000000", "555555555555555", "111111111111111"])
def test_extreme_answers_have_a_summary_page(program: Program, levels: str) -> None:
    at_results(program, levels, place="report")
    assert not shown(program, ReportScreen).paper.grab().isNull()
