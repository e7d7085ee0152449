"""The way through the questions: every step forward and back, and which question comes next."""

from __future__ import annotations

from hypothesis import given as over
from support.workshops import (
    FIFTH,
    FIRST,
    FOURTH,
    PACK,
    SECOND,
    THIRD,
    begun,
    done,
    fresh,
    given,
    revealed,
    room,
    vote_on,
    votes,
    voting,
)

from cxaudit.app.ballots import cast
from cxaudit.app.closing import lock_votes
from cxaudit.app.room import Refusal, RoomSession, Step, room_session
from cxaudit.app.rounds import reveal, vote_again
from cxaudit.app.steps import back, forward, next_open, open_question
from cxaudit.app.wall import wall
from cxaudit.app.workspace import Workspace
from cxaudit.domain.workshop import MOST_ROUNDS, Vote


def phase(session: RoomSession) -> tuple[str, str]:
    return session.practice, session.workshop.phase


def test_a_question_goes_from_read_to_locked_and_on() -> None:
    at = begun(of=room(1))
    at = given(done(at, forward(at)), [4])
    assert phase(at) == (FIRST, "vote")
    at = done(at, forward(at))
    assert phase(at) == (FIRST, "reveal")
    assert forward(at) == Refusal("how to close")
    at = done(at, lock_votes(at))
    assert phase(at) == (FIRST, "locked")
    assert phase(done(at, forward(at))) == (SECOND, "read")


def test_every_step_goes_back_and_nothing_is_lost_on_the_way() -> None:
    at = revealed([2, 4])
    locked = done(at, lock_votes(at))
    at = locked
    seen = [phase(at)]
    while not isinstance(step := back(at), Refusal):
        at = done(at, step)
        assert at.answer == locked.answer
        seen.append(phase(at))
    assert step == Refusal("first question")
    assert [state for _practice, state in seen] == ["locked", "reveal", "vote", "read"]
    for state in ("vote", "reveal", "locked"):
        at = done(at, forward(at))
        assert phase(at) == (FIRST, state)
    assert at.answer == locked.answer


def test_a_step_back_hides_the_round_and_the_next_step_shows_it_again() -> None:
    at = revealed([1, 5])
    hidden = done(at, back(at))
    assert wall(hidden).rounds == ()
    assert hidden.answer.rounds == at.answer.rounds
    again = done(hidden, forward(hidden))
    assert wall(again) == wall(at)
    assert again.answer == at.answer


def test_votes_after_a_step_back_are_a_new_round() -> None:
    at = revealed([1, 5])
    at = given(done(at, back(at)), [3, 3])
    at = done(at, reveal(at))
    assert [found.votes for found in at.answer.rounds] == [(1, 5), (3, 3)]
    assert at.answer.votes == (3, 3)


def test_an_undone_reveal_keeps_the_round_and_can_be_shown_again() -> None:
    at = given(voting(of=room(2)), [1, 5])
    workspace = Workspace(at.assessment, PACK)
    step = reveal(at)
    assert isinstance(step, Step)
    assert step.edit is not None
    workspace.perform(step.edit, "reveal")
    workspace.undo()
    undone = room_session(PACK, workspace.assessment, step.ballot)
    assert (undone.workshop.phase, undone.answer.votes, undone.ballot) == ("vote", None, None)
    assert wall(undone).rounds == ()
    shown = done(undone, forward(undone))
    assert shown.answer.votes == (1, 5)
    assert len(shown.answer.rounds) == 1


def test_back_from_a_question_is_the_question_before() -> None:
    at = done(begun(of=room(1)), open_question(begun(of=room(1)), SECOND))
    assert phase(done(at, back(at))) == (FIRST, "read")
    at = revealed([3])
    at = done(at, lock_votes(at))
    at = done(at, forward(at))
    assert phase(done(at, back(at))) == (FIRST, "locked")


def test_votes_wait_where_they_were_given() -> None:
    at = given(voting(of=room(3)), [2, 2])
    elsewhere = done(at, open_question(at, THIRD))
    assert phase(elsewhere) == (THIRD, "read")
    assert elsewhere.ballot == at.ballot
    there = done(elsewhere, open_question(elsewhere, FIRST))
    assert phase(there) == (FIRST, "vote")
    assert there.waiting == at.ballot
    read = done(there, back(there))
    assert phase(done(read, forward(read))) == (FIRST, "vote")


def test_a_question_that_was_revealed_is_come_back_to_as_it_was() -> None:
    at = revealed([1, 5])
    at = done(at, open_question(at, SECOND))
    assert phase(done(at, open_question(at, FIRST))) == (FIRST, "reveal")
    assert open_question(at, "mission.p9") == Refusal("not asked", practice="mission.p9")
    assert done(at, open_question(at, SECOND)) == at


def test_the_next_open_question_is_found_around_the_end() -> None:
    at = done(begun(FIFTH), next_open(begun(FIFTH)))
    assert at.practice == FIRST
    at = revealed([3], FIFTH)
    for practice in (FIRST, SECOND, THIRD, FOURTH):
        at = vote_on(at, practice, [3])
        at = done(at, lock_votes(at))
    assert done(at, next_open(at)).practice == FIFTH
    at = done(at, open_question(at, FIFTH))
    assert next_open(at) == Refusal("all closed")
    at = done(at, lock_votes(at))
    assert next_open(at) == Refusal("all closed")


def test_a_re_vote_is_a_round_of_its_own() -> None:
    at = revealed([1, 5, 3])
    at = done(at, vote_again(at))
    assert phase(at) == (FIRST, "vote")
    assert wall(at).rounds == ()
    at = given(at, [3, 3, 4])
    at = done(at, reveal(at))
    assert [found.votes for found in wall(at).rounds] == [(1, 3, 5), (3, 3, 4)]


def test_when_there_is_nothing_to_vote_on_again() -> None:
    assert vote_again(begun()) == Refusal("nothing revealed")
    at = revealed([3])
    assert vote_again(done(at, lock_votes(at))) == Refusal("locked")
    for _number in range(MOST_ROUNDS - 1):
        at = given(done(at, vote_again(at)), [3])
        at = done(at, reveal(at))
    assert vote_again(at) == Refusal("too many rounds", by=MOST_ROUNDS)


def test_a_reveal_needs_votes_of_all() -> None:
    at = voting(of=room(3))
    assert reveal(at) == Refusal("nobody voted", by=3)
    assert reveal(given(at, [3])) == Refusal("count differs", by=-2)
    assert reveal(revealed([3])) == Refusal("not voting")
    assert forward(given(at, [3])) == Refusal("count differs", by=-2)


def test_after_the_last_round_that_fits_nobody_votes_by_way_of_a_step_back() -> None:
    at = revealed([3])
    for _number in range(MOST_ROUNDS - 1):
        at = given(done(at, back(at)), [3])
        at = done(at, reveal(at))
    assert cast(done(at, back(at)), 3) == Refusal("too many rounds", by=MOST_ROUNDS)


def test_nobody_votes_on_a_closed_question_by_way_of_a_step_back() -> None:
    at = revealed([3])
    at = done(at, lock_votes(at))
    at = done(at, back(at))
    assert cast(done(at, back(at)), 3) == Refusal("locked")


@over(votes())
def test_what_is_revealed_is_what_was_given(panel: list[Vote]) -> None:
    at = revealed(panel)
    assert sorted(map(str, at.answer.votes or ())) == sorted(map(str, panel))
    assert at.ballot is None
    assert at.answer.rounds[-1].votes == at.answer.votes


def test_a_room_at_a_question_that_the_mode_does_not_ask_finds_its_way() -> None:
    at = begun(FOURTH)
    quick = room_session(PACK, at.assessment.model_copy(update={"mode": "quick"}))
    assert done(quick, back(quick)).practice == THIRD
    assert done(quick, next_open(quick)).practice == FIRST


def test_without_a_workshop_there_is_no_step() -> None:
    for command in (forward, back, next_open):
        assert command(fresh()) == Refusal("no workshop")
    assert open_question(fresh(), FIRST) == Refusal("no workshop")
