"""Every practice that was asked as a row: what was answered, what counts, what was written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.proof import proofs
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scorecard import PracticeScore
from cxaudit.domain.scoring import score
from cxaudit.i18n import _
from cxaudit.presentation.facts import evidence_line
from cxaudit.presentation.reading import Reading


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One practice. `level`, `low`, `high` and `target` are None where there is none; `state` says what was answered.

    `share` is what it adds to the gap to the targets, exact; `votes` are the levels given, rising, where several
    answered.
    """

    code: str
    practice: str
    dimension: str
    question: str
    state: str
    level: int | None
    low: int | None
    high: int | None
    target: int | None
    share: Fraction
    weight: int
    claimed: bool
    stale: bool
    votes: tuple[int, ...]
    unknown: int
    answer: str
    target_text: str
    evidence: str
    dated: str
    note: str


def answer_rows(pack: Pack, assessment: Assessment) -> tuple[AnswerRow, ...]:
    """Return the practices that the audit asks, in the questionnaire's order."""
    card = score(pack, assessment)
    reading = Reading(pack, assessment, card)
    proven = proofs(pack, assessment, card)
    return tuple(_row(reading, found, stale=proven[found.id].stale) for found in card.practices.values())


def _row(reading: Reading, found: PracticeScore, *, stale: bool) -> AnswerRow:
    practice, answer = reading.pack.practices[found.id], reading.assessment.answer(found.id)
    point = found.point if found.applicable else None
    gap = reading.card.gap.practices.get(found.id)
    several = answer.votes is not None and not answer.carried
    return AnswerRow(
        code=practice.code,
        practice=practice.title,
        dimension=reading.dimension(practice.dimension),
        question=practice.question,
        state=_state(found, point, known=bool(answer.panel)),
        level=point,
        low=found.low if found.applicable else None,
        high=found.high if found.applicable else None,
        target=gap.target if gap else None,
        share=gap.weight * gap.gap if gap and gap.gap else Fraction(0),
        weight=found.weight,
        claimed=found.claimed,
        stale=stale,
        votes=found.given if several else (),
        unknown=found.unknown if several else 0,
        answer=practice.anchors[point - 1] if point else "",
        target_text=practice.anchors[gap.target - 1] if gap else "",
        evidence=answer.evidence.strip(),
        dated=evidence_line(reading.pack, reading.assessment, found.id),
        note=answer.note.strip(),
    )


def _state(found: PracticeScore, point: int | None, *, known: bool) -> str:
    if not found.applicable:
        return _("does not apply")
    if point is not None:
        return _("answered")
    return _("don't know") if known else _("not answered")
