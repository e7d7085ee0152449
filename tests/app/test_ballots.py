"""Votes that wait: counted cards, a secret ballot, a tally."""

from __future__ import annotations

import pytest
from hypothesis import given as over
from hypothesis import strategies as st
from support.workshops import FIRST, SECOND, begun, done, fresh, given, refused, revealed, room, votes, voting

from cxaudit.app.ballots import Counts, cast, correct, restart, set_counts, typed_counts
from cxaudit.app.room import Refusal, Step
from cxaudit.app.rounds import complete, outstanding, reveal
from cxaudit.app.steps import forward, open_question
from cxaudit.domain.workshop import Method, Vote

COUNTS = st.builds(Counts, st.tuples(*[st.integers(0, 6)] * 5), st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))


@over(COUNTS)
def test_typed_counts_come_back_as_they_were_typed(counts: Counts) -> None:
    at = voting(of=room(max(counts.total, 1), "cards"))
    at = done(at, set_counts(at, counts))
    assert typed_counts(at) == counts
    assert (at.ballot is None) == (counts.total == 0)
    if counts.total:
        shown = done(at, reveal(at))
        assert shown.answer.rounds[-1].votes == counts.votes
        assert shown.answer.rounds[-1].abstained == counts.abstained


@pytest.mark.parametrize(("total", "by"), [(13, -1), (15, 1), (20, 6)])
def test_a_total_that_differs_from_those_present_is_kept_and_blocks_the_reveal(total: int, by: int) -> None:
    at = voting(of=room(14, "cards"))
    at = done(at, set_counts(at, Counts((total, 0, 0, 0, 0))))
    assert reveal(at) == Refusal("count differs", by=by)
    assert outstanding(at) == {"": -by}
    assert typed_counts(at) == Counts((total, 0, 0, 0, 0))


def test_counts_of_groups_are_typed_each_for_itself() -> None:
    at = voting(of=room(method="cards", leaders=2, front=3))
    at = done(at, set_counts(at, Counts((0, 0, 0, 2, 0)), "leaders"))
    assert reveal(at) == Refusal("count differs", by=-3, group="front")
    at = done(at, set_counts(at, Counts((3, 0, 0, 0, 0)), "front"))
    assert (typed_counts(at, "leaders"), typed_counts(at, "front")) == (
        Counts((0, 0, 0, 2, 0)),
        Counts((3, 0, 0, 0, 0)),
    )
    at = done(at, reveal(at))
    assert at.answer.votes == (1, 1, 1, 4, 4)
    assert [(g.group, g.votes) for g in at.answer.rounds[-1].groups] == [("front", (1, 1, 1)), ("leaders", (4, 4))]


def test_counts_that_no_room_can_have_are_refused() -> None:
    at = voting(of=room(3, "cards"))
    for wrong in (Counts((201, 0, 0, 0, 0)), Counts((3, 0, 0, 0, -1)), Counts(dont_know=150, abstained=51)):
        assert set_counts(at, wrong) == Refusal("too many", by=200)
    assert set_counts(at, Counts(), "nobody") == Refusal("unknown group", group="nobody")


@pytest.mark.parametrize("method", ["ballot", "tally"])
def test_only_cards_are_typed_and_told_again(method: Method) -> None:
    at = given(voting(of=room(3, method)), [1, 2])
    assert set_counts(at, Counts()) == Refusal("not by this method")
    assert typed_counts(at) is None
    assert typed_counts(begun(of=room(3, "cards"))) == Counts()


def test_one_digit_each_is_a_way_to_count_cards() -> None:
    at = given(voting(of=room(3, "cards")), [4, 4, "-"])
    assert typed_counts(at) == Counts((0, 0, 0, 2, 0), abstained=1)
    assert complete(at)


def test_nobody_votes_twice_and_nobody_before_the_vote() -> None:
    assert cast(begun(), 3) == Refusal("not voting")
    at = given(voting(of=room(2)), [1, 5])
    assert cast(at, 5) == Refusal("all in", by=2)
    assert cast(at, 5, "leaders") == Refusal("unknown group", group="leaders")
    grouped = given(voting(of=room(leaders=1, front=2)), [1], "leaders")
    assert cast(grouped, 2, "leaders") == Refusal("all in", by=1, group="leaders")
    assert not complete(grouped)


def test_no_second_question_is_voted_on_while_votes_wait() -> None:
    at = given(voting(), [1, 5])
    at = done(at, open_question(at, SECOND))
    at = done(at, forward(at))
    assert cast(at, 3) == Refusal("votes elsewhere", by=2, practice=FIRST)
    at = done(at, restart(at))
    assert done(at, cast(at, 3)).waiting is not None


def test_a_tally_is_corrected_vote_by_vote() -> None:
    at = given(voting(of=room(3, "tally")), [1, 5])
    at = done(at, correct(at, 5, 4))
    assert at.ballot is not None
    assert at.ballot.votes() == (1, 4)
    assert correct(at, 5) == Refusal("not given")
    at = done(at, correct(at, 1))
    assert done(at, correct(at, 4)).ballot is None
    assert correct(begun(), 4) == Refusal("not voting")


def test_a_secret_ballot_is_taken_back_only_as_a_whole() -> None:
    at = given(voting(), [1, 5])
    assert correct(at, 5, 4) == Refusal("only whole")
    again = done(at, restart(at))
    assert again.ballot is None
    assert restart(again) == Refusal("nobody voted")
    assert restart(at) == Step(None, None)


@over(votes(), st.integers(0, 30), st.integers(0, 5))
def test_nothing_but_a_reveal_makes_an_edit(panel: list[Vote], wrong: int, extra: int) -> None:
    at = voting(of=room(len(panel) + extra, "tally"))
    for vote in panel:
        step = cast(at, vote)
        assert isinstance(step, Step)
        assert step.edit is None
        at = at.after(step)
    step = correct(at, panel[wrong % len(panel)], "dk")
    assert isinstance(step, Step)
    assert step.edit is None
    assert at.answer.rounds == ()
    if extra:
        assert refused(reveal(at)) == Refusal("count differs", by=-extra)


def test_without_a_workshop_nobody_votes() -> None:
    for outcome in (cast(fresh(), 3), restart(fresh()), reveal(fresh()), correct(fresh(), 3)):
        assert outcome == Refusal("no workshop")
    assert cast(revealed([3]), 3) == Refusal("not voting")
