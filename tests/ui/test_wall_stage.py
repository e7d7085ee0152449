"""What the wall shows as keys and menus ask: blank, frozen, the parking lot, dark; and its end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from support.console import begin, kept
from support.program import settle
from support.walls import STATES
from support.workshop_pages import SHOTS

from cxaudit.app import closing, parking, room_clock, rounds, steps, workshop
from cxaudit.app.ballots import cast
from cxaudit.app.steps import forward
from cxaudit.domain.workshop import Room, Vote
from cxaudit.presentation.wall_words import wall_line
from cxaudit.ui.app import Program
from cxaudit.ui.screens.console import ConsoleScreen
from cxaudit.ui.tokens import WALL_DARK, WALL_LIGHT
from cxaudit.ui.wall.monitors import REHEARSAL, SHARED, WINDOW
from cxaudit.ui.wall.paint import WallPaint
from cxaudit.ui.wall.stage import WallStage


@pytest.fixture
def stage(program: Program) -> WallStage:
    """The wall of a room of three that has read the first question."""
    begin(program, Room(present=3, method="tally"))
    projection = program.window._projection
    assert projection is not None
    return projection.stage


def do(program: Program, command: Callable[..., object], *arguments: object) -> None:
    assert program.window.session.room.run(command, *arguments)  # pyright: ignore[reportArgumentType]
    kept(program)


def vote(program: Program, *panel: Vote) -> None:
    do(program, forward)
    for one in panel:
        do(program, cast, one)


def test_the_wall_follows_the_room_through_a_question(program: Program, stage: WallStage) -> None:
    assert stage.line == "the question alone"
    vote(program, 1, 1, 5)
    assert stage.line == "the question and “3 of 3 in”"
    do(program, rounds.reveal)
    assert [row.votes for row in stage.view.rows] == [2, 0, 0, 0, 1]
    do(program, closing.lock_votes)
    assert stage.view.kind == "locked"
    program.window.session.undo()
    kept(program)
    assert stage.view.kind == "reveal"


def test_stepping_back_and_undo_hide_a_round_again(program: Program, stage: WallStage) -> None:
    vote(program, 1, 1, 5)
    do(program, rounds.reveal)
    program.window.session.undo()
    kept(program)
    assert stage.view.kind == "vote"
    assert {row.votes for row in stage.view.rows} == {None}


def test_blank_hides_all_until_it_is_asked_again(program: Program, stage: WallStage) -> None:
    program.window.run("wall_blank")
    vote(program, 1, 1, 5)
    assert (stage.line, stage.blank) == ("nothing (blank)", True)
    program.window.run("wall_blank")
    assert stage.line == "the question and “3 of 3 in”"


def test_freeze_keeps_what_is_shown_while_the_console_goes_on(program: Program, stage: WallStage) -> None:
    program.window.run("wall_freeze")
    vote(program, 1, 1, 5)
    assert (stage.line, stage.frozen) == ("the question alone (frozen)", True)
    program.window.run("wall_freeze")
    assert stage.line == "the question and “3 of 3 in”"


def test_the_parking_lot_makes_way_for_the_next_step(program: Program, stage: WallStage) -> None:
    do(program, parking.park, "Who pays?")
    program.window.run("wall_parking")
    do(program, room_clock.toggle_timer, program.window.session.room.now())
    assert stage.view.kind == "parking"
    do(program, steps.forward)
    assert stage.view.kind == "vote"
    do(program, steps.back)
    assert stage.view.kind == "read"


def test_the_parking_lot_can_be_shown(program: Program, stage: WallStage) -> None:
    do(program, parking.park, "Who pays?")
    program.window.run("wall_parking")
    assert [item.text for item in stage.view.parked] == ["Who pays?"]
    do(program, parking.give, 0, "Ada")
    assert stage.view.parked[0].owner == "Ada"
    program.window.run("wall_parking")
    assert stage.line == "the question alone"


def test_the_wall_has_a_look_of_its_own(program: Program, stage: WallStage) -> None:
    assert stage.window is not None
    for look in (WALL_DARK, WALL_LIGHT):
        program.window.run("wall_dark")
        assert stage.look == look
        corner = stage.window.paint.grab().toImage().pixelColor(1, 1)
        assert corner == QColor(look.back)


def test_changes_are_said_aloud_once(program: Program, stage: WallStage) -> None:
    heard: list[str] = []
    stage.said.connect(heard.append)
    vote(program, 1, 1, 5)
    assert len(heard) == 2
    assert heard[1] == "3 of 3 in"
    do(program, rounds.reveal)
    assert "2 votes" in heard[-1]
    stage.refresh()
    assert len(heard) == 3


def test_the_end_stays_until_the_window_goes_on(program: Program, stage: WallStage) -> None:
    do(program, workshop.end_session)
    settle()
    assert stage.view.kind == "ended"
    program.window.session.go_to("answer")
    settle()
    program.window.session.go_to("results")
    program.window.session.go_to("answer")
    assert stage.window is None


def test_it_stands_where_it_is_put(program: Program, stage: WallStage) -> None:
    assert stage.place == REHEARSAL
    assert stage.window is not None
    for action, place in (("wall_window", WINDOW), ("wall_shared", SHARED), ("wall_rehearse", REHEARSAL)):
        program.window.run(action)
        settle()
        assert stage.place == place
        assert stage.window.isVisible() == (place != REHEARSAL)


def test_a_rehearsal_changes_nothing_for_other_days(program: Program) -> None:
    program.window.session.start_workshop(Room(present=3), "quick", rehearsing=True)
    kept(program)
    projection = program.window._projection
    assert projection is not None
    assert projection.stage.place == REHEARSAL
    assert program.preferences.settings.walls == ()


def test_keys_on_the_wall_are_the_consoles(program: Program, stage: WallStage) -> None:
    program.window.run("wall_window")
    settle()
    assert stage.window is not None
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
        QTest.keyClick(stage.window, key)
    QTest.keyClick(stage.window, Qt.Key.Key_PageDown)
    kept(program)
    assert stage.view.kind == "vote"


# ------------------------------------------------------------------ the line of the console
def said_of(program: Program) -> tuple[str, str]:
    """What the console says of the wall, and what the wall's own window shows, in words."""
    projection, screen = program.window._projection, program.window.screen_shown
    assert projection is not None
    assert projection.stage.window is not None
    assert isinstance(screen, ConsoleScreen)
    assert screen.parts.strip.isVisible()
    assert screen.parts.mirror.view == projection.stage.window.paint.view
    return screen.parts.strip.says, wall_line(projection.stage.window.paint.view)


@pytest.mark.parametrize("name", SHOTS)
def test_the_console_says_in_every_state_what_the_wall_shows(program: Program, name: str) -> None:
    SHOTS[name](program)
    said, shows = said_of(program)
    assert said == shows
    for action, aside in (("wall_parking", ""), ("wall_freeze", " (frozen)"), ("wall_blank", " (frozen)")):
        program.window.run(action)
        settle()
        said, shows = said_of(program)
        assert said == shows + aside
    assert said == "nothing (blank) (frozen)"


# ------------------------------------------------------------------ the mirror
def test_the_mirror_keeps_the_walls_proportions_and_says_its_words() -> None:
    mirror = WallPaint()
    mirror.render_view(STATES["vote"])
    mirror.resize(320, 320)
    assert (mirror.wall_rect().width(), mirror.wall_rect().height()) == (320, 180)
    mirror.render_wide(4 / 3)
    assert mirror.heightForWidth(320) == 240
    assert mirror.sizeHint() == QSize(320, 240)
    face = QAccessible.queryAccessibleInterface(mirror)
    assert face.text(QAccessible.Text.Name) == "Wall"
    assert "9 of 14 in." in face.text(QAccessible.Text.Description)
    mirror.deleteLater()
