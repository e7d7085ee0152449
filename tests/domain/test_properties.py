"""The properties that the scoring rules promise, each on generated packs and answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import TypeVar

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import fact_laws, laws
from support.builders import assess
from support.cases import LEVEL, Case, assessments, cases, packs

from cxaudit.domain.agreement import average_deviation, van_der_eijk
from cxaudit.domain.model import HI, LEVELS, LO
from cxaudit.domain.plan import horizons, make_plan
from cxaudit.domain.points import lower_median, score_practice
from cxaudit.domain.questionnaire import Pack, Rubric
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.scoring import score
from cxaudit.domain.stability import leave_one_out

ROOT = Path(__file__).resolve().parents[2]
T = TypeVar("T")
SEAT = st.integers(0, 20)
LEVELS_GIVEN = st.lists(LEVEL, min_size=3, max_size=9)


def some_practice(case: Case, seat: int) -> str:
    asked = case.pack.asked(case.assessment.mode)
    assume(asked)
    return asked[seat % len(asked)].id


@given(cases())
def test_1_ranges_enclose_points_within_the_scale(case: Case) -> None:
    laws.bounds_hold(case)


@given(cases(), SEAT, SEAT)
def test_2_raising_an_answer_never_lowers_anything(case: Case, which: int, seat: int) -> None:
    laws.raising_never_lowers(case, some_practice(case, which), seat)


@given(packs(flagged=False), LEVEL)
def test_3_equal_answers_with_evidence_are_the_score(pack: Pack, level: int) -> None:
    card = score(pack, assess(pack, dict.fromkeys(pack.practices, level)))
    for d in (*card.dimensions.values(), card.overall):
        assert (d.low, d.index, d.high) == (level, level, level)
        assert (d.level_low, d.level, d.level_high) == (level, level, level)


def facts(case: Case) -> tuple[object, ...]:
    """Every result that does not depend on the order in which tables are listed."""
    card = laws.scored(case)
    plan = make_plan(case.pack, case.assessment, card)
    dimensions = {
        i: (d.status, d.coverage, d.index, d.low, d.high, d.level, d.level_low, d.level_high, set(d.blocked_by))
        for i, d in card.dimensions.items()
    }
    flags = {i: {(f.id, f.at, f.shown, f.holds) for f in d.flags} for i, d in card.dimensions.items()}
    o = card.overall
    overall = (o.index, o.low, o.high, o.level, o.level_low, o.level_high, set(o.blocked_by), o.sensitivity)
    ranks = rank_ranges(case.pack, case.assessment, card)
    lines = {(i.action, i.rank, i.ratio, i.benefit, i.status, i.horizon, frozenset(i.needs)) for i in plan.items}
    return card.practices, dimensions, flags, overall, card.gap, lines, plan.settle_first, ranks


@given(cases(), st.randoms(use_true_random=False))
def test_4_order_does_not_matter(case: Case, chance: Random) -> None:
    def mixed(items: Iterable[T]) -> tuple[T, ...]:
        listed = list(items)
        return tuple(chance.sample(listed, len(listed)))

    dimensions = mixed(d.model_copy(update={"practices": mixed(d.practices)}) for d in case.pack.dimensions)
    pack = laws.rebuilt(
        case.pack, dimensions=dimensions, flags=mixed(case.pack.flags), actions=mixed(case.pack.actions)
    )
    answers = {
        i: a.model_copy(update={"votes": a.votes and mixed(a.votes), "facts": dict(mixed(a.facts.items()))})
        for i, a in mixed(case.assessment.answers.items())
    }
    assert facts(case) == facts(Case(pack, case.assessment.model_copy(update={"answers": answers})))


@given(cases(), SEAT, SEAT, LEVEL)
def test_5_a_known_answer_stays_inside_the_range(case: Case, which: int, seat: int, level: int) -> None:
    laws.known_narrows(case, some_practice(case, which), seat, level)


@given(cases(), st.booleans())
def test_6_a_practice_left_out_is_as_if_absent(case: Case, keep_actions: bool) -> None:  # noqa: FBT001
    laws.left_out_is_absent(case, keep_actions=keep_actions)


def weighted(pack: Pack, heavy: str, factor: int) -> Pack:
    """The pack with all weights 1, but those of one dimension."""
    dimensions = tuple(
        d.model_copy(
            update={
                "practices": tuple(p.model_copy(update={"weight": factor if d.id == heavy else 1}) for p in d.practices)
            }
        )
        for d in pack.dimensions
    )
    return laws.rebuilt(pack, dimensions=dimensions)


@given(cases(), st.integers(2, 3))
def test_7_a_dimensions_weights_count_only_among_themselves(case: Case, factor: int) -> None:
    dimension = case.pack.dimensions[0].id
    plain = Case(weighted(case.pack, dimension, 1), case.assessment)
    heavy = Case(weighted(case.pack, dimension, factor), case.assessment)
    before, after = laws.scored(plain), laws.scored(heavy)
    assert (before.dimensions, before.overall, before.gap) == (after.dimensions, after.overall, after.gap)
    assert laws.planned(plain) == laws.planned(heavy)


@given(cases())
def test_8_a_cap_only_lowers(case: Case) -> None:
    laws.caps_only_lower(case)


@given(cases())
def test_9_the_gate_is_downward_closed(case: Case) -> None:
    laws.gate_is_downward_closed(case)


@given(LEVELS_GIVEN)
def test_10_a_vote_equal_to_the_point_leaves_it(given_levels: list[int]) -> None:
    point = lower_median(given_levels)
    assert lower_median([*given_levels, point]) == point


@given(cases())
def test_10_a_copied_panel_changes_nothing(case: Case) -> None:
    for asked in case.pack.practices.values():
        one = case.assessment.answer(asked.id)
        if one.votes is not None:
            two = one.model_copy(update={"votes": one.votes * 2})
            before = score_practice(asked, one, 3, applicable=True)
            after = score_practice(asked, two, 3, applicable=True)
            assert (before.point, before.low, before.high) == (after.point, after.low, after.high)
            assert before.agreement is None or before.agreement == after.agreement


@given(LEVELS_GIVEN)
def test_11_agreement_is_full_only_when_unanimous(levels: list[int]) -> None:
    unanimous = len(set(levels)) == 1
    assert (average_deviation(levels) == 0) == unanimous
    assert (van_der_eijk(levels) == 1) == unanimous
    assert -1 <= van_der_eijk(levels) <= 1


@given(LEVELS_GIVEN)
def test_11_agreement_is_the_same_on_the_reversed_scale(levels: list[int]) -> None:
    turned = [LO + HI - level for level in levels]
    assert average_deviation(turned) == average_deviation(levels)
    assert van_der_eijk(turned) == van_der_eijk(levels)


@given(st.integers(1, 9))
def test_11_agreement_of_a_uniform_and_a_halved_panel(times: int) -> None:
    assert van_der_eijk([*LEVELS] * times) == 0
    assert van_der_eijk([LO, HI] * times) == -1


@given(cases())
def test_12_the_benefits_are_the_gap(case: Case) -> None:
    laws.benefits_are_the_gap(case)


@given(cases())
def test_13_nothing_comes_before_what_it_needs(case: Case) -> None:
    laws.order_is_possible(case)


@given(cases(requirements=False))
def test_13_without_requirements_the_ratio_never_rises(case: Case) -> None:
    laws.ratio_never_rises(case)


@given(st.lists(st.integers(1, 20), max_size=12), st.integers(1, 40), st.integers(0, 40), st.integers(1, 9))
def test_13_a_larger_capacity_extends_a_prefix(efforts: list[int], effort: int, more: int, count: int) -> None:
    def now(rubric: Rubric) -> int:
        return horizons(efforts, rubric).count("now")

    small = Rubric(now_effort=effort, now_actions=count)
    large = Rubric(now_effort=effort + more, now_actions=count + more)
    assert now(small) <= now(large)
    assert horizons(efforts, large)[: now(small)] == ["now"] * now(small)


@given(cases())
def test_facts_never_move_points(case: Case) -> None:
    fact_laws.facts_never_move_points(case)


@given(cases())
def test_what_facts_show_is_supported_and_not_contradicted(case: Case) -> None:
    fact_laws.only_support_shows(case)
    fact_laws.support_lifts_the_mark(case)


@given(cases())
def test_a_carried_answer_is_none_yet(case: Case) -> None:
    fact_laws.carried_is_unanswered(case)


@given(cases())
def test_marks_never_score(case: Case) -> None:
    fact_laws.marks_never_score(case)


@given(cases())
def test_rank_ranges_hold_the_rank_of_each_open_action(case: Case) -> None:
    card = laws.scored(case)
    plan = make_plan(case.pack, case.assessment, card)
    ranges = rank_ranges(case.pack, case.assessment, card)
    assert list(ranges) == [i.action for i in plan.sequence]
    for item in plan.sequence:
        low, high = ranges[item.action]
        assert 1 <= low <= (item.rank or 0) <= high <= len(case.pack.actions)


@given(cases())
def test_one_vote_left_out_leads_to_a_range_around_the_point(case: Case) -> None:
    card = laws.scored(case)
    found = leave_one_out(case.pack, card)
    for i, p in card.practices.items():
        low, high = found.practices[i] or (p.point, p.point)
        assert laws.rising(1, low, p.point, high, 5)
    for i, d in card.dimensions.items():
        low, high = found.dimensions[i] or (d.index, d.index)
        assert laws.rising(1, low, d.index, high, 5)
    low, high = found.overall or (card.overall.index, card.overall.index)
    assert laws.rising(1, low, card.overall.index, high, 5)


PRINT_RECEIPT = """
import sys
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.receipt import receipt_text
pack, assessment = sys.stdin.buffer.read().split(bytes(1))
print(receipt_text(Pack.model_validate_json(pack), Assessment.model_validate_json(assessment), "1.0"), end="")
"""


@settings(max_examples=3)
@given(st.data())
def test_15_the_receipt_is_the_same_bytes_everywhere(data: st.DataObject) -> None:
    pack = data.draw(packs())
    assessment = data.draw(assessments(pack)).model_copy(update={"organisation": "Ørsted & Söhne"})
    given_input = f"{pack.model_dump_json()}\0{assessment.model_dump_json()}"
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT_RECEIPT],
            input=given_input,
            capture_output=True,
            check=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale},
        ).stdout
        for seed, locale in (("0", "C"), ("1", "de_DE.ISO-8859-1"), ("4711", "C.UTF-8"))
    }
    assert len(printed) == 1
    assert json.loads(printed.pop())["engine"] == "1.0"
