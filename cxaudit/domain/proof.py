"""Claimed against shown: what stands behind each answer, how old it is, and what the facts say. Marks, not scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.days import over_months, real_day, whole_months
from cxaudit.domain.facts import FactFinding, findings, shown_level
from cxaudit.domain.model import LO
from cxaudit.domain.questionnaire import LevelName, Pack
from cxaudit.domain.scorecard import PracticeScore, Scorecard


@dataclass(frozen=True, slots=True)
class Proof:
    """What stands behind one practice's answer.

    `level` is its point. `evidence` says that some is on file, `by_fact` that the facts alone show the level.
    `age_months` is the evidence's age at the assessment's date, None where one of the two dates is missing; `stale`
    says that it is older than the level's ladder allows. `findings` are what the facts say of the level.
    """

    practice: str
    level: int | None
    evidence: bool
    by_fact: bool
    claimed: bool
    age_months: int | None
    stale: bool
    findings: tuple[FactFinding, ...]

    @property
    def contradicted(self) -> bool:
        """Return whether a fact contradicts the level."""
        return any(finding.verdict == "contradicts" for finding in self.findings)


def proofs(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> dict[str, Proof]:
    """Return what stands behind each practice of the mode, by practice id in the pack's order."""
    return {score.id: proof_of(pack, assessment, score) for score in scorecard.practices.values()}


def proof_of(pack: Pack, assessment: Assessment, score: PracticeScore) -> Proof:
    """Return what stands behind the point of one practice."""
    practice, answer, level = pack.practices[score.id], assessment.answer(score.id), score.point
    evidence = bool(answer.evidence.strip())
    return Proof(
        practice=score.id,
        level=level,
        evidence=evidence,
        by_fact=level is not None and not evidence and shown_level(practice, answer, assessment.date) >= level > LO,
        claimed=score.claimed,
        age_months=evidence_age(answer, assessment.date),
        stale=is_stale(pack.levels, level, answer, assessment.date),
        findings=() if level is None else findings(practice, answer, level, assessment.date),
    )


def evidence_age(answer: Answer, day: str | None) -> int | None:
    """Return the whole months from the evidence's date to the assessment's, None where there is none to tell."""
    span = _span(answer, day)
    return None if span is None else whole_months(*span)


def is_stale(levels: Sequence[LevelName], level: int | None, answer: Answer, day: str | None) -> bool:
    """Return whether an answer's evidence is older at `day` than the ladder allows at a level.

    Of twelve months, evidence made on the same day a year ago is the oldest that is allowed, as within 365 days is for
    a fact.
    """
    limit, span = None if level is None else levels[level - 1].max_age_months, _span(answer, day)
    if limit is None or span is None:
        return False
    return over_months(*span, limit)


def _span(answer: Answer, day: str | None) -> tuple[date, date] | None:
    """Return the days of an answer's evidence and of the assessment, None without evidence or one of the days."""
    made, today = real_day(answer.evidence_date), real_day(day)
    if not answer.evidence.strip() or made is None or today is None:
        return None
    return made, today
