"""The timer of a question, large: what is left, as digits and as a bar; another shape once it has run out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.wall import Clock
from cxaudit.ui.theme import px, width_of
from cxaudit.ui.tokens import RADIUS_ROW
from cxaudit.ui.widgets.paint import LEFT, box, icon, outline, painter, write

_STYLES = ("timer", "display", "title")


def style_within(text: str, room: float) -> str:
    """Return the largest type in which a text fits a width, for words are longer than digits; else the smallest."""
    return next((style for style in _STYLES if width_of(text, style) <= room), _STYLES[-1])


class ClockFace(QWidget):
    """Shows a `Clock`; a closed question has none."""

    def __init__(self) -> None:
        super().__init__()
        self._clock: Clock | None = None
        self.setFixedHeight(px(96))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(200), px(96))

    def render_clock(self, clock: Clock | None) -> None:
        """Show a clock."""
        before, self._clock = self._clock, clock
        if clock == before:
            return
        self.setAccessibleName(self._said)
        self.update()

    @property
    def _said(self) -> str:
        if self._clock is None:
            return _("The question is closed")
        if self._clock.over:
            return _("Time is up: {time}").format(time=self._clock.text)
        return _("{time} left for this question").format(time=self._clock.text)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        clock = self._clock
        if clock is None:
            with painter(self) as p:
                icon(p, "lock", QRectF(0, px(35), px(20), px(20)), "muted", 2)
                write(p, QRectF(px(30), px(6), self.width() - px(30), px(78)), self._said, "heading", "muted", LEFT)
            return
        over, width = clock.over, self.width()
        with painter(self) as p:
            if over:
                box(p, QRectF(0, 0, width, px(84)), "warn_tint", "warn", RADIUS_ROW, 2)
                icon(p, "timer", QRectF(px(12), px(29), px(26), px(26)), "warn", 2)
            left = px(48) if over else 0
            room = width - left
            style = style_within(clock.text, room - px(8))
            write(p, QRectF(left, px(6), room, px(72)), clock.text, style, "warn" if over else "ink", LEFT)
            bar = QRectF(0, px(88), width, px(6))
            box(p, bar, "sunken", outline(), 3)
            if clock.share > 0:
                box(p, QRectF(0, bar.top(), width * min(clock.share, 1.0), bar.height()), "accent", None, 3)
