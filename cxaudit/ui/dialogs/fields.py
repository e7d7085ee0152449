"""Short questions with one field: the organisation's name, the date, a reason. Each returns the answer or None."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.widgets.field import LineField, ProseField


def ask_organisation(parent: QWidget, now: str) -> str | None:
    """Ask for the organisation's name."""
    sentence = _("It stands on the report's cover and in its file name. You may leave it empty.")
    return _ask_line(parent, _("Name the organisation"), sentence, _("Organisation"), now, _("Keep the name"))


def ask_date(parent: QWidget, now: str | None) -> str | None:
    """Ask for the date of the assessment; an empty answer means none. Only a real day is taken."""
    sentence = _("The only date that the report prints. Without one it prints none.")
    dialog, field = _line_dialog(parent, _("Date of the assessment"), sentence, _("Date, as in 2026-11-20"), now or "")

    def check() -> None:
        if not field.text.strip() or is_day(field.text.strip()):
            dialog.accept()
        else:
            field.render_problem(_("There is no such day. Write the year, month and day, as in 2026-11-20."))

    dialog.add_buttons(_("Keep the date"))
    _rewire(dialog, field, check)
    return field.text.strip() if dialog.exec() else None


def ask_reason(parent: QWidget, title: str, sentence: str, accept: str, now: str = "") -> str | None:
    """Ask for a reason; an empty one is not taken."""
    dialog = Dialog(parent, title, sentence)
    field = ProseField(_("Reason"))
    field.render_text(now)
    dialog.content.addWidget(field)

    def check() -> None:
        if field.text.strip():
            dialog.accept()
        else:
            field.render_problem(_("Write a few words, so that others can follow it."))
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    dialog.add_buttons(accept)
    if dialog.accept_button is not None:
        dialog.accept_button.clicked.disconnect()
        dialog.accept_button.clicked.connect(check)
    first = dialog.accept_button if now and dialog.accept_button is not None else field.edit
    first.setFocus(Qt.FocusReason.OtherFocusReason)  # a reason that stands already is kept with Return
    return field.text.strip() if dialog.exec() else None


def _ask_line(parent: QWidget, title: str, sentence: str, label: str, now: str, accept: str) -> str | None:
    dialog, field = _line_dialog(parent, title, sentence, label, now)
    dialog.add_buttons(accept)
    _rewire(dialog, field, dialog.accept)
    return field.text.strip() if dialog.exec() else None


def _line_dialog(parent: QWidget, title: str, sentence: str, label: str, now: str) -> tuple[Dialog, LineField]:
    dialog = Dialog(parent, title, sentence)
    field = LineField(label)
    field.render_text(now)
    dialog.content.addWidget(field)
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog, field


def _rewire(dialog: Dialog, field: LineField, accept: object) -> None:
    field.entered.connect(accept)
    if dialog.accept_button is not None:
        dialog.accept_button.clicked.disconnect()
        dialog.accept_button.clicked.connect(accept)


def is_day(text: str) -> bool:
    """Return whether a text is a day as in 2026-11-20."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
