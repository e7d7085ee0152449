"""Disagreement: votes as dots, the most divided first."""

from __future__ import annotations

from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.report_votes import DisagreementPage, VoteLine
from cxaudit.report.pdf.blocks import Block, Figure, Stack, Text
from cxaudit.report.pdf.pages.parts import title_block
from cxaudit.report.pdf.styles import NOTE, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Table


def disagreement(view: DisagreementPage, section: str) -> Block:
    """Return the section."""
    return Stack(
        [
            title_block(section, view.title, "disagreement", view.lead),
            Table(view.heads, [_row(line) for line in view.lines], (124, 150, 112, 100)),
        ]
    )


def _row(line: VoteLine) -> list[Block]:
    color = "flag" if line.open else "ink"
    return [
        Stack([Text(line.title, TABLE_STRONG), Text(line.question, NOTE.but(after=0))]),
        Figure(line.dots),
        Stack([Text(line.state, TABLE_STRONG.but(color=color)), Text(line.detail, NOTE.but(after=0))]),
        Text(line.note or NONE, TABLE),
    ]
