"""Which answers, raised, lift a dimension by one level with the least effort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.flags import fires
from cxaudit.domain.model import HI
from cxaudit.domain.questionnaire import Flag, Pack
from cxaudit.domain.scorecard import PracticeScore, Scorecard

Ladder = Mapping[int, int]
"""The levels of one practice that are worth aiming at, from its point upwards, each with the effort of going there."""

Reaches = Callable[[Mapping[str, int]], bool]
"""Whether levels by practice id bring the dimension to the level that is wanted."""


@dataclass(frozen=True, slots=True)
class Step:
    """One answer raised: the practice (id), the level that it has and the one that it needs."""

    practice: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lift:
    """Answers which, raised together, lift the dimension, in the pack's order; `effort` in points."""

    steps: tuple[Step, ...]
    effort: int


def smallest_lifts(pack: Pack, assessment: Assessment, scorecard: Scorecard, dimension: str) -> tuple[Lift, ...]:
    """Return every minimal set of raised answers that lifts a dimension (id) by a level, of those of least effort.

    Minimal: it fails with any one of its answers raised by less, or not at all. The level goes through the gate and
    the caps of the flags that fire. Only practices with a point can rise. The effort of a raise from x to y is the sum
    of the points of the actions, not ticked done, whose bands overlap it: (start, end] meets (x, y].

    Fewest answers first, then fewest levels, then by id. Nothing where the dimension has no level, or the highest.
    """
    level = scorecard.dimensions[dimension].level
    if level is None or level == HI:
        return ()
    wanted = level + 1
    points = {p.id: p.point for p in scorecard.practices.values() if p.dimension == dimension and p.point is not None}
    points = {i: point for i, point in points.items() if scorecard.practices[i].applicable}
    flags = [f for f in pack.flags if f.dimension == dimension and f.cap < wanted]
    ladders = {i: _ladder(pack, assessment, i, _aims(i, point, wanted, flags)) for i, point in points.items()}
    reaches = _test(pack, [scorecard.practices[i] for i in points], wanted, flags)
    found = [_lift(points, levels, ladders) for levels in _cheapest(ladders, reaches)]
    return tuple(sorted(found, key=_place))


def _aims(practice: str, point: int, wanted: int, flags: Iterable[Flag]) -> list[int]:
    """Return the point and the levels above it that can matter: the gate's, and those just above a flag's limit."""
    limits = {c.at_most for f in flags for c in f.conditions if c.practice == practice}
    aims = {wanted - 1, wanted, *(limit + 1 for limit in limits)}
    return [point, *sorted(aim for aim in aims if aim > point)]


def _ladder(pack: Pack, assessment: Assessment, practice: str, aims: Sequence[int]) -> Ladder:
    point = aims[0]
    ahead = [a for a in pack.actions if a.practice == practice and assessment.action(a.id).status != "done"]
    return {
        aim: sum(pack.rubric.effort_points(a.effort) for a in ahead if max(a.start, point) < min(a.end, aim))
        for aim in aims
    }


def _test(pack: Pack, known: Iterable[PracticeScore], wanted: int, flags: Sequence[Flag]) -> Reaches:
    """Return the test for the level wanted. Shares fall from level to level, so the gate's two cuts there suffice."""
    weights = {p.id: p.weight for p in known}
    most, nearly_all = (cut * sum(weights.values()) for cut in pack.rubric.cuts)

    def reaches(levels: Mapping[str, int]) -> bool:
        there = sum(weights[i] for i, level in levels.items() if level >= wanted)
        below = sum(weights[i] for i, level in levels.items() if level >= wanted - 1)
        return there > most and below > nearly_all and not any(fires(flag, levels) for flag in flags)

    return reaches


def _cheapest(ladders: Mapping[str, Ladder], reaches: Reaches) -> list[dict[str, int]]:
    """Return the minimal levels that reach, of least effort: every choice is tried but what is hopeless or too dear.

    While a practice waits for its turn it stands at its highest aim: if that does not reach, nothing below does.
    """
    levels = {i: max(ladder) for i, ladder in ladders.items()}
    names = list(ladders)
    best, found = sum(ladder[levels[i]] for i, ladder in ladders.items()), list[dict[str, int]]()

    def walk(place: int, spent: int) -> None:
        nonlocal best
        if spent > best or not reaches(levels):
            return
        if place < len(names):
            name = names[place]
            for level, effort in ladders[name].items():
                levels[name] = level
                walk(place + 1, spent + effort)
        elif _is_minimal(levels, ladders, reaches):
            best = spent
            found.append(dict(levels))

    walk(0, 0)
    return [levels for levels in found if sum(ladders[i][level] for i, level in levels.items()) == best]


def _is_minimal(levels: Mapping[str, int], ladders: Mapping[str, Ladder], reaches: Reaches) -> bool:
    """Return whether no practice can stay one aim lower. As nothing falls where an answer rises, that is enough."""
    lower = ((i, max((aim for aim in ladders[i] if aim < level), default=None)) for i, level in levels.items())
    return not any(aim is not None and reaches({**levels, i: aim}) for i, aim in lower)


def _lift(points: Mapping[str, int], levels: Mapping[str, int], ladders: Mapping[str, Ladder]) -> Lift:
    steps = (Step(i, points[i], level) for i, level in levels.items() if level > points[i])
    return Lift(tuple(steps), sum(ladders[i][level] for i, level in levels.items()))


def _place(lift: Lift) -> tuple[int, int, list[tuple[str, int]]]:
    named = sorted((step.practice, step.end) for step in lift.steps)
    return len(lift.steps), sum(step.end - step.start for step in lift.steps), named
