"""The distance from the answers to the targets: of each practice, of the whole, and what was attained."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.model import LO
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scorecard import Gap, PracticeGap, PracticeScore


def target(pack: Pack, assessment: Assessment, practice: str) -> int:
    """Return the target level of a practice id: its own, else its dimension's, else the rubric's."""
    dimension = practice.partition(".")[0]
    own = assessment.targets.get(practice)
    return own if own is not None else dimension_target(pack, assessment, dimension)


def dimension_target(pack: Pack, assessment: Assessment, dimension: str) -> int:
    """Return the target level of a dimension id: its own, else the rubric's."""
    return assessment.targets.get(dimension, pack.rubric.target)


def practice_weights(pack: Pack, practices: Mapping[str, PracticeScore]) -> dict[str, Fraction]:
    """Return W of each practice of S: its share of its dimension, which is an equal share of the whole.

    A dimension keeps its share where another one is insufficient or not applicable.
    """
    applicable = [p for p in practices.values() if p.applicable]
    totals: dict[str, int] = {}
    for p in applicable:
        totals[p.dimension] = totals.get(p.dimension, 0) + p.weight
    return {p.id: Fraction(p.weight, totals[p.dimension] * len(pack.dimensions)) for p in applicable}


def measure_gap(pack: Pack, assessment: Assessment, practices: Mapping[str, PracticeScore]) -> Gap:
    """Return the gap of each practice of S, the whole gap with its range, and what was attained.

    The gap and what was attained are over the practices with a point, insufficient dimensions included; the range is
    over S. Attainment is None where no target of theirs is above 1.
    """
    gaps: dict[str, PracticeGap] = {}
    total = low = high = ahead = Fraction(0)
    for practice, weight in practice_weights(pack, practices).items():
        scored = practices[practice]
        aim = target(pack, assessment, practice)
        gap = _practice_gap(scored, aim, weight)
        gaps[practice] = gap
        low += weight * gap.low
        high += weight * gap.high
        if gap.gap is not None:
            total += weight * gap.gap
            ahead += weight * (aim - LO)
    pressing = [g for g in gaps.values() if g.gap]
    pressing.sort(key=lambda g: (-g.weight * (g.gap or 0), g.id))
    return Gap(
        total=total,
        low=low,
        high=high,
        attainment=1 - total / ahead if ahead else None,
        practices=gaps,
        largest=tuple(g.id for g in pressing),
    )


def _practice_gap(scored: PracticeScore, aim: int, weight: Fraction) -> PracticeGap:
    return PracticeGap(
        id=scored.id,
        code=scored.code,
        target=aim,
        weight=weight,
        gap=None if scored.point is None else Fraction(max(0, aim - scored.point)),
        low=Fraction(max(0, aim - scored.high)),
        high=Fraction(max(0, aim - scored.low)),
    )
