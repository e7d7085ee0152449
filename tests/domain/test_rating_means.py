"""The mean of ratings: Student's points are those of the tables, and the range is the textbook's."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.domain.margins import Confidence
from cxaudit.domain.rating_means import mean_interval, student


@pytest.mark.parametrize(
    ("freedom", "ninety", "ninety_five", "ninety_nine"),
    # The t table of the NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2 (0.95, 0.975, 0.995)
    [
        (10, "1.812", "2.228", "3.169"),
        (15, "1.753", "2.131", "2.947"),
        (20, "1.725", "2.086", "2.845"),
        (30, "1.697", "2.042", "2.750"),
        (60, "1.671", "2.000", "2.660"),
        (100, "1.660", "1.984", "2.626"),
    ],
)
def test_students_points_are_those_of_the_table(freedom: int, ninety: str, ninety_five: str, ninety_nine: str) -> None:
    points: list[tuple[Confidence, str]] = [(90, ninety), (95, ninety_five), (99, ninety_nine)]
    for confidence, printed in points:
        assert abs(student(freedom, confidence) - Fraction(printed)) < Fraction(2, 1000)


@given(st.lists(st.integers(1, 7), min_size=11, max_size=200))
def test_the_range_is_the_textbooks(ratings: list[int]) -> None:
    found = mean_interval([ratings.count(rating) for rating in range(1, 8)])
    assert found is not None
    assert float(found.figure) == pytest.approx(mean(ratings))
    expected = float(student(len(ratings) - 1, 95)) * stdev(ratings) / sqrt(len(ratings))
    assert float(found.margin) == pytest.approx(expected, abs=1e-6)
    assert 1 <= found.low <= found.figure <= found.high <= 7


def test_ten_ratings_are_too_few() -> None:
    assert mean_interval([0, 5, 5, 0, 0]) is None
    assert mean_interval([]) is None
