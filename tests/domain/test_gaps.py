"""Gaps, targets and attainment."""

from __future__ import annotations

from fractions import Fraction

from support.builders import Given, assess, pack, practice

from cxaudit.domain.scorecard import Gap
from cxaudit.domain.scoring import score

ASKED = pack([practice("a.p1", "A1"), practice("a.p2", "A2"), practice("b.p1", "B1", weight=2), practice("b.p2", "B2")])


def gap(answers: dict[str, Given], targets: dict[str, int] | None = None) -> Gap:
    return score(ASKED, assess(ASKED, answers, targets=targets)).gap


def test_the_gap_is_the_weighted_distance_from_the_target() -> None:
    found = gap({"A1": 1, "A2": 5, "B1": 3, "B2": 4})
    # W is 1/4, 1/4, 1/3, 1/6; distances 3, 0, 1, 0: strength at A2 offsets nothing
    assert found.total == Fraction(3, 4) + Fraction(1, 3)
    assert found.attainment == 1 - found.total / 3
    assert found.largest == ("a.p1", "b.p1")
    assert (found.low, found.high) == (found.total, found.total)


def test_a_practice_without_a_point_widens_the_range_only() -> None:
    found = gap({"A1": 4, "A2": "dk", "B1": 4, "B2": 4})
    assert (found.total, found.low, found.high) == (0, 0, Fraction(3, 4))
    assert found.practices["a.p2"].gap is None
    assert found.attainment == 1


def test_an_insufficient_dimension_still_counts() -> None:
    found = gap({"A1": 4, "A2": 4, "B1": "dk", "B2": 1})
    assert found.total == Fraction(1, 2)


def test_targets_of_a_practice_stand_before_those_of_its_dimension() -> None:
    found = gap({"A1": 3, "A2": 3, "B1": 3, "B2": 3}, {"a": 5, "A2": 2, "B1": 1})
    assert {i: g.target for i, g in found.practices.items()} == {"a.p1": 5, "a.p2": 2, "b.p1": 1, "b.p2": 4}
    assert {i: g.gap for i, g in found.practices.items()} == {"a.p1": 2, "a.p2": 0, "b.p1": 0, "b.p2": 1}
    assert found.attainment == 1 - (Fraction(1, 2) + Fraction(1, 6)) / (1 + Fraction(1, 4) + Fraction(1, 2))


def test_attainment_is_undefined_without_a_target_above_one_or_a_point() -> None:
    assert gap({"A1": 1, "A2": 1, "B1": 1, "B2": 1}, {"a": 1, "b": 1}).attainment is None
    assert gap({}).attainment is None


def test_the_largest_weighted_gap_comes_first_and_equal_ones_go_by_id() -> None:
    # W*g is 1/4, 1/2, 1/3, 1/2
    assert gap({"A1": 3, "A2": 2, "B1": 3, "B2": 1}).largest == ("a.p2", "b.p2", "b.p1", "a.p1")
    assert gap({"A1": 1, "A2": 1, "B1": 4, "B2": 4}).largest == ("a.p1", "a.p2")
