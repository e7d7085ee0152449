"""Puts text onto slides: into placeholders, in the language of the report, and in the direction in which it reads."""
# ruff: noqa: ANN401, SLF001 - the slide library has no complete types, and keeps to itself what it cannot do
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt
from reportlab.pdfbase.ttfonts import TTFontFile

from cxaudit.app.brand import BrandFont
from cxaudit.report.palette import PALETTE
from cxaudit.report.plain import right_to_left
from cxaudit.report.slides.fit import LEADING, Paragraph, broken, line_width, shortened
from cxaudit.report.slides.layouts import Holder

TITLES = (28.0, 26.0, 24.0, 22.0, 20.0)
TIGHT = 0.9
"""Titles are set with less space between lines."""

_MUTED = MSO_THEME_COLOR.ACCENT_6
_FLAG = RGBColor.from_string(PALETTE["flag"].lstrip("#"))


def holder_of(slide: Any, idx: int) -> Any:
    """Return a slide's placeholder by its number."""
    return next(shape for shape in slide.placeholders if shape.placeholder_format.idx == idx)


def write_run(
    paragraph: Any, text: str, language: str, *, size: float | None = None, bold: bool | None = None, color: Any = None
) -> None:
    """Add a run of text to a paragraph; what is not given is the layout's."""
    run = paragraph.add_run()
    run.text = text
    run._r.get_or_add_rPr().set("lang", language)
    if size is not None:
        run.font.size = Pt(size)
    if bold is not None:
        run.font.bold = bold
    if color is not None:
        if isinstance(color, RGBColor):
            run.font.color.rgb = color
        else:
            run.font.color.theme_color = color
    if right_to_left(text):
        paragraph._p.get_or_add_pPr().set("rtl", "1")


def title_size(
    text: str, holder: Holder, sizes: Sequence[float] = TITLES, font: BrandFont | None = None
) -> tuple[float, str]:
    """Return the size at which a title fits its place, and the title, shortened where no size fits.

    `font` is the brand's, in which titles are set.
    """
    holder = replace(holder, width=holder.width / _widening(font, text))
    one_line = [size for size in sizes[:3] if len(broken(text, holder.width, size, strong=True)) == 1]
    if one_line:
        return one_line[0], text
    for size in sizes:
        lines = int(holder.height // (size * LEADING * TIGHT))
        if len(broken(text, holder.width, size, strong=True)) <= lines:
            return size, text
    most = int(holder.height // (sizes[-1] * LEADING * TIGHT))
    return sizes[-1], shortened(text, holder.width, sizes[-1], most, strong=True)


def _widening(font: BrandFont | None, text: str) -> float:
    """Return how much wider a text is in a brand's font than it is assumed to be."""
    if font is None:
        return 1.0
    widths, usual = _widths(font), line_width(text)
    return max(0.8, sum(widths.get(ord(c), 1000.0) for c in text) / 1000 / usual) if usual else 1.0


@lru_cache(maxsize=4)
def _widths(font: BrandFont) -> dict[int, float]:
    """Return a font's advance widths by character, in thousandths of its size."""
    return {int(code): float(width) for code, width in TTFontFile(BytesIO(font.content)).charWidths.items()}


def write_paragraphs(shape: Any, found: Sequence[Paragraph], size: float, language: str) -> None:
    """Write paragraphs into a placeholder."""
    frame = shape.text_frame
    for number, one in enumerate(found):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if number:
            paragraph.space_before = Pt(one.gap(size))
        color = {"title": MSO_THEME_COLOR.TEXT_2, "foot": _MUTED, "more": _MUTED, "flag": _FLAG}.get(one.look)
        if one.label:
            write_run(paragraph, f"{one.label} ", language, size=one.size(size), bold=True)
        write_run(paragraph, one.text, language, size=one.size(size), bold=one.strong or None, color=color)


def write_lines(shape: Any, texts: Sequence[tuple[str, float, bool, Any]], language: str) -> None:
    """Write lines into a placeholder: text, size, whether it is bold, colour or None."""
    frame = shape.text_frame
    for number, (text, size, bold, color) in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        write_run(paragraph, text, language, size=size, bold=bold or None, color=color)


def number_slide(slide: Any, number: int) -> None:
    """Copy footer and slide number from the layout: a slide shows only those that it has itself."""
    for shape in slide.slide_layout.placeholders:
        kind = shape.element.ph.get("type")
        if kind in {"ftr", "sldNum"}:
            copied = deepcopy(shape.element)
            properties = copied.spPr
            for child in list(properties):
                properties.remove(child)
            for text in copied.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"):
                text.text = str(number) if kind == "sldNum" else text.text
            copied.nvSpPr.cNvPr.set("id", str(max(shape_id(slide), 1) + 1))
            slide.shapes._spTree.append(copied)


def shape_id(slide: Any) -> int:
    """Return the highest id of a shape on a slide."""
    return max(int(found) for found in slide.shapes._spTree.xpath("//p:cNvPr/@id"))


def describe(shape: Any, title: str, description: str) -> None:
    """Give a picture or chart its alternative text."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("title", title)
    properties.set("descr", description)


def write_notes(slide: Any, notes: Sequence[str], language: str) -> None:
    """Write the notes for the person who speaks, a paragraph each."""
    frame = slide.notes_slide.notes_text_frame
    lines = [line for note in notes for line in note.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        write_run(paragraph, line, language)
