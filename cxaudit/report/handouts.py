"""Writes the printed pack for a workshop, as the report is written: tagged, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cxaudit import __version__
from cxaudit.app.ports import HandoutOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import HandoutError
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.handout import HandoutView, handout_view
from cxaudit.report.pdf.flow import Furniture, Page, Section, draw, lay_out
from cxaudit.report.pdf.metadata import Metadata
from cxaudit.report.pdf.pages import (
    handout_agenda,
    handout_ballots,
    handout_cards,
    handout_entry,
    handout_script,
    handout_start,
    handout_tally,
)
from cxaudit.report.pdf.styles import A4, LETTER, Paper
from cxaudit.report.pdf.text import Cleaner
from cxaudit.report.pdf.unprinted import warnings
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.filesystem import SharedFiles

PAPERS = {"A4": A4, "Letter": LETTER}
PARTS = ("cards", "ballots", "tally", "script", "agenda", "entry")
"""The parts of the pack in order, as the first page lists them."""

Spans = Mapping[str, tuple[int, int]]


def handout_pages(view: HandoutView, paper: Paper) -> list[Page]:
    """Return the pages as laid out; laid out twice, as the first one tells which pages to print how often."""
    spans: dict[str, tuple[int, int]] = {}
    last = len(lay_out([_start(view, dict.fromkeys(PARTS, (0, 0)))], paper))
    for part, section in _parts(view, paper):
        first, last = last + 1, last + len(lay_out([section], paper))
        spans[part] = (spans.get(part, (first, last))[0], last)
    return lay_out([_start(view, spans), *(section for _part, section in _parts(view, paper))], paper)


def _start(view: HandoutView, spans: Spans) -> Section:
    return Section(view.start.title, handout_start.start(view.start, spans))


def _parts(view: HandoutView, paper: Paper) -> Iterator[tuple[str, Section]]:
    """Yield the sections after the first page, each with the part it belongs to."""
    yield "cards", Section("", handout_cards.Cards(view.cards, view.cards_note, paper), bare=True)
    for sheet in handout_ballots.sheets(view.ballots, view.ballots_note, paper):
        yield "ballots", Section("", sheet, bare=True)
    yield "tally", Section(view.tally.title, handout_tally.tally(view.tally))
    yield "script", Section(handout_script.title(), handout_script.script(view.script))
    for number, page in enumerate(view.agendas):
        key = f"agenda-{page.minutes}" if number else "agenda"
        yield "agenda", Section(page.title, handout_agenda.agenda(page, key))
    yield "entry", Section(view.entry.title, handout_entry.entry(view.entry))


def build_pdf(
    assessment: Assessment, pack: Pack, options: HandoutOptions, *, tagged: bool = True
) -> tuple[bytes, tuple[str, ...]]:
    """Return the pack as a file's bytes, and what could not be printed as it was written."""
    cleaner, paper = Cleaner(), PAPERS[options.paper]
    view = cleaner.view(handout_view(pack, assessment, options))
    metadata = Metadata(view.title, view.language, view.date, f"cxaudit {__version__}")
    furniture = Furniture(view.header, view.footer)
    return draw(handout_pages(view, paper), furniture, metadata, paper, tagged=tagged), warnings(cleaner)


def write_pdf(path: Path, assessment: Assessment, pack: Pack, options: HandoutOptions) -> tuple[str, ...]:
    """Write the pack to `path` and return warnings; see `cxaudit.app.ports.HandoutWriter`.

    Raises HandoutError; a file that was there is then as it was.
    """
    content, told = build_pdf(assessment, pack, options)
    try:
        write_atomically(SharedFiles(), path, content)
    except OSError as error:
        raise HandoutError(str(path), error.strerror or str(error)) from error
    return told
