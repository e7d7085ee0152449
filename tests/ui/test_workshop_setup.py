"""The room is set up by keys: groups, what is missing, and the room of the session before."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.console import begin, kept
from support.program import settle

from cxaudit.app import workshop
from cxaudit.domain.workshop import Room, RoomGroup
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.workshop_setup import SetupDialog

GROUPS = (RoomGroup(label="Leaders", present=5), RoomGroup(label="Back office", present=3))


@contextmanager
def set_up(program: Program) -> Generator[SetupDialog]:
    dialog = SetupDialog(program.window, program.window.session, lambda _parent: None)
    dialog.show()
    dialog.activateWindow()
    settle()
    try:
        yield dialog
    finally:
        dialog.close()
        dialog.deleteLater()
        settle()


def type_(*keys: str | Qt.Key) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def test_groups_tell_how_many_vote_and_return_starts(program: Program) -> None:
    with set_up(program) as dialog:
        dialog.split.click()
        type_("5", Qt.Key.Key_Tab, Qt.Key.Key_Tab, "9")
        assert dialog.present.text == "14"
        type_(Qt.Key.Key_Return)
        assert dialog.room == Room(
            present=14, groups=(RoomGroup(label="Leaders", present=5), RoomGroup(label="Front line", present=9))
        )


def test_what_is_missing_in_a_group_is_said_and_gone_to(program: Program) -> None:
    with set_up(program) as dialog:
        dialog.split.click()
        type_("5", Qt.Key.Key_Return)
        assert dialog.groups.numbers[1].edit.hasFocus()
        assert dialog.groups.labels[1].edit.accessibleDescription() == "Say how many of them are here."
        type_("9")
        dialog.groups.labels[1].edit.clear()
        dialog.groups.labels[1].edit.setFocus()
        type_("Leaders")
        type_(Qt.Key.Key_Return)
        assert dialog.groups.labels[1].edit.hasFocus()
        type_(" two", Qt.Key.Key_Return)
        assert dialog.room == Room(
            present=14, groups=(RoomGroup(label="Leaders", present=5), RoomGroup(label="Leaders two", present=9))
        )


def test_the_room_of_the_session_before_is_proposed(program: Program) -> None:
    room = Room(present=8, groups=GROUPS, method="ballot")
    begin(program, room)
    program.window.session.room.run(workshop.end_session)
    kept(program)
    with set_up(program) as dialog:
        assert dialog.groups.numbers[0].edit.hasFocus()
        type_(Qt.Key.Key_Return)
        assert dialog.room == room
