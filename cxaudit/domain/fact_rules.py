"""The named functions that a fact's rule may use, each a condition over the values given.

A condition holds, does not hold, or cannot be told (None): too few cases, no date to count from, a value of another
kind. No other function can be named by a pack.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from cxaudit.domain.days import real_day
from cxaudit.domain.fact_check import (
    Check,
    ChoiceValue,
    CountValue,
    DateValue,
    FactRule,
    FactValue,
    NumberValue,
    TextValue,
)
from cxaudit.domain.margins import Sample, interval

Values = Sequence[FactValue]
Condition = Callable[[FactRule, Values, str | None], bool | None]


def holds(rule: FactRule, values: Values, day: str | None) -> bool | None:
    """Return whether a rule's condition holds for its parts' values, in order; None where it cannot be told.

    A rule that lacks a part or its threshold says nothing: the pack in a document is not known to be coherent.
    """
    if len(values) < PARTS.get(rule.check, 1) or (rule.check not in WITHOUT_THRESHOLD and rule.value is None):
        return None
    return CONDITIONS[rule.check](rule, values, day)


def _threshold(rule: FactRule) -> Fraction:
    return Fraction(rule.value or 0)


def _number(value: FactValue) -> Fraction | None:
    """Return a number, or how many a count counts."""
    if isinstance(value, NumberValue):
        return Fraction(value.number)
    return Fraction(value.count) if isinstance(value, CountValue) else None


def _share(rule: FactRule, value: FactValue) -> Fraction | None:
    if not isinstance(value, CountValue) or value.total < max(1, rule.least or 1):
        return None
    return Fraction(value.count, value.total)


def _at_least(rule: FactRule, values: Values, _day: str | None) -> bool | None:
    number = _number(values[0])
    return None if number is None else number >= _threshold(rule)


def _at_most(rule: FactRule, values: Values, _day: str | None) -> bool | None:
    number = _number(values[0])
    return None if number is None else number <= _threshold(rule)


def _within_days(rule: FactRule, values: Values, day: str | None) -> bool | None:
    value, today = values[0], real_day(day)
    then = real_day(value.day) if isinstance(value, DateValue) else None
    return None if then is None or today is None else (today - then).days <= _threshold(rule)


def _share_at_least(rule: FactRule, values: Values, _day: str | None) -> bool | None:
    share = _share(rule, values[0])
    return None if share is None else share >= _threshold(rule)


def _share_at_most(rule: FactRule, values: Values, _day: str | None) -> bool | None:
    share = _share(rule, values[0])
    return None if share is None else share <= _threshold(rule)


def _one_of(rule: FactRule, values: Values, _day: str | None) -> bool | None:
    value = values[0]
    return value.option in rule.options if isinstance(value, ChoiceValue) else None


def _words_at_least(rule: FactRule, values: Values, _day: str | None) -> bool | None:
    value = values[0]
    return len(value.text.split()) >= _threshold(rule) if isinstance(value, TextValue) else None


def _fell(rule: FactRule, values: Values, day: str | None) -> bool | None:
    """Return whether the second figure is at least a fifth below the first; a smaller fall may be chance: None.

    The fifth is ours and comes from no study. A third value is the day of the change: it may be at most as many days
    old as the rule's value says.
    """
    before, after = (_number(value) for value in values[:2])
    if before is None or after is None or (len(values) > 2) != (rule.value is not None):
        return None
    recent = _within_days(rule, values[2:], day) if len(values) > 2 else True
    if not recent:
        return recent
    if after >= before:
        return False
    return True if before - after >= abs(before) / 5 else None


def worked_out_margin(values: Values) -> Fraction | None:
    """Return the margin, in points, that cases, top share and bottom share (both in per cent) come to, in this order.

    With a bottom share that of the two's difference, else that of the top share. None where it cannot be told.
    """
    if len(values) < 3:
        return None
    cases, top, bottom = values[0], _number(values[1]), _number(values[2])
    if top is None or bottom is None or not isinstance(cases, CountValue) or not cases.count:
        return None
    if not (top >= 0 and bottom >= 0 and top + bottom <= 100):
        return None
    return 100 * interval(Sample(cases.count, top / 100, bottom / 100 if bottom else None)).margin


def _margin_told(rule: FactRule, values: Values, _day: str | None) -> bool | None:
    """Return whether the margin told is within one point, or a quarter, of the one worked out (all in per cent).

    Of fewer cases than the rule's `least` it says nothing.
    """
    worked_out, cases, margin = worked_out_margin(values), _number(values[0]), _number(values[3])
    if worked_out is None or margin is None or cases is None or cases < (rule.least or 0):
        return None
    return abs(margin - worked_out) <= max(Fraction(1), worked_out / 4)


PARTS: Mapping[Check, int] = {"fell": 2, "margin-told": 4}
"""How many parts a function reads at least, where it is more than one."""

WITHOUT_THRESHOLD: frozenset[Check] = frozenset({"one-of", "fell", "margin-told"})

CONDITIONS: Mapping[Check, Condition] = {
    "at-least": _at_least,
    "at-most": _at_most,
    "within-days": _within_days,
    "share-at-least": _share_at_least,
    "share-at-most": _share_at_most,
    "one-of": _one_of,
    "words-at-least": _words_at_least,
    "fell": _fell,
    "margin-told": _margin_told,
}
