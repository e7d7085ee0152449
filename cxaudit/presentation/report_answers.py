"""The appendices: every answer under its target, and every answer with what was written beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.proof import Proof, proofs
from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts_report import level_strip
from cxaudit.presentation.charts_votes import counted, round_grid
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.facts import evidence_line, fact_lines, margin_line, value_text
from cxaudit.presentation.findings import gap_views
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.room_words import last_round_name, room_ended, round_names, shown_rounds
from cxaudit.presentation.words import capital, count_word, inside, sentence


@dataclass(frozen=True, slots=True)
class ShortfallLine:
    """One answer below its target: what is true today, and what the target says."""

    title: str
    dimension: str
    strip: Drawing
    now: str
    target: str
    share: str


@dataclass(frozen=True, slots=True)
class ShortfallsPage:
    """Every answer under target, the largest part of the gap first."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[ShortfallLine, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer: `level` is what was chosen or a state in words; `written` are labelled texts.

    `rounds` are those that a room voted in, oldest first; `ended` tells how it closed the question, and what was said.
    """

    code: str
    title: str
    question: str
    level: str
    answer: str
    written: tuple[tuple[str, str], ...]
    rounds: Drawing | None = None
    ended: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AnswersPart:
    """The answers of one dimension."""

    key: str
    title: str
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """All answers, dimension by dimension. `outside` tells of practices that the mode did not ask."""

    title: str
    heads: tuple[str, ...]
    parts: tuple[AnswersPart, ...]
    outside: str


def shortfalls_page(reading: Reading) -> ShortfallsPage:
    """Return every answer under its target."""
    lines = tuple(_shortfall(reading, gap.practice, gap.share) for gap in gap_views(reading))
    text = ngettext("One answer lies below its target", "{count} answers lie below their target", len(lines))
    known = any(p.point is not None for p in reading.card.practices.values())
    return ShortfallsPage(
        title=capital(text.format(count=count_word(len(lines)))) if lines else _("No answer lies below its target"),
        heads=(_("Practice"), _("Level and target"), _("True today"), _("What the target asks")),
        lines=lines,
        empty="" if lines else _("None.") if known else _("None: no answer is known."),
    )


def _shortfall(reading: Reading, practice_id: str, share: str) -> ShortfallLine:
    practice, score = reading.pack.practices[practice_id], reading.card.practices[practice_id]
    target = reading.card.gap.practices[practice_id].target
    title = reading.practice(practice_id)
    return ShortfallLine(
        title=title,
        dimension=reading.dimension(practice.dimension),
        strip=level_strip(score.point, target, title, claimed=score.claimed),
        now=practice.anchors[(score.point or 1) - 1],
        target=practice.anchors[target - 1],
        share=share,
    )


def answers_page(reading: Reading) -> AnswersPage:
    """Return all answers."""
    proven = proofs(reading.pack, reading.assessment, reading.card)
    parts = [
        AnswersPart(
            f"answers-{dimension.id}",
            dimension.title,
            tuple(_answer(reading, p, proven[p.id]) for p in dimension.practices if p.id in proven),
        )
        for dimension in reading.pack.dimensions
    ]
    return AnswersPage(
        title=_("Every question, and what was answered"),
        heads=(
            _("Code"),
            _("Question and answer") if reading.lacks("notes") else _("Question, answer and notes"),
            _("Level"),
        ),
        parts=tuple(part for part in parts if part.lines),
        outside=_outside(reading),
    )


def _outside(reading: Reading) -> str:
    rest = [p.code for p in reading.pack.practices.values() if p.id not in reading.card.practices]
    if not rest:
        return ""
    return _("Not asked in this audit: {codes}.").format(codes=", ".join(rest))


def _answer(reading: Reading, practice: Practice, proof: Proof) -> AnswerLine:
    pack, assessment = reading.pack, reading.assessment
    answer = assessment.answer(practice.id)
    level, text = _state(reading, practice, proof)
    written = (
        *_origin(assessment, practice, answer),
        (_("Votes"), "" if answer.carried or answer.rounds else _votes(answer)),
        (_("Reason"), "" if answer.carried else (answer.not_applicable or "").strip()),
        (_("Evidence"), answer.evidence.strip()),
        (_("Kind, date and age"), evidence_line(pack, assessment, practice.id)),
        (_("Fact-check"), _values(practice, answer)),
        *(
            (_("What the facts say"), f"{line.text} {line.why}".rstrip())
            for line in fact_lines(pack, assessment, practice.id)
            if line.kind != "silent"
        ),
        (_("Margin of error"), margin_line(practice, answer)),
        (_("Note"), answer.note.strip()),
    )
    return AnswerLine(
        code=practice.code,
        title=practice.title,
        question=practice.question,
        level=level,
        answer=text,
        written=tuple(entry for entry in written if entry[1]),
        rounds=_rounds(reading, answer, practice),
        ended=tuple((label, capital(text.strip())) for label, text in room_ended(answer) if text.strip()),
    )


def _rounds(reading: Reading, answer: Answer, practice: Practice) -> Drawing | None:
    """Return the rounds of a room, oldest first."""
    rounds = shown_rounds(answer)
    panels = [counted(found.votes) for found in rounds]
    names = last_round_name(rounds) if reading.lacks("votes") else round_names(rounds)
    return round_grid(names, panels, practice.title) if rounds else None


def _state(reading: Reading, practice: Practice, proof: Proof) -> tuple[str, str]:
    """Return what was chosen as a level with its marks, or as a state, and the anchor."""
    score, answer = reading.card.practices[practice.id], reading.assessment.answer(practice.id)
    if not score.applicable:
        return _("Does not apply"), ""
    if score.point is None:
        return (_("Don't know"), "") if answer.panel else (_("Not answered"), "")
    marks = (
        (_("claimed"), proof.claimed),
        (_("contradicted by a fact"), proof.contradicted),
        (_("stale"), proof.stale),
    )
    level = ", ".join([str(score.point), *(mark for mark, holds in marks if holds)])
    return level, practice.anchors[score.point - 1]


def _origin(assessment: Assessment, practice: Practice, answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield where an answer came from, where that was not this audit alone."""
    if answer.carried:
        text = _("from an earlier version of the questionnaire, not confirmed: it counts as not answered.")
        said = _carried(practice, answer)
        yield _("Carried over"), _("{answer}, {text}").format(answer=said, text=text) if said else text
    elif answer.quick and assessment.mode == "full":
        yield _("Given"), _("in the five-minute audit")


def _carried(practice: Practice, answer: Answer) -> str:
    """Return what was answered in the earlier version."""
    if answer.level is not None:
        anchor = practice.anchors[answer.level - 1]
        return _("level {level}, \u201c{anchor}\u201d").format(level=answer.level, anchor=anchor)
    if answer.not_applicable is not None:
        return _("does not apply (\u201c{reason}\u201d)").format(reason=answer.not_applicable.strip())
    if answer.dont_know:
        return _("don't know")
    return _("votes {votes}").format(votes=_votes(answer)) if answer.votes else ""


def _values(practice: Practice, answer: Answer) -> str:
    """Return the fact-check's question with the values given, in the questionnaire's order."""
    fact = practice.fact
    given = [part for part in fact.parts if part.id in answer.facts] if fact else []
    said = "; ".join(f"{inside(part.label)}: {value_text(part, answer.facts[part.id])}" for part in given)
    return f"{fact.question} {capital(sentence(said))}" if fact and said else ""


def _votes(answer: Answer) -> str:
    """Return the votes in rising order, so that nobody can be told from their place; agreed level last."""
    if answer.votes is None:
        return ""
    words = {"dk": _("don't know"), "na": _("does not apply"), "-": _("not reached")}
    levels = sorted(vote for vote in answer.votes if isinstance(vote, int))
    rest = [words[vote] for vote in ("dk", "na", "-") for found in answer.votes if found == vote]
    said = ", ".join([*map(str, levels), *rest])
    return said if answer.agreed is None else _("{votes}; agreed: {level}").format(votes=said, level=answer.agreed)
