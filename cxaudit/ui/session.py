"""The one bridge between the core and Qt: screens call its commands and listen to its signals.

    session.answer(practice, 4)         # a command: workspace, journal, then `changed`
    session.changed.connect(refresh)    # build a view from session.workspace and render it

No command waits for a disk, but `close`. Opening and reports run in the background (`tasks`). The bases: `shelf` knows
the document, `desk` places, edits and undo, `opening` how an assessment comes to be at hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from typing_extensions import override

from cxaudit.app import workshop
from cxaudit.app.flow import REVIEW
from cxaudit.app.ports import Services
from cxaudit.app.steps import open_question
from cxaudit.app.what_if import WhatIf, start
from cxaudit.app.workspace import Workspace
from cxaudit.domain.assessment import ActionState, Answer, EvidenceKind
from cxaudit.domain.edits import (
    ActionEdit,
    AnswerEdit,
    DateEdit,
    ModeEdit,
    OrganisationEdit,
    PredictionEdit,
    ReviewEdit,
    TargetEdit,
)
from cxaudit.domain.fact_check import FactValue
from cxaudit.domain.fields import Mode
from cxaudit.domain.workshop import Room
from cxaudit.ui.opening import Opening
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.report_session import ReportDesk
from cxaudit.ui.room_session import RoomDesk
from cxaudit.ui.tasks import Tasks

MOST_SECONDS = 1_000_000


class Session(Opening):
    """The assessment at hand and every command on it. Its signals are those of its bases.

    `report` is the report and how it is to be, `room` the workshop; while one runs, its place "workshop" stands where
    else the questions are. `rehearsing` says that it was begun without a projector.

    Signals:
        closed_met: nothing was answered, for a workshop closed the question; its practice id.
    """

    closed_met = Signal(str)

    def __init__(self, services: Services, preferences: Preferences, tasks: Tasks) -> None:
        super().__init__(services, preferences, tasks)
        self._trial: WhatIf | None = None
        self.rehearsing = False
        self.place_changed.connect(self._leave_trial)
        self.room = RoomDesk(self)
        self.report = ReportDesk(self)
        self.room.running_changed.connect(self._follow_room)

    # ------------------------------------------------------------------ answers
    def answer(self, practice: str, level: int, seconds: int | None = None) -> None:
        """Answer a practice with a level, and go on from its question. `seconds` is how long that was on screen."""
        self._answer_and_go_on(practice, seconds, level=level)

    def dont_know(self, practice: str, seconds: int | None = None) -> None:
        """Answer a practice with "don't know", and go on."""
        self._answer_and_go_on(practice, seconds, dont_know=True)

    def does_not_apply(self, practice: str, reason: str, seconds: int | None = None) -> None:
        """Set a practice aside with a reason, and go on."""
        self._answer_and_go_on(practice, seconds, not_applicable=reason)

    def refuses(self, practice: str) -> bool:
        """Return whether a practice takes no answer because a workshop closed it, and tell listeners if so."""
        closed = self.assessment.answer(practice).lock is not None
        if closed:
            self.closed_met.emit(practice)
        return closed

    def _answer_and_go_on(self, practice: str, seconds: int | None, **state: object) -> None:
        if self.refuses(practice):
            return
        before = self.assessment.answer(practice)
        change: dict[str, object] = {
            "level": None,
            "dont_know": False,
            "not_applicable": None,
            "votes": None,
            "agreed": None,
            **state,
            "revision": self.pack.practices[practice].revision,
            "quick": self.assessment.mode == "quick",
            "carried": False,
        }
        if before.carried and before.votes is not None and state == {"level": before.agreed}:
            change |= {"level": None, "votes": before.votes, "agreed": before.agreed}  # confirmed as the group left it
        if seconds is not None:
            change["seconds"] = min(seconds, MOST_SECONDS)
        if practice == self.flow.at:
            self._advance()
        self._edit_answer(practice, change, always=True)

    def set_note(self, practice: str, note: str) -> None:
        """Write a note beside an answer."""
        self._edit_answer(practice, {"note": note})

    def set_evidence(self, practice: str, evidence: str) -> None:
        """Say what shows an answer, and where it lies."""
        self._edit_answer(practice, {"evidence": evidence})

    def set_evidence_kind(self, practice: str, kind: EvidenceKind | None) -> None:
        """Say what kind of evidence it is."""
        self._edit_answer(practice, {"evidence_kind": kind})

    def set_evidence_date(self, practice: str, day: str | None) -> None:
        """Say from when the evidence is (ISO 8601)."""
        self._edit_answer(practice, {"evidence_date": day})

    def set_fact(self, practice: str, part: str, value: FactValue | None) -> None:
        """Give one value of a practice's fact-check, or take it away."""
        facts = {key: kept for key, kept in self.assessment.answer(practice).facts.items() if key != part}
        self._edit_answer(practice, {"facts": facts if value is None else {**facts, part: value}})

    def toggle_mark(self, practice: str) -> None:
        """Mark a practice as "come back to this", or take the mark away."""
        self._edit_answer(practice, {"mark": not self.assessment.answer(practice).mark})

    def _edit_answer(self, practice: str, change: dict[str, Any], *, always: bool = False) -> None:
        old = self.assessment.answer(practice)
        new = Answer.model_validate({**old.model_dump(), **change}, strict=False)
        self.perform(AnswerEdit(practice=practice, answer=new), always=always)

    # ------------------------------------------------------------------ the audit
    def go_full(self) -> None:
        """Go on from a five-minute audit to the full one: the answers stay, the review list is open again."""
        self.perform(ModeEdit(mode="full", reviewed=False))
        self.intro = True
        self.go_to("answer")
        self.remember()

    def go_quick(self) -> None:
        """Go back to the questions of the five-minute audit; the other answers stay on file."""
        self.intro = False
        self.perform(ModeEdit(mode="quick"))
        self.go_to("answer")
        self.remember()

    def predict(self, level: int | None) -> None:
        """Keep a guess of the overall level, or take it away."""
        self.perform(PredictionEdit(prediction=level))

    def accept_review(self) -> None:
        """Accept the review list: opens the results."""
        self.perform(ReviewEdit(reviewed=True))
        self.go_to("results")
        self.remember()

    def set_organisation(self, organisation: str) -> None:
        """Name the organisation."""
        self.perform(OrganisationEdit(organisation=organisation))
        self.remember()

    def set_date(self, day: str | None) -> None:
        """Set the date that the report prints (ISO 8601), or none."""
        self.perform(DateEdit(date=day))

    def set_target(self, key: str, level: int | None) -> None:
        """Set the target of a dimension or practice id; None goes back to the pack's own."""
        self.perform(TargetEdit(key=key, level=level))

    def set_action(self, action: str, **change: object) -> None:
        """Change what was decided about an action: status, reason, owner, due."""
        old = self.assessment.action(action)
        new = ActionState.model_validate({**old.model_dump(), **change})
        self.perform(ActionEdit(action=action, state=None if new == ActionState() else new))

    # ------------------------------------------------------------------ the workshop
    def start_workshop(self, room: Room, mode: Mode, at: str = "", *, rehearsing: bool = False) -> None:
        """Begin a workshop in the audit at hand, or in a new one; at a practice id or the first open question."""
        if not self.has_assessment:
            self._start(mode)
        self.rehearsing = rehearsing
        if self.assessment.mode != mode:
            self.perform(ModeEdit(mode=mode, reviewed=False if mode == "full" else None))
        self.room.run(workshop.start, room, self.services.clock.now(), at)
        self.remember()

    def _follow_room(self) -> None:
        """Show the workshop when it begins, and the review list when it is over."""
        if self.room.running:
            self.go_to("workshop")
        elif self.has_assessment and self.place == "workshop":
            self.rehearsing = False
            self.go_to_question(REVIEW)

    @override
    def _begin(self, workspace: Workspace, place: str, at: str = "", *, intro: bool = False) -> None:
        going = workspace.assessment.workshop
        runs = going is not None and not going.ended
        self.rehearsing = False
        super()._begin(workspace, "workshop" if runs else place, at, intro=intro and not runs)

    @override
    def go_to(self, place: str) -> None:
        """Show a place; one that is not open yet is ignored. While a workshop runs it stands for the questions."""
        super().go_to("workshop" if place == "answer" and self.room.running else place)

    @override
    def go_to_question(self, place: str) -> None:
        """Show a question by its practice id, or the review list; while a workshop runs, take the room there."""
        if not self.room.running:
            super().go_to_question(place)
            return
        if place != REVIEW:
            self.room.run(open_question, place)
        self.go_to("workshop")

    @override
    def show_questions(self) -> None:
        """Show a question from wherever one is; while a workshop runs, the one that the room is at."""
        if self.room.running:
            self.go_to("workshop")
        else:
            super().show_questions()

    # ------------------------------------------------------------------ what if
    def trial(self) -> WhatIf:
        """Return what is tried in what-if; it is never recorded, and forgotten when one leaves that place."""
        self._trial = (self._trial or start(self.pack, self.assessment)).on(self.assessment)
        return self._trial

    def set_trial(self, trial: WhatIf) -> None:
        """Try other levels."""
        self._trial = trial
        self.changed.emit()

    def try_levels(self, levels: Mapping[str, int]) -> None:
        """Go to what-if and try levels there, by practice id."""
        if self.results_open:
            self._trial = self.trial().trying(levels)
            self.go_to("what_if")

    def _leave_trial(self, place: str) -> None:
        if place != "what_if":
            self._trial = None
