"""Small pictures of all pages, to go to one by pointer; keys turn pages in the pages themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.app.reporting import PageImage
from cxaudit.i18n import _
from cxaudit.ui.theme import color, line_height, paper, px
from cxaudit.ui.widgets.page_sheets import picture
from cxaudit.ui.widgets.paint import CENTER, box, outline, painter, write
from cxaudit.ui.widgets.scroll import Scroll

WIDTH = 64
"""Of a picture, px at 100 %."""
_EDGE, _GAP = 10, 8
_PAUSE_MS = 60


class PageStrip(QWidget):
    """The pictures under each other, each over its number.

    Signals:
        wanted: numbers of pages (from 0) to be painted, and at how many pixels a point.
        page_chosen: the page that was pressed.
    """

    wanted = Signal(object, float)
    page_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Small pictures of the pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._shown: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._page = 0
        self._ask = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._ask.timeout.connect(self._want)

    def render_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show other pages, in points; the old pictures stay until the new ones are painted."""
        self._sizes = tuple(sizes)
        self._fresh.clear()
        self._shown = {k: image for k, image in self._shown.items() if k < len(self._sizes)}
        self.setFixedSize(self.sizeHint())
        self._ask.start()
        self.update()

    def render_page(self, page: int) -> None:
        """Mark a page as the one at hand, and bring it into view."""
        self._page = page
        area = self.parentWidget()
        area = area.parentWidget() if area is not None else None
        if isinstance(area, Scroll) and page < len(self._sizes):
            middle = self._rect(page).center()
            area.ensureVisible(middle.x(), middle.y(), 0, self._step)
        self.update()

    def take_page(self, page: int, scale: float, image: PageImage) -> None:
        """Show a picture that was painted; one of another size is none of ours."""
        if scale == self._scale and page < len(self._sizes):
            self._shown[page] = picture(image)
            self._fresh.add(page)
            self.update()

    @property
    def _scale(self) -> float:
        across = max((w for w, _h in self._sizes), default=1.0)
        return round(px(WIDTH) * self.devicePixelRatioF() / across, 4)

    @property
    def _tall(self) -> int:
        return round(max((px(WIDTH) * h / w for w, h in self._sizes), default=0))

    @property
    def _step(self) -> int:
        return self._tall + line_height("caption") + px(_GAP)

    def _rect(self, page: int) -> QRect:
        return QRect(px(_EDGE), px(_EDGE) + page * self._step, px(WIDTH), self._tall)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH + 2 * _EDGE), 2 * px(_EDGE) + len(self._sizes) * self._step)

    @property
    def missing(self) -> list[int]:
        """Return the pages in view whose pictures are not painted yet."""
        seen = self.visibleRegion().boundingRect()
        return [k for k in range(len(self._sizes)) if k not in self._fresh and seen.intersects(self._rect(k))]

    def _want(self) -> None:
        missing = self.missing
        if missing:
            self.wanted.emit(missing, self._scale)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fresh.clear()
            self._ask.start()
        return super().event(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        page = (round(event.position().y()) - px(_EDGE)) // max(1, self._step)
        if 0 <= page < len(self._sizes):
            self.page_chosen.emit(page)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        missing = False
        with painter(self) as p:
            for page in range(len(self._sizes)):
                rect = self._rect(page)
                if not rect.adjusted(0, 0, 0, line_height("caption")).intersects(event.rect()):
                    continue
                with paper():
                    p.fillRect(rect, color("surface"))
                if page in self._shown:
                    p.drawImage(rect, self._shown[page])
                missing = missing or page not in self._fresh
                here = page == self._page
                edge = rect.adjusted(-px(2), -px(2), px(2), px(2)) if here else rect
                box(p, QRectF(edge), None, "accent" if here else outline() or "rule", 2, px(2) if here else 1)
                below = QRectF(0, rect.bottom() + 2, self.width(), line_height("caption"))
                style, role = ("captionstrong", "accent_strong") if here else ("caption", "muted")
                write(p, below, str(page + 1), style, role, CENTER)
        if missing and not self._ask.isActive():
            self._ask.start()
