"""What each action needs before it: its prerequisites, and the action of the band just below its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cxaudit.domain.questionnaire import Action, Pack

Alternatives = tuple[str, ...]
"""Action ids of which one is enough."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What one action still needs, and what was only met because nobody asked about it (action ids)."""

    unmet: tuple[str, ...]
    not_asked: tuple[str, ...]


def required_by(pack: Pack) -> dict[str, tuple[Alternatives, ...]]:
    """Return the requirements of every action, in id order, each a list of alternatives.

    An action requires its prerequisites and the action that owns the band just below its own. One that the pack
    marks `independent` waits for nothing.
    """
    ends = {(a.practice, a.end): a.id for a in pack.actions}
    return {a.id: _requirements(a, ends) for a in sorted(pack.actions, key=lambda a: a.id)}


def _requirements(action: Action, ends: Mapping[tuple[str, int], str]) -> tuple[Alternatives, ...]:
    if action.independent:
        return ()
    below = ends.get((action.practice, action.start))
    return action.requires if below is None else (*action.requires, (below,))


@dataclass(frozen=True, slots=True)
class Ground:
    """What the requirements of a pack stand on: which actions are reached or ticked (`met`), which were not asked."""

    met: frozenset[str]
    not_asked: frozenset[str]


def find_ground(
    pack: Pack, requirements: Mapping[str, object], points: Mapping[str, int | None], done: frozenset[str]
) -> Ground:
    """Return which actions count as met: their band is reached, or they are ticked done.

    `points` holds the practices of S. An action of any other practice, or one that the pack does not hold, was not
    asked. A practice without a point has met nothing.
    """
    met = {a.id for a in pack.actions if (points.get(a.practice) or 0) >= a.end}
    missing = {r for a in pack.actions for group in a.requires for r in group if r not in requirements}
    unasked = {a.id for a in pack.actions if a.practice not in points}
    return Ground(met=frozenset(met | done), not_asked=frozenset(missing | unasked))


def outstanding(
    requirements: Mapping[str, Sequence[Alternatives]], ground: Ground, effort: Callable[[str], int]
) -> dict[str, Needs]:
    """Return what each action still needs.

    Of alternatives any one that is met is enough; where none is, the one of least effort, then id, is needed.
    """
    return {action: _needs(groups, ground, effort) for action, groups in requirements.items()}


def _needs(groups: Sequence[Alternatives], ground: Ground, effort: Callable[[str], int]) -> Needs:
    unmet: list[str] = []
    not_asked: list[str] = []
    for group in groups:
        if not ground.met.isdisjoint(group):
            continue
        unasked = [r for r in group if r in ground.not_asked]
        if unasked:
            not_asked += unasked
        else:
            unmet.append(min(group, key=lambda r: (effort(r), r)))
    return Needs(tuple(dict.fromkeys(unmet)), tuple(dict.fromkeys(not_asked)))


def closure(start: str, needs: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return an action and everything that it needs, step by step."""
    seen = {start}
    waiting = [start]
    while waiting:
        for need in needs[waiting.pop()]:
            if need not in seen:
                seen.add(need)
                waiting.append(need)
    return frozenset(seen)
