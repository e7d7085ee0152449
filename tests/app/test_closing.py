"""How a question ends and how it is opened again."""

from __future__ import annotations

import pytest
from support.workshops import (
    FIRST,
    FOURTH,
    SECOND,
    THIRD,
    begun,
    done,
    fresh,
    given,
    revealed,
    vote_on,
    voting,
)

from cxaudit.app.closing import Part, lock_agreed, lock_all_as_voted, lock_open, lock_votes, record_talk, unlock
from cxaudit.app.room import Outcome, Refusal, RoomSession, room_session
from cxaudit.app.rounds import reveal, vote_again
from cxaudit.app.steps import back, open_question
from cxaudit.app.workshop import end_session
from cxaudit.domain.edits import AnswerEdit, TogetherEdit
from cxaudit.domain.scoring import score
from cxaudit.domain.workshop import MOST_OPENED, Lock, Opened, Talk

PARTS: tuple[Part, ...] = ("low", "high", "settle", "dissent")


def test_a_question_is_closed_with_the_votes_as_they_stand() -> None:
    at = revealed([2, 4, 4])
    at = done(at, lock_votes(at, " one of us sees 2 "))
    assert at.answer.lock == Lock(kind="votes", dissent="one of us sees 2")
    assert (at.answer.votes, at.answer.agreed, at.workshop.phase, at.workshop.timer) == (
        (2, 4, 4),
        None,
        "locked",
        None,
    )


def test_a_question_is_closed_on_an_agreed_level_with_a_reason() -> None:
    at = revealed([2, 4, 4])
    assert lock_agreed(at, 3, "  ") == Refusal("reason missing")
    assert lock_agreed(at, 6, "x") == lock_agreed(at, 0, "x") == Refusal("range wrong")
    assert lock_agreed(at, 3, "x" * 20_001) == Refusal("text too long", by=20_000)
    at = done(at, lock_agreed(at, 3, " the list is from May ", "no list at two sites"))
    assert at.answer.lock == Lock(kind="agreed", level=3, reason="the list is from May", dissent="no list at two sites")
    assert (at.answer.votes, at.answer.agreed) == ((2, 4, 4), 3)
    assert score(at.pack, at.assessment).practices[FIRST].point == 3


def test_no_agreement_is_an_end() -> None:
    at = revealed([1, 1, 5, 5])
    assert lock_open(at, 5, 1) == lock_open(at, 0, 3) == lock_open(at, 1, 6) == Refusal("range wrong")
    at = done(at, lock_open(at, 1, 5, "branches differ"))
    assert at.answer.lock == Lock(kind="none", lowest=1, highest=5, dissent="branches differ")
    assert at.answer.agreed is None


@pytest.mark.parametrize("at", [begun(), given(voting(), [3, 3])], ids=["read", "vote"])
def test_nothing_is_closed_before_its_reveal(at: RoomSession) -> None:
    assert lock_votes(at) == Refusal("nothing revealed")
    assert lock_agreed(at, 3, "so") == Refusal("nothing revealed")
    assert lock_open(at, 1, 3) == Refusal("nothing revealed")


def test_a_lock_is_opened_for_a_reason_that_stays_on_file() -> None:
    at = revealed([2, 4])
    assert unlock(at, "so") == Refusal("not locked")
    at = done(at, lock_agreed(at, 3, "so"))
    lock = at.answer.lock
    assert lock is not None
    assert lock_votes(at) == Refusal("locked")
    assert unlock(at, " ") == Refusal("reason missing")
    assert unlock(at, "x" * 20_001) == Refusal("text too long", by=20_000)
    at = done(at, unlock(at, "the figures came "))
    assert at.answer.opened == (Opened(lock=lock, reason="the figures came"),)
    assert (at.answer.lock, at.answer.agreed, at.answer.votes, at.workshop.phase) == (None, None, (2, 4), "reveal")
    at = given(done(at, vote_again(at)), [4, 4])
    at = done(at, reveal(at))
    assert len(at.answer.rounds) == 2


def test_a_lock_is_not_opened_for_ever() -> None:
    at = revealed([2])
    for _time in range(MOST_OPENED):
        at = done(at, lock_votes(at))
        at = done(at, unlock(at, "again"))
    at = done(at, lock_votes(at))
    assert unlock(at, "again") == Refusal("opened too often", by=MOST_OPENED)


def test_looking_back_at_a_closed_question_opens_nothing() -> None:
    at = revealed([2])
    at = done(at, lock_votes(at))
    seen = done(at, back(at))
    assert (seen.workshop.phase, seen.answer) == ("reveal", at.answer)
    assert lock_votes(seen) == Refusal("locked")


def test_a_dissent_has_a_limit() -> None:
    assert lock_votes(revealed([2]), "x" * 20_001) == Refusal("text too long", by=20_000)


def said(at: RoomSession, **texts: str) -> RoomSession:
    for part in PARTS:
        if part in texts:
            at = done(at, record_talk(at, at.practice, part, texts[part]))
    return at


def test_what_the_room_said_is_kept_in_its_words() -> None:
    at = revealed([1, 5])
    talk = Talk(low="nobody has seen it", high="it hangs in the canteen", settle="a photo")
    assert said(at, low=talk.low, high=talk.high, settle=talk.settle).answer.talk == talk
    assert said(said(at, low="x"), low="").answer.talk is None
    over = done(at, end_session(at))
    assert said(over, low="x").answer.talk == Talk(low="x")
    assert done(at, record_talk(at, SECOND, "low", "x")).assessment.answer(SECOND).talk == Talk(low="x")
    assert record_talk(fresh(), FIRST, "low", "x") == Refusal("no workshop")
    assert record_talk(at, FIRST, "settle", "x" * 20_001) == Refusal("text too long", by=20_000)


def test_a_dissent_note_waits_for_the_lock_and_comes_back_with_it() -> None:
    at = revealed([1, 5])
    at = said(at, low="nobody has seen it", dissent=" one depot ")
    closed = done(at, lock_votes(at))
    assert (closed.answer.lock, closed.answer.talk) == (
        Lock(kind="votes", dissent="one depot"),
        Talk(low="nobody has seen it"),
    )
    assert record_talk(closed, FIRST, "dissent", "x") == Refusal("locked")
    assert done(at, lock_votes(at, "two depots")).answer.lock == Lock(kind="votes", dissent="two depots")
    assert done(at, lock_open(at, 1, 5, "")).answer.lock == Lock(kind="none", lowest=1, highest=5)
    assert done(at, lock_all_as_voted(at, (FIRST,))).answer == closed.answer
    again = done(closed, unlock(closed, "the figures came"))
    assert again.answer.talk == Talk(low="nobody has seen it", dissent="one depot")
    assert again.answer.opened[0].lock == closed.answer.lock


def together(outcome: Outcome) -> TogetherEdit:
    assert not isinstance(outcome, Refusal)
    assert isinstance(outcome.edit, TogetherEdit)
    return outcome.edit


def test_several_questions_are_closed_in_one_step() -> None:
    at = revealed([3, 3, 3])
    at = vote_on(at, SECOND, [4, 4, 4])
    at = vote_on(at, THIRD, [1, 3, 5])
    outcome = lock_all_as_voted(at, (FIRST, SECOND))
    assert [edit.practice for edit in together(outcome).edits if isinstance(edit, AnswerEdit)] == [FIRST, SECOND]
    locked = done(at, outcome)
    assert [locked.assessment.answer(p).lock for p in (FIRST, SECOND)] == [Lock(kind="votes")] * 2
    assert (locked.workshop.phase, locked.assessment.answer(THIRD).lock) == ("reveal", None)
    here = done(at, lock_all_as_voted(at, (FIRST, THIRD)))
    assert (here.workshop.phase, here.answer.lock) == ("locked", Lock(kind="votes"))


def test_what_cannot_be_closed_in_one_step() -> None:
    at = revealed([3, 3, 3])
    at = done(at, lock_votes(at))
    assert lock_all_as_voted(at, (FIRST,)) == Refusal("locked", practice=FIRST)
    assert lock_all_as_voted(at, (FOURTH,)) == Refusal("nobody voted", practice=FOURTH)
    assert done(at, lock_all_as_voted(at, ())) == at
    assert lock_all_as_voted(fresh(), (FIRST,)) == Refusal("no workshop")
    quick = room_session(at.pack, vote_on(at, FOURTH, [3, 3, 3]).assessment.model_copy(update={"mode": "quick"}))
    assert lock_all_as_voted(quick, (FOURTH,)) == Refusal("nobody voted", practice=FOURTH)
    waiting = revealed([3, 3])
    waiting = given(done(waiting, vote_again(waiting)), [4])
    assert lock_all_as_voted(waiting, (FIRST,)) == Refusal("votes waiting", by=1, practice=FIRST)
    elsewhere = done(waiting, open_question(waiting, SECOND))
    assert lock_all_as_voted(elsewhere, (FIRST,)) == Refusal("votes waiting", by=1, practice=FIRST)


def test_without_a_workshop_nothing_is_closed_or_opened() -> None:
    assert lock_votes(fresh()) == unlock(fresh(), "so") == vote_again(fresh()) == Refusal("no workshop")
