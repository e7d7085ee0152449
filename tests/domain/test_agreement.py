"""Agreement of three raters or more, worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from cxaudit.domain.agreement import agreement, average_deviation, median, van_der_eijk


def test_two_raters_are_too_few() -> None:
    assert agreement([1, 5]) is None
    assert agreement([]) is None


def test_the_ordinary_median_may_lie_between_two_levels() -> None:
    assert median([4, 1, 2]) == 2
    assert median([1, 2, 5, 4]) == 3
    assert median([1, 2, 3, 5]) == Fraction(5, 2)


@pytest.mark.parametrize(
    ("levels", "a"),
    [
        ([3, 3, 3], Fraction(1)),
        ([1, 2, 3, 4, 5], Fraction(0)),
        ([1, 1, 5, 5], Fraction(-1)),
        ([1, 2, 1, 2], Fraction(3, 4)),  # one layer {1, 2}: U = 1, 1 * (1 - 1/4)
        ([2, 3, 4], Fraction(1, 2)),  # one layer of three: U = 1, 1 * (1 - 2/4)
        ([1, 2, 3, 4], Fraction(1, 4)),
        # one layer {1, 3}: 110 at (1, 3, 4) and (1, 3, 5), 101 at (1, 2, 3): U = (6 - 4) / 9
        ([1, 1, 3, 3], Fraction(2, 9) * Fraction(3, 4)),
        # layers {4, 5} at height 1 and {5} at height 3: 2/5 * 3/4 + 3/5
        ([5, 5, 4, 5, 5], Fraction(9, 10)),
    ],
)
def test_van_der_eijks_a_by_hand(levels: list[int], a: Fraction) -> None:
    assert van_der_eijk(levels) == a


def test_low_agreement_starts_at_five_sixths() -> None:
    assert average_deviation([1, 2, 3, 3, 4, 4]) == Fraction(5, 6)
    at, under = agreement([1, 2, 3, 3, 4, 4]), agreement([2, 2, 3, 3, 4, 4])
    assert at is not None
    assert under is not None
    assert (at.low, under.low) == (True, False)


def test_a_vote_two_from_the_median_is_an_outlier_whatever_the_indices_say() -> None:
    calm = agreement([5, 5, 5, 5, 5, 5, 5, 5, 3])
    assert calm is not None
    assert (calm.low, calm.split, calm.outliers) == (False, False, True)
    near = agreement([2, 3, 4, 5])  # the median is 7/2: nobody is two away
    assert near is not None
    assert not near.outliers
