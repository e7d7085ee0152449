"""Edits: the smallest changes of an assessment, as values that can be stored, applied and turned back.

What a room revealed is append-only: no edit, and no undo, takes away a round that was voted in it or the record of a
lock that was opened. Round 0, made of files from before, can be taken away with the files.
"""

from __future__ import annotations

from functools import reduce
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from cxaudit.domain.assessment import UNANSWERED, ActionState, Answer, Assessment
from cxaudit.domain.fields import Day, Line, Mode
from cxaudit.domain.model import Frozen, Level
from cxaudit.domain.report_choices import ReportChoices
from cxaudit.domain.workshop import Round, Workshop


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


class WorkshopEdit(Frozen):
    """Sets the workshop: room, place, phase, clock, parking lot; None where there is none."""

    kind: Literal["workshop"] = "workshop"
    workshop: Workshop | None


class ReportEdit(Frozen):
    """Sets what was chosen for the report; None goes back to the program's own."""

    kind: Literal["report"] = "report"
    report: ReportChoices | None


class ReviewEdit(Frozen):
    """Records that the review list was accepted, or takes that back."""

    kind: Literal["review"] = "review"
    reviewed: bool


Single = (
    AnswerEdit
    | ActionEdit
    | TargetEdit
    | OrganisationEdit
    | DateEdit
    | ModeEdit
    | ReviewEdit
    | PredictionEdit
    | WorkshopEdit
    | ReportEdit
)


class TogetherEdit(Frozen):
    """Several edits as one: one line of the journal, one step of undo. A reveal, a lock, files merged."""

    kind: Literal["together"] = "together"
    edits: Annotated[tuple[Annotated[Single, Field(discriminator="kind")], ...], Field(min_length=1, max_length=200)]


Edit = Single | TogetherEdit
StoredEdit = Annotated[Edit, Field(discriminator="kind")]

T = TypeVar("T")


def _put(table: dict[str, T], key: str, value: T | None) -> dict[str, T]:
    rest = {k: v for k, v in table.items() if k != key}
    return rest if value is None else {**rest, key: value}


def apply(assessment: Assessment, edit: Edit) -> Assessment:
    """Return the assessment with the edit applied."""
    if isinstance(edit, TogetherEdit):
        return reduce(apply, edit.edits, assessment)
    return assessment.model_copy(update=_change(assessment, edit))


def _change(assessment: Assessment, edit: Single) -> dict[str, object]:
    match edit:
        case AnswerEdit():
            kept = _with_record(assessment.answer(edit.practice), edit.answer)
            return {"answers": _put(assessment.answers, edit.practice, kept)}
        case ActionEdit():
            return {"actions": _put(assessment.actions, edit.action, edit.state)}
        case TargetEdit():
            return {"targets": _put(assessment.targets, edit.key, edit.level)}
        case ModeEdit():
            reviewed = assessment.reviewed if edit.reviewed is None else edit.reviewed
            return {"mode": edit.mode, "reviewed": reviewed}
        case _:
            field = _FIELDS[edit.kind]
            return {field: getattr(edit, field)}


def _with_record(old: Answer, new: Answer | None) -> Answer | None:
    """Return the new answer with the record of the old one, unless it goes on from that."""
    voted, opened = _voted(old), old.opened
    after = new or UNANSWERED
    if _voted(after)[: len(voted)] != voted:
        files = tuple(found for found in after.rounds if found.method == "files")
        after = after.model_copy(update={"rounds": (*files, *voted)})
    if after.opened[: len(opened)] != opened:
        after = after.model_copy(update={"opened": opened})
    return new if after == UNANSWERED else after


def _voted(answer: Answer) -> tuple[Round, ...]:
    return tuple(found for found in answer.rounds if found.method != "files")


_FIELDS = {
    "organisation": "organisation",
    "date": "date",
    "prediction": "prediction",
    "workshop": "workshop",
    "report": "report",
    "review": "reviewed",
}
"""The field that an edit sets whole, by the edit's kind; the field has the same name in edit and assessment."""


def inverse(assessment: Assessment, edit: Edit) -> Edit:
    """Return the edit that turns `edit` back, read off the assessment before it is applied."""
    return _inverse_of_all(assessment, edit) if isinstance(edit, TogetherEdit) else _inverse_of_one(assessment, edit)


def _inverse_of_all(assessment: Assessment, edit: TogetherEdit) -> TogetherEdit:
    back: list[Single] = []
    for single in edit.edits:
        back.append(_inverse_of_one(assessment, single))
        assessment = apply(assessment, single)
    return TogetherEdit(edits=tuple(reversed(back)))


def _inverse_of_one(assessment: Assessment, edit: Single) -> Single:
    match edit:
        case AnswerEdit():
            return AnswerEdit(practice=edit.practice, answer=assessment.answers.get(edit.practice))
        case ActionEdit():
            return ActionEdit(action=edit.action, state=assessment.actions.get(edit.action))
        case TargetEdit():
            return TargetEdit(key=edit.key, level=assessment.targets.get(edit.key))
        case ModeEdit():
            return ModeEdit(mode=assessment.mode, reviewed=None if edit.reviewed is None else assessment.reviewed)
        case _:
            field = _FIELDS[edit.kind]
            return edit.model_copy(update={field: getattr(assessment, field)})
