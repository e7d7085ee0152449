"""Flags read practices of one dimension that always apply, and an action clears each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cxaudit.domain.questionnaire import Flag
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding, Place


def conditions(draft: Draft) -> Iterator[Finding]:
    """A flag's conditions are on practices of its own dimension that exist and cannot be not applicable."""
    dimensions = set(draft.declared["dimension"])
    for flag in draft.flags:
        place = Place("flag", flag.id)
        if flag.dimension not in dimensions:
            what = _("There is no dimension {id}.").format(id=flag.dimension)
            yield Finding(place, "dimension", what, _("Name the dimension whose score it holds."))
        for name, count in Counter(c.practice for c in flag.conditions).items():
            if count > 1:
                what = _("{practice} stands in two conditions.").format(practice=name)
                yield Finding(place, "conditions", what, _("Keep the one that is meant."))
        yield from _practices(draft, flag, place)


def _practices(draft: Draft, flag: Flag, place: Place) -> Iterator[Finding]:
    known, readable = set(draft.declared["practice"]), {p.id: p for p in draft.practices}
    for name in dict.fromkeys(c.practice for c in flag.conditions):
        if name not in known:
            what = _("There is no practice {id}.").format(id=name)
            yield Finding(place, "conditions", what, _("Name a practice of this pack."))
            continue
        if name.partition(".")[0] != flag.dimension:
            what = _("{practice} is not in the dimension {dimension}.")
            what = what.format(practice=name, dimension=flag.dimension)
            yield Finding(place, "conditions", what, _("A flag reads and holds one dimension only."))
        if name in readable and readable[name].may_not_apply:
            what = _("{practice} may be answered with 'does not apply', so no flag may read it.").format(practice=name)
            yield Finding(place, "conditions", what, _("Take away may_not_apply there, or this condition."))


def cleared(draft: Draft) -> Iterator[Finding]:
    """For each flag, some action's band holds the step from a condition's limit to the next level."""
    if "action" in draft.broken:
        return
    for flag in draft.flags:
        steps = {(c.practice, c.at_most) for c in flag.conditions}
        if not any(a.practice == p and a.start <= limit < a.end for a in draft.actions for p, limit in steps):
            wanted = ", ".join(f"{p} {limit} > {limit + 1}" for p, limit in sorted(steps))
            what = _("No action clears it: none takes {steps}.").format(steps=wanted)
            yield Finding(Place("flag", flag.id), "conditions", what, _("Add an action whose band holds that step."))
