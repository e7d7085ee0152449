"""A card of the plan: rank, title, what it moves, the first step, owner, effort, what it needs or clears."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from cxaudit.presentation.plan import CardView
from cxaudit.ui.theme import line_height, look, px, width_of
from cxaudit.ui.tokens import RADIUS_ROW
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.marks import draw_tag, tag_width
from cxaudit.ui.widgets.paint import CENTER, RIGHT, box, icon, painter, write
from cxaudit.ui.widgets.wrapped import wrapped, write_lines

_LEFT, _PAD, _FOOT = 40, 16, 24
_CLASSES = "SML"


class PlanCard(Pressable):
    """One action. It grows with its texts; in a narrow lane the owner gets a line of its own."""

    def __init__(self, view: CardView) -> None:
        super().__init__(view.title, radius=RADIUS_ROW)
        self.view = view
        self.setAccessibleName(view.spoken)
        self.setAccessibleDescription(view.explanation)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()  # a button would go to the next Tab stop; the plan goes to the next lane
        else:
            super().keyPressEvent(event)

    def _room(self, width: int) -> int:
        return width - px(_LEFT + _PAD)

    @property
    def _owner(self) -> str:
        return f"{self.view.owner} \u00b7 {self.view.due}" if self.view.due else self.view.owner

    def _marks_width(self) -> int:
        tag = tag_width(self.view.tag.text) + px(8) if self.view.tag else 0
        gap = round(width_of(self.view.gap, "smallstrong")) + px(8) if self.view.gap else 0
        return px(3 * 22 + 8) + tag + gap

    def _in_one_line(self, width: int) -> bool:
        return width_of(self._owner, "caption") + px(12) + self._marks_width() <= self._room(width)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        view, room = self.view, self._room(width)
        height = len(wrapped(view.title, "label", room)) * line_height("label")
        height += len(wrapped(view.moves, "small", room)) * line_height("small")
        height += len(wrapped(view.line, "small", room)) * line_height("small")
        feet = 1 if self._in_one_line(width) else 2
        return px(9 + 4 + 4 + 8) + height + feet * px(_FOOT)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(max(self.width(), px(240))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(220), px(96))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        view, width = self.view, self.width()
        left, room = px(_LEFT), self._room(width)
        with painter(self) as p:
            edge = "control" if look().outlined or self.hovered else "hairline"
            box(p, QRectF(self.rect()), "hover" if self.hovered else "surface", edge, RADIUS_ROW)
            y = float(px(9))
            if view.rank:
                write(p, QRectF(px(12), y, px(26), line_height("label")), str(view.rank), "label", "muted")
            y = write_lines(p, left, y, wrapped(view.title, "label", room), "label", "ink")
            y = write_lines(p, left, y, wrapped(view.moves, "small", room), "small", "muted") + px(4)
            mark = "footprints" if view.line == view.first_step else "circle-slash"
            icon(p, mark, QRectF(px(14), y + px(1), px(16), px(16)), "accent", 2)
            y = write_lines(p, left, y, wrapped(view.line, "small", room), "small", "ink") + px(4)
            self._paint_foot(p, y)

    def _paint_foot(self, p: QPainter, top: float) -> None:
        view, left = self.view, px(_LEFT)
        line = px(20)
        icon(p, "user", QRectF(px(14), top + px(2), px(16), px(16)), "muted", 2)
        together = self._in_one_line(self.width())
        room = self._room(self.width()) - (self._marks_width() if together else 0)
        write(p, QRectF(left, top, room, line), self._owner, "caption", "ink")
        x = left + width_of(self._owner, "caption") + px(12) if together else float(left)
        top += 0 if together else px(_FOOT)
        for name in _CLASSES:
            self._paint_class(p, QRectF(x, top, px(20), line), name)
            x += px(22)
        if view.tag:
            role, ground = ("flag", "flag_tint") if view.tag.flag else ("muted", "sunken")
            draw_tag(p, QRectF(x + px(8), top, tag_width(view.tag.text), line), view.tag.text, role, ground)
        write(p, QRectF(0, top, self.width() - px(_PAD), line), view.gap, "smallstrong", "ink", RIGHT)

    def _paint_class(self, p: QPainter, rect: QRectF, name: str) -> None:
        """Draw one effort class; the action's own is filled."""
        on, strong = name == self.view.effort, look().outlined
        fill = ("accent" if strong else "sunken") if on else None
        box(p, rect, fill, "control" if on else "hairline", 5)
        role = ("on_accent" if strong else "ink") if on else "muted"
        write(p, rect, name, "captionstrong" if on else "caption", role, CENTER)
