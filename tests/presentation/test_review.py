"""The review list: what to look at again, what follows, and no score."""

from __future__ import annotations

from support.builders import assess, flag, pack, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import Fact, FactPart, FactRule, FactValue, NumberValue
from cxaudit.domain.questionnaire import LevelName
from cxaudit.domain.scoring import score
from cxaudit.presentation.review import ReviewLine, ReviewView, level_state, review_view

PACK = pack(
    tuple(practice(f"mission.p{k}", f"M{k}", may_not_apply=k == 6) for k in range(1, 7)),
    flags=(flag("pay", 2, {"mission.p4": 1}),),
)


def view(**answers: int | str | list[int | str] | Answer) -> ReviewView:
    assessment = assess(PACK, answers, evidence="")
    return review_view(PACK, assessment, score(PACK, assessment))


def again(shown: ReviewView) -> tuple[ReviewLine, ...]:
    return next((section.lines for section in shown.sections if section.title == "Look again"), ())


def rest(shown: ReviewView) -> tuple[ReviewLine, ...]:
    return tuple(line for section in shown.sections if not section.strong for line in section.lines)


def test_what_needs_a_look_comes_first() -> None:
    shown = view(M2=Answer(level=3, mark=True), M3="dk", M4=1, M5=2, M6=Answer(not_applicable="None here"))
    assert [line.title for line in again(shown)] == ["M1", "M2", "M3", "M4"]
    assert [line.chip for line in again(shown)] == [None, 3, "dk", 1]
    assert [line.tags for line in again(shown)] == [(), ("marked",), (), ("flag",)]
    assert again(shown)[0].text == "Not answered yet"
    assert again(shown)[2].text == "Don't know"
    assert again(shown)[3].check == "Is it so?"
    assert [line.text for line in rest(shown)] == ["two", "Does not apply: None here"]
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
    assert again(shown) == ()


def test_several_people_show_the_point_that_they_come_to() -> None:
    shown = view(M1=[4, 4, 2], M2=[4, "dk"], M3=Answer(votes=(1, 2, 5), agreed=2))
    chips = {line.title: line.chip for line in (*again(shown), *rest(shown))}
    assert chips["M1"] == 4
    assert chips["M3"] == 2


def test_a_chip_shows_the_answer_that_was_given() -> None:
    assert level_state(Answer(level=3)) == 3
    assert level_state(Answer(dont_know=True)) == "dk"
    assert level_state(Answer(not_applicable="so")) == "na"
    assert level_state(Answer(votes=(3, 4))) is None
    assert level_state(Answer(votes=(3, 4), agreed=4)) == 4
    assert level_state(Answer()) is None


def test_names_are_joined_by_and() -> None:
    asked = pack(tuple(practice(f"{name}.p1", f"P{k}") for k, name in enumerate(("a", "b", "c"))))
    assessment = assess(asked, {})
    text = review_view(asked, assessment, score(asked, assessment)).consequences[0].text
    assert "a, b and c" in text


def test_a_full_audit_lists_the_rest_by_dimension_a_quick_one_in_one() -> None:
    asked = pack(tuple(practice(f"{name}.p1", f"P{k}") for k, name in enumerate(("a", "b"))))
    for mode, titles in (("full", ["a", "b"]), ("quick", ["Answered"])):
        assessment = assess(asked, {"P0": 3, "P1": 2}, mode=mode)  # pyright: ignore[reportArgumentType] - one of two
        shown = review_view(asked, assessment, score(asked, assessment))
        assert [(section.title, section.strong) for section in shown.sections] == [(title, False) for title in titles]


def test_what_is_to_be_confirmed_comes_first() -> None:
    shown = view(M1=Answer(level=3, carried=True), M2=Answer(dont_know=True, carried=True), M3=3, M4=3, M5=3, M6=3)
    assert [section.title for section in shown.sections] == ["Please confirm", "mission"]
    assert [line.text for line in shown.sections[0].lines] == ["three", "Don't know"]
    assert (shown.answered, shown.dont_know, shown.unanswered) == (4, 0, 2)
    assert shown.consequences[0].text == "2 answers of the earlier questionnaire count once you confirm them."


def test_facts_that_say_otherwise_and_old_evidence_are_told() -> None:
    rule = FactRule(check="at-most", parts=("days",), value="365", start=4, end=5, why="It is too long.")
    fact = Fact(question="How many days?", parts=(FactPart(id="days", label="Open", kind="number"),), rules=(rule,))
    levels = tuple(LevelName(name=str(k), meaning="so", max_age_months=12) for k in range(1, 6))
    asked = pack((practice("mission.p1", "M1").model_copy(update={"fact": fact}), practice("mission.p2", "M2")))
    asked = asked.model_copy(update={"levels": levels})
    facts: dict[str, FactValue] = {"days": NumberValue(number="400")}
    old = Answer(level=4, evidence="Log", evidence_date="2025-01-01", facts=facts)
    assessment = assess(asked, {"M1": old, "M2": 3}).model_copy(update={"date": "2026-11-20"})
    shown = review_view(asked, assessment, score(asked, assessment))
    line = again(shown)[0]
    assert line.tags == ("contradicted", "stale")
    assert line.check == "Contradicts level 4. Open: 400. It is too long."
    assert [c.text.partition(" ")[0] for c in shown.consequences] == ["A", "The"]
