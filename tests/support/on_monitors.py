"""A workshop on a laptop and a projector that comes and goes: `on_monitors.py FOLDER`, in a process of its own.

Prints as JSON what went wrong by scenario: an empty text where nothing did.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

HOME = Path(sys.argv[1])
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from support.monitors import LAPTOP, PROJECTOR, SECOND_HALL, Monitor, Plugs, platform  # noqa: E402

os.environ["QT_QPA_PLATFORM"] = platform(HOME, LAPTOP, PROJECTOR)

from PySide6.QtCore import QRect, Qt  # noqa: E402 - the platform is chosen first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from support.console import begin, kept  # noqa: E402
from support.program import running, settle  # noqa: E402

from cxaudit.app.ballots import cast  # noqa: E402
from cxaudit.app.steps import forward  # noqa: E402
from cxaudit.domain.workshop import Room  # noqa: E402
from cxaudit.ui.app import Program  # noqa: E402
from cxaudit.ui.wall.monitors import resolution, screen_beside  # noqa: E402
from cxaudit.ui.wall.stage import WallStage  # noqa: E402
from cxaudit.ui.wall.window import STRIP, AudienceWindow  # noqa: E402

Act = Callable[[Program, Plugs], None]
SCENARIOS: dict[str, Act] = {}
START: dict[str, tuple[Monitor, ...]] = {}


def scenario(*there: Monitor) -> Callable[[Act], Act]:
    """Register a scenario, with the monitors that it begins with."""

    def register(act: Act) -> Act:
        SCENARIOS[act.__name__] = act
        START[act.__name__] = there
        return act

    return register


def place(monitor: Monitor) -> QRect:
    return QRect(monitor.x, 0, monitor.width, monitor.height)


def stage_of(program: Program) -> WallStage:
    projection = program.window._projection
    assert projection is not None
    return projection.stage


def window_of(program: Program) -> AudienceWindow:
    window = stage_of(program).window
    assert window is not None
    return window


def voting(program: Program) -> WallStage:
    """Two of three have voted on the first question."""
    begin(program, Room(present=3, method="tally"))
    room = program.window.session.room
    room.run(forward)
    for vote in (2, 5):
        room.run(cast, vote)
    kept(program)
    return stage_of(program)


def two_of_three(program: Program) -> bool:
    room = program.window.session.room
    assert room.shown is not None
    return room.running and room.shown.workshop.phase == "vote" and "2 of 3 in" in stage_of(program).line


@scenario(LAPTOP, PROJECTOR)
def the_wall_fills_the_projector_and_the_console_stays(program: Program, _plugs: Plugs) -> None:
    stage = voting(program)
    window = window_of(program)
    assert window.isVisible()
    assert window.isFullScreen()
    assert window.geometry() == place(PROJECTOR)
    assert window.paint.geometry().size() == place(PROJECTOR).size()
    assert place(LAPTOP).contains(program.window.geometry().topLeft())
    assert stage.place_line == "Other screen, 1920 × 1080"  # noqa: RUF001 - times
    assert QApplication.activeWindow() is program.window


@scenario(LAPTOP, PROJECTOR)
def the_back_row_is_checked_for_the_projector(program: Program, _plugs: Plugs) -> None:
    assert program.window.screen().name() == LAPTOP.name
    found = resolution(screen_beside(program.window.screen()))
    assert found == "1920 × 1080"  # noqa: RUF001 - times
    assert resolution(program.window.screen()) == "1708 × 960", "a scale of 1.25 is no fewer points"  # noqa: RUF001


@scenario(LAPTOP, PROJECTOR)
def x_swaps_the_monitors_and_the_choice_is_remembered(program: Program, _plugs: Plugs) -> None:
    stage = voting(program)
    program.window.run("wall_swap")
    settle()
    assert window_of(program).geometry() == place(LAPTOP)
    assert place(PROJECTOR).contains(program.window.geometry())
    stage.stop()
    stage.start()
    settle()
    assert window_of(program).geometry() == place(LAPTOP)
    program.window.run("wall_swap")
    settle()
    assert window_of(program).geometry() == place(PROJECTOR)
    assert place(LAPTOP).contains(program.window.geometry().center())


@scenario(LAPTOP, PROJECTOR)
def the_projector_goes_and_comes_back_and_nothing_is_lost(program: Program, plugs: Plugs) -> None:
    stage = voting(program)
    before = stage.view
    plugs.now(LAPTOP)
    assert not window_of(program).isVisible(), "the wall covers the console"
    assert stage.place_line == "The projector is gone. The wall comes back with it."
    assert two_of_three(program)
    program.window.session.room.run(cast, 4)
    kept(program)
    plugs.now(LAPTOP, PROJECTOR)
    assert window_of(program).isVisible()
    assert window_of(program).geometry() == place(PROJECTOR)
    assert window_of(program).paint.view != before
    assert "3 of 3 in" in stage.line


@scenario(LAPTOP, PROJECTOR)
def another_projector_takes_its_place(program: Program, plugs: Plugs) -> None:
    voting(program)
    plugs.now(LAPTOP)
    plugs.now(LAPTOP, SECOND_HALL)
    assert window_of(program).geometry() == place(SECOND_HALL)
    assert two_of_three(program)


@scenario(LAPTOP, PROJECTOR)
def a_change_of_scale_and_resolution_paints_the_wall_anew(program: Program, plugs: Plugs) -> None:
    stage = voting(program)
    small = Monitor("projector", 1366, 1280, 720, 1.5)
    plugs.now(LAPTOP, small)
    window = window_of(program)
    assert window.geometry() == place(small)
    assert window.paint.size() == place(small).size()
    assert window.paint.view == stage.view
    assert two_of_three(program)


@scenario(LAPTOP, PROJECTOR)
def blank_and_frozen_outlive_the_cable(program: Program, plugs: Plugs) -> None:
    stage = voting(program)
    program.window.run("wall_freeze")
    frozen = stage.view
    program.window.session.room.run(cast, 1)
    kept(program)
    assert stage.view == frozen
    program.window.run("wall_blank")
    plugs.now(LAPTOP)
    plugs.now(LAPTOP, PROJECTOR)
    assert stage.line == "nothing (blank) (frozen)"
    program.window.run("wall_blank")
    assert window_of(program).paint.view == frozen
    program.window.run("wall_freeze")
    assert "3 of 3 in" in stage.line


@scenario(LAPTOP)
def on_one_screen_nothing_covers_the_console_unasked(program: Program, _plugs: Plugs) -> None:
    stage = voting(program)
    assert not window_of(program).isVisible()
    assert stage.place_line == "Rehearsal: on no screen"
    program.window.run("wall_shared")
    settle()
    window = window_of(program)
    assert window.geometry() == place(LAPTOP)
    assert window.paint.height() == LAPTOP.height - STRIP
    assert two_of_three(program)
    program.window.run("wall_swap")
    settle()
    assert not window_of(program).isVisible()
    program.window.run("wall_window")
    settle()
    assert window_of(program).isVisible()
    assert not window_of(program).isFullScreen()
    assert place(LAPTOP).contains(window_of(program).geometry())


@scenario(LAPTOP)
def a_projector_that_is_plugged_in_takes_the_wall_off_the_console(program: Program, plugs: Plugs) -> None:
    voting(program)
    before = program.window.geometry()
    program.window.run("wall_shared")
    settle()
    assert program.window.isFullScreen()
    plugs.now(LAPTOP, PROJECTOR)
    window = window_of(program)
    assert window.isWindow()
    assert window.geometry() == place(PROJECTOR)
    assert not program.window.isFullScreen()
    assert program.window.geometry() == before
    assert QApplication.activeWindow() is program.window
    plugs.now(LAPTOP)
    assert window_of(program).parent() is program.window, "alone again it lies where it lay"
    assert program.window.geometry() == place(LAPTOP)
    assert two_of_three(program)


@scenario(LAPTOP)
def a_screen_that_changes_is_filled_anew_by_wall_and_strip(program: Program, plugs: Plugs) -> None:
    voting(program)
    program.window.run("wall_shared")
    settle()
    small = Monitor("laptop", 0, 1280, 720, 1.5)
    plugs.now(small)
    window = window_of(program)
    assert program.window.geometry() == place(small)
    assert window.geometry() == place(small)
    assert window.paint.height() == small.height - STRIP
    assert two_of_three(program)


@scenario(LAPTOP, Monitor("projector", 0, 1366, 768))
def two_monitors_with_the_same_picture_are_one(program: Program, _plugs: Plugs) -> None:
    voting(program)
    assert not window_of(program).isVisible()


@scenario(LAPTOP, PROJECTOR)
def escape_f5_and_closing_the_wall_end_nothing(program: Program, _plugs: Plugs) -> None:
    voting(program)
    window = window_of(program)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
        QTest.keyClick(window, key)
        kept(program)
    window.close()
    settle()
    assert window.isVisible()
    assert two_of_three(program)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    kept(program)
    shown = program.window.session.room.shown
    assert shown is not None
    assert shown.workshop.phase == "read", "keys that come to the wall go to the console"


@scenario(LAPTOP, PROJECTOR)
def somebody_closes_the_wall_and_it_can_be_brought_back(program: Program, _plugs: Plugs) -> None:
    stage = voting(program)
    window_of(program).dismissed.emit()
    settle()
    assert not window_of(program).isVisible()
    program.window.run("wall_swap")
    settle()
    assert window_of(program).isVisible()
    assert two_of_three(program)
    assert stage.window is not None


@scenario(LAPTOP, PROJECTOR)
def the_wall_goes_with_the_session(program: Program, _plugs: Plugs) -> None:
    stage = voting(program)
    program.window.session.close()
    settle()
    assert stage.window is None
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, AudienceWindow) and w.isVisible()] == []


def run(name: str, plugs: Plugs | None) -> tuple[str, Plugs]:
    """Run one scenario with a program of its own; return what went wrong."""
    with tempfile.TemporaryDirectory(dir=HOME) as home, running(Path(home)) as program:
        plugs = plugs or Plugs()
        plugs.now(*START[name])
        program.window.move(0, 0)
        program.window.resize(1280, 700)
        settle()
        try:
            SCENARIOS[name](program, plugs)
        except AssertionError:
            return traceback.format_exc(), plugs
    return "", plugs


def main() -> None:
    """Run every scenario."""
    found: dict[str, str] = {}
    plugs: Plugs | None = None
    for name in SCENARIOS:
        found[name], plugs = run(name, plugs)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
