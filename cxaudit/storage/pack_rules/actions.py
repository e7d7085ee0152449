"""Bands own every step once, and requirements can be met in some order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cxaudit.domain.model import HI, LO
from cxaudit.domain.questionnaire import Action
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding, Place


def references(draft: Draft) -> Iterator[Finding]:
    """An action's practice, requirements and owner exist, and its band goes up."""
    practices, actions = set(draft.declared["practice"]), set(draft.declared["action"])
    for action in draft.actions:
        place = Place("action", action.id)
        if action.practice not in practices:
            what = _("There is no practice {id}.").format(id=action.practice)
            yield Finding(place, "practice", what, _("Name a practice of this pack."))
        if action.start >= action.end:
            what = _("The band goes from {start} to {end}.").format(start=action.start, end=action.end)
            yield Finding(place, "to", what, _("Let it end above its start."))
        for name in sorted({n for group in action.requires for n in group} - actions):
            what = _("It requires '{id}', which does not exist.").format(id=name)
            yield Finding(place, "requires", what, _("Name an action of this pack."))
        if draft.head is not None and action.owner not in draft.head.owners:
            what = _("The owner {owner} has no name in [owners].").format(owner=action.owner)
            yield Finding(place, "owner", what, _("Add it there, or choose another."))


def bands(draft: Draft) -> Iterator[Finding]:
    """The bands of each practice do not overlap and cover 1 to 5."""
    if "action" in draft.broken:
        return
    rows = _by_practice(draft.actions)
    for practice in draft.practices:
        at = LO
        for action in rows[practice.id]:
            if action.start != at:
                text = _("Its band begins at {start}, but the bands of {practice} have reached {at}.")
                what = text.format(start=action.start, practice=practice.id, at=at)
                yield Finding(Place("action", action.id), "from", what, _("Let bands meet without hole or overlap."))
            at = action.end
        if at != HI:
            what = _("The bands of its actions end at {at}, not at {top}.").format(at=at, top=HI)
            yield Finding(Place("practice", practice.id), "actions", what, _("Add an action for the rest."))


def _by_practice(actions: tuple[Action, ...]) -> defaultdict[str, list[Action]]:
    rows: defaultdict[str, list[Action]] = defaultdict(list)
    for action in sorted(actions, key=lambda a: (a.start, a.end, a.id)):
        rows[action.practice].append(action)
    return rows


def below(actions: tuple[Action, ...]) -> dict[str, str]:
    """Return, by action id, the id of the action that owns the band just below, where there is one."""
    pairs = (pair for row in _by_practice(actions).values() for pair in pairwise(row))
    return {upper.id: lower.id for lower, upper in pairs}


def independence(draft: Draft) -> Iterator[Finding]:
    """An action either follows the band below it or is marked independent of it, and never both."""
    under = below(draft.actions)
    for action in draft.actions:
        place, lower = Place("action", action.id), under.get(action.id)
        if lower is None:
            if action.independent and "action" not in draft.broken:
                what = _("There is no band below it that it could be independent of.")
                yield Finding(place, "independent", what, _("Take away 'independent'."), warning=not action.requires)
            continue
        named = any(lower in group for group in action.requires)
        if named and action.independent:
            what = _("It requires '{id}', the band below it, and says that it is independent of it.").format(id=lower)
            yield Finding(place, "independent", what, _("Take away one of the two."))
        elif action.independent and action.requires:
            what = _("An independent action waits for nothing, and this one says what it requires.")
            yield Finding(place, "independent", what, _("Take away one of the two."))
        elif named:
            what = _("It requires '{id}' anyway: that is the band below it.").format(id=lower)
            yield Finding(place, "requires", what, _("Take it out of the list."), warning=True)


def cycles(draft: Draft) -> Iterator[Finding]:
    """No action requires itself, however far around, the band below each included."""
    edges = _edges(draft.actions)
    done: set[str] = set()
    for start in edges:
        cycle = _cycle_from(start, edges, done)
        if cycle:
            what = _("It requires itself: {cycle}.").format(cycle=" > ".join(cycle))
            yield Finding(Place("action", cycle[0]), "requires", what, _("Take one of these requirements away."))


def _edges(actions: tuple[Action, ...]) -> dict[str, list[str]]:
    under = below(actions)
    edges: dict[str, list[str]] = {}
    for action in actions:
        lower = [under[action.id]] if action.id in under and not action.independent else []
        edges[action.id] = lower + [name for group in action.requires for name in group]
    return edges


def _cycle_from(start: str, edges: dict[str, list[str]], done: set[str]) -> list[str]:
    """Return the first cycle met on a walk from `start` (its first id repeated at the end), or nothing."""
    path: list[str] = []
    branches = [iter([start])]
    while branches:
        name = next(branches[-1], None)
        if name is None:
            branches.pop()
            if path:
                done.add(path.pop())
        elif name in path:
            done.update(path)
            return [*path[path.index(name) :], name]
        elif name not in done and name in edges:
            path.append(name)
            branches.append(iter(edges[name]))
    return []
