"""What is wrong with a value that was typed for a fact, and which dates lie in the future: data, worded elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from cxaudit.domain.assessment import Answer
from cxaudit.domain.days import real_day
from cxaudit.domain.fact_check import (
    ChoiceValue,
    CountValue,
    DateValue,
    FactPart,
    FactValue,
    NumberValue,
)

FactProblemKind = Literal[
    "wrong kind",
    "too small",
    "too large",
    "above total",
    "wrong total",
    "unknown option",
    "no such day",
    "in the future",
    "empty total",
]


@dataclass(frozen=True, slots=True)
class FactProblem:
    """One thing that is wrong with a value.

    `limit` is what would have been right, as text: the kind, the smallest or largest number, the total, the ids of the
    options between commas, the last day. Empty where nothing helps.
    """

    kind: FactProblemKind
    limit: str = ""


@dataclass(frozen=True, slots=True)
class DateAhead:
    """A date that lies after the day it should lie before; `part` is the fact's part, None for the evidence."""

    part: str | None
    day: str


def fact_problems(part: FactPart, value: FactValue, latest: date | None) -> tuple[FactProblem, ...]:
    """Return everything that is wrong with a value given for a part, none where it can be kept.

    A day may be `latest` at the latest (None: any day). A value of another kind has that one problem.
    """
    if value.kind != part.kind:
        return (FactProblem("wrong kind", part.kind),)
    match value:
        case NumberValue():
            found = _outside(part, Fraction(value.number))
        case CountValue():
            found = _count(part, value)
        case DateValue():
            found = _day(value, latest)
        case ChoiceValue():
            found = _choice(part, value)
        case _:
            found = iter(())
    return tuple(found)


def dates_ahead(answer: Answer, latest: date) -> tuple[DateAhead, ...]:
    """Return the dates of an answer after `latest`: the evidence's, then the facts', by part id."""
    days: list[tuple[str | None, str | None]] = [(None, answer.evidence_date)]
    days += [(part, v.day) for part, v in sorted(answer.facts.items()) if isinstance(v, DateValue)]
    return tuple(DateAhead(part, day) for part, day in days if day is not None and _is_after(day, latest))


def _is_after(text: str, latest: date) -> bool:
    day = real_day(text)
    return day is not None and day > latest


def _outside(part: FactPart, number: Fraction) -> Iterator[FactProblem]:
    if part.lowest is not None and number < part.lowest:
        yield FactProblem("too small", str(part.lowest))
    if part.highest is not None and number > part.highest:
        yield FactProblem("too large", str(part.highest))


def _count(part: FactPart, value: CountValue) -> Iterator[FactProblem]:
    if value.total == 0:
        yield FactProblem("empty total")
    elif part.total is not None and value.total != part.total:
        yield FactProblem("wrong total", str(part.total))
    elif value.count > value.total:
        yield FactProblem("above total", str(value.total))
    yield from _outside(part, Fraction(value.count))


def _day(value: DateValue, latest: date | None) -> Iterator[FactProblem]:
    if real_day(value.day) is None:
        yield FactProblem("no such day")
    elif latest is not None and _is_after(value.day, latest):
        yield FactProblem("in the future", latest.isoformat())


def _choice(part: FactPart, value: ChoiceValue) -> Iterator[FactProblem]:
    ids = [option.id for option in part.options]
    if value.option not in ids:
        yield FactProblem("unknown option", ", ".join(ids))
