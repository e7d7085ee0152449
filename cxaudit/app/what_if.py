"""What if: levels tried on top of an assessment, which stays as it is.

It is pure, and it makes no edit: nothing that is tried can reach the journal or the document.

    trial = start(pack, assessment)
    trial = trial.trying({"mission.recall": 4})
    trial.before.scorecard, trial.after.scorecard
    trial = trial.without("mission.recall")
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.model import HI, LO
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scorecard import Plan, Scorecard
from cxaudit.domain.scoring import score


@dataclass(frozen=True, slots=True)
class Outcome:
    """An assessment with its numbers and its plan."""

    assessment: Assessment
    scorecard: Scorecard
    plan: Plan


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is on file (`before`), what it would be (`after`), and the levels tried, by practice id.

    `levels` holds only what differs from the point on file, in the pack's order; where it is empty `after` is
    `before`.
    """

    pack: Pack
    before: Outcome
    after: Outcome
    levels: tuple[tuple[str, int], ...] = ()

    @property
    def tried(self) -> dict[str, int]:
        """Return the levels tried, by practice id."""
        return dict(self.levels)

    def recorded(self, practice: str) -> int | None:
        """Return the point on file of a practice id, None where nobody gave a level."""
        return self.before.scorecard.practices[practice].point

    def shown(self, practice: str) -> int | None:
        """Return the level tried of a practice id, else the point on file."""
        return self.tried.get(practice, self.recorded(practice))

    def open_to(self, practice: str) -> bool:
        """Return whether a level can be tried: the practice is asked, and not set aside as not applicable."""
        score_ = self.before.scorecard.practices.get(practice)
        return score_ is not None and score_.applicable

    def trying(self, levels: Mapping[str, int]) -> WhatIf:
        """Try levels by practice id, on top of those tried already.

        The level on file takes a trial back. A practice that is not open to it is left alone. Raises ValueError for
        a level that the ladder does not have.
        """
        if any(not LO <= level <= HI for level in levels.values()):
            raise ValueError(dict(levels))
        return self._with({**self.tried, **levels})

    def without(self, practice: str) -> WhatIf:
        """Take back what was tried of a practice id."""
        return self._with({p: level for p, level in self.levels if p != practice})

    def raised(self, practice: str) -> WhatIf:
        """Try one level more; the lowest where there is no level on file."""
        level = self.shown(practice)
        return self.trying({practice: LO if level is None else min(HI, level + 1)})

    def lowered(self, practice: str) -> WhatIf:
        """Try one level less; below the lowest an answer without a level on file is as it was."""
        level = self.shown(practice)
        if level is None or (level == LO and self.recorded(practice) is None):
            return self.without(practice)
        return self.trying({practice: max(LO, level - 1)})

    def cleared(self) -> WhatIf:
        """Take everything back."""
        return self._with({})

    def on(self, assessment: Assessment) -> WhatIf:
        """Try the same levels on an assessment that was edited meanwhile."""
        return self if assessment is self.before.assessment else start(self.pack, assessment).trying(self.tried)

    def _with(self, levels: Mapping[str, int]) -> WhatIf:
        kept = tuple(
            (practice, levels[practice])
            for practice in self.before.scorecard.practices
            if practice in levels and self.open_to(practice) and levels[practice] != self.recorded(practice)
        )
        if kept == self.levels:
            return self
        after = _outcome(self.pack, _answered(self.before.assessment, dict(kept))) if kept else self.before
        return WhatIf(self.pack, self.before, after, kept)


def start(pack: Pack, assessment: Assessment) -> WhatIf:
    """Begin with an assessment as it is on file."""
    recorded = _outcome(pack, assessment)
    return WhatIf(pack, recorded, recorded)


def _outcome(pack: Pack, assessment: Assessment) -> Outcome:
    scorecard = score(pack, assessment)
    return Outcome(assessment, scorecard, make_plan(pack, assessment, scorecard))


def _answered(assessment: Assessment, levels: Mapping[str, int]) -> Assessment:
    """Return another assessment in which these practices have these levels."""
    answers = {practice: _at_level(assessment.answer(practice), level) for practice, level in levels.items()}
    return assessment.model_copy(update={"answers": {**assessment.answers, **answers}})


def _at_level(answer: Answer, level: int) -> Answer:
    """Return an answer at a level; its evidence and facts stay, and so do votes, as if the room had agreed on it."""
    if answer.votes is not None:
        return answer.model_copy(update={"agreed": level, "carried": False})
    change = {"level": level, "dont_know": False, "not_applicable": None, "carried": False}
    return answer.model_copy(update=change)
