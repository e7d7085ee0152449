"""Facts and evidence in words."""

from __future__ import annotations

import pytest
from support.builders import assess, pack, practice

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.fact_check import (
    ChoiceValue,
    CountValue,
    DateValue,
    Fact,
    FactPart,
    FactRule,
    FactValue,
    NumberValue,
    Option,
    TextValue,
)
from cxaudit.domain.questionnaire import LevelName, Pack
from cxaudit.presentation.facts import (
    FactLine,
    date_text,
    evidence_line,
    fact_lines,
    level_of,
    margin_line,
    value_text,
)

COUNT = FactPart(id="known", label="Could explain it", kind="count", unit="people")
DAY = FactPart(id="decided", label="Newest decision", kind="date")
DAYS = FactPart(id="open-for", label="Oldest problem", kind="number", unit="days")
WORDS = FactPart(id="words", label="What stopped", kind="text")
WHOSE = FactPart(
    id="whose",
    label="Whose",
    kind="choice",
    options=(Option(id="none", label="Nobody's"), Option(id="all", label="All")),
)
RECENT = FactRule(check="within-days", parts=("decided",), value="365", start=4, end=4, why="The decision is old.")


def with_fact(parts: tuple[FactPart, ...], rules: tuple[FactRule, ...] = ()) -> Pack:
    asked = practice("mission.a", "M1").model_copy(
        update={"fact": Fact(question="What was it?", parts=parts, rules=rules)}
    )
    levels = tuple(LevelName(name=str(k), meaning="so", max_age_months={4: 12}.get(k)) for k in range(1, 6))
    return pack((asked,)).model_copy(update={"levels": levels})


def lines(
    asked: Pack, level: int | None, *, day: str | None = "2026-11-20", **values: FactValue
) -> tuple[FactLine, ...]:
    answer = Answer(level=level, facts={key.replace("_", "-"): value for key, value in values.items()})
    return fact_lines(asked, dated(asked, answer, day), "mission.a")


def dated(asked: Pack, answer: Answer, day: str | None = "2026-11-20") -> Assessment:
    return assess(asked, {"M1": answer}).model_copy(update={"date": day})


def test_without_a_fact_or_a_value_nothing_is_said() -> None:
    assert lines(pack((practice("mission.a", "M1"),)), 4) == ()
    assert lines(with_fact((DAY,), (RECENT,)), 4) == ()


def test_an_answer_that_is_no_level_has_nothing_to_be_held_against() -> None:
    line = lines(with_fact((DAY,), (RECENT,)), None, decided=DateValue(day="2026-01-01"))[0]
    assert (line.kind, line.text) == ("silent", "The facts are held against your answer once it is a level.")


def test_a_rule_supports_or_contradicts_with_what_was_found() -> None:
    asked = with_fact((DAY,), (RECENT,))
    assert lines(asked, 4, decided=DateValue(day="2026-11-19")) == (
        FactLine("supports", "Supports level 4. Newest decision: 19 November 2026 (1 day old)."),
    )
    assert lines(asked, 4, decided=DateValue(day="2025-10-16")) == (
        FactLine(
            "contradicts",
            "Contradicts level 4. Newest decision: 16 October 2025 (400 days old).",
            "The decision is old.",
        ),
    )


def test_days_are_counted_where_there_is_something_to_count() -> None:
    asked = with_fact((DAY,), (RECENT,))
    assert "(the day of this audit)" in lines(asked, 4, decided=DateValue(day="2026-11-20"))[0].text
    assert lines(asked, 4, decided=DateValue(day="2026-11-21"))[0].text.endswith("21 November 2026.")
    assert lines(asked, 4, day=None, decided=DateValue(day="2026-11-19"))[0].text == "Says nothing about level 4."


def test_a_level_that_no_rule_speaks_of_is_said_so() -> None:
    asked = with_fact((DAY, COUNT), (RECENT, RECENT.model_copy(update={"parts": ("known",), "check": "at-least"})))
    assert lines(asked, 3, decided=DateValue(day="2026-11-19"))[0].text == "Says nothing about level 3."
    assert lines(asked, 4, words=TextValue(text="so"))[0].text == (
        "Says nothing about level 4 without 'Newest decision' and 'Could explain it'."
    )


def test_each_verdict_is_told_once_whatever_the_number_of_rules() -> None:
    many = FactRule(check="at-least", parts=("known",), value="3", start=4, end=4, why="Too few know it.")
    share = FactRule(check="share-at-least", parts=("known",), value="1/2", start=4, end=4, why="Less than half.")
    asked = with_fact((DAY, COUNT), (RECENT, many, share))
    told = lines(asked, 4, decided=DateValue(day="2026-11-19"), known=CountValue(count=1, total=5))
    assert [line.kind for line in told] == ["contradicts", "supports"]
    assert told[0].text == "Contradicts level 4. Could explain it: 1 of 5 people."
    assert told[0].why == "Too few know it. Less than half."


def test_words_are_counted_and_not_repeated() -> None:
    rule = FactRule(check="words-at-least", parts=("words",), value="3", start=3, end=5)
    asked = with_fact((WORDS,), (rule,))
    assert lines(asked, 3, words=TextValue(text="An"))[0].text == "Contradicts level 3. What stopped: 1 word."
    assert "What stopped: 3 words" in lines(asked, 3, words=TextValue(text="An app stopped"))[0].text


PERCENT = tuple(FactPart(id=p, label=p.title(), kind="number", unit="%") for p in ("good", "bad", "margin"))
MARGIN = FactRule(check="margin-told", parts=("known", "good", "bad", "margin"), start=3, end=3)


def test_a_margin_is_worked_out_and_held_against_the_one_told() -> None:
    asked = with_fact((COUNT, *PERCENT), (MARGIN,))
    figures: dict[str, FactValue] = {
        "known": CountValue(count=200, total=1000),
        "good": NumberValue(number="50"),
        "bad": NumberValue(number="20"),
    }
    told = lines(
        asked, 3, known=figures["known"], good=figures["good"], bad=figures["bad"], margin=NumberValue(number="2")
    )[0]
    assert told.text == "Contradicts level 3. Margin: 2 %; worked out: 10.7 points."
    assert margin_line(asked.practices["mission.a"], Answer(facts=figures)) == (
        "Worked out from these figures: plus or minus 10.7 points (95 %, adjusted Wald)."
    )


def test_no_margin_is_worked_out_from_less() -> None:
    asked = with_fact((COUNT, *PERCENT), (MARGIN,))
    assert margin_line(asked.practices["mission.a"], Answer(facts={"known": CountValue(count=2, total=9)})) == ""
    assert margin_line(practice("mission.a", "M1"), Answer()) == ""
    assert margin_line(with_fact((DAY,), (RECENT,)).practices["mission.a"], Answer()) == ""


@pytest.mark.parametrize(
    ("part", "value", "text"),
    [
        (DAYS, NumberValue(number="400"), "400 days"),
        (DAYS, NumberValue(number="1"), "1"),
        (PERCENT[0], NumberValue(number="1"), "1 %"),
        (PERCENT[0].model_copy(update={"unit": ""}), NumberValue(number="4.5"), "4.5"),
        (COUNT, CountValue(count=3, total=5), "3 of 5 people"),
        (DAY, DateValue(day="2025-10-16"), "16 October 2025"),
        (WHOSE, ChoiceValue(option="none"), "Nobody's"),
        (WHOSE, ChoiceValue(option="gone"), "gone"),
        (WORDS, TextValue(text="An app"), "An app"),
    ],
)
def test_each_kind_of_value_has_its_words(part: FactPart, value: FactValue, text: str) -> None:
    assert value_text(part, value) == text


def test_a_day_that_no_calendar_has_is_told_as_it_was_written() -> None:
    assert date_text("2026-02-31") == "2026-02-31"


def test_the_level_is_the_one_agreed_on_given_or_reached_by_most() -> None:
    assert level_of(Answer(level=3)) == 3
    assert level_of(Answer(level=3, carried=True)) is None
    assert level_of(Answer(votes=(2, 4, 4))) == 4
    assert level_of(Answer(votes=(2, 4), agreed=5)) == 5
    assert level_of(Answer(votes=("dk",))) is None
    assert level_of(Answer(dont_know=True)) is None


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (Answer(level=4), ""),
        (Answer(level=4, evidence="Plan"), ""),
        (Answer(level=4, evidence="Plan", evidence_kind="document"), "Document."),
        (
            Answer(level=4, evidence="Log", evidence_kind="record", evidence_date="2026-08-01"),
            "Dated record, 1 August 2026, 3 months old.",
        ),
        (
            Answer(level=4, evidence="Log", evidence_date="2026-11-10"),
            "10 November 2026, less than a month old.",
        ),
        (
            Answer(level=4, evidence="Log", evidence_kind="figures", evidence_date="2024-09-30"),
            "Figures before and after, 30 September 2024, 25 months old: level 4 asks for 12 months at most.",
        ),
        (
            Answer(dont_know=True, evidence="Ann", evidence_kind="told", evidence_date="2026-10-20"),
            "Told by somebody, 20 October 2026, 1 month old.",
        ),
    ],
)
def test_evidence_says_its_kind_day_and_age(answer: Answer, text: str) -> None:
    asked = with_fact((DAY,))
    assert evidence_line(asked, dated(asked, answer), "mission.a") == text
