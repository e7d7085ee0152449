"""What changed between two versions of a pack, table by table, and the class of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxaudit.domain.digests import content_digest, scoring_digest
from cxaudit.domain.questionnaire import Dimension, Pack
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.change import Change, Difference
from cxaudit.storage.pack_rules.finding import HEAD, Place
from cxaudit.storage.pack_rules.head_changes import head_changes
from cxaudit.storage.pack_rules.practice_changes import practice_changes
from cxaudit.storage.pack_rules.table_changes import reordered, table_changes, told_texts


def largest(found: Iterable[Difference]) -> Change:
    """Return the largest class among differences."""
    return max((difference.change for difference in found), default=Change.NONE)


def differences(old: Pack, new: Pack, editorial: frozenset[Place] = frozenset()) -> tuple[Difference, ...]:
    """Return what changed from one version to the next, in the order of the pack's tables.

    `editorial` names the practices (and the head) whose change of wording a second reader found to change no answer.
    The class of the whole is never below what the digests tell: a moved scoring digest is at least compatible, a
    moved content digest at least editorial.
    """
    found = [
        *head_changes(old, new, editorial),
        *_dimensions(old, new),
        *practice_changes(old, new, editorial),
        *table_changes(old, new),
    ]
    if scoring_digest(old) != scoring_digest(new) and largest(found) < Change.COMPATIBLE:
        found.append(Difference(Change.COMPATIBLE, HEAD, _("What scores has changed.")))
    if _text(old) != _text(new) and not found:
        found.append(Difference(Change.EDITORIAL, HEAD, _("Texts have changed.")))
    return tuple(found)


def _text(pack: Pack) -> str:
    return content_digest({**pack.model_dump(mode="json"), "version": ""})


def _dimensions(old: Pack, new: Pack) -> Iterator[Difference]:
    before, after = old.dimensions_by_id, new.dimensions_by_id
    for name, dimension in after.items():
        place = Place("dimension", name)
        if name not in before:
            yield Difference(Change.BREAKING, place, _("The dimension was added."))
        else:
            yield from told_texts(place, before[name], dimension, {*Dimension.model_fields} - {"practices"})
    for name in before:
        if name not in after:
            yield Difference(Change.BREAKING, Place("dimension", name), _("The dimension was removed."))
    if reordered(list(before), list(after)):
        yield Difference(Change.COMPATIBLE, HEAD, _("The dimensions stand in another order."))
