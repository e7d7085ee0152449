"""Survey figures as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import practice

from cxaudit.app.margin_entry import (
    Field,
    MarginForm,
    Place,
    Survey,
    TypedSurvey,
    fields_of,
    form_of_fact,
    read_form,
)
from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import CountValue, Fact, FactPart, FactRule, FactValue, NumberValue
from cxaudit.domain.margins import Sample

WHOLE = TypedSurvey("48", "17", "412", "2900")


def mistakes(form: MarginForm) -> dict[Place, str]:
    return {m.place: f"{m.what} {m.mend}" for m in read_form(form).mistakes}


def test_a_net_score_and_a_share_are_read() -> None:
    assert read_form(MarginForm("net", WHOLE)).now == Sample(412, Fraction(48, 100), Fraction(17, 100), 2900)
    assert read_form(MarginForm("share", WHOLE)).now == Sample(412, Fraction(48, 100), None, 2900)


def test_nothing_typed_is_missing_and_no_mistake() -> None:
    entry = read_form(MarginForm("net"))
    assert (entry.now, entry.earlier, entry.mistakes) == (None, None, ())
    assert entry.missing == (("now", "top"), ("now", "bottom"), ("now", "cases"))


def test_the_earlier_time_is_left_out_or_whole() -> None:
    whole = read_form(MarginForm("share", WHOLE, TypedSurvey("40", cases="380", asked="x")))
    assert whole.earlier == Sample(380, Fraction(2, 5))
    begun = read_form(MarginForm("share", WHOLE, TypedSurvey("40")))
    assert (begun.earlier, begun.missing, begun.mistakes) == (None, (("earlier", "cases"),), ())
    assert begun.now is not None


@pytest.mark.parametrize("typed", ["412", " 412 ", "0412"])
@pytest.mark.parametrize(
    ("large", "number"), [("2,900", 2900), ("2 900", 2900), ("2.900", 2900), ("1'002'900", 1002900)]
)
def test_whole_numbers_may_be_grouped(typed: str, large: str, number: int) -> None:
    found = read_form(MarginForm("share", TypedSurvey("50 %", "", typed, large))).now
    assert found == Sample(412, Fraction(1, 2), None, number)


def test_decimals_and_the_per_cent_sign_are_read() -> None:
    found = read_form(MarginForm("net", TypedSurvey("48,5 %", "17.25", "412"))).now
    assert found == Sample(412, Fraction(485, 1000), Fraction(1725, 10000))


def test_everything_that_is_wrong_is_told_at_once() -> None:
    form = MarginForm("net", TypedSurvey("80", "40", "4.5", "many"), TypedSurvey("x", "101", "0"))
    told = mistakes(form)
    assert set(told) == {
        ("now", "bottom"),
        ("now", "cases"),
        ("now", "asked"),
        ("earlier", "top"),
        ("earlier", "bottom"),
        ("earlier", "cases"),
    }
    assert told["now", "bottom"] == "Top and bottom come to more than 100 %. Correct one of the two."
    assert told["now", "cases"] == "'4.5' is no whole number. Write how many people, such as 412."
    assert told["earlier", "cases"] == "Of nobody nothing is known. Write how many people, such as 412."
    assert told["earlier", "bottom"] == "It is above 100. Write a share in per cent, from 0 to 100."


def test_no_more_answer_than_were_asked() -> None:
    assert mistakes(MarginForm("share", TypedSurvey("5", "", "413", "412"))) == {
        ("now", "asked"): "More answered than were asked. Correct one of the two."
    }


def test_a_share_is_not_disturbed_by_what_was_typed_for_a_net_score() -> None:
    assert read_form(MarginForm("share", TypedSurvey("48", "no number", "412"))).mistakes == ()


@given(st.sampled_from(("share", "net")), *[st.text(max_size=12)] * 4)
def test_any_text_is_read_or_refused(kind: str, top: str, bottom: str, cases: str, asked: str) -> None:
    form = MarginForm("net" if kind == "net" else "share", TypedSurvey(top, bottom, cases, asked))
    entry = read_form(form)
    assert (entry.now is None) == bool(entry.mistakes or entry.missing)


@pytest.mark.parametrize("survey", ["now", "earlier"])
def test_each_kind_has_its_fields(survey: Survey) -> None:
    asked: tuple[Field, ...] = ("asked",) if survey == "now" else ()
    assert fields_of("share", survey) == ("top", "cases", *asked)
    assert fields_of("net", survey) == ("top", "bottom", "cases", *asked)


PARTS = tuple(FactPart(id=p, label=p.title(), kind="number", unit="%") for p in ("good", "bad", "margin"))
CASES = FactPart(id="cases", label="Cases", kind="count")
RULE = FactRule(check="margin-told", parts=("cases", "good", "bad", "margin"), start=3, end=3)
ASKS = practice("mission.a", "M1").model_copy(
    update={"fact": Fact(question="What was it?", parts=(CASES, *PARTS), rules=(RULE,))}
)


def form(**values: FactValue) -> MarginForm | None:
    return form_of_fact(ASKS, Answer(facts=values))


def test_a_fact_check_that_tells_a_margin_fills_the_form() -> None:
    cases, good, bad = CountValue(count=412, total=2900), NumberValue(number="48"), NumberValue(number="17")
    assert form(cases=cases, good=good, bad=bad) == MarginForm("net", WHOLE)
    share = MarginForm("share", TypedSurvey("48", "", "412", "2900"))
    assert form(cases=cases, good=good, bad=NumberValue(number="0.0")) == share
    assert form(cases=cases, good=good) == share
    assert form(good=good) == MarginForm("share", TypedSurvey("48"))


def test_other_fact_checks_do_not() -> None:
    assert form() is None
    assert form(margin=NumberValue(number="3")) is None
    assert form_of_fact(practice("mission.a", "M1"), Answer()) is None
    no_rule = ASKS.model_copy(update={"fact": Fact(question="What was it?", parts=(CASES,))})
    assert form_of_fact(no_rule, Answer(facts={"cases": CountValue(count=1, total=2)})) is None
