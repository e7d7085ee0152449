"""What may be kept as the value of a fact, and which dates lie ahead."""

from __future__ import annotations

from datetime import date

import pytest

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import (
    ChoiceValue,
    CountValue,
    DateValue,
    FactPart,
    FactValue,
    NumberValue,
    Option,
    TextValue,
)
from cxaudit.domain.fact_values import DateAhead, FactProblem, dates_ahead, fact_problems

TODAY = date(2026, 3, 1)
NUMBER = FactPart(id="minutes", label="Minutes", kind="number", lowest=0, highest=60)
COUNT = FactPart(id="met", label="Met", kind="count", total=5)
FREE_COUNT = FactPart(id="cases", label="Cases", kind="count", lowest=2, highest=9)
DAY = FactPart(id="when", label="When", kind="date")
CHOICE = FactPart(
    id="who", label="Who", kind="choice", options=(Option(id="us", label="Us"), Option(id="all", label="All"))
)
TEXT = FactPart(id="words", label="Words", kind="text")


@pytest.mark.parametrize(
    ("part", "value", "problems"),
    [
        (NUMBER, NumberValue(number="0"), []),
        (NUMBER, NumberValue(number="60"), []),
        (NUMBER, NumberValue(number="-0.000001"), [FactProblem("too small", "0")]),
        (NUMBER, NumberValue(number="60.01"), [FactProblem("too large", "60")]),
        (NUMBER, TextValue(text="an hour"), [FactProblem("wrong kind", "number")]),
        (COUNT, CountValue(count=5, total=5), []),
        (COUNT, CountValue(count=6, total=5), [FactProblem("above total", "5")]),
        (COUNT, CountValue(count=4, total=4), [FactProblem("wrong total", "5")]),
        (COUNT, CountValue(count=0, total=0), [FactProblem("empty total")]),
        (FREE_COUNT, CountValue(count=2, total=9000), []),
        (FREE_COUNT, CountValue(count=1, total=9000), [FactProblem("too small", "2")]),
        (FREE_COUNT, CountValue(count=10, total=8), [FactProblem("above total", "8"), FactProblem("too large", "9")]),
        (DAY, DateValue(day="2026-03-01"), []),
        (DAY, DateValue(day="2026-03-02"), [FactProblem("in the future", "2026-03-01")]),
        (DAY, DateValue(day="2026-02-29"), [FactProblem("no such day")]),
        (DAY, DateValue(day="2024-02-29"), []),
        (CHOICE, ChoiceValue(option="us"), []),
        (CHOICE, ChoiceValue(option="them"), [FactProblem("unknown option", "us, all")]),
        (TEXT, TextValue(text="anything"), []),
    ],
)
def test_a_value_is_kept_or_told_what_is_wrong(part: FactPart, value: FactValue, problems: list[FactProblem]) -> None:
    assert fact_problems(part, value, TODAY) == tuple(problems)


def test_without_a_last_day_any_day_may_be_given() -> None:
    assert fact_problems(DAY, DateValue(day="9999-12-31"), None) == ()
    assert fact_problems(NUMBER, NumberValue(number="5"), None) == ()


def test_dates_ahead_of_a_day() -> None:
    answer = Answer(
        level=3,
        evidence_date="2026-03-02",
        facts={
            "when": DateValue(day="2027-01-01"),
            "first": DateValue(day="2026-03-01"),
            "never": DateValue(day="2026-02-30"),
            "minutes": NumberValue(number="4"),
        },
    )
    assert dates_ahead(answer, TODAY) == (DateAhead(None, "2026-03-02"), DateAhead("when", "2027-01-01"))
    assert dates_ahead(answer, date(2027, 1, 1)) == ()
    assert dates_ahead(Answer(), TODAY) == ()
