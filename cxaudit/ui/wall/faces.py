"""Fonts of the wall, and text broken into lines. Sizes are units of `parts.HEIGHT`."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QTextLayout, QTextOption

from cxaudit.ui.fonts import FAMILY

LEADING = 1.17
"""Height of a line, in text sizes."""

_ENDLESS = 1e6


@lru_cache(maxsize=256)
def face(size: int, *, strong: bool = False) -> QFont:
    """Return the font of a size."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, size))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5 if strong else 99.5)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=2048)
def width_of(text: str, size: int, *, strong: bool = False) -> float:
    """Return the width of a line of text."""
    return QFontMetricsF(face(size, strong=strong)).horizontalAdvance(text)


class Line(NamedTuple):
    """A line of text letter by letter, from its left top: how wide and high it is."""

    letters: tuple[QGlyphRun, ...]
    width: float
    height: float


@lru_cache(maxsize=256)
def line_of(text: str, size: int, *, strong: bool = False) -> Line:
    """Return a line to be painted letter by letter.

    Letters as large as those of a wall are painted as outlines, and Qt takes six times as long for those of a whole
    line at once.
    """
    layout = QTextLayout(text, face(size, strong=strong))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    letters: list[QGlyphRun] = []
    for run in layout.glyphRuns():
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            one = QGlyphRun()
            one.setRawFont(run.rawFont())
            one.setGlyphIndexes([glyph])
            one.setPositions([place])
            letters.append(one)
    return Line(tuple(letters), line.naturalTextWidth(), line.height())


@lru_cache(maxsize=2048)
def lines_of(text: str, size: int, width: float, *, strong: bool = False) -> tuple[str, ...]:
    """Return a text broken into lines of at most a width; a word that is wider than that is broken too."""
    layout = QTextLayout(text, face(size, strong=strong))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(found)


def balanced(text: str, size: int, width: float, *, strong: bool = False) -> tuple[str, ...]:
    """Return a text broken into as few lines as fit a width, all about as long: no word stands alone."""
    found = lines_of(text, size, width, strong=strong)
    narrow, wide = width / 3, width
    while len(found) > 1 and wide - narrow > size / 2:
        middle = (narrow + wide) / 2
        tried = lines_of(text, size, middle, strong=strong)
        if len(tried) > len(found):
            narrow = middle
        else:
            wide, found = middle, tried
    return found


def elided(text: str, size: int, width: float, *, strong: bool = False) -> str:
    """Return one line of a text; what does not fit is left out at the end, and seen to be."""
    return QFontMetricsF(face(size, strong=strong)).elidedText(text, Qt.TextElideMode.ElideRight, width)
