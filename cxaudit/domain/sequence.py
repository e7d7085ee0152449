"""The order of the plan: the best bundle first, again and again, on whole numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Needed = Mapping[str, frozenset[str]]
"""Each action with everything that it needs, itself included."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What each action brings and takes, by id: `benefit` in one whole unit common to all, `effort` in points."""

    benefit: Mapping[str, int]
    effort: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Actions that come out together, in order; `ratio` is benefit per effort in the unit of `Worth`."""

    actions: tuple[str, ...]
    ratio: Fraction


class _Bench:
    """The actions still to be placed, each with the sums of its bundle and its place in the queue.

    The place is one tuple of whole numbers and the id. Ratios are compared exactly: two different fractions with
    denominators up to E differ by at least 1/E**2, so their floors at the scale E**2 + 1 differ too.
    """

    def __init__(self, actions: Collection[str], needed: Needed, worth: Worth) -> None:
        self.left = set(actions)
        self._worth = worth
        self._needed = needed
        self._scale = sum(worth.effort[a] for a in actions) ** 2 + 1
        self._benefit = {a: sum(worth.benefit[n] for n in needed[a] if n in self.left) for a in self.left}
        self._effort = {a: sum(worth.effort[n] for n in needed[a] if n in self.left) for a in self.left}
        self._place = {a: self._placed(a) for a in self.left}
        self._dependants: dict[str, list[str]] = {a: [] for a in self.left}
        for action in self.left:
            for need in needed[action] & self.left:
                self._dependants[need].append(action)

    def _placed(self, action: str) -> tuple[int, int, str]:
        effort = self._effort[action]
        return -(self._benefit[action] * self._scale // effort), effort, action

    def take_best(self) -> tuple[set[str], Fraction]:
        """Remove the best bundle (ties: smaller effort, then id) and return it with its ratio."""
        best = min(self._place.values())[2]
        ratio = Fraction(self._benefit[best], self._effort[best])
        bundle = self._needed[best] & self.left
        self.left -= bundle
        for action in bundle:
            del self._place[action]
        for action in bundle:
            for dependant in self._dependants[action]:
                if dependant in self.left:
                    self._benefit[dependant] -= self._worth.benefit[action]
                    self._effort[dependant] -= self._worth.effort[action]
                    self._place[dependant] = self._placed(dependant)
        return set(bundle), ratio


def _in_order(bundle: set[str], needs: Mapping[str, Sequence[str]], effort: Mapping[str, int]) -> tuple[str, ...]:
    """Return a bundle in dependency order; of those free to go the one of smaller effort, then id.

    In a circle, which the linter refuses, nobody is free: then the same rule over all.
    """
    ordered: list[str] = []
    while bundle:
        free = [a for a in bundle if bundle.isdisjoint(needs[a])]
        first = min(free or bundle, key=lambda a: (effort[a], a))
        ordered.append(first)
        bundle.remove(first)
    return tuple(ordered)


def bundles(actions: Collection[str], needs: Mapping[str, Sequence[str]], needed: Needed, worth: Worth) -> list[Bundle]:
    """Return the actions of one tier as bundles, best first.

    `needs` holds what each action needs directly, `needed` with all steps; what is not among `actions` counts as
    out already.
    """
    bench = _Bench(actions, needed, worth)
    result: list[Bundle] = []
    while bench.left:
        bundle, ratio = bench.take_best()
        result.append(Bundle(_in_order(bundle, needs, worth.effort), ratio))
    return result
