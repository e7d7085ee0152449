"""Days as documents hold them: year-month-day as ISO 8601 writes it, which may name a day that no calendar has."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def real_day(text: str | None) -> date | None:
    """Return the day that a text names, or None where the calendar has none such.

    No other form is read: not 20261120, and not a week's day such as 2026-W47-5.
    """
    if not text or not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def whole_months(earlier: date, later: date) -> int:
    """Return how many whole months lie between two days, 0 where the second is not after the first.

    A month is over on the same day of the next one, or on its last day where it has no such day.
    """
    if later <= earlier:
        return 0
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    short = later.day < earlier.day and not _is_last_of_month(later)
    return months - 1 if short else months


def over_months(earlier: date, later: date, months: int) -> bool:
    """Return whether more than so many months lie between two days: exactly so many do not."""
    return earlier < later and whole_months(earlier, date.fromordinal(later.toordinal() - 1)) >= months


def _is_last_of_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1
