"""Method and limits."""

from __future__ import annotations

from cxaudit.i18n import _
from cxaudit.presentation.report_method import MethodPage
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.pages.parts import title_block
from cxaudit.report.pdf.styles import BODY, H2, H3, NOTE, NOTE_STRONG
from cxaudit.report.pdf.tables import Beside, Lanes


def method(view: MethodPage, section: str) -> Block:
    """Return the section."""
    passages: list[Block] = []
    for passage in view.passages:
        passages.append(Text(passage.title, H3, "H2", keep_next=True))
        passages += [Text(paragraph, BODY) for paragraph in passage.paragraphs]
    facts: list[Block] = []
    for fact in view.facts:
        facts += [Text(fact.label, NOTE.but(after=0)), Text(fact.value, NOTE_STRONG.but(after=6))]
    blocks: list[Block] = [title_block(section, view.title, "method"), Beside(Stack(passages), Stack(facts))]
    if view.sources:
        blocks.append(Text(_("Sources"), H3, "H2", keep_next=True))
        half = (len(view.sources) + 1) // 2
        columns = (view.sources[:half], view.sources[half:])
        blocks.append(Lanes([Stack([Text(source, NOTE) for source in column]) for column in columns], 24))
    return Stack(blocks)
