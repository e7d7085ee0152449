"""Fact-checks: what may be looked up beside a practice, the rules that read it, and the values that were given.

A fact never scores. A rule holds it against the level that was claimed: it supports the claim, contradicts it or says
nothing. The rules themselves are in `facts`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from cxaudit.domain.fields import Day, DecimalText, FractionText, MayBeEmpty, Prose, Short, Slug, Text
from cxaudit.domain.model import HI, Frozen

PartKind = Literal["number", "date", "count", "choice", "text"]

Check = Literal[
    "at-least",
    "at-most",
    "within-days",
    "share-at-least",
    "share-at-most",
    "one-of",
    "words-at-least",
    "fell",
    "margin-told",
]
"""The fixed set of functions that a rule may name (see `facts`)."""

Whole = Annotated[int, Field(ge=0, le=1_000_000_000)]


class Option(Frozen):
    """One of the answers to choose from."""

    id: Slug
    label: Short


class FactPart(Frozen):
    """One value to fill in.

    `lowest` and `highest` bound a number, or the count; `total` fixes what a count is out of; `options` are those of
    a choice. `unit` stands behind a number or a count.
    """

    id: Slug
    label: Short
    kind: PartKind
    unit: Annotated[str, StringConstraints(max_length=40)] = ""
    lowest: Whole | None = None
    highest: Whole | None = None
    total: Annotated[int, Field(ge=1, le=1_000_000_000)] | None = None
    options: Annotated[tuple[Option, ...], Field(max_length=12)] = ()


class FactRule(Frozen):
    """A named function over parts, which speaks of claims from level `start` to level `end`.

    Where its condition holds it supports these claims (`supports`), where it does not it contradicts them (`denies`);
    where a value is missing it says nothing. `value` is the threshold, `least` the fewest cases that a share or a
    margin is read from, `options` the choices that fulfil the condition. `why` says what a contradiction means.
    """

    check: Check
    parts: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=4)]
    start: Annotated[int, Field(ge=2, le=HI)]
    end: Annotated[int, Field(ge=2, le=HI)]
    value: FractionText | None = None
    least: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    options: Annotated[tuple[Slug, ...], Field(max_length=12)] = ()
    supports: bool = True
    denies: bool = True
    why: MayBeEmpty = ""


class Fact(Frozen):
    """What to look up beside one practice."""

    question: Text
    parts: Annotated[tuple[FactPart, ...], Field(min_length=1, max_length=4)]
    rules: Annotated[tuple[FactRule, ...], Field(max_length=8)] = ()
    sources: Annotated[tuple[Short, ...], Field(max_length=20)] = ()


class NumberValue(Frozen):
    """A number, as it was typed with a full stop for the decimals."""

    kind: Literal["number"] = "number"
    number: DecimalText


class DateValue(Frozen):
    """A day."""

    kind: Literal["date"] = "date"
    day: Day


class CountValue(Frozen):
    """So many of a total."""

    kind: Literal["count"] = "count"
    count: Whole
    total: Whole


class ChoiceValue(Frozen):
    """The id of the option that was chosen."""

    kind: Literal["choice"] = "choice"
    option: Slug


class TextValue(Frozen):
    """A few words."""

    kind: Literal["text"] = "text"
    text: Annotated[Prose, StringConstraints(min_length=1)]


FactValue = NumberValue | DateValue | CountValue | ChoiceValue | TextValue
StoredValue = Annotated[FactValue, Field(discriminator="kind")]
