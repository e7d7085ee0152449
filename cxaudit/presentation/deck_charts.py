"""The pictures of the slides as numbers, for charts that a person can open and change: rounded as the report says them.

The colours are role names of the report's palette.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.model import LEVELS
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts import Bar, ProfileView
from cxaudit.presentation.charts_effort import Spot
from cxaudit.presentation.numbers import half_up
from cxaudit.presentation.report_findings import DimensionFinding
from cxaudit.presentation.report_votes import MapLine
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.words import listing

LEVEL_NAME = 18
"""A level's number and name are cut after so many characters."""
SPLITS = 6
"""So many practices that were voted on stand on one picture."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers of a chart. `look` is how its bars are filled: solid, hatched, or only outlined."""

    name: str
    role: str
    values: tuple[float | None, ...]
    look: str = "solid"


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars, the first at the top: one over the other, or (`stacked`) one after the other.

    `told` is the name of the series that carries the numbers; `low` and `high` are the ends of its range. `axis` says
    what the numbers along the bars mean.
    """

    title: str
    description: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool
    told: str = ""
    axis: str = ""
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One action on the curve: effort points and share of the gap (0 to 1) up to and with it, its rank and lane."""

    effort: int
    share: float
    rank: int
    lane: str


@dataclass(frozen=True, slots=True)
class Curve:
    """What part of the gap the actions recover, one after the other, for how much effort."""

    title: str
    description: str
    x_name: str
    y_name: str
    whole: str
    half: str
    marks: tuple[Mark, ...]


def _number(value: Fraction | None) -> float | None:
    """Return an index as the report shows it."""
    return None if value is None else float(half_up(value, 1))


def profile_bars(profile: ProfileView) -> Bars:
    """Return the profile: target, the value before a red flag, index, and what is shown of it."""
    bars = profile.bars
    index = tuple(_number(bar.index) for bar in bars)
    shown = tuple(_number(bar.shown) for bar in bars)
    claimed = shown != index
    held = tuple(_number(bar.raw) for bar in bars)
    name = _("Index, claimed part hatched") if claimed else _("Index")
    series = (
        (Series(_("Target"), "target", tuple(None if b.target is None else float(b.target) for b in bars), "outline")),
        Series(_("Before the red flag"), "flag", held, "outline"),
        Series(name, "accent", index, "hatched" if claimed else "solid"),
        Series(_("Shown by evidence or facts"), "accent", shown),
    )
    there = (any(bar.target is not None for bar in bars), any(v is not None for v in held), True, claimed)
    return Bars(
        title=profile.title,
        description=profile.description,
        categories=tuple(_category(bar) for bar in bars),
        series=tuple(one for one, occurs in zip(series, there, strict=True) if occurs),
        stacked=False,
        told=name,
        axis=" \u00b7 ".join(_levels(profile)),
        low=tuple(_end(bar, bar.low) for bar in bars),
        high=tuple(_end(bar, bar.high) for bar in bars),
    )


def _category(bar: Bar) -> str:
    """Return a dimension's name, and why it has no bar where it has none."""
    return f"{bar.title} ({bar.notes[0].text})" if bar.index is None and bar.notes else bar.title


def _end(bar: Bar, end: Fraction | None) -> float | None:
    return None if bar.index is None else _number(end)


def levels_chart(dimensions: tuple[DimensionFinding, ...], profile: ProfileView) -> Bars:
    """Return how many practices of each dimension stand at which level."""
    names = {f"dimension-{bar.dimension}": bar.title for bar in profile.bars}
    counts = [Counter(line.level for line in d.lines if line.applies) for d in dimensions]
    return _stacked(
        _("Levels by dimension"),
        _("How many practices stand at which level. {said}."),
        {names[d.key]: (*(c[k] for k in LEVELS), c[None]) for d, c in zip(dimensions, counts, strict=True)},
        (*_levels(profile), _("not known")),
    )


def votes_chart(lines: tuple[MapLine, ...], profile: ProfileView) -> Bars:
    """Return how the votes fell on the practices most split."""
    return _stacked(
        _("Votes by level"),
        _("How many votes fell on which level, the most split practice first. {said}."),
        {line.title: line.counts for line in lines[:SPLITS]},
        (*_levels(profile), _("don't know")),
    )


def _levels(profile: ProfileView) -> tuple[str, ...]:
    """Return "2 Started" for each level, short enough for the key of a chart."""
    return tuple(shortened(name, LEVEL_NAME) for name in profile.level_names)


def _stacked(title: str, text: str, counts: dict[str, tuple[int, ...]], names: tuple[str, ...]) -> Bars:
    """Return counts by name as bars: five levels, and those that are not known, which stand only where there are any.

    `names` are those of the parts; `text` says where the counts in words go.
    """
    roles = (*(f"level{k}" for k in LEVELS), "rule")
    series = tuple(
        Series(name, role, tuple(float(n) for n in column), "hatched" if role == "rule" else "solid")
        for name, role, column in zip(names, roles, zip(*counts.values(), strict=True), strict=True)
        if role != "rule" or any(column)
    )
    said = "; ".join(f"{name}: {_count_words(found, names[-1])}" for name, found in counts.items())
    return Bars(title, text.format(said=said), tuple(counts), series, stacked=True)


def _count_words(counts: tuple[int, ...], unknown: str) -> str:
    *given, rest = counts
    text = _("{n} at level {level}")
    parts = [text.format(n=n, level=k) for k, n in zip(LEVELS, given, strict=True) if n]
    return listing([*parts, f"{rest} {unknown}"] if rest else parts) or _("none")


def gap_curve(spots: tuple[Spot, ...], efforts: dict[str, int], total: Fraction) -> Curve:
    """Return the curve of a plan in its order; `efforts` are points by class, `total` the whole gap."""
    marks: list[Mark] = []
    effort, done = 0, Fraction(0)
    for spot in spots:
        effort, done = effort + efforts[spot.effort], done + spot.benefit
        share = float(half_up(done / total, 2)) if total else 0.0
        marks.append(Mark(effort, share, spot.rank, spot.horizon))
    text = ngettext(
        "{n} action, after {effort} effort points, recovers {share} of the gap.",
        "{n} actions, after {effort} effort points, recover {share} of the gap.",
        len(marks),
    )
    return Curve(
        title=_("What the actions recover, one after the other"),
        description=text.format(n=len(marks), effort=effort, share=f"{round(100 * marks[-1].share)} %"),
        x_name=_("Effort points, added up"),
        y_name=_("Share of the gap recovered"),
        whole=_("In order"),
        half=_("Half of the gap"),
        marks=tuple(marks),
    )
