"""The console is killed at each state; the document opens where it was, with nothing revealed that was not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.console import reopened
from support.kill_consoles import PEOPLE, STATES, story
from support.program import running

from cxaudit.ui.app import Program
from cxaudit.ui.screens.console import ConsoleScreen

TESTS = Path(__file__).resolve().parents[1]
CHILD = TESTS / "support" / "kill_consoles.py"


def killed(home: Path, state: str, after: float = 0.0) -> tuple[Path, dict[str, object]]:
    """Run the program to a state, kill it, and return its document and where it was."""
    path = os.pathsep.join((str(TESTS.parent), str(TESTS)))
    command = [sys.executable, str(CHILD), str(home), state]
    environment = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        time.sleep(after)
        child.kill()
        assert line, child.stderr.read() if child.stderr else ""
    told = json.loads(line)
    return Path(told["path"]), told["story"]


@pytest.mark.parametrize("state", STATES)
def test_a_killed_console_comes_back_as_it_was(qtbot: QtBot, tmp_path: Path, state: str) -> None:
    del qtbot
    path, before = killed(tmp_path, state)
    with running(tmp_path, path) as program:
        screen = reopened(program)
        room = program.window.session.room
        assert room.shown is not None
        assert json.loads(json.dumps(story(room.shown))) == before
        assert screen.parts.ballot.isVisible() == (before["phase"] == "vote" and state != "cards")
        counts = [field.count for field in screen.parts.table.fields]
        assert counts == ([2, 0, 1, 0, 0, 0, 0] if state == "cards" else [])
        assert_nothing_more_is_told(program, screen, shown=bool(before["shown"]))


def assert_nothing_more_is_told(program: Program, screen: ConsoleScreen, *, shown: bool) -> None:
    """Both windows show the votes of a round, or the wall has no number beside any level."""
    projection = program.window._projection
    assert projection is not None
    stage = projection.stage
    assert stage.window is not None
    for view in (stage.view, stage.window.paint.view, screen.parts.mirror.view):
        assert view == stage.view
        assert {row.votes is not None for row in view.rows} <= {shown}
        assert (view.band is not None) == shown


@pytest.mark.parametrize("after", [0.05, 0.15, 0.4])
def test_a_console_killed_at_any_moment_reveals_nothing_unasked(qtbot: QtBot, tmp_path: Path, after: float) -> None:
    del qtbot
    path, _before = killed(tmp_path, "busy", after)
    with running(tmp_path, path) as program:
        reopened(program)
        room = program.window.session.room.shown
        assert room is not None
        now = story(room)
        assert now["shown"] == (now["rounds"] if now["phase"] in {"reveal", "locked"} else [])
        assert all(len(found.votes) == PEOPLE for found in room.answer.rounds)
        if now["phase"] == "reveal":
            assert room.waiting is None
