"""The timer of a question and the minutes of a session."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given as over
from hypothesis import strategies as st
from support.workshops import FIRST, NOW, PACK, SECOND, THIRD, begun, done, fresh, given, revealed, room, vote_on

from cxaudit.app.closing import lock_agreed, lock_all_as_voted, lock_votes, unlock
from cxaudit.app.room import Refusal, RoomSession, room_session
from cxaudit.app.room_clock import add_minute, drift, seconds_left, stopped, suggested_minutes, toggle_timer
from cxaudit.app.rounds import reveal
from cxaudit.app.steps import back, forward, open_question
from cxaudit.app.wall import wall
from cxaudit.app.workshop import end_session
from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Pack, Script
from cxaudit.domain.workshop import GroupVotes, Round, Timer


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def timer(session: RoomSession) -> Timer:
    assert session.workshop.timer is not None
    return session.workshop.timer


def with_script(minutes: int) -> Pack:
    script = Script(read_aloud="a", probes=("b", "c"), objection="d", answer="e", minutes=minutes)
    first = PACK.dimensions[0]
    practices = tuple(p.model_copy(update={"script": script}) if p.id == SECOND else p for p in first.practices)
    return PACK.model_copy(update={"dimensions": (first.model_copy(update={"practices": practices}),)})


def test_a_question_takes_what_its_script_says_else_what_the_room_chose() -> None:
    scripted = Pack.model_validate(with_script(9).model_dump())
    assert suggested_minutes(scripted, room().model_copy(update={"minutes": 6}), SECOND) == 9
    assert suggested_minutes(scripted, room().model_copy(update={"minutes": 6}), FIRST) == 6
    at = begun()
    at = room_session(scripted, at.assessment)
    assert timer(done(at, open_question(at, SECOND))) == Timer(left=540)


def test_the_timer_runs_and_stops_and_is_given_a_minute() -> None:
    at = begun()
    at = done(at, toggle_timer(at, NOW))
    assert timer(at) == Timer(left=240, since=NOW.isoformat())
    assert seconds_left(timer(at), later(100.9)) == 140
    at = done(at, add_minute(at, later(100)))
    assert seconds_left(timer(at), later(100)) == 200
    assert seconds_left(timer(at), later(110)) == 190
    at = done(at, toggle_timer(at, later(110)))
    assert timer(at) == Timer(left=190)
    assert seconds_left(timer(at), later(9999)) == 190
    assert timer(done(at, add_minute(at, later(9999)))) == Timer(left=250)


def test_a_timer_goes_on_below_zero_and_while_the_computer_sleeps() -> None:
    at = begun()
    at = done(at, toggle_timer(at, NOW))
    assert seconds_left(timer(at), later(300)) == -60
    assert seconds_left(timer(at), later(10**7)) == -86_400
    more = done(at, add_minute(at, later(300)))
    assert seconds_left(timer(more), later(300)) == 60


def test_without_a_workshop_there_is_no_timer() -> None:
    assert toggle_timer(fresh(), NOW) == add_minute(fresh(), NOW) == Refusal("no workshop")


def test_a_clock_put_back_gives_nothing() -> None:
    running = Timer(left=100, since=NOW.isoformat())
    assert seconds_left(running, later(-500)) == 100


@pytest.mark.parametrize("since", ["", "soon", "2026-11-24T09:00:00"])
def test_a_timer_with_a_strange_beginning_stands(since: str) -> None:
    assert seconds_left(Timer(left=100, since=since), later(50)) == 100


@over(st.integers(-86_400, 86_400), st.integers(0, 200_000), st.booleans())
def test_a_timer_stays_within_what_can_be_kept(left: int, gone: int, running: bool) -> None:  # noqa: FBT001 - drawn
    before = Timer(left=left, since=NOW.isoformat() if running else "")
    at = begun()
    at = room_session(
        PACK, at.assessment.model_copy(update={"workshop": at.workshop.model_copy(update={"timer": before})})
    )
    after = timer(done(at, add_minute(at, later(gone))))
    assert Timer.model_validate(after.model_dump()) == after
    assert Timer.model_validate(stopped(before, later(gone)).model_dump()).since == ""
    now = seconds_left(before, later(gone))
    assert seconds_left(after, later(gone)) == min(max(now, 0) + 60, 86_400)


def test_a_timer_that_is_not_there_begins_with_the_question_s_minutes() -> None:
    at = revealed([3])
    at = done(at, lock_votes(at))
    assert at.workshop.timer is None
    assert toggle_timer(at, NOW) == add_minute(at, NOW) == Refusal("locked")
    at = done(at, unlock(at, "new papers"))
    assert timer(at) == Timer(left=240)
    assert timer(done(at, add_minute(at, NOW))) == Timer(left=300)


def test_a_closed_question_shows_no_clock_however_the_room_came_to_it() -> None:
    at = revealed([3])
    at = done(at, lock_votes(at))
    at = done(at, open_question(at, SECOND))
    assert wall(at).timer == Timer(left=240)
    at = done(at, open_question(at, FIRST))
    assert wall(at).timer is None
    assert wall(done(at, back(at))).timer is None


def test_a_session_tells_how_it_keeps_to_its_minutes() -> None:
    at = begun(of=room(1))
    found = drift(at, NOW)
    assert (found.elapsed, found.planned, found.behind, found.left, found.ends) == (0, 0, 0, 1200, later(1200))
    at = done(at, toggle_timer(at, NOW))
    assert drift(at, later(60)).behind == 0
    assert drift(at, later(300)).behind == 60
    assert drift(at, later(300)).ends == later(300 + 960)
    at = given(done(at, forward(at)), [3])
    at = done(at, reveal(at))
    at = done(at, lock_votes(at))
    found = drift(at, later(180))
    assert (found.elapsed, found.planned, found.behind, found.left) == (180, 240, -60, 960)


def test_questions_that_files_closed_and_earlier_sessions_took_no_time() -> None:
    files = Answer(rounds=(Round(method="files", groups=(GroupVotes(votes=(3, 3, 3)),)),))
    at = begun(THIRD, of=room(1))
    answers = {FIRST: files, SECOND: files}
    at = room_session(PACK, at.assessment.model_copy(update={"answers": answers}))
    at = done(at, lock_all_as_voted(at, (FIRST,)))
    assert (drift(at, NOW).planned, drift(at, NOW).left) == (0, 960)
    at = done(at, open_question(at, SECOND))
    at = done(at, reveal(at))
    at = done(at, lock_agreed(at, 4, "talked through"))
    assert drift(at, NOW).planned == 240
    at = vote_on(at, THIRD, [3])
    at = done(at, lock_votes(at))
    assert drift(at, NOW).planned == 480
    at = done(at, end_session(at))
    again = begun(session=at, now=later(86_400))
    assert (drift(again, later(86_400)).planned, drift(again, later(86_460)).behind) == (0, 60)


def test_a_session_without_a_readable_beginning_has_just_begun() -> None:
    at = begun()
    strange = at.assessment.model_copy(update={"workshop": at.workshop.model_copy(update={"started": "once"})})
    assert drift(room_session(PACK, strange), NOW).elapsed == 0
