"""The sheet of answers: one row for each practice that was asked."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

from cxaudit.i18n import _
from cxaudit.presentation.answer_rows import AnswerRow
from cxaudit.report.workbook.book import Book, Column

HEAD = 0


def columns() -> tuple[Column, ...]:
    """Return the columns, those that are printed first; formulas of other sheets name three of them by letter."""
    return (
        Column(_("Code"), 7),
        Column(_("Practice"), 22),
        Column(_("Dimension"), 17),
        Column(_("Weight"), 8, middle=True),
        Column(_("Level"), 7, middle=True),
        Column(_("Target"), 8, middle=True),
        Column(_("State"), 13),
        Column(_("Proof"), 10),
        Column(_("True today"), 36),
        Column(_("What the target asks"), 36),
        Column(_("Lowest possible"), 10, middle=True),
        Column(_("Highest possible"), 10, middle=True),
        Column(_("Votes"), 22),
        Column(_("Evidence"), 40),
        Column(_("Kind and date"), 26),
        Column(_("Note"), 50),
    )


PRINTED = 10
DIMENSION, WEIGHT, LEVEL = "C", "D", "E"


def add_answers(book: Book, name: str, rows: tuple[AnswerRow, ...]) -> None:
    """Add the sheet."""
    sheet = book.sheet(name)
    heads = columns()
    book.heads(sheet, HEAD, heads)
    for number, found in enumerate(rows, HEAD + 1):
        book.row(sheet, number, heads, _values(found))
    sheet.freeze_panes(HEAD + 1, 2)
    sheet.autofilter(HEAD, 0, max(HEAD + len(rows), HEAD + 1), len(heads) - 1)
    sheet.repeat_rows(HEAD)
    sheet.print_area(HEAD, 0, max(HEAD + len(rows), HEAD + 1), PRINTED - 1)


def _values(row: AnswerRow) -> tuple[str | int | None, ...]:
    proof = _("stale") if row.stale else _("claimed") if row.claimed else _("on file") if row.evidence else None
    votes = " ".join(map(str, row.votes))
    unknown = _("{n} don't know").format(n=row.unknown) if row.unknown else ""
    return (
        row.code,
        row.practice,
        row.dimension,
        row.weight,
        row.level,
        row.target,
        row.state,
        proof,
        row.answer or None,
        row.target_text or None,
        row.low,
        row.high,
        ", ".join(part for part in (votes, unknown) if part) or None,
        row.evidence or None,
        row.dated or None,
        row.note or None,
    )
