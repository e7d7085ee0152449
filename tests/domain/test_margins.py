"""Margins of error: right to what others published, and sound where nothing is published.

No table of Rocks's interval could be read; its constants are those that Lewis and Sauro give (MeasuringU, 19 January
2021, "Evaluating NPS confidence intervals with real-world data": add 3 to n, 3/4 to detractors, 3/4 to promoters), and
the same for each of two samples in Rocks's program (NPS 2.0 for R, `nps_test`, test = "adjusted.wald"). The sums below
were done with floating point from those sentences.
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.domain.margins import NORMAL, Confidence, Interval, Sample, change, interval, more_than_chance, root

CONFIDENCES: list[Confidence] = [90, 95, 99]
CASES = st.integers(1, 2000)


def share(good: int, cases: int) -> Sample:
    return Sample(cases, Fraction(good, cases))


def net(top: int, bottom: int, cases: int) -> Sample:
    return Sample(cases, Fraction(top, cases), Fraction(bottom, cases))


def about(found: Interval, low: float, high: float, digits: float = 1e-6) -> bool:
    return abs(found.low - low) < digits and abs(found.high - high) < digits


@pytest.mark.parametrize(
    ("good", "cases", "low", "high"),
    [
        # binom.confint(x, n), method agresti-coull, of the R package binom, as statsmodels keeps it in its tests
        (18, 20, 0.6867561125596077, 0.984343760998137),
        (4, 20, 0.0749115102767071, 0.4217635845549845),
        (4, 200, 0.005991954548218395, 0.0520995587739575),
        (190, 200, 0.909307307911624, 0.973731898348837),
        (1, 30, 0, 0.18091798),  # printed as -0.0083, before it is cut
        (0, 30, 0, 0.13471170),
        (30, 30, 0.8652883, 1),
        # binom.agresti(x, n) of the R package RSurveillance, example output of its manual page
        (25, 200, 0.08558957, 0.1785444),
        (10, 200, 0.02626810, 0.09069269),
        (40, 200, 0.15016868, 0.26113852),
        (60, 200, 0.24063696, 0.36690117),
    ],
)
def test_a_share_is_as_published(good: int, cases: int, low: float, high: float) -> None:
    assert about(interval(share(good, cases)), low, high)


def test_four_of_five_is_36_to_98_per_cent() -> None:
    # The worked example that Sauro and Lewis's adjusted Wald method is taught with: 0.6696 +- 0.3100
    found = interval(share(4, 5))
    assert about(found, 0.3596, 0.9796, 1e-4)
    assert abs(found.margin - Fraction("0.3100")) < Fraction(1, 10**4)


def test_two_shares_are_as_stata_has_them() -> None:
    # rdcii 45 15 105 135: "Agresti-Caffo 0.110 0.285", as the R package presize quotes it in its tests. From the fourth
    # decimal on Stata differs: it adds z squared / 4 to each count where the paper, and this program, add 1.
    found = change(share(15, 150), share(45, 150))
    assert about(found, 0.110, 0.285, 5e-4)
    assert found.figure == Fraction(1, 5)
    assert more_than_chance(found)


def slow_net(top: int, bottom: int, cases: int) -> tuple[float, float]:
    """Middle and variance of a net score after the adjustment, in the sentence's order."""
    n, promoters, detractors = cases + 3, top + 0.75, bottom + 0.75
    score = promoters / n - detractors / n
    return score, (promoters / n + detractors / n - score**2) / n


@pytest.mark.parametrize("confidence", CONFIDENCES)
@pytest.mark.parametrize(("top", "bottom", "cases"), [(16, 12, 36), (90, 30, 180), (0, 40, 40), (400, 100, 1000)])
def test_a_net_score_follows_the_published_sentence(top: int, bottom: int, cases: int, confidence: Confidence) -> None:
    middle, variance = slow_net(top, bottom, cases)
    margin = NormalDist().inv_cdf(0.5 + confidence / 200) * sqrt(variance)
    found = interval(net(top, bottom, cases), confidence)
    assert about(found, max(-1, middle - margin), middle + margin)
    assert found.figure == Fraction(top - bottom, cases)


def test_two_net_scores_follow_the_published_program() -> None:
    first, second = slow_net(80, 40, 200), slow_net(110, 30, 210)
    middle, margin = second[0] - first[0], NormalDist().inv_cdf(0.975) * sqrt(first[1] + second[1])
    found = change(net(80, 40, 200), net(110, 30, 210))
    assert about(found, middle - margin, middle + margin)


def test_small_changes_are_chance_and_large_ones_are_not() -> None:
    assert not more_than_chance(change(net(30, 20, 100), net(35, 20, 100)))
    assert more_than_chance(change(net(30, 20, 100), net(60, 10, 100)))
    assert more_than_chance(change(net(60, 10, 100), net(30, 20, 100)))
    assert not more_than_chance(change(share(2, 10), share(4, 10)))


@pytest.mark.parametrize("confidence", CONFIDENCES)
def test_the_normal_points_are_right_to_six_decimals(confidence: Confidence) -> None:
    assert abs(float(NORMAL[confidence]) - NormalDist().inv_cdf(0.5 + confidence / 200)) < 1e-6


@given(CASES, st.data())
def test_the_range_lies_on_the_scale_around_its_middle(cases: int, data: st.DataObject) -> None:
    top = data.draw(st.integers(0, cases))
    bottom = data.draw(st.integers(0, cases - top))
    for confidence in CONFIDENCES:
        one = interval(share(top, cases), confidence)
        assert 0 <= one.low <= one.figure <= one.high <= 1
        two = interval(net(top, bottom, cases), confidence)
        assert -1 <= two.low <= two.high <= 1
        assert cases < 5 or two.low <= two.figure <= two.high


@given(CASES, st.data())
def test_the_other_way_round_it_is_mirrored(cases: int, data: st.DataObject) -> None:
    top = data.draw(st.integers(0, cases))
    bottom = data.draw(st.integers(0, cases - top))
    one, turned = interval(net(top, bottom, cases)), interval(net(bottom, top, cases))
    assert (one.low, one.high) == (-turned.high, -turned.low)
    good, bad = interval(share(top, cases)), interval(share(cases - top, cases))
    assert (good.low, good.high) == (1 - bad.high, 1 - bad.low)
    there, back = (
        change(net(top, bottom, cases), net(top, 0, cases)),
        change(net(top, 0, cases), net(top, bottom, cases)),
    )
    assert (there.low, there.high) == (-back.high, -back.low)


@given(st.integers(1, 50), st.integers(0, 50))
def test_more_answers_or_less_confidence_make_it_narrower(cases: int, good: int) -> None:
    top = Fraction(min(good, cases), cases)
    for bottom in (None, (1 - top) / 2):
        margins = [interval(Sample(cases * times, top, bottom)).margin for times in (4, 2, 1)]
        assert margins == sorted(margins)
        by_confidence = [interval(Sample(cases, top, bottom), confidence).margin for confidence in CONFIDENCES]
        assert by_confidence == sorted(by_confidence)


@given(st.fractions(0, 10**6))
def test_a_root_is_right_to_nine_decimals(value: Fraction) -> None:
    assert root(value) ** 2 <= value < (root(value) + Fraction(1, 10**9)) ** 2


def test_the_response_rate_stands_beside() -> None:
    assert Sample(30, Fraction(1, 2), asked=120).response_rate == Fraction(1, 4)
    assert Sample(30, Fraction(1, 2)).response_rate is None


@pytest.mark.parametrize(
    ("cases", "top", "bottom", "asked"),
    [(0, 0, None, None), (5, 2, None, None), (5, -1, None, None), (5, 1, 1, None), (5, 0, -1, None), (5, 1, 0, 4)],
)
def test_no_survey_finds_such_a_thing(cases: int, top: int, bottom: int | None, asked: int | None) -> None:
    with pytest.raises(ValueError, match="no survey"):
        Sample(cases, Fraction(top), None if bottom is None else Fraction(bottom), asked)


def test_a_share_and_a_net_score_are_not_compared() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        change(share(1, 2), net(1, 0, 2))
