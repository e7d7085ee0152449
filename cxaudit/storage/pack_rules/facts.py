"""Fact-checks fit together: what a part may be filled with, and what each named function reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cxaudit.domain.fact_check import Check, Fact, FactPart, FactRule, PartKind
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding, Place

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6

Told = tuple[str, str, str]
"""Key, what is wrong there, how to mend it."""


@dataclass(frozen=True, slots=True)
class Reads:
    """What a named function reads: the kinds of each of its parts in order, and the keys that go with it.

    `may` holds keys that it reads where they are given.
    """

    parts: tuple[frozenset[PartKind], ...]
    value: Literal["none", "any", "whole", "share"] = "none"
    least: bool = False
    options: bool = False
    may: frozenset[str] = frozenset()


_AMOUNT: frozenset[PartKind] = frozenset({"number", "count"})
_DATE: frozenset[PartKind] = frozenset({"date"})
_COUNT: frozenset[PartKind] = frozenset({"count"})
_CHOICE: frozenset[PartKind] = frozenset({"choice"})
_TEXT: frozenset[PartKind] = frozenset({"text"})

READS: Mapping[Check, Reads] = {
    "at-least": Reads((_AMOUNT,), "any"),
    "at-most": Reads((_AMOUNT,), "any"),
    "within-days": Reads((_DATE,), "whole"),
    "share-at-least": Reads((_COUNT,), "share", least=True),
    "share-at-most": Reads((_COUNT,), "share", least=True),
    "one-of": Reads((_CHOICE,), options=True),
    "words-at-least": Reads((_TEXT,), "whole"),
    "fell": Reads((_AMOUNT, _AMOUNT)),
    "margin-told": Reads((_COUNT, _AMOUNT, _AMOUNT, _AMOUNT), may=frozenset({"least"})),
}

DATED: Mapping[Check, Reads] = {"fell": Reads((_AMOUNT, _AMOUNT, _DATE), "whole")}
"""What a function reads where it names a date more, with the days that it may be old."""


def _reads(rule: FactRule) -> Reads:
    dated = DATED.get(rule.check)
    return dated if dated and len(rule.parts) == len(dated.parts) else READS[rule.check]


def parts(draft: Draft) -> Iterator[Finding]:
    """A part's id stands once, its bounds do not cross, and each key stands only where its kind is read with it."""
    for place, fact in _facts(draft):
        for name, count in Counter(part.id for part in fact.parts).items():
            if count > 1:
                what = _("The id {id} stands {count} times.").format(id=name, count=count)
                yield Finding(place, "fact.parts", what, _("Give each part an id of its own."))
        for number, part in enumerate(fact.parts, 1):
            for key, what, mend in (*_bounds(part), *_options(part)):
                yield Finding(place, f"fact.parts.{number}.{key}", what, mend)


def rules(draft: Draft) -> Iterator[Finding]:
    """A rule names parts that its function can read, as many as it needs, with the keys it needs and no others."""
    for place, fact in _facts(draft):
        known = {part.id: part for part in fact.parts}
        for number, rule in enumerate(fact.rules, 1):
            for key, what, mend in (*_named(rule, known), *_keys(rule), *_chosen(rule, known), *_claims(rule)):
                yield Finding(place, f"fact.rules.{number}.{key}", what, mend)


def _facts(draft: Draft) -> Iterator[tuple[Place, Fact]]:
    yield from ((Place("practice", p.id), p.fact) for p in draft.practices if p.fact is not None)


def _bounds(part: FactPart) -> Iterator[Told]:
    for key, given in (("unit", part.unit or None), ("lowest", part.lowest), ("highest", part.highest)):
        if given is not None and part.kind not in _AMOUNT:
            yield key, _("Only a number or a count has one."), _("Take it away.")
    if part.total is not None and part.kind != "count":
        yield "total", _("Only a count is out of a total."), _("Take it away, or make it a count.")
    if part.lowest is not None and part.highest is not None and part.lowest > part.highest:
        what = _("It is {highest}, below the lowest ({lowest}).").format(highest=part.highest, lowest=part.lowest)
        yield "highest", what, _("Let it be the lowest or more.")
    bounds = [bound for bound in (part.lowest, part.highest) if bound is not None]
    if part.kind == "count" and part.total is not None and bounds and max(bounds) > part.total:
        what = _("A count of {most} is more than the total of {total}.").format(most=max(bounds), total=part.total)
        yield "total", what, _("Let the bounds end at the total.")


def _options(part: FactPart) -> Iterator[Told]:
    if part.kind != "choice":
        if part.options:
            yield "options", _("Only a choice has options."), _("Take them away, or make it a choice.")
        return
    if not FEWEST_OPTIONS <= len(part.options) <= MOST_OPTIONS:
        what = _("There are {found} options; {fewest} to {most} are needed.")
        what = what.format(found=len(part.options), fewest=FEWEST_OPTIONS, most=MOST_OPTIONS)
        yield "options", what, _("Add or take away options.")
    for name, count in Counter(option.id for option in part.options).items():
        if count > 1:
            what = _("The id {id} stands {count} times.").format(id=name, count=count)
            yield "options", what, _("Give each option an id of its own.")


def _named(rule: FactRule, known: Mapping[str, FactPart]) -> Iterator[Told]:
    wanted = _reads(rule).parts
    if len(rule.parts) != len(wanted):
        what = _("'{check}' reads {wanted} parts; here are {found}.")
        what = what.format(check=rule.check, wanted=len(wanted), found=len(rule.parts))
        yield "parts", what, _("Name as many parts as it reads, in its order.")
    if len(set(rule.parts)) < len(rule.parts):
        yield "parts", _("A part stands twice."), _("Name each part once.")
    for name in dict.fromkeys(rule.parts):
        if name not in known:
            what = _("There is no part '{id}'.").format(id=name)
            yield "parts", what, _("Name a part of this fact.")
    for name, kinds in zip(rule.parts, wanted, strict=False):
        if name in known and known[name].kind not in kinds:
            what = _("'{check}' reads a {wanted} here; '{id}' is a {kind}.")
            joined = _(" or ").join(sorted(kinds))
            what = what.format(check=rule.check, wanted=joined, id=name, kind=known[name].kind)
            yield "parts", what, _("Name another part, or choose another function.")


def _keys(rule: FactRule) -> Iterator[Told]:
    reads = _reads(rule)
    needs = {"value": reads.value != "none", "least": reads.least, "options": reads.options}
    given = {"value": rule.value is not None, "least": rule.least is not None, "options": bool(rule.options)}
    for key, needed in needs.items():
        if needed and not given[key]:
            yield key, _("'{check}' needs it.").format(check=rule.check), _("Add it.")
        if given[key] and not needed and key not in reads.may:
            yield key, _("'{check}' does not read it.").format(check=rule.check), _("Take it away.")
    if rule.value is None:
        return
    if reads.value == "share" and Fraction(rule.value) > 1:
        what = _("{value} is more than the whole.").format(value=rule.value)
        yield "value", what, _("Write a share from 0 to 1, such as 3/5.")
    if reads.value == "whole" and Fraction(rule.value).denominator != 1:
        yield "value", _("{value} is not a whole number.").format(value=rule.value), _("Write a whole number.")


def _chosen(rule: FactRule, known: Mapping[str, FactPart]) -> Iterator[Told]:
    part = known.get(rule.parts[0])
    if rule.check != "one-of" or part is None or part.kind != "choice":
        return
    for name in dict.fromkeys(rule.options):
        if name not in {option.id for option in part.options}:
            what = _("There is no option '{id}'.").format(id=name)
            yield "options", what, _("Name an option of the part.")


def _claims(rule: FactRule) -> Iterator[Told]:
    if rule.start > rule.end:
        what = _("The rule speaks of claims from {start} to {end}.").format(start=rule.start, end=rule.end)
        yield "end", what, _("Let it end at its start or above.")
    if not rule.supports and not rule.denies:
        yield "denies", _("The rule neither supports nor denies anything."), _("Let it do one of the two.")


def whys(draft: Draft) -> Iterator[Finding]:
    """A rule that may contradict a claim should say what that means; a value that no rule reads says nothing."""
    for place, fact in _facts(draft):
        for number, rule in enumerate(fact.rules, 1):
            if rule.denies and not rule.why.strip():
                what = _("It may contradict a claim, and does not say what that means.")
                yield Finding(place, f"fact.rules.{number}.why", what, _("Say it in one sentence."), warning=True)
        read = {name for rule in fact.rules for name in rule.parts}
        for number, part in enumerate(fact.parts, 1):
            if part.id not in read:
                what = _("No rule reads it.")
                yield Finding(place, f"fact.parts.{number}.id", what, _("Add a rule, or take it away."), warning=True)
