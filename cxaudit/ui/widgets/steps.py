"""The progress line: a group of steps per dimension; done, here, ahead."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.ui.theme import px
from cxaudit.ui.widgets.paint import box, outline, painter

Step = Literal["done", "here", "ahead"]


class Steps(QWidget):
    """Shows how far one is."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[tuple[Step, ...], ...] = ()
        self.setFixedHeight(px(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_steps(self, groups: tuple[tuple[Step, ...], ...], said: str) -> None:
        """Show groups of steps; `said` is the same in words."""
        self._groups = groups
        self.setAccessibleName(said)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        count = sum(len(g) for g in self._groups)
        if not count:
            return
        gap, between = px(4), px(12)
        inner = sum(len(g) - 1 for g in self._groups)
        free = self.width() - gap * inner - between * (len(self._groups) - 1)
        width, x = free / count, 0.0
        with painter(self) as p:
            for group in self._groups:
                for step in group:
                    height = px(8 if step == "here" else 4)
                    bar = QRectF(x, (self.height() - height) / 2, width, height)
                    ahead = step == "ahead"
                    box(
                        p,
                        bar,
                        "rule" if ahead and not outline() else None if ahead else "accent",
                        outline() if ahead else None,
                        height / 2,
                    )
                    x += width + gap
                x += between - gap
