"""Which answers to settle first: the unsure ones that move the gap most."""

from __future__ import annotations

from fractions import Fraction

from cxaudit.domain.scorecard import PracticeScore, Scorecard


def settle_first(scorecard: Scorecard) -> tuple[str, ...]:
    """Return the practices of S (ids) without an agreed level that have a don't-know, no answer, or a split room.

    The largest weight times width of the range first, then the smallest agreement (0 with too few raters), then id.
    """
    unsettled = [p for p in scorecard.practices.values() if _unsettled(p)]
    unsettled.sort(key=lambda p: (-scorecard.gap.practices[p.id].weight * (p.high - p.low), _a(p), p.id))
    return tuple(p.id for p in unsettled)


def _a(practice: PracticeScore) -> Fraction:
    return Fraction(0) if practice.agreement is None else practice.agreement.a


def _unsettled(practice: PracticeScore) -> bool:
    if practice.agreed or not practice.applicable:
        return False
    return practice.unknown > 0 or not practice.given or _a(practice) < 0
