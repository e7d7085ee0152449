"""The brand of a report: its colours, its name, and what of its folder is not used as it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.brand_line import BrandLine
from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.flow_row import FlowRow
from cxaudit.ui.widgets.layout import column, row
from cxaudit.ui.widgets.paint import painter
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.text import Text

_SIDE = 28


class _Swatch(QWidget):
    """The two colours, each half of a small square."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(px(_SIDE), px(_SIDE))
        self._colors: tuple[str, ...] = ()

    def render_colors(self, colors: tuple[str, ...]) -> None:
        """Show colours of a brand, or nothing."""
        self._colors = colors
        self.setVisible(bool(colors))
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        wide = self.width() / max(1, len(self._colors))
        with painter(self) as p:
            for at, shade in enumerate(self._colors):
                p.fillRect(QRectF(at * wide, 0, wide, self.height()), QColor(shade))
            p.setPen(color("control"))
            p.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))


class BrandCard(QWidget):
    """A brand and its buttons, which are one Tab stop.

    Signals:
        chosen: a folder is to be chosen.
        dropped: the report is to have no brand.
    """

    chosen = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._swatch = _Swatch()
        self._title, self._detail = Text("", "body"), Text("", "caption", "muted")
        self._problems = Text("", "caption", "warn")
        self._choose = Button(_("Choose a folder…"), icon_name="folder-open", size=BUTTON_SMALL)
        self._drop = Button(_("No brand"), size=BUTTON_SMALL)
        self._choose.clicked.connect(self.chosen)
        self._drop.clicked.connect(self.dropped)
        self._roving = Roving(self, (self._choose, self._drop), way="horizontal")
        words = column(self._title, self._detail, spacing=0)
        head = row(self._swatch, words, spacing=10)
        head.setStretch(1, 1)
        box = column(head, self._problems, spacing=6)
        box.addLayout(FlowRow(self._choose, self._drop, gap=8))
        self.setLayout(box)

    def render_brand(self, view: BrandLine, *, there: bool) -> None:
        """Show a brand; `there` says whether a folder is chosen."""
        self._swatch.render_colors(view.colors)
        self._title.render_text(view.title)
        for text, said in ((self._detail, view.detail), (self._problems, "\n".join(view.problems))):
            text.render_text(said)
            text.setVisible(bool(said))
        self._choose.render_text(_("Change…") if there else _("Choose a folder…"))
        if not there and self._drop.hasFocus():
            self._choose.setFocus()
        self._drop.setVisible(there)
        if not there:
            self._roving.point_at(0)
