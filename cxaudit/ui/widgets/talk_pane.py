"""What the room says about a question, typed by the facilitator."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxaudit.domain.workshop import Talk
from cxaudit.i18n import _
from cxaudit.presentation.console import ConsoleView
from cxaudit.ui.widgets.field import ProseField
from cxaudit.ui.widgets.layout import column, row


class TalkPane(QWidget):
    """What the room says about the question, in its own words; nobody is named.

    Signals:
        written: a `Talk` with what was typed.
    """

    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        hint = _("In the room's own words. Nobody is named.")
        self._low = ProseField(_("Those who see it lower say"), lines=1, placeholder=hint)
        self._high = ProseField(_("Those who see it higher say"), lines=1, placeholder=hint)
        self._settle = ProseField(_("What would settle it"), lines=1, placeholder=_("Which evidence, and who has it"))
        self.dissent = ProseField(_("Dissent note"), lines=1, placeholder=_("What some cannot live with: no names"))
        self.fields = (self._low, self._high, self._settle, self.dissent)
        self._locked = False
        for field in self.fields:
            field.committed.connect(self._write)
        upper = row(self._low, self._high, spacing=12)
        self.setLayout(column(upper, row(self._settle, self.dissent, spacing=12), spacing=6))

    def render_view(self, view: ConsoleView) -> None:
        """Show a view, once there is something to talk about; the dissent note of a closed question stays as it is."""
        self.setVisible(view.phase in {"reveal", "locked"})
        talk, self._locked = view.talk, view.locked
        for field, text in zip(self.fields, (talk.low, talk.high, talk.settle, view.dissent), strict=True):
            field.render_text(text)
        self.dissent.edit.setReadOnly(view.locked)

    def commit(self) -> None:
        """Send what is typed now."""
        for field in self.fields:
            field.commit()

    def _write(self, _text: str) -> None:
        low, high, settle, dissent = (field.text for field in self.fields)
        self.written.emit(Talk(low=low, high=high, settle=settle, dissent="" if self._locked else dissent))
