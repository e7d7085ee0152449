"""What to settle first: the open question whose answer moves the gap most, and a way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.settle import SettleView
from cxaudit.ui.tokens import BUTTON_SMALL, RADIUS_ROW
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import column, fill
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.text import Text


class SettleStrip(Card):
    """The first of the open questions.

    Signals:
        answer_wanted: the id of the practice that is to be answered.
    """

    answer_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(16, 8, 8, 8), spacing=12, radius=RADIUS_ROW, stripe="control", horizontal=True)
        self._practice = ""
        self._sentence = Text("", "small", "muted")
        self.button = Button(_("Answer it"), size=BUTTON_SMALL)
        self.button.clicked.connect(lambda: self.answer_wanted.emit(self._practice))
        mark = Icon("circle-dashed", 20, "muted")
        words = QWidget()
        words.setLayout(column(Text(_("Settle this first"), "label"), self._sentence, spacing=2))
        fill(self.col, mark, words, self.button, spacing=12, margins=(16, 8, 8, 8))
        self.col.setStretch(1, 1)
        self.col.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
        self.col.setAlignment(self.button, Qt.AlignmentFlag.AlignVCenter)

    def render_views(self, views: tuple[SettleView, ...]) -> None:
        """Show the first question, and how many follow; nothing where there is none."""
        self.setVisible(bool(views))
        if not views:
            return
        first, more = views[0], len(views) - 1
        self._practice = first.practice
        text = first.sentence
        if more:
            text += " " + ngettext("{n} more after it.", "{n} more after it.", more).format(n=more)
        self._sentence.render_text(text)
        self.button.setAccessibleName(_("Answer {title}").format(title=first.title))
