"""Reads what stands beside an answer in an answers file: evidence with kind and date, facts, note, mark, seconds.

[answers.M2]
level = 4
evidence = "Round of questions, intranet, folder Mission"
evidence_kind = "record"    # document, record, figures, seen or told
evidence_date = 2026-05-04
note = "Two depots are still to come."
mark = true                 # come back to this
seconds = 14                # how long the question was looked at
quick = true                # given in the five-minute audit; taken for granted in a quick one
[answers.M2.facts]          # the fact-check, by the ids of its parts
explained = "3/5"
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from cxaudit.app.answers_table import Table
from cxaudit.app.fact_entry import entered
from cxaudit.domain.assessment import EvidenceKind
from cxaudit.domain.days import real_day
from cxaudit.domain.fact_check import FactPart, FactValue
from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _

KEYS = ("evidence", "evidence_kind", "evidence_date", "facts", "note", "mark", "seconds", "quick")
KINDS: tuple[EvidenceKind, ...] = ("document", "record", "figures", "seen", "told")
MOST_SECONDS = 1_000_000


class Beside(TypedDict):
    """What is written beside an answer, by the answer's own names."""

    evidence: str
    evidence_kind: EvidenceKind | None
    evidence_date: str | None
    facts: dict[str, FactValue]
    note: str
    mark: bool
    seconds: int | None
    quick: bool


def read_beside(table: Table, practice: Practice | None, day: str | None) -> Beside:
    """Return what stands beside one answer; no date in it may lie after the assessment's `day`."""
    latest = real_day(day)
    return Beside(
        evidence=table.text("evidence"),
        evidence_kind=table.one_of("evidence_kind", KINDS),
        evidence_date=_past(table, "evidence_date", latest),
        facts=_facts(table, practice, latest),
        note=table.text("note"),
        mark=table.true("mark"),
        seconds=table.whole("seconds", MOST_SECONDS),
        quick=table.true("quick"),
    )


def _past(table: Table, key: str, latest: date | None) -> str | None:
    text = table.day(key)
    found = real_day(text)
    if found is not None and latest is not None and found > latest:
        what = _("{day} lies after the audit's own date, {latest}.").format(day=found, latest=latest)
        table.wrong(key, what, _("Correct one of the two."))
    return text


def _facts(table: Table, practice: Practice | None, latest: date | None) -> dict[str, FactValue]:
    facts = table.table("facts")
    if practice is None:
        return {}
    parts = {part.id: part for part in practice.fact.parts} if practice.fact else {}
    found: dict[str, FactValue] = {}
    for key in facts.keys:
        if key not in parts:
            facts.unknown(key, parts, _known(tuple(parts)))
        elif (value := _fact(facts, parts[key], latest)) is not None:
            found[key] = value
    return {part: found[part] for part in parts if part in found}


def _fact(facts: Table, part: FactPart, latest: date | None) -> FactValue | None:
    text = facts.plain(part.id)
    entry = entered(part, text, latest)
    if entry.value is None and not facts.faulty(part.id):
        facts.wrong(part.id, entry.what or _("The value is missing."), entry.mend or _("Write it, or take it away."))
    return entry.value


def _known(parts: tuple[str, ...]) -> str:
    if not parts:
        return _("This practice has no fact-check.")
    return _("Known here: {names}.").format(names=", ".join(parts))
