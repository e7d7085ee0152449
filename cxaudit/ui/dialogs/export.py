"""Where the report is to be written: a name that is filled in, a folder, and Return writes it."""

from __future__ import annotations

import os
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

    def __init__(self, parent: QWidget, folder: Path, name: str, made: Path) -> None:
        super().__init__(parent, _("Export PDF"), width=560)
        self._folder, self._made = folder, made
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
    def path(self) -> Path | None:
        """Return the path that is asked for, in the folder that is typed with the name if one is; None without a name.

        A path may be typed, from the root or from the folder that is shown.
        """
        folder, name = os.path.split(self._name.text.strip())
        stem = safe_name(name.removesuffix(ENDING))
        return self._folder / folder / f"{stem}{ENDING}" if stem else None

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder of the report"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._place.render_text(chosen)
            self._say()

    def _say(self) -> None:
        taken = self.path is not None and self.path.is_file()
        self._note.render_text(_("A report of this name is there already. It will be replaced.") if taken else "")
        self._note.setVisible(taken)

    def _check(self) -> None:
        problem = self._problem()
        if problem:
            self._name.render_problem(problem)
        else:
            self.accept()

    def _problem(self) -> str:
        if self.path is None:
            return _("Write a name of letters or digits.")
        folder = self.path.parent
        try:
            if folder == self._made:
                folder.mkdir(parents=True, exist_ok=True)
            if folder.is_dir():
                return ""
        except OSError as error:
            told = _("The folder {folder} cannot be used ({reason}). Choose another one.")
            return told.format(folder=folder, reason=error.strerror or error)
        return _("There is no folder {folder}. Choose a folder that is there.").format(folder=folder)


def ask_export(parent: QWidget, folder: Path, name: str, made: Path) -> Path | None:
    """Ask where the report goes; None where nothing is to be written. The folder `made` need not be there yet."""
    dialog = _ExportDialog(parent, folder, name, made)
    return dialog.path if dialog.exec() else None


def export_report(parent: QWidget, session: Session, sections: tuple[str, ...] | None = None) -> None:
    """Ask where the report goes and have it written in the background."""
    document, ours = session.document, session.services.documents_folder
    folder = document.path.parent if document is not None and not session.sample else ours
    path = ask_export(parent, folder, report_file_name(session.assessment.organisation), ours)
    if path is not None:
        session.export_report(path, sections)
