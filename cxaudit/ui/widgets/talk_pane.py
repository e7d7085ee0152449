"""What the room says about a question, typed by the facilitator."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.app.closing import Part
from cxaudit.i18n import _
from cxaudit.presentation.console import ConsoleView
from cxaudit.ui.widgets.field import ProseField
from cxaudit.ui.widgets.layout import column, row

_PARTS: tuple[Part, ...] = ("low", "high", "settle", "dissent")

_STEPS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class TalkPane(QWidget):
    """What the room says about the question, in its own words; nobody is named.

    Signals:
        written: which part of `Talk` was typed, and the text.
    """

    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        hint = _("In the room's own words. Nobody is named.")
        self._low = ProseField(_("Those who see it lower say"), lines=1, placeholder=hint)
        self._high = ProseField(_("Those who see it higher say"), lines=1, placeholder=hint)
        self._settle = ProseField(_("What would settle it"), lines=1, placeholder=_("Which evidence, and who has it"))
        self.dissent = ProseField(_("Dissent note"), lines=1, placeholder=_("What some cannot live with: no names"))
        self.fields = (self._low, self._high, self._settle, self.dissent)
        for part, field in zip(_PARTS, self.fields, strict=True):
            field.committed.connect(partial(self.written.emit, part))
            field.edit.installEventFilter(self)
        upper = row(self._low, self._high, spacing=12)
        self.setLayout(column(upper, row(self._settle, self.dissent, spacing=12), spacing=6))

    def render_view(self, view: ConsoleView) -> None:
        """Show a view, once there is something to talk about; the dissent note of a closed question stays as it is."""
        self.setVisible(view.phase in {"reveal", "locked"})
        talk = view.talk
        for field, text in zip(self.fields, (talk.low, talk.high, talk.settle, view.dissent), strict=True):
            field.render_text(text)
        self.dissent.edit.setReadOnly(view.locked)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys of a clicker to the page: no field is so high that it has pages to turn."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def commit(self) -> None:
        """Send what is typed now."""
        for field in self.fields:
            field.commit()
