"""The head of a page: its title, which states the finding, one line below, and its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.marks import Tag
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.turning import TOP_LEFT, Turning

TURN = 640


class PageHead(Turning):
    """A title that may take several lines, beside its buttons; they go below it where it is narrow."""

    def __init__(self, *buttons: QWidget) -> None:
        self.title = Text("", "title")
        self.line = Text("", "small", "muted")
        self.badge = Tag(_("Sample"), "warn", "warn_tint")
        self.badge.hide()
        words = holder(column(self.badge, self.title, self.line, spacing=4))
        aside = holder(row(*buttons, spacing=12))
        super().__init__(TURN, (words, 1), (aside, 0))
        self.align(aside, TOP_LEFT)

    def render_head(self, title: str, line: str, *, sample: bool = False) -> None:
        """Show a title and the line below it, with a badge where it is about the sample."""
        self.badge.setVisible(sample)
        self.title.render_text(title)
        self.line.render_text(line)
        self.setAccessibleName(title)
