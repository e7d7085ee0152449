"""What the votes of a room say about where it agrees: two camps, outliers, what to talk about, and between groups.

Panels are votes in any order; only the levels given count as raters (see `agreement`). Nothing here changes a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal

from cxaudit.domain.agreement import FAR_FROM_MEDIAN, agreement, median
from cxaudit.domain.model import LEVELS
from cxaudit.domain.points import bounds, lower_median
from cxaudit.domain.workshop import GroupVotes, Vote

CAMP = Fraction(1, 4)
"""The least share of the levels given that makes a camp."""

WIDE = 3
"""The least distance between the lowest and the highest level given that makes a range wide."""

FEWEST_VOTERS = 5
"""How many must have voted in each group before groups are shown."""

PromptKind = Literal["too few", "split", "two camps", "outlier", "wide", "low agreement", "consensus"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing that a reveal asks a room to do.

    `levels`: of "two camps" the two levels, of "outlier" the levels that lie two or more from the median, of "wide",
    "split" and "consensus" the lowest and the highest, of the others none.
    """

    kind: PromptKind
    levels: tuple[int, ...] = ()


def levels_of(votes: Iterable[Vote]) -> tuple[int, ...]:
    """Return the levels among votes, sorted."""
    return tuple(sorted(vote for vote in votes if isinstance(vote, int)))


def counts(levels: Sequence[int]) -> tuple[int, ...]:
    """Return how often each level from 1 to 5 was given."""
    return tuple(levels.count(level) for level in LEVELS)


def camps(levels: Sequence[int]) -> tuple[int, int] | None:
    """Return the two camps of a room, or None.

    Two levels that are not neighbours, each given by a quarter or more, while every level between was given by fewer
    than either. Of several such pairs the one that most voted for, then the one farther apart, then the lower one.
    """
    given, least = counts(levels), CAMP * len(levels)
    pairs = [
        (low, high)
        for low, high in combinations(LEVELS, 2)
        if high - low > 1
        and min(given[low - 1], given[high - 1]) >= max(least, 1)
        and max(given[low : high - 1]) < min(given[low - 1], given[high - 1])
    ]
    return min(pairs, key=lambda p: (-given[p[0] - 1] - given[p[1] - 1], p[0] - p[1], p[0]), default=None)


def outliers(levels: Sequence[int]) -> tuple[int, ...]:
    """Return the levels given that lie two or more from the ordinary median, each once, the lowest first."""
    if not levels:
        return ()
    middle = median(levels)
    return tuple(level for level in LEVELS if level in levels and abs(level - middle) >= FAR_FROM_MEDIAN)


def is_wide(levels: Sequence[int]) -> bool:
    """Return whether the lowest and the highest level given are three or more apart."""
    return bool(levels) and max(levels) - min(levels) >= WIDE


def prompts(votes: Iterable[Vote]) -> tuple[Prompt, ...]:
    """Return what a reveal prompts, the weightiest first; nothing where the room is close without being at one.

    "consensus" is given where all levels are the same or neighbours; then nothing else is. Fewer than three raters are
    "too few" for it, and for the indices; outliers and a wide range are prompted whatever the indices say.
    """
    levels = levels_of(votes)
    found = agreement(levels)
    ends = (levels[0], levels[-1]) if levels else ()
    two = camps(levels) if found else None
    far = outliers(levels)
    said: list[tuple[bool, Prompt]] = [
        (found is None, Prompt("too few")),
        (found is not None and found.split, Prompt("split", ends)),
        (two is not None, Prompt("two camps", two or ())),
        (bool(far), Prompt("outlier", far)),
        (is_wide(levels), Prompt("wide", ends)),
        (found is not None and found.low, Prompt("low agreement")),
        (found is not None and levels[-1] - levels[0] <= 1, Prompt("consensus", ends)),
    ]
    return tuple(prompt for holds, prompt in said if holds)


def needs_the_room(votes: Iterable[Vote]) -> bool:
    """Return whether votes given beforehand have to be talked about before they stand.

    So where anything is prompted but consensus, where somebody says that the practice does not apply, and where the
    don't-knows leave the point open.
    """
    given = tuple(votes)
    unknown = sum(vote in {"dk", "na"} for vote in given)
    _point, low, high = bounds(levels_of(given), unknown)
    return "na" in given or low < high or any(prompt.kind != "consensus" for prompt in prompts(given))


def most_split_first(panels: Mapping[str, Iterable[Vote]]) -> tuple[str, ...]:
    """Return practice ids, those first on which the room disagrees most.

    Van der Eijk's A ascending, then AD descending, then id; those with fewer than three raters last, by id.
    """

    def key(practice: str) -> tuple[bool, Fraction, Fraction, str]:
        found = agreement(levels_of(panels[practice]))
        if found is None:
            return True, Fraction(0), Fraction(0), practice
        return False, found.a, -found.ad, practice

    return tuple(sorted(panels, key=key))


@dataclass(frozen=True, slots=True)
class PerceptionGap:
    """How differently groups see one practice.

    `points` are the groups' own points (lower medians) by label. `gap` is the distance between the highest and the
    lowest of them, of `higher` and `lower`; with 0 both are empty. Of equal points the group that comes first counts.
    """

    points: dict[str, int]
    gap: int
    lower: str
    higher: str


def voters(group: GroupVotes) -> int:
    """Return how many of a group gave a vote, a don't-know included and an abstention not."""
    return sum(vote != "-" for vote in group.votes)


def perception_gap(groups: Sequence[GroupVotes]) -> PerceptionGap | None:
    """Return how differently groups see one practice; None unless each of two or more has five voters and a point.

    It is all or nothing: with one group too small, the others together with the whole room would tell its votes. With
    three or four groups the gap is that between the highest and the lowest point, so no pair is farther apart.
    """
    points = {
        g.group: lower_median(given) for g in groups if voters(g) >= FEWEST_VOTERS and (given := levels_of(g.votes))
    }
    if len(groups) < 2 or len(points) < len(groups):
        return None
    lower, higher = min(points, key=lambda g: points[g]), max(points, key=lambda g: points[g])
    gap = points[higher] - points[lower]
    return PerceptionGap(points, gap, lower if gap else "", higher if gap else "")
