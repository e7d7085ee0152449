"""The answers of what-if: a row for each practice under the head of its dimension, with what is on file and - / +.

One Tab stop. Up and down choose a row, left and right (or - and +) change its level by one, a digit sets it, Backspace
takes it back; Return on a head asks what lifts the dimension.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.what_if import TrialGroup, TrialRow
from cxaudit.ui.theme import color, line_height, look, px, width_of
from cxaudit.ui.tokens import CHIP, RADIUS_CONTROL
from cxaudit.ui.widgets.key_press import digit
from cxaudit.ui.widgets.marks import draw_level
from cxaudit.ui.widgets.paint import CENTER, box, painter, write
from cxaudit.ui.widgets.painted_rows import PaintedRows
from cxaudit.ui.widgets.wrapped import wrapped, write_lines

_KEYS = Qt.Key
_STEPS = {_KEYS.Key_Left: -1, _KEYS.Key_Right: 1}
_SIGNS = {"-": -1, "\u2212": -1, "+": 1, "=": 1}
HEAD, ROW, BUTTON = 40, 40, 28
CODE, FILE, TRIAL, INSET = 36, 72, 108, 12


class TrialRows(PaintedRows):
    """Every practice of the mode, by dimension.

    Signals:
        chosen: a practice and the level to try.
        stepped: a practice, and by how many levels to change it.
        taken_back: the practice whose trial is taken back.
        lift_wanted: the dimension whose smallest lifts are asked for.
    """

    chosen = Signal(str, int)
    stepped = Signal(str, int)
    taken_back = Signal(str)
    lift_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[TrialGroup | TrialRow] = []
        self._pointer = QPointF(-1, -1)
        self.at = 1
        self.let_choose()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.show_row)

    def render_groups(self, groups: tuple[TrialGroup, ...]) -> None:
        """Show the answers; the row at hand stays."""
        self._lines = [line for group in groups for line in (group, *group.rows)]
        self.at = max(0, min(self.at, len(self._lines) - 1))
        self._fit()
        self.say()
        self.update()

    @property
    def row(self) -> TrialRow | None:
        """Return the practice at hand; None at a head."""
        line = self._lines[self.at] if self._lines else None
        return line if isinstance(line, TrialRow) else None

    @property
    def dimension(self) -> str:
        """Return the dimension at hand."""
        heads = [line.dimension for line in self._lines[: self.at + 1] if isinstance(line, TrialGroup)]
        return heads[-1] if heads else ""

    def point_at(self, practice: str) -> None:
        """Bring the row of a practice to hand."""
        places = [at for at, line in enumerate(self._lines) if isinstance(line, TrialRow) and line.practice == practice]
        if places:
            self.go_to(places[0])

    # ------------------------------------------------------------------ sizes
    def _title_room(self) -> int:
        return self.width() - px(2 * INSET + CODE + FILE + TRIAL)

    def _height(self, line: TrialGroup | TrialRow) -> int:
        if isinstance(line, TrialGroup):
            return px(HEAD)
        return max(px(ROW), px(16) + len(wrapped(line.title, "body", self._title_room())) * line_height("body"))

    def _fit(self) -> None:
        self.setFixedHeight(max(px(ROW), sum(map(self._height, self._lines))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(2 * INSET + CODE + FILE + TRIAL + 96), self.height())

    @override
    def row_count(self) -> int:
        return len(self._lines)

    @override
    def row_area(self, at: int) -> QRectF:
        top = sum(map(self._height, self._lines[:at]))
        return QRectF(0, top, self.width(), self._height(self._lines[at]))

    def _button(self, area: QRectF, step: int) -> QRectF:
        """Return where the button of a step (-1 or 1) lies in a row."""
        left = area.right() - px(INSET) - px(BUTTON if step > 0 else TRIAL - 8)
        return QRectF(left, area.center().y() - px(BUTTON) / 2, px(BUTTON), px(BUTTON))

    # ------------------------------------------------------------------ keys and pointer
    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._later.start(0)  # after the window has brought the list as a whole into view

    @override
    def say(self) -> None:
        if not self._lines:
            return
        line = self._lines[self.at]
        text = line.spoken if isinstance(line, TrialRow) else _("{dimension}: Return shows what lifts it one level")
        self.setAccessibleName(text if isinstance(line, TrialRow) else text.format(dimension=line.title))

    @override
    def open_row(self, at: int) -> None:
        if isinstance(self._lines[at], TrialGroup):
            self.lift_wanted.emit(self.dimension)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row
        level, step = digit(event), _STEPS.get(_KEYS(event.key())) or _SIGNS.get(event.text())
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {_KEYS.Key_Home, _KEYS.Key_End} and not held and self._lines:
            self.go_to(0 if event.key() == _KEYS.Key_Home else len(self._lines) - 1)
        elif row is not None and level and not held:
            self.chosen.emit(row.practice, level)
        elif row is not None and step and not held:
            self.stepped.emit(row.practice, step)
        elif row is not None and event.key() == _KEYS.Key_Backspace and not held:
            self.taken_back.emit(row.practice)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        super().mouseMoveEvent(event)
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.row_at(event.position().y())
        if at < 0:
            return
        self.go_to(at)
        row, area = self.row, self.row_area(at)
        if row is None:
            self.open_row(at)
            return
        for step in (-1, 1):
            if self._button(area, step).contains(event.position()):
                self.stepped.emit(row.practice, step)

    # ------------------------------------------------------------------ painting
    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            for at, line in enumerate(self._lines):
                area = self.row_area(at)
                if isinstance(line, TrialGroup):
                    self._paint_head(p, line, area)
                else:
                    self._paint_row(p, line, area, over=at == self.over)
            self.paint_ring(p, RADIUS_CONTROL)

    def _paint_head(self, p: QPainter, group: TrialGroup, area: QRectF) -> None:
        name = round(width_of(group.title, "strong")) + 2
        write(p, QRectF(px(INSET), area.top(), name, area.height()), group.title, "strong")
        right = self.width() - px(INSET + TRIAL)
        ask = QRectF(px(INSET) + name + px(12), area.top(), right - px(FILE + INSET) - name - px(12), area.height())
        words = _("What lifts it?")
        if width_of(words, "smallstrong") > ask.width():
            words = _("Lift it")
        write(p, ask, words, "smallstrong", "accent_strong")
        write(
            p, QRectF(right - px(FILE), area.top(), px(FILE), area.height()), _("On file"), "caption", "muted", CENTER
        )
        write(
            p, QRectF(right + px(8), area.top(), px(TRIAL - 8), area.height()), _("Tried"), "caption", "muted", CENTER
        )

    def _paint_row(self, p: QPainter, row: TrialRow, area: QRectF, *, over: bool) -> None:
        if row.tried:
            box(p, area, "tint", None, RADIUS_CONTROL)
            p.fillRect(QRectF(0, area.top() + px(4), px(3), area.height() - px(8)), color("accent"))
        elif over:
            box(p, area, "hover", None, RADIUS_CONTROL)
        else:
            p.fillRect(QRectF(px(INSET), area.top(), area.width() - px(2 * INSET), 1), color("hairline"))
        titles = wrapped(row.title, "body", self._title_room())
        top = area.top() + (area.height() - len(titles) * line_height("body")) / 2
        write(p, QRectF(px(INSET), top, px(CODE), line_height("body")), row.code, "small", "muted")
        open_ = row.recorded != "na"
        write_lines(p, px(INSET + CODE), top, titles, "body", "ink" if open_ else "muted")
        right = self.width() - px(INSET + TRIAL)
        chip = QRectF(right - px(FILE + CHIP) / 2, area.center().y() - px(CHIP) / 2, px(CHIP), px(CHIP))
        draw_level(p, chip, row.recorded, claimed=row.recorded_claimed)
        if open_:
            self._paint_trial(p, row, area)
        else:
            room = QRectF(right + px(8), area.top(), px(TRIAL - 8), area.height())
            write(p, room, _("does not apply"), "caption", "muted", CENTER)

    def _paint_trial(self, p: QPainter, row: TrialRow, area: QRectF) -> None:
        for step, can in ((-1, row.can_lower), (1, row.can_raise)):
            self._paint_button(p, self._button(area, step), step, can=can)
        left = self._button(area, -1).right()
        room = self._button(area, 1).left() - left
        chip = QRectF(left + (room - px(CHIP)) / 2, area.center().y() - px(CHIP) / 2, px(CHIP), px(CHIP))
        if row.tried and row.level is not None:
            draw_level(p, chip, row.level, claimed=row.claimed)
        else:
            write(p, chip, "?" if row.level is None else str(row.level), "body", "muted", CENTER)

    def _paint_button(self, p: QPainter, rect: QRectF, step: int, *, can: bool) -> None:
        if look().outlined and not can:
            return  # where every line is white, only what can be pressed has one
        over = can and rect.contains(self._pointer) and self.over >= 0
        box(p, rect, "sunken" if over else "surface", "control" if can else "hairline", RADIUS_CONTROL)
        p.setPen(QPen(color("ink" if can else "rule"), px(2)))
        middle, half = rect.center(), px(5)
        p.drawLine(QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()))
        if step > 0:
            p.drawLine(QPointF(middle.x(), middle.y() - half), QPointF(middle.x(), middle.y() + half))
