"""The first page of the printed pack."""

from __future__ import annotations

from collections.abc import Mapping

from cxaudit.i18n import _
from cxaudit.presentation.handout_start import PrintLine, StartPage
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import bullets, numbered, title_block
from cxaudit.report.pdf.styles import BODY, H2, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Narrow, Table

SHARES = (110.0, 58, 100, 210)


def start(view: StartPage, spans: Mapping[str, tuple[int, int]]) -> Block:
    """Return the page; `spans` are the first and the last page of each part."""
    steps = [(str(number), step) for number, step in enumerate(view.steps, 1)]
    return Stack(
        [
            title_block(view.title, view.title, "start", view.lead),
            Table(view.heads, [_row(line, spans[line.section]) for line in view.lines], SHARES),
            *(Text(remark, BODY) for remark in view.remarks),
            Text(view.steps_title, H2, "H2", keep_next=True),
            *(Narrow(block) for block in numbered(steps, BODY)),
            Text(view.bring_title, H2, "H2", keep_next=True),
            *bullets(view.bring, BODY),
        ]
    )


def _row(line: PrintLine, span: tuple[int, int]) -> list[Block]:
    first, last = span
    pages = str(first) if first == last else _("{first} to {last}").format(first=first, last=last)
    return [
        Text(line.title, TABLE_STRONG),
        Text(Run(pages, link=line.section, color="accent_strong"), TABLE_STRONG),
        Text(line.copies, TABLE_STRONG),
        Text(line.note, TABLE),
    ]
