"""Beside the pages of a report: in which form, on which paper, whose brand, for whom, and the button that writes it."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.report_forms import FORMS, ReportForm
from cxaudit.ui.tokens import BUTTON_LARGE, BUTTON_SMALL
from cxaudit.ui.widgets.brand_card import BrandCard
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Banner, Rule
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.menu_button import MenuButton
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text

PAPERS = ("A4", "Letter")


def _groups() -> tuple[tuple[tuple[str, str], ...], ...]:
    by_group = groupby(FORMS, key=lambda form: form.group)
    return tuple(tuple((form.id, form.title) for form in forms) for _group, forms in by_group)


class ReportSide(QWidget):
    """What is chosen for the writing. Its buttons are there to be listened to.

    Signals:
        form_chosen: the id of a form.
        paper_chosen: "A4" or "Letter".
    """

    form_chosen = Signal(str)
    paper_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._warnings: tuple[str, ...] = ()
        self._notes = QVBoxLayout()
        self.forms = MenuButton(_("Form"), _groups())
        self.forms.chosen.connect(self.form_chosen)
        self._form_words = Text("", "caption", "muted")
        self._papers = Segments(PAPERS, _("Paper"))
        self._papers.chosen.connect(self._choose_paper)
        self.brand = BrandCard()
        self._copy_words = Text("", "small", "muted")
        self.copy_button = Button(_("Copy for the client…"), size=BUTTON_SMALL)
        self._command = Text("", "caption")
        self.command_button = Button(_("Copy the command"), "quiet", icon_name="copy", size=BUTTON_SMALL)
        self.file_name = Text("", "small")
        name = _("Name the organisation")
        self.name_button = Button("", "quiet", icon_name="pencil-line", size=BUTTON_SMALL, name=name)
        self.write_button = Button(_("Write the report"), "primary", key="Ctrl E", size=BUTTON_LARGE).stretch()
        self.print_button = Button(_("Print…"), icon_name="printer", size=BUTTON_SMALL).stretch()
        self._write_roving = Roving(self, (self.write_button, self.print_button))
        box = column(Scroll(self._choices()), Rule(), self._foot(), spacing=0)
        box.setStretch(0, 1)
        self.setLayout(box)

    def _choose_paper(self, at: int) -> None:
        self.paper_chosen.emit(PAPERS[at])

    def _choices(self) -> QWidget:
        return holder(
            column(
                self._notes,
                Text(_("Form"), "label"),
                self.forms,
                self._form_words,
                8,
                Text(_("Paper"), "label"),
                row(self._papers, None),
                8,
                Text(_("Brand"), "label"),
                self.brand,
                8,
                Text(_("For whom"), "label"),
                self._copy_words,
                row(self.copy_button, None),
                8,
                Text(_("The same from the command line"), "label"),
                self._command,
                row(self.command_button, None),
                None,
                spacing=6,
                margins=(20, 16, 20, 16),
            )
        )

    def _foot(self) -> QWidget:
        name = row(self.file_name, self.name_button, spacing=8)
        name.setStretch(0, 1)
        return holder(column(name, self.write_button, self.print_button, spacing=8, margins=(20, 10, 20, 16)))

    def render_form(self, form: ReportForm, paper: str) -> None:
        """Show what is to be written, and on which paper."""
        self.forms.render_choice(form.id)
        beside = "" if form.id == "pdf" else _("The pages beside this are those of the PDF.")
        self._form_words.render_text(f"{form.description} {beside}".strip())
        words = {"report": _("Write the report"), "plan": _("Write the plan"), "audit": _("Write the audit")}
        self.write_button.render_text(words[form.group])
        self._papers.render_choice(PAPERS.index(paper))

    def render_copy(self, words: str, *, copy: bool) -> None:
        """Say for whom it is written; `copy` where something is left out."""
        self._copy_words.render_text(words)
        self._copy_words.recolour("warn" if copy else "muted")

    def render_file(self, name: str, order: tuple[str, ...]) -> None:
        """Show the file's name, and the command switch by switch."""
        self.file_name.render_text(name)
        self._command.render_text("\n".join(order))

    def render_warnings(self, warnings: tuple[str, ...]) -> None:
        """Show what could not be printed as it was written."""
        if warnings == self._warnings:
            return
        self._warnings = warnings
        clear(self._notes)
        if warnings:
            self._notes.addWidget(Banner("warn", _("Check before you write"), "\n".join(warnings)))
