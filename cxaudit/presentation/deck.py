"""The report as slides: one finding a slide, with its picture and what is said to it; free of any slide library.

Numbers and sentences are those of the report's view. A slide holds what a room can read; the rest stands in its notes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from cxaudit.presentation.deck_findings import (
    balance_slide,
    dimension_slides,
    finding_slide,
    findings_slide,
    flags_slide,
    profile_slide,
    split_slide,
)
from cxaudit.presentation.deck_parts import Point, Slide
from cxaudit.presentation.deck_plan import (
    method_slide,
    moves_slide,
    priorities_slide,
    roadmap_slide,
    settle_slide,
)
from cxaudit.presentation.report import ReportView
from cxaudit.presentation.report_summary import CoverView

MOST = 12
"""A deck has at most so many slides, the cover among them."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides after the cover, in order. `language` is BCP 47, `date` ISO 8601 or None."""

    title: str
    language: str
    date: str | None
    header: str
    footer: str
    imprint: str
    watermark: str
    cover: CoverView
    slides: tuple[Slide, ...]


def deck_view(view: ReportView) -> Deck:
    """Return the slides of a report: those of its sections, in the order of its sections.

    A comment on a section stands beside its first picture, or the four numbers, and in the notes of its first slide.
    The first moves stand with the priorities, else with the roadmap, else after the summary. The dimensions that the
    slide of findings does not tell get slides of their own as far as the deck has room for them.
    """
    made = {section.id: _commented(_slides(view, section.id), section.comment) for section in view.sections}
    room = MOST - 1 - sum(len(slides) for slides in made.values())
    if "findings" in made:
        made["findings"] += dimension_slides(view, room)
    return Deck(
        title=view.title,
        language=view.language,
        date=view.date,
        header=view.header,
        footer=view.footer,
        imprint=view.imprint,
        watermark=view.watermark,
        cover=view.cover,
        slides=tuple(slide for slides in made.values() for slide in slides),
    )


def _commented(slides: tuple[Slide, ...], comment: str) -> tuple[Slide, ...]:
    if not slides or not comment:
        return slides
    first, *rest = slides
    if first.chart or first.numbers:
        column = replace(first.columns[0], points=(Point(text=comment), *first.columns[0].points))
        first = replace(first, columns=(column, *first.columns[1:]))
    return (replace(first, notes=(comment, *first.notes)), *rest)


def _slides(view: ReportView, section: str) -> tuple[Slide, ...]:
    there = {found.id for found in view.sections}
    moves = next((found for found in ("priorities", "roadmap") if found in there), "summary")
    flags = "profile" if "profile" in there else "summary"
    makers: dict[str, tuple[Callable[[ReportView], Slide | None], ...]] = {
        "summary": (finding_slide, balance_slide),
        "profile": (profile_slide,),
        "findings": (findings_slide,),
        "disagreement": (split_slide,),
        "priorities": (priorities_slide,),
        "roadmap": (roadmap_slide, settle_slide),
        "method": (method_slide,),
    }
    slides = [make(view) for make in makers.get(section, ())]
    if section == flags:
        slides.append(flags_slide(view, section))
    if section == moves:
        slides.insert(0 if section != "summary" else len(slides), moves_slide(view, section))
    return tuple(slide for slide in slides if slide is not None)
