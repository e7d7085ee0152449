"""Every source and claim that is cited exists, and every one that exists is cited."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding, Place


def citations(draft: Draft) -> Iterator[Finding]:
    """Practices, facts, flags and actions cite sources of the pack, or claims of them."""
    known = {*draft.declared["source"], *draft.declared["claim"]}
    if not known and "source" in draft.broken:
        return  # their file is missing, which is said once
    for place, key, cited in _cited(draft):
        for tag in cited:
            if tag not in known:
                what = _("There is no source or claim {id}.").format(id=repr(tag))
                yield Finding(place, key, what, _("Add it to the sources, or correct the name."))
        if not cited:
            yield Finding(place, key, _("It cites no source."), _("Say where the idea is from."), warning=True)


def claims(draft: Draft) -> Iterator[Finding]:
    """A claim is one of a source's, and its id is not that of a source: both are cited in the same lists."""
    known = set(draft.declared["source"])
    for claim in draft.claims:
        place = Place("claim", claim.id)
        if claim.source not in known:
            what = _("There is no source {id}.").format(id=repr(claim.source))
            yield Finding(place, "source", what, _("Add it to the sources, or correct the name."))
        if claim.id in known:
            what = _("The id {id} is that of a source.").format(id=claim.id)
            yield Finding(place, "id", what, _("Give the claim an id of its own."))


def unused(draft: Draft) -> Iterator[Finding]:
    """A source or claim that nothing cites is left over; a source is used where one of its claims is."""
    if draft.broken & {"practice", "flag", "action"}:
        return
    used = {tag for _place, _key, cited in _cited(draft) for tag in cited}
    mend = _("Cite it, or take it away.")
    for claim in draft.claims:
        if claim.id not in used:
            yield Finding(Place("claim", claim.id), "id", _("Nothing cites it."), mend, warning=True)
    used |= {claim.source for claim in draft.claims if claim.id in used}
    for source in draft.sources:
        if source.id not in used:
            yield Finding(Place("source", source.id), "id", _("Nothing cites it."), mend, warning=True)


def _cited(draft: Draft) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    for practice in draft.practices:
        place = Place("practice", practice.id)
        yield place, "sources", practice.sources
        if practice.fact is not None:
            yield place, "fact.sources", practice.fact.sources
    yield from ((Place("flag", f.id), "sources", f.sources) for f in draft.flags)
    yield from ((Place("action", a.id), "sources", a.sources) for a in draft.actions)
