"""One question in the list: its answer as a neutral chip, code and title, and below what there is to say of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.question_list import ListRow
from cxaudit.ui.theme import line_height, px, width_of
from cxaudit.ui.tokens import CHIP, RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.marks import draw_level, level_name
from cxaudit.ui.widgets.paint import box, outline, painter, write
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
        self.setAccessibleName(
            ", ".join((self.text(), level_name(view.chip), *(word for word, _warns in view.signs), *here))
        )

    def _titles(self, width: int) -> tuple[str, ...]:
        return wrapped(self.text(), "smallstrong" if self.row.here else "small", width - px(_LEFT + _RIGHT))

    def _signs(self, width: int) -> list[tuple[float, int, str, bool]]:
        """Return each sign with its place: x, line, word, and whether it warns."""
        room, placed = width - px(_LEFT + _RIGHT), list[tuple[float, int, str, bool]]()
        x, line = 0.0, 0
        for k, (word, warns) in enumerate(self.row.signs):
            text = word if k + 1 == len(self.row.signs) else f"{word} ·"
            wide = width_of(text, "caption")
            if x and x + wide > room:
                x, line = 0.0, line + 1
            placed.append((x, line, text, warns))
            x += wide + px(5)
        return placed

    def _words_height(self, width: int) -> int:
        signs = self._signs(width)
        lines = signs[-1][1] + 1 if signs else 0
        return len(self._titles(width)) * line_height("small") + lines * line_height("caption")

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return max(px(CHIP + 10), self._words_height(width) + 2 * px(_PAD))

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
        with painter(self) as p:
            if view.here or self.hovered:
                ground = "tint" if view.here else "hover"
                box(p, QRectF(self.rect()), ground, outline("accent") if view.here else None, RADIUS_CONTROL)
            chip = QRectF(px(8), px(5), px(CHIP), px(CHIP))
            draw_level(p, chip, view.chip, neutral=True)
            top = (self.height() - self._words_height(width)) / 2 if not view.signs else float(px(_PAD))
            style = "smallstrong" if view.here else "small"
            below = write_lines(p, px(_LEFT), top, self._titles(width), style, "ink")
            height = line_height("caption")
            for x, line, word, warns in self._signs(width):
                place = QRectF(px(_LEFT) + x, below + line * height, width, height)
                write(p, place, word, "caption", "warn" if warns else "muted")
