"""What keeps a dimension, or the whole, from its next level: the gate in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.model import HI
from cxaudit.domain.scorecard import DimensionScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import count_word, listing

MANY = 4
"""More names than this are counted, not listed."""


@dataclass(frozen=True, slots=True)
class _Vote:
    """One part of a gate: its name, its level, its weight, and what decides who comes nearest."""

    name: str
    level: int
    weight: int
    index: Fraction


def _to_lift(votes: Sequence[_Vote], level: int, cut: Fraction) -> tuple[list[_Vote], int]:
    """Return the parts below a level, and the fewest of them to lift so that the share passes the cut (0: it does)."""
    total = sum(v.weight for v in votes)
    reached = sum(v.weight for v in votes if v.level >= level)
    below = [v for v in votes if v.level < level]
    fewest = 0
    for vote in sorted(below, key=lambda v: -v.weight):
        if reached > cut * total:
            break
        reached += vote.weight
        fewest += 1
    return below, fewest


def _all_of(below: Sequence[_Vote], level: int) -> str:
    names = listing([v.name for v in below])
    return _("{names} at {level} or above").format(names=names, level=level)


def _some_of(below: Sequence[_Vote], fewest: int, level: int, unit: tuple[str, str]) -> str:
    if len(below) <= MANY:
        text = _("at least {count} of {names} at {level} or above")
        return text.format(count=count_word(fewest), names=listing([v.name for v in below]), level=level)
    text = _("at least {count} more {unit} at {level} or above").format(
        count=count_word(fewest), unit=unit[fewest > 1], level=level
    )
    closest = max((v.level, v.index) for v in below)
    nearest = [v.name for v in below if (v.level, v.index) == closest]
    # Of several that come equally near, none is the nearest.
    return text if len(nearest) > 1 else _("{text}, the nearest being {name}").format(text=text, name=nearest[0])


def _demands(reading: Reading, votes: Sequence[_Vote], level: int, unit: tuple[str, str]) -> list[str]:
    """Return what is missing for a level, as parts of a sentence; none where the gate is open."""
    most, nearly_all = reading.pack.rubric.cuts
    base, base_fewest = _to_lift(votes, level - 1, nearly_all)
    upper, fewest = _to_lift(votes, level, most)
    demands: list[str] = []
    for below, count, at in ((base, base_fewest, level - 1), (upper, fewest, level)):
        if count:
            demands.append(_all_of(below, at) if count == len(below) else _some_of(below, count, at, unit))
    return demands


def dimension_block(reading: Reading, score: DimensionScore) -> str:
    """Return what a dimension's next level needs, or that there is none."""
    if score.level is None:
        return ""
    if score.level == HI:
        return _("Level 5 is the highest.")
    level = score.level + 1
    votes = [
        _Vote(reading.practice(p.id), p.point, p.weight, Fraction(p.point))
        for p in reading.known(score.id)
        if p.point is not None
    ]
    unit = (_("practice"), _("practices"))
    demands = _demands(reading, votes, level, unit)
    holding = [f for f in score.flags if f.cap < level and "index" in f.at]
    if holding:
        titles = listing([f"\u201c{reading.flag(f.id).title}\u201d" for f in holding])
        text = ngettext("the red flag {titles} cleared", "the red flags {titles} cleared", len(holding))
        demands.append(text.format(titles=titles))
    return _("Level {level} needs {demands}.").format(level=level, demands=_joined(demands))


def _joined(demands: list[str]) -> str:
    return (
        _("{first}, and {last}").format(first=", ".join(demands[:-1]), last=demands[-1]) if demands[1:] else demands[0]
    )


def overall_block(reading: Reading) -> str:
    """Return the overall level and what the next one needs; empty where nothing is scored."""
    overall = reading.card.overall
    if overall.level is None:
        return _unscored(reading)
    if overall.level == HI:
        return _("Overall level 5, the highest.")
    level = overall.level + 1
    votes = [
        _Vote(reading.dimension(d.id), d.level, 1, d.index or Fraction(0))
        for d in reading.card.dimensions.values()
        if d.level is not None
    ]
    demands = _demands(reading, votes, level, (_("dimension"), _("dimensions")))
    text = _("Overall level {now}. Level {level} needs {demands}.")
    return text.format(now=overall.level, level=level, demands=_joined(demands))


def _unscored(reading: Reading) -> str:
    """Return why there is no overall level."""
    missing = [d for d in reading.card.dimensions.values() if d.index is None]
    if len(missing) == len(reading.card.dimensions):
        return ""
    names = listing([reading.dimension(d.id) for d in missing])
    return _("There is no overall level while {names} cannot be scored.").format(names=names)
