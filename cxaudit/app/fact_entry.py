"""Values of a fact-check as people type them: read from a text, and what is wrong with them in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from cxaudit.domain.days import real_day
from cxaudit.domain.fact_check import (
    ChoiceValue,
    CountValue,
    DateValue,
    FactPart,
    FactValue,
    NumberValue,
    TextValue,
)
from cxaudit.domain.fact_values import FactProblem, fact_problems
from cxaudit.i18n import _

LONGEST = 2000
"""Characters of a text or a number that somebody types."""

_COUNT = re.compile(r"([0-9]{1,9})\s*(?:/|of|\s)\s*([0-9]{1,9})")
_WHOLE = re.compile(r"[0-9]{1,9}")
_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?")
_TWO_WAYS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
"""What may be thousands or decimals: 1.200, or 1,200 with its comma replaced."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody typed for one part: the value where it is right, else what is wrong and how to mend it.

    Neither: the field is empty.
    """

    value: FactValue | None = None
    what: str = ""
    mend: str = ""


def entered(part: FactPart, text: str, latest: date | None = None) -> Entry:
    """Return what a text means for a part; no day may lie after `latest`.

    Numbers may have a decimal comma or full stop; one that may be thousands as well, such as "1,200", is asked back. A
    count is "3/5", or "3" where the part fixes what it is out of; a choice is an option's id or label.
    """
    typed = text.strip()
    if not typed:
        return Entry()
    if len(typed) > LONGEST:
        return Entry(None, _("The text is longer than {limit} characters.").format(limit=LONGEST), _("Shorten it."))
    value = _value(part, typed)
    if value is None:
        return Entry(None, _("'{text}' cannot be read here.").format(text=typed[:40]), _form(part))
    if isinstance(value, NumberValue) and (mend := _two_ways(part, value.number)):
        return Entry(None, _("'{text}' can be read in two ways.").format(text=typed[:40]), mend)
    problems = fact_problems(part, value, latest)
    return Entry(None, _what(problems[0]), _("Correct it.")) if problems else Entry(value)


def typed_text(value: FactValue) -> str:
    """Return a value as somebody would type it."""
    match value:
        case NumberValue():
            return decimal(value.number)
        case DateValue():
            return value.day
        case CountValue():
            return f"{value.count}/{value.total}"
        case ChoiceValue():
            return value.option
        case _:
            return value.text


def decimal(number: str) -> str:
    """Return a number so that its decimals cannot be taken for thousands: 1.200 is 1.2000."""
    return f"{number}0" if _TWO_WAYS.fullmatch(number) else number


def _two_ways(part: FactPart, number: str) -> str:
    """Return how to write a number that may be thousands or decimals, empty where only one of them can be meant."""
    whole = number.replace(".", "")
    if not _TWO_WAYS.fullmatch(number) or fact_problems(part, NumberValue(number=whole), None):
        return ""
    return _("Write {whole}, or {decimal}.").format(whole=whole, decimal=decimal(number))


def _value(part: FactPart, typed: str) -> FactValue | None:
    match part.kind:
        case "number":
            number = typed.replace(",", ".").removesuffix("%").strip()
            return NumberValue(number=number) if _NUMBER.fullmatch(number) else None
        case "date":
            return DateValue(day=typed) if real_day(typed) else None
        case "count":
            return _count(part, typed)
        case "choice":
            chosen = [o.id for o in part.options if typed in (o.id, o.label)]
            return ChoiceValue(option=chosen[0]) if chosen else None
        case _:
            return TextValue(text=typed)


def _count(part: FactPart, typed: str) -> CountValue | None:
    pair = _COUNT.fullmatch(typed)
    if pair:
        return CountValue(count=int(pair[1]), total=int(pair[2]))
    if part.total is not None and _WHOLE.fullmatch(typed):
        return CountValue(count=int(typed), total=part.total)
    return None


def _form(part: FactPart) -> str:
    """Return how a value of the part is written."""
    match part.kind:
        case "number":
            return _("Write a number, such as 12 or 3.5.")
        case "date":
            return _("Write a day as year-month-day, such as 2026-11-20.")
        case "count":
            if part.total is not None:
                return _("Write how many of {total}, such as {total}.").format(total=part.total)
            return _("Write how many of how many, such as 3/5.")
        case _:  # of the other two, any text is right for a text
            names = ", ".join(option.id for option in part.options)
            return _("Choose one of {names}.").format(names=names)


def _what(problem: FactProblem) -> str:
    words = {
        "wrong kind": _("The value does not fit this field."),
        "too small": _("It is below {limit}."),
        "too large": _("It is above {limit}."),
        "above total": _("More are counted than there are in all ({limit})."),
        "wrong total": _("The count is out of {limit}."),
        "unknown option": _("It is none of the choices."),
        "no such day": _("The calendar has no such day."),
        "in the future": _("The day lies after {limit}."),
        "empty total": _("A count of nothing says nothing."),
    }
    return words[problem.kind].format(limit=problem.limit)
