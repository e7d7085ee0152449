"""The quiet buttons under the rows: note and evidence, fact-check, mark, does not apply, help. One Tab stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.question import QuestionView
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.flow_row import FlowRow
from cxaudit.ui.widgets.roving import Roving


class QuestionTools(QWidget):
    """The tools of one question.

    Signals:
        note_wanted, fact_wanted, mark_wanted, set_aside_wanted, help_wanted: a button was pressed.
    """

    note_wanted = Signal()
    fact_wanted = Signal()
    mark_wanted = Signal()
    set_aside_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._note = Button(_("Note and evidence"), "quiet", key="N", icon_name="pencil-line")
        self._fact = Button(_("Fact-check"), "quiet", key="C", icon_name="search")
        self._mark = Button(_("Mark"), "quiet", key="F", icon_name="flag")
        self._aside = Button(_("Does not apply"), "quiet", key="A", icon_name="circle-slash")
        self._help = Button(_("Help"), "quiet", key="?")
        self._buttons = (self._note, self._fact, self._mark, self._aside, self._help)
        signals = (self.note_wanted, self.fact_wanted, self.mark_wanted, self.set_aside_wanted, self.help_wanted)
        for button, signal in zip(self._buttons, signals, strict=True):
            button.clicked.connect(signal)
        self.setLayout(FlowRow(*self._buttons, gap=2))
        self._roving = Roving(self, self._buttons, way="horizontal")
        self.setAccessibleName(_("Tools"))

    def render_view(self, view: QuestionView) -> None:
        """Show what is there already, and what the question allows."""
        written = bool(view.note or view.evidence)
        self._note.render_text(_("Note and evidence (written)") if written else _("Note and evidence"))
        checked = view.fact is not None and view.fact.written
        self._fact.render_text(_("Fact-check (filled in)") if checked else _("Fact-check"))
        self._mark.render_on(on=view.marked, text=_("Marked") if view.marked else _("Mark"))
        self._aside.render_on(on=bool(view.set_aside), text=_("Does not apply"))
        self._fact.setVisible(view.fact is not None)
        self._aside.setVisible(view.may_not_apply)
        if self._roving.current is None or self._roving.current.isHidden():
            self._roving.point_at(0)

    @property
    def aside(self) -> QWidget:
        """Return the tool that sets a question aside."""
        return self._aside

    @property
    def has_fact(self) -> bool:
        """Return whether the question has a fact-check."""
        return not self._fact.isHidden()

    def render_open(self, drawer: str) -> None:
        """Show which drawer is open: "notes", "fact", "help" or none."""
        for name, button in (("notes", self._note), ("fact", self._fact), ("help", self._help)):
            button.render_on(on=drawer == name, text=button.text())
