"""A spreadsheet that is being written: its looks, and the few ways in which a cell gets its value."""
# XlsxWriter has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cxaudit import __version__
from cxaudit.app.brand import Brand
from cxaudit.app.reporting import PaperSize
from cxaudit.i18n import _
from cxaudit.report.brand.colors import text_on
from cxaudit.report.cells import starts_formula
from cxaudit.report.palette import PALETTE
from cxaudit.report.plain import plain
from cxaudit.report.zipped import settled

FONT = "Arial"
"""On every computer, and of nearly the same width in each program."""
LINE = 13.5
"""The height of a line of text, in points."""
TALLEST = 400.0
"""The tallest row; the format ends at 409 points."""
LONGEST = 32_000
"""The characters that a cell keeps; the format ends at 32,767."""
PAPERS = {"A4": 9, "Letter": 1}
Value = str | int | Fraction | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its head, its width in characters, and how its numbers are shown."""

    head: str
    width: float
    number: str = "General"
    middle: bool = False


def lines(text: str, width: float) -> int:
    """Return about how many lines a text takes in a column of so many characters."""
    return sum(1 + int(len(paragraph) * 1.08 / width) for paragraph in text.split("\n"))


def height(count: int) -> float:
    """Return the height of a row of so many lines, in points: not every program finds it by itself."""
    return min(TALLEST, count * LINE + 5)


class Book:
    """A workbook in memory."""

    def __init__(self, title: str, brand: Brand, paper: PaperSize, day: str | None) -> None:
        self._file = BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": FONT, "font_size": 10, "font_color": PALETTE["ink"]},
        }
        self.work = Workbook(self._file, options)
        self.brand = brand
        self._paper: PaperSize = paper
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        made = datetime.fromisoformat(day) if day else datetime(2000, 1, 1)  # noqa: DTZ001 - a day has no zone
        self.work.set_properties(
            {
                "title": plain(title),
                "author": plain(brand.consultant or brand.name),
                "comments": f"cxaudit {__version__}",
                "created": made,
            }
        )

    def format(self, **looks: Any) -> Format:  # noqa: ANN401 - whatever the library takes
        """Return a format of these looks, one for each."""
        whole = {"font_name": FONT, "font_size": 10, "font_color": PALETTE["ink"], "valign": "vcenter", **looks}
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self.work.add_format(whole)
        return self._formats[key]

    def sheet(self, name: str, *, wide: bool = True) -> Worksheet:
        """Add a sheet that prints one page wide, with its name and the page at the foot."""
        made = self.work.add_worksheet(name)
        made.set_paper(PAPERS[self._paper])
        made.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        if wide:
            made.set_landscape()
        made.fit_to_pages(1, 0)
        made.hide_gridlines(2)
        foot = plain(self.brand.footer).replace("&", "&&")
        made.set_footer(f"&L&8{foot}&C&8&A&R&8" + _("Page {page} of {pages}").format(page="&P", pages="&N"))
        return made

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, **looks: Any) -> None:  # noqa: ANN401
        """Write a value; a text stays a text whatever it begins with, and None leaves the cell empty."""
        if value is None:
            sheet.write_blank(row, column, None, self.format(**looks))
        elif isinstance(value, str):
            self._text(sheet, row, column, value, looks)
        elif isinstance(value, date):
            shown = {"num_format": "yyyy-mm-dd", "align": "left", **looks}
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.format(**shown))  # noqa: DTZ001
        else:
            sheet.write_number(row, column, float(value), self.format(**looks))

    def _text(self, sheet: Worksheet, row: int, column: int, text: str, looks: dict[str, Any]) -> None:
        clean = plain(text)[:LONGEST]
        mark = {"quote_prefix": True} if starts_formula(clean) else {}
        sheet.write_string(row, column, clean, self.format(**{"text_wrap": True, **looks, **mark}))

    def formula(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        formula: str,
        value: Fraction | None,
        **looks: Any,  # noqa: ANN401
    ) -> None:
        """Write a formula with the value that it has now, for readers that do not compute."""
        shown: Any = "" if value is None else float(value)
        sheet.write_formula(row, column, formula, self.format(**looks), shown)

    def heads(self, sheet: Worksheet, row: int, columns: tuple[Column, ...]) -> None:
        """Write the heads of a table and set the widths of its columns."""
        ground = self.brand.primary
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
            looks = {"bold": True, "bg_color": ground, "font_color": text_on(ground)}
            self.put(sheet, row, number, column.head, **looks, align="center" if column.middle else "left")
        sheet.set_row(row, 30)

    def row(self, sheet: Worksheet, row: int, columns: tuple[Column, ...], values: tuple[Value, ...]) -> None:
        """Write the values of one row of a table."""
        for number, (column, value) in enumerate(zip(columns, values, strict=True)):
            looks = {"bottom": 1, "bottom_color": PALETTE["hairline"], "num_format": column.number}
            if isinstance(value, date):
                looks["num_format"] = "yyyy-mm-dd"
            self.put(sheet, row, number, value, **looks, **({"align": "center"} if column.middle else {}))
        texts = ((value, column.width) for value, column in zip(values, columns, strict=True) if isinstance(value, str))
        sheet.set_row(row, height(max((lines(text, width) for text, width in texts), default=1)))

    def finished(self) -> bytes:
        """Return the file: the same bytes from the same content."""
        self.work.close()
        return settled(self._file.getvalue())
