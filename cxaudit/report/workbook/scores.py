"""The sheet of scores: each number worked out again by formulas of the sheet, beside what the program found."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from cxaudit.i18n import _
from cxaudit.presentation.numbers import exact_text
from cxaudit.presentation.score_rows import DimensionRow, ScoreRows
from cxaudit.report.palette import PALETTE
from cxaudit.report.workbook import answers
from cxaudit.report.workbook.book import Book, Column, height

HEAD = 2
SHOWN = "0.00"


def add_scores(book: Book, name: str, source: str, rows: int, scores: ScoreRows) -> None:
    """Add the sheet; `source` is the sheet of the answers and `rows` how many it has."""
    sheet = book.sheet(name)
    lead = _(
        "The levels and weights on the sheet of answers are added up here. Change a level there and see what moves: the"
        " columns from \u201cThe audit said\u201d on keep what it was."
    )
    book.put(sheet, 0, 0, lead, text_wrap=False, font_color=PALETTE["muted"])
    book.heads(sheet, HEAD, _columns())
    for number, found in enumerate(scores.dimensions, HEAD + 1):
        _dimension(book, sheet, number, found, _Source(source, rows))
    last = HEAD + len(scores.dimensions)
    _whole(book, sheet, last + 1, scores, HEAD + 2)
    _chart(book, sheet, name, HEAD + 1, last)
    sheet.freeze_panes(HEAD + 1, 1)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Dimension"), 26),
        Column(_("Mean of the levels by weight"), 16, SHOWN, middle=True),
        Column(_("Held down to by a red flag"), 15, "0", middle=True),
        Column(_("Index"), 10, SHOWN, middle=True),
        Column(_("Target"), 9, "0", middle=True),
        Column(_("The audit said"), 11, SHOWN, middle=True),
        Column(_("Exactly"), 11, middle=True),
        Column(_("Lowest possible"), 11, SHOWN, middle=True),
        Column(_("Highest possible"), 11, SHOWN, middle=True),
        Column(_("Level"), 8, "0", middle=True),
        Column(_("How much is known"), 28),
        Column(_("Red flags"), 46),
    )


class _Source:
    """The columns of the sheet of answers as ranges."""

    def __init__(self, name: str, rows: int) -> None:
        self._name = name.replace("'", "''")
        self._rows = rows

    def column(self, letter: str) -> str:
        """Return a column's range."""
        first = answers.HEAD + 2
        return f"'{self._name}'!${letter}${first}:${letter}${first + max(self._rows, 1) - 1}"

    def mean(self, cell: str) -> str:
        """Return the mean of the levels by weight, of the rows whose dimension stands in a cell."""
        here = f"({self.column(answers.DIMENSION)}={cell})*ISNUMBER({self.column(answers.LEVEL)})"
        weights = f"SUMPRODUCT({here}*{self.column(answers.WEIGHT)})"
        levels = f"SUMPRODUCT({here}*{self.column(answers.WEIGHT)},{self.column(answers.LEVEL)})"
        return f'=IF({weights}=0,"",{levels}/{weights})'


def _dimension(book: Book, sheet: Worksheet, row: int, found: DimensionRow, source: _Source) -> None:
    line, columns = row + 1, _columns()
    values = (found.title, None, found.cap, None, found.target, found.index, exact_text(found.index), found.low)
    more = (found.high, found.level, found.state, "; ".join(found.flags) or None)
    book.row(sheet, row, columns, (*values, *more))
    looks = {"bottom": 1, "bottom_color": PALETTE["hairline"], "num_format": SHOWN, "align": "center"}
    if found.raw is not None:
        book.formula(sheet, row, 1, source.mean(f"$A{line}"), found.raw, **looks)
        held = f'=IF(B{line}="","",IF(ISNUMBER(C{line}),MIN(B{line},C{line}),B{line}))'
        book.formula(sheet, row, 3, held, found.index, **looks)


def _whole(book: Book, sheet: Worksheet, row: int, scores: ScoreRows, first: int) -> None:
    """Write the row of the whole: the mean of the dimensions' indices, each of the same weight."""
    looks = {"bold": True, "top": 1, "top_color": PALETTE["ink"]}
    number = {**looks, "num_format": SHOWN, "align": "center"}
    for column in range(len(_columns())):
        book.put(sheet, row, column, None, **looks)
    book.put(sheet, row, 0, _("Overall"), **looks)
    sheet.set_row(row, height(1))
    if scores.index is not None:
        book.formula(sheet, row, 3, f"=AVERAGE(D{first}:D{row})", scores.index, **number)
    book.put(sheet, row, 5, scores.index, **number)
    book.put(sheet, row, 6, exact_text(scores.index), **{**looks, "align": "center"})
    book.put(sheet, row, 7, scores.low, **number)
    book.put(sheet, row, 8, scores.high, **number)
    book.put(sheet, row, 9, scores.level, **{**number, "num_format": "0"})
    _aside(book, sheet, row + 2, _("Gap to the targets"), scores.gap, SHOWN)
    _aside(book, sheet, row + 3, _("Of the way to the targets"), scores.attainment, "0 %")


def _aside(book: Book, sheet: Worksheet, row: int, label: str, value: Fraction | None, shown: str) -> None:
    book.put(sheet, row, 0, label, font_color=PALETTE["muted"])
    book.put(sheet, row, 1, value, num_format=shown, align="center")


def _chart(book: Book, sheet: Worksheet, name: str, first: int, last: int) -> None:
    """Add a bar for each dimension, and its target beside it."""
    chart = book.work.add_chart({"type": "bar"})
    assert chart is not None  # only an unknown type has none
    for column, color, filled in ((3, PALETTE["accent"], True), (4, PALETTE["target"], False)):
        chart.add_series(
            {
                "name": [name, HEAD, column],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "fill": {"color": color} if filled else {"none": True},
                "border": {"color": color, "width": 1.25},
                "data_labels": {"value": True, "num_format": "0.0" if filled else "0", "font": {"size": 9}},
                "gap": 60,
            }
        )
    chart.set_title({"name": _("Index and target of each dimension"), "name_font": {"size": 12, "bold": True}})
    chart.set_x_axis({"min": 1, "max": 5, "major_unit": 1, "num_format": "0", "major_gridlines": _grid()})
    chart.set_y_axis({"reverse": True})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 760, "height": 360})
    told = _("A bar for each dimension from 1 to 5, with its target beside it; the table above has the same numbers.")
    sheet.insert_chart(last + 6, 0, chart, {"description": told})


def _grid() -> dict[str, object]:
    return {"visible": True, "line": {"color": PALETTE["hairline"], "width": 0.75}}
