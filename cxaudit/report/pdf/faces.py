"""The fonts behind a face: Inter or a brand's own, then those of the script pack, where it is installed.

A character is drawn by the first font that has it.
"""
# reportlab has no complete types; this file, `shaping.py`, `strings.py` and `backend.py` are where it is touched.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportUntypedBaseClass=false

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import NewType

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, makeToUnicodeCMap
from typing_extensions import override

from cxaudit import assets
from cxaudit.app.brand import BrandFont

Face = NewType("Face", str)
REGULAR = Face("Inter-Regular")
ITALIC = Face("Inter-Italic")
SEMIBOLD = Face("Inter-SemiBold")
BOLD = Face("Inter-Bold")
FACES: tuple[Face, ...] = (REGULAR, ITALIC, SEMIBOLD, BOLD)

JOINERS = "\u200c\u200d"
"""Say whether the letters beside them join; nothing is drawn for them."""

PRIVATE = 0xF0000
"""The PDF library knows glyphs by code points; those that no character has alone get one from here on."""

UNTOLD = "\ue000"
"""What a glyph of that kind stands for where nothing can be said; a text to read then lies over all of them."""


class _Source(TTFont):
    """A font that tells of its glyphs what they stand for."""

    told: dict[int, str]

    @override
    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # its own name
        subsets: list[list[int]] = self.state[doc].subsets
        prefix: str = self.state[doc].internalName
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            font = doc.idToObject["BasicFonts"].dict[f"{prefix}+{number}"]
            doc.idToObject[font.ToUnicode.name].content = self._told_map(font.BaseFont, subset)

    def _told_map(self, name: str, subset: list[int]) -> str:
        """Return the map to Unicode (ISO 32000-1, 9.10.3), in UTF-16."""
        table: str = makeToUnicodeCMap(name, subset)
        for place, code in enumerate(subset):
            if code in self.told or code > 0xFFFF:
                said = self.told.get(code, chr(code)).encode("utf-16-be").hex().upper()
                table = table.replace(f"<{place:02X}> <{code:04X}>", f"<{place:02X}> <{said}>")
        return table


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """One font file: its name in the PDF library, and advance widths by code point, in thousandths of the size.

    One that is `shaped` needs its letters joined, reordered or placed (see `shaping`). One that is `thickened` stands
    for a bold font that there is not.
    """

    name: str
    widths: dict[int, float]
    source: _Source
    shaped: bool = False
    thickened: bool = False
    _names: dict[tuple[int, str], str] = field(default_factory=dict[tuple[int, str], str])

    def named(self, glyph: int, said: str, width: float) -> str:
        """Return the character by which the PDF library knows a glyph that stands for a character."""
        face = self.source.face
        if len(said) == 1 and face.charToGlyph.get(ord(said)) == glyph:
            return said
        name = self._names.get((glyph, said))
        if name is None:
            code = PRIVATE + len(self._names)
            self._names[glyph, said] = name = chr(code)
            face.charToGlyph[code], face.charWidths[code] = glyph, width
            self.source.told[code] = said or UNTOLD
        return name


def _font(name: str, file: Path | BytesIO, *, shaped: bool = False) -> Font:
    source = _Source(name, str(file) if isinstance(file, Path) else file)
    source.told = {}
    pdfmetrics.registerFont(source)
    return Font(name, {int(point): float(width) for point, width in source.face.charWidths.items()}, source, shaped)


@cache
def own_font(face: Face) -> Font:
    """Return the font of one of Inter's faces; loaded on first use."""
    return _font(face, assets.resources() / "fonts" / f"{face}.ttf")


_brands: dict[Face, Font] = {}


def brand_face(brand: BrandFont) -> Face:
    """Return the face of a brand's font for titles. What it lacks is drawn in Inter Bold."""
    face = Face(f"Brand-{hashlib.sha256(brand.content).hexdigest()[:16]}")
    if face not in _brands:
        _brands[face] = _font(face, BytesIO(brand.content))
    return face


@dataclass(frozen=True, slots=True)
class _PackFont:
    """A font of the script pack: its file without weight; one that has `weights` comes in regular and bold."""

    file: str
    weights: bool = True


_PACK = (
    _PackFont("NotoSansArabic"),
    _PackFont("NotoSansHebrew"),
    _PackFont("NotoSansDevanagari"),
    _PackFont("NotoSansThai"),
    _PackFont("wqy-microhei.ttc", weights=False),
)


@cache
def _pack_font(folder: Path, font: _PackFont, *, bold: bool) -> Font:
    if not font.weights and bold:
        return replace(_pack_font(folder, font, bold=False), thickened=True)
    if not font.weights:
        return _font(font.file.partition(".")[0], folder / font.file)
    name = f"{font.file}-{'Bold' if bold else 'Regular'}"
    return _font(name, folder / f"{name}.ttf", shaped=True)


def _chain(face: Face) -> Iterator[Font]:
    """Yield the fonts of a face, each loaded only when those before it lack a character."""
    brand = _brands.get(face)
    if brand is not None:
        yield brand
    yield own_font(face if brand is None else BOLD)
    folder = assets.script_fonts()
    if folder is not None:
        bold = brand is not None or face in {SEMIBOLD, BOLD}
        for font in _PACK:
            yield _pack_font(folder, font, bold=bold)


@lru_cache(maxsize=50_000)
def _found(character: str, face: Face, _pack: Path | None) -> Font | None:
    return next((font for font in _chain(face) if ord(character) in font.widths), None)


def font_of(character: str, face: Face = REGULAR) -> Font | None:
    """Return the font that draws a character, or None where there is none."""
    return _found(character, face, assets.script_fonts())


@cache
def covered() -> frozenset[int]:
    """Return the code points that every face of Inter can draw."""
    first, *others = (frozenset(own_font(face).widths) for face in FACES)
    return first.intersection(*others)


@cache
def widths(face: Face) -> dict[int, float]:
    """Return the advance widths of the face's first font."""
    return next(_chain(face)).widths


def drawable(character: str) -> bool:
    """Return whether some font of every face has the character."""
    return ord(character) in covered() or all(font_of(character, face) is not None for face in FACES)


def joining(character: str) -> bool:
    """Return whether the character belongs to a script whose letters join or move."""
    font = font_of(character)
    return font is not None and font.shaped and character not in JOINERS
