"""Text fields: a label above, the field, an error with its cure below. What was typed is sent when it is left.

A field sends `committed` when the focus leaves it, on Return in a single line, and half a second after the last key,
so that nothing typed is lost.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.layout import column, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.text import Text

_PAUSE_MS = 500
_MOST = 20_000
"""Characters that a document keeps of a text."""

_LOWEST = 54
"""Height of a field of several lines, at least: what the style sheet asks for."""


class _Field(QWidget):
    """What both kinds share: label, error line, when to send.

    Signals:
        committed: the text as it is now, where it differs from what was shown.
    """

    committed = Signal(str)

    def __init__(self, label: str, edit: QLineEdit | QPlainTextEdit, *, show_label: bool = True) -> None:
        super().__init__()
        self.edit = edit
        self._sent = ""
        edit.setAccessibleName(label)
        title = Text(label, "label")
        title.setBuddy(edit)
        self._error = Text("", "small", "flag")
        self._problem = QWidget()
        self._problem.setLayout(row(Icon("triangle-alert", 16, "flag"), self._error, spacing=6))
        self._problem.hide()
        parts = (title, edit, self._problem) if show_label else (edit, self._problem)
        self.setLayout(column(*parts, spacing=6))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.commit)
        edit.textChanged.connect(self._timer.start)
        edit.installEventFilter(self)

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.edit.toPlainText() if isinstance(self.edit, QPlainTextEdit) else self.edit.text()

    def render_text(self, text: str) -> None:
        """Show a text, unless it is being typed in right now."""
        self._sent = text
        if text == self.text or (self.edit.hasFocus() and self._timer.isActive()):
            return
        self.edit.blockSignals(True)
        if isinstance(self.edit, QPlainTextEdit):
            self.edit.setPlainText(text)
        else:
            self.edit.setText(text)
        self.edit.blockSignals(False)

    def render_problem(self, problem: str) -> None:
        """Say what is wrong and how to mend it; an empty text clears it."""
        self._error.render_text(problem)
        self._problem.setVisible(bool(problem))
        self.edit.setAccessibleDescription(problem)
        self.edit.setProperty("invalid", "true" if problem else "false")
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)

    def commit(self) -> None:
        """Send the text now, where it is new."""
        self._timer.stop()
        if self.text != self._sent:
            self._sent = self.text
            self.committed.emit(self._sent)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return False


class LineField(_Field):
    """One line.

    Signals:
        entered: Return was pressed; `committed` came before it.
        left: the focus left it, or Return was pressed.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, label: str, *, placeholder: str = "", show_label: bool = True, most: int = 500) -> None:
        edit = QLineEdit()
        edit.setPlaceholderText(placeholder)
        edit.setMaxLength(most)
        super().__init__(label, edit, show_label=show_label)
        self._line = edit
        edit.returnPressed.connect(self._enter)
        edit.editingFinished.connect(self.left)

    def show_start(self) -> None:
        """Show the beginning of a text that is longer than the field."""
        self._line.home(False)

    def _enter(self) -> None:
        self.commit()
        self.entered.emit()


class ProseField(_Field):
    """Several lines, at most so many characters; Tab leaves it."""

    def take_focus(self) -> None:
        """Take the focus, with the cursor at the end."""
        self._prose.moveCursor(QTextCursor.MoveOperation.End)
        self._prose.setFocus(Qt.FocusReason.OtherFocusReason)

    def __init__(
        self, label: str, *, placeholder: str = "", lines: int = 3, show_label: bool = True, most: int = _MOST
    ) -> None:
        edit = QPlainTextEdit()
        edit.setPlaceholderText(placeholder)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(px(max(24 + 20 * lines, _LOWEST)))
        edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._prose, self._most, self._was_cut = edit, most, False
        super().__init__(label, edit, show_label=show_label)
        edit.textChanged.connect(self._keep_to_limit)

    def _keep_to_limit(self) -> None:
        """Cut off what is longer than is kept, and say so."""
        cut = len(self.text) > self._most
        if cut:
            self._prose.blockSignals(True)
            self._prose.setPlainText(self.text[: self._most])
            self._prose.blockSignals(False)
            self._prose.moveCursor(QTextCursor.MoveOperation.End)
        if cut or self._was_cut:
            told = _("Only {most} characters fit here. The rest was cut off.").format(most=self._most) if cut else ""
            self.render_problem(told)
        self._was_cut = cut
