"""Which actions the plan holds, what each is for, and whether it can start."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.flags import fires
from cxaudit.domain.questionnaire import Action, Pack
from cxaudit.domain.requirements import Alternatives, Ground, Needs, closure, find_ground, outstanding, required_by
from cxaudit.domain.scorecard import ActionStatus

Points = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """What stays the same over all re-runs of one plan: the pack, its requirements, the targets and decisions.

    `targets` holds the practices of S.
    """

    pack: Pack
    requirements: Mapping[str, tuple[Alternatives, ...]]
    targets: Mapping[str, int]
    done: frozenset[str]
    accepted: frozenset[str]

    @classmethod
    def of(cls, pack: Pack, assessment: Assessment, targets: Mapping[str, int]) -> Rules:
        """Read the rules off a pack and what was decided about its actions."""
        decided = {status: {i for i, s in assessment.actions.items() if s.status == status} for status in _DECISIONS}
        return cls(pack, required_by(pack), targets, *(frozenset(decided[status]) for status in _DECISIONS))


_DECISIONS = ("done", "accepted")


@dataclass(frozen=True, slots=True)
class Situation:
    """What follows from the points alone. `stretch` is the part of an action's band from point to target."""

    stretch: Mapping[str, tuple[int, int]]
    clears: Mapping[str, tuple[str, ...]]
    ground: Ground

    def length(self, action: str) -> int:
        """Return how many levels of the gap the action closes."""
        start, end = self.stretch[action]
        return end - start


def find_situation(rules: Rules, points: Points) -> Situation:
    """Return what follows from the points of the practices of S."""
    pack = rules.pack
    steps = _steps_to_clear(pack, points)
    return Situation(
        stretch={a.id: _stretch(a, points.get(a.practice), rules.targets.get(a.practice)) for a in pack.actions},
        clears={a.id: _cleared(a, steps) for a in pack.actions},
        ground=find_ground(pack, rules.requirements, points, rules.done),
    )


def _stretch(action: Action, point: int | None, target: int | None) -> tuple[int, int]:
    """Return the part of [start, end] that lies within [point, target]; equal ends where there is none."""
    if point is None or target is None:
        return action.start, action.start
    start = max(action.start, point)
    return start, max(start, min(action.end, target))


def _steps_to_clear(pack: Pack, points: Points) -> list[tuple[str, str, int]]:
    """Return (flag, practice, limit) of each condition that is met, of the flags that fire on the points."""
    return [
        (flag.id, c.practice, c.at_most)
        for flag in pack.flags
        if fires(flag, points)
        for c in flag.conditions
        if (level := points.get(c.practice)) is not None and level <= c.at_most
    ]


def _cleared(action: Action, steps: Iterable[tuple[str, str, int]]) -> tuple[str, ...]:
    """Return the flags that the action clears: its band holds the step from a met condition's limit to one above."""
    hits = (flag for flag, p, limit in steps if p == action.practice and action.start <= limit < action.end)
    return tuple(dict.fromkeys(hits))


@dataclass(frozen=True, slots=True)
class Activity:
    """The active actions with their status. `needs` holds what each needs directly, `needed` with all steps.

    `needed` includes the action itself. `first` are the open ones of tier 1.
    """

    needs: Mapping[str, Needs]
    needed: Mapping[str, frozenset[str]]
    status: Mapping[str, ActionStatus]
    first: frozenset[str]

    @property
    def open(self) -> frozenset[str]:
        """Return the actions that are sequenced."""
        return frozenset(a for a, status in self.status.items() if status == "open")


def find_activity(rules: Rules, situation: Situation, effort: Callable[[str], int]) -> Activity:
    """Return the active actions: those that close a part of the gap or clear a flag, and all that they need.

    An open action that needs an accepted one, at whatever remove, waits. Tier 1 are the open actions that clear a
    flag, with everything that they need.
    """
    needs = outstanding(rules.requirements, situation.ground, effort)
    direct = {action: n.unmet for action, n in needs.items()}
    seeds = [a for a in direct if situation.length(a) or situation.clears[a]]
    active = sorted({need for seed in seeds for need in closure(seed, direct)})
    needed = {action: closure(action, direct) for action in active}
    status: dict[str, ActionStatus] = {action: _status(rules, action, needed[action]) for action in active}
    clearing = [a for a in active if status[a] == "open" and situation.clears[a]]
    return Activity(needs, needed, status, frozenset[str]().union(*(needed[a] for a in clearing)))


def _status(rules: Rules, action: str, needed: frozenset[str]) -> ActionStatus:
    if action in rules.done:
        return "done"
    if action in rules.accepted:
        return "accepted"
    return "open" if rules.accepted.isdisjoint(needed) else "waiting"
