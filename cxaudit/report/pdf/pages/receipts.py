"""The receipts: how each number came about."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.presentation.report_receipts import ReceiptPart, ReceiptSheet, ReceiptsPage, ReceiptSum, ReceiptTable
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import Heading, opening
from cxaudit.report.pdf.styles import BODY, H2, H3, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Narrow, Table

NAME = 185.0
REMARK = 90.0
NUMBER = 50.0
"""Shares of the columns."""


def receipts(view: ReceiptsPage, heading: Heading) -> Block:
    """Return the section, one sheet below the other."""
    blocks = opening(heading, view.title, "receipts", view.lead)
    for sheet in view.sheets:
        blocks += _sheet(sheet)
    return Stack(blocks)


def _sheet(sheet: ReceiptSheet) -> Iterator[Block]:
    title = H2.but(before=14)
    yield Text(sheet.title, title, "H2", key=sheet.key, outline=sheet.title, level=1, keep_next=True)
    if sheet.summary:
        yield Text(sheet.summary, BODY, keep_next=True)
    for step in sheet.steps:
        yield Text(step.title, H3, "H3", keep_next=True)
        for part in step.parts:
            yield _part(part)


def _part(part: ReceiptPart) -> Block:
    if isinstance(part, ReceiptTable):
        return _table(part)
    if isinstance(part, ReceiptSum):
        runs = [Run(f"{part.what}  ", SEMIBOLD), Run(part.way), Run(part.shown, SEMIBOLD)]
        return Text([run for run in runs if run.text], TABLE.but(after=3))
    return Narrow(Text(part, TABLE.but(after=3)))


def _table(table: ReceiptTable) -> Table:
    texts = 2 if table.remarks else 1
    shares = [NAME, REMARK][:texts] + [NUMBER] * (len(table.heads) - texts)
    rows = [[Text(text, TABLE if n else TABLE_STRONG) for n, text in enumerate(row)] for row in table.rows]
    return Table(table.heads, rows, shares)
