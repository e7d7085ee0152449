"""The slow second working of the plan: what is active, in what order, and how far its rank may move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from support.reference_scores import fires

from cxaudit.domain.assessment import ActionState, Assessment
from cxaudit.domain.fields import Effort
from cxaudit.domain.questionnaire import Action, Flag, Pack

Row = dict[str, Any]
REMEMBERED = lru_cache(maxsize=10_000)
"""One run asks the same of an action again and again."""
CLASSES: tuple[Effort, ...] = ("S", "M", "L")


@dataclass(frozen=True, eq=False)
class Run:
    """What one run of the plan starts from. Tables are by practice id (those of S only) and by action id."""

    pack: Pack
    points: dict[str, int | None]
    targets: dict[str, int]
    weights: dict[str, Fraction]
    efforts: dict[str, Effort]
    ticked: dict[str, str]


def plan_rows(pack: Pack, assessment: Assessment, rows: dict[str, Row]) -> list[Row]:
    """All listed actions: open ones in sequence, then waiting, accepted and done ones in the pack's order."""
    asked = {p: r for p, r in rows.items() if r["applicable"]}
    run = Run(
        pack,
        {p: r["point"] for p, r in asked.items()},
        {p: r["target"] for p, r in asked.items()},
        {p: r["W"] for p, r in asked.items()},
        {a.id: a.effort for a in pack.actions},
        {a.id: assessment.actions.get(a.id, ActionState()).status for a in pack.actions},
    )
    placed = sequence(run)
    ranges = rank_ranges(run, asked)
    found = active(run)
    rest = [
        a.id for s in ("waiting", "accepted", "done") for a in pack.actions if a.id in found and status(run, a.id) == s
    ]
    return [row(run, a, placed, ranges) for a in [*placed, *rest]]


def row(run: Run, action: str, placed: dict[str, Row], ranges: dict[str, list[int]]) -> Row:
    place: Row = {"tier": None, "horizon": None, "rank": None, "ratio": None, "rank_low": None, "rank_high": None}
    if action in placed:
        place = {**placed[action], "rank_low": min(ranges[action]), "rank_high": max(ranges[action])}
    wanted = benefit(run, action) > 0 or bool(clears(run, action))
    return {
        "action": action,
        "status": status(run, action),
        **place,
        "benefit": benefit(run, action),
        "effort": points_of(run, action),
        "enabler": not wanted,
        "clears": clears(run, action),
        "needs": unmet(run, action),
    }


def points_of(run: Run, action: str) -> int:
    rubric = run.pack.rubric
    return {"S": rubric.effort_s, "M": rubric.effort_m, "L": rubric.effort_l}[run.efforts[action]]


def find(run: Run, action: str) -> Action:
    return next(a for a in run.pack.actions if a.id == action)


@REMEMBERED
def benefit(run: Run, action: str) -> Fraction:
    """Return W times the length of the band within [x, t]."""
    a = find(run, action)
    x = run.points.get(a.practice)
    if x is None:
        return Fraction(0)
    steps = [k for k in range(a.start, a.end) if x <= k < run.targets[a.practice]]
    return run.weights[a.practice] * len(steps)


@REMEMBERED
def clears(run: Run, action: str) -> list[str]:
    """Return the flags fired for the index whose step t to t+1 the action's band holds."""
    a = find(run, action)
    return [f.id for f in run.pack.flags if fires(f, run.points) and holds_step(run, a, f)]


def holds_step(run: Run, action: Action, flag: Flag) -> bool:
    for condition in flag.conditions:
        x = run.points.get(condition.practice)
        meets = condition.practice == action.practice and x is not None and x <= condition.at_most
        if meets and action.start <= condition.at_most and condition.at_most + 1 <= action.end:
            return True
    return False


def met(run: Run, action: str) -> bool:
    if action not in run.ticked or run.ticked[action] == "done":
        return True
    a = find(run, action)
    if a.practice not in run.points:
        return True
    x = run.points[a.practice]
    return x is not None and x >= a.end


@REMEMBERED
def unmet(run: Run, action: str) -> list[str]:
    """Return what the action itself still requires; of alternatives the one of least effort, then id."""
    a = find(run, action)
    if a.independent:
        return []
    groups = [list(group) for group in a.requires]
    groups += [[b.id] for b in run.pack.actions if b.practice == a.practice and b.end == a.start]
    waiting = [group for group in groups if not any(met(run, b) for b in group)]
    return unique(min(group, key=lambda b: (points_of(run, b), b)) for group in waiting)


def unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def with_requirements(run: Run, actions: set[str]) -> set[str]:
    """Return the actions and, recursively, what they still require."""
    found = set(actions)
    while True:
        more = found.union(*(unmet(run, a) for a in found))
        if more == found:
            return found
        found = more


def active(run: Run) -> set[str]:
    wanted = {a.id for a in run.pack.actions if benefit(run, a.id) > 0 or clears(run, a.id)}
    return with_requirements(run, wanted)


@REMEMBERED
def status(run: Run, action: str) -> str:
    if run.ticked[action] in {"done", "accepted"}:
        return run.ticked[action]
    held = any(status(run, b) in {"accepted", "waiting"} for b in unmet(run, action))
    return "waiting" if held else "open"


def sequence(run: Run) -> dict[str, Row]:
    """Return the open actions in order, each with tier, horizon, rank and the ratio of its bundle."""
    line = {a for a in active(run) if status(run, a) == "open"}
    first = with_requirements(run, {a for a in line if clears(run, a)})
    placed: dict[str, Row] = {}
    for tier, remaining in ((1, line & first), (2, line - first)):
        left = set(remaining)
        while left:
            for a, ratio in best_bundle(run, left, set(placed)):
                placed[a] = {"tier": tier, "rank": len(placed) + 1, "ratio": ratio}
                left.discard(a)
    with_horizons(run, placed)
    return placed


def best_bundle(run: Run, left: set[str], gone: set[str]) -> list[tuple[str, Fraction]]:
    """Return the actions of the best bundle in dependency order, with its ratio."""
    bundles = {a: with_requirements(run, {a}) - gone for a in left}

    def effort(a: str) -> int:
        return sum(points_of(run, b) for b in bundles[a])

    def ratio(a: str) -> Fraction:
        return sum((benefit(run, b) for b in bundles[a]), Fraction(0)) / effort(a)

    best = min(left, key=lambda a: (-ratio(a), effort(a), a))
    return [(a, ratio(best)) for a in in_order(run, bundles[best], gone)]


def in_order(run: Run, bundle: set[str], gone: set[str]) -> list[str]:
    line: list[str] = []
    while len(line) < len(bundle):
        free = [a for a in bundle if a not in line and set(unmet(run, a)) <= gone | set(line)]
        line.append(min(free, key=lambda a: (points_of(run, a), a)))
    return line


def with_horizons(run: Run, placed: dict[str, Row]) -> None:
    rubric, total, now, horizon = run.pack.rubric, 0, 0, "now"
    for a, place in placed.items():
        total += points_of(run, a)
        fits = now == 0 or (total <= rubric.now_effort and now < rubric.now_actions)
        if horizon == "now" and not fits:
            horizon = "next"
        if horizon == "next" and total > rubric.next_effort:
            horizon = "later"
        now += horizon == "now"
        place["horizon"] = horizon


def rank_ranges(run: Run, asked: dict[str, Row]) -> dict[str, list[int]]:
    """Return the ranks of each action over the plan itself and the fixed set of other runs."""
    ranks: dict[str, list[int]] = {}
    for other in [run, *re_runs(run, asked)]:
        for a, place in sequence(other).items():
            ranks.setdefault(a, []).append(place["rank"])
    return ranks


def re_runs(run: Run, asked: dict[str, Row]) -> list[Run]:
    runs = [replace(run, points={p: r[end] for p, r in asked.items()}) for end in ("low", "high")]
    for d in run.pack.dimensions:
        own = {p: w * (2 if asked[p]["dimension"] == d.id else 1) for p, w in run.weights.items()}
        runs.append(replace(run, weights=own))
    for a in active(run):
        for step in (-1, 1):
            place = min(2, max(0, CLASSES.index(run.efforts[a]) + step))
            runs.append(replace(run, efforts={**run.efforts, a: CLASSES[place]}))
    return runs
