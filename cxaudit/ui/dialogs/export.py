"""Where the report is to be written: a name that is filled in, a folder, and Return writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.file_names import report_file_name, safe_name
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.session import Session
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.layout import column, row
from cxaudit.ui.widgets.text import Text

ENDING = ".pdf"


class _ExportDialog(Dialog):
    """Name and folder of the report."""

    def __init__(self, parent: QWidget, folder: Path, name: str) -> None:
        super().__init__(parent, _("Export PDF"), width=560)
        self._folder = folder
        self._name = LineField(_("File name"), most=200)
        self._name.render_text(name)
        self._place = Text(str(folder), "small", "muted")
        self._note = Text("", "small", "muted")
        browse = Button(_("Change folder"), icon_name="folder-open", size=BUTTON_SMALL)
        browse.clicked.connect(self._browse)
        where = row(column(Text(_("Folder"), "label"), self._place, spacing=2), browse, spacing=12)
        where.setStretch(0, 1)
        self.content.addWidget(self._name)
        self.content.addLayout(where)
        self.content.addWidget(self._note)
        self.add_buttons(_("Write the report"))
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self._check)
        self._name.entered.connect(self._check)
        self._name.edit.textChanged.connect(self._say)
        self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self._name.edit, QLineEdit):
            self._name.edit.setSelection(0, len(name.removesuffix(ENDING)))
        self._say()

    @property
    def path(self) -> Path:
        """Return the path that is asked for; without a name that of the folder."""
        name = safe_name(self._name.text.strip().removesuffix(ENDING))
        return self._folder / f"{name}{ENDING}" if name else self._folder

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder of the report"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._place.render_text(chosen)
            self._say()

    def _say(self) -> None:
        taken = self.path != self._folder and self.path.exists()
        self._note.render_text(_("A report of this name is there already. It will be replaced.") if taken else "")
        self._note.setVisible(taken)

    def _check(self) -> None:
        if self.path == self._folder:
            self._name.render_problem(_("Write a name of letters or digits."))
        else:
            self.accept()


def ask_export(parent: QWidget, folder: Path, name: str) -> Path | None:
    """Ask where the report goes; None where nothing is to be written."""
    dialog = _ExportDialog(parent, folder, name)
    return dialog.path if dialog.exec() else None


def export_report(parent: QWidget, session: Session, sections: tuple[str, ...] | None = None) -> None:
    """Ask where the report goes and have it written in the background."""
    document = session.document
    folder = document.path.parent if document is not None and not session.sample else session.services.documents_folder
    path = ask_export(parent, folder, report_file_name(session.assessment.organisation))
    if path is not None:
        session.export_report(path, sections)
