"""NOT SAVED: the journal cannot be written. It stays until another place is chosen or it works again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.files import ask_save
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.text import Text


class NotSaved(Dialog):
    """Says that what is typed is only in memory, and offers another place."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        sentence = _("Your last answers are only in memory. Free some space, or keep the audit in another place.")
        super().__init__(parent, _("NOT SAVED"), sentence)
        self._window, self._session = parent, session
        if session.status is not None and session.status.problem:
            reason = _("The reason given: {reason}").format(reason=session.status.problem)
            self.content.addWidget(Text(reason, "small", "muted"))
        self.add_buttons(_("Keep it in another place…"), _("Go on without saving"))
        if self.accept_button is not None:
            self.accept_button.setFocus()
        self.accepted.connect(self._move)
        session.status_changed.connect(self._check)

    def _check(self) -> None:
        status = self._session.status
        if status is None or status.journal_ok:
            self.reject()

    def _move(self) -> None:
        document = self._session.document
        if document is None:
            return
        path = ask_save(self._window, document.path)
        if path is not None:
            self._session.save_as(path)
