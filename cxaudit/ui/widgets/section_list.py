"""The sections of the report: take or leave each; those that are always in show a lock. One Tab stop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.report_screen import SectionChoice
from cxaudit.ui.theme import line_height, px
from cxaudit.ui.tokens import RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.layout import clear
from cxaudit.ui.widgets.paint import box, icon, painter, write
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.wrapped import wrapped, write_lines

_LEFT, _PAD = 38, 8
_ROOMY = 340
"""Below this width (px at 100 %) the descriptions are left out; a screen reader says them."""


class SectionRow(Pressable):
    """One section with its description."""

    def __init__(self, view: SectionChoice) -> None:
        super().__init__(view.title, radius=RADIUS_CONTROL)
        self.view = view
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{view.title}, {self._state}")
        self.setAccessibleDescription(view.description)

    @property
    def _state(self) -> str:
        if self.view.empty:
            return _("nothing to say here")
        if self.view.fixed:
            return _("always in")
        return _("included") if self.view.on else _("left out")

    def _lines(self, width: int) -> tuple[str, ...]:
        """Return the words below the title at a width of the row."""
        if self.view.empty or width >= px(_ROOMY):
            text = self.view.description
        else:
            return ()
        return wrapped(text, "caption", self._room(width))

    def _room(self, width: int) -> int:
        return width - px(_LEFT + _PAD)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        titles = wrapped(self.text(), "label", self._room(width))
        return px(8) + len(titles) * line_height("label") + len(self._lines(width)) * line_height("caption")

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(self.width(), px(200))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(40))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        on = self.view.on and not self.view.empty
        square = QRectF(px(_PAD), px(5), px(18), px(18))
        with painter(self) as p:
            if self.hovered:
                box(p, QRectF(self.rect()), "hover", None, RADIUS_CONTROL)
            if self.view.fixed:
                icon(p, "lock", square.adjusted(px(1), px(1), -px(1), -px(1)), "muted", 2)
            elif self.view.empty:
                write(p, square, "\u2013", "label", "muted")
            else:
                box(p, square, "accent" if on else "surface", "accent" if on else "control", 5, 1.25)
                if on:
                    inner = square.adjusted(px(2.5), px(2.5), -px(2.5), -px(2.5))
                    icon(p, "check", inner, "on_accent", 3.2)
            room = self._room(self.width())
            below = write_lines(
                p, px(_LEFT), px(4), wrapped(self.text(), "label", room), "label", "ink" if on else "muted"
            )
            write_lines(p, px(_LEFT), below, self._lines(self.width()), "caption", "muted")


class SectionList(QWidget):
    """All sections.

    Signals:
        toggled: the id of the section that is to be taken or left.
    """

    toggled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Sections"))
        self._col = QVBoxLayout(self)
        self._col.setContentsMargins(0, 0, 0, 0)
        self._col.setSpacing(px(2))
        self._roving = Roving(self)
        self.rows: list[SectionRow] = []

    def render_sections(self, views: tuple[SectionChoice, ...]) -> None:
        """Show the sections; the one at hand stays at hand."""
        at = next((i for i, row in enumerate(self.rows) if row.hasFocus()), -1)
        clear(self._col)
        self.rows = [SectionRow(view) for view in views]
        for row in self.rows:
            row.clicked.connect(lambda _on=False, row=row: self._press(row))
            self._col.addWidget(row)
            row.show()  # at once, so that it can take the focus
        self._roving.reset(self.rows, max(at, 0))
        if at >= 0:
            self.rows[at].setFocus()

    def _press(self, row: SectionRow) -> None:
        if not (row.view.fixed or row.view.empty):
            self.toggled.emit(row.view.id)
