"""How much one answer, or one person's vote, can move the numbers. Statements of resolution, not of significance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.agreement import FEWEST_RATERS
from cxaudit.domain.flags import fires
from cxaudit.domain.gate import Rated
from cxaudit.domain.points import lower_median
from cxaudit.domain.questionnaire import Dimension, Pack
from cxaudit.domain.scorecard import PracticeScore, Scorecard
from cxaudit.domain.scoring import capped, weighted_mean

Span = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Resolution:
    """How far one practice moves its dimension, and the whole, when it moves by one level (before caps)."""

    dimension: Fraction
    overall: Fraction


def resolution(scorecard: Scorecard, practice: str) -> Resolution | None:
    """Return the resolution of a practice id: its weight over the sum of K. None where it has no point."""
    asked = scorecard.practices[practice]
    known = [p for p in scorecard.practices.values() if p.dimension == asked.dimension and _known(p)]
    if not _known(asked):
        return None
    share = Fraction(asked.weight, sum(p.weight for p in known))
    return Resolution(share, share / len(scorecard.dimensions))


def _known(practice: PracticeScore) -> bool:
    return practice.applicable and practice.point is not None


@dataclass(frozen=True, slots=True)
class LeaveOneOut:
    """Where the points would lie with any one vote left out: (lowest, highest), by id; None where there is no point."""

    practices: dict[str, tuple[int, int] | None]
    dimensions: dict[str, Span | None]
    overall: Span | None


def leave_one_out(pack: Pack, scorecard: Scorecard) -> LeaveOneOut:
    """Return the range of every point with any one vote left out, through the same means and caps.

    A practice with fewer than three levels given, or with an agreed level, stays where it is.
    """
    practices = {p.id: _without_one(p) for p in scorecard.practices.values()}
    dimensions = {d.id: _dimension(pack, d, scorecard, practices) for d in pack.dimensions}
    spans = [span for span in dimensions.values() if span is not None]
    whole = len(spans) == len(dimensions)
    overall = (_mean([low for low, _ in spans]), _mean([high for _, high in spans])) if whole else None
    return LeaveOneOut(practices, dimensions, overall)


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _without_one(practice: PracticeScore) -> tuple[int, int] | None:
    if practice.point is None or not practice.applicable:
        return None
    given = practice.given
    if practice.agreed or len(given) < FEWEST_RATERS:
        return practice.point, practice.point
    points = [lower_median([*given[:seat], *given[seat + 1 :]]) for seat in range(len(given))]
    return min(points), max(points)


def _dimension(
    pack: Pack, dimension: Dimension, scorecard: Scorecard, spans: Mapping[str, tuple[int, int] | None]
) -> Span | None:
    if scorecard.dimensions[dimension.id].index is None:
        return None
    known = [(p, span) for p in dimension.practices if (span := spans.get(p.id)) is not None]
    lows = {p.id: low for p, (low, _) in known}
    highs = {p.id: high for p, (_, high) in known}
    return _capped_mean(pack, dimension, lows), _capped_mean(pack, dimension, highs)


def _capped_mean(pack: Pack, dimension: Dimension, levels: Mapping[str, int]) -> Fraction:
    raw = weighted_mean([Rated(i, level, pack.practices[i].weight) for i, level in levels.items()])
    caps = (f.cap for f in pack.flags if f.dimension == dimension.id and fires(f, levels))
    return capped(raw, min(caps, default=None))
