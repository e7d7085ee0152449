"""One client's document: the assessments of an organisation and the packs that they were answered with."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack


@dataclass(frozen=True, slots=True)
class Engagement:
    """The content of one document.

    `assessments` are oldest first. `packs` holds a full copy of each pack used, by content digest, so that the
    document opens and scores the same for ever. `sample` marks a copy of the example.
    """

    assessments: tuple[Assessment, ...]
    packs: dict[str, Pack]
    sample: bool = False

    @property
    def newest(self) -> Assessment:
        """Return the newest assessment."""
        return self.assessments[-1]

    @property
    def pack(self) -> Pack:
        """Return the pack that the newest assessment was answered with."""
        return self.packs[self.newest.content]
