"""Says above the page that a report is being written and how much of it is done, and lets it be cancelled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_SMALL, RADIUS_CONTROL
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import column
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.paint import box, outline, painter
from cxaudit.ui.widgets.text import Text


class _Bar(QWidget):
    """How much is done, as a bar; its words stand above it."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(px(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_share(self, share: float) -> None:
        self._share = share
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            box(p, QRectF(self.rect()), "surface", "control", 4)
            if self._share > 0:
                box(p, QRectF(0, 0, max(self._share * self.width(), self.height()), self.height()), "accent", None, 4)


class WritingBanner(Card):
    """A message that goes by itself once the report is written.

    Signals:
        cancel_wanted: the writing is to be cancelled.
    """

    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            margins=(16, 12, 16, 12),
            spacing=12,
            fill_role="tint",
            edge=outline("accent_strong"),
            radius=RADIUS_CONTROL,
            stripe="accent_strong",
            horizontal=True,
        )
        self._words, self._bar, self._stopping = Text("", "small"), _Bar(), False
        cancel = Button(_("Cancel"), size=BUTTON_SMALL)
        cancel.setAccessibleName(_("Cancel the writing of the report"))
        cancel.clicked.connect(self._stop)
        words = column(Text(_("The report is being written"), "label"), self._words, 4, self._bar, spacing=2)
        self.col.addWidget(Icon("file-text", 20, "accent_strong"), 0, Qt.AlignmentFlag.AlignTop)
        self.col.addLayout(words, 1)
        self.col.addWidget(cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.render_progress(0, 0)

    def render_progress(self, done: int, of: int) -> None:
        """Show how much is done, and of how much; nothing is yet where `done` is 0."""
        share = done / of if of else 0.0
        if not self._stopping:
            percent = _("{percent} % done").format(percent=int(100 * share))
            self._say(percent if done else _("Getting ready"))
            self._bar.render_share(share)

    def _say(self, words: str) -> None:
        self._words.render_text(words)
        self.setAccessibleName(f"{_('The report is being written')}. {words}")

    def _stop(self) -> None:
        """Say that it was heard: the writing ends at its next step."""
        self._stopping = True
        self._say(_("It is being stopped"))
        announce(self, self.accessibleName())
        self.cancel_wanted.emit()
