"""The findings: each sentence worded once, for screen and paper alike."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.model import HI
from cxaudit.domain.proof import proof_of
from cxaudit.domain.scorecard import DimensionScore
from cxaudit.i18n import _
from cxaudit.presentation import coverage
from cxaudit.presentation.blocking import dimension_block, overall_block
from cxaudit.presentation.firmness import overall_votes, resolution, sensitivity, span_text
from cxaudit.presentation.flags import FlagView, flag_views, flags_not_asked, possible_flags
from cxaudit.presentation.headline import headline
from cxaudit.presentation.numbers import gap_text, index_text, percent_text, range_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.remarks import remarks
from cxaudit.presentation.words import DOT

TOP = 3
"""So many strengths and gaps are named."""


@dataclass(frozen=True, slots=True)
class DimensionView:
    """One dimension in words and rounded numbers. `held` says that a flag holds the index below `raw`."""

    id: str
    title: str
    about: str
    index: str
    range: str
    raw: str
    level: str
    target: int
    coverage: str
    held: bool
    claimed: bool
    block: str


@dataclass(frozen=True, slots=True)
class GapView:
    """One practice below its target, with its part of the whole gap; `marks` tell of its evidence and facts."""

    practice: str
    code: str
    title: str
    dimension: str
    dimension_title: str
    level: int
    target: int
    claimed: bool
    marks: tuple[str, ...]
    share: str
    anchor: str


@dataclass(frozen=True, slots=True)
class StrengthView:
    """One of the highest points at level 3 or above."""

    practice: str
    code: str
    title: str
    dimension_title: str
    level: int
    claimed: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class OverallView:
    """The one number, which comes last. `line` is "range 2.2 to 2.5 · level 2 Started"; `why_none` says why not."""

    index: str
    range: str
    level: str
    line: str
    why_none: str


@dataclass(frozen=True, slots=True)
class FindingsView:
    """All that is said about the scores.

    `dimensions` are in the profile's order (lowest first); `gap` and `gap_range` are the whole gap, `attainment`
    the share of the way to the targets that is behind; `remarks` never score.
    """

    title: str
    organisation: str
    answered: str
    people: str
    evidence: str
    confidence: str
    scored: str
    dimensions: tuple[DimensionView, ...]
    flags: tuple[FlagView, ...]
    possible_flags: tuple[str, ...]
    flags_not_asked: tuple[str, ...]
    block_title: str
    block: str
    gaps: tuple[GapView, ...]
    strengths: tuple[StrengthView, ...]
    resolution: str
    sensitivity: str
    votes: str
    overall: OverallView
    gap: str
    gap_range: str
    attainment: str
    remarks: tuple[str, ...]


def findings_view(reading: Reading) -> FindingsView:
    """Return every finding of an assessment, worded."""
    gap = reading.card.gap
    return FindingsView(
        title=headline(reading),
        organisation=reading.assessment.organisation.strip(),
        answered=coverage.answered_text(reading),
        people=coverage.people_text(reading),
        evidence=coverage.evidence_text(reading),
        confidence=coverage.confidence(reading),
        scored=coverage.scored_text(reading),
        dimensions=tuple(dimension_view(reading, d) for d in reading.ranked()),
        flags=flag_views(reading),
        possible_flags=possible_flags(reading),
        flags_not_asked=flags_not_asked(reading),
        block_title=_("The highest level") if reading.card.overall.level == HI else _("What blocks the next level"),
        block=overall_block(reading),
        gaps=gap_views(reading)[:TOP],
        strengths=strength_views(reading),
        resolution=resolution(reading),
        sensitivity=sensitivity(reading),
        votes=overall_votes(reading),
        overall=overall_view(reading),
        gap=gap_text(gap.total),
        gap_range=_gap_range(reading),
        attainment=percent_text(gap.attainment),
        remarks=remarks(reading),
    )


def dimension_view(reading: Reading, score: DimensionScore) -> DimensionView:
    """Return one dimension in words."""
    held = score.raw is not None and score.index is not None and score.index < score.raw
    return DimensionView(
        id=score.id,
        title=reading.dimension(score.id),
        about=reading.pack.dimensions_by_id[score.id].about,
        index=index_text(score.index),
        range=range_text(score.low, score.high),
        raw=index_text(score.raw),
        level="" if score.level is None else reading.level(score.level),
        target=reading.target(score.id),
        coverage=coverage.dimension_coverage(reading, score),
        held=held,
        claimed=any(p.claimed for p in reading.known(score.id)),
        block=dimension_block(reading, score),
    )


def gap_views(reading: Reading) -> tuple[GapView, ...]:
    """Return every practice below its target, the largest part of the gap first."""
    return tuple(_gap_view(reading, practice) for practice in reading.card.gap.largest)


def _gap_view(reading: Reading, practice: str) -> GapView:
    found, score = reading.pack.practices[practice], reading.card.practices[practice]
    gap = reading.card.gap.practices[practice]
    part = gap.weight * (gap.gap or 0) / reading.card.gap.total
    level = score.point or 1
    return GapView(
        practice=practice,
        code=found.code,
        title=found.title,
        dimension=found.dimension,
        dimension_title=reading.dimension(found.dimension),
        level=level,
        target=gap.target,
        claimed=score.claimed,
        marks=proof_marks(reading, practice),
        share=_("{share} of the whole gap").format(share=percent_text(part)),
        anchor=found.anchors[level - 1],
    )


def proof_marks(reading: Reading, practice: str) -> tuple[str, ...]:
    """Return what to make of a practice's evidence and facts, the gravest first; nothing where all is well."""
    proof = proof_of(reading.pack, reading.assessment, reading.card.practices[practice])
    marks = (
        (_("contradicted by a fact"), proof.contradicted),
        (_("claimed"), proof.claimed),
        (_("stale evidence"), proof.stale),
    )
    return tuple(text for text, holds in marks if holds)


def strength_views(reading: Reading) -> tuple[StrengthView, ...]:
    """Return the highest points at level 3 or above, then the largest weight, then by id; at most three."""
    weights = reading.card.gap.practices
    strong = [p for p in reading.card.practices.values() if p.point is not None and p.point >= TOP]
    strong.sort(key=lambda p: (-(p.point or 0), -weights[p.id].weight, p.id))
    found = [(reading.pack.practices[p.id], p.point or 0, p.claimed) for p in strong[:TOP]]
    return tuple(
        StrengthView(
            practice=practice.id,
            code=practice.code,
            title=practice.title,
            dimension_title=reading.dimension(practice.dimension),
            level=level,
            claimed=claimed,
            anchor=practice.anchors[level - 1],
        )
        for practice, level, claimed in found
    )


def overall_view(reading: Reading) -> OverallView:
    """Return the overall number with its range and level."""
    overall = reading.card.overall
    span = range_text(overall.low, overall.high)
    level = "" if overall.level is None else reading.level(overall.level)
    if overall.index is None:
        parts = [
            coverage.scored_text(reading),
            _("range {range}").format(range=span) if overall.low is not None else "",
        ]
        why = overall_block(reading)
    else:
        spread = _("range {range}").format(range=span) if span != index_text(overall.index) else ""
        parts = [spread, _("level {level}").format(level=level)]
        why = ""
    line = DOT.join(p for p in parts if p)
    return OverallView(index=index_text(overall.index), range=span, level=level, line=line, why_none=why)


def _gap_range(reading: Reading) -> str:
    gap = reading.card.gap
    return span_text(gap_text(gap.low), gap_text(gap.high))
