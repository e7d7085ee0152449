"""The slow second working of facts and dated evidence: what each rule says, what is shown, what is stale."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import FactPart, FactRule
from cxaudit.domain.questionnaire import Pack, Practice

Row = dict[str, Any]


def calendar_day(text: str | None) -> date | None:
    if text is None:
        return None
    year, month, day = (int(part) for part in text.split("-"))
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def verdict(rule: FactRule, answer: Answer, level: int, today: date | None) -> str:
    """Tell what one rule says of one level: "supports", "contradicts" or nothing."""
    speaks = level in range(rule.start, rule.end + 1)
    if not speaks or any(part not in answer.facts for part in rule.parts):
        return ""
    values: list[Row] = [answer.facts[part].model_dump() for part in rule.parts]
    fulfilled = TOLD[rule.check](rule, values, today)
    if fulfilled is None:
        return ""
    if fulfilled:
        return "supports" if rule.supports else ""
    return "contradicts" if rule.denies else ""


def possible(part: FactPart, value: Row) -> bool:
    """Tell whether a value can be true of a part: right kind, within its limits, a day or an option that there is."""
    if value["kind"] != part.kind:
        return False
    n = amount(value)
    if n is not None and not (part.lowest is None or part.lowest <= n) & (part.highest is None or n <= part.highest):
        return False
    if part.kind == "count":
        return 0 < value["total"] >= value["count"] and part.total in (None, value["total"])
    if part.kind == "choice":
        return value["option"] in [option.id for option in part.options]
    return part.kind != "date" or calendar_day(value["day"]) is not None


def findings(practice: Practice, answer: Answer, level: int, today: date | None) -> list[Row]:
    rules = practice.fact.rules if practice.fact is not None else ()
    parts = {part.id: part for part in practice.fact.parts} if practice.fact is not None else {}
    true = {n: v for n, v in answer.facts.items() if n in parts and possible(parts[n], v.model_dump())}
    answer = answer.model_copy(update={"facts": true})
    said = [{"rule": i, "check": r.check, "verdict": verdict(r, answer, level, today)} for i, r in enumerate(rules)]
    return [row for row in said if row["verdict"]]


def shown(practice: Practice, answer: Answer, today: date | None) -> int:
    """The highest level that a fact supports and none contradicts; 1 where there is none."""
    good = [1]
    for level in (2, 3, 4, 5):
        said = [row["verdict"] for row in findings(practice, answer, level, today)]
        if "supports" in said and "contradicts" not in said:
            good.append(level)
    return max(good)


def proof_row(pack: Pack, practice: Practice, answer: Answer, point: int | None, day: str | None) -> Row:
    """What the receipt adds for facts and dated evidence, where there are any."""
    row: Row = {}
    today, made = calendar_day(day), calendar_day(answer.evidence_date)
    if answer.evidence.strip() and today is not None and made is not None:
        age = months_old(made, today)
        allowed = None if point is None else pack.levels[point - 1].max_age_months
        row["evidence_months"] = age
        over = made < today and months_old(made, today - timedelta(days=1))  # the day that ends a month is allowed
        row["stale"] = allowed is not None and made < today and over >= allowed
    if practice.fact is not None and answer.facts:
        row["facts_show"] = shown(practice, answer, today)
        row["findings"] = [] if point is None else findings(practice, answer, point, today)
    return row


def months_old(made: date, today: date) -> int:
    """Count birthdays: the same day of each later month, or its last day."""
    months, year, month = 0, made.year, made.month
    while True:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        if year > today.year or date(year, month, min(made.day, monthrange(year, month)[1])) > today:
            return months
        months += 1


def amount(value: Row) -> Fraction | None:
    if value["kind"] == "number":
        return Fraction(value["number"])
    return Fraction(value["count"]) if value["kind"] == "count" else None


def compared(values: list[Row], test: Callable[[Fraction], bool]) -> bool | None:
    number = amount(values[0])
    return None if number is None else test(number)


def share_compared(rule: FactRule, values: list[Row], test: Callable[[Fraction], bool]) -> bool | None:
    value = values[0]
    if value["kind"] != "count" or value["total"] == 0 or value["total"] < (rule.least or 0):
        return None
    return test(Fraction(value["count"], value["total"]))


def within_days(rule: FactRule, values: list[Row], today: date | None) -> bool | None:
    if values[0]["kind"] != "date" or today is None:
        return None
    then = calendar_day(values[0]["day"])
    return None if then is None else today.toordinal() - then.toordinal() <= limit(rule)


def fell(rule: FactRule, values: list[Row], today: date | None) -> bool | None:
    """A fall of a fifth or more holds, a smaller one says nothing; a third value says when, at most so long ago."""
    before, after = amount(values[0]), amount(values[1])
    if before is None or after is None:
        return None
    if rule.value is not None or len(values) == 3:
        if rule.value is None or len(values) < 3:
            return None
        recent = within_days(rule, [values[2]], today)
        if recent is not True:
            return recent
    if before <= after:
        return False
    return True if 5 * (before - after) >= abs(before) else None


def margin_told(rule: FactRule, values: list[Row]) -> bool | None:
    """Hold the margin told against the adjusted-Wald one: of a share, or of two shares' difference (per cent)."""
    top, bottom, told = (amount(value) for value in values[1:])
    if values[0]["kind"] != "count" or values[0]["count"] == 0 or top is None or bottom is None or told is None:
        return None
    if top < 0 or bottom < 0 or top + bottom > 100:
        return None
    if rule.least is not None and values[0]["count"] < rule.least:
        return None
    with localcontext(prec=60):
        n, z = Decimal(values[0]["count"]), Decimal("1.959964")
        p, q = decimal(top) / 100, decimal(bottom) / 100
        if q == 0:
            added = n + z * z
            centre = (p * n + z * z / 2) / added
            variance = centre * (1 - centre) / added
        else:
            added = n + 3
            p, q = (p * n + Decimal("0.75")) / added, (q * n + Decimal("0.75")) / added
            variance = (p + q - (p - q) ** 2) / added
        right = 100 * z * variance.sqrt()
        return abs(decimal(told) - right) <= max(Decimal(1), right / 4)


def decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def limit(rule: FactRule) -> Fraction:
    return Fraction(rule.value or 0)


TOLD: dict[str, Callable[[FactRule, list[Row], date | None], bool | None]] = {
    "at-least": lambda rule, values, _: compared(values, lambda n: n >= limit(rule)),
    "at-most": lambda rule, values, _: compared(values, lambda n: n <= limit(rule)),
    "within-days": within_days,
    "share-at-least": lambda rule, values, _: share_compared(rule, values, lambda s: s >= limit(rule)),
    "share-at-most": lambda rule, values, _: share_compared(rule, values, lambda s: s <= limit(rule)),
    "one-of": lambda rule, values, _: values[0]["option"] in rule.options if values[0]["kind"] == "choice" else None,
    "words-at-least": lambda rule, values, _: (
        sum(1 for _word in values[0]["text"].split()) >= limit(rule) if values[0]["kind"] == "text" else None
    ),
    "fell": fell,
    "margin-told": lambda rule, values, _: margin_told(rule, values),
}
