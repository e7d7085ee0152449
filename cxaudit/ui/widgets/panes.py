"""Two panes under a head that scroll each on its own; where it is narrow all three scroll together, one by one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.ui.theme import px
from cxaudit.ui.widgets.layout import column, holder
from cxaudit.ui.widgets.scroll import Scroll

_SIDE, _END = 32, 24


class Panes(QWidget):
    """A pane beside another, so that what one changes in the first is seen at once in the second.

    Below `turn` px at 100 % the head, the first and the second stand above each other.

    Signals:
        turned: the panes stand another way, and scroll anew.
    """

    turned = Signal()

    def __init__(self, head: QWidget, first: QWidget, second: QWidget, turn: int) -> None:
        super().__init__()
        self._turn = turn
        self._head, self._parts = head, (first, second)
        self._top, self._below = QVBoxLayout(), QHBoxLayout()
        self._top.setContentsMargins(px(_SIDE), px(16), px(_SIDE), px(4))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._top)
        box.addLayout(self._below, 1)
        self._narrow: bool | None = None
        self._scrolls: list[Scroll] = []
        self._arrange(narrow=False)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        here = QApplication.focusWidget()
        old, self._scrolls = self._scrolls, []
        self._top.setContentsMargins(*(0 if narrow else px(side) for side in (_SIDE, 16, _SIDE, 4)))
        first, second = self._parts
        if narrow:
            contents = [column(self._head, first, second, None, spacing=16, margins=(_SIDE, 16, _SIDE, _END))]
        else:
            self._top.addWidget(self._head)
            contents = [
                column(first, None, margins=(_SIDE, 8, 8, _END)),
                column(second, None, margins=(8, 8, _SIDE, _END)),
            ]
        for layout in contents:
            scroll = Scroll(holder(layout))
            self._scrolls.append(scroll)
            self._below.addWidget(scroll, 1)
            scroll.setVisible(True)  # at once: only what is seen takes the focus
        for scroll in old:
            self._below.removeWidget(scroll)
            scroll.hide()
            scroll.deleteLater()
        if here is not None and self.isAncestorOf(here):
            here.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    @property
    def first_scroll(self) -> Scroll:
        """Return what scrolls the first pane."""
        return self._scrolls[0]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(narrow=self.width() < px(self._turn))
        super().resizeEvent(event)
