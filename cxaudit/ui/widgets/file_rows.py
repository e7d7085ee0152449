"""The files chosen for a merge, a row each: name, label and group, and below what is wrong. One Tab stop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.merge import FileLine
from cxaudit.ui.theme import line_height, px
from cxaudit.ui.tokens import RADIUS_CONTROL
from cxaudit.ui.widgets.paint import RIGHT, box, icon, outline, painter, write
from cxaudit.ui.widgets.painted_rows import PaintedRows

_PAD, _MARK = 8, 20
_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FileRows(PaintedRows):
    """The files. The row at hand is the one that is mended beside the list.

    Signals:
        row_chosen: the place of another row that is at hand now.
        row_opened: the place of a row on which Return or the pointer was pressed.
        group_turned: by how many places the group of the row at hand is to move.
    """

    row_chosen = Signal(int)
    row_opened = Signal(int)
    group_turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[FileLine, ...] = ()
        self.let_choose()
        self.setAccessibleName(_("Files"))

    def render_lines(self, lines: tuple[FileLine, ...]) -> None:
        """Show other files, or what is wrong with them now."""
        self.lines = lines
        self.at = max(0, min(self.at, len(lines) - 1))
        self.setFixedHeight(self._height * len(lines))
        self.setVisible(bool(lines))
        self.say()
        self.update()

    @property
    def _height(self) -> int:
        return line_height("label") + line_height("caption") + 2 * px(_PAD)

    @override
    def row_count(self) -> int:
        return len(self.lines)

    @override
    def row_area(self, at: int) -> QRectF:
        return QRectF(0, at * self._height, self.width(), self._height)

    @override
    def say(self) -> None:
        if not self.lines:
            return
        line = self.lines[self.at]
        place = _("{number} of {count}").format(number=self.at + 1, count=len(self.lines))
        words = (line.name, line.label, line.group, line.state, place)
        self.setAccessibleName(", ".join(word for word in words if word))

    @override
    def go_to(self, at: int) -> None:
        super().go_to(at)
        self.row_chosen.emit(at)

    @override
    def open_row(self, at: int) -> None:
        self.row_opened.emit(at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = _TURNS.get(Qt.Key(event.key()))
        if turn is not None and self.lines:
            self.group_turned.emit(turn)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        first = line_height("label")
        with painter(self) as p:
            for at, line in enumerate(self.lines):
                area = self.row_area(at)
                if at in {self.at, self.over}:
                    box(p, area, "tint" if at == self.at else "hover", outline("accent"), RADIUS_CONTROL)
                wrong = bool(line.problems)
                mark = QRectF(px(_PAD), area.top() + px(_PAD), px(_MARK), px(_MARK))
                icon(p, "octagon-alert" if wrong else "circle-check", mark, "flag" if wrong else "good", 2)
                left, width = px(_PAD + _MARK + 10), self.width() - px(2 * _PAD + _MARK + 10)
                half = width * 0.55
                top = area.top() + px(_PAD)
                write(p, QRectF(left, top, half, first), line.name, "label")
                who = " · ".join(word for word in (line.label, line.group) if word)
                write(p, QRectF(left + half + px(8), top, width - half - px(8), first), who, "small", "ink", RIGHT)
                below = QRectF(left, top + first, width, line_height("caption"))
                write(p, below, line.state, "caption", "flag" if wrong else "muted")
            self.paint_ring(p, RADIUS_CONTROL)
