"""The parking lot: putting something aside, and seeing to each item before the session ends."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.app.parking import LONGEST_OWNER, LONGEST_TEXT, drop, give, reword
from cxaudit.app.workshop import end_session
from cxaudit.domain.workshop import Parked
from cxaudit.i18n import _
from cxaudit.presentation.refusals import refusal_words
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.fields import is_day
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.choice import Check
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.text import Text

_MOST = 460
"""Height of the items before they scroll, px at 100 %."""


def ask_parked(parent: QWidget) -> str | None:
    """Ask what is put aside."""
    sentence = _("What is to be talked about later? At the end it gets an owner.")
    dialog = Dialog(parent, _("Parking lot"), sentence)
    field = LineField(_("What"), most=500)
    dialog.content.addWidget(field)

    def check() -> None:
        if field.text.strip():
            dialog.accept()
        else:
            field.render_problem(_("Write a few words."))

    dialog.add_buttons(_("Park it"))
    if dialog.accept_button is not None:
        dialog.accept_button.clicked.disconnect()
        dialog.accept_button.clicked.connect(check)
    field.entered.connect(check)
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    return field.text.strip() if dialog.exec() else None


class _Item(Card):
    """One parked item: in which words, who sees to it by when, or that it is dropped."""

    def __init__(self, item: Parked) -> None:
        self.what = LineField(_("What"), show_label=False, most=LONGEST_TEXT)
        self.what.render_text(item.text)
        self.what.show_start()
        self._before = self.what.text
        self.owner = LineField(_("Who sees to it"), most=LONGEST_OWNER)
        self.owner.render_text(item.owner)
        self.due = LineField(_("By when"), placeholder=_("as in 2026-11-20"), most=10)
        self.due.render_text(item.due or "")
        self.dropped = Check(_("Drop it"), on=item.dropped)
        fields = row(self.owner, self.due, spacing=12)
        for field in (self.owner, self.due):
            fields.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        fields.setStretch(0, 2)
        fields.setStretch(1, 1)
        super().__init__(self.what, holder(fields), self.dropped, margins=(14, 10, 14, 10), spacing=6)
        self.dropped.toggled.connect(self._turn)
        self._turn(item.dropped)

    def _turn(self, dropped: bool) -> None:  # noqa: FBT001 - Qt's signal brings it
        for field in (self.owner, self.due):
            field.edit.setEnabled(not dropped)

    @property
    def reworded(self) -> str:
        """Return the words where they were changed, else an empty text."""
        return "" if self.what.text == self._before else self.what.text.strip()

    def check(self) -> QWidget | None:
        """Say what is missing, and return the field that it is missing in."""
        for field in (self.what, self.owner, self.due):
            field.render_problem("")
        if not self.what.text.strip():
            self.what.render_problem(_("Write a few words."))
            return self.what.edit
        if self.dropped.isChecked():
            return None
        if not self.owner.text.strip():
            self.owner.render_problem(_("Name somebody, or drop it."))
            return self.owner.edit
        if self.due.text.strip() and not is_day(self.due.text.strip()):
            self.due.render_problem(_("Write the year, month and day, as in 2026-11-20."))
            return self.due.edit
        return None


class EndDialog(Dialog):
    """Ends the session: each parked item gets somebody or is dropped first."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        sentence = _("What the room decided stays. A later session can go on.")
        super().__init__(parent, _("End the workshop"), sentence, width=640)
        self._room = session.room
        self._pack, self.most = session.pack, _MOST
        self.items = [_Item(item) for item in session.room.at.workshop.parked]
        self._problem = Text("", "small", "flag")
        self._problem.hide()
        if self.items:
            self.content.addWidget(Text(_("Parking lot: who sees to what?"), "label"))
            self.content.addLayout(column(*self.items, spacing=8))
        self.content.addWidget(self._problem)
        self.add_buttons(_("End the workshop"), danger=True)
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self.check)
        for item in self.items:
            for field in (item.what, item.owner, item.due):
                field.entered.connect(self.check)
        if self.items:
            self.items[0].owner.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Keep what was said about the items, and end where nothing is missing."""
        missing = [field for field in (item.check() for item in self.items) if field is not None]
        if missing:
            missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for place, item in enumerate(self.items):
            due = item.due.text.strip()
            if item.reworded:
                self._room.run(reword, place, item.reworded)
            if item.dropped.isChecked():
                self._room.run(drop, place)
            else:
                self._room.run(give, place, item.owner.text, date.fromisoformat(due) if due else None)
        outcome = end_session(self._room.at)
        if hasattr(outcome, "why"):
            self._problem.render_text(refusal_words(self._pack, outcome))  # pyright: ignore[reportArgumentType]
            self._problem.show()
            return
        self.accept()
        self._room.do(outcome)


def end_workshop(parent: QWidget, session: Session) -> None:
    """End the workshop once it is confirmed."""
    EndDialog(parent, session).exec()
