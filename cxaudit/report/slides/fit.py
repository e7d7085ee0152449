"""Makes text fit its place on a slide: first the size gives way, then the text, and at last whole points.

What is cut is told, so that the notes can hold it whole. Widths are estimates that are never much too small, as a slide
is shown with the typefaces of another machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.deck_parts import Column
from cxaudit.presentation.measure import text_width

SIZES = (20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0)
"""Sizes of text to try, in points; nothing smaller can be read in a room."""
LIMITS = (5, 4, 3, 2, 1)
"""Lines that a paragraph may keep where even the smallest size does not fit, tried in turn."""
LEADING = 1.17
"""A line of Arial, in its size."""
SAFETY = 1.02
"""Other programs set text a little wider."""
_LONG = 0.6
"""A sentence that ends in the last part of what fits is kept whole, and nothing after it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `look` is title, head, flag, text, foot or more.

    `before` is the space above it in lines, `point` its place among the points, `label` what stands bold before it.
    """

    text: str
    look: str
    before: float
    point: int = 0
    label: str = ""

    @property
    def strong(self) -> bool:
        """Tell whether it is set bold."""
        return self.look in {"title", "head", "flag"}

    def gap(self, size: float) -> int:
        """Return the space above it in points, where the size of plain text is `size`."""
        return math.ceil(self.before * size)

    def size(self, size: float) -> float:
        """Return its size where that of plain text is `size`."""
        return max(11.0, size - 2) if self.look == "foot" else size


@dataclass(frozen=True, slots=True)
class Place:
    """Where paragraphs stand: width and height in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Paragraphs as they fit, by place, at one size; `cut` are the places in which something is missing."""

    size: float
    places: tuple[tuple[Paragraph, ...], ...]
    cut: tuple[int, ...]


def paragraphs(columns: Sequence[Column]) -> tuple[Paragraph, ...]:
    """Return columns as paragraphs, one below the other."""
    found: list[Paragraph] = []
    number = 0
    for column in columns:
        if column.title:
            found.append(Paragraph(column.title, "title", 0.9, number))
        for point in column.points:
            number += 1
            parts = [("flag" if point.flag else "head", point.head), ("text", point.text), ("foot", point.foot)]
            parts = [(look, text) for look, text in parts if text.strip()]
            gap = 0.35 if not point.head or (found and found[-1].look == "title") else 0.6
            for place, (look, text) in enumerate(parts):  # what belongs together stands close together
                label = point.label if look == "text" else ""
                found.append(Paragraph(" ".join(text.split()), look, 0.05 if place else gap, number, label))
    return tuple(found)


@lru_cache(maxsize=2_000)
def _advance(character: str, *, strong: bool) -> float:
    """Return the width of a character in Arial, whose widths are those of Helvetica, as far as they are known."""
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return text_width(character, 1, strong=strong)
    return SAFETY * stringWidth(character, "Helvetica-Bold" if strong else "Helvetica", 1)


@lru_cache(maxsize=20_000)
def _width(word: str, *, strong: bool) -> float:
    return sum(_advance(character, strong=strong) for character in word)


def line_width(text: str) -> float:
    """Return the width of a title on one line, in its size."""
    return _width(text, strong=True)


def broken(text: str, width: float, size: float, *, strong: bool = False) -> list[str]:
    """Return the lines into which a text falls; a word wider than a line is broken."""
    lines = [""]
    used, space = 0.0, _width(" ", strong=strong)
    for word in text.split():
        for part in _parts(word, width / size, strong=strong):
            long = _width(part, strong=strong)
            gap = space if lines[-1] and part is not word[:0] else 0.0
            if lines[-1] and (used + gap + long) * size > width:
                lines.append(part)
                used = long
            else:
                lines[-1] += f" {part}" if lines[-1] else part
                used += gap + long
    return lines


def _parts(word: str, most: float, *, strong: bool) -> list[str]:
    """Return a word, in pieces where it is wider than `most` times its size."""
    if _width(word, strong=strong) <= most:
        return [word]
    pieces, used = [""], 0.0
    for character in word:
        long = _advance(character, strong=strong)
        if pieces[-1] and used + long > most:
            pieces.append("")
            used = 0.0
        pieces[-1] += character
        used += long
    return pieces


def shortened(text: str, width: float, size: float, most: int, *, strong: bool = False, taken: str = "") -> str:
    """Return the text as far as it fits in so many lines: to the end of a sentence, else with an ellipsis.

    `taken` is what stands before it.
    """
    before = f"{taken} " if taken else ""
    lines = broken(before + text, width, size, strong=strong)
    if len(lines) <= most:
        return text
    kept = " ".join(lines[:most]).removeprefix(before)
    stop = f"{kept} ".rfind(". ")
    if stop >= _LONG * len(kept):
        return kept[: stop + 1]
    while kept and len(broken(f"{before}{kept}\u2026", width, size, strong=strong)) > most:
        kept = kept[:-1]
    return kept.rstrip(" ,;:.") + "\u2026"


def height(found: Sequence[Paragraph], width: float, size: float) -> float:
    """Return how tall paragraphs are, in points."""
    total = 0.0
    for number, one in enumerate(found):
        own = one.size(size)
        lines = len(broken(f"{one.label} {one.text}", width, own, strong=one.strong))
        total += lines * own * LEADING + (one.gap(size) if number else 0)
    return total


def fitted(texts: Sequence[tuple[Paragraph, ...]], places: Sequence[Place], most: float = SIZES[0]) -> Fitted:
    """Return texts as they fit their places, all at one size, `most` at the most."""
    for size in (size for size in SIZES if size <= most):
        if all(height(text, place.width, size) <= place.height for text, place in zip(texts, places, strict=True)):
            return Fitted(size, tuple(texts), ())
    kept = tuple(_cut(text, place) for text, place in zip(texts, places, strict=True))
    cut = tuple(number for number, (text, now) in enumerate(zip(texts, kept, strict=True)) if text != now)
    return Fitted(SIZES[-1], kept, cut)


def _cut(text: tuple[Paragraph, ...], place: Place) -> tuple[Paragraph, ...]:
    """Return a text at the smallest size, with shorter paragraphs and at last fewer points."""
    size = SIZES[-1]
    if height(text, place.width, size) <= place.height:
        return text
    kept = text
    for limit in LIMITS:
        kept = tuple(_limited(one, place.width, limit) for one in text)
        if height(kept, place.width, size) <= place.height:
            return kept
        if limit == 2 and len({one.point for one in text}) > 2:
            break  # fewer points that can be understood say more than many that cannot
    return _fewer(kept, place, size)


def _limited(one: Paragraph, width: float, limit: int) -> Paragraph:
    lines = limit if one.look == "text" else min(limit, 2)
    return replace(one, text=shortened(one.text, width, one.size(SIZES[-1]), lines, strong=one.strong, taken=one.label))


def _fewer(text: tuple[Paragraph, ...], place: Place, size: float) -> tuple[Paragraph, ...]:
    last = text[-1].point
    for keep in range(last - 1, 0, -1):
        more = ngettext("{n} more in the notes", "{n} more in the notes", last - keep).format(n=last - keep)
        kept = (*(one for one in text if one.point <= keep), Paragraph(more, "more", 0.6, last))
        if height(kept, place.width, size) <= place.height:
            return kept
    return (text[0], Paragraph(_("The rest stands in the notes."), "more", 0.6, last))
