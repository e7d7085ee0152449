"""What shows an answer, as a frozen view: its evidence, its fact-check, and what both change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxaudit.app.fact_entry import entered, typed_text
from cxaudit.app.margin_entry import form_of_fact
from cxaudit.domain.assessment import Answer, Assessment, EvidenceKind
from cxaudit.domain.days import real_day
from cxaudit.domain.fact_check import CountValue, FactPart, PartKind
from cxaudit.domain.facts import shown_level
from cxaudit.domain.proof import is_stale
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.presentation.facts import FactLine, date_text, evidence_line, fact_lines, level_of, margin_line

KINDS: tuple[EvidenceKind, ...] = ("document", "record", "figures", "seen", "told")


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What evidence means for this answer.

    `shown` and `claimed` are ends of a bar on the scale from 1 to 5, without evidence: solid to the first, hatched
    to the second; with evidence the bar is solid to `claimed`. Both are None where evidence changes no number.
    `now` says how the answer counts now, `well` whether that is as shown. `age` tells kind, day and age of what is on
    file, `stale` that it is older than the level's ladder allows. `facts` are what the fact-check says, if anything.
    """

    title: str
    sentence: str
    shown: int | None
    claimed: int | None
    now: str
    well: bool
    kind: EvidenceKind | None
    day: str
    age: str
    stale: bool
    facts: tuple[FactLine, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """One value to fill in: `text` as somebody would type it, for a count what stands before "of".

    `total` is what a count is out of, as text; `total_given` says that the pack fixes it. `options` are ids and labels.
    """

    id: str
    label: str
    kind: PartKind
    unit: str
    text: str
    total: str
    total_given: bool
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """The fact-check of one practice: its question, its fields, and what the values say.

    `written` says that some are given, `figures` that among them are a survey's, whose margin can be worked out.
    """

    question: str
    parts: tuple[PartView, ...]
    lines: tuple[FactLine, ...]
    margin: str
    written: bool
    figures: bool


def evidence_view(pack: Pack, assessment: Assessment, practice: str) -> EvidenceView:
    """Return what evidence changes for an answer: a level above the rubric's `claimed_above` counts as claimed."""
    answer, limit = assessment.answer(practice), pack.rubric.claimed_above
    level = level_of(answer)
    shown, claimed = None, None
    if level is None or level <= limit:
        title = _("Evidence is asked from level {level}").format(level=limit + 1)
        sentence = _("Up to level {level} your word is enough. What you name here goes into the report.")
        sentence, now, well = sentence.format(level=limit), "", True
    else:
        title = _("Level {level} asks for evidence").format(level=level)
        sentence = _("{what}. Without it the answer counts as claimed.").format(what=pack.levels[level - 1].shown_by)
        by_fact = shown_level(pack.practices[practice], answer, assessment.date)
        shown, claimed = min(level, max(limit, by_fact)), level
        now, well = _counts(answer, level, shown)
    return EvidenceView(
        title=title,
        sentence=sentence,
        shown=shown,
        claimed=claimed,
        now=now,
        well=well,
        kind=answer.evidence_kind,
        day=answer.evidence_date or "",
        age=evidence_line(pack, assessment, practice),
        stale=is_stale(pack.levels, level, answer, assessment.date),
        facts=fact_lines(pack, assessment, practice),
    )


def _counts(answer: Answer, level: int, shown: int) -> tuple[str, bool]:
    """Return how an answer above what needs no evidence counts, and whether that is as shown."""
    if answer.evidence.strip():
        return _("Counts as level {level}, shown by evidence").format(level=level), True
    if shown >= level:
        return _("Counts as level {level}, shown by the fact-check").format(level=level), True
    text = _("Counts as level {level}, claimed: its range starts at {limit}")
    return text.format(level=level, limit=shown), False


def fact_view(pack: Pack, assessment: Assessment, practice_id: str) -> FactView | None:
    """Return the fact-check of a practice, None where it has none."""
    practice, answer = pack.practices[practice_id], assessment.answer(practice_id)
    if practice.fact is None:
        return None
    return FactView(
        question=practice.fact.question,
        parts=tuple(_part(part, answer) for part in practice.fact.parts),
        lines=fact_lines(pack, assessment, practice_id),
        margin=margin_line(practice, answer),
        written=bool(answer.facts),
        figures=form_of_fact(practice, answer) is not None,
    )


def _part(part: FactPart, answer: Answer) -> PartView:
    value = answer.facts.get(part.id)
    text = typed_text(value) if value is not None else ""
    total = "" if part.total is None else str(part.total)
    if isinstance(value, CountValue):
        text, total = str(value.count), str(value.total)
    options = tuple((option.id, option.label) for option in part.options)
    return PartView(part.id, part.label, part.kind, part.unit, text, total, part.total is not None, options)


def latest_day(assessment: Assessment, today: date) -> date:
    """Return the last day that evidence or a fact may be from: today, or the audit's own date where that is later."""
    audit = real_day(assessment.date)
    return today if audit is None else max(today, audit)


def day_problem(text: str, latest: date) -> str:
    """Return what is wrong with the date of evidence or of a fact and how to mend it, empty where it can be kept."""
    if not text.strip():
        return ""
    day = real_day(text.strip())
    if day is None:
        return _("There is no such day. Write the year, month and day, as in 2026-11-20.")
    if day > latest:
        text = _("That day is still to come. Write one up to {day}.")
        return text.format(day=date_text(latest.isoformat()))
    return ""


def part_problem(part: FactPart, text: str, latest: date) -> str:
    """Return what is wrong with a value typed for a fact and how to mend it, empty where it can be kept."""
    if part.kind == "date":
        return day_problem(text, latest)
    entry = entered(part, text, latest)
    return f"{entry.what} {entry.mend}".strip()


def kind_words() -> tuple[tuple[str, str], ...]:
    """Return the kinds of evidence in the order of `KINDS`: a short word, and what it means."""
    return (
        (_("Document"), _("Something written, without a date that matters.")),
        (_("Record"), _("A dated record of what changed: a log, minutes, a ticket.")),
        (_("Figures"), _("Figures from before and after.")),
        (_("Seen"), _("Seen on the spot by whoever answers.")),
        (_("Told"), _("Told by somebody who should know.")),
    )
