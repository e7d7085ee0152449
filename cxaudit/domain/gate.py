"""The gate from levels to a level: one that strengths cannot buy off.

Level k is reached where most of the weight is at k or above and nearly all of it at k-1 or above. The two cuts are
ISO/IEC 33020's "largely" (more than 50 %) and "fully" (more than 85 %), as in its process capability levels.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.model import HI, LEVELS, LO


@dataclass(frozen=True, slots=True)
class Rated:
    """Something that has a level and a weight: a practice in its dimension, a dimension in the whole."""

    name: str
    level: int
    weight: int = 1


def shares(rated: Collection[Rated]) -> dict[int, Fraction]:
    """Return s(k) for k = 1..5, the share of weight at level k or above. `rated` must not be empty."""
    total = sum(r.weight for r in rated)
    return {k: Fraction(sum(r.weight for r in rated if r.level >= k), total) for k in LEVELS}


def gate(share: dict[int, Fraction], cuts: tuple[Fraction, Fraction]) -> int:
    """Return the largest k in 2..5 with s(k) above the first cut and s(k-1) above the second, else 1."""
    most, nearly_all = cuts
    reached = (k for k in range(HI, LO, -1) if share[k] > most and share[k - 1] > nearly_all)
    return next(reached, LO)


def blocking(
    rated: Sequence[Rated], share: dict[int, Fraction], cuts: tuple[Fraction, Fraction], level: int
) -> tuple[str, ...]:
    """Return the names that keep the gate at `level`: those below it where nearly all must be there, else those at it.

    For the next level k these are the ones below k-1 where s(k-1) fails, else the ones below k. None at level 5.
    """
    if level == HI:
        return ()
    wanted = level + 1 if share[level] > cuts[1] else level
    return tuple(r.name for r in rated if r.level < wanted)
