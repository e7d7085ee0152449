"""Edits apply, turn back, and survive being stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.edits import (
    ActionEdit,
    AnswerEdit,
    DateEdit,
    Edit,
    ModeEdit,
    OrganisationEdit,
    PredictionEdit,
    ReviewEdit,
    StoredEdit,
    TargetEdit,
    TogetherEdit,
    WorkshopEdit,
    apply,
    inverse,
)
from cxaudit.domain.workshop import GroupVotes, Lock, Method, Opened, Room, Round, Talk, Workshop

EMPTY = Assessment(id="x", pack="p", version="1.0.0", content="0" * 64)
STORED: TypeAdapter[Edit] = TypeAdapter(StoredEdit)

ANSWERS = st.one_of(
    st.none(), st.integers(1, 5).map(lambda level: Answer(level=level)), st.just(Answer(dont_know=True))
)
KEYS = st.sampled_from(["a.p1", "a.p2", "a"])
WORKSHOP = Workshop(room=Room(present=9), at="a.p1")
SINGLE = (
    st.builds(AnswerEdit, practice=KEYS, answer=ANSWERS),
    st.builds(
        ActionEdit, action=KEYS, state=st.sampled_from([None, ActionState(owner="Kim"), ActionState(status="done")])
    ),
    st.builds(TargetEdit, key=KEYS, level=st.one_of(st.none(), st.integers(1, 5))),
    st.builds(OrganisationEdit, organisation=st.sampled_from(["", "Nordlys"])),
    st.builds(DateEdit, date=st.sampled_from([None, "2026-11-20"])),
    st.builds(ModeEdit, mode=st.sampled_from(["quick", "full"]), reviewed=st.sampled_from([None, True, False])),
    st.builds(PredictionEdit, prediction=st.one_of(st.none(), st.integers(1, 5))),
    st.builds(ReviewEdit, reviewed=st.booleans()),
    st.builds(WorkshopEdit, workshop=st.sampled_from([None, WORKSHOP])),
)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    *SINGLE, st.builds(TogetherEdit, edits=st.lists(st.one_of(*SINGLE), min_size=1, max_size=4).map(tuple))
)


@given(st.lists(EDITS, max_size=12))
def test_every_edit_can_be_turned_back(edits: list[Edit]) -> None:
    now, backs = EMPTY, list[Edit]()
    for edit in edits:
        backs.append(inverse(now, edit))
        now = apply(now, edit)
    for back in reversed(backs):
        now = apply(now, back)
    assert now == EMPTY


@given(EDITS)
def test_an_edit_applied_twice_is_applied_once(edit: Edit) -> None:
    once = apply(EMPTY, edit)
    assert apply(once, edit) == once


@given(EDITS)
def test_an_edit_survives_being_stored(edit: Edit) -> None:
    assert STORED.validate_json(STORED.dump_json(edit)) == edit


def test_what_an_edit_changes() -> None:
    seen = EMPTY
    for edit in (
        AnswerEdit(practice="a.p1", answer=Answer(level=4)),
        ActionEdit(action="do", state=ActionState(status="accepted", reason="later")),
        TargetEdit(key="a", level=5),
        OrganisationEdit(organisation="Nordlys"),
        DateEdit(date="2026-11-20"),
        ModeEdit(mode="quick"),
        ReviewEdit(reviewed=True),
    ):
        seen = apply(seen, edit)
    assert seen.answer("a.p1").level == 4
    assert (seen.action("do").status, seen.targets) == ("accepted", {"a": 5})
    assert (seen.organisation, seen.date, seen.mode, seen.reviewed) == ("Nordlys", "2026-11-20", "quick", True)
    assert apply(seen, PredictionEdit(prediction=3)).prediction == 3
    assert EMPTY.answer("a.p1") == Answer()
    assert EMPTY.action("do") == ActionState()


def test_a_switch_to_the_full_audit_may_open_the_review_again() -> None:
    reviewed = EMPTY.model_copy(update={"mode": "quick", "reviewed": True})
    assert apply(reviewed, ModeEdit(mode="full")).reviewed
    switch = ModeEdit(mode="full", reviewed=False)
    full = apply(reviewed, switch)
    assert (full.mode, full.reviewed) == ("full", False)
    back = inverse(reviewed, switch)
    assert back == ModeEdit(mode="quick", reviewed=True)
    assert apply(full, back) == reviewed
    assert inverse(reviewed, ModeEdit(mode="full")) == ModeEdit(mode="quick")


def test_taking_away_what_is_not_there_changes_nothing() -> None:
    assert apply(EMPTY, AnswerEdit(practice="a.p1", answer=None)) == EMPTY


@pytest.mark.parametrize(
    "wrong",
    [{"level": 3, "dont_know": True}, {"agreed": 3}, {"level": 6}, {"level": 3.0}, {"votes": []}, {"votes": [0]},
     {"not_applicable": ""}, {"level": 1, "votes": [1]}],
)  # fmt: skip
def test_an_answer_has_one_state_and_levels_of_the_scale(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Answer.model_validate(wrong)


def test_an_answer_is_answered_in_any_of_four_ways() -> None:
    given_ways = (Answer(level=1), Answer(dont_know=True), Answer(not_applicable="no"), Answer(votes=("-",)))
    assert [a.answered for a in given_ways] == [True] * 4
    assert not Answer(note="later", evidence="x", mark=True).answered
    carried = [a.model_copy(update={"carried": True}) for a in given_ways]
    assert [(a.answered, a.panel) for a in carried] == [(False, ())] * 4
    assert [a.panel for a in given_ways] == [(1,), ("dk",), (), ("-",)]


def votes(method: Method, *levels: int) -> Round:
    return Round(method=method, groups=(GroupVotes(votes=tuple(sorted(levels))),))


ROUNDS = st.lists(st.builds(votes, st.sampled_from(["cards", "ballot"]), st.integers(1, 5)), max_size=3)
OPENED = st.lists(st.builds(Opened, lock=st.just(Lock(kind="votes")), reason=st.sampled_from(["a", "b"])), max_size=2)
FILES = st.lists(st.just(votes("files", 2, 3)), max_size=1)
NOTE = st.sampled_from(["", "x"])


def recorded(files: list[Round], rounds: list[Round], opened: list[Opened], note: str) -> Answer:
    return Answer(rounds=(*files, *rounds), opened=tuple(opened), note=note)


RECORDED = st.none() | st.builds(recorded, FILES, ROUNDS, OPENED, NOTE)


def of_the_room(answer: Answer | None) -> tuple[Round, ...]:
    return tuple(found for found in answer.rounds if found.method != "files") if answer else ()


@given(st.lists(RECORDED, max_size=6))
def test_nothing_takes_away_what_a_room_revealed(answers: list[Answer | None]) -> None:
    now, backs = EMPTY, list[Edit]()
    for answer in answers:
        edit = AnswerEdit(practice="a.p1", answer=answer)
        before, after = now.answer("a.p1"), apply(now, edit).answer("a.p1")
        rounds, opened = of_the_room(answer), answer.opened if answer else ()
        goes_on = rounds[: before.room_rounds] == of_the_room(before)
        assert of_the_room(after) == (rounds if goes_on else of_the_room(before))
        assert after.opened == (opened if opened[: len(before.opened)] == before.opened else before.opened)
        assert after.rounds[len(after.rounds) - after.room_rounds :] == of_the_room(after)
        assert after.rounds[: len(after.rounds) - after.room_rounds] == tuple(
            found for found in (answer.rounds if answer else ()) if found.method == "files"
        )
        assert after.note == (answer.note if answer else "")
        backs.append(inverse(now, edit))
        now = apply(now, edit)
    for back in reversed(backs):
        after = apply(now, back)
        assert of_the_room(after.answer("a.p1")) == of_the_room(now.answer("a.p1"))
        assert after.answer("a.p1").opened == now.answer("a.p1").opened
        now = after


def test_undoing_a_reveal_keeps_its_round_and_redoing_it_does_not_double_it() -> None:
    first, second = votes("cards", 1, 5), votes("cards", 3, 3)
    before = apply(EMPTY, AnswerEdit(practice="a.p1", answer=Answer(note="x", talk=Talk(low="no"), rounds=(first,))))
    edit = TogetherEdit(
        edits=(
            AnswerEdit(practice="a.p1", answer=Answer(votes=(3, 3), rounds=(first, second))),
            WorkshopEdit(workshop=WORKSHOP),
        )
    )
    after = apply(before, edit)
    undone = apply(after, inverse(before, edit))
    assert undone.workshop is None
    assert undone.answer("a.p1") == Answer(note="x", talk=Talk(low="no"), rounds=(first, second))
    assert apply(undone, edit) == after


def test_files_are_taken_away_with_their_merge() -> None:
    merged = AnswerEdit(practice="a.p1", answer=Answer(rounds=(votes("files", 1),)))
    assert apply(apply(EMPTY, merged), inverse(EMPTY, merged)) == EMPTY
    voted = apply(
        apply(EMPTY, merged), AnswerEdit(practice="a.p1", answer=Answer(rounds=(votes("files", 1), votes("cards", 2))))
    )
    assert apply(voted, inverse(EMPTY, merged)).answer("a.p1").rounds == (votes("cards", 2),)
    assert not voted.answer("a.p1").model_copy(update={"rounds": ()}).revealed
