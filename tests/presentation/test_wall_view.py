"""The wall's view: each state of a question in parts and words, and not a word of votes before their reveal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import find
from hypothesis import given as forall
from hypothesis import strategies as st
from support.workshops import FIRST, NOW, PACK, VOTE, begun, done, given, revealed, room, votes, voting

from cxaudit.app import closing, parking
from cxaudit.app.ballots import Counts, set_counts
from cxaudit.app.room import RoomSession, room_session
from cxaudit.app.room_clock import add_minute, toggle_timer
from cxaudit.app.rounds import reveal, vote_again
from cxaudit.app.steps import forward
from cxaudit.app.workshop import end_session
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit, apply
from cxaudit.domain.panels import Prompt
from cxaudit.domain.workshop import GroupVotes, Lock, Method, Round, Vote
from cxaudit.presentation.wall import Clock, Seats, WallView, longest_views, wall_view
from cxaudit.presentation.wall_band import Band, closed_band, reveal_band, span
from cxaudit.presentation.wall_words import announcement, frozen_line, spoken, wall_line

SPLIT: tuple[Vote, ...] = (1, 1, 1, 5, 5, 5)


def view(session: RoomSession, seconds: int = 0) -> WallView:
    return wall_view(session, NOW + timedelta(seconds=seconds))


def band(votes_: Sequence[Vote]) -> Band:
    shown = view(revealed(votes_)).band
    assert shown is not None
    return shown


# ------------------------------------------------------------------ states
def test_while_it_is_read_the_question_stands_alone() -> None:
    shown = view(begun())
    assert (shown.kind, shown.question, shown.note) == ("read", PACK.practices[FIRST].question, "Question 1 of 5")
    assert shown.rows == ()
    assert shown.seats is None
    assert shown.clock == Clock("4:00", 1.0)


def test_while_it_votes_the_room_sees_the_answers_and_how_many_are_in() -> None:
    shown = view(given(voting(), (1, 5)))
    assert shown.kind == "vote"
    assert [row.anchor for row in shown.rows] == list(PACK.practices[FIRST].anchors)
    assert {row.votes for row in shown.rows} == {None}
    assert shown.seats == Seats(2, 3)
    assert Seats(2, 3).words == "of 3 in"


def test_typed_cards_are_told_once_all_are_in() -> None:
    session = voting(of=room(4, "cards"))
    part = done(session, set_counts(session, Counts((2, 0, 0, 0, 1))))
    seats = view(part).seats
    assert seats is not None
    assert (seats.given, seats.number, seats.words) == (None, 4, "present")
    whole = done(part, set_counts(part, Counts((2, 0, 0, 0, 2))))
    assert view(whole).seats == Seats(4, 4)


def test_a_reveal_tells_each_level_and_what_is_no_level() -> None:
    shown = view(revealed((1, 1, 4, "dk", "na", "-")))
    assert shown.kind == "reveal"
    assert [row.votes for row in shown.rows] == [2, 0, 0, 1, 0]
    assert shown.foot == ("Don't know: 1", "Does not apply: 1", "No vote: 1")
    assert (shown.filled, shown.hollow) == ("", "")


def test_earlier_rounds_stand_beneath_the_newest_first_and_no_more_than_two() -> None:
    session = revealed((1, 1, 1))
    for panel in ((2, 2, 2), (3, 3, 3), (4, 4, 5)):
        again = done(session, vote_again(session))
        full = given(again, panel)
        session = done(full, reveal(full))
    shown = view(session)
    assert [row.votes for row in shown.rows] == [0, 0, 0, 2, 1]
    assert [row.earlier for row in shown.rows] == [(0, 0), (0, 3), (3, 0), (0, 0), (0, 0)]
    assert (shown.filled, shown.hollow) == ("Round 4", "Round 3, round 2")


def test_files_from_before_are_no_round_of_the_session() -> None:
    files = Round(method="files", groups=(GroupVotes(votes=(1, 1, 5)),))
    before = begun(of=room(3))
    edit = AnswerEdit(practice=FIRST, answer=Answer(rounds=(files,)))
    session = room_session(PACK, apply(before.assessment, edit))
    session = done(session, forward(session))
    assert view(session).filled == ""
    again = done(session, vote_again(session))
    full = given(again, (3, 3, 3))
    shown = view(done(full, reveal(full)))
    assert (shown.filled, shown.hollow) == ("Round 1", "Before the session")


def test_a_closed_question_marks_the_levels_that_it_was_closed_on() -> None:
    session = revealed((2, 3, 3))
    agreed = view(done(session, closing.lock_agreed(session, 3, "the rules say so")))
    assert agreed.kind == "locked"
    assert [row.level for row in agreed.rows if row.marked] == [3]
    open_ = view(done(session, closing.lock_open(session, 2, 4)))
    assert [row.level for row in open_.rows if row.marked] == [2, 3, 4]
    as_voted = view(done(session, closing.lock_votes(session)))
    assert not any(row.marked for row in as_voted.rows)
    assert as_voted.clock is None


def test_groups_are_told_where_they_are_large_enough_and_differ() -> None:
    def shown(leaders: Sequence[Vote], staff: Sequence[Vote]) -> tuple[str, ...]:
        session = voting(of=room(Leaders=len(leaders), Staff=len(staff)))
        session = given(given(session, leaders, "Leaders"), staff, "Staff")
        return view(done(session, reveal(session))).foot

    assert shown((4,) * 5, (2,) * 5) == ("Leaders: level 4", "Staff: level 2")
    assert shown((4,) * 5, (4,) * 5) == ()
    assert shown((4,) * 4, (2,) * 5) == ()


def test_what_was_put_aside_stands_with_those_first_that_nobody_takes() -> None:
    session = begun()
    assert wall_view(session, NOW, "parking").note == "Nothing was put aside so far."
    for text in ("one", "two", "three"):
        session = done(session, parking.park(session, text))
    session = done(session, parking.give(session, 0, "Ada"))
    session = done(session, parking.drop(session, 1))
    shown = wall_view(session, NOW, "parking")
    assert [(item.text, item.owner, item.dropped) for item in shown.parked] == [
        ("three", "", False),
        ("one", "Ada", False),
        ("two", "", True),
    ]
    assert spoken(shown) == "Put aside for later. three: nobody yet. one: Ada. two: dropped."
    assert wall_view(session, NOW, "blank") == WallView("blank")


def test_the_end_thanks_the_room() -> None:
    session = begun()
    shown = view(done(session, end_session(session)))
    assert (shown.kind, shown.note) == ("ended", "0 of 5 questions were closed.")


# ------------------------------------------------------------------ the clock
def test_the_clock_runs_down_and_changes_at_zero() -> None:
    session = begun()
    running = done(session, toggle_timer(session, NOW))
    assert view(running, 100).clock == Clock("2:20", 140 / 240)
    assert view(running, 239).clock == Clock("0:01", 1 / 240)
    for late in (240, 241, 999):
        assert view(running, late).clock == Clock("Time is up", 0.0, over=True)
    assert view(done(running, add_minute(running, NOW))).clock == Clock("5:00", 1.0)


# ------------------------------------------------------------------ the message
def test_the_message_says_what_the_votes_ask_for() -> None:
    assert band(SPLIT).head == "Split 1–5"  # noqa: RUF001 - as the wall shows it
    assert band((3, 3, 3)).head == "All chose 3"
    assert band((3, 3, "dk", 3)).head == "Only 3 was chosen"
    assert band((2, 3, 3)) == Band("check", "Near each other", "Level 3 is proposed; speak up if it is wrong")
    assert band(("dk", "dk", 4)).head == "Few levels"
    assert band(("-",)).head == "Few levels"


@pytest.mark.parametrize(
    ("prompt", "head"),
    [
        (Prompt("two camps", (1, 4)), "Two camps: 1 and 4"),
        (Prompt("outlier", (5,)), "Far apart: 5"),
        (Prompt("outlier", (1, 5)), "Far apart: 1 or 5"),
        (Prompt("wide", (1, 4)), "Wide 1–4"),  # noqa: RUF001 - as the wall shows it
        (Prompt("low agreement"), "Talk it over"),
    ],
)
def test_each_prompt_has_a_message_without_a_name(prompt: Prompt, head: str) -> None:
    said = reveal_band((prompt,), (1, 2, 4))
    assert said.head == head
    assert said.text


def test_a_room_that_is_close_without_a_prompt_gets_a_level_proposed() -> None:
    assert reveal_band((), (2, 3, 3, 3, 4)).text == "Level 3 is proposed; speak up if it is wrong"


def test_how_a_question_was_closed_is_said() -> None:
    assert closed_band(Lock(kind="votes")).text == "The votes stand as they are"
    assert closed_band(Lock(kind="agreed", level=4, reason="so")).text == "Agreed on level 4"
    assert closed_band(Lock(kind="none", lowest=2, highest=4)).text == "No agreement: levels 2 to 4"
    assert closed_band(Lock(kind="none", lowest=2, highest=2)).text == "No agreement: level 2"
    assert span((3, 3)) == "3"


@forall(votes(least=3))
def test_nothing_told_has_a_decimal_so_that_no_mean_is(panel: list[Vote]) -> None:
    assert re.search(r"[0-9][.,][0-9]", spoken(view(revealed(panel)))) is None


# ------------------------------------------------------------------ in words
def test_a_line_always_says_what_the_wall_shows() -> None:
    session = given(voting(), (1, 5))
    assert wall_line(view(begun())) == "the question alone"
    assert wall_line(view(session)) == "the question and “2 of 3 in”"
    assert wall_line(view(revealed((3, 3, 3)))) == "the votes: All chose 3"
    closed = revealed((3, 3, 3))
    assert wall_line(view(done(closed, closing.lock_votes(closed)))) == "the votes, closed: The votes stand as they are"
    assert wall_line(WallView("blank")) == "nothing (blank)"
    assert wall_line(WallView("parking")) == "what was put aside"
    assert wall_line(WallView("ended")) == "the end of the session"
    assert frozen_line(WallView("blank")) == "nothing (blank) (frozen)"


def test_a_screen_reader_hears_what_the_wall_shows() -> None:
    again = revealed((2, 3, 3))
    again = given(done(again, vote_again(again)), (3, 3, "dk"))
    session = done(again, reveal(again))
    said = spoken(view(done(session, closing.lock_agreed(session, 3, "secret reason", "secret dissent"))))
    anchor = PACK.practices[FIRST].anchors[2]
    assert f"3: {anchor}; 2 votes, 2 before, closed on this." in said
    assert "Filled dots: Round 2. Hollow dots: Round 1." in said
    assert "Don't know: 1." in said
    assert "Closed: Agreed on level 3." in said
    assert "secret" not in said
    assert spoken(WallView("blank")) == "The wall is blank."
    assert "4:00." in spoken(view(begun()))


def test_changes_are_announced_and_no_more_of_them_than_matter() -> None:
    reading, voted = view(begun()), [view(given(voting(of=room(7)), (3,) * n)) for n in range(8)]
    assert announcement(None, reading) == spoken(reading)
    assert announcement(reading, voted[0]) == spoken(voted[0])
    heard = [announcement(voted[n], voted[n + 1]) for n in range(7)]
    assert heard == ["", "", "", "", "5 of 7 in", "", "7 of 7 in"]
    session = revealed((1, 3, 3))
    other = replace(view(session), band=Band("lock", "Closed", "as they are"))
    assert announcement(view(session), other) == spoken(other)


def test_the_clock_is_announced_at_one_minute_and_at_zero() -> None:
    session = begun()
    running = done(session, toggle_timer(session, NOW))
    heard = {
        second: said
        for second in range(1, 300)
        if (said := announcement(view(running, second - 1), view(running, second)))
    }
    assert heard == {180: "1:00", 240: "Time is up"}


# ------------------------------------------------------------------ silence
METHODS: tuple[Method, ...] = ("ballot", "tally", "cards")
PAIRS = st.tuples(st.lists(st.tuples(VOTE, VOTE), min_size=1, max_size=12), st.integers(0, 3), st.sampled_from(METHODS))
"""Two ballots with as many votes in each, how many have not voted, and how the room votes."""

Ballots = tuple[list[tuple[Vote, Vote]], int, Method]


def looks_the_same(ballots: Ballots, of: Callable[[RoomSession], WallView]) -> bool:
    pairs, missing, method = ballots
    session = voting(of=room(len(pairs) + missing, method))
    one, other = (of(given(session, panel)) for panel in zip(*pairs, strict=True))
    return (one, spoken(one), wall_line(one)) == (other, spoken(other), wall_line(other))


@forall(PAIRS)
def test_before_a_reveal_two_ballots_with_as_many_votes_look_the_same(ballots: Ballots) -> None:
    assert looks_the_same(ballots, view)


def leaking(session: RoomSession) -> WallView:
    """A wall that counts only those who chose a level."""
    assert session.waiting is not None
    levels = [vote for vote in session.waiting.votes() if isinstance(vote, int)]
    return replace(view(session), seats=Seats(len(levels), session.workshop.room.present))


def test_a_wall_that_leaks_would_be_found() -> None:
    found = find(PAIRS, lambda ballots: not looks_the_same(ballots, leaking))
    assert not looks_the_same(found, leaking)


def test_the_views_that_need_most_room_are_those_of_every_question() -> None:
    found = list(longest_views(begun(of=room(25))))
    assert [shown.kind for shown in found] == ["vote", "reveal"] * 5
    assert found[1].rows[0].votes == 24
    assert found[1].hollow == "Round 1"
