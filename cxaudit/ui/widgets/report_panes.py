"""Sections, pages and choices of a report side by side; where it is narrow one of them at a time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import color, px
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.paint import painter
from cxaudit.ui.widgets.scroll import Scroll

_TURN, _ROOMY = 820, 1100
"""Below the first width (px at 100 %) one part at a time is shown, from the second on the sides are wider."""
_SIDES = {False: (256, 252), True: (280, 296)}
_UNLIMITED = 16_777_215
SECTIONS, PAGES, CHOICES = range(3)


class Side(QWidget):
    """A ground for a part, with a hairline at its inner edge."""

    def __init__(self, content: QWidget, *, left: bool) -> None:
        super().__init__()
        self._left = left
        self.setLayout(column(content, spacing=0))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            p.fillRect(QRectF(self.rect()), color("surface"))
            edge = self.width() - 1 if self._left else 0
            p.fillRect(QRectF(edge, 0, 1, self.height()), color("hairline"))


class ReportPanes(QWidget):
    """The three parts.

    Signals:
        turned: another part is shown, or all of them are.
    """

    turned = Signal()

    def __init__(self, sections: QWidget, pages: QWidget, choices: QWidget) -> None:
        super().__init__()
        self._parts = (Side(sections, left=True), pages, Side(choices, left=False))
        self.tabs = Segments((_("Sections"), _("Pages"), _("Write")), _("Part of the page"), PAGES)
        self.tabs.chosen.connect(self._show)
        self._top = holder(row(None, self.tabs, None, margins=(12, 8, 12, 8)))
        across = QHBoxLayout()
        across.setSpacing(0)
        for at, part in enumerate(self._parts):
            across.addWidget(part, 1 if at == PAGES else 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._top)
        box.addLayout(across, 1)
        self._narrow: bool | None = None

    @property
    def narrow(self) -> bool:
        """Return whether one part at a time is shown."""
        return bool(self._narrow)

    def show_pages(self) -> None:
        """Show the pages, where they are not shown already."""
        if self.narrow:
            self.tabs.render_choice(PAGES)
            self._show()

    def page(self, by: int) -> bool:
        """Scroll the part that is shown alone; return whether there is one, and it is not the pages."""
        if not self.narrow or self.tabs.at == PAGES:
            return False
        for scroll in self._parts[self.tabs.at].findChildren(Scroll):
            scroll.page(by)
        return True

    def _show(self) -> None:
        here, seen = QApplication.focusWidget(), self._parts[self.tabs.at]
        for at, part in enumerate(self._parts):
            part.setVisible(not self.narrow or at == self.tabs.at)
        if self.narrow and here is not None and self.isAncestorOf(here) and not seen.isAncestorOf(here):
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(_TURN)
        sides = _SIDES[self.width() >= px(_ROOMY)]
        for part, width in zip((self._parts[SECTIONS], self._parts[CHOICES]), sides, strict=True):
            part.setMinimumWidth(0 if narrow else px(width))
            part.setMaximumWidth(_UNLIMITED if narrow else px(width))
        if narrow != self._narrow:
            self._narrow = narrow
            self._top.setVisible(narrow)
            self._show()
