"""A drawer at the right: it pushes the page, never covers it. Same ground as the cards, one edge, no shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import BUTTON_SMALL, DRAWER
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import column, row
from cxaudit.ui.widgets.paint import painter
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text


class Drawer(QWidget):
    """A titled drawer with a close button; its content scrolls where it is too high.

    Signals:
        closed: the user closed it; the screen hides it.
    """

    closed = Signal()

    def __init__(self, title: str, content: QWidget, *, width: int = DRAWER) -> None:
        super().__init__()
        self.setFixedWidth(px(width))
        self.setAccessibleName(title)
        self.close_button = Button("", "quiet", icon_name="x", size=BUTTON_SMALL, name=_("Close"))
        self.close_button.clicked.connect(self.closed)
        head = row(Text(title, "heading"), self.close_button, spacing=8, margins=(24, 20, 20, 8))
        head.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        inner = QWidget()
        inner.setLayout(column(content, None, margins=(24, 4, 24, 20)))
        self.area = Scroll(inner)
        box.addWidget(self.area, 1)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            p.fillRect(QRectF(self.rect()), color("surface"))
            p.fillRect(QRectF(0, 0, 1, self.height()), color("hairline"))
