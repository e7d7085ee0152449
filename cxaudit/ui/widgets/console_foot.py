"""What stands under the levels: how many are in, what to do now, and the buttons that do it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.console import ConsoleView, Foot
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.text import Text


class ConsoleFoot(Card):
    """One line of the state at hand. Its buttons: open, here, reveal, again, close, unlock, next."""

    def __init__(self) -> None:
        self._number = Text("", "number", wrap=False)
        self._head = Text("", "label")
        self._text = Text("", "small", "muted")
        self._said = Text("", "smallstrong", "warn")
        self.open = Button(_("Open the vote"), "primary", key="PgDn", icon_name="play")
        self.here = Button(_("Present"), key="=", icon_name="users")
        self.reveal = Button(_("Reveal"), "primary", key="R", icon_name="eye")
        self.again = Button(_("Vote again"), key="V")
        self.close_button = Button(_("Lock"), "primary", key="L", icon_name="lock")
        self.unlock = Button(_("Open again"), key="U")
        self.next = Button(_("Next question"), "primary", key="PgDn", icon_name="arrow-right")
        words = column(self._head, self._text, self._said, spacing=2)
        line = row(self._number, words, *self.buttons, spacing=12)
        line.setStretch(1, 1)
        super().__init__(holder(line), fill_role="tint", edge=None, margins=(16, 10, 16, 10))
        self.say("")

    @property
    def said(self) -> str:
        """Return why nothing was done at last, or nothing."""
        return self._said.text()

    def say(self, text: str) -> None:
        """Say in place of the sentence why nothing was done, or nothing."""
        self._said.render_text(text)
        self._said.setVisible(bool(text))
        self._text.setVisible(not text)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Return all buttons in their order."""
        return (self.open, self.here, self.reveal, self.again, self.close_button, self.unlock, self.next)

    def render_view(self, view: ConsoleView, foot: Foot) -> None:
        """Show a view."""
        self._number.render_text(foot.number)
        self._number.setVisible(bool(foot.number))
        self._head.render_text(foot.head)
        self._text.render_text(foot.text)
        vote = view.vote
        if vote is not None and vote.here:
            self.here.render_text(vote.here)
        shown = {
            self.open: view.phase == "read",
            self.here: vote is not None and bool(vote.here),
            self.reveal: vote is not None and not vote.waits,
            self.again: view.phase == "reveal" and not view.locked,
            self.close_button: view.phase == "reveal" and not view.locked,
            self.unlock: view.locked,
            self.next: view.phase == "locked",
        }
        self.reveal.setEnabled(vote is not None and vote.ready)
        focused = next((button for button in self.buttons if button.hasFocus()), None)
        for button, visible in shown.items():
            button.setVisible(visible)
        if focused is not None and not focused.isVisible() and (main := self.main) is not None:
            main.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def main(self) -> QWidget | None:
        """Return the button that goes on, where it can be pressed; where none does, the one that opens again."""
        mains = (self.open, self.reveal, self.close_button, self.next, self.unlock)
        return next((b for b in mains if not b.isHidden() and b.isEnabled()), None)


class WallStrip(Card):
    """The line that always says what the wall shows, with what can be done about it."""

    def __init__(self, beside: QWidget | None = None, *buttons: QWidget, lines: int = 0) -> None:
        """Make the line, with more words beside it and more buttons; its texts take so many lines, or any (0)."""
        self._says = Text("", "label", lines=lines)
        self._where = Text("", "caption", "muted", lines=lines)
        self.swap = Button(_("Swap"), "quiet", key="X", icon_name="arrow-left-right", size=32)
        self.blank = Button(_("Blank"), "quiet", key="B", icon_name="eye-off", size=32)
        self.freeze = Button(_("Freeze"), "quiet", key="F", icon_name="snowflake", size=32)
        words = column(self._says, self._where, spacing=0)
        self.title = Text(_("Wall shows:"), "small", "muted", wrap=False)
        line = row(self.title, words, *((beside,) if beside else ()), *buttons, self.swap, self.blank, self.freeze)
        line.setStretch(1, 1)
        if beside is not None:
            line.setStretchFactor(beside, 1)
        super().__init__(holder(line), margins=(20, 4, 16, 4), edge=None, radius=0)
        self._roving = Roving(self, (self.swap, self.blank, self.freeze), way="horizontal")

    @property
    def says(self) -> str:
        """Return what the wall shows, as it is told."""
        return self._says.text()

    def render_wall(self, *, blank: bool, frozen: bool) -> None:
        """Show whether the wall is blank, or keeps what it shows."""
        self.blank.render_on(on=blank, text=_("Show again") if blank else _("Blank"))
        self.freeze.render_on(on=frozen, text=_("Let go on") if frozen else _("Freeze"))

    def render_line(self, says: str, where: str) -> None:
        """Show what the wall shows, and where it stands."""
        self._says.render_text(says)
        self._where.render_text(where)
        self._where.setVisible(bool(where))
