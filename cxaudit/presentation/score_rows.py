"""The numbers of each dimension and of the whole as rows, exact, with what is needed to work them out again."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scorecard import DimensionScore
from cxaudit.domain.scoring import score
from cxaudit.i18n import _
from cxaudit.presentation.reading import Reading


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One dimension: `raw` is the weighted mean of its levels, `cap` what a red flag holds it down to, `index` both.

    None stands for "there is none". `state` says in words how much of it is known.
    """

    id: str
    title: str
    raw: Fraction | None
    cap: int | None
    index: Fraction | None
    low: Fraction | None
    high: Fraction | None
    level: int | None
    target: int
    state: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreRows:
    """All dimensions in the questionnaire's order, the whole, and the gap with what was attained of the targets."""

    dimensions: tuple[DimensionRow, ...]
    index: Fraction | None
    low: Fraction | None
    high: Fraction | None
    level: int | None
    gap: Fraction
    attainment: Fraction | None


def score_rows(pack: Pack, assessment: Assessment) -> ScoreRows:
    """Return the numbers of an assessment as rows."""
    card = score(pack, assessment)
    reading = Reading(pack, assessment, card)
    overall = card.overall
    return ScoreRows(
        dimensions=tuple(_row(reading, found) for found in card.dimensions.values()),
        index=overall.index,
        low=overall.low,
        high=overall.high,
        level=overall.level,
        gap=card.gap.total,
        attainment=card.gap.attainment,
    )


def _row(reading: Reading, found: DimensionScore) -> DimensionRow:
    states = {
        "complete": _("every question is answered"),
        "provisional": _("some questions are open"),
        "insufficient": _("too few questions are answered"),
        "not applicable": _("does not apply"),
    }
    return DimensionRow(
        id=found.id,
        title=reading.dimension(found.id),
        raw=found.raw,
        cap=found.cap,
        index=found.index,
        low=found.low,
        high=found.high,
        level=found.level,
        target=reading.target(found.id),
        state=states[found.status],
        flags=tuple(reading.flag(flag.id).title for flag in found.flags if flag.shown),
    )
