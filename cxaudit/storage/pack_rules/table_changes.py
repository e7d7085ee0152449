"""What changed in flags, actions, sources, claims and vignettes, and how any table is compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from pydantic import BaseModel

from cxaudit.domain.questionnaire import Action, Claim, Flag, Pack, Source, Vignette
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.change import Change, Difference
from cxaudit.storage.pack_rules.finding import HEAD, Kind, Place

_FLAG_RULE = frozenset({"dimension", "match", "conditions"})
_ACTION_PLACE = frozenset({"practice", "start", "end", "effort", "requires", "independent"})


def table_changes(old: Pack, new: Pack) -> Iterator[Difference]:
    """Yield what changed in every table but the head, the dimensions and the practices."""
    yield from _flags(old, new)
    yield from _actions(old, new)
    yield from _cited("source", old.sources, new.sources)
    yield from _cited("claim", old.claims, new.claims)
    yield from _cited("vignette", old.vignettes, new.vignettes)


def told_texts(place: Place, old: BaseModel, new: BaseModel, keys: AbstractSet[str]) -> Iterator[Difference]:
    """Yield one editorial difference that names the keys whose values differ, in the table's order."""
    changed = [k for k in type(new).model_fields if k in keys and getattr(old, k) != getattr(new, k)]
    if changed:
        what = _("Changed: {keys}.").format(keys=", ".join(changed))
        yield Difference(Change.EDITORIAL, place, what)


def moves(place: Place, old: BaseModel, new: BaseModel, names: Mapping[str, str]) -> Iterator[Difference]:
    """Yield a compatible difference for each of the named keys whose value moved."""
    for key, name in names.items():
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            what = _("{name} goes from {old} to {new}.").format(name=name, old=before, new=after)
            yield Difference(Change.COMPATIBLE, place, what)


def reordered(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether the names that both hold stand in another order."""
    return [name for name in old if name in set(new)] != [name for name in new if name in set(old)]


def _flags(old: Pack, new: Pack) -> Iterator[Difference]:
    before, after = {f.id: f for f in old.flags}, {f.id: f for f in new.flags}
    yield from _come_and_gone("flag", before, after, Change.COMPATIBLE)
    for name in (n for n in after if n in before):
        place, was, is_ = Place("flag", name), before[name], after[name]
        yield from moves(place, was, is_, {"cap": _("The cap")})
        if any(getattr(was, key) != getattr(is_, key) for key in _FLAG_RULE):
            yield Difference(Change.COMPATIBLE, place, _("The rule by which it fires changed."))
        yield from told_texts(place, was, is_, {*Flag.model_fields} - _FLAG_RULE - {"id", "cap"})
    yield from _order("flag", before, after)


def _actions(old: Pack, new: Pack) -> Iterator[Difference]:
    before, after = old.actions_by_id, new.actions_by_id
    yield from _come_and_gone("action", before, after, Change.COMPATIBLE)
    for name in (n for n in after if n in before):
        place, was, is_ = Place("action", name), before[name], after[name]
        yield from moves(place, was, is_, {"practice": _("The practice"), "effort": _("The effort")})
        if (was.start, was.end) != (is_.start, is_.end):
            what = _("The band goes from {old} to {new}.")
            what = what.format(old=f"{was.start} > {was.end}", new=f"{is_.start} > {is_.end}")
            yield Difference(Change.COMPATIBLE, place, what)
        if (was.requires, was.independent) != (is_.requires, is_.independent):
            yield Difference(Change.COMPATIBLE, place, _("What has to be done before it changed."))
        yield from told_texts(place, was, is_, {*Action.model_fields} - _ACTION_PLACE - {"id"})
    yield from _order("action", before, after)


def _cited(
    kind: Kind, old: Sequence[Source | Claim | Vignette], new: Sequence[Source | Claim | Vignette]
) -> Iterator[Difference]:
    """Yield what changed among tables that nothing is worked out from."""
    before, after = {row.id: row for row in old}, {row.id: row for row in new}
    yield from _come_and_gone(kind, before, after, Change.EDITORIAL)
    for name in (n for n in after if n in before):
        yield from told_texts(Place(kind, name), before[name], after[name], {*type(after[name]).model_fields})
    yield from _order(kind, before, after)


def _come_and_gone(kind: Kind, before: Iterable[str], after: Iterable[str], change: Change) -> Iterator[Difference]:
    was, is_ = dict.fromkeys(before), dict.fromkeys(after)
    yield from (Difference(change, Place(kind, name), _("It was added.")) for name in is_ if name not in was)
    yield from (Difference(change, Place(kind, name), _("It was retired.")) for name in was if name not in is_)


def _order(kind: Kind, before: Iterable[str], after: Iterable[str]) -> Iterator[Difference]:
    if reordered(list(before), list(after)):
        what = _("The tables of this kind stand in another order: {kind}.").format(kind=kind)
        yield Difference(Change.EDITORIAL, HEAD, what)
