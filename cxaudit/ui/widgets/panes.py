"""Two panes that scroll each on its own; where it is narrow they stand above each other and scroll together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from cxaudit.ui.theme import px
from cxaudit.ui.widgets.layout import Margins, column, holder
from cxaudit.ui.widgets.scroll import Scroll


class Panes(QWidget):
    """A pane beside another, so that what one changes in the first is seen at once in the second.

    Below `turn` px at 100 % the first stands above the second. `margins` are px at 100 %.
    """

    def __init__(self, first: QWidget, second: QWidget, turn: int, *, margins: Margins) -> None:
        super().__init__()
        self._turn, self._margins = turn, margins
        self._parts = (first, second)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._narrow: bool | None = None
        self._scrolls: list[Scroll] = []
        self._arrange(narrow=False)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        here = QApplication.focusWidget()
        old, self._scrolls = self._scrolls, []
        left, top, right, bottom = self._margins
        if narrow:
            contents = [column(*self._parts, None, spacing=16, margins=self._margins)]
        else:
            first, second = self._parts
            contents = [
                column(first, None, margins=(left, top, 8, bottom)),
                column(second, None, margins=(8, top, right, bottom)),
            ]
        for layout in contents:
            scroll = Scroll(holder(layout))
            self._scrolls.append(scroll)
            self._box.addWidget(scroll, 1)
        for scroll in old:
            self._box.removeWidget(scroll)
            scroll.hide()
            scroll.deleteLater()
        if here is not None and self.isAncestorOf(here):
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first_scroll(self) -> Scroll:
        """Return what scrolls the first pane."""
        return self._scrolls[0]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(narrow=self.width() < px(self._turn))
        super().resizeEvent(event)
