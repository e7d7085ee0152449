"""The plan, worked by hand: what is in it, in which order, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from support.builders import DONE, NOT_NOW, Given, action, answer, assess, flag, pack, practice

from cxaudit.domain.assessment import ActionState, Answer
from cxaudit.domain.fields import Mode
from cxaudit.domain.plan import horizons, make_plan
from cxaudit.domain.questionnaire import Action, Flag, Pack, Rubric
from cxaudit.domain.scorecard import Plan, PlanItem
from cxaudit.domain.scoring import score

P1, P2, P3 = (practice(f"a.p{n}", f"A{n}", may_not_apply=n == 3) for n in (1, 2, 3))


def plan(
    asked: Pack,
    answers: Mapping[str, Given],
    *,
    targets: Mapping[str, int] | None = None,
    actions: Mapping[str, ActionState] | None = None,
    mode: Mode = "full",
) -> Plan:
    assessment = assess(asked, answers, targets=targets, actions=actions, mode=mode)
    return make_plan(asked, assessment, score(asked, assessment))


def by_id(found: Plan) -> dict[str, PlanItem]:
    return {i.action: i for i in found.items}


def line(found: Plan) -> list[str]:
    return [i.action for i in found.sequence]


def two(*actions: Action, flags: tuple[Flag, ...] = ()) -> Pack:
    """Two practices, each worth half of the gap."""
    return pack([P1, P2], flags, actions)


def test_each_band_brings_its_part_of_the_way_to_the_target() -> None:
    asked = pack([P1], actions=[action("low", "a.p1", 1, 3), action("high", "a.p1", 3, 5, "L")])
    found = by_id(plan(asked, {"A1": 2}))
    assert {i: (x.start, x.end, x.benefit) for i, x in found.items()} == {"low": (2, 3, 1), "high": (3, 4, 1)}
    assert [i.effort for i in found.values()] == [1, 8]
    assert [i.ratio for i in found.values()] == [1, Fraction(1, 8)]


def test_reached_bands_and_those_above_the_target_are_not_in_the_plan() -> None:
    asked = pack([P1], actions=[action("a", "a.p1", 1, 2), action("b", "a.p1", 2, 4), action("c", "a.p1", 4, 5)])
    assert line(plan(asked, {"A1": 2})) == ["b"]
    assert plan(asked, {"A1": 4}).items == ()
    assert line(plan(asked, {"A1": 1}, targets={"A1": 2})) == ["a"]


def test_a_band_waits_for_the_one_just_below_unless_independent() -> None:
    steps = [action("z-low", "a.p1", 1, 3, "L"), action("a-high", "a.p1", 3, 5, "S")]
    found = plan(pack([P1], actions=steps), {"A1": 1})
    assert line(found) == ["z-low", "a-high"]
    assert by_id(found)["a-high"].needs == ("z-low",)
    free = [steps[0], action("a-high", "a.p1", 3, 5, "S", ["z-low"], independent=True)]
    found = plan(pack([P1], actions=free), {"A1": 1})
    assert line(found) == ["a-high", "z-low"]
    assert by_id(found)["a-high"].needs == ()


def test_the_best_bundle_comes_first_and_lends_its_ratio() -> None:
    # p1: 3 levels for 8 points, ratio 3/2 / 8. p2: 3 levels for 3, but only after p1: together 3 / 11
    asked = two(action("big", "a.p1", 1, 5, "L"), action("then", "a.p2", 1, 5, "M", ["big"]))
    found = plan(asked, {"A1": 1, "A2": 1})
    assert line(found) == ["big", "then"]
    assert [i.ratio for i in found.sequence] == [Fraction(3, 11)] * 2
    assert [i.bundle for i in found.sequence] == [("big", "then")] * 2


def test_ties_go_to_smaller_effort_then_id() -> None:
    # both bring 1/2 a point of effort: 3 levels for 3 points against 1 level for 1
    asked = two(action("a-large", "a.p1", 1, 5, "M"), action("z-small", "a.p2", 1, 5, "S"))
    assert line(plan(asked, {"A1": 1, "A2": 3})) == ["z-small", "a-large"]
    equal = two(action("b", "a.p1", 1, 5), action("a", "a.p2", 1, 5))
    assert line(plan(equal, {"A1": 1, "A2": 1})) == ["a", "b"]


def test_within_a_bundle_those_free_to_go_are_ordered_by_effort_then_id() -> None:
    asked = pack(
        [practice(f"a.p{n}", f"A{n}") for n in range(1, 5)],
        actions=[
            action("top", "a.p1", 1, 5, "S", ["x", "y", "w"]),
            action("x", "a.p2", 1, 5, "M"),
            action("y", "a.p3", 1, 5, "S"),
            action("w", "a.p4", 1, 5, "M"),
        ],
    )
    found = plan(asked, {"A1": 1, "A2": 1, "A3": 1, "A4": 1}, targets={"A2": 1, "A3": 1, "A4": 1})
    assert line(found) == ["y", "w", "x", "top"]
    assert [i.enabler for i in found.sequence] == [True, True, True, False]
    assert {i.ratio for i in found.sequence} == {Fraction(3, 4) / 8}


def test_actions_that_clear_a_flag_come_first_with_what_they_need() -> None:
    asked = pack(
        [P1, P2, P3],
        [flag("red", 2, {"a.p1": 1})],
        [
            action("cheap", "a.p3", 1, 5),
            action("clear", "a.p1", 1, 2, "L", ["enable"]),
            action("rest", "a.p1", 2, 5, "S"),
            action("enable", "a.p2", 1, 5, "L"),
        ],
    )
    found = plan(asked, {"A1": 1, "A2": 5, "A3": 1})
    assert [(i.action, i.tier) for i in found.sequence] == [("clear", 1), ("cheap", 2), ("rest", 2)]
    found = plan(asked, {"A1": 1, "A2": 1, "A3": 1})
    assert [(i.action, i.tier) for i in found.sequence] == [("enable", 1), ("clear", 1), ("cheap", 2), ("rest", 2)]
    assert by_id(found)["clear"].clears == ("red",)


def test_the_band_that_holds_the_step_above_the_limit_clears() -> None:
    asked = pack(
        [P1],
        [flag("red", 2, {"a.p1": 3})],
        [action("a", "a.p1", 1, 3), action("b", "a.p1", 3, 4), action("c", "a.p1", 4, 5)],
    )
    found = by_id(plan(asked, {"A1": 1}))
    assert {i: x.clears for i, x in found.items()} == {"a": (), "b": ("red",)}
    assert {i: x.tier for i, x in found.items()} == {"a": 1, "b": 1}  # the band below is needed


def test_clearing_a_flag_is_worth_it_even_beyond_the_target() -> None:
    asked = pack([P1], [flag("red", 2, {"a.p1": 3})], [action("a", "a.p1", 1, 3), action("b", "a.p1", 3, 5)])
    found = by_id(plan(asked, {"A1": 1}, targets={"A1": 1}))
    assert {i: (x.benefit, x.enabler) for i, x in found.items()} == {"a": (0, True), "b": (0, False)}
    assert plan(asked, {"A1": 4}, targets={"A1": 1}).items == ()


def test_only_conditions_that_are_met_and_flags_that_fire_for_the_index_count() -> None:
    either = flag("either", 2, {"a.p1": 1, "a.p2": 1}, match_any=True)
    both = flag("both", 2, {"a.p1": 1, "a.p2": 1})
    asked = two(action("one", "a.p1", 1, 5), action("two", "a.p2", 1, 5), flags=(either, both))
    found = by_id(plan(asked, {"A1": 1, "A2": 3}))
    assert {i: x.clears for i, x in found.items()} == {"one": ("either",), "two": ()}
    unknown = by_id(plan(asked, {"A1": 3, "A2": "dk"}))
    assert {i: x.clears for i, x in unknown.items()} == {"one": ()}


ALTERNATIVES = [
    action("goal", "a.p1", 1, 5, "S", [("z-cheap", "b-dear", "a-cheap")]),
    action("z-cheap", "a.p2", 1, 5, "S"),
    action("b-dear", "a.p3", 1, 3, "M"),
    action("b-rest", "a.p3", 3, 5, "M"),
    action("a-cheap", "a.p4", 1, 5, "S"),
]
FOUR = pack([P1, P2, P3, practice("a.p4", "A4")], actions=ALTERNATIVES)
LOW_TARGETS = {"A2": 1, "A3": 1, "A4": 1}


def test_of_alternatives_the_one_of_least_effort_then_id_is_needed() -> None:
    found = plan(FOUR, {f"A{n}": 1 for n in range(1, 5)}, targets=LOW_TARGETS)
    assert line(found) == ["a-cheap", "goal"]
    assert by_id(found)["a-cheap"].enabler


@pytest.mark.parametrize(("code", "level"), [("A2", 5), ("A3", 3), ("A4", 5)])
def test_any_alternative_that_is_reached_is_enough(code: str, level: int) -> None:
    answers: dict[str, Given] = {**{f"A{n}": 1 for n in range(1, 5)}, code: level}
    assert line(plan(FOUR, answers, targets=LOW_TARGETS)) == ["goal"]


def test_an_alternative_that_is_ticked_or_not_asked_is_enough() -> None:
    answers: dict[str, Given] = {f"A{n}": 1 for n in range(1, 5)}
    ticked = plan(FOUR, answers, targets=LOW_TARGETS, actions={"b-dear": DONE})
    assert [(i.action, i.status, i.not_asked) for i in ticked.items] == [("goal", "open", ())]
    left_out = plan(FOUR, {**answers, "A3": Answer(not_applicable="none")}, targets=LOW_TARGETS)
    assert [(i.action, i.not_asked) for i in left_out.items] == [("goal", ("b-dear",))]


def test_a_practice_without_a_point_has_met_nothing_but_a_tick_counts() -> None:
    asked = two(action("goal", "a.p1", 1, 5, "S", ["before"]), action("before", "a.p2", 1, 5, "S"))
    found = plan(asked, {"A1": 1, "A2": "dk"})
    assert line(found) == ["before", "goal"]
    assert (by_id(found)["before"].benefit, by_id(found)["before"].enabler) == (0, True)
    assert line(plan(asked, {"A1": 1, "A2": "dk"}, actions={"before": DONE})) == ["goal"]


def test_what_is_outside_the_mode_or_not_in_the_pack_was_not_asked() -> None:
    steps = [action("goal", "a.p1", 1, 5, "S", ["later"]), action("later", "a.p2", 1, 5)]
    asked = pack([P1, practice("a.p2", "A2", quick=False)], actions=steps)
    quick = plan(asked, {"A1": 1, "A2": 1}, mode="quick")
    assert [(i.action, i.needs, i.not_asked) for i in quick.items] == [("goal", (), ("later",))]
    missing = pack([P1], actions=steps[:1])
    assert [(i.action, i.needs, i.not_asked) for i in plan(missing, {"A1": 1}).items] == [("goal", (), ("later",))]


CHAIN = two(
    action("a-first", "a.p1", 1, 3, "S"),
    action("b-then", "a.p1", 3, 5, "S"),
    action("c-last", "a.p2", 1, 5, "S", ["b-then"]),
)
LOW = {"A1": 1, "A2": 1}


def test_what_needs_an_accepted_action_waits_at_any_remove() -> None:
    found = plan(CHAIN, LOW, actions={"a-first": NOT_NOW})
    assert [(i.action, i.status) for i in found.items] == [
        ("b-then", "waiting"),
        ("c-last", "waiting"),
        ("a-first", "accepted"),
    ]
    assert sum(i.benefit for i in found.items) == 3
    assert all((i.rank, i.tier, i.horizon, i.ratio, i.bundle) == (None, None, None, None, ()) for i in found.items)


def test_done_frees_what_needs_it_and_stays_listed_until_the_level_is_answered() -> None:
    found = plan(CHAIN, LOW, actions={"a-first": DONE})
    assert [(i.action, i.status) for i in found.items] == [("b-then", "open"), ("c-last", "open"), ("a-first", "done")]
    assert sum(i.benefit for i in found.items) == 3
    answered = plan(CHAIN, {"A1": 3, "A2": 1}, actions={"a-first": DONE})
    assert line(answered) == [i.action for i in answered.items] == ["b-then", "c-last"]


def test_an_accepted_requirement_that_is_reached_holds_nobody_up() -> None:
    found = plan(CHAIN, {"A1": 3, "A2": 1}, actions={"a-first": NOT_NOW})
    assert [(i.action, i.status) for i in found.items] == [("b-then", "open"), ("c-last", "open")]


def test_a_band_is_reached_at_its_upper_end_only() -> None:
    asked = two(action("goal", "a.p1", 1, 5, "S", ["before"]), action("before", "a.p2", 1, 5, "S"))
    found = plan(asked, {"A1": 1, "A2": 4})
    assert [(i.action, i.enabler) for i in found.sequence] == [("before", True), ("goal", False)]
    assert line(plan(asked, {"A1": 1, "A2": 5})) == ["goal"]


def test_prerequisites_of_a_waiting_action_stay_open() -> None:
    asked = pack(
        [P1, P2, P3],
        actions=[
            action("goal", "a.p1", 1, 5, "S", ["refused", "useful"]),
            action("refused", "a.p2", 1, 5),
            action("useful", "a.p3", 1, 5),
        ],
    )
    found = plan(asked, {"A1": 1, "A2": 1, "A3": 1}, actions={"refused": NOT_NOW}, targets={"A3": 1})
    assert {i.action: i.status for i in found.items} == {"goal": "waiting", "refused": "accepted", "useful": "open"}
    assert by_id(found)["useful"].enabler


@pytest.mark.parametrize(
    ("efforts", "expected"),
    [
        ([], []),
        ([50], ["now"]),
        ([50, 1], ["now", "later"]),
        ([8, 3, 1, 1], ["now", "now", "now", "next"]),
        ([8, 3, 2], ["now", "now", "next"]),
        ([8, 8, 1], ["now", "next", "next"]),  # the small one does not slip back into Now
        ([1] * 6, ["now"] * 5 + ["next"]),
        ([8, 8, 8, 8, 3, 1, 1], ["now"] + ["next"] * 5 + ["later"]),
        ([8, 8, 8, 8, 5, 1], ["now"] + ["next"] * 3 + ["later"] * 2),
        ([13, 1], ["now", "next"]),
    ],
)
def test_horizons_at_their_limits(efforts: list[int], expected: list[str]) -> None:
    assert horizons(efforts, Rubric()) == expected


def test_lanes_hold_the_actions_of_each_horizon() -> None:
    asked = two(action("big", "a.p1", 1, 5, "L"), action("huge", "a.p2", 1, 5, "L"))
    found = plan(asked, LOW)
    assert [i.action for i in found.lane("now")] == ["big"]
    assert [i.action for i in found.lane("next")] == ["huge"]
    assert found.lane("later") == ()


def test_settle_first_lists_unsure_answers_by_what_they_move() -> None:
    asked = pack([practice(f"a.p{n}", f"A{n}", weight=1 + (n == 5)) for n in range(1, 7)])
    found = plan(
        asked,
        {
            "A1": [5, 5, 1, 1],  # split, range of no width
            "A2": [4, 4, 4, 4, "dk"],  # a don't-know, range of no width, A = 1
            "A3": "-",
            "A4": answer([1, 5, "dk"]).model_copy(update={"agreed": 3}),
            "A5": "dk",
            "A6": 4,
        },
    )
    assert found.settle_first == ("a.p5", "a.p3", "a.p1", "a.p2")


def test_settle_first_counts_too_few_raters_as_no_agreement() -> None:
    asked = pack([P1, P2])
    # both ranges are 1 to 5; A is 1 of three unanimous raters, and 0 where too few rate
    found = plan(asked, {"A1": [3, 3, 3, "dk", "dk", "dk", "dk"], "A2": ["dk", 3, "dk"]})
    assert found.settle_first == ("a.p2", "a.p1")
