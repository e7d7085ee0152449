"""Edits: the smallest changes of an assessment, as values that can be stored, applied and turned back."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import Field

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.fields import Day, Line, Mode
from cxaudit.domain.model import Frozen, Level


class AnswerEdit(Frozen):
    """Sets what is on file for a practice id, or takes it away (None)."""

    kind: Literal["answer"] = "answer"
    practice: Line
    answer: Answer | None


class ActionEdit(Frozen):
    """Sets what was decided about an action id, or takes it away (None)."""

    kind: Literal["action"] = "action"
    action: Line
    state: ActionState | None


class TargetEdit(Frozen):
    """Sets the target of a dimension id or practice id, or goes back to the default (None)."""

    kind: Literal["target"] = "target"
    key: Line
    level: Level | None


class OrganisationEdit(Frozen):
    """Names the organisation."""

    kind: Literal["organisation"] = "organisation"
    organisation: Line


class DateEdit(Frozen):
    """Sets the date of the assessment (ISO 8601), the only one that the report prints."""

    kind: Literal["date"] = "date"
    date: Day | None


class ModeEdit(Frozen):
    """Switches between the quick and the full audit; the answers stay.

    `reviewed` says whether the review list counts as accepted afterwards (None: as before), for more questions are
    open after a switch to the full audit.
    """

    kind: Literal["mode"] = "mode"
    mode: Mode
    reviewed: bool | None = None


class PredictionEdit(Frozen):
    """Records a guess of the overall level, or takes it away (None)."""

    kind: Literal["prediction"] = "prediction"
    prediction: Level | None


class ReviewEdit(Frozen):
    """Records that the review list was accepted, or takes that back."""

    kind: Literal["review"] = "review"
    reviewed: bool


Edit = AnswerEdit | ActionEdit | TargetEdit | OrganisationEdit | DateEdit | ModeEdit | ReviewEdit | PredictionEdit
StoredEdit = Annotated[Edit, Field(discriminator="kind")]

T = TypeVar("T")


def _put(table: dict[str, T], key: str, value: T | None) -> dict[str, T]:
    rest = {k: v for k, v in table.items() if k != key}
    return rest if value is None else {**rest, key: value}


def apply(assessment: Assessment, edit: Edit) -> Assessment:
    """Return the assessment with the edit applied."""
    match edit:
        case AnswerEdit():
            change = {"answers": _put(assessment.answers, edit.practice, edit.answer)}
        case ActionEdit():
            change = {"actions": _put(assessment.actions, edit.action, edit.state)}
        case TargetEdit():
            change = {"targets": _put(assessment.targets, edit.key, edit.level)}
        case OrganisationEdit():
            change = {"organisation": edit.organisation}
        case DateEdit():
            change = {"date": edit.date}
        case ModeEdit():
            reviewed = assessment.reviewed if edit.reviewed is None else edit.reviewed
            change = {"mode": edit.mode, "reviewed": reviewed}
        case PredictionEdit():
            change = {"prediction": edit.prediction}
        case _:
            change = {"reviewed": edit.reviewed}
    return assessment.model_copy(update=change)


def inverse(assessment: Assessment, edit: Edit) -> Edit:
    """Return the edit that turns `edit` back, read off the assessment before it is applied."""
    back: Edit
    match edit:
        case AnswerEdit():
            back = AnswerEdit(practice=edit.practice, answer=assessment.answers.get(edit.practice))
        case ActionEdit():
            back = ActionEdit(action=edit.action, state=assessment.actions.get(edit.action))
        case TargetEdit():
            back = TargetEdit(key=edit.key, level=assessment.targets.get(edit.key))
        case OrganisationEdit():
            back = OrganisationEdit(organisation=assessment.organisation)
        case DateEdit():
            back = DateEdit(date=assessment.date)
        case ModeEdit():
            back = ModeEdit(mode=assessment.mode, reviewed=None if edit.reviewed is None else assessment.reviewed)
        case PredictionEdit():
            back = PredictionEdit(prediction=assessment.prediction)
        case _:
            back = ReviewEdit(reviewed=assessment.reviewed)
    return back
