"""The appendices: shortfalls, and all answers."""

from __future__ import annotations

from cxaudit.presentation.report_answers import AnswerLine, AnswersPage, ShortfallLine, ShortfallsPage
from cxaudit.report.pdf.blocks import Block, Figure, Space, Stack, Text
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import Heading, opening
from cxaudit.report.pdf.styles import BODY, H2, NOTE, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Narrow, Table


def shortfalls(view: ShortfallsPage, heading: Heading) -> Block:
    """Return appendix A."""
    blocks = opening(heading, view.title, "shortfalls")
    if view.empty:
        return Stack([*blocks, Narrow(Text(view.empty, BODY))])
    return Stack([*blocks, Table(view.heads, [_shortfall(line) for line in view.lines], (112, 83, 130, 130))])


def _shortfall(line: ShortfallLine) -> list[Block]:
    return [
        Stack([Text(line.title, TABLE_STRONG), Text(line.dimension, NOTE.but(after=0))]),
        Figure(line.strip),
        Text(line.now, TABLE),
        Stack([Text(line.target, TABLE), Text(line.share, NOTE.but(after=0))]),
    ]


def answers(view: AnswersPage, heading: Heading) -> Block:
    """Return appendix B, one table a dimension."""
    blocks = opening(heading, view.title, "answers")
    for part in view.parts:
        blocks.append(Text(part.title, H2, "H2", key=part.key, outline=part.title, level=1, keep_next=True))
        blocks.append(Table(view.heads, [_answer(line) for line in part.lines], (30, 380, 60)))
    if view.outside:
        blocks.append(Narrow(Text(view.outside, BODY)))
    return Stack(blocks)


def _answer(line: AnswerLine) -> list[Block]:
    told: list[Block] = [
        Text(f"{line.title}: {line.question}", TABLE_STRONG),
        *([Text(line.answer, TABLE)] if line.answer else []),
        *([Space(2), Figure(line.rounds, after=3)] if line.rounds else []),
        *(
            Text([Run(f"{label}: ", SEMIBOLD), Run(text)], NOTE.but(color="ink", after=0))
            for label, text in (*line.ended, *line.written)
        ),
    ]
    return [Text(line.code, TABLE_STRONG), Stack(told), Text(line.level, TABLE_STRONG)]
