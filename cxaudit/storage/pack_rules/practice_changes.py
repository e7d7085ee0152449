"""What changed in the practices with their fact-checks and scripts."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.domain.fact_check import Fact
from cxaudit.domain.questionnaire import Pack, Practice, Script
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.change import Change, Difference
from cxaudit.storage.pack_rules.finding import HEAD, Place
from cxaudit.storage.pack_rules.head_changes import plain_words
from cxaudit.storage.pack_rules.table_changes import moves, reordered, told_texts

_ASKED = frozenset({"id", "revision", "question", "anchors"})
_COUNTED = frozenset({"code", "weight", "quick", "may_not_apply"})
_TABLES = frozenset({"fact", "script"})
_FACT_TEXTS = {
    "question": True,
    "sources": True,
    "parts": {"__all__": {"label": True, "unit": True, "options": {"__all__": {"label"}}}},
    "rules": {"__all__": {"why"}},
}
"""What a fact says and nothing is worked out from."""


def practice_changes(old: Pack, new: Pack, editorial: frozenset[Place]) -> Iterator[Difference]:
    """Yield what changed in the practices; `editorial` are those whose rewording changes no answer."""
    for name, practice in new.practices.items():
        place, before = Place("practice", name), old.practices.get(name)
        if before is None:
            mode = _("quick and full audit") if practice.quick else _("full audit only")
            what = _("The practice was added ({code}, {mode}).").format(code=practice.code, mode=mode)
            yield Difference(Change.COMPATIBLE, place, what)
        else:
            yield from _asked(place, before, practice, read_twice=place in editorial)
            yield from _counted(place, before, practice)
            yield from _fact(place, before.fact, practice.fact)
            yield from _script(place, before.script, practice.script)
            yield from told_texts(place, before, practice, {*Practice.model_fields} - _ASKED - _COUNTED - _TABLES)
    for name in old.practices:
        if name not in new.practices:
            yield Difference(Change.COMPATIBLE, Place("practice", name), _("The practice was retired."))
    if any(reordered(_order(old, d.id), _order(new, d.id)) for d in new.dimensions):
        yield Difference(Change.COMPATIBLE, HEAD, _("Practices stand in another order."))


def reworded(old: Practice, new: Practice) -> bool:
    """Return whether the question or an anchor changed by more than white space."""
    return plain_words((old.question, *old.anchors)) != plain_words((new.question, *new.anchors))


def _order(pack: Pack, dimension: str) -> list[str]:
    return [p.id for p in pack.practices.values() if p.dimension == dimension]


def _asked(place: Place, old: Practice, new: Practice, *, read_twice: bool) -> Iterator[Difference]:
    if old.revision != new.revision:
        what = _("The practice has a new revision ({old} became {new}).").format(old=old.revision, new=new.revision)
        yield Difference(Change.BREAKING, place, what)
    elif reworded(old, new):
        change = Change.EDITORIAL if read_twice else Change.BREAKING
        yield Difference(change, place, _("The question or an anchor was reworded."))
    elif (old.question, old.anchors) != (new.question, new.anchors):
        yield Difference(Change.EDITORIAL, place, _("White space of the question or an anchor changed."))


def _counted(place: Place, old: Practice, new: Practice) -> Iterator[Difference]:
    yield from moves(place, old, new, {"code": _("The code"), "weight": _("The weight")})
    if old.quick != new.quick:
        told = _("It is asked in the quick audit now.") if new.quick else _("The quick audit does not ask it any more.")
        yield Difference(Change.COMPATIBLE, place, told)
    if old.may_not_apply != new.may_not_apply:
        told = (
            _("It may be answered with 'does not apply' now.")
            if new.may_not_apply
            else _("It may not be answered with 'does not apply' any more.")
        )
        yield Difference(Change.COMPATIBLE, place, told)


def _fact(place: Place, old: Fact | None, new: Fact | None) -> Iterator[Difference]:
    if old == new:
        return
    if old is None:
        yield Difference(Change.COMPATIBLE, place, _("A fact-check was added."))
    elif new is None:
        yield Difference(Change.COMPATIBLE, place, _("The fact-check was taken away."))
    elif old.model_dump(exclude=_FACT_TEXTS) != new.model_dump(exclude=_FACT_TEXTS):
        yield Difference(Change.COMPATIBLE, place, _("The parts or rules of the fact-check changed."))
    else:
        yield Difference(Change.EDITORIAL, place, _("The words of the fact-check changed."))


def _script(place: Place, old: Script | None, new: Script | None) -> Iterator[Difference]:
    """Yield what changed in what is said in a room: to have it or not, and its minutes, are more than words."""
    if old == new:
        return
    if old is None:
        yield Difference(Change.COMPATIBLE, place, _("A script for the room was added."))
    elif new is None:
        yield Difference(Change.COMPATIBLE, place, _("The script for the room was taken away."))
    else:
        yield from moves(place, old, new, {"minutes": _("The number of minutes in a room")})
        if old.model_dump(exclude={"minutes"}) != new.model_dump(exclude={"minutes"}):
            yield Difference(Change.EDITORIAL, place, _("The words of the script changed."))
