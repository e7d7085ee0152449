"""The workspace computes when asked, keeps until a change, and turns back."""

from __future__ import annotations

from support.builders import assess, pack, practice

from cxaudit.app.workspace import UNDO_LIMIT, Workspace
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit, OrganisationEdit

ASKED = pack([practice("a.p1", "A1"), practice("a.p2", "A2")])


def level(practice_id: str, value: int) -> AnswerEdit:
    return AnswerEdit(practice=practice_id, answer=Answer(level=value))


def workspace() -> Workspace:
    return Workspace(assess(ASKED, {}), ASKED)


def test_an_edit_moves_the_scorecard_the_plan_and_the_ranks() -> None:
    work = workspace()
    assert work.scorecard.practices["a.p1"].point is None
    assert work.plan.items == ()
    assert work.ranks == {}
    work.perform(level("a.p1", 2), "Answer A1")
    assert work.scorecard.practices["a.p1"].point == 2
    assert [i.action for i in work.plan.sequence] == ["do-a1"]
    assert work.ranks == {"do-a1": (1, 2)}  # at the low end the other practice is at 1, and comes first


def test_computed_values_are_kept_until_a_change() -> None:
    work = workspace()
    before = (work.scorecard, work.plan, work.ranks)
    assert (work.scorecard, work.plan, work.ranks) == before
    assert work.scorecard is before[0]
    assert work.plan is before[1]
    assert work.ranks is before[2]
    work.perform(level("a.p1", 2), "Answer A1")
    assert work.scorecard is not before[0]


def test_undo_and_redo_hand_out_the_edits_for_the_journal() -> None:
    work = workspace()
    assert work.undo() is None
    assert work.redo() is None
    assert (work.undo_label, work.redo_label) == ("", "")
    done = work.perform(level("a.p1", 2), "Answer A1")
    assert done is not None
    assert (done.edit, done.label) == (level("a.p1", 2), "Answer A1")
    assert work.undo_label == "Answer A1"
    back = work.undo()
    assert back is not None
    assert back.edit == AnswerEdit(practice="a.p1", answer=None)
    assert work.assessment.answers == {}
    assert (work.undo_label, work.redo_label) == ("", "Answer A1")
    again = work.redo()
    assert again is not None
    assert again.edit == level("a.p1", 2)
    assert work.assessment.answer("a.p1").level == 2


def test_a_new_edit_ends_what_could_be_redone() -> None:
    work = workspace()
    work.perform(level("a.p1", 2), "one")
    work.undo()
    work.perform(level("a.p1", 3), "two")
    assert work.redo() is None


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    work = workspace()
    assert work.perform(OrganisationEdit(organisation=""), "name") is None
    assert work.undo_label == ""


def test_undo_reaches_back_a_fixed_number_of_steps() -> None:
    work = workspace()
    for step in range(UNDO_LIMIT + 5):
        work.perform(OrganisationEdit(organisation=f"firm {step}"), "name")
    turned = 0
    while work.undo():
        turned += 1
    assert turned == UNDO_LIMIT
    assert work.assessment.organisation == "firm 4"
