"""Rounding, once: half up from the exact value, only where a number is shown."""

from __future__ import annotations

from fractions import Fraction
from math import floor

NONE = "–"  # noqa: RUF001 - an en dash is what stands for "no number"


def half_up(value: Fraction, digits: int) -> str:
    """Return the value with so many decimals, halves rounded away from zero."""
    scale = 10**digits
    whole = floor(abs(value) * scale + Fraction(1, 2))
    sign = "-" if value < 0 and whole else ""
    if digits == 0:
        return f"{sign}{whole}"
    return f"{sign}{whole // scale}.{whole % scale:0{digits}d}"


def index_text(value: Fraction | None) -> str:
    """Return an index (1 to 5) with one decimal."""
    return NONE if value is None else half_up(value, 1)


def gap_text(value: Fraction | None) -> str:
    """Return a gap, benefit or resolution with two decimals."""
    return NONE if value is None else half_up(value, 2)


def percent_text(value: Fraction | None) -> str:
    """Return a share in whole per cent."""
    return NONE if value is None else f"{half_up(value * 100, 0)} %"


def range_text(low: Fraction | None, high: Fraction | None) -> str:
    """Return a range of indices, one number where both ends look the same."""
    first, last = index_text(low), index_text(high)
    return first if first == last else f"{first} to {last}"


def exact_text(value: Fraction | None) -> str:
    """Return the exact value as the receipt writes it ("49/30", "2")."""
    return NONE if value is None else str(value)
