"""One action of the plan in full: why, first step, done when; owner, due date, and what is decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.plan import CardView
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.fields import is_day
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.field import LineField, ProseField
from cxaudit.ui.widgets.layout import column, row
from cxaudit.ui.widgets.text import Text

Status = Literal["open", "done", "accepted"]
_STATES: tuple[Status, ...] = ("open", "done", "accepted")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about an action; `due` is ISO 8601 or None."""

    status: Status
    reason: str
    owner: str
    due: str | None


class _ActionDialog(Dialog):
    """The details of a card."""

    def __init__(self, parent: QWidget, card: CardView, sources: str) -> None:
        super().__init__(parent, card.title, card.explanation, width=600)
        for label, text in (
            (_("Why"), card.why),
            (_("First step this week"), card.first_step),
            (_("Done when"), card.done_when),
            (_("Sources"), sources),
        ):
            if text:
                self.content.addLayout(column(Text(label, "smallstrong", "muted"), Text(text, "body"), spacing=2))
        self._owner = LineField(_("Owner"), placeholder=card.role)
        self._owner.render_text(card.owner_set)
        self._due = LineField(_("Due, as in 2026-11-20"), most=10)
        self._due.render_text(card.due)
        fields = row(self._owner, self._due, spacing=16)
        fields.setStretch(0, 1)
        fields.setAlignment(self._due, Qt.AlignmentFlag.AlignTop)
        fields.setAlignment(self._owner, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(fields)
        status: Status = card.status if card.status != "waiting" else "open"
        self._at = _STATES.index(status)
        choice = Segments((_("Open"), _("Done"), _("Not now")), _("Status"), self._at)
        choice.chosen.connect(self._choose)
        self.content.addLayout(column(Text(_("Status"), "label"), choice, spacing=6))
        self._reason = ProseField(_("Accepted, not now: the reason"), lines=2)
        self._reason.render_text(card.reason)
        self.content.addWidget(self._reason)
        self._choose(self._at)
        self.add_buttons(_("Keep"))
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self._check)
        self._owner.entered.connect(self._check)
        self._due.entered.connect(self._check)
        self._owner.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, at: int) -> None:
        self._at = at
        self._reason.setVisible(_STATES[at] == "accepted")

    def _check(self) -> None:
        due, reason = self._due.text.strip(), self._reason.text.strip()
        wrong_day = bool(due) and not is_day(due)
        no_reason = _STATES[self._at] == "accepted" and not reason
        self._due.render_problem(_("Write a real day, year first.") if wrong_day else "")
        self._reason.render_problem(_("Write why, so that others can follow it.") if no_reason else "")
        if wrong_day:
            self._due.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif no_reason:
            self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.accept()

    @property
    def decision(self) -> Decision:
        """Return what was decided."""
        status = _STATES[self._at]
        reason = self._reason.text.strip() if status == "accepted" else ""
        return Decision(status, reason, self._owner.text.strip(), self._due.text.strip() or None)


def decide_action(parent: QWidget, card: CardView, sources: str) -> Decision | None:
    """Show an action and return what was decided about it, or None."""
    dialog = _ActionDialog(parent, card, sources)
    return dialog.decision if dialog.exec() else None
