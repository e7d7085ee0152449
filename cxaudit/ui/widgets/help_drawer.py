"""The drawer with a question's help: what it looks like, what it is not, an example, and how to choose."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from cxaudit.i18n import _
from cxaudit.presentation.question import HelpView
from cxaudit.ui.widgets.card import Rule
from cxaudit.ui.widgets.drawer import Drawer
from cxaudit.ui.widgets.layout import clear, column, holder
from cxaudit.ui.widgets.text import Text


class HelpDrawer(Drawer):
    """Help for one question."""

    def __init__(self) -> None:
        self._words = QVBoxLayout()
        self._words.setContentsMargins(0, 0, 0, 0)
        super().__init__(_("Help"), holder(self._words))
        self._shown: HelpView | None = None

    def render_view(self, view: HelpView) -> None:
        """Show the help of a question."""
        if view == self._shown:
            return
        self._shown = view
        clear(self._words)
        small = _("In a small organisation") if view.large else _("For example")
        for title, text in (
            (small, view.example),
            (_("In a large organisation"), view.large),
            (_("It looks like"), view.looks_like),
            (_("It is not"), view.not_this),
            (_("Where the sources disagree"), view.debate),
        ):
            if not text:
                continue
            self._words.addLayout(column(Text(title, "label"), Text(text, "body"), spacing=2, margins=(0, 0, 0, 12)))
        self._words.addWidget(Rule())
        rules = column(*(Text(rule, "body") for rule in view.rules), spacing=8)
        notes = column(*(Text(note, "small", "muted") for note in view.notes), spacing=8)
        self._words.addLayout(column(Text(_("How to choose"), "label"), rules, notes, margins=(0, 12, 0, 0)))
