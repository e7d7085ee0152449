"""From answers to a scorecard: practices, dimensions, the whole, the gap. Exact, pure, without float or clock."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.flags import fired_flags, lowest_cap
from cxaudit.domain.gaps import measure_gap
from cxaudit.domain.gate import Rated, blocking, gate, shares
from cxaudit.domain.points import flagged_practices, is_left_out, score_practice
from cxaudit.domain.questionnaire import Dimension, Flag, Pack
from cxaudit.domain.scorecard import (
    DimensionScore,
    FiredFlag,
    OverallScore,
    PracticeScore,
    Scorecard,
    Status,
)

Cuts = tuple[Fraction, Fraction]
ENOUGH = Fraction(1, 2)


def score(pack: Pack, assessment: Assessment) -> Scorecard:
    """Return every number of an assessment that was answered with this pack."""
    flagged = flagged_practices(pack)
    practices: dict[str, PracticeScore] = {}
    for practice in pack.asked(assessment.mode):
        answer = assessment.answer(practice.id)
        applicable = not is_left_out(practice, answer, flagged)
        practices[practice.id] = score_practice(
            practice, answer, pack.rubric.claimed_above, applicable=applicable, day=assessment.date
        )
    return score_points(pack, assessment, practices)


def score_points(pack: Pack, assessment: Assessment, practices: dict[str, PracticeScore]) -> Scorecard:
    """Return every number that follows from the points of the practices; of the assessment only targets are read."""
    dimensions = {d.id: _score_dimension(pack, d, practices) for d in pack.dimensions}
    return Scorecard(
        practices=practices,
        dimensions=dimensions,
        overall=score_overall(tuple(dimensions.values()), pack.rubric.cuts),
        gap=measure_gap(pack, assessment, practices),
    )


def capped(raw: Fraction, cap: int | None) -> Fraction:
    """Return a weighted mean held down by the smallest cap that fires, if one does."""
    return raw if cap is None else min(raw, Fraction(cap))


def weighted_mean(rated: Sequence[Rated]) -> Fraction:
    """Return the mean of the levels by weight. `rated` must not be empty."""
    return Fraction(sum(r.level * r.weight for r in rated), sum(r.weight for r in rated))


def _status(coverage: Fraction) -> Status:
    if coverage == 1:
        return "complete"
    return "provisional" if coverage >= ENOUGH else "insufficient"


def _held(level: int, cap: int | None) -> int:
    return level if cap is None else min(level, cap)


def _score_dimension(pack: Pack, dimension: Dimension, practices: dict[str, PracticeScore]) -> DimensionScore:
    asked = [s for p in dimension.practices if (s := practices.get(p.id)) is not None and s.applicable]
    if not asked:
        return _not_applicable(dimension)
    known = [Rated(s.code, s.point, s.weight) for s in asked if s.point is not None]
    coverage = Fraction(sum(r.weight for r in known), sum(s.weight for s in asked))
    status = _status(coverage)
    rated = known if status != "insufficient" else []
    raw = weighted_mean(rated) if rated else None
    lows = [Rated(s.code, s.low, s.weight) for s in asked]
    highs = [Rated(s.code, s.high, s.weight) for s in asked]
    flags = _dimension_flags(pack.flags, dimension, asked, raw)
    cap, cap_low, cap_high = (lowest_cap(flags, end) for end in ("index", "low", "high"))
    cuts = pack.rubric.cuts
    share = shares(rated) if rated else {}
    gated = gate(share, cuts) if rated else None
    raw_low, raw_high = weighted_mean(lows), weighted_mean(highs)
    return DimensionScore(
        id=dimension.id,
        status=status,
        coverage=coverage,
        raw=raw,
        raw_low=raw_low,
        raw_high=raw_high,
        index=None if raw is None else capped(raw, cap),
        low=capped(raw_low, cap_low),
        high=capped(raw_high, cap_high),
        cap=cap,
        level=None if gated is None else _held(gated, cap),
        level_low=_held(gate(shares(lows), cuts), cap_low),
        level_high=_held(gate(shares(highs), cuts), cap_high),
        shares=share,
        blocked_by=() if gated is None else _blocked(rated, share, cuts, gated, flags),
        flags=flags,
    )


def _dimension_flags(
    flags: Sequence[Flag], dimension: Dimension, asked: Sequence[PracticeScore], raw: Fraction | None
) -> tuple[FiredFlag, ...]:
    return fired_flags(
        (f for f in flags if f.dimension == dimension.id),
        {s.id: s.low for s in asked},
        {s.id: s.point for s in asked},
        {s.id: s.high for s in asked},
        raw,
    )


def _blocked(
    rated: Sequence[Rated], share: dict[int, Fraction], cuts: Cuts, gated: int, flags: Sequence[FiredFlag]
) -> tuple[str, ...]:
    """Return the flags that hold the level where a cap is below the gate's level, else what the gate lacks."""
    cap = lowest_cap(flags, "index")
    if cap is not None and cap < gated:
        return tuple(f.id for f in flags if "index" in f.at and f.cap == cap)
    return blocking(rated, share, cuts, gated)


def _not_applicable(dimension: Dimension) -> DimensionScore:
    return DimensionScore(
        id=dimension.id,
        status="not applicable",
        coverage=None,
        raw=None,
        raw_low=None,
        raw_high=None,
        index=None,
        low=None,
        high=None,
        cap=None,
        level=None,
        level_low=None,
        level_high=None,
        shares={},
        blocked_by=(),
        flags=(),
    )


def score_overall(dimensions: Sequence[DimensionScore], cuts: Cuts) -> OverallScore:
    """Return the numbers of the whole: equal-weight means, and the gate over the dimensions' levels.

    A dimension without a point leaves only the range; one that is not applicable leaves nothing.
    """
    levels = [Rated(d.id, d.level) for d in dimensions if d.level is not None]
    whole = len(levels) == len(dimensions)
    share = shares(levels) if whole else {}
    level = gate(share, cuts) if whole else None
    indices = [d.index for d in dimensions]
    return OverallScore(
        index=_mean(indices),
        low=_mean([d.low for d in dimensions]),
        high=_mean([d.high for d in dimensions]),
        level=level,
        level_low=_gate_all([(d.id, d.level_low) for d in dimensions], cuts),
        level_high=_gate_all([(d.id, d.level_high) for d in dimensions], cuts),
        shares=share,
        blocked_by=() if level is None else blocking(levels, share, cuts, level),
        scored=len(levels),
        total=len(dimensions),
        sensitivity=sensitivity(indices),
    )


def _mean(values: Sequence[Fraction | None]) -> Fraction | None:
    known = [v for v in values if v is not None]
    return sum(known, Fraction(0)) / len(known) if len(known) == len(values) else None


def _gate_all(levels: Sequence[tuple[str, int | None]], cuts: Cuts) -> int | None:
    known = [Rated(name, level) for name, level in levels if level is not None]
    return gate(shares(known), cuts) if len(known) == len(levels) else None


def sensitivity(indices: Sequence[Fraction | None]) -> Fraction | None:
    """Return the largest change of the overall index that any single doubled dimension weight would cause.

    With n dimensions and mean m, doubling the weight of the one at i moves the mean by (i - m) / (n + 1).
    """
    mean = _mean(indices)
    if mean is None:
        return None
    return max(abs(i - mean) for i in indices if i is not None) / (len(indices) + 1)
