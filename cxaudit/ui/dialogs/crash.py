"""The crash dialog: what happened, that nothing is lost, and a text to copy. Made of stock parts on purpose."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from cxaudit.i18n import _
from cxaudit.ui.widgets.text import Text


class CrashDialog(QDialog):
    """Shows one crash."""

    def __init__(self, text: str, log: Path | None, *, saved: bool) -> None:
        super().__init__()
        self.setWindowTitle(_("Something went wrong"))
        self.resize(QSize(680, 420).boundedTo(self.screen().availableGeometry().size()))
        self.text = text
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(12)
        box.addWidget(Text(_("Something went wrong in the program"), "heading"))
        state = _("Your answers are saved.") if saved else _("Your last answers may not be saved.")
        box.addWidget(Text(f"{state} {_('You can go on; closing and starting again is safer.')}"))
        details = QPlainTextEdit(text)
        details.setReadOnly(True)
        details.setAccessibleName(_("Details"))
        box.addWidget(details, 1)
        if log is not None:
            box.addWidget(Text(_("Also kept in {path}").format(path=log), "small", "muted"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy the details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)

    def copy(self) -> None:
        """Copy the details."""
        QGuiApplication.clipboard().setText(self.text)
