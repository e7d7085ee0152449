"""What changed in the pack's own table: the rules of rating and the ladder, the rubric, the names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from cxaudit.domain.questionnaire import Pack, Rubric
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.change import Change, Difference
from cxaudit.storage.pack_rules.finding import HEAD, Place
from cxaudit.storage.pack_rules.table_changes import told_texts

_TEXTS = frozenset({"locale", "title", "licence", "authors", "owners"})


def head_changes(old: Pack, new: Pack, editorial: frozenset[Place]) -> Iterator[Difference]:
    """Yield what changed in the head; `editorial` holds it where a second reader found that no answer changes."""
    if old.id != new.id:
        what = _("It is another questionnaire: {old} became {new}.").format(old=old.id, new=new.id)
        yield Difference(Change.BREAKING, HEAD, what)
    if rules_reworded(old, new):
        change = Change.EDITORIAL if HEAD in editorial else Change.BREAKING
        yield Difference(change, HEAD, _("The rules of rating or the names of levels changed."))
    yield from _ages(old, new)
    yield from _rubric(old.rubric, new.rubric)
    yield from told_texts(HEAD, old, new, _TEXTS)
    if set(old.retired) != set(new.retired):
        yield Difference(Change.EDITORIAL, HEAD, _("The list of retired ids changed."))


def rules_reworded(old: Pack, new: Pack) -> bool:
    """Return whether the rules of rating or the ladder, which every answer rests on, changed."""
    return _ladder(old) != _ladder(new)


def plain_words(texts: tuple[str, ...]) -> list[str]:
    """Return texts in normal form C with single spaces, as they are compared."""
    return [" ".join(unicodedata.normalize("NFC", text).split()) for text in texts]


def _ladder(pack: Pack) -> list[str]:
    told = [text for level in pack.levels for text in (level.name, level.meaning, level.shown_by)]
    return plain_words((*pack.rating_rules, *pack.rating_notes, *told))


def _ages(old: Pack, new: Pack) -> Iterator[Difference]:
    for number, (before, after) in enumerate(zip(old.levels, new.levels, strict=True), 1):
        if before.max_age_months != after.max_age_months:
            what = _("The age above which evidence for level {level} is stale changed: {new}.")
            age = _("{months} months").format(months=after.max_age_months) if after.max_age_months else _("none")
            yield Difference(Change.COMPATIBLE, HEAD, what.format(level=number, new=age))


def _rubric(old: Rubric, new: Rubric) -> Iterator[Difference]:
    for key in Rubric.model_fields:
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            what = _("rubric.{key} goes from {old} to {new}.").format(key=key, old=before, new=after)
            yield Difference(Change.COMPATIBLE, HEAD, what)
