"""Votes that waited and cannot be read again: the console says so, nothing is revealed, the room votes once more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.console import begin, kept, phase, press, reopened
from support.program import Hands, running, settle

from cxaudit.domain.workshop import Room
from cxaudit.storage.folders import Folders
from cxaudit.ui.app import Program
from cxaudit.ui.screens.console import ConsoleScreen
from cxaudit.ui.widgets.console_strip import ConsoleStrip

KEY = Qt.Key
SAID = "The votes that were waiting cannot be read again. The room votes once more."


def cut(box: Path) -> None:
    box.write_bytes(box.read_bytes()[:-5])


def empty(box: Path) -> None:
    box.write_bytes(b"")


def other_votes(box: Path) -> None:
    box.write_bytes(box.read_bytes().replace(b"2", b"4"))


def a_folder(box: Path) -> None:
    box.unlink()
    box.mkdir()


def left_in_a_vote(home: Path, *, shared: bool = False) -> tuple[Path, Path]:
    """Let two of three vote, close the program, and return the document and the votes on disk."""
    with running(home) as program:
        begin(program, Room(present=3, method="tally"))
        press(program, Hands(), KEY.Key_PageDown)
        press(program, Hands(), "25")
        if shared:
            program.window.run("wall_shared")
        document = program.window.session.document
        assert document is not None
        path = document.path
    (box,) = [found for found in Folders.under(home).ballots.rglob("*") if found.is_file()]
    return path, box


@pytest.mark.parametrize("damage", [cut, empty, other_votes, a_folder])
def test_lost_votes_are_told_and_the_room_votes_once_more(
    qtbot: QtBot, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    del qtbot
    path, box = left_in_a_vote(tmp_path)
    damage(box)
    hands = Hands()
    with running(tmp_path, path) as program:
        screen = reopened(program)
        settle()
        assert screen.parts.said == SAID
        assert phase(program) == "vote"
        assert program.window.session.room.at.answer.rounds == ()
        assert shown_number(screen) == "0"
        press(program, hands, "r")
        assert phase(program) == "vote", "nothing is revealed of it"
        press(program, hands, "135r")
        assert program.window.session.room.at.answer.votes == (1, 3, 5)
        assert SAID not in screen.parts.said


def shown_number(screen: ConsoleScreen) -> str:
    assert screen.parts.shown is not None
    return screen.parts.shown[1].number


def test_the_line_stays_until_somebody_does_something(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    path, box = left_in_a_vote(tmp_path)
    cut(box)
    with running(tmp_path, path) as program:
        screen = reopened(program)
        program.window.resize(1366, 720)
        look_again(program)
        assert screen.parts.said == SAID
        assert screen.parts.isVisible()
        press(program, Hands(), KEY.Key_1)
        assert screen.parts.said == ""


def look_again(program: Program) -> None:
    """Let the clock tick, so that all is painted anew."""
    screen = program.window.screen_shown
    assert isinstance(screen, ConsoleScreen)
    screen.tick()
    screen.refresh()
    kept(program)


def test_votes_that_can_be_read_are_there_and_nothing_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    path, _box = left_in_a_vote(tmp_path)
    with running(tmp_path, path) as program:
        screen = reopened(program)
        assert screen.parts.said == ""
        assert shown_number(screen) == "2"


def test_on_one_screen_the_strip_says_it(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    path, box = left_in_a_vote(tmp_path, shared=True)
    cut(box)
    with running(tmp_path, path) as program:
        reopened(program)
        strip = program.window.findChild(ConsoleStrip)
        assert isinstance(strip, ConsoleStrip)
        assert strip.words == (SAID,)
