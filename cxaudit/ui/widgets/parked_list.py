"""What a workshop put aside, as a list in the plan: what, on which question it came up, and who takes it on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.parked import ParkedView
from cxaudit.presentation.words import DOT
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import clear, column
from cxaudit.ui.widgets.text import Text


class ParkedList(QWidget):
    """The parking lot under its title; hidden where nothing was parked."""

    def __init__(self) -> None:
        super().__init__()
        self._views: tuple[ParkedView, ...] = ()
        self._title = Text("", "strong")
        self._card = Card(margins=(16, 12, 16, 12), spacing=12)
        self.setLayout(column(self._title, self._card, spacing=8))
        self.hide()

    def render_views(self, views: tuple[ParkedView, ...]) -> None:
        """Show the items."""
        self.setVisible(bool(views))
        if views == self._views:
            return
        self._views = views
        self._title.render_text(_("Parked in the workshop ({count})").format(count=len(views)))
        clear(self._card.col)
        for view in views:
            self._card.col.addLayout(_item(view))


def _item(view: ParkedView) -> QVBoxLayout:
    where = DOT.join(part for part in (view.line, view.practice) if part)
    text = Text(view.text, "body", "muted" if view.dropped else "ink")
    return column(text, Text(where, "small", "muted"), spacing=2)
