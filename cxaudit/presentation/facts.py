"""What stands behind one answer in words: its facts held against the level, the margin worked out, its evidence.

The question screen, the review list and the report use the same words. Facts never change a score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from cxaudit.app.redaction import WORD
from cxaudit.domain.assessment import Answer, Assessment, EvidenceKind
from cxaudit.domain.days import real_day
from cxaudit.domain.fact_check import (
    ChoiceValue,
    CountValue,
    DateValue,
    FactPart,
    FactRule,
    FactValue,
    NumberValue,
    TextValue,
)
from cxaudit.domain.fact_rules import worked_out_margin
from cxaudit.domain.facts import Verdict, findings
from cxaudit.domain.points import lower_median
from cxaudit.domain.proof import evidence_age, is_stale
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.dates import month_name
from cxaudit.presentation.numbers import half_up
from cxaudit.presentation.words import capital, inside, listing

FactLineKind = Literal["supports", "contradicts", "silent"]


@dataclass(frozen=True, slots=True)
class FactLine:
    """What a practice's facts say of its level: the verdict in one sentence, and what a contradiction means.

    `why` is empty, or sentences in the pack's words that go on after `text`.
    """

    kind: FactLineKind
    text: str
    why: str = ""


def level_of(answer: Answer) -> int | None:
    """Return the level that an answer claims: the one agreed on, the one given, or the one that most votes reach."""
    if answer.carried:
        return None
    if answer.agreed is not None or answer.votes is None:
        return answer.agreed if answer.votes is not None else answer.level
    given = [vote for vote in answer.votes if isinstance(vote, int)]
    return lower_median(given) if given else None


# ---------------------------------------------------------------------- facts
def fact_lines(pack: Pack, assessment: Assessment, practice_id: str) -> tuple[FactLine, ...]:
    """Return what a practice's facts say of the level on file: what contradicts it, what supports it, or nothing.

    One line for each verdict, whatever the number of rules behind it. Empty where no value was given.
    """
    practice, answer = pack.practices[practice_id], assessment.answer(practice_id)
    if practice.fact is None or not answer.facts:
        return ()
    level = level_of(answer)
    if level is None:
        return (FactLine("silent", _("The facts are held against your answer once it is a level.")),)
    told = findings(practice, answer, level, assessment.date)
    rules: dict[Verdict, list[FactRule]] = {}
    for finding in told:
        rules.setdefault(finding.verdict, []).append(practice.fact.rules[finding.rule])
    if not rules:
        return (FactLine("silent", _silent(practice, answer, level)),)
    words = _Words(practice, answer, assessment.date)
    return tuple(words.line(verdict, level, rules[verdict]) for verdict in _ORDER if verdict in rules)


_ORDER: tuple[Verdict, ...] = ("contradicts", "supports")


def _silent(practice: Practice, answer: Answer, level: int) -> str:
    """Say that the facts say nothing of a level, and which values would change that."""
    fact = practice.fact
    rules = [rule for rule in fact.rules if rule.start <= level <= rule.end] if fact else []
    missing = {part for rule in rules for part in rule.parts if part not in answer.facts}
    labels = [_("'{label}'").format(label=part.label) for part in fact.parts if part.id in missing] if fact else []
    if labels:
        return _("Says nothing about level {level} without {what}.").format(level=level, what=listing(labels))
    return _("Says nothing about level {level}.").format(level=level)


class _Words:
    """Words the rules of one practice with the values of one answer."""

    def __init__(self, practice: Practice, answer: Answer, day: str | None) -> None:
        self._parts = {part.id: part for part in practice.fact.parts} if practice.fact else {}
        self._facts, self._day = answer.facts, real_day(day)

    def line(self, verdict: Verdict, level: int, rules: Sequence[FactRule]) -> FactLine:
        """Return one verdict with what it rests on, each value told once."""
        what = capital("; ".join(dict.fromkeys(self._measured(rule) for rule in rules)))
        if verdict == "supports":
            return FactLine(verdict, _("Supports level {level}. {what}.").format(level=level, what=what))
        text = _("Contradicts level {level}. {what}.").format(level=level, what=what)
        return FactLine(verdict, text, " ".join(dict.fromkeys(rule.why for rule in rules if rule.why)))

    def _measured(self, rule: FactRule) -> str:
        """Return what a rule looked at, as it was found."""
        if rule.check == "margin-told":
            return self._margin(rule)
        return ", ".join(self._valued(part, rule) for part in rule.parts)

    def _valued(self, part_id: str, rule: FactRule) -> str:
        part, value = self._parts[part_id], self._facts[part_id]
        label, text = inside(part.label), value_text(part, value)
        if rule.check == "words-at-least" and isinstance(value, TextValue):
            words = len(value.text.split())
            text = ngettext("{count} word", "{count} words", words).format(count=words)
        if isinstance(value, DateValue):
            ago = _ago(real_day(value.day), self._day)
            text = _("{day} ({ago})").format(day=text, ago=ago) if ago else text
        return _("{label}: {value}").format(label=label, value=text)

    def _margin(self, rule: FactRule) -> str:
        worked_out = worked_out_margin([self._facts[part] for part in rule.parts])
        told = rule.parts[3]
        text = _("{told}; worked out: {points} points")
        return text.format(told=self._valued(told, rule), points=half_up(worked_out or Fraction(0), 1))


def _ago(day: date | None, today: date | None) -> str:
    """Say how long before the assessment's date a day lies; nothing where one of the two is missing."""
    if day is None or today is None or day > today:
        return ""
    days = (today - day).days
    if not days:
        return _("the day of this audit")
    return ngettext("{count} day old", "{count} days old", days).format(count=days)


def margin_line(practice: Practice, answer: Answer) -> str:
    """Return the margin of error that the figures come to, in words; empty where no rule asks for one."""
    rule = next((r for r in practice.fact.rules if r.check == "margin-told"), None) if practice.fact else None
    given = [answer.facts[part] for part in rule.parts[:3] if part in answer.facts] if rule else []
    worked_out = worked_out_margin(given)
    if worked_out is None:
        return ""
    text = _("Worked out from these figures: plus or minus {points} points (95 %, adjusted Wald).")
    return text.format(points=half_up(worked_out, 1))


def value_text(part: FactPart, value: FactValue) -> str:
    """Return a fact's value in words: "400 days", "3 of 5 people", "17 October 2025", an option's label, the text."""
    match value:
        case NumberValue():
            return _with_unit(value.number, part.unit)
        case CountValue():
            text = _("{count} of {total}").format(count=value.count, total=value.total)
            return _with_unit(text, part.unit)
        case DateValue():
            return date_text(value.day)
        case ChoiceValue():
            return next((o.label for o in part.options if o.id == value.option), value.option)
        case _:
            return _masked(value.text) or value.text


def _masked(text: str) -> str:
    """Return what is said where a copy for the client left words out; nothing where it has them."""
    words = text.split()
    if not words or set(words) != {WORD}:
        return ""
    left = ngettext("{count} word, kept out of this copy", "{count} words, kept out of this copy", len(words))
    return left.format(count=len(words))


def _with_unit(number: str, unit: str) -> str:
    plural = number == "1" and unit[:1].isalpha() and not unit.startswith("in ")  # units are written for many
    return number if plural or not unit else f"{number} {unit}"


def date_text(text: str) -> str:
    """Return a day in words ("17 October 2025"), or as it was written where the calendar has none such."""
    day = real_day(text)
    if day is None:
        return text
    return _("{day} {month} {year}").format(day=day.day, month=month_name(day.month), year=day.year)


# ---------------------------------------------------------------------- evidence
def kind_text(kind: EvidenceKind) -> str:
    """Return what shows a level, in words."""
    return {
        "document": _("Document"),
        "record": _("Dated record"),
        "figures": _("Figures before and after"),
        "seen": _("Seen on the spot"),
        "told": _("Told by somebody"),
    }[kind]


def evidence_line(pack: Pack, assessment: Assessment, practice_id: str) -> str:
    """Return kind, date and age of a practice's evidence, and that it is stale; empty where nothing is known of it.

    "Dated record, 30 September 2024, 25 months old: level 4 asks for 12 months at most."
    """
    answer = assessment.answer(practice_id)
    if not answer.evidence.strip():
        return ""
    parts = [kind_text(answer.evidence_kind)] if answer.evidence_kind else []
    parts += [date_text(answer.evidence_date)] if answer.evidence_date else []
    age, level = evidence_age(answer, assessment.date), level_of(answer)
    limit = None if level is None else pack.levels[level - 1].max_age_months
    stale = is_stale(pack.levels, level, answer, assessment.date)
    old = age_text(age) if age is not None else ""
    parts += [_("more than {age}").format(age=old) if stale and age == limit else old] if old else []
    text = ", ".join(parts)
    if not stale:
        return _("{text}.").format(text=text) if text else ""
    too_old = _("{text}: level {level} asks for {limit} months at most.")
    return too_old.format(text=text, level=level, limit=limit)


def age_text(months: int) -> str:
    """Return an age in whole months as people say it."""
    if not months:
        return _("less than a month old")
    return ngettext("{count} month old", "{count} months old", months).format(count=months)
