"""Fact-checks and values for them from one source of randomness: every check, wrong kinds, impossible days, gaps."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from support.builders import fact_rule

from cxaudit.domain.fact_check import (
    Check,
    ChoiceValue,
    CountValue,
    DateValue,
    Fact,
    FactPart,
    FactRule,
    FactValue,
    NumberValue,
    Option,
    PartKind,
    TextValue,
)

KINDS: Mapping[Check, tuple[PartKind, ...]] = {
    "at-least": ("number",),
    "at-most": ("number",),
    "within-days": ("date",),
    "share-at-least": ("count",),
    "share-at-most": ("count",),
    "one-of": ("choice",),
    "words-at-least": ("text",),
    "fell": ("number", "number"),
    "margin-told": ("count", "number", "number", "number"),
}
"""What each check reads, by kind."""

SHARES = ("0", "1/3", "1/2", "4/5", "1")
DAYS = ("2026-11-20", "2026-11-21", "2026-08-22", "2026-08-21", "2025-11-20", "2024-02-29", "2023-01-31", "2026-02-30")
OPTIONS = ("us", "them", "all")


def random_fact(r: Random) -> Fact:
    """One check over parts that suit it, read by one to three rules that may disagree, some of them from elsewhere."""
    check: Check = r.choice(list(KINDS))
    kinds = (*KINDS[check], "date") if check == "fell" and r.randrange(2) else KINDS[check]
    parts = [random_part(f"p{number}", kind) for number, kind in enumerate(kinds)]
    rules = [random_rule(r, check, parts) for _ in range(r.choice([1, 2, 2, 3]))]
    if r.randrange(3) == 0:
        others: list[Check] = [c for c, kinds in KINDS.items() if len(kinds) <= len(parts)]
        rules.append(random_rule(r, r.choice(others), parts))
    return Fact(question="How many?", parts=tuple(parts), rules=tuple(rules))


def random_part(name: str, kind: PartKind) -> FactPart:
    options = tuple(Option(id=option, label=option) for option in OPTIONS) if kind == "choice" else ()
    return FactPart(id=name, label=name, kind=kind, options=options)


def random_rule(r: Random, check: Check, parts: list[FactPart]) -> FactRule:
    start = r.randint(2, 5)
    shares = check in {"share-at-least", "share-at-most"}
    dated = check == "fell" and [part.kind for part in parts[2:3]] == ["date"]
    reads = KINDS[check] + (("date",) if dated else ())
    return fact_rule(
        check,
        [part.id for part in parts[: len(reads)]],
        start,
        r.choice([start, 5, 5]),
        random_threshold(r, check, dated=dated),
        least=r.choice([None, 3, 10]) if shares or check == "margin-told" else None,
        options=r.sample(OPTIONS, r.randint(1, 2)) if check == "one-of" else (),
        supports=r.randrange(5) > 0,
        denies=r.randrange(5) > 0,
    )


def random_threshold(r: Random, check: Check, *, dated: bool) -> str | None:
    """A fall has one only where it has a day, but for now and then."""
    if check == "fell" and not dated:
        return r.choice([None, None, None, "91"])
    if check in {"share-at-least", "share-at-most"}:
        return r.choice(SHARES)
    values = {
        "within-days": ("90", "91", "365"),
        "words-at-least": ("1", "3"),
        "at-least": ("2", "5/2", "30"),
        "fell": ("90", "365", None),
    }
    return r.choice(values.get(check, ("3",)))


def random_values(r: Random, asked: Fact | None) -> dict[str, FactValue]:
    """A value for most parts, a few of them of a kind that the part does not ask for; now and then a stray one."""
    parts = asked.parts if asked is not None and r.randrange(5) else ()
    kinds: dict[str, PartKind] = {part.id: part.kind for part in parts if r.randrange(8)}
    if r.randrange(10) == 0:
        kinds["stray"] = "number"
    every: tuple[PartKind, ...] = ("number", "date", "count", "choice", "text")
    return {part: random_value(r, kind if r.randrange(12) else r.choice(every)) for part, kind in kinds.items()}


def random_value(r: Random, kind: PartKind) -> FactValue:
    match kind:
        case "number":
            return NumberValue(number=r.choice(["0", "1", "2", "2.5", "3", "7.25", "-1", "30", "50", "70", "100"]))
        case "date":
            return DateValue(day=r.choice(DAYS))
        case "count":
            total = r.choice([0, 1, 3, 9, 10, 40, 400])
            return CountValue(count=r.choice([0, total // 3, total // 2, total, total, total + 1]), total=total)
        case "choice":
            return ChoiceValue(option=r.choice(OPTIONS))
        case "text":
            return TextValue(text=r.choice(["one", "one two three", "  spaced   out ", "\n"]))
