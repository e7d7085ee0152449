"""A copy for the client from the window, by keys: what goes, what only where it is ticked, what never."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from support.program import Hands, focusable, settle
from support.shown import at_full_results, at_results, clipped, in_dialog, unnamed

from cxaudit.presentation.client_copy import client_copy_view
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.client_copy import ask_client_copy
from cxaudit.ui.widgets.choice import Check
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key


def in_copy(program: Program, act: Callable[[QDialog], object]) -> None:
    in_dialog(act)
    ask_client_copy(program.window, program.window.session)
    settle()


def tick(dialog: QDialog, title: str) -> Check:
    return next(check for check in dialog.findChildren(Check) if check.text() == title)


def shown(dialog: QDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def test_nothing_private_goes_unless_it_is_ticked(program: Program, hands: Hands) -> None:
    session = at_results(program)

    def accept(dialog: QDialog) -> None:
        assert not any(check.isChecked() for check in dialog.findChildren(Check))
        hands.tap(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_copy(program, accept)
    assert session.report.kept == frozenset()


def test_what_is_ticked_goes_and_is_remembered(program: Program, hands: Hands) -> None:
    session = at_results(program)

    def choose(dialog: QDialog) -> None:
        assert tick(dialog, "Notes and reasons").hasFocus()
        hands.press(KEYS.Key_Space)
        hands.tab_to(tick(dialog, "Names of people"))
        hands.press(KEYS.Key_Space)
        hands.tap(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_copy(program, choose)
    assert session.report.kept == frozenset({"notes", "names"})

    def see(dialog: QDialog) -> None:
        assert tick(dialog, "Names of people").isChecked()
        assert not tick(dialog, "What the room said").isChecked()

    in_copy(program, see)
    assert session.report.kept == frozenset({"notes", "names"})


def test_escape_changes_nothing(program: Program, hands: Hands) -> None:
    session = at_results(program)

    def leave(dialog: QDialog) -> None:
        hands.press(KEYS.Key_Space)
        hands.tap(KEYS.Key_Escape)
        assert not dialog.isVisible()

    in_copy(program, leave)
    assert session.report.kept is None


def test_a_copy_can_be_made_whole_again(program: Program, hands: Hands) -> None:
    session = at_results(program)
    session.report.keep(frozenset({"notes"}))

    def whole(dialog: QDialog) -> None:
        button = next(stop for stop in focusable(dialog) if stop.accessibleName() == "Write the whole report again")
        hands.tab_to(button)
        hands.tap(KEYS.Key_Return)
        assert not dialog.isVisible()

    in_copy(program, whole)
    assert session.report.kept is None


def test_it_lists_all_that_goes_and_says_how_much_there_is(program: Program) -> None:
    session = at_full_results(program)
    view = client_copy_view(session.assessment, frozenset())

    def look(dialog: QDialog) -> None:
        words = shown(dialog)
        assert all(line in words for line in (*view.always, *view.never))
        assert all(line.detail in words for line in view.lines)
        for line in view.lines:
            assert tick(dialog, line.title).accessibleDescription() == f"{line.count}. {line.detail}"
        names = [stop.accessibleName() for stop in focusable(dialog)]
        assert names == [*(line.title for line in view.lines), "Cancel", "Write copies for the client"]
        assert QApplication.focusWidget() is tick(dialog, view.lines[0].title)

    in_copy(program, look)


@pytest.mark.parametrize("zoom", [100, 200])
def test_it_has_room_at_any_size(program: Program, zoom: int) -> None:
    session = at_full_results(program)
    session.report.keep(frozenset())
    program.preferences.set_zoom(zoom)
    settle()

    def look(dialog: QDialog) -> None:
        assert unnamed(dialog) == []
        assert clipped(dialog) == []
        assert dialog.height() <= dialog.screen().availableGeometry().height()

    in_copy(program, look)
