"""A copy of the report for the client: what goes with it always, what only where it is ticked, what never."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.app.reporting import PrivateField
from cxaudit.i18n import _
from cxaudit.presentation.client_copy import ClientCopyView, PrivateLine, client_copy_view
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.choice import Check
from cxaudit.ui.widgets.layout import Flip, column, holder, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.text import Text

_INDENT = 30
"""Where the word of a tick begins, px at 100 %."""
_TURN = 640
"""Below this width (px at 100 %) what never goes stands below what goes always."""


class ClientCopyDialog(Dialog):
    """The list to look through before a copy is made. `kept` is what goes with it, once it was accepted.

    Where reports are copies already, they can be made whole again; `whole` says that it was asked for.
    """

    def __init__(self, parent: QWidget, view: ClientCopyView, *, is_copy: bool) -> None:
        sentence = _("Every number stays what it is. What is private stays out unless you tick it.")
        super().__init__(parent, _("A copy for the client"), sentence, width=820)
        self.whole = False
        self._ticks: dict[PrivateField, Check] = {line.id: _tick(line) for line in view.lines}
        parts = [part for line in view.lines for part in (self._ticks[line.id], _detail(line))]
        always, never = _list(_("Goes always"), "check", view.always), _list(_("Never goes"), "x", view.never)
        self.content.addLayout(
            column(
                column(Text(_("Goes only where ticked"), "strong"), 6, *parts, spacing=0),
                Flip(always, never, _TURN, equal=True, spacing=24),
                spacing=16,
            )
        )
        if is_copy:
            whole = Button(_("Write the whole report again"))
            whole.clicked.connect(self._make_whole)
            self.add_aside(whole)
        self.add_buttons(_("Keep this choice") if is_copy else _("Write copies for the client"))
        next(iter(self._ticks.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def kept(self) -> frozenset[PrivateField] | None:
        """Return the private fields that go with the copy; None where it is to be no copy."""
        return None if self.whole else frozenset(kind for kind, tick in self._ticks.items() if tick.isChecked())

    def _make_whole(self) -> None:
        self.whole = True
        self.accept()


def _tick(line: PrivateLine) -> Check:
    tick = Check(line.title, on=line.kept, aside=line.count)
    tick.setAccessibleDescription(f"{line.count}. {line.detail}")
    return tick


def _detail(line: PrivateLine) -> QWidget:
    return holder(column(Text(line.detail, "small", "muted"), margins=(_INDENT, 4, 0, 4)))


def _list(title: str, icon_name: str, lines: tuple[str, ...]) -> QWidget:
    """Return a titled list; each line has a mark of its own, so that it is told by more than its place."""
    made = column(Text(title, "strong"), spacing=6)
    for line in lines:
        mark = holder(row(Icon(icon_name, 16, "muted"), margins=(6, 2, 0, 0)))
        across = row(mark, Text(line, "small"), spacing=8)
        across.setStretch(1, 1)
        across.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        made.addLayout(across)
    made.addStretch(1)
    return holder(made)


def ask_client_copy(parent: QWidget, session: Session) -> None:
    """Ask what goes with a copy for the client; from then on reports are such copies, or whole again."""
    kept = session.report.kept
    view = client_copy_view(session.assessment, kept or frozenset())
    dialog = ClientCopyDialog(parent, view, is_copy=kept is not None)
    if dialog.exec():
        session.report.keep(dialog.kept)
