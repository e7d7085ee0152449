"""A pack as the rules see it: the tables that could be read, and the names of those that could not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from cxaudit.domain.questionnaire import Action, Claim, DimensionHead, Flag, Pack, PackHead, Practice, Source, Vignette
from cxaudit.storage.pack_rules.finding import Kind


@dataclass(frozen=True, slots=True)
class Section:
    """A dimension with its readable practices; `declared` counts the unreadable ones too."""

    head: DimensionHead
    practices: tuple[Practice, ...]
    declared: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack that may be wrong.

    `head` is None where the pack's own table is unreadable. `declared` holds every id by kind, in order, those of
    unreadable tables too, so that one mistake isn't told twice; `broken` names the kinds with an unreadable table.
    """

    head: PackHead | None
    sections: tuple[Section, ...]
    flags: tuple[Flag, ...]
    actions: tuple[Action, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    vignettes: tuple[Vignette, ...]
    declared: Mapping[Kind, tuple[str, ...]]
    broken: frozenset[Kind] = field(default_factory=frozenset)

    @classmethod
    def of(cls, pack: Pack) -> Self:
        """Return a pack as a draft in which everything could be read."""
        return cls(
            head=pack,
            sections=tuple(Section(d, d.practices, len(d.practices)) for d in pack.dimensions),
            flags=pack.flags,
            actions=pack.actions,
            sources=pack.sources,
            claims=pack.claims,
            vignettes=pack.vignettes,
            declared={
                "dimension": tuple(d.id for d in pack.dimensions),
                "practice": tuple(p.id for d in pack.dimensions for p in d.practices),
                "flag": tuple(f.id for f in pack.flags),
                "action": tuple(a.id for a in pack.actions),
                "source": tuple(s.id for s in pack.sources),
                "claim": tuple(c.id for c in pack.claims),
                "vignette": tuple(v.id for v in pack.vignettes),
            },
        )

    @property
    def practices(self) -> tuple[Practice, ...]:
        """Return every readable practice in order."""
        return tuple(p for s in self.sections for p in s.practices)

    @property
    def english(self) -> bool:
        """Return whether the pack is written in English, which the wording rules read."""
        return self.head is not None and self.head.locale.partition("-")[0] == "en"
