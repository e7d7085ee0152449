"""The question as it is shown: what is chosen, how far one is, what evidence changes."""

from __future__ import annotations

from support.builders import assess, pack, practice

from cxaudit.app.flow import REVIEW, start
from cxaudit.domain.assessment import Answer
from cxaudit.presentation.question import QuestionView, question_view

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


def test_an_answer_of_the_five_minute_audit_is_told_in_the_full_one() -> None:
    quick = Answer(level=3, quick=True)
    assert view("mission.b", M2=quick).quick
    assessment = assess(PACK, {"M2": quick}, mode="quick")
    assert not question_view(PACK, assessment, start(PACK, assessment).jump("mission.b")).quick


def test_an_answer_of_an_earlier_version_asks_to_be_confirmed() -> None:
    shown = view("mission.b", M2=Answer(level=3, carried=True, quick=True))
    assert (shown.chosen, shown.quick) == (3, False)
    assert "Return" in shown.carried
    assert "A" in view("mission.b", M2=Answer(not_applicable="So", carried=True)).carried
    assert "anew" in view("mission.b", M2=Answer(votes=(1, 2), carried=True)).carried
    assert view("mission.b", M2=4).carried == ""
