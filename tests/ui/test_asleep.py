"""The laptop sleeps in the middle of a vote: time goes on, and nothing else does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from support.console import begin, kept, phase, press
from support.program import Hands, settle

from cxaudit.bootstrap import SystemClock
from cxaudit.domain.workshop import Room
from cxaudit.ui.app import Program
from cxaudit.ui.screens.console import ConsoleScreen
from cxaudit.ui.wall.stage import WallStage

KEY = Qt.Key


class Bed:
    """Lets the computer sleep: hours pass in which nothing of the program runs."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._slept = timedelta(0)
        awake = SystemClock.now

        def now(clock: SystemClock) -> datetime:
            return awake(clock) + self._slept

        monkeypatch.setattr(SystemClock, "now", now)

    def sleep(self, **time: int) -> None:
        self._slept += timedelta(**time)


@pytest.fixture
def bed(monkeypatch: pytest.MonkeyPatch) -> Bed:
    return Bed(monkeypatch)


def wake(program: Program) -> tuple[ConsoleScreen, WallStage]:
    """What the first tick after waking does."""
    screen, projection = program.window.screen_shown, program.window._projection
    assert isinstance(screen, ConsoleScreen)
    assert projection is not None
    screen.tick()
    projection.stage.refresh()
    settle()
    kept(program)
    return screen, projection.stage


def in_a_vote(program: Program, hands: Hands) -> None:
    """Two of four have voted in secret, the timer runs."""
    begin(program, Room(present=4, method="ballot"))
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, "t")
    for vote in (KEY.Key_2, KEY.Key_5):
        for key in (KEY.Key_Space, vote, KEY.Key_Return):
            press(program, hands, key)


def test_minutes_pass_on_both_windows_and_the_vote_waits(program: Program, hands: Hands, bed: Bed) -> None:
    in_a_vote(program, hands)
    timer = program.window.session.room.at.workshop.timer
    assert timer is not None
    bed.sleep(seconds=100)
    screen, stage = wake(program)
    assert stage.view.clock is not None
    minutes, seconds = stage.view.clock.text.split(":")
    assert timer.left - 110 <= int(minutes) * 60 + int(seconds) <= timer.left - 100
    assert screen.parts.mirror.view == stage.view
    assert stage.line == "the question and “2 of 4 in”"
    assert phase(program) == "vote"


@pytest.mark.parametrize("hours", [1, 14])
def test_after_hours_time_is_up_and_nothing_went_on_by_itself(
    program: Program, hands: Hands, bed: Bed, hours: int
) -> None:
    in_a_vote(program, hands)
    practice = program.window.session.room.at.practice
    bed.sleep(hours=hours)
    _screen, stage = wake(program)
    assert stage.view.clock is not None
    assert stage.view.clock.over
    room = program.window.session.room.at
    assert (room.practice, room.workshop.phase, room.answer.rounds) == (practice, "vote", ())
    assert room.waiting is not None
    assert room.waiting.given == 2
    for vote in (KEY.Key_1, KEY.Key_1):
        for key in (KEY.Key_Space, vote, KEY.Key_Return):
            press(program, hands, key)
    press(program, hands, "r")
    assert program.window.session.room.at.answer.votes == (1, 1, 2, 5)


def test_a_clock_that_is_set_back_gives_no_time_away(program: Program, hands: Hands, bed: Bed) -> None:
    in_a_vote(program, hands)
    timer = program.window.session.room.at.workshop.timer
    assert timer is not None
    bed.sleep(hours=-2)  # a system that learns its time zone on waking
    _screen, stage = wake(program)
    assert stage.view.clock is not None
    minutes, seconds = stage.view.clock.text.split(":")
    assert int(minutes) * 60 + int(seconds) <= timer.left
    assert phase(program) == "vote"
