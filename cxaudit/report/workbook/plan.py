"""The sheet of the plan: one row for each action, with columns to be filled in."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

from datetime import date

from cxaudit.i18n import _
from cxaudit.presentation.plan_rows import PlanRow, PlanRows
from cxaudit.presentation.report_words import real_date
from cxaudit.report.palette import PALETTE
from cxaudit.report.workbook.book import Book, Column, Value

HEAD = 0
STATUS = 9
PRINTED = 10


def _columns() -> tuple[Column, ...]:
    """Return the columns, those that are printed first."""
    return (
        Column("#", 5, "0", middle=True),
        Column(_("When"), 10),
        Column(_("Gap"), 26),
        Column(_("Action"), 30),
        Column(_("First step, this week"), 32),
        Column(_("Done when"), 32),
        Column(_("Owner"), 16),
        Column(_("Effort"), 7, middle=True),
        Column(_("Due"), 11),
        Column(_("Status"), 10),
        Column(_("Waits for"), 34),
        Column(_("Why"), 44),
        Column(_("Recovers"), 10, middle=True),
        Column(_("Dimension"), 18),
    )


def add_plan(book: Book, name: str, plan: PlanRows) -> None:
    """Add the sheet; where there is no action it says why."""
    sheet = book.sheet(name)
    heads = _columns()
    book.heads(sheet, HEAD, heads)
    for number, row in enumerate(plan.rows, HEAD + 1):
        book.row(sheet, number, heads, _values(row))
    last = max(HEAD + len(plan.rows), HEAD + 1)
    if plan.rows:
        choices = [_("Open"), _("Started"), _("Done"), _("Not now"), _("Dropped")]
        sheet.data_validation(HEAD + 1, STATUS, last, STATUS, {"validate": "list", "source": choices})
        done = book.format(font_color=PALETTE["muted"], font_strikeout=True)
        rule = {"type": "formula", "criteria": f'=$J{HEAD + 2}="{choices[2]}"', "format": done}
        sheet.conditional_format(HEAD + 1, 0, last, len(heads) - 1, rule)
    else:
        book.put(sheet, HEAD + 1, 0, plan.empty, text_wrap=False)
    sheet.freeze_panes(HEAD + 1, 4)
    sheet.autofilter(HEAD, 0, last, len(heads) - 1)
    sheet.repeat_rows(HEAD)
    sheet.print_area(HEAD, 0, last, PRINTED - 1)


def _values(row: PlanRow) -> tuple[Value, ...]:
    day = real_date(row.due or None)
    return (
        row.rank or None,
        row.when,
        row.gap or None,
        row.title,
        row.first_step or None,
        row.done_when or None,
        row.owner or None,
        row.effort or None,
        date.fromisoformat(day) if day else row.due or None,
        row.status,
        row.needs or None,
        row.reason or row.why or None,
        row.recovers or None,
        row.dimension or None,
    )
