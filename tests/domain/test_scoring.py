"""From answers to dimensions and the whole, as short stories with numbers worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.builders import Given, answer, assess, flag, pack, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Flag, Pack
from cxaudit.domain.scorecard import DimensionScore, Scorecard
from cxaudit.domain.scoring import score

NOT_HERE = Answer(not_applicable="no unit")


def three(*flags: Flag, weights: tuple[int, int, int] = (1, 1, 1)) -> Pack:
    return pack([practice(f"a.p{n}", f"A{n}", weight=w, may_not_apply=n == 3) for n, w in enumerate(weights, 1)], flags)


def dimension(asked: Pack, *answers: Given) -> DimensionScore:
    return score(asked, assess(asked, {f"A{n}": a for n, a in enumerate(answers, 1)})).dimensions["a"]


def test_index_is_the_weighted_mean() -> None:
    assert dimension(three(), 2, 3, 4).index == 3
    assert dimension(three(weights=(3, 1, 2)), 2, 3, 4).index == Fraction(17, 6)


@pytest.mark.parametrize(
    ("answers", "status", "coverage"),
    [
        ((1, 2, 3), "complete", Fraction(1)),
        ((1, 2, "dk"), "provisional", Fraction(2, 3)),
        ((1, "dk", "-"), "insufficient", Fraction(1, 3)),
        (("dk", "-", "-"), "insufficient", Fraction(0)),
        ((1, "dk", NOT_HERE), "provisional", Fraction(1, 2)),
    ],
)
def test_coverage_decides_the_status(answers: tuple[Given, ...], status: str, coverage: Fraction) -> None:
    found = dimension(three(), *answers)
    assert (found.status, found.coverage) == (status, coverage)


def test_an_insufficient_dimension_has_a_range_and_no_point() -> None:
    found = dimension(three(), 3, "dk", "-")
    assert (found.raw, found.index, found.level, found.shares, found.blocked_by) == (None, None, None, {}, ())
    assert (found.raw_low, found.low, found.raw_high, found.high) == (
        Fraction(5, 3),
        Fraction(5, 3),
        Fraction(13, 3),
        Fraction(13, 3),
    )
    assert (found.level_low, found.level_high) == (1, 4)


def test_range_of_a_provisional_dimension_is_over_all_asked() -> None:
    found = dimension(three(), 4, 4, "dk")
    assert (found.raw, found.raw_low, found.raw_high) == (4, 3, Fraction(13, 3))
    assert (found.level, found.level_low, found.level_high) == (4, 2, 4)


def test_a_claimed_level_lowers_the_low_end() -> None:
    asked = three()
    found = score(asked, assess(asked, {"A1": 5, "A2": 4, "A3": 3}, evidence="")).dimensions["a"]
    assert (found.low, found.index, found.high) == (3, 4, 4)
    assert (found.level_low, found.level) == (3, 4)


def test_the_gate_needs_nearly_all_one_step_below() -> None:
    assert dimension(three(), 5, 5, 1).level == 2  # most are at 5, but s(2) is only 2/3
    assert dimension(three(), 5, 5, 2).level == 3
    assert dimension(three(), 5, 5, 4).level == 5


def test_exactly_most_or_nearly_all_is_not_enough() -> None:
    half = pack([practice(f"a.p{n}", f"A{n}") for n in (1, 2)])
    assert score(half, assess(half, {"A1": 3, "A2": 2})).dimensions["a"].level == 2  # s(3) is exactly 1/2
    seventeen = pack([practice(f"a.p{n}", f"A{n}", weight=w) for n, w in enumerate((3, 3, 3, 3, 3, 2, 3), 1)])
    levels: dict[str, Given] = {**{f"A{n}": 5 for n in range(1, 7)}, "A7": 1}
    assert score(seventeen, assess(seventeen, levels)).dimensions["a"].shares[2] == Fraction(17, 20)
    assert score(seventeen, assess(seventeen, levels)).dimensions["a"].level == 2  # s(2) is exactly 85 %
    mixed = score(seventeen, assess(seventeen, {**levels, "A6": 2})).dimensions["a"]
    assert (mixed.level, mixed.blocked_by) == (2, ("A7",))  # s(2) fails, so those below 2


@pytest.mark.parametrize(
    ("answers", "level", "blocked_by"),
    [
        ((1, 1, 1), 1, ("A1", "A2", "A3")),
        ((2, 1, 1), 1, ("A2", "A3")),
        ((5, 5, 1), 2, ("A3",)),  # for 3: s(2) is 2/3, so those below 2
        ((5, 2, 2), 2, ("A2", "A3")),  # for 3: s(2) holds, so those below 3
        ((5, 5, 4), 5, ()),
    ],
)
def test_what_blocks_the_next_level(answers: tuple[Given, ...], level: int, blocked_by: tuple[str, ...]) -> None:
    found = dimension(three(), *answers)
    assert (found.level, found.blocked_by) == (level, blocked_by)


def test_a_flag_holds_index_and_level_at_its_cap() -> None:
    found = dimension(three(flag("red", 2, {"a.p1": 3})), 3, 5, 5)
    assert (found.raw, found.index, found.cap) == (Fraction(13, 3), 2, 2)
    assert (found.level, found.blocked_by) == (2, ("red",))
    assert found.flags[0].holds


def test_only_the_flags_that_hold_the_level_block_it() -> None:
    flags = [flag("mild", 3, {"a.p1": 2}), flag("harsh", 2, {"a.p2": 2}), flag("too", 2, {"a.p1": 2})]
    found = dimension(three(*flags, flag("unsure", 2, {"a.p3": 1})), 2, 2, 5)
    assert (found.level, found.blocked_by) == (2, ("A1", "A2"))  # the gate stands at 2 anyway
    found = dimension(
        three(flag("mild", 3, {"a.p1": 4}), flag("harsh", 2, {"a.p2": 4}), flag("low", 2, {"a.p3": 1})), 4, 4, "dk"
    )
    assert (found.level, found.blocked_by) == (2, ("harsh",))


def test_a_flag_above_the_raw_value_does_not_hold_it() -> None:
    found = dimension(three(flag("red", 4, {"a.p1": 1})), 1, 2, 2)
    assert (found.index, found.cap, found.flags[0].holds) == (Fraction(5, 3), 4, False)
    assert found.blocked_by == ("A1",)


def test_an_unknown_practice_fires_a_flag_only_at_the_low_end() -> None:
    found = dimension(three(flag("red", 1, {"a.p1": 1})), "dk", 5, 5)
    assert [(f.at, f.shown, f.holds) for f in found.flags] == [(("low",), False, False)]
    assert (found.low, found.index, found.high, found.cap) == (1, 5, 5, None)
    assert (found.level_low, found.level, found.level_high) == (1, 5, 5)


def test_a_claimed_low_fires_a_flag_at_the_low_end() -> None:
    asked = three(flag("red", 2, {"a.p1": 3}))
    found = score(asked, assess(asked, {"A1": 4, "A2": 4, "A3": 4}, evidence="")).dimensions["a"]
    assert [f.at for f in found.flags] == [("low",)]
    assert (found.low, found.index) == (2, 4)


def test_all_needs_every_condition_and_any_needs_one() -> None:
    conditions = {"a.p1": 1, "a.p2": 2}
    both, either = flag("both", 1, conditions), flag("either", 1, conditions, match_any=True)
    fired = {f.id for f in dimension(three(both, either), 1, 3, 3).flags}
    assert fired == {"either"}
    assert {f.id for f in dimension(three(both, either), 1, 2, 3).flags} == {"both", "either"}
    assert dimension(three(both), "dk", 2, 3).flags[0].at == ("low",)
    assert dimension(three(either), "dk", 2, 3).flags[0].at == ("low", "index", "high")


def test_of_flags_on_one_practice_the_lowest_cap_is_shown() -> None:
    mild, harsh, other = flag("mild", 3, {"a.p1": 2}), flag("harsh", 2, {"a.p1": 1}), flag("other", 3, {"a.p2": 1})
    found = dimension(three(mild, harsh, other), 1, 1, 5)
    assert [(f.id, f.shown) for f in found.flags] == [("mild", False), ("harsh", True), ("other", True)]
    assert found.cap == 2


def test_a_flag_still_reads_an_insufficient_dimension() -> None:
    found = dimension(three(flag("red", 2, {"a.p1": 1})), 1, "dk", "dk")
    assert found.status == "insufficient"
    assert (found.index, found.cap, found.high) == (None, 2, 2)
    assert [(f.at, f.shown, f.holds) for f in found.flags] == [(("low", "index", "high"), True, False)]


def test_outside_the_mode_nothing_is_scored_or_fired() -> None:
    asked = pack(
        [practice("a.p1", "A1"), practice("a.p2", "A2", quick=False)],
        [flag("off", 1, {"a.p2": 1}), flag("both", 1, {"a.p1": 1, "a.p2": 1})],
    )
    answers: dict[str, Given] = {"A1": 1, "A2": 1}
    quick = score(asked, assess(asked, answers, mode="quick"))
    assert list(quick.practices) == ["a.p1"]
    assert quick.dimensions["a"].flags == ()
    assert {f.id for f in score(asked, assess(asked, answers)).dimensions["a"].flags} == {"off", "both"}


def whole(*levels: Given) -> Scorecard:
    """One practice in each of five dimensions; every one may be left out."""
    asked = pack([practice(f"{d}.p", f"{d.upper()}1", may_not_apply=True) for d in "abcde"])
    return score(asked, assess(asked, {f"{d.upper()}1": level for d, level in zip("abcde", levels, strict=True)}))


def test_the_whole_is_the_mean_of_five_and_the_gate_over_them() -> None:
    found = whole(2, 5, 5, 5, 5).overall
    assert (found.index, found.level, found.blocked_by) == (Fraction(22, 5), 3, ("a",))
    assert (found.scored, found.total) == (5, 5)
    assert (found.low, found.high, found.level_low, found.level_high) == (Fraction(22, 5), Fraction(22, 5), 3, 3)


def test_sensitivity_is_the_largest_move_of_one_doubled_weight() -> None:
    found = whole(2, 5, 5, 5, 5).overall
    # doubling the first: 24/6 against 22/5
    assert found.sensitivity == Fraction(22, 5) - Fraction(24, 6)


def test_a_dimension_without_a_point_leaves_only_the_range() -> None:
    found = whole("dk", 5, 5, 5, 5).overall
    assert (found.index, found.level, found.shares, found.blocked_by, found.sensitivity) == (None, None, {}, (), None)
    assert (found.low, found.high, found.level_low, found.level_high) == (Fraction(21, 5), 5, 2, 5)
    assert (found.scored, found.total) == (4, 5)


def test_a_dimension_that_does_not_apply_leaves_nothing() -> None:
    card = whole(NOT_HERE, 5, 5, 5, 5)
    assert card.dimensions["a"].status == "not applicable"
    assert card.dimensions["a"].coverage is None
    found = card.overall
    assert (found.index, found.low, found.high, found.level, found.level_low, found.level_high) == (None,) * 6
    assert card.gap.practices["b.p"].weight == Fraction(1, 5)


def test_not_applicable_where_it_may_not_be_is_no_answer() -> None:
    asked = three()
    card = score(asked, assess(asked, {"A1": NOT_HERE, "A2": 5, "A3": 5}))
    refused = card.practices["a.p1"]
    assert (refused.applicable, refused.point, refused.low, refused.high) == (True, None, 1, 5)


def test_weights_of_the_rest_close_ranks_when_one_does_not_apply() -> None:
    asked = three(weights=(1, 2, 3))
    card = score(asked, assess(asked, {"A1": answer(2), "A2": 5, "A3": NOT_HERE}))
    assert card.dimensions["a"].index == 4
    assert {i: g.weight for i, g in card.gap.practices.items()} == {"a.p1": Fraction(1, 3), "a.p2": Fraction(2, 3)}
