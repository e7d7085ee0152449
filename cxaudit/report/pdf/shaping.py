"""Joins, reorders and places the letters of scripts that need it, with HarfBuzz, which comes with the script pack."""
# reportlab and uharfbuzz have no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportMissingImports=false

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from cxaudit.report.pdf.bidi import MIRRORED
from cxaudit.report.pdf.faces import Font

FEATURES = {"liga": False, "dlig": False}
"""Without ligatures that only please: what a glyph stands for can then be told to who copies text."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters that stand beside each other, so wide and so far from the stretch's start, in 1/1000 of the size."""

    x: float
    y: float
    width: float
    drawn: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text as it is drawn, from left to right. `told`: what is drawn stands for it, character by character."""

    chunks: tuple[Chunk, ...]
    width: float
    told: bool


class _Shaper:
    """Shapes with one font."""

    def __init__(self, font: Font) -> None:
        import uharfbuzz  # noqa: PLC0415 - only there where the script pack is

        self._font = font
        self._library: Any = uharfbuzz
        blob = uharfbuzz.Blob(font.source.face._ttf_data)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
        self._shaping: Any = uharfbuzz.Font(uharfbuzz.Face(blob))
        self._scale = 1000 / self._shaping.face.upem

    def shape(self, text: str, *, rtl: bool) -> Shaped:
        """Return the text as it is drawn."""
        buffer = self._library.Buffer()
        buffer.cluster_level = self._library.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        self._library.shape(self._shaping, buffer, FEATURES)
        glyphs: list[int] = [info.codepoint for info in buffer.glyph_infos]
        told = [
            self._told(glyph, "" if said is None else MIRRORED.get(said, said) if rtl else said)
            for glyph, said in zip(glyphs, _clusters(text, [info.cluster for info in buffer.glyph_infos]), strict=True)
        ]
        chunks: list[Chunk] = []
        pen = 0.0
        for glyph, said, place in zip(glyphs, told, buffer.glyph_positions, strict=True):
            width = self._shaping.get_glyph_h_advance(glyph) * self._scale
            drawn = self._font.named(glyph, said, width)
            _put(chunks, Chunk(pen + place.x_offset * self._scale, place.y_offset * self._scale, width, drawn))
            pen += place.x_advance * self._scale
        return Shaped(tuple(chunks), pen, told=all(told))

    def _told(self, glyph: int, said: str) -> str:
        """Return what a glyph is said to stand for; of a ligature the character that stands for it, where one does."""
        if len(said) < 2:
            return said
        named: Sequence[int] = self._font.source.face.glyphToChar.get(glyph, ())
        return next((chr(code) for code in named if unicodedata.normalize("NFKC", chr(code)) == said), "")


def _clusters(text: str, clusters: Sequence[int]) -> Iterator[str | None]:
    """Yield the characters that each glyph stands for; None where several glyphs stand for some together."""
    glyphs = Counter(clusters)
    ends = dict(pairwise((*sorted(glyphs), len(text))))
    for start in clusters:
        yield text[start : ends[start]] if glyphs[start] == 1 else None


def _put(chunks: list[Chunk], new: Chunk) -> None:
    """Add a glyph; one that follows the chunk before without a gap joins it."""
    last = chunks[-1] if chunks else None
    if last is not None and last.y == new.y and abs(last.x + last.width - new.x) < 0.01:
        chunks[-1] = Chunk(last.x, last.y, last.width + new.width, last.drawn + new.drawn)
    else:
        chunks.append(new)


@cache
def _shaper(font: Font) -> _Shaper:
    return _Shaper(font)


@lru_cache(maxsize=20_000)
def shape(text: str, font: Font, *, rtl: bool) -> Shaped:
    """Return a text of one script as it is drawn."""
    return _shaper(font).shape(text, rtl=rtl)
