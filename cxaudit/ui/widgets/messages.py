"""Messages above the page: what went wrong and its cure, what came back. They stay until they are closed.

What goes on at this moment stands above them, for as long as it does (`hold`).

messages.show_message("warn", title, sentence, button=(_("Open the backup"), open_it))
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Banner, BannerKind
from cxaudit.ui.widgets.layout import holder, row

MOST = 3


class Messages(QWidget):
    """The messages of the window, newest last, at most three."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setSpacing(px(8))
        self._banners: list[Banner] = []
        self._held: QWidget | None = None
        self._settle()

    def show_message(
        self, kind: BannerKind, title: str, sentence: str, button: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a message, with at most one thing to do about it. One that says the same makes room for it."""
        close = Button("", "quiet", icon_name="x", size=BUTTON_SMALL, name=_("Close the message"))
        parts: list[QWidget] = [close]
        if button is not None:
            word, act = button
            cure = Button(word, size=BUTTON_SMALL)
            cure.clicked.connect(act)
            parts.insert(0, cure)
        banner = Banner(kind, title, sentence, holder(row(*parts)))
        close.clicked.connect(lambda: self._remove(banner))
        for old in [b for b in self._banners if b.accessibleName() == banner.accessibleName()]:
            self._remove(old)
        self._banners.append(banner)
        self._box.addWidget(banner)
        self._settle()
        for old in self._banners[:-MOST]:
            self._remove(old)

    def clear_messages(self) -> None:
        """Take every message away."""
        for banner in list(self._banners):
            self._remove(banner)

    def hold(self, part: QWidget | None) -> None:
        """Let a part stand above the messages, in the place of one that stood there; None takes it away."""
        if self._held is not None:
            self._drop(self._held)
        self._held = part
        if part is not None:
            self._box.insertWidget(0, part)
        self._settle()

    def _remove(self, banner: Banner) -> None:
        if banner in self._banners:
            self._banners.remove(banner)
            self._drop(banner)
        self._settle()

    def _drop(self, part: QWidget) -> None:
        self._box.removeWidget(part)
        part.hide()
        part.deleteLater()

    def _settle(self) -> None:
        """Take room only where there is something to show."""
        shown = bool(self._banners) or self._held is not None
        self._box.setContentsMargins(*((px(32), px(16), px(32), 0) if shown else (0, 0, 0, 0)))
        self.setVisible(shown)
