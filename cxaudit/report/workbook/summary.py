"""The first sheet: what the summary page says, and what the numbers rest on."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from cxaudit.i18n import _
from cxaudit.presentation.report import ReportView
from cxaudit.report.palette import PALETTE
from cxaudit.report.workbook.book import Book, height, lines

WIDTH = 26
COLUMNS = 4
CHARACTERS = 105
"""About so many characters of 10 points stand on a line across all columns."""


def add_summary(book: Book, title: str, view: ReportView) -> None:
    """Add the sheet: the finding, four numbers, strengths and gaps, the first moves, and the facts of the cover."""
    sheet = book.sheet(title, wide=False)
    sheet.set_column(0, COLUMNS - 1, WIDTH)
    summary, cover, muted = view.summary, view.cover, PALETTE["muted"]
    name = f"{cover.badge} \u00b7 {cover.name}" if cover.badge else cover.name
    row = _across(book, sheet, 0, name, font_size=10, font_color=muted)
    row = _across(book, sheet, row, summary.title, font_size=16, bold=True, font_color=book.brand.primary)
    row = _across(book, sheet, row, summary.lead, font_size=11)
    row = _numbers(book, sheet, row + 1, view)
    strengths = [(point.title, point.level) for point in summary.strengths]
    row = _points(book, sheet, row, _("Strengths"), strengths, summary.no_strengths)
    gaps = [(point.title, point.level) for point in summary.gaps]
    row = _points(book, sheet, row, _("Largest gaps"), gaps, summary.no_gaps)
    owned = _("{step} Owner: {owner}.")
    moves = [(f"{m.rank}. {m.title}", owned.format(step=m.first_step, owner=m.owner)) for m in summary.moves]
    row = _points(book, sheet, row, _("First moves"), moves, summary.no_moves)
    row = _points(book, sheet, row, _("About this audit"), [(fact.label, fact.value) for fact in cover.facts], "")
    _across(book, sheet, row, cover.note, font_size=9, font_color=muted)


def _across(book: Book, sheet: Worksheet, row: int, text: str, **looks: Any) -> int:  # noqa: ANN401
    """Write a text across all columns, high enough for its lines; return the next row."""
    if not text:
        return row
    sheet.merge_range(row, 0, row, COLUMNS - 1, "", book.format(**looks))
    book.put(sheet, row, 0, text, **looks)
    size = float(looks.get("font_size", 10))
    lines = 1 + int(len(text) * size / 10 / CHARACTERS)
    sheet.set_row(row, lines * size * 1.45 + 4)
    return row + 1


def _numbers(book: Book, sheet: Worksheet, row: int, view: ReportView) -> int:
    for column, found in enumerate(view.summary.numbers):
        book.put(
            sheet, row, column, found.value, font_size=20, bold=True, valign="top", top=1, top_color=PALETTE["rule"]
        )
        book.put(sheet, row + 1, column, found.label, bold=True)
        book.put(sheet, row + 2, column, found.detail, font_size=9, valign="top", font_color=PALETTE["muted"])
    sheet.set_row(row, 30)
    sheet.set_row(row + 2, 38)
    return row + 4


def _points(book: Book, sheet: Worksheet, row: int, title: str, points: Sequence[tuple[str, str]], none: str) -> int:
    """Write a list of names with what is said of each; return the next row, one left free."""
    row = _across(book, sheet, row, title, font_size=12, bold=True)
    for name, said in points:
        sheet.merge_range(row, 0, row, 1, "", book.format())
        sheet.merge_range(row, 2, row, COLUMNS - 1, "", book.format())
        book.put(sheet, row, 0, name, bold=True)
        book.put(sheet, row, 2, said)
        sheet.set_row(row, height(max(lines(name, 2 * WIDTH), lines(said, 2 * WIDTH))))
        row += 1
    if not points:
        row = _across(book, sheet, row, none)
    return row + 1
