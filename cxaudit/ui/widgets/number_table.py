"""A small table of numbers: one control, arrows choose a row, Return or a click opens it where it leads somewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.steps import Cell, Subject, Table
from cxaudit.ui.theme import color, px, width_of
from cxaudit.ui.tokens import CHIP
from cxaudit.ui.widgets.marks import LevelState, draw_level
from cxaudit.ui.widgets.paint import LEFT, RIGHT, box, painter, write
from cxaudit.ui.widgets.painted_rows import PaintedRows

HEAD, LINE, PAD = 24, 32, 14


class NumberTable(PaintedRows):
    """Rows under heads; the first column takes the room that is left, the others are right-aligned.

    Signals:
        opened: the `Subject` of the row that is to be opened.
    """

    opened = Signal(object)

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        self.setFixedHeight(px(HEAD + LINE * len(table.rows)))
        if any(table.opens):
            self.let_choose()
        self.say()

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the heads of the columns."""
        return self._table.heads

    @override
    def say(self) -> None:
        rows = self._table.rows
        said = "; ".join(self._words(row) for row in rows)
        here = self._words(rows[self.at]) if rows else ""
        self.setAccessibleName(_("Table, {row}").format(row=here))
        self.setAccessibleDescription(said)

    def _words(self, row: tuple[Cell, ...]) -> str:
        pairs = zip(self._table.heads, row, strict=True)
        return ", ".join(f"{head} {cell.text}".strip() for head, cell in pairs if cell.text)

    def _widths(self) -> list[int]:
        """Return the widths of all columns, the first taking what is left."""
        columns = list(zip(*self._table.rows, strict=True)) or [()] * len(self._table.heads)
        found: list[int] = []
        for head, cells in zip(self._table.heads, columns, strict=True):
            texts = [px(CHIP) if c.chip else round(width_of(c.text, "body")) for c in cells]
            found.append(max([round(width_of(head, "caption")), *texts]) + px(PAD))
        return [max(px(80), self.width() - sum(found[1:])), *found[1:]]

    @override
    def row_count(self) -> int:
        return len(self._table.rows)

    @override
    def row_area(self, at: int) -> QRectF:
        return QRectF(0, px(HEAD + LINE * at), self.width(), px(LINE))

    @override
    def open_row(self, at: int) -> None:
        subject: Subject | None = self._table.opens[at] if at < len(self._table.opens) else None
        if subject is not None:
            self.opened.emit(subject)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        widths = self._widths()
        with painter(self) as p:
            self._paint_line(p, tuple(Cell(h, "muted") for h in self._table.heads), widths, 0, px(HEAD), "caption")
            for at, row in enumerate(self._table.rows):
                area = self.row_area(at)
                if at == self.over:
                    box(p, area, "hover", None, 6)
                self._paint_line(p, row, widths, area.top(), area.height(), "body")
            self.paint_ring(p, 6)

    def _paint_line(
        self, p: QPainter, cells: tuple[Cell, ...], widths: list[int], top: float, height: float, style: str
    ) -> None:
        p.fillRect(QRectF(0, top + height - 1, self.width(), 1), color("hairline"))
        x = 0.0
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            if cell.chip:
                square = QRectF(x + width - px(CHIP), top + (height - px(CHIP)) / 2, px(CHIP), px(CHIP))
                draw_level(p, square, _level(cell.text), claimed=cell.hatched)
            else:
                room = QRectF(x + (px(6) if at == 0 else 0), top, width - (px(6) if at == 0 else 0), height)
                write(p, room, cell.text, style, cell.role, LEFT if at == 0 else RIGHT)
            x += width


def _level(text: str) -> LevelState:
    if text.isdigit():
        return int(text)
    return None if text == NONE else "dk"
