"""Fact-checks held against the level that was claimed: each rule supports the claim, contradicts it or says nothing.

Nothing here reads a clock: days are counted back from the assessment's own date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import FactRule, FactValue
from cxaudit.domain.fact_rules import holds
from cxaudit.domain.fact_values import fact_problems
from cxaudit.domain.model import HI, LO
from cxaudit.domain.questionnaire import Practice

Verdict = Literal["supports", "contradicts"]


@dataclass(frozen=True, slots=True)
class FactFinding:
    """What one rule says of a claim: its place among the practice's rules, from 0, and its verdict."""

    rule: int
    verdict: Verdict


def asked_facts(practice: Practice, answer: Answer) -> dict[str, FactValue]:
    """Return the values on file that the practice asks for, whatever else a document holds."""
    parts = practice.fact.parts if practice.fact and answer.facts else ()
    return {part.id: answer.facts[part.id] for part in parts if part.id in answer.facts}


def _readable(practice: Practice, answer: Answer) -> dict[str, FactValue]:
    """Return the values that can be true: one typed is refused where it cannot, one in a file says nothing."""
    parts = {part.id: part for part in practice.fact.parts} if practice.fact else {}
    asked = asked_facts(practice, answer)
    return {part: value for part, value in asked.items() if not fact_problems(parts[part], value, None)}


def findings(practice: Practice, answer: Answer, level: int, day: str | None) -> tuple[FactFinding, ...]:
    """Return what the practice's rules say of a claim of `level`, in the pack's order, at the assessment's `day`."""
    values = _readable(practice, answer)
    rules = practice.fact.rules if practice.fact and values else ()
    told = (_finding(number, rule, values, level, day) for number, rule in enumerate(rules))
    return tuple(finding for finding in told if finding is not None)


def shown_level(practice: Practice, answer: Answer, day: str | None) -> int:
    """Return the highest level that a fact supports and none contradicts, the lowest level where there is none.

    It does not depend on the level that was answered, so that facts can lift the low end of a range and nothing else.
    """
    for level in range(HI, LO, -1):
        if {finding.verdict for finding in findings(practice, answer, level, day)} == {"supports"}:
            return level
    return LO


def _finding(
    number: int, rule: FactRule, values: Mapping[str, FactValue], level: int, day: str | None
) -> FactFinding | None:
    if not rule.start <= level <= rule.end:
        return None
    given = [values[part] for part in rule.parts if part in values]
    fulfilled = holds(rule, given, day) if len(given) == len(rule.parts) else None
    if fulfilled and rule.supports:
        return FactFinding(number, "supports")
    return FactFinding(number, "contradicts") if fulfilled is False and rule.denies else None
