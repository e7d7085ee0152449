"""Messages above the page: what went wrong and its cure, what came back. They stay until they are closed.

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
from cxaudit.ui.widgets.layout import clear, holder, row

MOST = 3


class Messages(QWidget):
    """The messages of the window, newest last, at most three."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setSpacing(px(8))
        self._banners: list[Banner] = []
        self.clear_messages()

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
        self._box.setContentsMargins(px(32), px(16), px(32), 0)
        self.show()
        for old in self._banners[:-MOST]:
            self._remove(old)

    def clear_messages(self) -> None:
        """Take every message away."""
        clear(self._box)
        self._banners = []
        self._box.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def _remove(self, banner: Banner) -> None:
        if banner in self._banners:
            self._banners.remove(banner)
            self._box.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        if not self._banners:
            self.clear_messages()
