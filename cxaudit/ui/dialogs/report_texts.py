"""The texts of one section of the report, to put in one's own words. What is typed is kept at once, as a note is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.presentation.report_sections import REPORT_SECTIONS
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.layout import column
from cxaudit.ui.widgets.report_text import ReportText


class ReportTextsDialog(Dialog):
    """Every text of a section that may be one's own. Each change is an edit of its own, to be undone like any."""

    def __init__(self, parent: QWidget, session: Session, section: str) -> None:
        view = report_view(session.pack, session.assessment, session.report.options)
        titles = {known.id: known.title for known in (*REPORT_SECTIONS, *view.sections)}  # lettered by their place
        title = _("Texts of “{section}”").format(section=titles[section])
        super().__init__(parent, title, _sentence(view, section), width=680)
        self.texts = tuple(ReportText(text) for text in view.texts if text.section == section)
        self.content.addLayout(column(*self.texts, spacing=20))
        for text in self.texts:
            text.written.connect(partial(session.report.set_text, text.found))
            text.entered.connect(self.accept)
        self.add_buttons(_("Done"), "")
        self.finished.connect(self._commit)
        first = next((text for text in self.texts if text.found.moved), None) or next(iter(self.texts), None)
        if first is not None:
            first.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _commit(self) -> None:
        for text in self.texts:
            text.commit()


def _sentence(view: ReportView, section: str) -> str:
    if any(text.section == section for text in view.texts):
        return _("Numbers, charts and tables stay as they are. What you type is kept at once.")
    if section in view.empty:
        return _("This section has nothing to say of this audit, so that there is nothing to put in other words.")
    return _("This section is the same in every report, so that readers can rely on it.")


def edit_texts(parent: QWidget, session: Session, section: str) -> None:
    """Put texts of a section of the report, by its id, in one's own words."""
    ReportTextsDialog(parent, session, section).exec()
