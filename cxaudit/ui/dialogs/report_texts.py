"""The texts of one section of the report, to put in one's own words. What is typed is kept at once, as a note is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_sections import REPORT_SECTIONS
from cxaudit.presentation.report_texts import EditableText
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.layout import column
from cxaudit.ui.widgets.report_text import ReportText


class ReportTextsDialog(Dialog):
    """Every text of a section that may be one's own. Each change is an edit of its own, to be undone like any."""

    def __init__(self, parent: QWidget, session: Session, section: str, texts: tuple[EditableText, ...]) -> None:
        title = next(known.title for known in REPORT_SECTIONS if known.id == section)
        sentence = _("Numbers, charts and tables stay as they are. What you type is kept at once.")
        if not texts:
            sentence = _("This section is the same in every report, so that readers can rely on it.")
        super().__init__(parent, _("Texts of “{section}”").format(section=title), sentence, width=680)
        self._session = session
        self.texts = tuple(ReportText(text) for text in texts)
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


def edit_texts(parent: QWidget, session: Session, section: str) -> None:
    """Put texts of a section of the report, by its id, in one's own words."""
    view = report_view(session.pack, session.assessment, session.report.options)
    texts = tuple(text for text in view.texts if text.section == section)
    ReportTextsDialog(parent, session, section, texts).exec()
