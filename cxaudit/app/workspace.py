"""The workspace: the assessment at hand, what is computed from it, and undo.

It is pure. Every command swaps one immutable assessment for the next and returns what was touched; the caller
hands the edit to the journal and shows the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app.clock_steps import sets_clock_only, with_clock_kept
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.edits import Edit, apply, inverse
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.scorecard import Plan, RankRanges, Scorecard
from cxaudit.domain.scoring import score

UNDO_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Changes:
    """What a command did: the edit for the journal, and what it touched. `label` words it for the undo menu."""

    edit: Edit
    label: str


@dataclass(frozen=True, slots=True)
class _Step:
    forward: Edit
    back: Edit
    label: str


class Workspace:
    """One assessment with its pack, undo list and computed values (computed when asked for, kept until a change)."""

    def __init__(self, assessment: Assessment, pack: Pack) -> None:
        """Start with an assessment and the pack that it is answered with."""
        self._assessment = assessment
        self.pack = pack
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._scorecard: Scorecard | None = None
        self._plan: Plan | None = None
        self._ranks: RankRanges | None = None

    @property
    def assessment(self) -> Assessment:
        """Return the assessment as it is now."""
        return self._assessment

    @property
    def scorecard(self) -> Scorecard:
        """Return every number of the assessment."""
        if self._scorecard is None:
            self._scorecard = score(self.pack, self._assessment)
        return self._scorecard

    @property
    def plan(self) -> Plan:
        """Return the plan."""
        if self._plan is None:
            self._plan = make_plan(self.pack, self._assessment, self.scorecard)
        return self._plan

    @property
    def ranks(self) -> RankRanges:
        """Return the rank range of each open action; slower than the plan, so only where it is shown."""
        if self._ranks is None:
            self._ranks = rank_ranges(self.pack, self._assessment, self.scorecard)
        return self._ranks

    def perform(self, edit: Edit, label: str) -> Changes | None:
        """Apply an edit; None where it changes nothing. To set the clock of a workshop is no step of undo."""
        back = inverse(self._assessment, edit)
        if back == edit:
            return None
        if sets_clock_only(self._assessment.workshop, edit):
            return self._swap(edit, label)
        self._undo = [*self._undo[-(UNDO_LIMIT - 1) :], _Step(edit, back, label)]
        self._redo = []
        return self._swap(edit, label)

    def undo(self) -> Changes | None:
        """Turn the last edit back; None where there is none."""
        if not self._undo:
            return None
        step = self._undo.pop()
        self._redo.append(step)
        return self._turn(step.back, step.forward, step.label)

    def redo(self) -> Changes | None:
        """Apply again what was turned back last; None where there is nothing."""
        if not self._redo:
            return None
        step = self._redo.pop()
        self._undo.append(step)
        return self._turn(step.forward, step.back, step.label)

    @property
    def undo_label(self) -> str:
        """Return what undo would turn back, or an empty text."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """Return what redo would apply again, or an empty text."""
        return self._redo[-1].label if self._redo else ""

    def _turn(self, edit: Edit, opposite: Edit, label: str) -> Changes:
        return self._swap(with_clock_kept(self._assessment.workshop, edit, opposite), label)

    def _swap(self, edit: Edit, label: str) -> Changes:
        self._assessment = apply(self._assessment, edit)
        self._scorecard = self._plan = self._ranks = None
        return Changes(edit, label)
