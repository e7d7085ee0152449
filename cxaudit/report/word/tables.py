"""Tables of the Word document: heads that come again on each page, rows that stay whole where they can."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable

from cxaudit.presentation.manuscript_parts import Cell, Paragraph, Table
from cxaudit.report.palette import PALETTE
from cxaudit.report.plain import plain
from cxaudit.report.word.elements import (
    CELL_ORDER,
    TABLE_ORDER,
    WordCell,
    WordRow,
    Xml,
    child,
    element,
    put,
    shade,
    xml,
)
from cxaudit.report.word.styles import TABLE_ID
from cxaudit.report.word.text import Desk, draw, mark, say, write

TALL = 900
"""A row with more characters than this may break over two pages."""
WHOLE = 7
"""A table of so many rows stays on one page where it can."""
PLAIN = {"val": "0600", "firstRow": "0", "lastRow": "0", "firstColumn": "0", "lastColumn": "0"}
HEADED = {**PLAIN, "val": "0620", "firstRow": "1"}
"""Which parts of a table look as its style says of them (17.4.55)."""
STYLES = {"note": "Table note"}


def add_table(desk: Desk, table: Table) -> None:
    """Add a table with its heads."""
    made = frame(desk, len(table.rows) + 1, table.shares, table.caption, heads=True)
    widths = _widths(desk, table.shares)
    _add_head(desk, made.rows[0], table, widths)
    for row, line in zip(made.rows[1:], table.rows, strict=True):
        for cell, place, width in zip(line.cells, row.cells, widths, strict=False):
            fill(desk, place, cell, width)
        if row.cells:
            mark(desk, row.cells[0].paragraphs[0], line.key)
        if sum(len(cell.text) for cell in line.cells) <= TALL:
            _keep(row)
    if len(table.rows) <= WHOLE:
        _keep_together(made)
    desk.paragraph("Table note")


def _add_head(desk: Desk, head: WordRow, table: Table, widths: Sequence[float]) -> None:
    middle = {number for row in table.rows for number, cell in enumerate(row.cells) if cell.middle}
    for number, (text, place, width) in enumerate(zip(table.heads, head.cells, widths, strict=True)):
        place.width = Pt(width)
        say(desk, desk.styled(place.paragraphs[0], "Table head"), text)
        if number in middle:
            centre(place)
    _repeat(head)


def _keep_together(made: WordTable) -> None:
    for paragraph in (p for row in made.rows[1:-1] for place in row.cells for p in place.paragraphs):
        paragraph.paragraph_format.keep_with_next = True


def frame(
    desk: Desk, rows: int, shares: Sequence[float], caption: str, *, style: str = TABLE_ID, heads: bool = False
) -> WordTable:
    """Add an empty table of the text's width; `caption` tells readers what it holds, `heads` that it has a head."""
    made = desk.document.add_table(rows, len(shares))
    made.autofit = False
    properties = child(xml(made), "w:tblPr")
    widths = _widths(desk, shares)
    total = str(round(sum(widths) * 20))
    for part in (
        element("w:tblStyle", val=style),
        element("w:tblW", w=total, type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *_margins(2, 0, 2, 7)),
        element(
            "w:tblLook",
            val="0620" if heads else "0600",
            firstRow=str(int(heads)),
            lastRow="0",
            firstColumn="0",
            lastColumn="0",
        ),
        element("w:tblCaption", val=plain(caption)),
    ):
        put(properties, part, TABLE_ORDER)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Pt(width)
    return made


def fill(desk: Desk, place: WordCell, cell: Cell, width: float) -> None:
    """Write a cell's paragraphs and charts."""
    place.width = Pt(width)
    empty = iter(place.paragraphs)
    for part in cell.parts:
        into = next(empty, None) or place.add_paragraph()
        if isinstance(part, Paragraph):
            write(desk, desk.styled(into, STYLES.get(part.look, "Table text")), part)
        else:
            draw(desk, desk.styled(into, "Table text"), part, width - 7)
    for rest in empty:
        desk.styled(rest, "Table text")
    if cell.ground:
        put(_properties(place), shade(PALETTE[cell.ground]), CELL_ORDER)
    if cell.middle:
        centre(place)


def centre(place: WordCell) -> None:
    """Set a cell's paragraphs in its middle."""
    put(_properties(place), element("w:tcMar", *_margins(2, 3, 2, 3)), CELL_ORDER)
    for paragraph in place.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _widths(desk: Desk, shares: Sequence[float]) -> list[float]:
    return [desk.width * share / sum(shares) for share in shares]


def _margins(top: float, left: float, bottom: float, right: float) -> list[Xml]:
    sides = {"top": top, "left": left, "bottom": bottom, "right": right}
    return [element(f"w:{side}", w=str(round(points * 20)), type="dxa") for side, points in sides.items()]


def _properties(place: WordCell) -> Xml:
    return child(xml(place), "w:tcPr")


def _repeat(row: WordRow) -> None:
    properties = child(xml(row), "w:trPr")
    properties.append(element("w:cantSplit"))
    properties.append(element("w:tblHeader"))


def _keep(row: WordRow) -> None:
    properties = child(xml(row), "w:trPr")
    if properties.find(qn("w:cantSplit")) is None:
        properties.append(element("w:cantSplit"))
