"""The mean of ratings from 1 to k, with its range.

Student's interval of a mean; see Sauro and Lewis (2016), "Quantifying the User Experience", 2nd edition, chapter 3,
for its use with rating scales. Ratings are taken as numbers, as whoever reports their mean takes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cxaudit.domain.margins import NORMAL, Confidence, Interval, root

FEWEST = 11
"""Below it the expansion of Student's point is too rough, and so is a mean of ratings."""


def mean_interval(counts: Sequence[int], confidence: Confidence = 95) -> Interval | None:
    """Return the mean rating with its range; `counts` says how many gave 1, 2, 3 and so on.

    None with fewer than eleven ratings. The range is cut to the scale, its half width (`margin`) is not.
    """
    cases = sum(counts)
    if cases < FEWEST:
        return None
    mean = Fraction(sum(rating * count for rating, count in enumerate(counts, 1)), cases)
    spread = sum((rating - mean) ** 2 * count for rating, count in enumerate(counts, 1))
    margin = student(cases - 1, confidence) * root(Fraction(spread, (cases - 1) * cases))
    return Interval(mean, max(Fraction(1), mean - margin), min(Fraction(len(counts)), mean + margin), margin)


def student(freedom: int, confidence: Confidence) -> Fraction:
    """Return the two-sided point of Student's distribution, right to two decimals from ten degrees of freedom on.

    The expansion in the normal point of Abramowitz and Stegun (1964), formula 26.7.5, to its third term.
    """
    z = NORMAL[confidence]
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
