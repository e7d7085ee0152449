"""Levels that no answers reach, and caps that never hold anything."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from cxaudit.domain.fields import Mode
from cxaudit.domain.model import HI, LEVELS, LO
from cxaudit.domain.questionnaire import Condition, Flag, Practice, Rubric
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft, Section
from cxaudit.storage.pack_rules.finding import Finding, Place

MODES: tuple[Mode, ...] = ("quick", "full")


def caps(draft: Draft) -> Iterator[Finding]:
    """A flag's cap should hold a score somewhere: below what the rest allows, and not behind another flag's."""
    for flag in draft.flags:
        place = Place("flag", flag.id)
        stronger = next((o for o in draft.flags if o.id != flag.id and _hides(o, flag)), None)
        if stronger is not None:
            what = _("Whenever it fires, {other} fires too and holds the score at {cap}.")
            what = what.format(other=stronger.id, cap=stronger.cap)
            yield Finding(place, "cap", what, _("Lower its cap, or take one of the two away."), warning=True)
        sections = [s for s in draft.sections if s.head.id == flag.dimension]
        if sections and not any(_highest_raw(flag, s) > flag.cap for s in sections):
            what = _("The score is never above {cap} where it fires.").format(cap=flag.cap)
            yield Finding(place, "cap", what, _("Lower the cap, or take the flag away."), warning=True)


def _hides(other: Flag, flag: Flag) -> bool:
    """Whether `other` fires whenever `flag` does and caps at least as low (of two alike, the later one is hidden)."""
    if other.dimension != flag.dimension or (other.cap, other.id) > (flag.cap, flag.id):
        return False
    if flag.match == "all" or len(flag.conditions) == 1:
        return _implied(flag.conditions, other)
    return all(_implied((condition,), other) for condition in flag.conditions)


def _implied(known: tuple[Condition, ...], other: Flag) -> bool:
    """Whether a flag fires once all of the known conditions hold."""
    met = (
        any(k.practice == condition.practice and k.at_most <= condition.at_most for k in known)
        for condition in other.conditions
    )
    return all(met) if other.match == "all" else any(met)


def _highest_raw(flag: Flag, section: Section) -> Fraction:
    """Return the highest mean of the dimension's practices while the flag fires."""
    weights = {p.id: p.weight for p in section.practices}
    drops = [weights.get(c.practice, 0) * (HI - c.at_most) for c in flag.conditions]
    drop = sum(drops) if flag.match == "all" else min(drops)
    return HI - Fraction(drop, sum(weights.values()) or 1)


def levels(draft: Draft) -> Iterator[Finding]:
    """Each level of each dimension is reached by some answers, in both modes."""
    if draft.head is None:
        return
    for section in draft.sections:
        for mode in MODES:
            asked = tuple(p for p in section.practices if p.quick or mode == "full")
            missing = set(LEVELS) - _reached(asked, draft.flags, draft.head.rubric) if asked else set[int]()
            for level in sorted(missing):
                what = _("In the {mode} audit no answers lead to level {level}.").format(mode=mode, level=level)
                mend = _("Change the limits and caps of its flags.")
                yield Finding(Place("dimension", section.head.id), "level", what, mend, warning=True)


def _reached(asked: tuple[Practice, ...], flags: tuple[Flag, ...], rubric: Rubric) -> set[int]:
    """Return the levels that the gate and the caps let a dimension reach (scoring: most, nearly all, caps)."""
    place = {p.id: n for n, p in enumerate(asked)}
    rules = [
        (f.match == "all", f.cap, [(place[c.practice], c.at_most) for c in f.conditions])
        for f in flags
        if all(c.practice in place for c in f.conditions)
    ]
    weights = [p.weight for p in asked]
    found: set[int] = set()
    for points in product(reversed(LEVELS), repeat=len(asked)):
        level = _gate(points, weights, rubric)
        for every, cap, conditions in rules:
            fires = (points[n] <= limit for n, limit in conditions)
            if level > cap and (all(fires) if every else any(fires)):
                level = cap
        found.add(level)
        if len(found) == len(LEVELS):
            break
    return found


def _gate(points: tuple[int, ...], weights: list[int], rubric: Rubric) -> int:
    most, nearly_all = rubric.cuts
    total = sum(weights)
    shares = {k: Fraction(sum(w for p, w in zip(points, weights, strict=True) if p >= k), total) for k in LEVELS}
    return max((k for k in LEVELS if k > LO and shares[k] > most and shares[k - 1] > nearly_all), default=LO)
