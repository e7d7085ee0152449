"""Method and limits, and the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxaudit.i18n import _
from cxaudit.presentation.report_method import MethodPage, Passage, SourcesPage
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.flow import page_count
from cxaudit.report.pdf.pages.parts import IN_FULL, Heading, numbered, opening
from cxaudit.report.pdf.styles import BODY, H3, NOTE, NOTE_STRONG, NOTE_WIDTH
from cxaudit.report.pdf.tables import Beside

SPACES = ((H3.before, BODY.after), (4.0, 2.0))
"""Space above a passage's title and below a paragraph, in points: the usual one, and a closer one."""


def method(view: MethodPage, heading: Heading, whole: Sequence[str] = ()) -> Block:
    """Return the section; what to know of the answers stands in the margin, and all is set closer, where that saves.

    `whole` are texts that the summary had to cut.
    """
    if whole:
        view = replace(view, answered=(*view.answered, Passage(in_full(), tuple(whole))))
    pages = [_method(view, heading, *space, margin=margin) for margin in (False, True) for space in SPACES]
    return min((page for page in pages if page is not None), key=lambda page: page_count(page, heading.paper))


def _method(view: MethodPage, heading: Heading, above: float, below: float, *, margin: bool) -> Block | None:
    """Return the section; None where the margin cannot hold what would stand in it."""
    passages, facts = list[Block](), list[Block]()
    for passage in view.passages if margin else (*view.passages, *view.answered):
        passages.append(Text(passage.title, H3.but(before=above), "H2", key=_key(passage), keep_next=True))
        passages += [Text(paragraph, BODY.but(after=below)) for paragraph in passage.paragraphs]
    for fact in view.facts:
        facts += [Text(fact.label, NOTE.but(after=0)), Text(fact.value, NOTE_STRONG.but(after=6))]
    for passage in view.answered if margin else ():
        facts.append(Text(passage.title, NOTE_STRONG.but(before=6, after=2), key=_key(passage)))
        facts += [Text(paragraph, NOTE) for paragraph in passage.paragraphs]
    note, title = Stack(facts), Stack(opening(heading, view.title, "method"), keep_next=True)
    if margin and title.height(heading.paper.full) + note.height(NOTE_WIDTH) > heading.paper.room - 12:
        return None
    return Stack([title, Beside(Stack(passages), note)])


def in_full() -> str:
    """Return the title of what the summary had to cut."""
    return _("From the summary, in full")


def _key(passage: Passage) -> str:
    return IN_FULL if passage.title == in_full() else ""


def sources(view: SourcesPage, heading: Heading) -> Block:
    """Return the sources, one below the other, so that they can go on overleaf."""
    blocks = opening(heading, view.title, "sources")
    if view.empty:
        return Stack([*blocks, Text(view.empty, BODY)])
    return Stack([*blocks, *numbered([(line.tag, line.text) for line in view.lines], NOTE)])
