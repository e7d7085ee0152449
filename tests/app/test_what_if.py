"""What if: levels tried on top of an assessment, which stays as it is."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import assess, pack, practice
from support.packs_at_random import random_assessment, random_pack

from cxaudit.app import what_if
from cxaudit.app.what_if import WhatIf, start
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scoring import score


def asked() -> Pack:
    return pack([practice("m.m1", "M1"), practice("m.m2", "M2", may_not_apply=True), practice("s.s1", "S1")])


def begin(**answers: Answer | int | str | list[int | str]) -> WhatIf:
    made = asked()
    return start(made, assess(made, answers))


def test_nothing_tried_is_what_is_on_file() -> None:
    trial = begin(M1=2, M2=3, S1=4)
    assert trial.after is trial.before
    assert trial.levels == ()
    assert trial.without("m.m1") is trial
    assert trial.cleared() is trial


def test_a_level_is_tried_and_taken_back() -> None:
    trial = begin(M1=2, M2=3, S1=4)
    higher = trial.trying({"m.m1": 4})
    assert higher.tried == {"m.m1": 4}
    assert higher.after.scorecard.practices["m.m1"].point == 4
    assert higher.before is trial.before
    assert (higher.recorded("m.m1"), higher.shown("m.m1"), higher.shown("s.s1")) == (2, 4, 4)
    assert higher.trying({"m.m1": 2}).levels == ()
    assert higher.trying({"m.m1": 2}).after is trial.before
    assert higher.without("m.m1").levels == ()
    assert higher.trying({"s.s1": 1}).cleared().levels == ()


def test_steps_stop_at_the_ends_of_the_ladder() -> None:
    trial = begin(M1=4, M2=2)
    assert trial.raised("m.m1").raised("m.m1").tried == {"m.m1": 5}
    assert trial.lowered("m.m2").lowered("m.m2").tried == {"m.m2": 1}
    assert trial.lowered("m.m2").raised("m.m2").levels == ()


def test_a_dont_know_stands_below_the_ladder() -> None:
    trial = begin(M1="dk")
    known = trial.raised("m.m1")
    assert known.tried == {"m.m1": 1}
    assert known.raised("m.m1").tried == {"m.m1": 2}
    assert known.lowered("m.m1").levels == ()
    assert trial.lowered("m.m1") is trial
    assert trial.shown("m.m1") is None
    after = known.after.scorecard.practices["m.m1"]
    assert (after.point, after.low, after.high, after.unknown) == (1, 1, 1, 0)


def test_votes_stay_as_if_the_room_had_agreed() -> None:
    trial = begin(M1=[2, 2, 5, "dk"]).trying({"m.m1": 3})
    after = trial.after.scorecard.practices["m.m1"]
    assert (after.point, after.low, after.high, after.agreed) == (3, 3, 3, True)
    assert after.given == (2, 2, 5)
    assert trial.before.scorecard.practices["m.m1"].point == 2


def test_carried_over_counts_once_it_is_tried() -> None:
    trial = begin(M1=Answer(level=3, carried=True))
    assert trial.recorded("m.m1") is None
    assert trial.trying({"m.m1": 3}).after.scorecard.practices["m.m1"].point == 3


def test_what_does_not_apply_or_is_not_asked_is_left_alone() -> None:
    trial = begin(M1=3, M2=Answer(not_applicable="we have none"))
    assert not trial.open_to("m.m2")
    assert not trial.open_to("elsewhere.x")
    assert trial.trying({"m.m2": 5, "elsewhere.x": 2}) is trial


def test_a_does_not_apply_that_may_not_be_is_open() -> None:
    trial = begin(M1=Answer(not_applicable="we have none"))
    assert trial.trying({"m.m1": 4}).after.scorecard.practices["m.m1"].point == 4


@pytest.mark.parametrize("level", [0, 6])
def test_a_level_off_the_ladder_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match=str(level)):
        begin(M1=3).trying({"m.m1": level})


def test_an_edit_of_the_record_keeps_what_is_tried() -> None:
    trial = begin(M1=2, M2=2).trying({"m.m1": 4, "m.m2": 3})
    edited = assess(asked(), {"M1": 4, "M2": 1})
    moved = trial.on(edited)
    assert moved.before.assessment is edited
    assert moved.tried == {"m.m2": 3}
    assert moved.on(edited) is moved


# ---------------------------------------------------------------- any assessment at all
def any_case(seed: int) -> tuple[Pack, Assessment, dict[str, int]]:
    r = Random(seed)
    made = random_pack(r)
    answers = random_assessment(r, made)
    levels = {p: r.randint(1, 5) for p in r.sample(sorted(made.practices), r.randint(0, len(made.practices)))}
    return made, answers, levels


SEEDS = st.integers(0, 2**32)


def leaks(seed: int) -> bool:
    """Return whether trying anything changes the record."""
    made, answers, levels = any_case(seed)
    written, kept = answers.model_dump_json(), dict(answers.answers)
    trial = start(made, answers).trying(levels)
    for practice_id in answers.answers:
        if practice_id in trial.before.scorecard.practices:
            trial = trial.raised(practice_id).lowered(practice_id).without(practice_id)
    unchanged = answers.model_dump_json() == written and dict(answers.answers) == kept
    return not (unchanged and trial.before.assessment is answers)


@given(SEEDS)
def test_the_record_is_never_touched(seed: int) -> None:
    assert not leaks(seed)


def test_a_what_if_that_leaks_into_the_record_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaking(assessment: Assessment, levels: dict[str, int]) -> Assessment:
        for practice_id, level in levels.items():
            assessment.answers[practice_id] = Answer(level=level)
        return assessment

    monkeypatch.setattr(what_if, "_answered", leaking)
    assert any(leaks(seed) for seed in range(20))


@given(SEEDS)
def test_the_numbers_are_the_engines_own(seed: int) -> None:
    made, answers, levels = any_case(seed)
    trial = start(made, answers).trying(levels)
    after = trial.after
    assert after.scorecard == score(made, after.assessment)
    assert after.plan == make_plan(made, after.assessment, after.scorecard)
    for practice_id, level in trial.levels:
        assert after.scorecard.practices[practice_id].point == level
    untouched = set(trial.before.scorecard.practices) - set(trial.tried)
    for practice_id in untouched:
        assert after.scorecard.practices[practice_id] == trial.before.scorecard.practices[practice_id]


@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_trying_does_not_matter(seed: int, shuffle: Random) -> None:
    made, answers, levels = any_case(seed)
    at_once = start(made, answers).trying(levels)
    trial, order = start(made, answers), list(levels)
    shuffle.shuffle(order)
    for practice_id in order:
        trial = trial.trying({practice_id: levels[practice_id]})
    assert trial == at_once
    assert trial.cleared() == start(made, answers)
