from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import assess, flag, pack, practice

from cxaudit.app.flow import (
    REVIEW,
    TRAIL,
    Flow,
    ReviewRow,
    answered,
    first_unanswered,
    has_more,
    led_to,
    results_open,
    review_rows,
    start,
)
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.fact_check import Fact, FactPart, FactRule, NumberValue
from cxaudit.domain.scoring import score

PACK = pack(
    [
        practice("left.one", "A1"),
        practice("left.two", "A2"),
        practice("left.deep", "A3", quick=False),
        practice("right.one", "B1"),
        practice("right.two", "B2"),
    ],
    flags=[
        flag("right-low", 2, {"right.two": 1}),
        flag("left-low", 2, {"left.two": 1, "left.one": 1}, match_any=True),
        flag("left-worse", 1, {"left.two": 2}),
    ],
)
NOBODY = assess(PACK, {}, mode="quick")
EVERYTHING = assess(PACK, {"A1": 3, "A2": 3, "B1": 3, "B2": 3}, mode="quick")


def walk(flow: Flow) -> list[str]:
    """The places from here to the review list."""
    places = [flow.at]
    while not flow.in_review:
        flow = flow.forward()
        places.append(flow.at)
    return places


def test_the_way_is_the_packs_order_with_the_review_list_at_its_end() -> None:
    flow = start(PACK, NOBODY)
    assert walk(flow) == ["left.one", "left.two", "right.one", "right.two", REVIEW]
    assert (flow.number, len(flow.asked)) == (1, 4)


def test_an_audit_goes_on_at_its_first_unanswered_question() -> None:
    some = assess(PACK, {"A1": 3, "B1": 2}, mode="quick")
    assert start(PACK, some).at == "left.two"
    assert start(PACK, some).number == 2
    assert answered(PACK, some) == 2
    assert start(PACK, EVERYTHING).in_review


def test_votes_that_were_all_not_reached_answer_nothing() -> None:
    some = assess(PACK, {"A1": ["-", "-"], "A2": ["-", 2]}, mode="quick")
    assert first_unanswered(PACK, some) == "left.one"
    assert answered(PACK, some) == 1


def test_the_review_list_is_where_forward_ends() -> None:
    end = start(PACK, EVERYTHING)
    assert end.forward() is end
    assert end.number == 4


def test_back_follows_the_trail_and_then_the_packs_order() -> None:
    flow = start(PACK, NOBODY).forward().jump("right.two")
    assert flow.back().at == "left.two"
    assert flow.back().back().at == "left.one"
    resumed = start(PACK, assess(PACK, {"A1": 3, "A2": 3}, mode="quick"))
    assert resumed.back().at == "left.two"
    assert resumed.back().back().at == "left.one"


def test_back_from_the_first_question_leads_nowhere() -> None:
    first = start(PACK, NOBODY)
    assert first.back() == first


def test_back_from_the_review_list_without_a_trail_is_the_last_question() -> None:
    assert start(PACK, EVERYTHING).back().at == "right.two"


def test_an_answer_that_was_opened_from_the_review_list_leads_back_to_it() -> None:
    review = start(PACK, EVERYTHING)
    opened = review.jump("left.one")
    assert opened.mending
    assert opened.after_answer().in_review
    assert opened.forward().at == "left.two"
    assert not start(PACK, NOBODY).mending
    assert start(PACK, NOBODY).after_answer().at == "left.two"
    assert not review.mending


def test_a_jump_leads_only_to_what_is_asked() -> None:
    flow = start(PACK, NOBODY)
    assert flow.jump("right.one").at == "right.one"
    assert flow.jump("left.one") is flow
    with pytest.raises(ValueError, match=r"left\.deep"):
        flow.jump("left.deep")


def test_the_trail_stays_short() -> None:
    flow = start(PACK, NOBODY)
    for _ in range(TRAIL):
        flow = flow.jump("right.one").jump("left.one")
    assert len(flow.trail) == TRAIL


def test_the_review_list_opens_at_the_end_and_stays_open() -> None:
    flow = start(PACK, NOBODY)
    assert not flow.review_open(PACK, NOBODY)
    assert flow.review_open(PACK, EVERYTHING)
    assert flow.review_open(PACK, NOBODY.model_copy(update={"reviewed": True}))
    reached = flow.jump("right.two").forward()
    assert reached.in_review
    assert reached.back().review_open(PACK, NOBODY)


def test_results_open_with_the_accepted_review_list() -> None:
    assert not results_open(EVERYTHING)
    assert results_open(EVERYTHING.model_copy(update={"reviewed": True}))


def test_an_audit_goes_on_where_it_was_left() -> None:
    some = assess(PACK, {"A1": 3}, mode="quick")
    assert start(PACK, some, "right.two").at == "right.two"
    assert start(PACK, some, REVIEW).review_open(PACK, some)
    assert start(PACK, some, "left.deep").at == "left.two"
    assert start(PACK, some, "gone.for-good").at == "left.two"


def test_an_answer_leads_past_what_the_five_minutes_answered() -> None:
    quick = Answer(level=3, quick=True)
    some = assess(PACK, {"A1": quick, "A2": quick, "B1": 3, "B2": Answer(level=2, quick=True, carried=True)})
    assert led_to(PACK, some) == ("left.deep", "right.one", "right.two")
    assert len(led_to(PACK, some.model_copy(update={"mode": "quick"}))) == 4


def test_a_full_audit_may_ask_more() -> None:
    assert has_more(PACK)
    assert not has_more(pack([practice("left.one", "A1")]))


def test_a_filter_leads_from_one_of_its_questions_to_the_next() -> None:
    flow = start(PACK, NOBODY)
    assert flow.forward(("left.one", "right.two")).at == "right.two"
    assert flow.after_answer({"right.one"}).at == "right.one"
    assert flow.forward(()).in_review
    assert start(PACK, EVERYTHING).jump("left.one").after_answer(("right.one",)).in_review


def review(assessment: Assessment) -> tuple[ReviewRow, ...]:
    return review_rows(PACK, assessment, score(PACK, assessment))


def test_the_review_list_begins_with_what_needs_a_look() -> None:
    marked = Answer(level=3, mark=True)
    rows = review(assess(PACK, {"A1": 4, "A2": "dk", "A3": marked, "B2": 3}))
    assert [(r.practice, r.group) for r in rows] == [
        ("right.one", "unanswered"),
        ("left.deep", "marked"),
        ("left.two", "dont know"),
        ("left.one", "rest"),
        ("right.two", "rest"),
    ]


def test_answers_behind_a_red_flag_stand_flag_by_flag_before_the_rest() -> None:
    rows = review(assess(PACK, {"A1": 1, "A2": 5, "B1": 4, "B2": 1}, mode="quick"))
    assert rows == (
        ReviewRow("right.two", "flag", ("right-low",)),
        ReviewRow("left.one", "flag", ("left-low",)),
        ReviewRow("left.two", "rest"),
        ReviewRow("right.one", "rest"),
    )


def test_a_flag_told_by_a_stricter_one_is_not_told_again() -> None:
    rows = review(assess(PACK, {"A1": 4, "A2": 1, "B1": 4, "B2": 4}, mode="quick"))
    assert rows[0] == ReviewRow("left.two", "flag", ("left-worse",))


def test_a_marked_answer_behind_a_flag_says_so() -> None:
    rows = review(assess(PACK, {"A1": 4, "A2": 4, "B1": 4, "B2": Answer(level=1, mark=True)}, mode="quick"))
    assert rows[0] == ReviewRow("right.two", "marked", ("right-low",))


def test_answers_of_an_earlier_version_are_confirmed_first() -> None:
    rows = review(assess(PACK, {"A1": 4, "A2": 4, "B1": Answer(level=2, carried=True)}, mode="quick"))
    assert [(r.practice, r.group) for r in rows[:2]] == [("right.one", "confirm"), ("right.two", "unanswered")]


def test_answers_that_a_fact_contradicts_come_before_the_rest() -> None:
    rule = FactRule(check="at-most", parts=("days",), value="365", start=4, end=5)
    part = FactPart(id="days", label="Days", kind="number")
    asked = PACK.practices["right.one"].model_copy(
        update={"fact": Fact(question="How many days?", parts=(part,), rules=(rule,))}
    )
    checked = pack([PACK.practices["left.one"], asked])
    assessment = assess(checked, {"A1": 4, "B1": Answer(level=4, facts={"days": NumberValue(number="400")})})
    assert [(r.practice, r.group) for r in review_rows(checked, assessment, score(checked, assessment))] == [
        ("right.one", "contradicted"),
        ("left.one", "rest"),
    ]


def test_votes_without_a_level_count_as_dont_know() -> None:
    rows = review(assess(PACK, {"A1": ["dk", "-"], "A2": ["dk", 4], "B1": ["-"], "B2": 4}, mode="quick"))
    assert [r.group for r in rows] == ["unanswered", "dont know", "rest", "rest"]


ANSWERS = st.dictionaries(
    st.sampled_from(list(PACK.by_code)), st.sampled_from([1, 2, 3, 4, 5, "dk", "-", ["dk"], ["-"], [1, 5, "na"]])
)


@given(ANSWERS, st.sampled_from(["quick", "full"]))
def test_the_review_list_holds_every_question_once(answers: dict[str, object], mode: str) -> None:
    assessment = assess(PACK, answers, mode=mode)  # pyright: ignore[reportArgumentType] - drawn from its own shape
    asked = {p.id for p in PACK.asked(assessment.mode)}
    rows = review(assessment)
    assert len(rows) == len(asked)
    assert {r.practice for r in rows} == asked
    assert sum(r.group != "unanswered" for r in rows) == answered(PACK, assessment)


@given(st.lists(st.sampled_from(["forward", "filtered", "back", "answer", "jump", REVIEW])))
def test_every_walk_stays_on_the_map_and_back_undoes_each_step(steps: list[str]) -> None:
    flow = start(PACK, NOBODY)
    for step in steps:
        moved = {
            "forward": flow.forward,
            "filtered": lambda flow=flow: flow.forward(("left.one", "right.two")),
            "back": flow.back,
            "answer": flow.after_answer,
            "jump": lambda flow=flow: flow.jump("right.one"),
            REVIEW: lambda flow=flow: flow.jump(REVIEW),
        }[step]()
        assert moved.at in (*moved.asked, REVIEW)
        if step != "back" and moved != flow:
            assert (moved.back().at, moved.back().trail) == (flow.at, flow.trail)
        flow = moved
