"""How far the raters of one practice agree. Agreement never changes a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations

from cxaudit.domain.model import HI, LEVELS
from cxaudit.domain.scorecard import Agreement

FEWEST_RATERS = 3
LOW_AGREEMENT = Fraction(5, 6)
FAR_FROM_MEDIAN = 2


def median(levels: Sequence[int]) -> Fraction:
    """Return the ordinary median: the middle level, or the mean of the two middle ones."""
    ordered = sorted(levels)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return Fraction(ordered[middle])
    return Fraction(ordered[middle - 1] + ordered[middle], 2)


def average_deviation(levels: Sequence[int]) -> Fraction:
    """Return AD, the mean distance from the ordinary median, in levels.

    Burke, Finkelstein and Dusig 1999, doi:10.1177/109442819921004. The cut at 5/6 for a scale of five is
    Burke and Dunlap 2002 (a sixth of the categories), doi:10.1177/1094428102005002002.
    """
    middle = median(levels)
    return sum((abs(level - middle) for level in levels), Fraction(0)) / len(levels)


@cache
def _layer_agreement(layer: frozenset[int]) -> Fraction:
    """Return the agreement of a layer, all of its categories being chosen equally often (van der Eijk 2001)."""
    if len(layer) == 1:
        return Fraction(1)
    if len(layer) == HI:
        return Fraction(0)
    patterns = [tuple(level in layer for level in triple) for triple in combinations(LEVELS, 3)]
    unimodal = patterns.count((True, True, False)) + patterns.count((False, True, True))
    bimodal = patterns.count((True, False, True))
    unimodality = Fraction(3 * unimodal - 4 * bimodal, 3 * (unimodal + bimodal))
    return unimodality * (1 - Fraction(len(layer) - 1, HI - 1))


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of van der Eijk's A: its levels, how many raters stand at each (`height`), and its agreement `a`."""

    levels: tuple[int, ...]
    height: int
    a: Fraction

    @property
    def raters(self) -> int:
        """Return how many raters the layer holds."""
        return self.height * len(self.levels)


def layers(levels: Sequence[int]) -> tuple[Layer, ...]:
    """Return the layers of equal height that the counts are peeled into, the widest first."""
    counts: dict[int, int] = {level: levels.count(level) for level in LEVELS if level in levels}
    found: list[Layer] = []
    while counts:
        height = min(counts.values())
        found.append(Layer(tuple(counts), height, _layer_agreement(frozenset(counts))))
        counts = {level: count - height for level, count in counts.items() if count > height}
    return tuple(found)


def van_der_eijk(levels: Sequence[int]) -> Fraction:
    """Return van der Eijk's A, from -1 (halves at both ends) over 0 (uniform) to 1 (unanimous).

    Cees van der Eijk 2001, "Measuring Agreement in Ordered Rating Scales", doi:10.1023/A:1010374114305. Each layer
    weighs as many raters as it holds.
    """
    return sum((layer.raters * layer.a for layer in layers(levels)), Fraction(0)) / len(levels)


def agreement(levels: Sequence[int]) -> Agreement | None:
    """Return how far the levels given agree; None with fewer than three raters."""
    if len(levels) < FEWEST_RATERS:
        return None
    ad, a, middle = average_deviation(levels), van_der_eijk(levels), median(levels)
    return Agreement(
        ad=ad,
        a=a,
        split=a < 0,
        low=ad >= LOW_AGREEMENT,
        outliers=any(abs(level - middle) >= FAR_FROM_MEDIAN for level in levels),
    )
