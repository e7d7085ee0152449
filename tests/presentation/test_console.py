"""The console in words: where the room is, how many are in, what to do, and no vote before its time."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from support.workshops import FIFTH, FIRST, NOW, PACK, SECOND, THIRD, begun, done, revealed, room, votes, voting
from support.workshops import given as cast_all

from cxaudit.app.ballots import Counts, cast, set_counts
from cxaudit.app.closing import lock_open, lock_votes
from cxaudit.app.parking import drop, give, park
from cxaudit.app.room import room_session
from cxaudit.app.room_clock import toggle_timer
from cxaudit.app.rounds import reveal, vote_again
from cxaudit.app.steps import back, forward, open_question
from cxaudit.domain.workshop import Talk
from cxaudit.presentation.console import console_view, drift_words, foot
from cxaudit.presentation.wall_band import Band


def states(view: object) -> str:
    """The states of the strip in one letter each: done, here, ahead."""
    return "".join(step.state[0] for step in view.steps)  # type: ignore[attr-defined]


def test_the_strip_tells_the_way_through_a_question() -> None:
    assert states(console_view(begun())) == "haaaa"
    assert states(console_view(voting())) == "dhaaa"
    once = revealed([1, 2, 4])
    assert states(console_view(once)) == "ddhaa"
    again = done(once, vote_again(once))
    assert states(console_view(again)) == "dddha"
    assert console_view(again).round == 2
    twice = cast_all(again, [2, 2, 3])
    twice = done(twice, reveal(twice))
    assert states(console_view(twice)) == "ddhda"
    assert states(console_view(done(twice, lock_votes(twice)))) == "ddddh"
    assert states(console_view(done(once, lock_votes(once)))) == "dddah"


def test_where_the_room_is_and_what_comes_next() -> None:
    view = console_view(begun())
    assert view.place.endswith("1 of 5")
    assert view.next.startswith("2 of 5")
    assert view.script is None
    assert view.talk == Talk()
    session = begun(at=FIRST)
    for practice in PACK.practices:
        session = done(session, open_question(session, practice))
        session = done(session, forward(session))
        session = cast_all(session, [1, 2, 3])
        session = done(session, reveal(session))
        session = done(session, lock_open(session, 1, 3, "some doubt it"))
    view = console_view(session)
    assert view.next == "No other question is open."
    assert view.locked
    assert view.dissent == "some doubt it"


def test_the_foot_says_how_many_are_missing() -> None:
    session = voting(of=room(4, "cards"))
    view = console_view(session)
    assert foot(view, None).text == "Nobody's vote is in yet."
    session = done(session, set_counts(session, Counts((1, 0, 0, 0, 2))))
    view = console_view(session)
    assert view.vote is not None
    assert view.vote.groups[0].counts == Counts((1, 0, 0, 0, 2))
    assert (foot(view, None).number, foot(view, None).head) == ("3", "of 4 in")
    assert foot(view, None).text == "1 vote is missing."
    assert view.vote.here == "Only 3 are here"
    assert not view.vote.ready
    more = done(session, set_counts(session, Counts((1, 1, 1, 1, 1))))
    vote = console_view(more).vote
    assert vote is not None
    assert vote.here == "5 are here"
    assert vote.said.startswith("1 vote more than people present.")
    full = done(session, set_counts(session, Counts((1, 1, 1, 1, 0))))
    vote = console_view(full).vote
    assert vote is not None
    assert vote.here == ""
    assert vote.ready
    assert vote.said.startswith("All votes are in.")


def test_groups_are_told_apart_in_what_is_missing() -> None:
    session = voting(of=room(method="cards", Leaders=1, Rest=2))
    session = done(session, set_counts(session, Counts((1, 0, 0, 0, 0)), "Leaders"))
    vote = console_view(session).vote
    assert vote is not None
    assert vote.said == "Rest: 2 votes are missing."
    assert [(group.label, group.present, group.given) for group in vote.groups] == [("Leaders", 1, 1), ("Rest", 2, 0)]


def test_the_foot_of_other_states() -> None:
    assert foot(console_view(begun()), None).head == "Read it aloud"
    band = Band("users", "Split", "Talk")
    assert foot(console_view(revealed([1, 5, 5])), band).text == "Talk"


def test_nobody_votes_on_a_closed_question() -> None:
    session = revealed([1, 2, 4])
    session = done(session, lock_votes(session))
    session = done(session, back(session))
    view = console_view(done(session, back(session)))
    assert view.vote is not None
    found = foot(view, None)
    assert (found.number, found.head) == ("", "The question is closed")
    assert found.text.startswith("U opens it again")


def test_votes_that_wait_on_another_question_are_told() -> None:
    session = cast_all(voting(FIRST), [1])
    session = done(session, open_question(session, SECOND))
    session = done(session, forward(session))
    view = console_view(session)
    assert view.vote is not None
    assert not view.vote.ready
    assert foot(view, None).text.startswith("Votes wait on “M1”.")


@given(votes(), votes())
def test_no_view_tells_a_hidden_vote(one: list[object], other: list[object]) -> None:
    size = min(len(one), len(other))
    views = []
    for panel in (one[:size], other[:size]):
        session = cast_all(voting(THIRD, of=room(25)), panel)  # type: ignore[arg-type]
        views.append(console_view(session))
    assert views[0] == views[1]


def test_parked_items_say_who_sees_to_them() -> None:
    session = begun()
    for text in ("one", "two", "three"):
        session = done(session, park(session, text))
    session = done(session, give(session, 0, "Ann"))
    session = done(session, drop(session, 1))
    assert console_view(session).parked == (("one", "Ann"), ("two", "Dropped"), ("three", "Nobody yet"))


def test_the_drift_in_words() -> None:
    session = begun()
    assert drift_words(session, NOW) == "On time, ends 09:20"
    assert drift_words(session, NOW + timedelta(minutes=6)) == "6 minutes behind, ends 09:26"
    running = done(session, toggle_timer(session, NOW))
    assert drift_words(running, NOW + timedelta(minutes=1)).startswith("On time")
    locked = cast_all(voting(of=room(1)), [4])
    locked = done(locked, reveal(locked))
    locked = done(locked, lock_votes(locked))
    assert drift_words(locked, NOW) == "4 minutes ahead, ends 09:16"
    assert drift_words(locked, NOW + timedelta(minutes=3)) == "1 minute ahead, ends 09:19"


def test_a_ballot_tells_how_many_are_in() -> None:
    session = voting(of=room(2))
    session = done(session, cast(session, 5))
    vote = console_view(session).vote
    assert vote is not None
    assert vote.groups[0].counts is None
    assert vote.here == "Only 1 is here"


def test_a_question_that_the_five_minute_audit_leaves_out_has_no_number() -> None:
    session = begun(at=FIFTH)
    quick = room_session(session.pack, session.assessment.model_copy(update={"mode": "quick"}))
    assert console_view(quick).place == "mission"
