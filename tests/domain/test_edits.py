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
    apply,
    inverse,
)

EMPTY = Assessment(id="x", pack="p", version="1.0.0", content="0" * 64)
STORED: TypeAdapter[Edit] = TypeAdapter(StoredEdit)

ANSWERS = st.one_of(
    st.none(), st.integers(1, 5).map(lambda level: Answer(level=level)), st.just(Answer(dont_know=True))
)
KEYS = st.sampled_from(["a.p1", "a.p2", "a"])
EDITS: st.SearchStrategy[Edit] = st.one_of(
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
