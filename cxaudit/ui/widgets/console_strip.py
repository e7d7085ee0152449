"""What is left of the console on a screen that it shares with the wall.

All keys go on to the console, which lies under the wall: the strip itself never takes the focus. It tells what the
wall shows, what the keys do right now, and why nothing was done; one button takes the next step.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid
from typing_extensions import override

from cxaudit.domain.errors import CxAuditError
from cxaudit.i18n import _
from cxaudit.presentation.console_strip import AtHand, strip_words
from cxaudit.presentation.errors import error_view
from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.wall.stage import WallStage
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.console_foot import WallStrip
from cxaudit.ui.widgets.console_page import ConsolePage
from cxaudit.ui.widgets.focus_moves import FocusMoves
from cxaudit.ui.widgets.layout import column, holder
from cxaudit.ui.widgets.paint import painter
from cxaudit.ui.widgets.text import Text

_WIDE, _ROOMY = 900, 1180
"""From these widths on, px at 100 %, there is room for what goes without saying, and for what has a key anyway."""


class ConsoleStrip(WallStrip):
    """The strip of a console's page."""

    def __init__(self, parts: ConsolePage, stage: WallStage) -> None:
        self._head, self._text = Text("", "label", lines=1), Text("", "caption", "muted", lines=1)
        self._problem = Text("", "smallstrong", "warn", lines=2)
        foot = parts.foot
        keys = ((foot.open, "PgDn"), (foot.reveal, "R"), (foot.close_button, "L"), (foot.next, "PgDn"))
        self.mains = {known: Button(known.text(), "primary", key=key, size=BUTTON_SMALL) for known, key in keys}
        super().__init__(
            holder(column(self._head, self._text, self._problem, spacing=0)), *self.mains.values(), lines=1
        )
        self.swap.render_text(_("Console"))
        self._parts, self._stage = parts, stage
        self._connect()
        self._render()
        self._render_stage()

    def _connect(self) -> None:
        stage, parts = self._stage, self._parts
        acts = {self.swap: stage.swap, self.blank: stage.toggle_blank, self.freeze: stage.toggle_freeze}
        acts |= {button: known.click for known, button in self.mains.items()}
        for button, act in acts.items():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
        for changed in (parts.changed, parts.table.counted, parts.ballot.told, parts.tally.told):
            changed.connect(self._render)
        for field in parts.talk.fields:
            field.edit.textChanged.connect(self._render)
        FocusMoves(self).moved.connect(self._render)
        stage.changed.connect(self._render_stage)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the lines on what the keys do now, or why nothing was done."""
        return (self._problem.text(),) if self._problem.text() else (self._head.text(), self._text.text())

    def tell_error(self, error: CxAuditError) -> None:
        """Say that something failed; the page tells more."""
        self._parts.say(error_view(error).title)

    def _render(self) -> None:
        if not isValid(self._parts) or self._parts.shown is None:
            return  # the page that it is of may be gone a moment before it
        head, text = strip_words(*self._parts.shown, self._at_hand())
        self._head.render_text(head)
        self._text.render_text(text)
        self._problem.render_text(self._parts.said)
        for line in (self._head, self._text, self._problem):
            line.setVisible((line is self._problem) == bool(self._parts.said))
        for known, button in self.mains.items():
            button.setVisible(not known.isHidden())
            button.setEnabled(known.isEnabled())

    def _at_hand(self) -> AtHand:
        parts = self._parts
        if (cards := parts.table.at_hand) is not None:
            return AtHand(cards[0], filled=cards[1])
        for pad in (parts.ballot, parts.tally):
            if pad.isVisible():
                return AtHand(pad.head)
        focused = parts.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit) and focused.hasFocus():
            text = focused.text() if isinstance(focused, QLineEdit) else focused.toPlainText()
            return AtHand(focused.accessibleName(), text)
        return AtHand()

    def _render_stage(self) -> None:
        self.render_line(self._stage.line, _("X brings the console back"))
        self.render_wall(blank=self._stage.blank, frozen=self._stage.frozen)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter(self) as p:
            p.fillRect(QRectF(0, 0, self.width(), 1), color("control"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.title.setVisible(self.width() >= px(_WIDE))
        for part in (self.blank, self.freeze):
            part.setVisible(self.width() >= px(_ROOMY))
