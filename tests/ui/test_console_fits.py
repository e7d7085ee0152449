"""The console fits a small laptop: no state and no script makes it scroll at 1366x720, and all of a script is there."""

from __future__ import annotations

import pytest
from support.console import begin, kept
from support.program import settle
from support.workshop_pages import COVERED, FIRST, FOURTEEN, SHOTS

from cxaudit.app.ballots import set_counts
from cxaudit.app.rounds import reveal
from cxaudit.app.steps import forward
from cxaudit.ui.app import Program
from cxaudit.ui.theme import width_of
from cxaudit.ui.widgets.clock_face import style_within
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text


@pytest.mark.parametrize("name", [*SHOTS, *COVERED])
def test_no_state_scrolls_on_a_small_laptop(program: Program, name: str) -> None:
    program.window.resize(1366, 720)
    (SHOTS | COVERED)[name](program)
    settle(8)
    area = program.window.screen_shown.findChild(Scroll)
    assert isinstance(area, Scroll)
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0


def test_the_script_of_every_question_is_there_and_whole(program: Program) -> None:
    program.window.resize(1366, 720)
    screen = begin(program, FOURTEEN, "full")
    room, column = program.window.session.room, screen.parts.left
    room.run(forward)
    for practice in room.at.asked:
        program.window.session.go_to_question(practice)
        kept(program)
        script = room.at.pack.practices[practice].script
        assert script is not None
        shown = [text for text in column.findChildren(Text) if text.isVisible()]
        said = {script.read_aloud, *script.probes, script.objection, script.answer}
        assert said <= {text.text() for text in shown}
        assert [text.text() for text in shown if text.height() < text.heightForWidth(text.width())] == []
        area = screen.findChild(Scroll)
        assert isinstance(area, Scroll)
        assert area.verticalScrollBar().maximum() == 0, practice


def test_what_the_timer_says_has_room(program: Program) -> None:
    screen = begin(program, FOURTEEN)
    assert style_within("12:00", 220) == "timer"
    assert style_within("Time is up", 220) == "display"
    assert width_of("Time is up", "display") < screen.parts.right.timer.face.width()


def test_no_question_scrolls_once_its_votes_are_shown(program: Program) -> None:
    program.window.resize(1366, 720)
    screen = begin(program, FOURTEEN, "full")
    room = program.window.session.room
    area = screen.findChild(Scroll)
    assert isinstance(area, Scroll)
    for practice in room.at.asked:
        program.window.session.go_to_question(practice)
        for step in (forward, set_counts, reveal):
            room.run(step, *((FIRST,) if step is set_counts else ()))
            kept(program)
        assert room.at.answer.revealed
        assert (area.verticalScrollBar().maximum(), area.horizontalScrollBar().maximum()) == (0, 0), practice
