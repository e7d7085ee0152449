"""The pages of a report with all that belongs to them: which page, zoom, small pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.app.reporting import PageImage
from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.layout import column, row
from cxaudit.ui.widgets.page_bar import PageBar
from cxaudit.ui.widgets.page_sheets import PageSheets
from cxaudit.ui.widgets.page_strip import PageStrip
from cxaudit.ui.widgets.scroll import Scroll

_ROOMY = 520
"""Below this width (px at 100 %) the small pictures are left out."""


class PagePane(QWidget):
    """Bar, small pictures and pages.

    Signals:
        page_changed: another page is at hand.
    """

    page_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.strip, self.sheets = PageBar(), PageStrip(), PageSheets()
        self._side = Scroll(self.strip)
        self._side.setFixedWidth(self.strip.sizeHint().width() + px(12))
        box = column(self.bar, row(self._side, self.sheets, spacing=0), spacing=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.bar.turned.connect(self.turn)
        self.bar.zoomed.connect(self._zoom)
        self.strip.page_chosen.connect(self.sheets.show_page)
        self.sheets.page_changed.connect(self._follow)
        self.sheets.setAccessibleName(_("Pages of the report"))

    def render_pages(self, sizes: Sequence[tuple[float, float]], shift: int = 0) -> None:
        """Show other pages, in points; see `PageSheets.render_pages`."""
        self.strip.render_pages(sizes)
        self.sheets.render_pages(sizes, shift)
        self._follow()

    @property
    def waits(self) -> bool:
        """Return whether something in view is not painted yet as it is to be."""
        return self.sheets.waits or bool(self.strip.missing)

    def render_news(self, news: str) -> None:
        """Say that the pages are being made anew, or nothing."""
        self.bar.render_news(news)

    def take_page(self, page: int, scale: float, image: PageImage) -> None:
        """Show a page that was painted, large or small."""
        self.sheets.take_page(page, scale, image)
        self.strip.take_page(page, scale, image)

    def turn(self, by: int) -> None:
        """Go so many pages on."""
        self.sheets.show_page(max(0, min(self.sheets.page + by, self.sheets.count - 1)))

    def name_section(self, title: str) -> None:
        """Say which section the page at hand belongs to, for those who hear the screen."""
        said = _("Page {page} of {pages}").format(page=self.sheets.page + 1, pages=self.sheets.count)
        self.sheets.setAccessibleName(f"{said}, {title}" if self.sheets.count else _("Pages of the report"))

    def _zoom(self, steps: int) -> None:
        if steps:
            self.sheets.zoom_by(steps)
        else:
            self.sheets.fit()

    def _follow(self) -> None:
        self.bar.render_page(self.sheets.page + 1, self.sheets.count)
        self.strip.render_page(self.sheets.page)
        self.page_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= px(_ROOMY))
