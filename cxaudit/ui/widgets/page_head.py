"""The head of a page: its title, which states the finding, one line below, and its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from cxaudit.ui.theme import px
from cxaudit.ui.widgets.layout import column, fill, holder, row
from cxaudit.ui.widgets.text import Text

TURN = 640


class PageHead(QWidget):
    """A title that may take several lines, beside its buttons; they go below it where it is narrow."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self.title = Text("", "title")
        self.line = Text("", "small", "muted")
        words = holder(column(self.title, self.line, spacing=4))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        fill(self._box, words, spacing=16)
        self._box.setStretch(0, 1)
        aside = holder(row(*buttons, spacing=12))
        self._box.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def render_head(self, title: str, line: str) -> None:
        """Show a title and the line below it."""
        self.title.render_text(title)
        self.line.render_text(line)
        self.setAccessibleName(title)

    @override
    def resizeEvent(self, event: object) -> None:
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if self.width() < px(TURN) else ways.LeftToRight)
