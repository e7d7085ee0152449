"""Rooms add up, votes are kept sorted, and no text of an error or a value tells a vote."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cxaudit.domain.assessment import Answer
from cxaudit.domain.workshop import Ballot, GroupVotes, Lock, Room, RoomGroup, Round, Vote, in_order

VOTE: st.SearchStrategy[Vote] = st.sampled_from([1, 2, 3, 4, 5, "dk", "na", "-"])
VOTES = st.lists(VOTE, max_size=20)
EMPTY = Ballot(practice="mission.p1")


@given(VOTES, st.randoms())
def test_votes_have_one_order(panel: list[Vote], chance: Random) -> None:
    mixed = list(panel)
    chance.shuffle(mixed)
    assert in_order(tuple(mixed)) == in_order(tuple(panel))
    group = GroupVotes(votes=in_order(tuple(panel)))
    round_1 = Round(method="cards", groups=(group, GroupVotes(group="b", votes=(1, "-"))))
    assert round_1.votes == in_order((*panel, 1, "-"))
    assert round_1.abstained == panel.count("-") + 1
    assert round_1.levels == tuple(sorted([*(v for v in panel if isinstance(v, int)), 1]))


def test_votes_out_of_order_are_refused() -> None:
    with pytest.raises(ValidationError, match="sorted"):
        GroupVotes(votes=(2, 1))


@pytest.mark.parametrize(
    "wrong",
    [
        {"present": 0},
        {"present": 201},
        {"present": 5, "groups": (RoomGroup(label="a", present=5),)},
        {"present": 5, "groups": (RoomGroup(label="a", present=2), RoomGroup(label="a", present=3))},
        {"present": 6, "groups": (RoomGroup(label="a", present=2), RoomGroup(label="b", present=3))},
        {"present": 5, "groups": tuple(RoomGroup(label=label, present=1) for label in "abcde")},
    ],
)
def test_a_room_that_does_not_add_up_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Room.model_validate(wrong)


def test_a_room_tells_its_seats() -> None:
    assert Room(present=7).seats == {"": 7}
    groups = (RoomGroup(label="leaders", present=2), RoomGroup(label="front line", present=0))
    assert Room(present=2, groups=groups).seats == {"leaders": 2, "front line": 0}


@given(st.lists(st.tuples(st.sampled_from("ab"), VOTE), max_size=20), st.randoms())
def test_a_ballot_does_not_tell_in_which_order_it_was_filled(panel: list[tuple[str, Vote]], chance: Random) -> None:
    def filled(order: list[tuple[str, Vote]]) -> Ballot:
        ballot = EMPTY
        for group, vote in order:
            ballot = ballot.with_votes(group, (*ballot.votes(group), vote))
        return ballot

    mixed = list(panel)
    chance.shuffle(mixed)
    assert filled(mixed) == filled(panel)
    assert filled(panel).model_dump_json() == filled(mixed).model_dump_json()
    assert filled(panel).given == len(panel)
    assert Ballot.model_validate_json(filled(panel).model_dump_json()) == filled(panel)


def test_a_ballot_gives_votes_back() -> None:
    ballot = EMPTY.with_votes("b", (3,)).with_votes("a", (5, 1))
    assert (ballot.votes("a"), ballot.votes("b"), ballot.votes("c")) == ((1, 5), (3,), ())
    assert [found.group for found in ballot.groups] == ["a", "b"]
    assert ballot.with_votes("a", ()).with_votes("b", ()) == EMPTY


def test_neither_a_value_nor_an_error_tells_a_vote() -> None:
    ballot = EMPTY.with_votes("", (1, 1, 4, 4, 4, "dk"))
    for text in (repr(ballot), str(ballot), f"{ballot}"):
        assert "dk" not in text
        assert "4" not in text
    for wrong in (
        '{"practice":"mission.p1","groups":[{"votes":[4,4,1]}]}',
        '{"practice":"mission.p1","groups":[{"votes":[44,4]}]}',
    ):
        with pytest.raises(ValidationError) as caught:
            Ballot.model_validate_json(wrong)
        assert "4" not in str(caught.value).partition("For further")[0].replace("mission.p1", "")


def test_an_answer_tells_whether_the_room_has_seen_its_last_round() -> None:
    files, cards = (Round(method=m, groups=(GroupVotes(votes=(3,)),)) for m in ("files", "cards"))
    assert not Answer().revealed
    assert not Answer(rounds=(files,)).revealed
    assert Answer(rounds=(files,), votes=(3,)).revealed
    assert Answer(rounds=(files, cards)).revealed
    assert Answer(lock=Lock(kind="none", lowest=1, highest=3)).revealed
    assert Answer(rounds=(files, cards)).room_rounds == 1
