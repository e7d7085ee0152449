"""What changed between two versions of a pack, and how large a step of the version that asks for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from cxaudit.domain.digests import content_digest, scoring_digest
from cxaudit.domain.questionnaire import Pack, Practice, release
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.finding import HEAD, Place


class Change(IntEnum):
    """How much a change breaks, from nothing to the comparison of scores."""

    NONE = 0
    EDITORIAL = 1
    COMPATIBLE = 2
    BREAKING = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed, and its class."""

    change: Change
    place: Place
    what: str


def change_class(old: Pack, new: Pack, editorial: frozenset[Place] = frozenset()) -> Change:
    """Return the largest class among the differences."""
    return max((d.change for d in differences(old, new, editorial)), default=Change.NONE)


def differences(old: Pack, new: Pack, editorial: frozenset[Place] = frozenset()) -> Iterator[Difference]:
    """Yield what changed from one version to the next.

    `editorial` names the practices (and the head) whose change of wording a second reader found to change no answer.
    """
    yield from _construct(old, new, editorial)
    yield from _practices(old, new, editorial)
    if scoring_digest(old) != scoring_digest(new):
        yield Difference(Change.COMPATIBLE, HEAD, _("What scores has changed."))
    if _text(old) != _text(new):
        yield Difference(Change.EDITORIAL, HEAD, _("Texts have changed."))


def reworded(old: Practice, new: Practice) -> bool:
    """Return whether the question or an anchor changed by more than white space."""
    return _plain((old.question, *old.anchors)) != _plain((new.question, *new.anchors))


def rules_reworded(old: Pack, new: Pack) -> bool:
    """Return whether the rules of rating or the ladder, which every answer rests on, changed."""
    return _ladder(old) != _ladder(new)


def _ladder(pack: Pack) -> list[str]:
    told = [text for level in pack.levels for text in (level.name, level.meaning, level.shown_by)]
    return _plain((*pack.rating_rules, *pack.rating_notes, *told))


def _plain(texts: tuple[str, ...]) -> list[str]:
    return [" ".join(unicodedata.normalize("NFC", text).split()) for text in texts]


def _text(pack: Pack) -> str:
    return content_digest({**pack.model_dump(mode="json"), "version": ""})


def _construct(old: Pack, new: Pack, editorial: frozenset[Place]) -> Iterator[Difference]:
    before, after = {d.id for d in old.dimensions}, {d.id for d in new.dimensions}
    for name in sorted(after - before):
        yield Difference(Change.BREAKING, Place("dimension", name), _("A dimension was added."))
    for name in sorted(before - after):
        yield Difference(Change.BREAKING, HEAD, _("The dimension {id} was removed.").format(id=name))
    if rules_reworded(old, new) and HEAD not in editorial:
        yield Difference(Change.BREAKING, HEAD, _("The rules of rating or the names of levels changed."))


def _practices(old: Pack, new: Pack, editorial: frozenset[Place]) -> Iterator[Difference]:
    for name, practice in new.practices.items():
        place, before = Place("practice", name), old.practices.get(name)
        if before is None:
            yield Difference(Change.COMPATIBLE, place, _("A practice was added."))
        elif before.revision != practice.revision:
            yield Difference(Change.BREAKING, place, _("The practice has a new revision."))
        elif reworded(before, practice):
            change = Change.EDITORIAL if place in editorial else Change.BREAKING
            yield Difference(change, place, _("The question or an anchor was reworded."))
    for name in old.practices.keys() - new.practices.keys():
        yield Difference(Change.COMPATIBLE, HEAD, _("The practice {id} was retired.").format(id=name))


def step(old: str, new: str) -> Change:
    """Return the largest class of change that the step from one version to a later one allows."""
    before, after = release(old), release(new)
    if after <= before:
        return Change.NONE
    if after[0] > before[0]:
        return Change.BREAKING
    return Change.COMPATIBLE if after[1] > before[1] else Change.EDITORIAL


def smallest_version(old: str, change: Change) -> str:
    """Return the next version that allows a class of change."""
    major, minor, patch = release(old)
    if change is Change.BREAKING:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if change is Change.COMPATIBLE else f"{major}.{minor}.{patch + 1}"
