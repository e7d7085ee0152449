"""A sheet over the page: the page stays visible under a scrim, the keyboard stays in the sheet, Esc closes it.

    sheet = Sheet(_("Metric hygiene, step by step"), content, over=screen)
    sheet.open()

It lies at the right, 664 px wide, and goes away with the screen that it belongs to.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import color, look, px
from cxaudit.ui.tokens import BUTTON_SMALL, RADIUS_SHEET
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import row
from cxaudit.ui.widgets.paint import box, painter, shadow
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text

WIDTH = 664
_MARGIN = 16


class Sheet(QWidget):
    """A titled sheet with a close button; its content scrolls, its foot does not.

    Signals:
        closed: it was closed, and the focus is back where it was.
    """

    closed = Signal()

    def __init__(self, title: str, content: QWidget, *, over: QWidget, foot: QWidget | None = None) -> None:
        super().__init__(over.window())
        self._over = over
        self._before: QWidget | None = None
        self._width = WIDTH
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = Text(title, "heading")
        self.close_button = Button("", "secondary", icon_name="x", size=BUTTON_SMALL, name=_("Close"))
        self.close_button.clicked.connect(self.close)
        self.head = row(self.title, self.close_button, spacing=8, margins=(28, 16, 28, 4))
        self.head.setStretch(0, 1)
        self.panel = QWidget(self)
        col = QVBoxLayout(self.panel)
        col.setContentsMargins(0, 0, 0, 0)
        col.setSpacing(0)
        col.addLayout(self.head)
        self.area = Scroll(content)
        col.addWidget(self.area, 1)
        if foot is not None:
            col.addWidget(foot)
        self.setAccessibleName(title)
        self.hide()

    def render_title(self, title: str) -> None:
        """Show another title."""
        self.title.render_text(title)
        self.setAccessibleName(title)

    def open(self, focus: QWidget | None = None) -> None:
        """Show the sheet and give the focus to a part of it, else to its close button."""
        self._before = QApplication.focusWidget()
        self._over.window().installEventFilter(self)
        self._over.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        (focus or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def close(self) -> bool:
        self._over.window().removeEventFilter(self)
        self._over.removeEventFilter(self)
        back = self._before
        self._before = None
        done = super().close()
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        return done

    def _place(self) -> None:
        window = self._over.window()
        area = window.rect()
        if isinstance(window, QMainWindow):
            area = area.adjusted(0, window.menuBar().height(), 0, 0)
        self.setGeometry(area)
        gap = px(_MARGIN if self.height() > px(700) else 8)
        width = min(px(self._width), self.width() - 2 * gap)
        self.panel.setGeometry(self.width() - width - gap, gap, width, self.height() - 2 * gap)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over.window():
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is self._over:
            self.close()
        return False

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        stops: list[QWidget] = []
        step = self.nextInFocusChain()
        while step is not None and step is not self:
            tabbed = step.focusPolicy() & Qt.FocusPolicy.TabFocus
            if tabbed and self.isAncestorOf(step) and step.isVisible() and step.isEnabled():
                stops.append(step)
            step = step.nextInFocusChain()
        here = QApplication.focusWidget()
        at = stops.index(here) if here in stops else -1
        if stops:
            reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
            part = stops[(at + (1 if next else -1)) % len(stops)]
            part.setFocus(reason)
            if self.area.isAncestorOf(part):
                self.area.show_part(part)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.area.page(1 if event.key() == Qt.Key.Key_PageDown else -1)
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        panel = QRectF(self.panel.geometry())
        with painter(self) as p:
            p.fillRect(QRectF(self.rect()), color("scrim"))
            shadow(p, panel, RADIUS_SHEET)
            dark = look().outlined or look().name == "dark"
            box(p, panel, "surface", "control" if dark else None, RADIUS_SHEET)
