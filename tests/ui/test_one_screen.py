"""One screen for the room and the facilitator: the wall lies over the console, which is led by keys all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.console import begin, in_dialog, kept, phase, press
from support.program import Hands, running, settle

from cxaudit.domain.errors import BallotBoxError
from cxaudit.domain.workshop import Method, Room, RoomGroup
from cxaudit.ui.app import Program
from cxaudit.ui.screens.console import ConsoleScreen
from cxaudit.ui.wall.monitors import REHEARSAL, SHARED
from cxaudit.ui.wall.stage import WallStage
from cxaudit.ui.wall.window import STRIP, AudienceWindow
from cxaudit.ui.widgets.console_strip import ConsoleStrip
from cxaudit.ui.widgets.focus_ring import FocusRing

KEY = Qt.Key


def stage_of(program: Program) -> WallStage:
    projection = program.window._projection
    assert projection is not None
    return projection.stage


def wall_of(program: Program) -> AudienceWindow:
    window = stage_of(program).window
    assert window is not None
    return window


def strip_of(program: Program) -> ConsoleStrip:
    strip = wall_of(program).strip
    assert isinstance(strip, ConsoleStrip)
    return strip


def share(program: Program, room: Room) -> ConsoleScreen:
    """Begin a workshop whose wall lies over the console."""
    screen = begin(program, room)
    program.window.run("wall_shared")
    kept(program)
    return screen


def covers(program: Program) -> bool:
    """Whether the wall hides the whole window, menus too."""
    window, wall = program.window, wall_of(program)
    return wall.isVisible() and not wall.isWindow() and wall.parent() is window and wall.geometry() == window.rect()


# ------------------------------------------------------------------ a round by each way to vote
def test_a_round_by_cards_is_led_from_the_strip(program: Program, hands: Hands) -> None:
    share(program, Room(present=14))
    assert covers(program)
    assert strip_of(program).height() == STRIP
    assert strip_of(program).words[0] == "Read it aloud"
    press(program, hands, KEY.Key_PageDown)
    assert strip_of(program).words[0] == "Cards with 1: type the count"
    for count in ("5", "2", "2"):
        hands.digits(count)
        hands.press(KEY.Key_Tab)
    kept(program)
    assert strip_of(program).words[0] == "Cards with 4: type the count"
    press(program, hands, "r")
    assert strip_of(program).words == ("5 votes are missing.",)
    hands.digits("5")
    kept(program)
    assert strip_of(program).words == ("Cards with 4: typed", "All votes are in. Reveal them when the room is ready.")
    press(program, hands, "r")
    assert phase(program) == "reveal"
    assert stage_of(program).line == "the votes: Split 1–4"  # noqa: RUF001 - a range
    in_dialog(hands, KEY.Key_Return)
    press(program, hands, "l")
    assert phase(program) == "locked"
    press(program, hands, KEY.Key_PageDown)
    assert phase(program) == "read"
    assert program.window.session.room.at.asked.index(program.window.session.room.at.practice) == 1
    assert covers(program)


def test_a_secret_ballot_goes_round_and_the_strip_tells_each_voter_what_to_do(program: Program, hands: Hands) -> None:
    share(program, Room(present=2, method="ballot"))
    press(program, hands, KEY.Key_PageDown)
    for given, vote in enumerate((KEY.Key_1, KEY.Key_4)):
        for key, head in ((KEY.Key_Space, "Now your digit"), (vote, "Your digit is in. Press Enter.")):
            press(program, hands, key)
            assert strip_of(program).words == (head, f"{given} of 2 in")
        press(program, hands, KEY.Key_Return)
        said = "Recorded, all votes are in" if given else "Recorded, pass it on"
        assert strip_of(program).words == (said, f"{given + 1} of 2 in")
    press(program, hands, "r")
    assert program.window.session.room.at.answer.votes == (1, 4)


def test_a_tally_is_typed_under_the_wall(program: Program, hands: Hands) -> None:
    share(program, Room(present=3, method="tally"))
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, "255")
    assert strip_of(program).words == ("All votes are in", "3 of 3 in")
    press(program, hands, "r")
    assert program.window.session.room.at.answer.votes == (2, 5, 5)


def test_groups_and_votes_for_no_level_are_named(program: Program, hands: Hands) -> None:
    groups = (RoomGroup(label="Leaders", present=1), RoomGroup(label="Front line", present=1))
    share(program, Room(present=2, groups=groups))
    press(program, hands, KEY.Key_PageDown)
    assert strip_of(program).words[0] == "Cards with 1 (Leaders): type the count"
    for _field in range(5):
        hands.press(KEY.Key_Tab)
    assert strip_of(program).words[0] == "Cards with “Don't know” (Leaders): type the count"


def test_what_the_room_says_is_read_along_as_it_is_typed(program: Program, hands: Hands) -> None:
    share(program, Room(present=1, method="tally"))
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, "3r")
    press(program, hands, "d")
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, "r and b and x are letters here")
    assert strip_of(program).words == ("Dissent note", "r and b and x are letters here")
    assert covers(program)
    hands.press(KEY.Key_Escape)
    assert strip_of(program).words[0] != "Dissent note"


# ------------------------------------------------------------------ every other key
def test_the_wall_s_own_keys_work(program: Program, hands: Hands) -> None:
    share(program, Room(present=3))
    stage = stage_of(program)
    press(program, hands, "b")
    assert (stage.blank, strip_of(program).blank.text()) == (True, "Show again")
    press(program, hands, KEY.Key_Period)
    press(program, hands, "f")
    assert (stage.blank, stage.frozen) == (False, True)
    press(program, hands, "f")
    press(program, hands, "t")
    timer = program.window.session.room.at.workshop.timer
    assert timer is not None
    assert timer.since
    for key in (KEY.Key_F5, KEY.Key_Escape):
        press(program, hands, key)
    assert program.window.session.room.running
    assert covers(program)


def test_undo_works_under_the_wall(program: Program, hands: Hands) -> None:
    share(program, Room(present=1, method="tally"))
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, "3r")
    hands.press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    kept(program)
    assert (phase(program), stage_of(program).view.kind) == ("vote", "vote")


@pytest.mark.parametrize("key", ["p", "m", "?"])
def test_dialogs_come_above_the_wall(program: Program, hands: Hands, key: str) -> None:
    share(program, Room(present=3))
    seen: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        # a window of its own, above the one that the wall is a part of
        parent = dialog.parentWidget()
        assert parent is not None
        seen.append(dialog.isWindow() and parent.window() is program.window and covers(program))
        hands.tap(KEY.Key_Escape)

    QTimer.singleShot(50, look)
    press(program, hands, "?" if key == "?" else key)
    assert seen == [True]
    assert covers(program)


def test_the_pointer_finds_the_next_step_and_no_way_through_the_wall(program: Program) -> None:
    share(program, Room(present=1, method="tally"))
    strip, left = strip_of(program), Qt.MouseButton.LeftButton
    QTest.mouseClick(next(button for button in strip.mains.values() if button.isVisible()), left)
    kept(program)
    assert phase(program) == "vote"
    for at in (program.window.screen_shown.rect().center(), program.window.menuBar().rect().center()):
        QTest.mouseClick(wall_of(program).paint, left, pos=at)
    kept(program)
    assert QApplication.activePopupWidget() is None
    focused = QApplication.focusWidget()
    assert isinstance(program.window.screen_shown, ConsoleScreen)
    assert focused is program.window.screen_shown.parts.tally
    assert phase(program) == "vote"


# ------------------------------------------------------------------ there and back
def test_x_brings_the_console_back_as_it_was(program: Program, hands: Hands) -> None:
    program.window.resize(1100, 700)
    screen = begin(program, Room(present=14))
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, "x")
    assert (stage_of(program).place, program.window.isFullScreen()) == (SHARED, True)
    assert covers(program)
    assert ring_of(program).isHidden()
    hands.digits("5")
    kept(program)
    press(program, hands, "x")
    settle()
    assert (stage_of(program).place, program.window.isFullScreen()) == (REHEARSAL, False)
    assert (program.window.width(), program.window.height()) == (1100, 700)
    assert not wall_of(program).isVisible()
    assert screen.parts.table.fields[0].hasFocus()
    assert screen.parts.table.fields[0].count == 5
    assert not ring_of(program).isHidden()


def ring_of(program: Program) -> FocusRing:
    ring = program.window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert ring is not None
    return ring


def test_from_the_strip_to_a_window_and_back(program: Program, hands: Hands) -> None:
    share(program, Room(present=3))
    program.window.run("wall_window")
    settle()
    assert wall_of(program).isWindow()
    assert wall_of(program).isVisible()
    assert not program.window.isFullScreen()
    program.window.run("wall_shared")
    settle()
    assert covers(program)
    press(program, hands, KEY.Key_PageDown)
    assert phase(program) == "vote"


def test_another_page_is_not_covered_and_says_what_the_wall_shows(program: Program, hands: Hands) -> None:
    share(program, Room(present=3))
    program.window.session._show("results")  # as from the menu, once a review was accepted
    settle()
    assert not wall_of(program).isVisible()
    assert program.window.status_line.wall.text() == "Wall shows: the question alone"
    program.window.session.go_to("answer")
    settle()
    assert covers(program)
    assert not program.window.status_line.wall.isVisible()
    press(program, hands, KEY.Key_PageDown)
    assert phase(program) == "vote"


def test_another_size_of_texts_and_of_the_window_keep_it_whole(program: Program, hands: Hands) -> None:
    share(program, Room(present=3))
    program.window.run("zoom_in")
    settle()
    assert covers(program)
    assert strip_of(program).height() > STRIP
    program.window.setWindowState(Qt.WindowState.WindowNoState)
    program.window.resize(900, 640)
    settle()
    assert covers(program)
    press(program, hands, KEY.Key_PageDown)
    assert strip_of(program).words[0] == "Cards with 1: type the count"


def test_the_end_gives_the_window_back(program: Program) -> None:
    share(program, Room(present=3))
    program.window.session.close()
    settle()
    assert stage_of(program).window is None
    assert not program.window.isFullScreen()


def test_the_next_session_opens_where_the_last_one_stood(program: Program) -> None:
    share(program, Room(present=3))
    program.window.session.close()
    begin(program, Room(present=4))
    assert covers(program)
    assert strip_of(program).words[0] == "Read it aloud"


def test_what_fails_is_said_on_the_strip(program: Program) -> None:
    share(program, Room(present=3))
    program.window.session.failed.emit(BallotBoxError("the disk is full"))
    settle()
    assert len(strip_of(program).words) == 1


# ------------------------------------------------------------------ no vote before its time
def pictures(home: Path, method: Method, votes: tuple[str, ...]) -> list[QImage]:
    """What the shared screen looks like after each key, until all votes are in."""
    hands, seen = Hands(), list[QImage]()
    with running(home) as program:
        share(program, Room(present=9, method=method))
        press(program, hands, KEY.Key_PageDown)
        for vote in votes:
            if method == "ballot":
                press(program, hands, KEY.Key_Space)
            press(program, hands, vote)
            seen.append(program.window.grab().toImage())
            press(program, hands, KEY.Key_Return)
            seen.append(program.window.grab().toImage())
    return seen


CASES: list[tuple[Method, tuple[str, ...], tuple[str, ...]]] = [
    ("cards", ("2", "4", "3"), ("5", "1", "3")),
    ("ballot", ("1", "1", "5"), ("4", "3", "2")),
    ("tally", ("1", "1", "5"), ("4", "3", "2")),
]


@pytest.mark.parametrize(("method", "one", "other"), CASES)
def test_the_shared_screen_tells_no_vote(
    qtbot: QtBot, tmp_path: Path, method: Method, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    del qtbot
    assert pictures(tmp_path / "one", method, one) == pictures(tmp_path / "two", method, other)


def test_a_strip_that_shows_the_count_would_be_found(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    honest = ConsoleStrip._render

    def telling(strip: ConsoleStrip) -> None:
        honest(strip)
        if strip._parts.table.fields:
            strip._head.render_text(strip._parts.table.fields[0].text())

    monkeypatch.setattr(ConsoleStrip, "_render", telling)
    method, one, other = CASES[0]
    assert pictures(tmp_path / "one", method, one) != pictures(tmp_path / "two", method, other)
