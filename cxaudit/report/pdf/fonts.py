"""Inter, the report's one typeface: loading, coverage and widths."""
# reportlab has no complete types; this file and `backend.py` are where it is touched.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cxaudit import assets

Face = Literal["Inter-Regular", "Inter-Italic", "Inter-SemiBold", "Inter-Bold"]
REGULAR: Face = "Inter-Regular"
ITALIC: Face = "Inter-Italic"
SEMIBOLD: Face = "Inter-SemiBold"
BOLD: Face = "Inter-Bold"
FACES: tuple[Face, ...] = (REGULAR, ITALIC, SEMIBOLD, BOLD)


@cache
def _widths(face: Face) -> dict[int, float]:
    """Return advance widths by code point, in thousandths of the size; loads the font on first use."""
    font = TTFont(face, str(assets.resources() / "fonts" / f"{face}.ttf"))
    pdfmetrics.registerFont(font)
    return {int(point): float(width) for point, width in font.face.charWidths.items()}


def load() -> None:
    """Make all faces known to the PDF library; cheap after the first time."""
    for face in FACES:
        _widths(face)


@cache
def covered() -> frozenset[int]:
    """Return the code points that every face can draw."""
    first, *others = (frozenset(_widths(face)) for face in FACES)
    return first.intersection(*others)


@lru_cache(maxsize=50_000)
def _word_width(text: str, face: Face) -> float:
    widths = _widths(face)
    return sum(widths[ord(character)] for character in text)


def text_width(text: str, face: Face, size: float) -> float:
    """Return how wide a line of text is, in points. Raises KeyError on a character that was not cleaned."""
    return _word_width(text, face) * size / 1000
