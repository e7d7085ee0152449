"""Red flags: rules over the answers of a dimension that hold its score down while they are met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from cxaudit.domain.questionnaire import Flag
from cxaudit.domain.scorecard import End, FiredFlag

Readings = Mapping[str, int | None]
"""A level by practice id. A practice that is unknown (None) or not asked (absent) meets no condition."""

ENDS: tuple[End, ...] = ("low", "index", "high")


def met_conditions(flag: Flag, levels: Readings) -> tuple[bool, ...]:
    """Return for each condition whether its practice is known to be at the limit or below."""
    readings = ((levels.get(c.practice), c.at_most) for c in flag.conditions)
    return tuple(level is not None and level <= limit for level, limit in readings)


def fires(flag: Flag, levels: Readings) -> bool:
    """Return whether the flag's rule is met."""
    met = met_conditions(flag, levels)
    return any(met) if flag.match == "any" else all(met)


def lowest_cap(fired: Iterable[FiredFlag], end: End) -> int | None:
    """Return the smallest cap that fires at one end; None where none does."""
    return min((f.cap for f in fired if end in f.at), default=None)


def _reads(flag: Flag) -> frozenset[str]:
    return frozenset(c.practice for c in flag.conditions)


def _firing_ends(flag: Flag, levels: Mapping[End, Readings]) -> tuple[End, ...]:
    return tuple(end for end in ENDS if fires(flag, levels[end]))


def fired_flags(
    flags: Iterable[Flag], low: Readings, points: Readings, high: Readings, raw: Fraction | None
) -> tuple[FiredFlag, ...]:
    """Return the flags that fire at any end, in the order given.

    Lows are read for the low end, points for the index, highs for the high end. Of the flags that fire on the same
    practice for the index, only those of the lowest cap are shown.
    """
    levels = dict(zip(ENDS, (low, points, high), strict=True))
    at = [(flag, _firing_ends(flag, levels)) for flag in flags]
    pressing = [flag for flag, ends in at if "index" in ends]
    return tuple(
        FiredFlag(
            id=flag.id,
            cap=flag.cap,
            at=ends,
            shown="index" in ends and not any(o.cap < flag.cap and _reads(o) & _reads(flag) for o in pressing),
            holds="index" in ends and raw is not None and flag.cap < raw,
        )
        for flag, ends in at
        if ends
    )
