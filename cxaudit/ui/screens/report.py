"""The report: its own pages beside its sections and all that is chosen for it, made anew after each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from typing_extensions import override

from cxaudit.app.reporting import PageImage
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.brand_line import brand_line
from cxaudit.presentation.client_copy import left_out
from cxaudit.presentation.report_forms import form_of
from cxaudit.presentation.report_screen import ReportScreenView, report_screen_view
from cxaudit.presentation.section_places import section_on, shift_of
from cxaudit.ui.dialogs.client_copy import ask_client_copy
from cxaudit.ui.dialogs.export import export_report
from cxaudit.ui.dialogs.printing import print_report
from cxaudit.ui.dialogs.report_texts import edit_texts
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.layout import column, holder
from cxaudit.ui.widgets.page_pane import PagePane
from cxaudit.ui.widgets.report_panes import ReportPanes
from cxaudit.ui.widgets.report_side import ReportSide
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.section_list import SectionList
from cxaudit.ui.widgets.status_line import Hint
from cxaudit.ui.widgets.text import Text

_PAUSE_MS = 200
"""So long after the last change the pages are made anew."""


class ReportScreen(AssessmentScreen):
    """The report before it is written."""

    place = "report"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._view: ReportScreenView | None = None
        self._places: Mapping[str, int] = {}
        self._following = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.sections, self.pages, self.side = SectionList(), PagePane(), ReportSide()
        self._title, self._line = Text("", "heading"), Text("", "small", "muted")
        head = column(self._title, self._line, spacing=2, margins=(20, 16, 16, 8))
        tools = column(self.sections.tools, margins=(16, 10, 16, 16))
        listed = Scroll(holder(column(self.sections, None, margins=(12, 4, 8, 8))))
        left = column(head, listed, tools, spacing=0)
        left.setStretch(1, 1)
        self.panes = ReportPanes(holder(left), self.pages, self.side)
        self.set_page(self.panes)
        self._listen()

    def _listen(self) -> None:
        report, sections, side = self.session.report, self.sections, self.side
        report.changed.connect(self._refresh_if_shown)
        report.pages_changed.connect(self._take_pages)
        report.page_painted.connect(self._take_page)
        self.pages.sheets.wanted.connect(self._want)
        self.pages.strip.wanted.connect(self._want_small)
        self.pages.page_changed.connect(self._follow)
        self.panes.turned.connect(self.hints_changed)
        sections.shown.connect(self._show_section)
        sections.toggled.connect(report.toggle)
        sections.moved.connect(report.move)
        sections.texts_wanted.connect(self._edit_texts)
        side.form_chosen.connect(report.choose_form)
        side.paper_chosen.connect(report.choose_paper)
        side.brand.chosen.connect(self._choose_brand)
        side.brand.dropped.connect(lambda: report.choose_brand(None))
        side.copy_button.clicked.connect(lambda: ask_client_copy(self, self.session))
        side.command_button.clicked.connect(self._copy_command)
        side.name_button.clicked.connect(lambda: self.action_wanted.emit("organisation"))
        side.write_button.clicked.connect(lambda: self.action_wanted.emit("export"))
        side.print_button.clicked.connect(lambda: print_report(self, self.session))

    # ------------------------------------------------------------------ what is shown
    @property
    def chosen(self) -> tuple[str, ...] | None:
        """Return the sections that are in, None for all."""
        return self.session.report.choices.sections

    @property
    def waits(self) -> bool:
        """Return whether newer pages are on their way."""
        return self._pause.isActive() or self.session.report.busy or self.pages.waits

    @override
    def enter(self) -> None:
        super().enter()
        self._take_pages()  # what was made before the screen was, or while it was away
        self._look()

    @override
    def refresh(self) -> None:
        session, report = self.session, self.session.report
        path = session.document.path if session.document is not None else None
        view = self._view = report_screen_view(
            session.pack, session.assessment, report.options, path, report.form, report.brand_folder
        )
        self._title.render_text(view.title)
        self.side.render_form(form_of(report.form), report.paper)
        copy = report.kept is not None or form_of(report.form).group == "audit"
        whole = _("The whole report, with notes and names.")
        self.side.render_copy(left_out(report.kept or ()) if copy else whole, copy=copy)
        self.side.render_file(view.file_name, view.order)
        self._render_seen()
        self._pause.start()
        self._render_news()

    def _render_seen(self) -> None:
        """Show what is known of the pages: where sections begin, how many there are, the brand, what went wrong."""
        seen, folder, view = self.session.report.seen, self.session.report.brand_folder, self._view
        if view is None:
            return
        if seen is None and self.pages.sheets.count:
            self._places = {}
            self.pages.render_pages(())
        begins = {} if seen is None else {name: str(page + 1) for name, page in seen.places.items()}
        self.sections.render_sections(view.sections, begins)
        n = self.pages.sheets.count
        told = [_("Sample")] if self.session.sample else []
        told += [view.line, *((ngettext("{n} page", "{n} pages", n).format(n=n),) if n else ())]
        self._line.render_text(" · ".join(told))
        kit, problem = (None, "") if seen is None else (seen.kit, seen.brand_problem)
        self.side.brand.render_brand(brand_line(folder, kit, problem), there=folder is not None)
        if problem:  # the command would stop where the window goes on without the brand
            view = self._view = replace(view, order=tuple(s for s in view.order if not s.startswith("--brand")))
            self.side.render_file(view.file_name, view.order)
        self.side.render_warnings(() if seen is None else seen.warnings)

    def _render_news(self) -> None:
        busy = self._pause.isActive() or self.session.report.busy
        self.pages.render_news(_("Updating…") if busy else "")

    # ------------------------------------------------------------------ pages
    def _look(self) -> None:
        """Have the pages made as the report is now."""
        self._pause.stop()
        if self.isVisible() and self.session.has_assessment:
            self.session.report.look()
            self._render_news()

    def _take_pages(self) -> None:
        seen = self.session.report.seen
        if seen is not None and self.session.has_assessment:
            here = section_on(self._places, self.pages.sheets.page, self.sections.at)
            shift = shift_of(self._places, seen.places, here)
            self._places, self._following = seen.places, False
            self.pages.render_pages(seen.pages.sizes, shift)
            self._following = True
            self._render_seen()
        self._render_news()

    def _take_page(self, page: int, scale: float, image: PageImage) -> None:
        self.pages.take_page(page, scale, image)

    def _want(self, pages: list[int], scale: float) -> None:
        self.session.report.want(pages, scale)

    def _want_small(self, pages: list[int], scale: float) -> None:
        self.session.report.want(pages, scale, small=True)

    def _follow(self) -> None:
        """Let the section of the page at hand be the one at hand."""
        here = section_on(self._places, self.pages.sheets.page, self.sections.at)
        if self._following and here:
            self.sections.point_at(here)
        titles = {section.id: section.title for section in self._view.sections} if self._view else {}
        self.pages.name_section(titles.get(here, ""))

    def _show_section(self, section: str) -> None:
        page = self._places.get(section)
        if page is not None:
            self.panes.show_pages()
            self.pages.sheets.show_page(page)

    # ------------------------------------------------------------------ choices
    def _edit_texts(self, section: str) -> None:
        edit_texts(self, self.session, section)

    def _choose_brand(self) -> None:
        report = self.session.report
        start = report.brand_folder or self.session.services.documents_folder
        chosen = QFileDialog.getExistingDirectory(self, _("Folder of the brand"), str(start))
        if chosen:
            report.choose_brand(Path(chosen))

    def _copy_command(self) -> None:
        if self._view is not None:
            QApplication.clipboard().setText(self._view.command)

    # ------------------------------------------------------------------ keys
    @override
    def first_focus(self) -> QWidget:
        return self.panes.tabs if self.panes.narrow else self.side.write_button

    @override
    def hints(self) -> tuple[Hint, ...]:
        here = QApplication.focusWidget()
        write = Hint("Ctrl E", _("write"))
        if here in self.sections.rows:
            return (
                Hint("Space", _("take or leave")),
                Hint("↵", _("its page")),
                Hint("Alt ↑ ↓", _("move")),
                Hint("T", _("texts")),
                write,
            )
        if here is self.pages.sheets:
            return (Hint("PgUp PgDn", _("page")), Hint("+ -", _("zoom")), Hint("0", _("fit")), write)
        return (Hint("PgUp PgDn", _("page")), write)

    @override
    def handle_action(self, action: str) -> bool:
        if action == "export":
            export_report(self, self.session, self.session.report.form)
            return True
        return False

    @override
    def scroll_page(self, by: int) -> None:
        if not self.panes.page(by):
            self.pages.turn(by)
