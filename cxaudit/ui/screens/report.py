"""The report: which sections, its summary page as paper, export, and the command that writes the same."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cxaudit.app.reporting import ReportOptions
from cxaudit.i18n import _
from cxaudit.presentation.report_screen import ReportScreenView, report_screen_view
from cxaudit.ui.dialogs.export import export_report
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.session import Session
from cxaudit.ui.tokens import BUTTON_LARGE, BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import column, holder
from cxaudit.ui.widgets.page_head import PageHead
from cxaudit.ui.widgets.paper import Paper
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.section_list import SectionList
from cxaudit.ui.widgets.status_line import Hint
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.turning import Turning

TURN = 760
"""Below this width (px at 100 %) the parts stand above each other, and the paper is left out."""


class _Parts(Turning):
    """Sections, paper and export side by side; without the paper where it is narrow."""

    @override
    def turned(self) -> None:
        self.parts[1].setVisible(not self.narrow)


class ReportScreen(AssessmentScreen):
    """The report before it is written."""

    place = "report"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._view: ReportScreenView | None = None
        self.head = PageHead()
        self.sections = SectionList()
        self.sections.toggled.connect(self._toggle)
        self.paper = Paper()
        self.export_button = Button(_("Export PDF"), "primary", key="Ctrl E", size=BUTTON_LARGE).stretch()
        self.export_button.clicked.connect(lambda: self.action_wanted.emit("export"))
        self.name_button = Button(_("Name the organisation"), icon_name="pencil-line", size=BUTTON_SMALL)
        self.name_button.clicked.connect(lambda: self.action_wanted.emit("organisation"))
        self._file_name, self._command = Text("", "body"), Text("", "caption")
        copy = Button(_("Copy the command"), "quiet", icon_name="copy", size=BUTTON_SMALL)
        copy.clicked.connect(self._copy)
        left = Card(Text(_("Sections"), "strong"), self.sections, None, margins=(12, 14, 12, 14))
        right = Card(
            Text(_("File"), "strong"),
            self._file_name,
            self.name_button,
            8,
            self.export_button,
            Text(_("A4, tagged for screen readers (PDF/UA) and for archives (PDF/A)."), "small", "muted"),
            12,
            Text(_("The same from the command line"), "smallstrong", "muted"),
            self._command,
            copy,
            None,
            margins=(20, 14, 20, 14),
        )
        parts = _Parts(TURN, (left, 4), (self.paper, 6), (right, 4), last_first=True)
        page = column(self.head, parts, spacing=16, margins=(32, 24, 32, 24))
        page.setStretch(1, 1)
        self.set_page(Scroll(holder(page)))

    @property
    def chosen(self) -> tuple[str, ...] | None:
        """Return the sections that are in, None for all."""
        return self.session.report.choices.sections

    @override
    def refresh(self) -> None:
        session = self.session
        options = ReportOptions(self.chosen, session.sample)
        path = session.document.path if session.document is not None else None
        view = self._view = report_screen_view(session.pack, session.assessment, options, path)
        self.head.render_head(view.title, view.line, sample=session.sample)
        self.sections.render_sections(view.sections)
        self.paper.render_view(view)
        self._file_name.render_text(view.file_name)
        self._command.render_text(view.command)
        named = bool(session.assessment.organisation.strip())
        self.name_button.render_text(_("Change name") if named else _("Name the organisation"))

    @override
    def first_focus(self) -> QWidget:
        return self.export_button

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (Hint("↑ ↓", _("section")), Hint("Space", _("take or leave")), Hint("Ctrl E", _("export PDF")))

    @override
    def handle_action(self, action: str) -> bool:
        if action == "export":
            export_report(self, self.session)
            return True
        return False

    def _toggle(self, section: str) -> None:
        self.session.report.toggle(section)

    def _copy(self) -> None:
        if self._view is not None:
            QApplication.clipboard().setText(self._view.command)
