"""The clock of a workshop and undo: setting it is no step to turn back, and turning a step back does not set it."""

from __future__ import annotations

from cxaudit.domain.edits import Edit, TogetherEdit, WorkshopEdit
from cxaudit.domain.workshop import Workshop


def sets_clock_only(before: Workshop | None, edit: Edit) -> bool:
    """Return whether an edit of a workshop sets its clock and nothing else."""
    if not isinstance(edit, WorkshopEdit) or before is None or edit.workshop is None:
        return False
    return edit.workshop == _at_time(before, edit.workshop)


def with_clock_kept(now: Workshop | None, edit: Edit, opposite: Edit) -> Edit:
    """Return the edit that turns a step back (or does it again), with the clock as it is now.

    A step that set the clock itself, by going to another question or closing one, sets it again: `opposite`, the other
    direction of the step, tells which steps those are.
    """
    here, there = _workshop(edit), _workshop(opposite)
    if now is None or here is None or there is None or (here.at, here.timer) != (there.at, there.timer):
        return edit
    return _put(edit, _at_time(here, now))


def _at_time(workshop: Workshop, clock: Workshop) -> Workshop:
    return workshop.model_copy(update={"timer": clock.timer})


def _workshop(edit: Edit) -> Workshop | None:
    """Return the workshop that an edit sets, or None."""
    singles = edit.edits if isinstance(edit, TogetherEdit) else (edit,)
    return next((single.workshop for single in singles if isinstance(single, WorkshopEdit)), None)


def _put(edit: Edit, workshop: Workshop) -> Edit:
    new = WorkshopEdit(workshop=workshop)
    if not isinstance(edit, TogetherEdit):
        return new
    return TogetherEdit(edits=tuple(new if isinstance(single, WorkshopEdit) else single for single in edit.edits))
