"""What every view is built from: an assessment, its pack and its numbers, with the names at hand."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cxaudit.app.reporting import PrivateField
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.gaps import dimension_target
from cxaudit.domain.questionnaire import Flag, Pack
from cxaudit.domain.scorecard import DimensionScore, PracticeScore, Scorecard


@dataclass(frozen=True, slots=True)
class Reading:
    """An assessment with its pack and every number of it.

    `kept` are the private fields that it still has where it is a copy for the client; None where it is none.
    """

    pack: Pack
    assessment: Assessment
    card: Scorecard
    kept: frozenset[PrivateField] | None = None

    def lacks(self, kind: PrivateField) -> bool:
        """Return whether private fields of this kind were left out."""
        return self.kept is not None and kind not in self.kept

    def dimension(self, dimension: str) -> str:
        """Return a dimension's title."""
        return self.pack.dimensions_by_id[dimension].title

    def practice(self, practice: str) -> str:
        """Return a practice's title with its code: "Priorities (S3)"."""
        found = self.pack.practices[practice]
        return f"{found.title} ({found.code})"

    def level(self, level: int) -> str:
        """Return a level's number and name: "2 Started"."""
        return f"{level} {self.pack.levels[level - 1].name}"

    def flag(self, flag: str) -> Flag:
        """Return a flag of the pack."""
        return next(f for f in self.pack.flags if f.id == flag)

    def target(self, dimension: str) -> int:
        """Return a dimension's target: the one set, else the pack's."""
        return dimension_target(self.pack, self.assessment, dimension)

    def asked(self, dimension: str) -> tuple[PracticeScore, ...]:
        """Return S: the dimension's practices that are asked and apply."""
        return tuple(p for p in self.card.practices.values() if p.dimension == dimension and p.applicable)

    def known(self, dimension: str) -> tuple[PracticeScore, ...]:
        """Return K: those of S that have a point."""
        return tuple(p for p in self.asked(dimension) if p.point is not None)

    def shown_index(self, score: DimensionScore) -> Fraction | None:
        """Return the index as far as evidence and facts show it: a claimed point counts as what is shown of it."""
        if score.index is None:
            return None
        known = self.known(score.id)
        total = sum(p.weight * (p.shown or 0) for p in known)
        return min(score.index, Fraction(total, sum(p.weight for p in known)))

    def ranked(self) -> tuple[DimensionScore, ...]:
        """Return the dimensions as the profile shows them: lowest index first, those without one last."""
        order = {d.id: i for i, d in enumerate(self.pack.dimensions)}
        scores = self.card.dimensions.values()
        return tuple(sorted(scores, key=lambda d: (d.index is None, d.index or Fraction(0), order[d.id])))
