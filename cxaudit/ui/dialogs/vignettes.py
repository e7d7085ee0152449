"""Practise: short firms to rate, one practice after the other, each with the authors' level and why. Nothing is kept.

Digits choose, Return goes on, Esc leaves at any point.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.presentation.vignettes import practise_title, rated, verdict, vignette_view
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import ADVANCE_GUARD_MS
from cxaudit.ui.widgets.answer_rows import AnswerRow
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Banner, Card
from cxaudit.ui.widgets.key_press import digit
from cxaudit.ui.widgets.layout import clear, column
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.text import Text

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Practise(Dialog):
    """All firms, one rated practice at a time."""

    guard_ms = ADVANCE_GUARD_MS

    def __init__(self, parent: QWidget, pack: Pack) -> None:
        super().__init__(
            parent, practise_title(pack), _("Nothing that you choose here is kept, scored or rescaled."), width=760
        )
        self._pack, self._step = pack, 0
        self.chosen: int | None = None
        self._fresh = True
        self._since = QElapsedTimer()
        self._place = Text("", "small", "muted")
        self._firm, self._story = Text("", "strong"), Text("", "body")
        self._question = Text("", "heading")
        self.rows = [AnswerRow(level, slim=True) for level in range(1, 6)]
        for row in self.rows:
            row.clicked.connect(partial(self.choose, row.digit))
        self._roving = Roving(self, self.rows)
        self._verdict = QVBoxLayout()
        body = column(
            Card(self._place, self._firm, self._story, margins=(20, 14, 20, 16), fill_role="sunken", spacing=4),
            8,
            self._question,
            column(*self.rows, spacing=6),
            self._verdict,
            None,
        )
        self.content.addLayout(body)
        self.least = self.most = max(px(240), min(px(640), parent.height() - px(190)))
        self.area.verticalScrollBar().rangeChanged.connect(self._to_end)
        self.add_buttons(_("Next"), _("Leave"))
        self._next = self.accept_button or Button()
        self._next.clicked.disconnect()
        self._next.clicked.connect(self.go_on)
        self._show()

    def _show(self) -> None:
        """Show the step at hand, without a verdict."""
        view = vignette_view(self._pack, self._step)
        self.chosen, self._fresh = None, True
        clear(self._verdict)
        self._place.render_text(view.place)
        self._firm.render_text(view.firm)
        self._story.render_text(view.text)
        self._question.render_text(view.question)
        for row, anchor in zip(self.rows, view.anchors, strict=True):
            row.render_row(anchor, chosen=False)
        self._next.render_text(_("Done") if view.last else _("Next"))
        self._next.setEnabled(False)
        self._roving.point_at(0)
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    def choose(self, level: int) -> None:
        """Choose a level: tells how the authors rate it. Another choice may follow; it changes nothing."""
        if self._since.isValid() and self._since.elapsed() < self.guard_ms:
            return
        self.chosen = level
        view, told = vignette_view(self._pack, self._step), verdict(self._pack, self._step, level)
        for row, anchor in zip(self.rows, view.anchors, strict=True):
            row.render_row(anchor, chosen=row.digit == level, aside=_("Authors") if row.digit == view.level else "")
        clear(self._verdict)
        banner = Banner("good" if told.same else "info", told.said, told.why)
        self._verdict.addWidget(banner)
        self._next.setEnabled(True)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._to_end()

    def _to_end(self) -> None:
        """Keep the verdict in view, which makes what scrolls longer."""
        if self.chosen is not None and isValid(self.area):  # its range changes once more while it is destroyed
            self.area.verticalScrollBar().setValue(self.area.verticalScrollBar().maximum())

    @override
    def follow_focus(self) -> None:
        if self._fresh:  # a firm is shown from its top
            self._fresh = False
            self.area.verticalScrollBar().setValue(0)
        else:
            super().follow_focus()

    def go_on(self) -> None:
        """Go to the next practice, after the last one leave."""
        if self.chosen is None:
            return
        self._since.start()
        if self._step + 1 < len(rated(self._pack)):
            self._step += 1
            self._show()
        else:
            self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        level = digit(event)
        if level is not None:
            if level and not event.isAutoRepeat():
                self.choose(level)
        elif event.key() in _RETURNS and not event.isAutoRepeat():
            self.go_on()
        else:
            super().keyPressEvent(event)


def practise(parent: QWidget, pack: Pack) -> None:
    """Show the firms to practise on."""
    Practise(parent, pack).exec()
