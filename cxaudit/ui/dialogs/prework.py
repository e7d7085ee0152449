"""What the answers from before left for the room: the questions that need it, and those that can be closed at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.app.closing import lock_all_as_voted
from cxaudit.i18n import _
from cxaudit.presentation.merge import PreworkView, prework_view
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import Item, clear, column
from cxaudit.ui.widgets.text import Text


class PreworkDialog(Dialog):
    """The questions that need the room, the most split first; a button starts there."""

    def __init__(self, parent: QWidget, session: Session, view: PreworkView) -> None:
        super().__init__(parent, _("Answers from before"), width=640)
        self._session, self._view = session, view
        self._title = Text("", "title")
        self._lines = column(spacing=6)
        self.content.addWidget(self._title)
        self.content.addLayout(self._lines)
        self.close_button = Button("")
        self.close_button.clicked.connect(self._close_them)
        self.add_aside(self.close_button)
        self.add_buttons(view.start_word or _("Done"), _("Later") if view.start_word else "")
        assert self.accept_button is not None
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.accepted.connect(self._start)
        self._render()

    def _render(self) -> None:
        view = self._view
        self._title.render_text(view.title)
        clear(self._lines)
        parts: list[Item] = [Text(line, "body") for line in view.split]
        if view.blank:
            parts += [Text(view.blank_title, "label"), *(Text(line, "body") for line in view.blank)]
        parts += [Text(note, "small", "muted") for note in (*view.notes, *view.inside)]
        for part in parts:
            if isinstance(part, QWidget):
                self._lines.addWidget(part)
        self._lines.addStretch(1)
        self.close_button.setVisible(bool(view.close_word))
        self.close_button.render_text(view.close_word)

    def _close_them(self) -> None:
        """Close the questions on which the answers lie near each other, in one step that can be undone."""
        room = self._session.room
        if not room.run(lock_all_as_voted, self._view.close):
            self.reject()  # the window says why
            return
        self._view = prework_view(room.at) or self._view
        self._render()
        announce(self, self._view.title)
        if self.accept_button is not None:
            self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        if self._view.start:
            self._session.go_to_question(self._view.start)


def show_prework(parent: QWidget, session: Session) -> None:
    """Say what needs the room, where files were merged."""
    view = prework_view(session.room.at) if session.room.running else None
    if view is not None:
        PreworkDialog(parent, session, view).exec()
