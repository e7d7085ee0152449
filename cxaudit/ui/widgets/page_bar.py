"""Above the pages: which page, to turn it, and to zoom. One Tab stop, left and right move inside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import row
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.text import Text


class PageBar(QWidget):
    """The bar.

    Signals:
        turned: by how many pages to turn.
        zoomed: by how many steps to zoom; 0 fits the pages to their room.
    """

    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        back = Button("", "quiet", icon_name="chevron-left", size=BUTTON_SMALL, name=_("Page before"))
        on = Button("", "quiet", icon_name="chevron-right", size=BUTTON_SMALL, name=_("Next page"))
        out = Button("", "quiet", icon_name="minus", size=BUTTON_SMALL, name=_("Smaller"))
        in_ = Button("", "quiet", icon_name="plus", size=BUTTON_SMALL, name=_("Larger"))
        fit = Button(_("Fit"), "quiet", size=BUTTON_SMALL)
        fit.setAccessibleName(_("Fit the pages to their room"))
        self._where = Text("", "small", wrap=False)
        self._news = Text("", "small", "muted", wrap=False)
        for button, by in ((back, -1), (on, 1)):
            button.clicked.connect(lambda _on=False, by=by: self.turned.emit(by))
        for button, by in ((out, -1), (in_, 1), (fit, 0)):
            button.clicked.connect(lambda _on=False, by=by: self.zoomed.emit(by))
        self.setLayout(row(back, self._where, on, self._news, None, out, in_, fit, spacing=4, margins=(12, 6, 12, 6)))
        self._roving = Roving(self, (back, on, out, in_, fit), way="horizontal")

    def render_page(self, page: int, count: int) -> None:
        """Say which page, from 1, and of how many; nothing where there is none."""
        self._where.render_text(_("Page {page} of {pages}").format(page=page, pages=count) if count else "")

    def render_news(self, news: str) -> None:
        """Say that the pages are being made anew, or nothing."""
        self._news.render_text(news)
