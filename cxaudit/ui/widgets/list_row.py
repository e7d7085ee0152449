"""One question in the list: its answer as a neutral chip, code and title, and below what there is to say of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.question_list import ListRow
from cxaudit.presentation.words import DOT
from cxaudit.ui.theme import line_height, px
from cxaudit.ui.tokens import CHIP, RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.marks import draw_level, level_name
from cxaudit.ui.widgets.paint import box, outline, painter
from cxaudit.ui.widgets.wrapped import wrapped, write_lines

_LEFT, _RIGHT, _PAD = 42, 8, 7


class ListRowButton(Pressable):
    """One question."""

    def __init__(self, view: ListRow) -> None:
        super().__init__(view.title, radius=RADIUS_CONTROL)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = view
        self._say()

    def render_row(self, view: ListRow) -> None:
        """Show what is on file now."""
        if view == self.row:
            return
        self.row = view
        self._say()
        self._fit()
        self.updateGeometry()
        self.update()

    def _say(self) -> None:
        view = self.row
        self.setText(f"{view.code} {view.title}")
        here = (_("you are here"),) if view.here else ()
        self.setAccessibleName(", ".join((self.text(), level_name(view.chip), *view.signs, *here)))

    def _titles(self, width: int) -> tuple[str, ...]:
        return wrapped(self.text(), "smallstrong" if self.row.here else "small", width - px(_LEFT + _RIGHT))

    def _signs(self, width: int) -> tuple[str, ...]:
        signs = DOT.join(self.row.signs)
        return wrapped(signs, "caption", width - px(_LEFT + _RIGHT)) if signs else ()

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        words = len(self._titles(width)) * line_height("small") + len(self._signs(width)) * line_height("caption")
        return max(px(CHIP + 10), words + 2 * px(_PAD))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(self.width(), px(240))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(CHIP + 10))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        view, width = self.row, self.width()
        titles, signs = self._titles(width), self._signs(width)
        words = len(titles) * line_height("small") + len(signs) * line_height("caption")
        with painter(self) as p:
            if view.here or self.hovered:
                ground = "tint" if view.here else "hover"
                box(p, QRectF(self.rect()), ground, outline("accent") if view.here else None, RADIUS_CONTROL)
            chip = QRectF(px(8), px(5), px(CHIP), px(CHIP))
            draw_level(p, chip, view.chip, neutral=True)
            top = max(float(px(_PAD)), (self.height() - words) / 2) if not signs else float(px(_PAD))
            below = write_lines(p, px(_LEFT), top, titles, "smallstrong" if view.here else "small", "ink")
            write_lines(p, px(_LEFT), below, signs, "caption", "warn" if view.warns else "muted")
