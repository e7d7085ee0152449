"""Method and limits, and the sources."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.presentation.report_method import MethodPage, SourceLine, SourcesPage
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.flow import page_count
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import title_block
from cxaudit.report.pdf.styles import BODY, FULL, H3, NOTE, NOTE_STRONG
from cxaudit.report.pdf.tables import Beside, Lanes

SPACES = ((H3.before, BODY.after), (4.0, 2.0))
"""Space above a passage's title and below a paragraph, in points: the usual one, and a closer one."""


def method(view: MethodPage, section: str) -> Block:
    """Return the section, set closer where that saves a page."""
    return min((_method(view, section, *space) for space in SPACES), key=page_count)


def _method(view: MethodPage, section: str, above: float, below: float) -> Block:
    passages: list[Block] = []
    for passage in view.passages:
        passages.append(Text(passage.title, H3.but(before=above), "H2", keep_next=True))
        passages += [Text(paragraph, BODY.but(after=below)) for paragraph in passage.paragraphs]
    facts: list[Block] = []
    for fact in view.facts:
        facts += [Text(fact.label, NOTE.but(after=0)), Text(fact.value, NOTE_STRONG.but(after=6))]
    blocks: list[Block] = [title_block(section, view.title, "method"), Beside(Stack(passages), Stack(facts))]
    return Stack(blocks)


def sources(view: SourcesPage, section: str) -> Block:
    """Return the sources in two columns."""
    blocks: list[Block] = [title_block(section, view.title, "sources")]
    if view.empty:
        return Stack([*blocks, Text(view.empty, BODY)])
    return Stack([*blocks, min((_columns(view.lines, at) for at in range(1, len(view.lines) + 1)), key=_height)])


def _columns(lines: Sequence[SourceLine], at: int) -> Block:
    return Lanes([Stack([_source(line) for line in part]) for part in (lines[:at], lines[at:])], 18)


def _height(block: Block) -> float:
    return block.height(FULL)


def _source(line: SourceLine) -> Block:
    return Text([Run(f"{line.tag}  ", SEMIBOLD, "ink"), Run(line.text)], NOTE.but(after=2.5))
