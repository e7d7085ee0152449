"""Claims and evidence: what shows each answer that needs something to show."""

from __future__ import annotations

from cxaudit.presentation.report_evidence import EvidencePage, ProofCount, ProofLine
from cxaudit.report.pdf.blocks import Block, Figure, Space, Stack, Text
from cxaudit.report.pdf.pages.parts import Heading, opening
from cxaudit.report.pdf.styles import BODY, NOTE, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Narrow, Table

COUNT_SHARES = (112, 98, 40, 44, 30, 40, 58, 30)
SHARES = (104, 83, 190, 80)


def evidence(view: EvidencePage, heading: Heading) -> Block:
    """Return the section."""
    blocks = opening(heading, view.title, "evidence", view.lead)
    if view.counts:
        counts = Table(view.count_heads, [_count(count) for count in view.counts], COUNT_SHARES)
        blocks.append(Stack([counts, Figure(view.key, after=14)], keep=True))
    blocks.append(Table(view.heads, [_row(line) for line in view.lines], SHARES))
    if view.below:
        blocks.append(Narrow(Text(view.below, BODY)))
    return Stack(blocks)


def _count(count: ProofCount) -> list[Block]:
    cells = Figure(count.cells) if count.cells.ops else Space(0)
    return [Text(count.title, TABLE_STRONG), cells, *(Text(number, TABLE) for number in count.numbers)]


def _row(line: ProofLine) -> list[Block]:
    said = NOTE.but(color="flag" if line.alarm else "ink", after=0)
    shown: list[Block] = [Text(line.text, TABLE)]
    if line.dated:
        shown.append(Text(line.dated, NOTE.but(after=0)))
    shown += [Text(fact, said) for fact in line.facts]
    marks: list[Block] = [Text(mark, TABLE_STRONG if n == 0 else TABLE) for n, mark in enumerate(line.marks)]
    return [
        Stack([Text(line.title, TABLE_STRONG), Text(line.dimension, NOTE.but(after=0))]),
        Figure(line.strip),
        Stack(shown),
        Stack(marks),
    ]
