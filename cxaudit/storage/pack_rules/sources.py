"""Every source that is cited exists, and every source that exists is cited."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding, Place


def citations(draft: Draft) -> Iterator[Finding]:
    """Practices, flags and actions cite sources of the pack."""
    known = set(draft.declared["source"])
    if not known and "source" in draft.broken:
        return  # their file is missing, which is said once
    for place, cited in _cited(draft):
        for tag in cited:
            if tag not in known:
                what = _("There is no source {id}.").format(id=repr(tag))
                yield Finding(place, "sources", what, _("Add it to the sources, or correct the name."))
        if not cited:
            yield Finding(place, "sources", _("It cites no source."), _("Say where the idea is from."), warning=True)


def unused(draft: Draft) -> Iterator[Finding]:
    """A source that nothing cites is left over."""
    if draft.broken & {"practice", "flag", "action"}:
        return
    used = {tag for _place, cited in _cited(draft) for tag in cited}
    for source in draft.sources:
        if source.id not in used:
            what = _("Nothing cites it.")
            yield Finding(Place("source", source.id), "id", what, _("Cite it, or take it away."), warning=True)


def _cited(draft: Draft) -> Iterator[tuple[Place, tuple[str, ...]]]:
    yield from ((Place("practice", p.id), p.sources) for p in draft.practices)
    yield from ((Place("flag", f.id), f.sources) for f in draft.flags)
    yield from ((Place("action", a.id), a.sources) for a in draft.actions)
