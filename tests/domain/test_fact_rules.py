"""Every check that a rule may name: where it holds, where it does not, and where it cannot tell."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from support.builders import fact_rule

from cxaudit.domain.fact_check import (
    Check,
    ChoiceValue,
    CountValue,
    DateValue,
    FactValue,
    NumberValue,
    TextValue,
)
from cxaudit.domain.fact_rules import CONDITIONS, holds, worked_out_margin

TODAY = "2026-11-20"


def number(text: str) -> NumberValue:
    return NumberValue(number=text)


def count(some: int, total: int) -> CountValue:
    return CountValue(count=some, total=total)


def day(text: str) -> DateValue:
    return DateValue(day=text)


def told(
    check: Check,
    *values: FactValue,
    value: str | None = None,
    least: int | None = None,
    options: tuple[str, ...] = (),
    today: str | None = TODAY,
) -> bool | None:
    rule = fact_rule(check, [f"p{place}" for place in range(len(values))], 2, 5, value, least=least, options=options)
    return holds(rule, values, today)


CHOSEN, WORDS = ChoiceValue(option="us"), TextValue(text="  one two\nthree ")
OF_EVERY_KIND: list[FactValue] = [number("1"), day(TODAY), count(1, 2), CHOSEN, WORDS]


def test_every_check_is_there() -> None:
    assert set(CONDITIONS) == set(get_args(Check))


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        ("at-least", "2.5", True),
        ("at-least", "2.499999", False),
        ("at-least", "3", True),
        ("at-most", "2.5", True),
        ("at-most", "2.500001", False),
        ("at-most", "-4", True),
    ],
)
def test_a_number_against_the_value(check: Check, text: str, expected: object) -> None:
    assert told(check, number(text), value="5/2") is expected


def test_a_count_is_a_number_too() -> None:
    assert told("at-least", count(3, 9), value="3") is True
    assert told("at-most", count(4, 9), value="3") is False


@pytest.mark.parametrize(
    ("then", "today", "expected"),
    [
        ("2026-11-20", TODAY, True),
        ("2026-08-22", TODAY, True),  # 90 days
        ("2026-08-21", TODAY, False),  # 91 days
        ("2026-12-24", TODAY, True),  # refused where it is typed
        ("2023-12-01", "2024-02-29", True),  # 90 days over a leap day's month
        ("2023-11-30", "2024-02-29", False),
        ("2024-02-29", "2024-05-29", True),
        ("2023-02-28", "2023-05-30", False),
        ("2026-02-30", TODAY, None),
        ("2026-11-01", None, None),
        ("2026-11-01", "2026-11-31", None),
    ],
)
def test_days_are_counted_back_from_the_audits_date(then: str, today: str | None, expected: object) -> None:
    assert told("within-days", day(then), value="90", today=today) is expected


@pytest.mark.parametrize(
    ("check", "some", "total", "expected"),
    [
        ("share-at-least", 4, 5, True),
        ("share-at-least", 39, 50, False),
        ("share-at-most", 4, 5, True),
        ("share-at-most", 41, 50, False),
        ("share-at-least", 4, 4, None),  # fewer than least
        ("share-at-most", 0, 4, None),
    ],
)
def test_a_share_against_the_value(check: Check, some: int, total: int, expected: object) -> None:
    assert told(check, count(some, total), value="4/5", least=5) is expected


def test_a_share_of_nothing_says_nothing() -> None:
    assert told("share-at-least", count(0, 0), value="0") is None
    assert told("share-at-most", count(0, 0), value="1") is None
    assert told("share-at-least", count(1, 1), value="1") is True


def test_one_of_the_options() -> None:
    assert told("one-of", CHOSEN, options=("them", "us")) is True
    assert told("one-of", CHOSEN, options=("them",)) is False
    assert told("one-of", CHOSEN) is False


def test_words_are_counted_without_their_spaces() -> None:
    assert told("words-at-least", WORDS, value="3") is True
    assert told("words-at-least", WORDS, value="4") is False
    assert told("words-at-least", TextValue(text=" \n "), value="1") is False


@pytest.mark.parametrize(
    "check", ["at-least", "at-most", "within-days", "share-at-least", "share-at-most", "words-at-least"]
)
def test_a_rule_that_lacks_its_value_says_nothing(check: Check) -> None:
    assert [told(check, value) for value in OF_EVERY_KIND] == [None] * 5


def test_a_rule_that_lacks_a_part_says_nothing() -> None:
    assert told("fell", number("10")) is None
    assert told("margin-told", count(180, 900), number("62"), number("0")) is None


def test_a_figure_fell_only_if_it_is_lower_by_a_fifth() -> None:
    assert told("fell", number("10"), number("8")) is True
    assert told("fell", number("10"), number("8.000001")) is None
    assert told("fell", number("10"), number("9.999999")) is None
    assert told("fell", number("10"), number("10")) is False
    assert told("fell", number("0"), number("0")) is False
    assert told("fell", number("-1"), number("0")) is False
    assert told("fell", number("-1"), number("-1.1")) is None
    assert told("fell", number("-1"), number("-1.2")) is True
    assert told("fell", count(9, 10), count(7, 7)) is True
    assert told("fell", number("10"), WORDS) is None
    assert told("fell", CHOSEN, number("10")) is None


@pytest.mark.parametrize(
    ("after", "changed", "expected"),
    [
        ("4", "2024-11-20", True),  # 730 days
        ("4", "2024-11-19", False),
        ("9", TODAY, None),
        ("9", "2024-11-19", False),
        ("10", TODAY, False),
        ("11", "2024-11-19", False),
        ("4", "2026-02-30", None),
    ],
)
def test_a_fall_may_be_asked_to_be_recent(after: str, changed: str, expected: object) -> None:
    assert told("fell", number("10"), number(after), day(changed), value="730") is expected


def test_a_fall_with_a_day_and_no_limit_or_a_limit_and_no_day_says_nothing() -> None:
    assert told("fell", number("10"), number("4"), day(TODAY)) is None
    assert told("fell", number("10"), number("4"), value="730") is None
    assert told("fell", number("10"), number("4"), WORDS, value="730") is None
    assert told("fell", number("10"), number("4"), day(TODAY), value="730", today=None) is None


@pytest.mark.parametrize("check", ["at-least", "at-most", "within-days", "share-at-least", "one-of", "words-at-least"])
def test_a_value_of_another_kind_says_nothing(check: Check) -> None:
    reads = {"within-days": {"date"}, "share-at-least": {"count"}, "one-of": {"choice"}, "words-at-least": {"text"}}
    for value in OF_EVERY_KIND:
        silent = value.kind not in reads.get(check, {"number", "count"})
        assert (told(check, value, value="1") is None) == silent


# Worked out: 62 % of 180 is 7.0 points each way; 50 % less 20 % of 180 is 11.4
@pytest.mark.parametrize(
    ("top", "bottom", "margin", "expected"),
    [
        ("62", "0", "7", True),
        ("62", "0", "8.7", True),
        ("62", "0", "8.8", False),
        ("62", "0", "5.3", True),
        ("62", "0", "5.2", False),
        ("50", "20", "11", True),
        ("50", "20", "7", False),
        ("50", "20", "15", False),
        ("60", "41", "7", None),
        ("-1", "0", "7", None),
        ("60", "-1", "7", None),
    ],
)
def test_a_margin_told_is_held_against_the_one_worked_out(top: str, bottom: str, margin: str, expected: object) -> None:
    assert told("margin-told", count(180, 900), number(top), number(bottom), number(margin)) is expected


def test_a_small_margin_may_be_a_point_off() -> None:
    values = (count(10_000, 10_000), number("50"), number("0"))
    assert told("margin-told", *values, number("1.9")) is True
    assert told("margin-told", *values, number("2")) is False
    assert told("margin-told", *values, number("0")) is True


def test_a_margin_of_fewer_cases_than_asked_for_says_nothing() -> None:
    rest = (number("62"), number("0"), number("17"))
    assert told("margin-told", count(29, 40), *rest, least=30) is None
    assert told("margin-told", count(29, 40), *rest, least=29) is True
    assert told("margin-told", count(30, 40), *rest, least=30) is True
    assert told("margin-told", count(30, 40), *rest[:2], number("2"), least=30) is False


def test_a_margin_of_something_else_says_nothing() -> None:
    good = [count(180, 900), number("62"), number("0"), number("7")]
    assert told("margin-told", *good) is True
    for place in range(4):
        assert told("margin-told", *(WORDS if at == place else value for at, value in enumerate(good))) is None
    assert told("margin-told", count(0, 0), *good[1:]) is None
    assert told("margin-told", number("180"), *good[1:]) is None


def test_the_margin_is_worked_out_from_three_values() -> None:
    assert worked_out_margin([count(180, 900), number("62")]) is None
    margin = worked_out_margin([count(180, 900), number("62"), number("0")])
    assert margin is not None
    assert abs(margin - Fraction("7.02")) < Fraction(1, 100)
