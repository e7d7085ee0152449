"""Notes on how an assessment was answered. They never score; they tell a reader how far to trust it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.days import real_day
from cxaudit.domain.fact_values import dates_ahead
from cxaudit.domain.proof import proofs
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.domain.scorecard import PracticeScore, Scorecard

NoteKind = Literal[
    "one respondent",
    "identical answers",
    "fast answers",
    "quick answers",
    "claimed",
    "contradicted",
    "stale evidence",
    "dated ahead",
    "many unknown",
    "scope disputed",
    "open split",
]

IDENTICAL = 12
ALIKE = Fraction(4, 5)
"""The share of the practices from which equal answers look like a straight line: twelve of fifteen, 21 of 26."""

MANY_UNKNOWN = Fraction(1, 4)
WORDS_A_SECOND = 10
"""Nobody reads faster: 600 words a minute."""


@dataclass(frozen=True, slots=True)
class Note:
    """One observation: on how many practices (`count`) out of how many (`total`), and which (ids)."""

    kind: NoteKind
    count: int
    total: int
    practices: tuple[str, ...] = ()


def notes(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> tuple[Note, ...]:
    """Return what a reader should know, in a fixed order.

    One respondent only; identical answers on twelve practices or more and on four fifths of all (only where each has
    one respondent); answers that came faster than question and anchors can be read; in a full audit, quick answers
    that nobody looked at again; claimed levels; levels that a fact contradicts; evidence older than the level allows;
    evidence and facts dated after the assessment; don't-knows on more than a quarter of S; disputed scope; split rooms
    without an agreed level or a recorded "no agreement".
    """
    asked = tuple(p for p in scorecard.practices.values() if p.applicable)
    alone = _one_respondent(assessment, asked)
    proof = proofs(pack, assessment, scorecard)
    found = (
        alone,
        _identical(asked) if alone else None,
        _each("fast answers", asked, [p for p in asked if is_fast(pack.practices[p.id], assessment.answer(p.id))]),
        _quick(assessment, asked),
        _each("claimed", asked, [p for p in asked if p.claimed]),
        _each("contradicted", asked, [p for p in asked if proof[p.id].contradicted]),
        _each("stale evidence", asked, [p for p in asked if proof[p.id].stale]),
        _dated_ahead(assessment, asked),
        _many_unknown(asked),
        _each("scope disputed", asked, [p for p in asked if p.scope_disputed]),
        _each("open split", asked, [p for p in asked if is_open_split(p, assessment.answer(p.id))]),
    )
    return tuple(note for note in found if note is not None)


def is_open_split(score: PracticeScore, answer: Answer) -> bool:
    """Return whether the room is split on a practice and has recorded neither a level nor that it does not agree."""
    ended = score.agreed or (answer.lock is not None and answer.lock.kind == "none")
    return score.agreement is not None and score.agreement.split and not ended


def is_fast(practice: Practice, answer: Answer) -> bool:
    """Return whether the question was on screen for less time than it takes to read it with its anchors."""
    words = sum(len(text.split()) for text in (practice.question, *practice.anchors))
    return answer.answered and answer.seconds is not None and answer.seconds * WORDS_A_SECOND < words


def _each(kind: NoteKind, asked: tuple[PracticeScore, ...], which: list[PracticeScore]) -> Note | None:
    return Note(kind, len(which), len(asked), tuple(p.id for p in which)) if which else None


def _one_respondent(assessment: Assessment, asked: tuple[PracticeScore, ...]) -> Note | None:
    """Return the note where nobody but one voted; a seat that was not reached ("-") is nobody."""
    voters = {p.id: sum(vote != "-" for vote in assessment.answer(p.id).panel) for p in asked}
    answered = [p for p in asked if voters[p.id]]
    return _each("one respondent", asked, answered) if max(voters.values(), default=0) == 1 else None


def _quick(assessment: Assessment, asked: tuple[PracticeScore, ...]) -> Note | None:
    if assessment.mode == "quick":
        return None
    answers = [(p, assessment.answer(p.id)) for p in asked]
    return _each("quick answers", asked, [p for p, answer in answers if answer.quick and answer.answered])


def _dated_ahead(assessment: Assessment, asked: tuple[PracticeScore, ...]) -> Note | None:
    day = real_day(assessment.date)
    if day is None:
        return None
    return _each("dated ahead", asked, [p for p in asked if dates_ahead(assessment.answer(p.id), day)])


def _identical(asked: tuple[PracticeScore, ...]) -> Note | None:
    """Return the note on the commonest level where it stands on twelve practices and on four fifths of all."""
    counts = Counter(p.given[0] for p in asked if p.given)
    common = [level for level, count in counts.most_common(1) if count >= max(IDENTICAL, ALIKE * len(asked))]
    return _each("identical answers", asked, [p for p in asked if p.given and p.given[0] in common])


def _many_unknown(asked: tuple[PracticeScore, ...]) -> Note | None:
    """Return the note where more than a quarter of S is unknown, each practice by the share of its panel."""
    share = sum((Fraction(p.unknown, p.unknown + len(p.given)) for p in asked if p.unknown), Fraction(0))
    if share <= MANY_UNKNOWN * len(asked):
        return None
    return _each("many unknown", asked, [p for p in asked if p.unknown])
