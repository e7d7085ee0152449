"""Days and months as the calendar has them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reference_facts import calendar_day, months_old

from cxaudit.domain.days import real_day, whole_months

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@pytest.mark.parametrize("text", [None, "", "2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01"])
def test_a_day_that_no_calendar_has(text: str | None) -> None:
    assert real_day(text) is None
    assert not text or calendar_day(text) is None


@pytest.mark.parametrize("text", ["2026-W47-5", "20261120", "2026-1-2", "2026-11-20 ", "\u0662026-11-20"])
def test_a_day_in_another_form(text: str) -> None:
    assert real_day(text) is None


def test_a_day() -> None:
    assert real_day("2024-02-29") == date(2024, 2, 29)
    assert real_day("9999-12-31") == date.max


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2026-01-31", "2026-02-27", 0),
        ("2026-01-31", "2026-02-28", 1),  # the last day of a month that has no 31st
        ("2024-01-31", "2024-02-28", 0),
        ("2024-01-31", "2024-02-29", 1),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-02-29", "2025-02-27", 11),
        ("2025-12-31", "2026-01-30", 0),
        ("2025-12-31", "2026-01-31", 1),
        ("2025-11-20", "2026-11-20", 12),
        ("2025-11-21", "2026-11-20", 11),
        ("2026-11-20", "2026-11-20", 0),
        ("2026-11-21", "2026-11-20", 0),
        ("9999-11-30", "9999-12-31", 1),
    ],
)
def test_whole_months(earlier: str, later: str, months: int) -> None:
    assert whole_months(date.fromisoformat(earlier), date.fromisoformat(later)) == months


@given(DAYS, DAYS)
def test_months_are_counted_birthday_by_birthday(one: date, other: date) -> None:
    assert whole_months(one, other) == (months_old(one, other) if one < other else 0)


@given(DAYS, DAYS)
def test_a_later_day_is_never_younger(one: date, other: date) -> None:
    assert whole_months(one, other) <= whole_months(one, other + timedelta(days=1))
