"""What a questionnaire cites: a list of sources names tags of sources and ids of claims, which belong to a source."""

from __future__ import annotations

from collections.abc import Iterable

from cxaudit.domain.questionnaire import Pack, Source


def cited(pack: Pack, names: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources behind tags and claim ids, each once, in the pack's order; unknown names are left out."""
    owners = {claim.id: claim.source for claim in pack.claims}
    tags = {owners.get(name, name) for name in names}
    return tuple(source for source in pack.sources if source.id in tags)


def source_text(source: Source) -> str:
    """Return who said what: "Lea Park: How maps are used"."""
    return f"{source.author}: {source.title}"
