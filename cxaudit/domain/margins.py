"""Margins of error of survey figures, by the adjusted Wald method, and whether a change is more than chance.

Shares: Agresti and Coull (1998), "Approximate is better than exact for interval estimation of binomial proportions",
The American Statistician 52(2), 119-126. Net scores (top minus bottom): Rocks (2016), "Interval estimation for the
net promoter score", The American Statistician 70(4), 365-372.

All arithmetic is on fractions; a square root is taken to nine decimals, rounded down.
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

Z95 = Fraction(1959964, 10**6)
"""The two-sided 95 % point of the normal distribution."""

_DIGITS = 10**9


def root(value: Fraction) -> Fraction:
    """Return the square root of a fraction that is not negative, to nine decimals."""
    return Fraction(isqrt(value.numerator * _DIGITS**2 // value.denominator), _DIGITS)


def share_margin(share: Fraction, cases: int) -> Fraction:
    """Return half the width of the 95 % interval of a share (0 to 1) of so many cases, as a share."""
    adjusted = cases + Z95**2
    middle = (share * cases + Z95**2 / 2) / adjusted
    return Z95 * root(middle * (1 - middle) / adjusted)


def net_margin(top: Fraction, bottom: Fraction, cases: int) -> Fraction:
    """Return half the width of the 95 % interval of top minus bottom (shares, 0 to 1) of so many cases."""
    adjusted = cases + 3
    high, low = (share * cases + Fraction(3, 4) for share in (top, bottom))
    high, low = high / adjusted, low / adjusted
    return Z95 * root((high + low - (high - low) ** 2) / adjusted)
