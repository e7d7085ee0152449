"""Where the report is to be written: a name that is filled in, a folder, and Return writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.file_names import report_file_name
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.file_place import FilePlace
from cxaudit.ui.session import Session


class _ExportDialog(Dialog):
    """Name and folder of the report."""

    def __init__(self, parent: QWidget, folder: Path, name: str, made: Path) -> None:
        super().__init__(parent, _("Export PDF"), width=560)
        taken = _("A report of this name is there already. It will be replaced.")
        self.place = FilePlace(folder, name, made, title=_("Folder of the report"), taken=taken)
        self.content.addWidget(self.place)
        self.add_buttons(_("Write the report"))
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self._check)
        self.place.name.entered.connect(self._check)
        self.place.take_focus()

    def _check(self) -> None:
        if self.place.check():
            self.accept()


def ask_export(parent: QWidget, folder: Path, name: str, made: Path) -> Path | None:
    """Ask where the report goes; None where nothing is to be written. The folder `made` need not be there yet."""
    dialog = _ExportDialog(parent, folder, name, made)
    return dialog.place.path if dialog.exec() else None


def export_report(parent: QWidget, session: Session) -> None:
    """Ask where the report goes and have it written in the background."""
    ours = session.services.documents_folder
    path = ask_export(parent, session.folder, report_file_name(session.assessment.organisation), ours)
    if path is not None:
        session.report.write(path)
