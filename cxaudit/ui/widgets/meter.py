"""A bar on the scale from 1 to 5: solid to what is shown, hatched to what is claimed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.paint import box, hatch, outline, painter, write


class Meter(QWidget):
    """One bar with its scale."""

    def __init__(self) -> None:
        super().__init__()
        self._shown, self._claimed = 1, 1
        self.setFixedHeight(px(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_bar(self, shown: int, claimed: int) -> None:
        """Show a bar, solid to `shown` and hatched from there to `claimed`."""
        self._shown, self._claimed = shown, claimed
        said = _("Level {level}, shown").format(level=claimed)
        if claimed > shown:
            said = _("Level {level}, claimed, shown to {shown}").format(level=claimed, shown=shown)
        self.setAccessibleName(said)
        self.update()

    def _x(self, level: int) -> float:
        return px(2) + (level - 1) / 4 * (self.width() - px(4))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, claimed = self._x(self._shown), self._x(self._claimed)
        top, height = px(2), px(14)
        with painter(self) as p:
            box(p, QRectF(px(2), top, self.width() - px(4), height), "sunken", outline(), 4)
            if claimed > shown:
                hatch(p, QRectF(shown - px(4), top, claimed - shown + px(4), height), "accent")
            box(p, QRectF(px(2), top, shown - px(2), height), "accent", None, 4)
            for level in range(1, 6):
                side = Qt.AlignmentFlag.AlignLeft if level == 1 else Qt.AlignmentFlag.AlignHCenter
                side = Qt.AlignmentFlag.AlignRight if level == 5 else side
                left = max(0.0, min(self.width() - px(20), self._x(level) - px(10)))
                rect = QRectF(left, px(18), px(20), px(16))
                write(p, rect, str(level), "caption", "muted", side | Qt.AlignmentFlag.AlignVCenter)
