"""A few options under each other, one of them chosen: one Tab stop, arrows move, Space and Return choose."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import color, line_height, px
from cxaudit.ui.tokens import RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.layout import column
from cxaudit.ui.widgets.paint import box, outline, painter
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.wrapped import wrapped, write_lines

_LEFT, _RIGHT, _PAD = 34, 8, 7


class OptionRow(Pressable):
    """One option: a ring, filled where it is chosen, and its words."""

    def __init__(self, option: str, label: str) -> None:
        super().__init__(label, radius=RADIUS_CONTROL)
        self.option = option
        self._chosen = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def render_chosen(self, *, chosen: bool) -> None:
        """Show whether it is chosen."""
        self._chosen = chosen
        self.setAccessibleName(_("{row}, chosen").format(row=self.text()) if chosen else self.text())
        self.update()

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrapped(self.text(), "body", width - px(_LEFT + _RIGHT))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return 2 * px(_PAD) + len(self._lines(width)) * line_height("body")

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(self.width(), px(240))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(_PAD * 2) + line_height("body"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        ring = QRectF(px(8), px(_PAD) + (line_height("body") - px(16)) / 2, px(16), px(16))
        with painter(self) as p:
            if self._chosen or self.hovered:
                ground = "tint" if self._chosen else "hover"
                box(p, QRectF(self.rect()), ground, outline() if self._chosen else None, RADIUS_CONTROL)
            p.setPen(QPen(color("accent" if self._chosen else "control"), px(5) if self._chosen else 1.25))
            p.setBrush(Qt.BrushStyle.NoBrush)
            inset = px(2.5) if self._chosen else 1
            p.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
            write_lines(p, px(_LEFT), px(_PAD), self._lines(self.width()), "body", "ink")


class OptionRows(QWidget):
    """All options.

    Signals:
        chosen: the id of the option that was pressed, an empty text where the choice was taken back.
    """

    chosen = Signal(str)

    def __init__(self, name: str, options: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows = [OptionRow(option, label) for option, label in options]
        self.setLayout(column(*self.rows, spacing=2))
        self._roving = Roving(self, self.rows)
        self._now = ""
        for row in self.rows:
            row.clicked.connect(partial(self._press, row.option))

    def render_choice(self, option: str) -> None:
        """Show which option is chosen, an empty text for none."""
        self._now = option
        for at, row in enumerate(self.rows):
            row.render_chosen(chosen=row.option == option)
            if row.option == option:
                self._roving.point_at(at)

    def take_focus(self) -> None:
        """Give the focus to the option that is chosen, the first where none is."""
        (self._roving.current or self.rows[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, option: str) -> None:
        self.chosen.emit("" if option == self._now else option)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._now and event.key() == Qt.Key.Key_Delete:
            self.chosen.emit("")
        else:
            super().keyPressEvent(event)
