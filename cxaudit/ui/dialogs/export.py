"""Where a report is to be written: a name that is filled in, a folder, and Return writes it."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cxaudit.app.reporting import ReportFormat
from cxaudit.i18n import _
from cxaudit.presentation.client_copy import left_out
from cxaudit.presentation.report_forms import Group, form_file_name, form_of
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.file_place import FilePlace
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.text import Text


class ExportDialog(Dialog):
    """Name and folder of a form of the report; what a copy for the client leaves out is said once more."""

    def __init__(self, parent: QWidget, session: Session, form: ReportFormat, proposed: Path) -> None:
        found, kept = form_of(form), session.report.kept
        super().__init__(parent, found.title, found.description, width=560)
        taken = _("A file of this name is there already. It will be replaced.")
        self.place = FilePlace(
            proposed.parent,
            proposed.name,
            session.services.documents_folder,
            title=_("Folder of the file"),
            taken=taken,
            open_file=session.document.path if session.document is not None else None,
        )
        self.content.addWidget(self.place)
        if kept is not None or found.group == "audit":
            self.content.addWidget(Text(left_out(kept or ()), "small"))
        self.add_buttons(_accept(found.group))
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self._check)
        self.place.name.entered.connect(self._check)
        self.place.take_focus()

    def _check(self) -> None:
        if self.place.check():
            self.accept()
        else:
            self.place.take_focus()


def _accept(group: Group) -> str:
    return {"report": _("Write the report"), "plan": _("Write the plan"), "audit": _("Write the audit")}[group]


def export_report(
    parent: QWidget, session: Session, form: ReportFormat = "pdf", *, proposed: Path | None = None
) -> None:
    """Ask where a form of the report goes, with a place `proposed` or the usual one, and have it written."""
    name = form_file_name(session.assessment.organisation, form, copy=session.report.kept is not None)
    dialog = ExportDialog(parent, session, form, proposed or session.folder / name)
    if dialog.exec() and dialog.place.path is not None:
        session.report.write(dialog.place.path, form)


def export_elsewhere(parent: QWidget, session: Session, form: ReportFormat, refused: Path) -> None:
    """Ask again where a report goes that could not be written, with a name that is free."""
    if session.has_assessment:
        export_report(parent, session, form, proposed=free_place(refused, session.services.documents_folder))


def free_place(path: Path, otherwise: Path) -> Path:
    """Return a place like `path` where no file is; in `otherwise` where one may not write beside it."""
    folder = path.parent if os.access(path.parent, os.W_OK) else otherwise
    stem, _space, number = path.stem.rpartition(" ")
    stem = stem if stem and number.isdecimal() else path.stem
    names = (folder / f"{stem} {n}{path.suffix}" for n in count(2))
    return next(place for place in names if not os.path.lexists(place))
