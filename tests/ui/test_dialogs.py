"""Dialogs by keys: Return takes what is right, refuses what is not and says why, Esc takes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from support.program import Hands, fill, settle

from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.fields import ask_date, ask_organisation, ask_reason
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def in_dialog(*steps: Callable[[Dialog], None]) -> None:
    """Do one step after the other in the dialog that is about to open, each in its own turn of the event loop."""
    left = list(steps)
    timer = QTimer(QApplication.instance(), interval=10)

    def turn() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog) or not dialog.isActiveWindow():
            return
        step = left.pop(0)
        if not left:
            timer.stop()
            timer.deleteLater()
        step(dialog)

    timer.timeout.connect(turn)
    timer.start()


def types(text: str) -> Callable[[Dialog], None]:
    def step(_dialog: Dialog) -> None:
        focus = focused()
        if isinstance(focus, QLineEdit):
            focus.selectAll()
        QTest.keyClicks(focus, text)

    return step


def presses(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[Dialog], None]:
    return lambda _dialog: QTest.keyClick(focused(), key, modifier)


def says(words: str) -> Callable[[Dialog], None]:
    def step(dialog: Dialog) -> None:
        shown = [text.text() for text in dialog.findChildren(Text) if text.isVisible()]
        assert any(words in text for text in shown), shown

    return step


def test_the_organisation_is_named_by_return(program: Program) -> None:
    in_dialog(types("Kestrel Water"), presses(KEYS.Key_Return))
    assert ask_organisation(program.window, "") == "Kestrel Water"


def test_escape_takes_nothing(program: Program) -> None:
    in_dialog(types("Kestrel Water"), presses(KEYS.Key_Escape))
    assert ask_organisation(program.window, "") is None


def test_only_a_real_day_is_a_date(program: Program) -> None:
    in_dialog(
        types("2026-02-31"),
        presses(KEYS.Key_Return),
        says("There is no such day"),
        types("2026-02-28"),
        presses(KEYS.Key_Return),
    )
    assert ask_date(program.window, "2026-11-20") == "2026-02-28"


def test_a_reason_says_something(program: Program) -> None:
    in_dialog(
        presses(KEYS.Key_Tab),
        presses(KEYS.Key_Tab),
        presses(KEYS.Key_Return),
        says("Write a few words"),
        types("Nothing of the kind"),
        presses(KEYS.Key_Tab),
        presses(KEYS.Key_Tab),
        presses(KEYS.Key_Return),
    )
    assert ask_reason(program.window, "Why?", "Say it.", "Keep") == "Nothing of the kind"


def test_ctrl_return_keeps_what_has_several_lines(program: Program) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    in_dialog(
        presses(KEYS.Key_Return, control),
        says("Write a few words"),
        types("Not here"),
        presses(KEYS.Key_Return, control),
    )
    assert ask_reason(program.window, "Why?", "Say it.", "Keep") == "Not here"


def test_the_jump_list_goes_where_the_arrows_point(program: Program, hands: Hands) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "43")
    settle()
    in_dialog(presses(KEYS.Key_Down), presses(KEYS.Key_Down), presses(KEYS.Key_Return))
    hands.tap(KEYS.Key_J, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert session.flow.number == 5
    assert session.assessment.answers.keys() == set(session.flow.asked[:2])


def test_targets_count_at_once_and_can_be_undone(program: Program) -> None:
    session = program.window.session
    session.start_quick_audit()
    settle()

    def lower(dialog: Dialog) -> None:
        dialog.findChildren(Segments)[0].setFocus()
        QTest.keyClick(focused(), KEYS.Key_Left)
        dialog.accept()

    in_dialog(lower)
    program.window.run("targets")
    first = session.pack.dimensions[0].id
    assert session.assessment.targets == {first: session.pack.rubric.target - 1}
    session.undo()
    assert session.assessment.targets == {}


def test_every_help_dialog_opens_and_closes(program: Program, qtbot: QtBot) -> None:
    del qtbot
    program.window.session.start_quick_audit()
    settle()
    for action in ("keys", "choose", "about"):
        in_dialog(presses(KEYS.Key_Escape))
        program.window.run(action)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("name", ["organisation", "date", "targets", "jump", "keys", "choose", "about", "practise"])
def test_a_dialog_is_never_larger_than_the_screen(program: Program, name: str, zoom: int) -> None:
    program.preferences.set_zoom(zoom)
    program.window.session.start_full_audit()
    settle()
    seen: list[Dialog] = []

    def look(dialog: Dialog) -> None:
        settle()
        room = dialog.screen().availableGeometry()
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()
        body, view = dialog.content.parentWidget(), dialog.area.viewport()
        assert body is not None
        assert body.width() <= view.width()
        low = [t.text() for t in body.findChildren(Text) if t.isVisible() and t.height() < t.heightForWidth(t.width())]
        assert low == []
        seen.append(dialog)

    in_dialog(look, presses(KEYS.Key_Escape))
    program.window.run(name)
    assert len(seen) == 1


def test_what_has_the_focus_is_scrolled_into_view(program: Program) -> None:
    program.preferences.set_zoom(200)
    program.window.session.start_quick_audit()
    settle()

    def shown(_dialog: Dialog) -> None:
        settle()
        assert not focused().visibleRegion().isEmpty()

    tab = presses(KEYS.Key_Tab)
    in_dialog(*(step for _stop in range(5) for step in (shown, tab)), shown, presses(KEYS.Key_Escape))
    program.window.run("targets")


def test_what_was_accepted_stays_so_while_the_dialog_goes(program: Program) -> None:
    dialog = Dialog(program.window, "Kept")

    def accept() -> None:
        dialog.accept()
        settle()  # deletions that wait are done in the dialog's own loop, as some systems do

    QTimer.singleShot(0, accept)
    assert dialog.exec() == Dialog.DialogCode.Accepted
    settle()
    assert not program.window.findChildren(Dialog)


def test_a_dialog_goes_with_its_window(program: Program) -> None:
    over = QWidget(program.window)
    dialog = Dialog(over, "Gone")
    QTimer.singleShot(0, lambda: shiboken6.delete(over))
    assert dialog.exec() == Dialog.DialogCode.Rejected
