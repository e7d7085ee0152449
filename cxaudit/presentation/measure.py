"""How wide a text is, without a font engine: Inter's widths by class, so that labels break the same everywhere."""

from __future__ import annotations

_CLASSES = (
    ("il.,:;|!'\u2018\u2019\u00b7 ", 0.27),
    ("fjrtI()[]-/", 0.37),
    ("mw%", 0.86),
    ("MW\u2014", 0.92),
)
_WIDTH = {char: width for chars, width in _CLASSES for char in chars}
_SMALL, _CAPITAL, _WIDE = 0.585, 0.7, 1.0
_SEMIBOLD = 1.05
_ELLIPSIS = "\u2026"
_FAR_EAST = 0x2E80


def text_width(text: str, size: float, *, strong: bool = False) -> float:
    """Return the estimated width of a line of Inter at a size; never much below the true one."""
    units = sum(_char(c) for c in text)
    return units * size * (_SEMIBOLD if strong else 1.0)


def _char(char: str) -> float:
    if ord(char) >= _FAR_EAST:
        return _WIDE
    return _WIDTH.get(char, _CAPITAL if char.isupper() else _SMALL)


def shorten(text: str, width: float, size: float, *, strong: bool = False) -> str:
    """Return the text, cut with an ellipsis where it is wider than `width`."""
    if text_width(text, size, strong=strong) <= width:
        return text
    kept = text
    while kept and text_width(kept + _ELLIPSIS, size, strong=strong) > width:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def lines(text: str, width: float, size: float, most: int, *, strong: bool = False) -> tuple[str, ...]:
    """Return the text broken at spaces into at most so many lines, the last one cut where it does not fit."""
    found: list[str] = []
    rest = text.split()
    while rest and len(found) < most - 1:
        taken = 1
        while taken < len(rest) and text_width(" ".join(rest[: taken + 1]), size, strong=strong) <= width:
            taken += 1
        found.append(shorten(" ".join(rest[:taken]), width, size, strong=strong))
        rest = rest[taken:]
    if rest:
        found.append(shorten(" ".join(rest), width, size, strong=strong))
    return tuple(found)
