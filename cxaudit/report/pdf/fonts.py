"""Sets lines: which font draws which characters, in which order, and how wide they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from cxaudit.report.pdf.bidi import levels, mirrored, right_to_left, visual
from cxaudit.report.pdf.faces import (
    BOLD,
    FACES,
    ITALIC,
    REGULAR,
    SEMIBOLD,
    Face,
    Font,
    brand_face,
    covered,
    font_of,
    own_font,
    widths,
)
from cxaudit.report.pdf.shaping import Chunk, shape

__all__ = [
    "BOLD",
    "FACES",
    "ITALIC",
    "REGULAR",
    "SEMIBOLD",
    "Face",
    "Stretch",
    "brand_face",
    "covered",
    "load",
    "runs_rtl",
    "set_line",
    "text_width",
]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one text that are drawn together: in one font and one direction.

    `part` is the text's place in its line. `text` is as it was written, `chunks` as it is drawn; `x` is where it starts
    and `width` how wide it is, in thousandths of the size, as is `space`, the font's space. `told`: what is drawn
    stands for what was written, character by character, `rtl` from right to left. `thickened`: it is drawn bolder than
    its font.
    """

    part: int
    text: str
    font: str
    width: float
    chunks: tuple[Chunk, ...]
    space: float
    rtl: bool = False
    told: bool = True
    thickened: bool = False
    x: float = 0.0


def load() -> None:
    """Make all faces known to the PDF library; cheap after the first time."""
    for face in FACES:
        own_font(face)


@lru_cache(maxsize=50_000)
def _plain(text: str, face: Face) -> bool:
    """Return whether the face's first font has all characters; none of these is written from right to left."""
    return widths(face).keys() >= set(map(ord, text))


def runs_rtl(text: str) -> bool:
    """Return whether a paragraph runs from right to left."""
    return not text.isascii() and not _plain(text, REGULAR) and right_to_left(text)


def set_line(parts: Sequence[tuple[str, Face]], *, rtl: bool | None = None, before: str = "") -> tuple[Stretch, ...]:
    """Return the stretches of a line in the order in which they are read, each with the place where it is drawn.

    `rtl` is the paragraph's direction; None finds it out. `before` is the last letter of its lines above. Raises
    KeyError on a character that was not cleaned.
    """
    if all(_plain(text, face) for text, face in parts):
        return tuple(_plain_line(parts))
    whole = "".join(text for text, _face in parts)
    rtl = right_to_left(whole) if rtl is None else rtl
    found, side = _stretches(parts, levels(whole, rtl=rtl, before=before))
    places = [0.0] * len(found)
    x = 0.0
    for at in visual(side):
        places[at] = x
        x += found[at].width
    return tuple(replace(stretch, x=place) for stretch, place in zip(found, places, strict=True))


def _plain_line(parts: Sequence[tuple[str, Face]]) -> Iterator[Stretch]:
    """Yield the stretches of a line that needs no more than each face's first font."""
    x = 0.0
    for part, (text, face) in enumerate(parts):
        width = _word_width(text, face)
        yield Stretch(part, text, face, width, (Chunk(0, 0, width, text),), widths(face)[32], x=x)
        x += width


def _stretches(parts: Sequence[tuple[str, Face]], side: Sequence[int]) -> tuple[list[Stretch], list[int]]:
    """Return the stretches, not placed yet, and the level of each."""
    found: list[Stretch] = []
    levels_found: list[int] = []
    for (part, font, level), group in groupby(_characters(parts, side), key=itemgetter(0, 1, 2)):
        text = "".join(character for _part, _font, _level, character in group)
        rtl = level % 2 == 1
        levels_found.append(level)
        if font.shaped:
            set_ = shape(text, font, rtl=rtl)
            found.append(Stretch(part, text, font.name, set_.width, set_.chunks, font.widths[32], rtl, set_.told))
        else:
            stretch = _unshaped(part, text, font.name, font.widths, rtl=rtl)
            found.append(replace(stretch, thickened=True) if font.thickened else stretch)
    return found, levels_found


def _characters(parts: Sequence[tuple[str, Face]], side: Sequence[int]) -> Iterator[tuple[int, Font, int, str]]:
    """Yield each character with its part, font and level.

    What is no letter or number goes with the letter before it, where that one's font has it: a stretch is whole then.
    """
    here = iter(side)
    for part, (text, face) in enumerate(parts):
        before: tuple[Font, int] | None = None
        for character in text:
            level = next(here)
            sticks = before is not None and before[0].shaped and before[1] == level
            font = before[0] if sticks and before and _hangs_on(character, before[0]) else font_of(character, face)
            if font is None:
                raise KeyError(character)
            yield part, font, level, character
            before = font, level


def _hangs_on(character: str, font: Font) -> bool:
    """Return whether a character is no letter or number, and the font has it."""
    return unicodedata.category(character)[0] not in "LN" and ord(character) in font.widths


def _unshaped(part: int, text: str, font: str, own: Mapping[int, float], *, rtl: bool = False) -> Stretch:
    """Return characters that stand as they are, mirrored from right to left."""
    width = sum(own[ord(character)] for character in text)
    drawn = mirrored(text) if rtl else text
    return Stretch(part, text, font, width, (Chunk(0, 0, width, drawn),), own[32], rtl)


@lru_cache(maxsize=50_000)
def _word_width(text: str, face: Face) -> float:
    own = widths(face)
    try:
        return sum(own[ord(character)] for character in text)
    except KeyError:
        return sum(stretch.width for stretch in set_line(((text, face),)))


def text_width(text: str, face: Face, size: float) -> float:
    """Return how wide a line of text is, in points. Raises KeyError on a character that was not cleaned."""
    return _word_width(text, face) * size / 1000
