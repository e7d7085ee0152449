"""The one bridge between the core and Qt: screens call its commands and listen to its signals.

    session.answer(practice, 4)         # a command: workspace, journal, then `changed`
    session.changed.connect(refresh)    # build a view from session.workspace and render it

No command waits for a disk, but `close`. Opening and reports run in the background (`tasks`). What is open, moving,
undo and saving are in `desk`, its base.
"""

from __future__ import annotations

from typing import Any

from cxaudit.domain.assessment import ActionState, Answer
from cxaudit.domain.edits import ActionEdit, AnswerEdit, DateEdit, OrganisationEdit, ReviewEdit, TargetEdit
from cxaudit.ui.desk import Desk


class Session(Desk):
    """The assessment at hand and every command on it. Its signals are those of `Desk`."""

    def answer(self, practice: str, level: int) -> None:
        """Answer a practice with a level, and go on."""
        self._answer_and_go_on(practice, level=level)

    def dont_know(self, practice: str) -> None:
        """Answer a practice with "don't know", and go on."""
        self._answer_and_go_on(practice, dont_know=True)

    def does_not_apply(self, practice: str, reason: str) -> None:
        """Set a practice aside with a reason, and go on."""
        self._answer_and_go_on(practice, not_applicable=reason)

    def _answer_and_go_on(self, practice: str, **state: object) -> None:
        empty: dict[str, object] = {
            "level": None,
            "dont_know": False,
            "not_applicable": None,
            "votes": None,
            "agreed": None,
        }
        revision = self.pack.practices[practice].revision
        self._advance()
        self._edit_answer(practice, {**empty, **state, "revision": revision}, always=True)

    def set_note(self, practice: str, note: str) -> None:
        """Write a note beside an answer."""
        self._edit_answer(practice, {"note": note})

    def set_evidence(self, practice: str, evidence: str) -> None:
        """Name the evidence of an answer."""
        self._edit_answer(practice, {"evidence": evidence})

    def toggle_mark(self, practice: str) -> None:
        """Mark a practice as "come back to this", or take the mark away."""
        self._edit_answer(practice, {"mark": not self.assessment.answer(practice).mark})

    def _edit_answer(self, practice: str, change: dict[str, Any], *, always: bool = False) -> None:
        old = self.assessment.answer(practice)
        new = Answer.model_validate({**old.model_dump(), **change}, strict=False)
        self.perform(AnswerEdit(practice=practice, answer=new), always=always)

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
