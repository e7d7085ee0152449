"""Margins of error of survey figures, and whether a change between two surveys is more than chance.

One share: Agresti and Coull (1998), "Approximate is better than 'exact' for interval estimation of binomial
proportions", The American Statistician 52(2), 119-126. One net score, top minus bottom: Rocks (2016), "Interval
estimation for the net promoter score", The American Statistician 70(4), 365-372. Two shares: Agresti and Caffo (2000),
"Simple and effective confidence intervals for proportions and differences of proportions result from adding two
successes and two failures", The American Statistician 54(4), 280-288. Two net scores: Rocks's adjustment of each, as
his program NPS 2.0 does.

All of it holds for people drawn by chance; who stays silent is another matter, so that the response rate is told beside
a margin and never corrects it. All arithmetic is on fractions; a square root is taken to nine decimals, rounded down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import Literal

Confidence = Literal[90, 95, 99]
"""In how many of a hundred surveys the interval holds the true figure."""

NORMAL: Mapping[Confidence, Fraction] = {
    90: Fraction(1644854, 10**6),
    95: Fraction(1959964, 10**6),
    99: Fraction(2575829, 10**6),
}
"""The two-sided points of the normal distribution."""

_DIGITS = 10**9


@dataclass(frozen=True, slots=True)
class Sample:
    """What a survey found: the number of answers, and the share (0 to 1) of those counted as good.

    `bottom` is the share taken off as bad; with it the figure is a net score (-1 to 1), without it a share. `asked` is
    how many people were asked. Raises ValueError where no such survey can be.
    """

    cases: int
    top: Fraction
    bottom: Fraction | None = None
    asked: int | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        taken = self.bottom or 0
        asked = self.cases if self.asked is None else self.asked
        if not (1 <= self.cases <= asked and self.top >= 0 <= taken and self.top + taken <= 1):
            msg = f"no survey finds this: {self}"
            raise ValueError(msg)

    @property
    def figure(self) -> Fraction:
        """Return the share, or the net score."""
        return self.top - (self.bottom or 0)

    @property
    def response_rate(self) -> Fraction | None:
        """Return the share of those asked who answered."""
        return None if self.asked is None else Fraction(self.cases, self.asked)


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the range that it may lie in, and half the range's width before it was cut to what can be."""

    figure: Fraction
    low: Fraction
    high: Fraction
    margin: Fraction


@dataclass(frozen=True, slots=True)
class _Adjusted:
    """A figure after pseudo-observations were added: where it lies then, and its variance."""

    middle: Fraction
    variance: Fraction


def interval(sample: Sample, confidence: Confidence = 95) -> Interval:
    """Return a survey's figure with its range: adjusted Wald, of a share or of a net score."""
    adjusted = _one_share(sample, NORMAL[confidence]) if sample.bottom is None else _net(sample)
    lowest = 0 if sample.bottom is None else -1
    return _interval(sample.figure, adjusted, lowest, 1, confidence)


def change(before: Sample, after: Sample, confidence: Confidence = 95) -> Interval:
    """Return the change from one survey to a later one of other people, with its range.

    Raises ValueError for a share and a net score.
    """
    if (before.bottom is None) != (after.bottom is None):
        msg = "a share and a net score cannot be compared"
        raise ValueError(msg)
    adjust, most = (_share_of_two, 1) if before.bottom is None else (_net, 2)
    first, second = adjust(before), adjust(after)
    both = _Adjusted(second.middle - first.middle, first.variance + second.variance)
    return _interval(after.figure - before.figure, both, -most, most, confidence)


def more_than_chance(found: Interval) -> bool:
    """Return whether a change's range leaves out "no change"."""
    return not found.low <= 0 <= found.high


def root(value: Fraction) -> Fraction:
    """Return the square root of a fraction that is not negative, to nine decimals."""
    return Fraction(isqrt(value.numerator * _DIGITS**2 // value.denominator), _DIGITS)


def _interval(figure: Fraction, adjusted: _Adjusted, lowest: int, highest: int, confidence: Confidence) -> Interval:
    margin = NORMAL[confidence] * root(adjusted.variance)
    low, high = adjusted.middle - margin, adjusted.middle + margin
    return Interval(figure, max(Fraction(lowest), low), min(Fraction(highest), high), margin)


def _one_share(sample: Sample, z: Fraction) -> _Adjusted:
    """Add z squared observations, half of them good: about two and two at 95 % (Agresti and Coull)."""
    return _with_added(sample, z**2)


def _share_of_two(sample: Sample) -> _Adjusted:
    """Add one good and one bad observation to each of two samples (Agresti and Caffo)."""
    return _with_added(sample, Fraction(2))


def _with_added(sample: Sample, added: Fraction) -> _Adjusted:
    cases = sample.cases + added
    middle = (sample.top * sample.cases + added / 2) / cases
    return _Adjusted(middle, middle * (1 - middle) / cases)


def _net(sample: Sample) -> _Adjusted:
    """Add three quarters of an observation at either end and one and a half between (Rocks)."""
    cases = sample.cases + 3
    top, bottom = ((share * sample.cases + Fraction(3, 4)) / cases for share in (sample.top, sample.bottom or 0))
    return _Adjusted(top - bottom, (top + bottom - (top - bottom) ** 2) / cases)
