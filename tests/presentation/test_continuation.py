"""What going on in a newer version brings, in words that a shop manager understands."""

from __future__ import annotations

import pytest
from support.builders import pack, practice

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.errors import NotNewerError, OtherQuestionnaireError
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.presentation.continuation import ContinuationView, PracticeLine, continuation_view
from cxaudit.presentation.errors import error_view


def version(number: str, practices: list[Practice]) -> Pack:
    return pack(practices).model_copy(update={"version": number, "title": "Customers"})


KEPT, WORDED = practice("mission.kept", "M1"), practice("mission.worded", "M2")
GONE, NEW = practice("strategy.gone", "S1"), practice("strategy.new", "S2", quick=False)
OLD_PACK = version("1.0.0", [KEPT, WORDED, GONE])
NEW_PACK = version("2.0.0", [KEPT, WORDED.model_copy(update={"revision": 2}), NEW])
EMPTY = Assessment(id="a", pack="test-pack", version="1.0.0", content="0" * 64, mode="quick")


def view(new_pack: Pack = NEW_PACK, **changes: object) -> ContinuationView:
    return continuation_view(EMPTY.model_copy(update=changes), OLD_PACK, new_pack)


def test_it_says_that_the_original_stays_and_that_answers_are_to_be_confirmed() -> None:
    shown = view()
    assert shown.title == "Continue in Customers 2.0.0"
    assert "version 1.0.0 and stays as it is" in shown.summary[0]
    assert "counts once you confirm it" in shown.summary[1]
    assert shown.accept == "Make the copy"


def test_groups_stand_in_order_with_their_practices_by_dimension() -> None:
    answers = {"mission.kept": Answer(level=4), "mission.worded": Answer(level=2), "strategy.gone": Answer(level=2)}
    shown = view(answers=answers)
    assert [(group.state, group.title) for group in shown.groups] == [
        ("carried", "1 answer is carried over"),
        ("new", "1 new question"),
        ("reworded", "1 question was reworded"),
        ("gone", "1 question is not asked any more"),
    ]
    lines = [(d.title, d.lines) for group in shown.groups for d in group.dimensions]
    assert lines == [
        ("mission", (PracticeLine("M1", "M1"),)),
        ("strategy", (PracticeLine("S2", "S2"),)),
        ("mission", (PracticeLine("M2", "M2", "was answered"),)),
        ("strategy", (PracticeLine("S1", "S1", "was answered"),)),
    ]
    assert [group.hint for group in shown.groups] == [
        "Please confirm each one, with what is written beside it.",
        "Only the full audit asks them.",
        "Somebody might answer them differently now, so they are asked again.",
        "What you answered stays in the original.",
    ]


def test_of_several_new_questions_those_of_the_full_audit_are_marked() -> None:
    quick = practice("strategy.quick", "S3")
    new = next(g for g in view(version("1.1.0", [KEPT, WORDED, GONE, NEW, quick])).groups if g.state == "new")
    assert new.hint == "There is no answer to them yet."
    assert new.dimensions[0].lines == (PracticeLine("S2", "S2", "full audit only"), PracticeLine("S3", "S3"))


def test_groups_that_are_empty_are_left_out_and_notes_too() -> None:
    answers = {p.id: Answer(note="Ask Ada") for p in (KEPT, WORDED)} | {GONE.id: Answer(level=2)}
    shown = view(version("1.1.0", [KEPT, WORDED, GONE]), answers=answers)
    assert [group.state for group in shown.groups] == ["carried"]
    assert shown.notes == ("2 questions that stayed the same have no answer yet.",)
    answered = {p.id: Answer(level=2) for p in (KEPT, WORDED, GONE)}
    assert view(version("1.1.0", [KEPT, WORDED, GONE]), answers=answered).notes == ()


def test_a_new_question_that_the_audit_asks_has_no_note() -> None:
    new = next(g for g in view(mode="full").groups if g.state == "new")
    assert new.hint == "There is no answer to them yet."
    assert new.dimensions[0].lines == (PracticeLine("S2", "S2"),)


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 question was reworded"), (2, "2 questions were reworded")], ids=["one", "two"]
)
def test_counts_are_worded(count: int, words: str) -> None:
    worded = [p.model_copy(update={"revision": 2}) if n < count else p for n, p in enumerate((KEPT, WORDED, GONE))]
    shown = view(version("2.0.0", worded))
    assert [group.title for group in shown.groups] == [words]


def test_the_plan_and_targets_are_told() -> None:
    actions = {name: ActionState(owner="Ada") for name in ("do-m1", "do-s1", "do-nothing-known")}
    shown = view(actions=actions, targets={"mission": 3, "strategy.gone": 4})
    assert shown.notes == (
        "1 question that stayed the same has no answer yet.",
        "What you decided about 1 action stays.",
        "2 actions that you decided about are not in the newer version: do-s1, do-nothing-known.",
        "1 target stays.",
        "1 target goes with what it was set for.",
    )


def test_a_plan_that_grows_is_told() -> None:
    shown = view(version("1.1.0", [KEPT, WORDED, GONE, NEW]))
    assert shown.notes[-1] == "The newer version holds 4 actions, the older one 3."


def test_why_it_is_refused_is_said() -> None:
    with pytest.raises(NotNewerError) as older:
        continuation_view(EMPTY, NEW_PACK, OLD_PACK)
    assert "test-pack 2.0.0; 1.0.0 is not a later version" in error_view(older.value).text
    with pytest.raises(OtherQuestionnaireError) as other:
        continuation_view(EMPTY, OLD_PACK, NEW_PACK.model_copy(update={"id": "another"}))
    assert "another asks other things" in error_view(other.value).text
