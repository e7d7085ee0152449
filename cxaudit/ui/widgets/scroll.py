"""A scroll area for whole pages and lists: vertical only, keys go on to the screen, the focused part stays in view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from cxaudit.ui.theme import px


class Scroll(QScrollArea):
    """Scrolls one widget. It takes no focus and no keys itself; `page(by)` scrolls by pages."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._view = QWidget()  # a viewport of ours: asking for Qt's own makes the binding load every kind of widget
        self.setViewport(self._view)
        content.setObjectName("body")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAutoFillBackground(False)

    def page(self, by: int) -> None:
        """Scroll by so many pages, negative upwards."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def show_part(self, part: QWidget) -> None:
        """Bring a part into view, with room for its focus ring."""
        self.ensureWidgetVisible(part, px(16), px(16))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
