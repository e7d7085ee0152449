"""The question as it is shown: what is chosen, how far one is, what evidence changes."""

from __future__ import annotations

from support.builders import answer, assess, pack, practice

from cxaudit.app.flow import REVIEW, start
from cxaudit.domain.assessment import Answer
from cxaudit.presentation.question import QuestionView, evidence_view, question_view

PACK = pack(
    (
        practice("mission.a", "M1"),
        practice("mission.b", "M2", may_not_apply=True),
        practice("strategy.a", "S1"),
    )
)


def view(at: str, **answers: int | str | list[int | str] | Answer) -> QuestionView:
    assessment = assess(PACK, answers)
    return question_view(PACK, assessment, start(PACK, assess(PACK, {})).jump(at))


def test_it_says_where_one_is() -> None:
    shown = view("mission.b", M1=4)
    assert (shown.dimension, shown.place, shown.number, shown.total) == ("mission", "2 of 3", 2, 3)
    assert shown.steps == (("done", "here"), ("ahead",))
    assert shown.said == "Question 2 of 3, mission"
    assert shown.may_not_apply


def test_at_the_review_list_it_stands_at_the_last_question() -> None:
    assert view(REVIEW).practice == "strategy.a"


def test_what_is_chosen() -> None:
    assert view("mission.b", M2=4).chosen == 4
    assert view("mission.b", M2="dk").chosen == 0
    assert view("mission.b").chosen is None


def test_answers_that_the_rows_cannot_show_are_told_beside_them() -> None:
    aside = view("mission.b", M2=Answer(not_applicable="No such thing here"))
    assert (aside.chosen, aside.aside) == (None, "Does not apply: No such thing here")
    assert aside.set_aside == "No such thing here"
    several = view("mission.b", M2=[4, "dk", 2])
    assert (several.chosen, several.aside) == (None, "3 people answered: 4, ?, 2.")
    agreed = view("mission.b", M2=Answer(votes=(4, 2), agreed=3))
    assert agreed.chosen == 3


def test_evidence_changes_nothing_up_to_level_3() -> None:
    shown = evidence_view(PACK, answer(3, evidence=""))
    assert (shown.shown, shown.claimed, shown.now) == (None, None, "")
    assert evidence_view(PACK, Answer()).claimed is None


def test_without_evidence_level_4_is_a_claim() -> None:
    shown = evidence_view(PACK, answer(4, evidence="  "))
    assert (shown.shown, shown.claimed, shown.well) == (3, 4, False)
    assert "claimed" in shown.now


def test_with_evidence_level_4_counts_as_shown() -> None:
    shown = evidence_view(PACK, answer(4, evidence="Plan, page 3"))
    assert (shown.claimed, shown.well) == (4, True)
    assert shown.now == "Counts as level 4, shown by evidence"
