"""The plan: which actions, in which order, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from cxaudit.domain.activity import Activity, Rules, Situation, find_activity, find_situation
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Action, Pack, Rubric
from cxaudit.domain.scorecard import ActionStatus, Gap, Horizon, Plan, PlanItem, Scorecard
from cxaudit.domain.sequence import Bundle, Worth, bundles
from cxaudit.domain.settle import settle_first

_STATUS_ORDER: tuple[ActionStatus, ...] = ("open", "waiting", "accepted", "done")


def _common_multiple(a: int, b: int) -> int:
    return Fraction(a, b).numerator * b


@dataclass(frozen=True, slots=True)
class Scale:
    """The weights W of the practices of S as whole numbers of 1/`unit`."""

    unit: int
    weights: Mapping[str, int]

    @classmethod
    def of(cls, gap: Gap) -> Scale:
        """Return the weights of a gap over their common denominator."""
        unit = reduce(_common_multiple, (g.weight.denominator for g in gap.practices.values()), 1)
        return cls(unit, {i: g.weight.numerator * (unit // g.weight.denominator) for i, g in gap.practices.items()})


def efforts(pack: Pack) -> dict[str, int]:
    """Return the effort points of every action."""
    return {a.id: pack.rubric.effort_points(a.effort) for a in pack.actions}


def benefits(pack: Pack, situation: Situation, weights: Mapping[str, int]) -> dict[str, int]:
    """Return B of every action in the unit of the weights: W times the levels of the gap that it closes."""
    return {a.id: weights.get(a.practice, 0) * situation.length(a.id) for a in pack.actions}


def points_of(scorecard: Scorecard) -> dict[str, int | None]:
    """Return the point of each practice of S."""
    return {p.id: p.point for p in scorecard.practices.values() if p.applicable}


def rules_of(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> Rules:
    """Return what every run of this plan shares."""
    return Rules.of(pack, assessment, {i: g.target for i, g in scorecard.gap.practices.items()})


def arrange(activity: Activity, worth: Worth) -> tuple[list[Bundle], list[Bundle]]:
    """Return the open actions as bundles in sequence: those of tier 1, then those of tier 2."""
    needs = {action: activity.needs[action].unmet for action in activity.status}
    opened = activity.open
    first, rest = opened & activity.first, opened - activity.first
    return bundles(first, needs, activity.needed, worth), bundles(rest, needs, activity.needed, worth)


def horizons(efforts_in_order: Sequence[int], rubric: Rubric) -> list[Horizon]:
    """Return the horizon of each action of a sequence, by the efforts added up from its start.

    Now: up to `now_effort` points and `now_actions` actions, the first action always. Next: up to `next_effort`.
    Later: the rest. Each is one contiguous stretch.
    """
    result: list[Horizon] = []
    total = 0
    for place, effort in enumerate(efforts_in_order):
        total += effort
        if place == 0 or (total <= rubric.now_effort and place < rubric.now_actions):
            result.append("now")
        else:
            result.append("next" if total <= rubric.next_effort else "later")
    return result


@dataclass(frozen=True, slots=True)
class _Placed:
    tier: int
    rank: int
    horizon: Horizon
    bundle: Bundle


def _place(tiers: Iterable[Sequence[Bundle]], worth: Worth, rubric: Rubric) -> dict[str, _Placed]:
    line = [(tier, b, action) for tier, out in enumerate(tiers, 1) for b in out for action in b.actions]
    by_when = horizons([worth.effort[action] for _, _, action in line], rubric)
    return {
        action: _Placed(tier, rank, horizon, bundle)
        for rank, ((tier, bundle, action), horizon) in enumerate(zip(line, by_when, strict=True), 1)
    }


def make_plan(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> Plan:
    """Return the plan of an assessment, without rank ranges: the open actions in sequence, then the others.

    The others are the waiting, then the accepted, then the done ones, in the pack's order. The benefits of all
    together are the whole gap.
    """
    rules = rules_of(pack, assessment, scorecard)
    situation = find_situation(rules, points_of(scorecard))
    scale = Scale.of(scorecard.gap)
    worth = Worth(benefits(pack, situation, scale.weights), efforts(pack))
    activity = find_activity(rules, situation, worth.effort.__getitem__)
    placed = _place(arrange(activity, worth), worth, pack.rubric)
    items = [
        _item(action, situation, activity, worth, scale.unit, placed.get(action.id))
        for action in pack.actions
        if action.id in activity.status
    ]
    items.sort(key=lambda i: (_STATUS_ORDER.index(i.status), i.rank or 0))
    return Plan(items=tuple(items), settle_first=settle_first(scorecard))


def _item(
    action: Action, situation: Situation, activity: Activity, worth: Worth, unit: int, placed: _Placed | None
) -> PlanItem:
    needs = activity.needs[action.id]
    clears = situation.clears[action.id]
    start, end = situation.stretch[action.id]
    return PlanItem(
        action=action.id,
        status=activity.status[action.id],
        tier=placed and placed.tier,
        horizon=placed and placed.horizon,
        rank=placed and placed.rank,
        benefit=Fraction(worth.benefit[action.id], unit),
        effort=worth.effort[action.id],
        ratio=placed and placed.bundle.ratio / unit,
        enabler=start == end and not clears,
        start=start,
        end=end,
        needs=needs.unmet,
        not_asked=needs.not_asked,
        clears=clears,
        bundle=placed.bundle.actions if placed else (),
    )
