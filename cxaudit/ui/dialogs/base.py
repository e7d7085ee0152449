"""What every dialog is: a title, content, buttons at the foot. Each has a class method that returns the answer.

    dialog = Dialog(parent, _("Name the organisation"))
    dialog.content.addWidget(field)
    dialog.add_buttons(_("Keep the name"))
    if dialog.exec(): ...

Return accepts, from a field of several lines Ctrl+Return; Esc cancels; PgUp and PgDn turn the pages of what scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import row
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text


class Dialog(QDialog):
    """A dialog on the surface, `width` px wide at 100 %."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str = "", *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.finished.connect(self.deleteLater)  # not WA_DeleteOnClose: the answer is read after `exec`
        self.setFixedWidth(px(width))
        box = QVBoxLayout(self)
        box.setContentsMargins(px(28), px(24), px(28), px(24))
        box.setSpacing(px(12))
        box.addWidget(Text(title, "heading"))
        if sentence:
            box.addWidget(Text(sentence, "body", "muted"))
        self.content = QVBoxLayout()
        self.content.setSpacing(px(12))
        box.addLayout(self.content)
        self._foot: QHBoxLayout = row(None, spacing=12, margins=(0, 8, 0, 0))
        box.addLayout(self._foot)
        self.accept_button: Button | None = None

    def add_buttons(self, accept: str, cancel: str | None = None, *, danger: bool = False) -> None:
        """Add the button that accepts, and one that cancels (an empty word leaves it out)."""
        word = _("Cancel") if cancel is None else cancel
        if word:
            away = Button(word)
            away.clicked.connect(self.reject)
            self._foot.addWidget(away)
        button = Button(accept, "danger" if danger else "primary")
        button.clicked.connect(self.accept)
        self._foot.addWidget(button)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, button.click)
        self.accept_button = button

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        area = self.findChild(Scroll)
        if by is not None and isinstance(area, Scroll):
            area.page(by)
        else:
            super().keyPressEvent(event)

    def add_aside(self, button: QWidget) -> None:
        """Add a button at the left of the foot."""
        self._foot.insertWidget(0, button)
