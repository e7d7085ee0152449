"""Ids are unique and never used again; dimensions and practices are as many as the engine counts on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft, Section
from cxaudit.storage.pack_rules.finding import HEAD, KINDS, Finding, Place

DIMENSIONS = 5
FEWEST, MOST = 3, 6


def unique_ids(draft: Draft) -> Iterator[Finding]:
    """Every id, and every practice's code, stands once."""
    for kind in KINDS:
        for name, count in Counter(draft.declared[kind]).items():
            if count > 1:
                what = _("The id {id} stands {count} times.").format(id=name, count=count)
                yield Finding(Place(kind, name, 1), "id", what, _("Give each table an id of its own."))
    first: dict[str, Practice] = {}
    for practice in draft.practices:
        other = first.setdefault(practice.code, practice)
        if other is not practice:
            what = _("The code {code} is that of {other} too.").format(code=practice.code, other=other.id)
            yield Finding(Place("practice", practice.id), "code", what, _("Give each practice a code of its own."))


def retired_ids(draft: Draft) -> Iterator[Finding]:
    """No id that an earlier version retired is used again."""
    gone = set(draft.head.retired) if draft.head else set[str]()
    for kind in KINDS:
        for name in sorted(gone & set(draft.declared[kind])):
            what = _("The id {id} was retired and may not come back.").format(id=name)
            yield Finding(Place(kind, name), "id", what, _("Choose an id that was never used."))


def homes(draft: Draft) -> Iterator[Finding]:
    """A practice's id begins with the id of the dimension that holds it."""
    for section in draft.sections:
        for practice in section.practices:
            if practice.dimension != section.head.id:
                what = _("The id must begin with '{dimension}.'.").format(dimension=section.head.id)
                mend = _("Rename the practice, or move it to its dimension's file.")
                yield Finding(Place("practice", practice.id), "id", what, mend)


def counts(draft: Draft) -> Iterator[Finding]:
    """Five dimensions, each with 3 to 6 practices, at least one of them quick."""
    found = len(draft.declared["dimension"])
    if found != DIMENSIONS:
        what = _("There are {found} dimensions; {wanted} are needed.").format(found=found, wanted=DIMENSIONS)
        yield Finding(HEAD, "dimension", what, _("Add or take away [[dimension]] tables."))
    for section in draft.sections:
        yield from _section_counts(section)


def _section_counts(section: Section) -> Iterator[Finding]:
    place = Place("dimension", section.head.id)
    if not FEWEST <= section.declared <= MOST:
        what = _("It has {found} practices; {fewest} to {most} are needed.")
        what = what.format(found=section.declared, fewest=FEWEST, most=MOST)
        yield Finding(place, "practice", what, _("Add or take away [[practice]] tables in its file."))
    elif len(section.practices) == section.declared and not any(p.quick for p in section.practices):
        what = _("None of its practices is asked in the quick audit.")
        yield Finding(place, "quick", what, _("Set quick = true for at least one."))


def level_names(draft: Draft) -> Iterator[Finding]:
    """No two levels of the ladder share a name."""
    names = [level.name.casefold() for level in draft.head.levels] if draft.head else []
    for name in sorted({n for n in names if names.count(n) > 1}):
        what = _("Two levels are called '{name}'.").format(name=name)
        yield Finding(HEAD, "level.name", what, _("Name each level differently."))
