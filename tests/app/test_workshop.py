"""The beginning and the end of a workshop, who is present, and how it votes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support.builders import answer, pack, practice
from support.workshops import (
    FIFTH,
    FIRST,
    FOURTH,
    NOW,
    PACK,
    SECOND,
    THIRD,
    begun,
    done,
    fresh,
    given,
    refused,
    revealed,
    room,
    vote_on,
    voting,
)

from cxaudit.app.ballots import Counts, cast, restart, set_counts
from cxaudit.app.closing import lock_votes
from cxaudit.app.parking import drop, give, park
from cxaudit.app.ports import LostBallot
from cxaudit.app.room import Refusal, room_session
from cxaudit.app.room_clock import toggle_timer
from cxaudit.app.rounds import complete, outstanding, reveal
from cxaudit.app.steps import back, forward
from cxaudit.app.workshop import end_session, set_method, set_present, start
from cxaudit.domain.workshop import Method, Timer


def test_a_workshop_begins_at_the_first_open_question() -> None:
    at = begun(of=room(7))
    assert (at.practice, at.workshop.phase, at.workshop.room.present) == (FIRST, "read", 7)
    assert at.workshop.timer == Timer(left=240)
    assert at.workshop.started == NOW.isoformat()
    assert begun(SECOND).practice == SECOND


def test_no_second_workshop_and_none_at_a_question_that_is_not_asked() -> None:
    assert start(begun(), room(), NOW) == Refusal("already running")
    assert start(fresh(), room(), NOW, "mission.p9") == Refusal("not asked", practice="mission.p9")
    quick = fresh().assessment.model_copy(update={"mode": "quick"})
    assert start(room_session(PACK, quick), room(), NOW, FOURTH) == Refusal("not asked", practice=FOURTH)
    assert start(fresh(), room(method="files"), NOW) == Refusal("not by this method")


def test_a_questionnaire_without_quick_questions_has_no_quick_workshop() -> None:
    long = pack([practice("mission.p1", "M1", quick=False)])
    quick = fresh(long).assessment.model_copy(update={"mode": "quick"})
    assert start(room_session(long, quick), room(), NOW) == Refusal("not asked")


def test_who_is_present_is_corrected() -> None:
    at = given(voting(of=room(4)), [1, 2, 3])
    assert outstanding(at) == {"": 1}
    gone = done(at, set_present(at, 3))
    assert complete(gone)
    assert done(gone, reveal(gone)).answer.votes == (1, 2, 3)
    assert set_present(at, 2) == Refusal("fewer than voted", by=3)
    assert set_present(at, 0) == Refusal("nobody present")
    for wrong in (-1, 201):
        assert set_present(at, wrong) == Refusal("too many", by=200)
    assert set_present(at, 3, "leaders") == Refusal("unknown group", group="leaders")


def test_typed_cards_never_keep_anybody_in_the_room() -> None:
    at = voting(of=room(4, "cards"))
    at = done(at, set_counts(at, Counts((4, 0, 0, 0, 0))))
    at = done(at, set_present(at, 3))
    assert reveal(at) == Refusal("count differs", by=1)


def test_groups_come_and_leave_each_for_itself() -> None:
    at = voting(of=room(leaders=2, front=1))
    at = done(at, cast(at, 4, "leaders"))
    assert outstanding(at) == {"leaders": 1, "front": 1}
    at = done(at, set_present(at, 0, "front"))
    assert (at.workshop.room.present, at.workshop.room.seats) == (2, {"leaders": 2, "front": 0})
    assert set_present(at, 0, "leaders") == Refusal("nobody present")
    at = done(at, set_present(at, 3, "front"))
    assert set_present(at, 0, "leaders") == Refusal("fewer than voted", by=1, group="leaders")
    assert set_present(at, 199, "leaders") == Refusal("too many", by=200)
    assert set_present(at, 1) == Refusal("unknown group")


def test_the_room_votes_otherwise_only_while_no_vote_waits() -> None:
    at = begun()
    at = done(at, set_method(at, "cards"))
    assert at.workshop.room.method == "cards"
    assert set_method(at, "files") == Refusal("not by this method")
    waiting = given(voting(), [2])
    assert set_method(waiting, "cards") == Refusal("votes waiting", by=1, practice=FIRST)
    again = done(waiting, restart(waiting))
    assert done(again, set_method(again, "cards")).workshop.room.method == "cards"


def test_a_session_ends_once_every_parked_item_has_an_owner_or_is_dropped() -> None:
    at = begun()
    at = done(at, park(at, "first"))
    at = done(at, park(at, "second"))
    assert end_session(at) == Refusal("parked open", by=2, items=(0, 1))
    at = done(at, give(at, 0, "HR", date(2026, 12, 1)))
    at = done(at, drop(at, 1))
    over = done(at, end_session(at))
    assert (over.workshop.ended, over.workshop.timer) == (True, None)
    for outcome in (
        end_session(over),
        forward(over),
        back(over),
        set_present(over, 3),
        set_method(over, "cards"),
        toggle_timer(over, NOW),
        cast(over, 3),
        lock_votes(over),
    ):
        assert outcome == Refusal("ended")


def test_a_session_does_not_end_while_votes_wait() -> None:
    assert end_session(given(voting(), [2])) == Refusal("votes waiting", by=1, practice=FIRST)


def test_a_later_session_goes_on_with_what_was_parked_and_what_is_open() -> None:
    at = revealed([3, 3, 3])
    at = done(at, lock_votes(at))
    at = done(at, park(at, "first"))
    at = done(at, drop(at, 0))
    at = done(at, end_session(at))
    later = begun(session=at, now=NOW + timedelta(days=1))
    assert (later.practice, later.workshop.ended, later.workshop.done_before) == (SECOND, False, 4)
    assert [item.text for item in later.workshop.parked] == ["first"]
    assert begun(FIRST, session=at).workshop.phase == "locked"


def test_where_all_is_closed_a_session_begins_at_the_first_question() -> None:
    at = begun(of=room(1))
    at = given(done(at, forward(at)), [3])
    at = done(at, reveal(at))
    at = done(at, lock_votes(at))
    for name in (SECOND, THIRD, FOURTH, FIFTH):
        at = vote_on(at, name, [3])
        at = done(at, lock_votes(at))
    at = done(at, end_session(at))
    assert begun(session=at).practice == FIRST


def test_without_a_workshop_nothing_can_be_done() -> None:
    assert end_session(fresh()) == Refusal("no workshop")
    assert forward(fresh()) == Refusal("no workshop")


def test_votes_that_do_not_belong_here_are_passed_over() -> None:
    at = given(voting(), [2, 2])
    ballot = at.ballot
    assert room_session(PACK, at.assessment, ballot).ballot == ballot
    assert room_session(PACK, at.assessment, LostBallot("rotten")).ballot is None
    assert room_session(PACK, at.assessment).ballot is None
    assert room_session(PACK, fresh().assessment, ballot).ballot is None
    assert room_session(PACK, begun(now=NOW + timedelta(hours=1)).assessment, ballot).ballot is None
    at = given(at, [5])
    shown = done(at, reveal(at))
    # the program was killed after the journal had the reveal, and before the box was emptied
    assert room_session(PACK, shown.assessment, at.ballot).ballot is None
    assert room_session(PACK, shown.assessment, at.ballot).answer.votes == (2, 2, 5)


@pytest.mark.parametrize("method", ["cards", "ballot", "tally"])
def test_what_was_answered_alone_gives_way_to_the_room_and_evidence_stays(method: Method) -> None:
    alone = fresh().assessment.model_copy(update={"answers": {FIRST: answer(5, "wiki page 4")}})
    at = given(voting(of=room(3, method), session=room_session(PACK, alone)), [1, 2, "dk"])
    at = done(at, reveal(at))
    assert (at.answer.level, at.answer.votes, at.answer.evidence) == (None, (1, 2, "dk"), "wiki page 4")
    assert at.answer.rounds[-1].method == method
    assert refused(cast(at, 3)).why == "not voting"
