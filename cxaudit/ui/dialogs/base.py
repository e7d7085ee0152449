"""What every dialog is: a title, content, buttons at the foot. Each has a class method that returns the answer.

    dialog = Dialog(parent, _("Name the organisation"))
    dialog.content.addWidget(field)
    dialog.add_buttons(_("Keep the name"))
    if dialog.exec(): ...

Return accepts, from a field of several lines Ctrl+Return; Esc cancels; PgUp and PgDn turn the pages of what scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.focus_moves import FocusMoves
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text

_TITLE_BAR = 32
"""Logical px that a system's title bar takes at most, as is usual."""

_EDGE, _RING = 24, 4
"""Around the parts, and around what scrolls, so that no focus ring is cut, px at 100 %."""

_LEAST = 48
"""What scrolls is never lower, px at 100 %."""


class Dialog(QDialog):
    """A dialog on the surface, `width` px wide at 100 %, as high as its parts and never larger than the screen.

    The content scrolls where there is no room for all of it, or where it is higher than `most` px; it takes at least
    `least` px where the screen has them. One that `stays` is kept by its parent once `exec` is over.
    """

    def __init__(self, parent: QWidget | None, title: str, sentence: str = "", *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.finished.connect(self.deleteLater)  # not WA_DeleteOnClose: the answer is read after `exec`
        self.least, self.most = 0, 0
        self.stays = False
        self._wanted_width = px(width)
        box = QVBoxLayout(self)
        box.setContentsMargins(px(_EDGE), px(_EDGE), px(_EDGE), px(_EDGE))
        box.setSpacing(px(8))
        head = column(Text(title, "heading"), spacing=12, margins=(_RING, 0, _RING, 0))
        if sentence:
            head.addWidget(Text(sentence, "body", "muted"))
        box.addLayout(head)
        self.content = column(spacing=12, margins=(_RING, _RING, _RING, _RING))
        self._body = holder(self.content)
        self._body.installEventFilter(self)
        self.area = Scroll(self._body)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # the last resort
        box.addWidget(self.area)
        self._foot: QHBoxLayout = row(None, spacing=12, margins=(_RING, 8, _RING, 0))
        box.addLayout(self._foot)
        self.accept_button: Button | None = None
        FocusMoves(self).moved.connect(self.follow_focus)

    @override
    def exec(self) -> int:
        """Show it until it is closed; return whether it was accepted, as Qt has it."""
        self.finished.disconnect(self.deleteLater)  # one that is deleted while it closes counts as cancelled
        accepted = super().exec()
        if isValid(self) and not self.stays:  # else the window that it stood over is gone, and the dialog with it
            self.deleteLater()
        return accepted

    # ------------------------------------------------------------------ size
    def fit(self) -> None:
        """Take the room that the parts want, as far as the screen has it."""
        box, room = self.layout(), self.screen().availableGeometry().size() - QSize(0, _TITLE_BAR)
        if box is None:
            return
        width = min(self._wanted_width, room.width())
        self.setFixedWidth(width)
        self.area.setVisible(self.content.count() > 0)
        inner = width - 2 * px(_EDGE)
        across = self._foot.direction() == QBoxLayout.Direction.LeftToRight
        if across and self._foot.minimumSize().width() > inner:
            self._foot.setDirection(QBoxLayout.Direction.BottomToTop)
        wanted = self.content.totalHeightForWidth(inner) if self.content.hasHeightForWidth() else 0
        wanted = max(wanted, self.content.totalSizeHint().height() if wanted <= 0 else 0, self.least)
        self.area.setFixedHeight(px(_LEAST))
        rest = box.totalHeightForWidth(width) - px(_LEAST)
        height = max(min(wanted, self.most or wanted, room.height() - rest), px(_LEAST))
        self.area.setFixedHeight(height)
        bar = Qt.ScrollBarPolicy  # where all of it fits there is none, not even while texts find their lines
        self.area.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if wanted <= height else bar.ScrollBarAsNeeded)
        box.activate()
        self.setFixedHeight(min(box.totalHeightForWidth(width), room.height()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return False

    def follow_focus(self) -> None:
        """Bring what has the focus into view."""
        widget = QApplication.focusWidget()
        if widget is not None and self._body.isAncestorOf(widget):
            self.area.show_part(widget)

    # ------------------------------------------------------------------ buttons and keys
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
        if by is not None:
            self.area.page(by)
        else:
            super().keyPressEvent(event)

    def add_aside(self, button: QWidget) -> None:
        """Add a button at the left of the foot."""
        self._foot.insertWidget(0, button)
