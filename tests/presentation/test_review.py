"""The review list: what to look at again, what follows, and no score."""

from __future__ import annotations

from support.builders import assess, flag, pack, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.scoring import score
from cxaudit.presentation.review import ReviewView, level_state, review_view

PACK = pack(
    tuple(practice(f"mission.p{k}", f"M{k}", may_not_apply=k == 6) for k in range(1, 7)),
    flags=(flag("pay", 2, {"mission.p4": 1}),),
)


def view(**answers: int | str | list[int | str] | Answer) -> ReviewView:
    assessment = assess(PACK, answers, evidence="")
    return review_view(PACK, assessment, score(PACK, assessment))


def test_what_needs_a_look_comes_first() -> None:
    shown = view(M2=Answer(level=3, mark=True), M3="dk", M4=1, M5=2, M6=Answer(not_applicable="None here"))
    assert [line.title for line in shown.look_again] == ["M1", "M2", "M3", "M4"]
    assert [line.chip for line in shown.look_again] == [None, 3, "dk", 1]
    assert [line.tags for line in shown.look_again] == [(), ("marked",), (), ("flag",)]
    assert shown.look_again[0].text == "Not answered yet"
    assert shown.look_again[2].text == "Don't know"
    assert shown.look_again[3].check == "Is it so?"
    assert [line.text for line in shown.rest] == ["two", "Does not apply: None here"]
    assert (shown.answered, shown.dont_know, shown.unanswered) == (4, 1, 1)


def test_what_follows_is_said_in_words_and_without_a_score() -> None:
    shown = view(M1=4, M2=5, M3="dk", M4=2, M5=3)
    assert [c.kind for c in shown.consequences] == ["open", "claimed"]
    assert shown.consequences[0].text.startswith("2 open questions widen the range of mission.")
    assert shown.consequences[1].text.startswith("2 answers at level 4 or above have no evidence")


def test_few_answers_are_told() -> None:
    assert [c.kind for c in view(M1=3).consequences] == ["open", "thin"]


def test_nothing_open_is_told_too() -> None:
    shown = view(M1=3, M2=3, M3=3, M4=3, M5=3, M6=3)
    assert [c.kind for c in shown.consequences] == ["good"]
    assert shown.look_again == ()


def test_several_people_show_the_point_that_they_come_to() -> None:
    shown = view(M1=[4, 4, 2], M2=[4, "dk"], M3=Answer(votes=(1, 2, 5), agreed=2))
    chips = {line.title: line.chip for line in (*shown.look_again, *shown.rest)}
    assert chips["M1"] == 4
    assert chips["M3"] == 2


def test_a_chip_shows_the_answer_that_was_given() -> None:
    assert level_state(Answer(level=3)) == 3
    assert level_state(Answer(dont_know=True)) == "dk"
    assert level_state(Answer(not_applicable="so")) == "na"
    assert level_state(Answer(votes=(3, 4))) is None
    assert level_state(Answer(votes=(3, 4), agreed=4)) == 4
    assert level_state(Answer()) is None


def test_two_names_and_more_are_joined_by_and() -> None:
    asked = pack(tuple(practice(f"{name}.p1", f"P{k}") for k, name in enumerate(("a", "b", "c"))))
    assessment = assess(asked, {})
    text = review_view(asked, assessment, score(asked, assessment)).consequences[0].text
    assert "a, b and c" in text
