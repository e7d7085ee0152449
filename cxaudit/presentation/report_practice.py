"""One practice among the findings: what is true today, what stands beside the answer, and what the next level asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxaudit.domain.assessment import Answer
from cxaudit.domain.model import HI
from cxaudit.domain.proof import Proof
from cxaudit.domain.scorecard import PracticeScore
from cxaudit.i18n import _
from cxaudit.presentation.charts_report import level_strip
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.facts import evidence_line, fact_lines
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import shortened

EVIDENCE = 90
NOTED = 120
"""So much of the evidence and of a note stands beside a finding; appendix B holds all of it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside an answer, and the role of its colour: ink, muted, warn or flag."""

    text: str
    role: str = "muted"


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """One practice: its level strip, what is true now with what stands beside it, and what the next level asks for.

    `level` is None where it is not known, and where the practice does not apply.
    """

    title: str
    strip: Drawing
    now: str
    beside: tuple[Beside, ...]
    next_step: str
    level: int | None = None
    applies: bool = True


def practice_line(reading: Reading, score: PracticeScore, proof: Proof) -> PracticeLine:
    """Return one practice of the mode."""
    practice, answer = reading.pack.practices[score.id], reading.assessment.answer(score.id)
    gap = reading.card.gap.practices.get(score.id)
    target = gap.target if gap is not None else reading.target(score.dimension)
    title = reading.practice(score.id)
    strip = level_strip(score.point, target, title, claimed=score.claimed)
    if not score.applicable:
        reason = Beside(shortened(answer.not_applicable or "", NOTED))
        return PracticeLine(title, strip, _("Does not apply"), (reason,), "", applies=False)
    noted = tuple(_noted(reading, answer))
    if score.point is None:
        return PracticeLine(title, strip, _open(score, answer), noted, _("Find out first which answer is true."))
    return PracticeLine(
        title=title,
        strip=strip,
        now=practice.anchors[score.point - 1],
        beside=(*_shown(reading, answer, proof), *noted),
        next_step=practice.anchors[score.point] if score.point < HI else _("Level 5 is the highest."),
        level=score.point,
    )


def _open(score: PracticeScore, answer: Answer) -> str:
    if score.unknown:
        return _("Don't know")
    return _("Carried over, not confirmed") if answer.carried else _("Not answered")


def _shown(reading: Reading, answer: Answer, proof: Proof) -> Iterator[Beside]:
    """Yield what shows an answer, and what speaks against it."""
    if proof.evidence:
        yield Beside(_("Evidence: {text}").format(text=shortened(answer.evidence, EVIDENCE)))
    if proof.stale:
        dated = evidence_line(reading.pack, reading.assessment, proof.practice)
        yield Beside(_("Stale: {text}").format(text=dated), "warn")
    if proof.claimed:
        yield Beside(_("Claimed: no evidence on file"), "warn")
    for line in fact_lines(reading.pack, reading.assessment, proof.practice):
        if line.kind == "contradicts":
            yield Beside(line.text, "flag")
        elif line.kind == "supports" and proof.by_fact:
            yield Beside(line.text)


def _noted(reading: Reading, answer: Answer) -> Iterator[Beside]:
    """Yield the note, in a full audit: the five minutes stay short."""
    if reading.assessment.mode == "full" and answer.note.strip():
        yield Beside(_("Noted: {text}").format(text=shortened(answer.note, NOTED)), "ink")
