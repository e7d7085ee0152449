"""Pages of a report on screen, as they will be printed: scrolled, zoomed, painted elsewhere and handed in.

sheets.wanted.connect(report.want)             # which pages it needs, and how large
report.page_painted.connect(sheets.take_page)
sheets.render_pages(sizes)                     # another report; what is shown stays until the new pages are painted
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from cxaudit.app.reporting import PageImage
from cxaudit.ui.theme import color, paper, px
from cxaudit.ui.widgets.page_layout import PageLayout, stepped
from cxaudit.ui.widgets.paint import box, outline, painter, shadow

_PAUSE_MS = 15
_KEPT = 6
"""So many pages before and behind those in view stay in memory."""
_SHADOW = 6
NOTCH = 120
"""What Qt counts for one notch of a wheel; a touchpad comes to it little by little."""
_KEYS = Qt.Key


def picture(image: PageImage) -> QImage:
    """Return a painted page as Qt has it; the pixels are copied."""
    shared = QImage(image.pixels, image.width, image.height, 4 * image.width, QImage.Format.Format_RGB32)
    return shared.copy()


class PageSheets(QAbstractScrollArea):
    """All pages under each other. Arrows scroll, PgUp and PgDn turn pages, + and - and Ctrl with the wheel zoom.

    Signals:
        wanted: numbers of pages (from 0) to be painted, and at how many pixels a point.
        page_changed: another page is at hand.
        zoom_changed: the pages are shown larger or smaller.
    """

    wanted = Signal(object, float)
    page_changed = Signal()
    zoom_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setViewport(QWidget())  # of ours, as in `scroll`
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its room must not come and go
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", 0)
        self._layout = PageLayout()
        self._zoom: float | None = None
        self._shown: dict[int, QImage] = {}
        self._fresh: dict[int, float] = {}
        self.page = self._wheel = 0
        self._ask = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._ask.timeout.connect(self._want)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    # ------------------------------------------------------------------ what is shown
    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._layout.sizes)

    @property
    def waits(self) -> bool:
        """Return whether a page in view is not painted yet as it is to be."""
        return self.isVisible() and any(self._fresh.get(page) != self._asked for page in self._in_view())

    @property
    def zoom(self) -> float | None:
        """Return the zoom, 1.0 for the size on paper; None where pages are as wide as their room."""
        return self._zoom

    @property
    def _asked(self) -> float:
        """Return the pixels a point that pages are to be painted at."""
        return round(self._layout.scale * self.devicePixelRatioF(), 4)

    def render_pages(self, sizes: Sequence[tuple[float, float]], shift: int = 0) -> None:
        """Show other pages, in points; what was in view stays in view, `shift` pages further on."""
        page, part = self._at()
        self._layout.sizes = tuple(sizes)
        self._fresh.clear()
        self._shown = {k: image for k, image in self._shown.items() if k < self.count}
        self._arrange()
        self._go(max(0, min(page + shift, self.count - 1)), part)
        self._scrolled()

    def take_page(self, page: int, scale: float, image: PageImage) -> None:
        """Show a page that was painted; one that was painted for another zoom is passed over."""
        if scale == self._asked and page < self.count:
            self._shown[page], self._fresh[page] = picture(image), scale
            self.viewport().update()

    def show_page(self, page: int) -> None:
        """Bring the top of a page into view."""
        if 0 <= page < self.count:
            self._go(page, 0.0)
            self._turn(page)

    def zoom_by(self, steps: int) -> None:
        """Show pages larger, or smaller."""
        self._set_zoom(stepped(self._layout.scale, steps))

    def fit(self) -> None:
        """Show pages as wide as there is room."""
        self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._rearrange()
        self.zoom_changed.emit()

    # ------------------------------------------------------------------ where things lie
    def _arrange(self) -> None:
        view, across, down = self.viewport(), self.horizontalScrollBar(), self.verticalScrollBar()
        self._layout.arrange(view.width(), self._zoom)
        down.setRange(0, max(0, self._layout.height - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(px(48))
        across.setRange(0, max(0, self._layout.width - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(px(48))

    def _rearrange(self) -> None:
        page, part = self._at()
        self._arrange()
        self._go(page, part)
        self._scrolled()

    def _at(self) -> tuple[int, float]:
        """Return the page at the upper edge, and how much of it is above."""
        return self._layout.at(self.verticalScrollBar().value())

    def _go(self, page: int, part: float) -> None:
        if self.count:
            self.verticalScrollBar().setValue(self._layout.place(page, part))

    def _in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    def _scrolled(self) -> None:
        """Say which page is at hand: the one that lies at a third of the height, or the last at the end."""
        bar = self.verticalScrollBar()
        third = bar.value() + self.viewport().height() // 3
        self._turn(self._layout.at(third)[0])
        self.viewport().update()
        self._ask.start()

    def _turn(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self.page_changed.emit()

    def _want(self) -> None:
        """Ask for the pages in view, then for their neighbours; let go of those that are far away."""
        view, asked = self._in_view(), self._asked
        if not view or not self.isVisible():
            return
        near = [*view, view.stop, view.start - 1]
        self._shown = {k: i for k, i in self._shown.items() if view.start - _KEPT <= k < view.stop + _KEPT}
        self._fresh = {k: scale for k, scale in self._fresh.items() if k in self._shown}
        self.wanted.emit([k for k in near if 0 <= k < self.count and self._fresh.get(k) != asked], asked)

    # ------------------------------------------------------------------ events
    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.DevicePixelRatioChange}:
            self._ask.start()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), _KEYS(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif key in {_KEYS.Key_Up, _KEYS.Key_Down}:
            bar.setValue(bar.value() + (bar.singleStep() if key == _KEYS.Key_Down else -bar.singleStep()))
        elif key in {_KEYS.Key_Home, _KEYS.Key_End}:
            self.show_page(0 if key == _KEYS.Key_Home else self.count - 1)
        elif key in {_KEYS.Key_Plus, _KEYS.Key_Equal, _KEYS.Key_Minus}:
            self.zoom_by(-1 if key == _KEYS.Key_Minus else 1)
        elif key == _KEYS.Key_0:
            self.fit()
        elif key in {_KEYS.Key_Left, _KEYS.Key_Right}:
            across = self.horizontalScrollBar()
            step = across.singleStep()
            across.setValue(across.value() + (step if key == _KEYS.Key_Right else -step))
        else:
            event.ignore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel += event.angleDelta().y()
            notches = round(self._wheel / NOTCH) if abs(self._wheel) >= NOTCH else 0
            if notches:
                self._wheel = 0
                self.zoom_by(1 if notches > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    # ------------------------------------------------------------------ painting
    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        view = self.viewport()
        with painter(view) as p:
            p.fillRect(QRectF(view.rect()), color("canvas"))
            p.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            for page in self._in_view():
                self._paint_page(p, page, self._layout.rect(page, view.width()))

    def _paint_page(self, p: QPainter, page: int, rect: QRect) -> None:
        shadow(p, QRectF(rect), 2, px(_SHADOW))
        with paper():
            p.fillRect(rect, color("surface"))
        image = self._shown.get(page)
        if image is not None:
            fresh, ratio = self._fresh.get(page) == self._asked, self.devicePixelRatioF()
            image.setDevicePixelRatio(ratio if fresh else 1.0)
            if fresh:
                part = QRect(0, 0, round(rect.width() * ratio), round(rect.height() * ratio))
                p.drawImage(rect.topLeft(), image, part)  # one pixel for each, so that letters stay sharp
            else:
                p.drawImage(rect, image)
        box(p, QRectF(rect), None, outline() or "hairline", 0)
