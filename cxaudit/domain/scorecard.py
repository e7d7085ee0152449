"""What the engine computes: frozen values, never saved, so that they cannot go stale.

All numbers are `fractions.Fraction` or `int`; None stands for "there is none".
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Status = Literal["complete", "provisional", "insufficient", "not applicable"]
End = Literal["low", "index", "high"]
ActionStatus = Literal["open", "done", "accepted", "waiting"]
Horizon = Literal["now", "next", "later"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far three or more raters agree on one practice.

    `ad` is the mean distance from the ordinary median; `a` is van der Eijk's A (2001,
    doi:10.1023/A:1010374114305), from -1 to 1; `split` is `a < 0`; `low` is `ad >= 5/6`; `outliers` says that
    a vote lies two or more levels from the median.
    """

    ad: Fraction
    a: Fraction
    split: bool
    low: bool
    outliers: bool


@dataclass(frozen=True, slots=True)
class PracticeScore:
    """One practice of the mode. `applicable` False: left out of every sum, and point is None.

    `given` are the levels given, sorted; `unknown` counts the don't-knows. `agreement` is None with fewer than
    three raters. `scope_disputed`: somebody voted "does not apply". `shown` is the part of the point that needs no
    evidence or has it: the point itself unless it is claimed.
    """

    id: str
    code: str
    dimension: str
    weight: int
    applicable: bool
    point: int | None
    low: int
    high: int
    claimed: bool
    shown: int | None
    agreed: bool
    given: tuple[int, ...]
    unknown: int
    agreement: Agreement | None
    scope_disputed: bool = False


@dataclass(frozen=True, slots=True)
class FiredFlag:
    """A flag that fires at one end or more (`at`, out of low, index, high).

    `shown`: it fires at the index and no flag of lower cap reads the same practice. `holds`: its cap is below
    the raw value, so that it is what holds the index.
    """

    id: str
    cap: int
    at: tuple[End, ...]
    shown: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One dimension. `raw*` are before the caps, `index`, `low`, `high` after; `cap` is the smallest at the index.

    `shares` maps k = 1..5 to s(k), the share of weight of K with point >= k. `blocked_by` names the practice
    codes, or flag ids, that keep the next level from being reached; empty at level 5 and without a point.
    """

    id: str
    status: Status
    coverage: Fraction | None
    raw: Fraction | None
    raw_low: Fraction | None
    raw_high: Fraction | None
    index: Fraction | None
    low: Fraction | None
    high: Fraction | None
    cap: int | None
    level: int | None
    level_low: int | None
    level_high: int | None
    shares: dict[int, Fraction]
    blocked_by: tuple[str, ...]
    flags: tuple[FiredFlag, ...]


@dataclass(frozen=True, slots=True)
class OverallScore:
    """The five dimensions together. `blocked_by` names dimension ids; `scored` of `total` have a point."""

    index: Fraction | None
    low: Fraction | None
    high: Fraction | None
    level: int | None
    level_low: int | None
    level_high: int | None
    shares: dict[int, Fraction]
    blocked_by: tuple[str, ...]
    scored: int
    total: int
    sensitivity: Fraction | None


@dataclass(frozen=True, slots=True)
class PracticeGap:
    """The distance of one practice from its target. `weight` is W, the practice's share of the whole."""

    id: str
    code: str
    target: int
    weight: Fraction
    gap: Fraction | None
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Gap:
    """The whole gap, its range, what was attained of the targets, and each practice of S by id.

    `largest` are practice ids with a gap above 0, the largest W*g first.
    """

    total: Fraction
    low: Fraction
    high: Fraction
    attainment: Fraction | None
    practices: dict[str, PracticeGap]
    largest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Every number of one assessment. All tables are in the pack's order; `practices` holds those of the mode."""

    practices: dict[str, PracticeScore]
    dimensions: dict[str, DimensionScore]
    overall: OverallScore
    gap: Gap


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One action of the plan.

    `rank` counts the open ones from 1 and is None for the other statuses, as are `tier`, `horizon` and
    `ratio`. `benefit` is B, the part of the whole gap that it closes; `enabler`: B is 0 and it is there because
    another needs it. `needs` are the unmet requirements (action ids); `not_asked` those met only because their
    practice was not asked; `clears` the flags it lifts, out of those fired for the index. `bundle` are the
    actions of the bundle that it came out with. `start` and `end` are the part of its band within point and target
    (equal where B is 0).
    """

    action: str
    status: ActionStatus
    tier: int | None
    horizon: Horizon | None
    rank: int | None
    benefit: Fraction
    effort: int
    ratio: Fraction | None
    enabler: bool
    start: int
    end: int
    needs: tuple[str, ...]
    not_asked: tuple[str, ...]
    clears: tuple[str, ...]
    bundle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The open actions in sequence, then waiting, accepted and done ones; and what to settle first (practice ids)."""

    items: tuple[PlanItem, ...]
    settle_first: tuple[str, ...]

    @property
    def sequence(self) -> tuple[PlanItem, ...]:
        """Return the open actions, first to last."""
        return tuple(i for i in self.items if i.status == "open")

    def lane(self, horizon: Horizon) -> tuple[PlanItem, ...]:
        """Return the open actions of one horizon."""
        return tuple(i for i in self.sequence if i.horizon == horizon)


RankRanges = dict[str, tuple[int, int]]
"""Smallest and largest rank of each open action, by action id."""
