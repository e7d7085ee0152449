"""The properties bite: each central rule, broken on purpose, is caught by the check that states it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support import fact_laws, laws
from support.cases import LEVEL, Case, cases

from cxaudit.domain import activity, gate, plan, points, scoring, sequence
from cxaudit.domain.assessment import Answer
from cxaudit.domain.days import real_day, whole_months
from cxaudit.domain.facts import findings
from cxaudit.domain.model import HI, LO
from cxaudit.domain.points import score_practice
from cxaudit.domain.questionnaire import Action, Practice
from cxaudit.domain.scorecard import PracticeScore

WHICH = st.integers(0, 20)


def narrowing(case: Case, seat: int, level: int) -> None:
    for practice in case.pack.practices:
        laws.known_narrows(case, practice, seat, level)


def raising(case: Case, seat: int) -> None:
    for practice in case.pack.practices:
        laws.raising_never_lowers(case, practice, seat)


def leaving_out(case: Case) -> None:
    laws.left_out_is_absent(case, keep_actions=True)


def check(law: Callable[..., None], *more: st.SearchStrategy[Any], flagged: bool = True) -> None:
    """Run a law over generated cases, without shrinking what it finds."""
    plain = settings(max_examples=300, phases=[Phase.generate], database=None, derandomize=True)
    plain(given(cases(flagged=flagged), *more)(law))()


def dont_knows_in_the_middle(given_levels: Sequence[int], unknown: int) -> tuple[int | None, int, int]:
    middle = points.lower_median([*given_levels, *[3] * unknown]) if given_levels or unknown else None
    return middle, middle or LO, middle or HI


def highest_cap_wins(raw: Fraction, cap: int | None) -> Fraction:
    return raw if cap is None else max(raw, Fraction(cap))


def gate_of_most_alone(share: Mapping[int, Fraction], cuts: tuple[Fraction, Fraction]) -> int:
    return max((k for k in range(2, HI + 1) if share[k] > cuts[0]), default=LO)


def band_without_target(action: Action, point: int | None, target: int | None) -> tuple[int, int]:
    if point is None or target is None:
        return action.start, action.start
    return max(action.start, point), max(action.end, point)


def order_by_effort_alone(
    bundle: set[str], needs: Mapping[str, Sequence[str]], effort: Mapping[str, int]
) -> tuple[str, ...]:
    del needs
    return tuple(sorted(bundle, key=lambda a: (effort[a], a)))


def nothing_is_left_out(*_: object) -> bool:
    return False


def mean_upside_down(rated: Sequence[gate.Rated]) -> Fraction:
    return Fraction(HI + LO - rated[0].level)


def small_ones_now(efforts: Sequence[int], _: object) -> list[str]:
    return ["now" if effort < 3 else "next" for effort in efforts]


def facts_move_points(
    practice: Practice, answer: Answer, claimed_above: int, *, applicable: bool, day: str | None
) -> PracticeScore:
    score = score_practice(practice, answer, claimed_above, applicable=applicable, day=day)
    shown = points.shown_level(practice, answer, day)
    return score if score.point is None else replace(score, point=max(score.point, shown), high=HI)


def any_finding_shows(practice: Practice, answer: Answer, day: str | None) -> int:
    return max((k for k in range(LO, HI + 1) if findings(practice, answer, k, day)), default=LO)


def one_support_is_enough(practice: Practice, answer: Answer, day: str | None) -> int:
    said = {k: {f.verdict for f in findings(practice, answer, k, day)} for k in range(LO, HI + 1)}
    return max((k for k, verdicts in said.items() if "supports" in verdicts), default=LO)


def facts_show_nothing(*_: object) -> int:
    return LO


def stale_evidence_is_none(answer: Answer, day: str | None) -> Answer:
    made, today = real_day(answer.evidence_date), real_day(day)
    stale = made is not None and today is not None and whole_months(made, today) > 12
    return answer.model_copy(update={"evidence": ""}) if stale else answer


def fast_answers_are_unknown(answer: Answer, _: object) -> Answer:
    return Answer(dont_know=True) if answer.seconds == 0 else answer


def carried_answers_count(answer: Answer, _: object) -> Answer:
    return answer.model_copy(update={"carried": False})


def reading(change: Callable[[Answer, str | None], Answer]) -> Callable[..., PracticeScore]:
    """Return the scoring of a practice that reads another answer than the one on file."""

    def score(practice: Practice, answer: Answer, above: int, *, applicable: bool, day: str | None) -> PracticeScore:
        return score_practice(practice, change(answer, day), above, applicable=applicable, day=day)

    return score


PLANTED = [
    ("a don't-know counts as 3", points, "bounds", dont_knows_in_the_middle, narrowing, (WHICH, LEVEL)),
    ("a cap can raise", scoring, "capped", highest_cap_wins, laws.caps_only_lower, ()),
    ("a cap can raise, seen on the range", scoring, "capped", highest_cap_wins, laws.bounds_hold, ()),
    ("strengths buy off the gate", scoring, "gate", gate_of_most_alone, laws.gate_is_downward_closed, ()),
    ("benefit beyond the target", activity, "_stretch", band_without_target, laws.benefits_are_the_gap, ()),
    ("requirements forgotten", sequence, "_in_order", order_by_effort_alone, laws.order_is_possible, ()),
    ("not applicable still counts", scoring, "is_left_out", nothing_is_left_out, leaving_out, ()),
    ("an answer higher costs points", scoring, "weighted_mean", mean_upside_down, raising, (WHICH,)),
    ("Now is filled from anywhere", plan, "horizons", small_ones_now, laws.order_is_possible, ()),
    ("a fact changes a point", scoring, "score_practice", facts_move_points, fact_laws.facts_never_move_points, ()),
    ("a contradiction lifts", points, "shown_level", any_finding_shows, fact_laws.only_support_shows, ()),
    ("a contradiction is passed over", points, "shown_level", one_support_is_enough, fact_laws.only_support_shows, ()),
    ("support is ignored", points, "shown_level", facts_show_nothing, fact_laws.support_lifts_the_mark, ()),
    ("stale evidence counts less", scoring, "score_practice", reading(stale_evidence_is_none),
     fact_laws.marks_never_score, ()),
    ("a fast answer is unknown", scoring, "score_practice", reading(fast_answers_are_unknown),
     fact_laws.marks_never_score, ()),
    ("a carried answer counts", scoring, "score_practice", reading(carried_answers_count),
     fact_laws.carried_is_unanswered, ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("where", "name", "broken", "law", "more"), [p[1:] for p in PLANTED], ids=[p[0] for p in PLANTED]
)
def test_a_broken_rule_is_caught(
    monkeypatch: pytest.MonkeyPatch,
    where: object,
    name: str,
    broken: Callable[..., object],
    law: Callable[..., None],
    more: tuple[st.SearchStrategy[Any], ...],
) -> None:
    monkeypatch.setattr(where, name, broken)
    with pytest.raises(AssertionError):
        check(law, *more)


def test_the_gate_law_needs_both_cuts() -> None:
    assert gate.gate({1: Fraction(1), 2: Fraction(3, 4), 3: Fraction(3, 4), 4: Fraction(0), 5: Fraction(0)},
                     (Fraction(1, 2), Fraction(17, 20))) == 2  # fmt: skip
