from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.app.fact_entry import LONGEST, Entry, entered, typed_text
from cxaudit.domain.fact_check import (
    ChoiceValue,
    CountValue,
    DateValue,
    FactPart,
    FactValue,
    NumberValue,
    Option,
    PartKind,
    TextValue,
)

DAY = date(2026, 11, 20)


def part(kind: PartKind, **change: object) -> FactPart:
    return FactPart.model_validate({"id": "a", "label": "A", "kind": kind, **change})


NUMBER = part("number", lowest=0, highest=100)
MANY = part("number", lowest=0, highest=10_000_000)
COUNT = part("count")
OF_FIVE = part("count", total=5)
CHOICE = part("choice", options=(Option(id="none", label="Nobody's"), Option(id="front-line", label="Front line")))

RIGHT: dict[str, tuple[FactPart, FactValue]] = {
    "12": (NUMBER, NumberValue(number="12")),
    " 3,5 % ": (NUMBER, NumberValue(number="3.5")),
    "2026-11-20": (part("date"), DateValue(day="2026-11-20")),
    "1.2340": (MANY, NumberValue(number="1.2340")),
    "0.125": (MANY, NumberValue(number="0.125")),
    "3/5": (COUNT, CountValue(count=3, total=5)),
    "3 of 5": (OF_FIVE, CountValue(count=3, total=5)),
    "4": (OF_FIVE, CountValue(count=4, total=5)),
    "none": (CHOICE, ChoiceValue(option="none")),
    "Front line": (CHOICE, ChoiceValue(option="front-line")),
    "Warm and lit": (part("text"), TextValue(text="Warm and lit")),
}

WRONG: dict[str, tuple[FactPart, str]] = {
    "many": (NUMBER, "'many' cannot be read here. Write a number, such as 12 or 3.5."),
    "101": (NUMBER, "It is above 100. Correct it."),
    "-1": (NUMBER, "It is below 0. Correct it."),
    "1.2345678": (NUMBER, "'1.2345678' cannot be read here. Write a number, such as 12 or 3.5."),
    "1,200": (MANY, "'1,200' can be read in two ways. Write 1200, or 1.2000."),
    "12.345": (MANY, "'12.345' can be read in two ways. Write 12345, or 12.3450."),
    "1,200,000": (MANY, "cannot be read here"),
    "\u0663": (MANY, "cannot be read here"),
    "\u0663/5": (COUNT, "cannot be read here"),
    "2026-W47-5": (part("date"), "cannot be read here"),
    "20 November": (part("date"), "'20 November' cannot be read here. Write a day as year-month-day"),
    "2026-02-30": (part("date"), "cannot be read here"),
    "20261120": (part("date"), "cannot be read here"),
    "2026-11-21": (part("date"), "The day lies after 2026-11-20. Correct it."),
    "3": (COUNT, "'3' cannot be read here. Write how many of how many, such as 3/5."),
    "x": (OF_FIVE, "'x' cannot be read here. Write how many of 5, such as 5."),
    "6/5": (COUNT, "More are counted than there are in all (5). Correct it."),
    "0/0": (COUNT, "A count of nothing says nothing. Correct it."),
    "3/6": (OF_FIVE, "The count is out of 5. Correct it."),
    "managers": (CHOICE, "'managers' cannot be read here. Choose one of none, front-line."),
    "x" * (LONGEST + 1): (part("text"), "The text is longer than 2000 characters. Shorten it."),
}


@pytest.mark.parametrize("typed", RIGHT)
def test_what_is_typed_becomes_a_value(typed: str) -> None:
    field, value = RIGHT[typed]
    assert entered(field, typed, DAY) == Entry(value)


@pytest.mark.parametrize("typed", WRONG, ids=lambda typed: typed[:20])
def test_what_is_wrong_is_told_with_its_cure(typed: str) -> None:
    field, told = WRONG[typed]
    entry = entered(field, typed, DAY)
    assert entry.value is None
    assert told in f"{entry.what} {entry.mend}"


@pytest.mark.parametrize("kind", ["number", "date", "count", "choice", "text"])
def test_an_empty_field_is_neither_right_nor_wrong(kind: PartKind) -> None:
    assert entered(part(kind), "  ") == Entry()


@pytest.mark.parametrize("typed", RIGHT)
def test_a_value_is_shown_so_that_it_can_be_typed_again(typed: str) -> None:
    field, value = RIGHT[typed]
    assert entered(field, typed_text(value), DAY).value == value


def test_what_could_be_thousands_but_for_the_range_are_decimals() -> None:
    assert entered(NUMBER, "12,345") == Entry(NumberValue(number="12.345"))


def test_decimals_on_file_are_shown_so_that_they_cannot_be_thousands() -> None:
    value = NumberValue(number="1.234")
    assert typed_text(value) == "1.2340"
    assert entered(MANY, typed_text(value)).value == NumberValue(number="1.2340")


@given(st.sampled_from([NUMBER, part("date"), COUNT, OF_FIVE, CHOICE, part("text")]), st.text(max_size=30))
def test_any_text_is_read_or_told_to_be_wrong(field: FactPart, typed: str) -> None:
    entry = entered(field, typed, DAY)
    assert (entry.value is None) == bool(entry.what) or not typed.strip()
