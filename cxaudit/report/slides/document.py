"""The report as slides that one can present as they are, and change."""
# ruff: noqa: ANN401 - the slide library has no complete types, and keeps to itself what it cannot do
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false

from __future__ import annotations

import dataclasses
import io
from datetime import datetime
from typing import Any, TypeVar, cast

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from cxaudit.app.brand import Brand
from cxaudit.app.reporting import BuiltReport
from cxaudit.presentation.deck import Deck, deck_view
from cxaudit.presentation.deck_charts import Curve
from cxaudit.presentation.deck_parts import Slide, named, told
from cxaudit.presentation.report_summary import NumberView
from cxaudit.report.job import Job
from cxaudit.report.plain import plain
from cxaudit.report.slides.charts import draw_bars, draw_curve
from cxaudit.report.slides.fit import SIZES, Paragraph, Place, fitted, paragraphs, shortened
from cxaudit.report.slides.layouts import COLUMNS, COVER, LANES, LAYOUTS, NUMBERS, PICTURE_AND_TEXT, TITLE, Layout
from cxaudit.report.slides.template import empty_deck
from cxaudit.report.slides.writing import (
    describe,
    holder_of,
    number_slide,
    title_size,
    write_lines,
    write_notes,
    write_paragraphs,
    write_run,
)
from cxaudit.report.zipped import settled

NO_DATE = "2000-01-01"
"""Stands in a file's properties where an audit has no date."""
MM = 72 / 25.4
ABOUT = 16.0
"""The size of the facts on the cover."""
LOGO = (45 * MM, 20 * MM)
"""A logo is at most so wide and tall."""

_T = TypeVar("_T")


def render(job: Job) -> BuiltReport:
    """Return the report as a PowerPoint file."""
    deck, brand = _plain(deck_view(job.view)), _plain(job.options.brand)
    footer = " \u00b7 ".join(told(deck.imprint, deck.header, deck.footer))
    made = empty_deck(brand, deck.language, shortened(footer, 760, 10, 1), deck.watermark)
    _Writer(made, deck, brand).write(job)
    file = io.BytesIO()
    made.save(file)
    return BuiltReport(settled(file.getvalue()))


def _plain(value: _T) -> _T:
    """Return a copy of a frozen record with every text in it fit for a document."""
    return cast("_T", _plain_value(value))


def _plain_value(value: object) -> object:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return tuple(_plain_value(item) for item in cast("tuple[object, ...]", value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _plain_value(getattr(value, f.name)) for f in dataclasses.fields(value) if f.init}
        return dataclasses.replace(value, **changed)
    return value


class _Writer:
    """Writes the slides of a deck, one after the other."""

    def __init__(self, made: Any, deck: Deck, brand: Brand) -> None:
        self._made, self._deck, self._brand = made, deck, brand
        self._layouts = {layout.name: found for layout, found in zip(LAYOUTS, made.slide_layouts, strict=True)}
        self._date = deck.date or NO_DATE

    def write(self, job: Job) -> None:
        """Write all slides, and what the file says of itself. Raises Cancelled where the job's progress does."""
        of = len(self._deck.slides) + 1
        self._properties()
        self._cover()
        job.progress(1, of)
        for number, slide in enumerate(self._deck.slides, 2):
            self._slide(slide, number)
            job.progress(number, of)

    def _properties(self) -> None:
        about = self._made.core_properties
        about.title, about.language = self._deck.title[:255], self._deck.language
        about.author = about.last_modified_by = (self._brand.consultant or "cxaudit")[:255]
        about.comments = about.subject = about.keywords = about.category = ""
        about.created = about.modified = datetime.fromisoformat(self._date)
        about.revision = 1

    def _add(self, layout: Layout) -> Any:
        return self._made.slides.add_slide(self._layouts[layout.name])

    def _cover(self) -> None:
        cover, language = self._deck.cover, self._deck.language
        slide = self._add(COVER)
        size, name = title_size(cover.name, COVER.holder(0), (40.0, 36.0, 32.0, 28.0, 24.0), self._brand.font)
        write_run(holder_of(slide, 0).text_frame.paragraphs[0], name, language, size=size)
        under = COVER.holder(1)
        size, subtitle = title_size(cover.subtitle, under, (20.0, 18.0, 16.0))
        write_lines(holder_of(slide, 1), [(subtitle, size, False, None)], language)
        facts = tuple(Paragraph(f"{fact.label}: {fact.value}", "text", 0.25) for fact in cover.facts)
        write_paragraphs(holder_of(slide, 10), self._fit(facts, COVER, 10), ABOUT, language)
        house = (("head", self._brand.name), ("text", cover.confidentiality), ("text", cover.note))
        about = tuple(Paragraph(text, look, 0.4) for look, text in house if text)
        write_paragraphs(holder_of(slide, 11), self._fit(about, COVER, 11), ABOUT, language)
        self._above(slide)
        whole = told(f"{cover.kind}. {cover.name}", cover.subtitle, *(named(f.label, f.value) for f in cover.facts))
        write_notes(slide, (*whole, cover.note), language)

    def _fit(self, found: tuple[Paragraph, ...], layout: Layout, idx: int) -> tuple[Paragraph, ...]:
        holder = layout.holder(idx)
        lines = max(1, int(holder.height / (ABOUT * 1.35) / max(1, len(found))))
        return tuple(
            dataclasses.replace(one, text=shortened(one.text, holder.width, ABOUT, lines, strong=one.strong))
            for one in found
        )

    def _above(self, slide: Any) -> None:
        """Put the logo, and what kind of report it is, into the upper part of the cover's band."""
        logo, cover = self._brand.logo, self._deck.cover
        kind = slide.shapes.add_textbox(Pt(44), Pt(34), Pt(560), Pt(26))
        frame = kind.text_frame
        frame.margin_left = frame.margin_top = 0
        frame.word_wrap = True
        text = " \u00b7 ".join(told(cover.kind, cover.badge))
        write_run(frame.paragraphs[0], text, self._deck.language, size=14, color=MSO_THEME_COLOR.BACKGROUND_1)
        if logo is None:
            return
        scale = min(LOGO[0] / logo.width, LOGO[1] / logo.height)
        width, height = logo.width * scale, logo.height * scale
        plate = slide.shapes.add_shape(1, Pt(916 - width - 16), Pt(26), Pt(width + 16), Pt(height + 16))
        plate.fill.solid()
        plate.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        plate.line.fill.background()
        plate.shadow.inherit = False
        picture = slide.shapes.add_picture(io.BytesIO(logo.png), Pt(916 - width - 8), Pt(34), Pt(width), Pt(height))
        describe(picture, "", logo.alt)

    def _slide(self, found: Slide, number: int) -> None:
        layout = _layout(found)
        slide, language = self._add(layout), self._deck.language
        size, title = title_size(found.title, TITLE, font=self._brand.font)
        write_run(holder_of(slide, 0).text_frame.paragraphs[0], title, language, size=size)
        missing = [] if title == found.title else [found.title]
        for place, one in enumerate(found.numbers):
            _number(holder_of(slide, 20 + place), one, layout.holder(20 + place).width, language)
        if found.chart is not None:
            draw = draw_curve if isinstance(found.chart, Curve) else draw_bars
            shape = draw(holder_of(slide, 9), cast("Any", found.chart), self._date)
            describe(shape, found.chart.title, found.chart.description)
        missing += self._columns(slide, found, layout)
        number_slide(slide, number)
        write_notes(slide, _with_all(found.notes, missing), language)

    def _columns(self, slide: Any, found: Slide, layout: Layout) -> list[str]:
        """Write the columns, below each other beside a picture, and return the texts that had no room."""
        texts = [paragraphs(found.columns)] if found.chart else [paragraphs([column]) for column in found.columns]
        holders = [layout.holder(10 + place) for place in range(len(texts))]
        largest = 16.0 if found.chart else SIZES[0]
        fit = fitted(texts, [Place(holder.width, holder.height) for holder in holders], largest)
        for holder, text in zip(holders, fit.places, strict=True):
            write_paragraphs(holder_of(slide, holder.idx), text, fit.size, self._deck.language)
        return [one.text for place in fit.cut for one in texts[place] if one not in fit.places[place]]


def _layout(found: Slide) -> Layout:
    if found.lanes:
        return LANES
    if found.chart:
        return PICTURE_AND_TEXT
    return (NUMBERS if found.numbers else COLUMNS)[len(found.columns)]


def _with_all(notes: tuple[str, ...], missing: list[str]) -> tuple[str, ...]:
    """Return the notes with what had no room on the slide, unless they say it already."""
    said = "\n".join(" ".join(note.split()) for note in notes)
    return (*notes, *dict.fromkeys(text for text in missing if text not in said))


def _number(shape: Any, found: NumberView, width: float, language: str) -> None:
    size = next((s for s in (40.0, 34.0, 28.0) if len(found.value) * s * 0.6 <= width), 24.0)
    muted = MSO_THEME_COLOR.ACCENT_6
    lines = [(found.value, size, True, MSO_THEME_COLOR.TEXT_2)]
    lines += [(shortened(found.label, width, 14, 2, strong=True), 14.0, True, None)]
    lines += [(shortened(found.detail, width, 12, 2), 12.0, False, muted)] if found.detail else []
    write_lines(shape, lines, language)
