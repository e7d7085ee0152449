"""One text of the report to put in one's own words: the words in a field, below it what the program says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.report_texts import EditableText
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.field import LineField, ProseField
from cxaudit.ui.widgets.layout import Flip, column, holder, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.text import Text

_LONG = 180
"""A text of more characters than this gets a higher field."""
_TURN = 480
"""Below this width (px at 100 %) a button stands below its sentence."""
_NEAR = 0.8
"""How much is left is told once so much of the room is used."""


class ReportText(QWidget):
    """A field with the words that are printed; where they are a person's own, the program's words stand below it.

    Signals:
        written: what is to be printed, as soon as it is typed; empty for the program's words.
        entered: Return was pressed in a text of one line.
    """

    written = Signal(str)
    entered = Signal()

    def __init__(self, found: EditableText) -> None:
        super().__init__()
        self.found = found
        hint = found.own or _("Nothing is printed here as long as it is empty.")
        if found.line:
            self.field = LineField(found.label, placeholder=hint, most=found.most)
            self.field.entered.connect(self.entered)
        else:
            lines = 4 if len(found.text) > _LONG else 2
            self.field = ProseField(found.label, placeholder=hint, lines=lines, most=found.most)
        self.field.render_text(found.text)
        self._left = Text("", "caption", "muted")
        self._own = Text(_("The program says: {text}").format(text=found.own), "small", "muted")
        self.back_button = Button(_("Back to the program's words"), icon_name="history", size=BUTTON_SMALL)
        self.back_button.setAccessibleDescription(found.label)
        self.holds_button = Button(_("It still holds"), icon_name="check", size=BUTTON_SMALL)
        self.holds_button.setAccessibleDescription(f"{found.label}. {found.moved}")
        moved = row(Icon("triangle-alert", 16, "warn"), Text(found.moved, "small"))
        moved.setStretch(1, 1)
        self._moved = Flip(holder(moved), holder(row(self.holds_button, None)), _TURN, spacing=6)
        self._edited = Flip(self._own, holder(row(self.back_button, None)), _TURN, spacing=6)
        self.setLayout(column(self.field, self._left, self._moved, self._edited, spacing=6))
        self._connect()
        self._show(found.text, moved=bool(found.moved))

    def _connect(self) -> None:
        self.field.committed.connect(self._write)
        self.field.edit.textChanged.connect(self._count)
        self.back_button.clicked.connect(self._go_back)
        self.holds_button.clicked.connect(self._confirm)

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.field.text

    def commit(self) -> None:
        """Send what is typed now."""
        self.field.commit()

    def _write(self, text: str) -> None:
        self.written.emit(text)
        self._show(text, moved=False)

    def _go_back(self) -> None:
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.render_text(self.found.own)
        self._write("")
        announce(self, _("The program's words are back."))

    def _confirm(self) -> None:
        """Keep one's own words for what they are about today."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write(self.text)

    def _show(self, text: str, *, moved: bool) -> None:
        edited = bool(self.found.own.strip() and text.strip()) and text.strip() != self.found.own
        self._edited.setVisible(edited)
        self._moved.setVisible(moved)
        told = (self.found.moved if moved else "", self._own.text() if edited else "")
        self.field.edit.setAccessibleDescription(" ".join(part for part in told if part))
        self._count()

    def _count(self) -> None:
        used = len(self.text)
        near = used > _NEAR * self.found.most
        self._left.render_text(_("{used} of {most} characters").format(used=used, most=self.found.most) if near else "")
        self._left.setVisible(near)
