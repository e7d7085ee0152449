"""The results: the finding, the profile, what holds it down, the largest gaps, the first actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.flags import flag_views
from cxaudit.presentation.proof_card import proof_card
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.results import results_view
from cxaudit.presentation.steps import Subject
from cxaudit.ui.dialogs.arithmetic import ArithmeticSheet, show_arithmetic
from cxaudit.ui.dialogs.export import export_report
from cxaudit.ui.dialogs.flag_details import show_flag
from cxaudit.ui.dialogs.proofs import show_proofs
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.finding_rows import ActionRow, GapRow
from cxaudit.ui.widgets.findings_column import FindingsColumn
from cxaudit.ui.widgets.flow_row import FlowRow
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.page_head import PageHead
from cxaudit.ui.widgets.profile_card import ProfileColumn
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.status_line import Hint
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.turning import Turning

TURN = 760
"""Below this width (px at 100 %) the two columns stand above each other."""


class ResultsScreen(AssessmentScreen):
    """The page that opens once the review list was accepted."""

    place = "results"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sheet: ArithmeticSheet | None = None
        self.name_button = Button(_("Name the organisation"), icon_name="pencil-line")
        self.what_if_button = Button(_("What if…"), key="W")
        self.export_button = Button(_("Write the report"), "primary", key="Ctrl E")
        self.name_button.clicked.connect(lambda: self.action_wanted.emit("organisation"))
        self.what_if_button.clicked.connect(lambda: self.session.go_to("what_if"))
        self.export_button.clicked.connect(lambda: self.action_wanted.emit("export"))
        buttons = (self.name_button, self.what_if_button, self.export_button)
        self._buttons = Roving(self, way="horizontal")
        self._buttons.reset(buttons, at=2)
        self.head = PageHead(holder(FlowRow(*buttons, gap=12)))
        self.profile = ProfileColumn()
        self.profile.targets_wanted.connect(lambda: self.action_wanted.emit("targets"))
        self.profile.arithmetic_wanted.connect(self.open_arithmetic)
        self.profile.chart.opened.connect(self._open_dimension)
        self.profile.table_opened.connect(self.open_subject)
        self.profile.flag_wanted.connect(self._show_flag)
        self.findings = FindingsColumn()
        self.findings.gaps.pressed.connect(self._open_gap)
        self.findings.first.pressed.connect(self._open_action)
        self.findings.plan_button.clicked.connect(lambda: self.action_wanted.emit("plan"))
        self.findings.overall.clicked.connect(lambda: self.open_subject(Subject("overall")))
        self.findings.proof.pressed.connect(self._show_proofs)
        self.findings.gap_button.clicked.connect(lambda: self.open_subject(Subject("gap")))
        right = holder(column(self.findings, self._more(), spacing=16))
        self._last = Roving(self, (self.findings.overall, self.full_button))
        columns = Turning(TURN, (self.profile, 3), (right, 2))
        self.set_page(Scroll(holder(column(self.head, columns, None, spacing=16, margins=(32, 24, 32, 24)))))

    def _more(self) -> QWidget:
        """Return what leads on from a five-minute audit; the full one has no use for it."""
        self.full_button = Button(_("Go on to the full audit"), icon_name="list-checks")
        self.full_button.clicked.connect(lambda: self.action_wanted.emit("full"))
        words = Text(_("These were the five minutes. Your answers come along to the full audit."), "small", "muted")
        self.more = Card(words, row(self.full_button, None))
        return self.more

    @override
    def refresh(self) -> None:
        view = results_view(self._reading(), self.session.workspace.plan)
        named = bool(view.findings.organisation)
        self.name_button.render_text(_("Change name") if named else _("Name the organisation"))
        self.more.setVisible(self.session.can_go_full)
        self.head.render_head(view.findings.title, view.subtitle, sample=self.session.sample)
        self.profile.render_view(view)
        self.findings.render_view(view)

    @override
    def first_focus(self) -> QWidget:
        return self.export_button

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("A", _("arithmetic")),
            Hint("W", _("what if")),
            Hint("↑ ↓", _("choose")),
            Hint("↵", _("open")),
            Hint("Ctrl E", _("write the report")),
        )

    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() or event.key() not in {Qt.Key.Key_A, Qt.Key.Key_W}:
            return False
        if event.key() == Qt.Key.Key_A:
            self.open_arithmetic()
        else:
            self.session.go_to("what_if")
        return True

    @override
    def handle_action(self, action: str) -> bool:
        if action == "export":
            export_report(self, self.session)
            return True
        return False

    def open_arithmetic(self) -> None:
        """Open the arithmetic of the dimension at hand."""
        self._open_dimension(self.profile.chart.current)

    def _open_dimension(self, dimension: str) -> None:
        self.open_subject(Subject("dimension", dimension))

    def open_subject(self, subject: Subject) -> None:
        """Open the arithmetic of any number."""
        if self._sheet is not None:
            self._sheet.open_subject(subject)
            return
        self._sheet = show_arithmetic(self.session, subject, self)
        self._sheet.shown.connect(self._bring_out)
        self._sheet.closed.connect(self._sheet_closed)
        self._bring_out(subject)

    def _bring_out(self, subject: Subject) -> None:
        self.profile.chart.bring_out(subject.id if subject.kind == "dimension" else "")

    def _sheet_closed(self) -> None:
        self._sheet = None
        self.profile.chart.bring_out("")

    def _open_gap(self, row: GapRow) -> None:
        self.open_subject(Subject("practice", row.view.practice))

    def _open_action(self, row: ActionRow) -> None:
        self.open_subject(Subject("action", row.view.action))

    def _reading(self) -> Reading:
        workspace = self.session.workspace
        return Reading(workspace.pack, workspace.assessment, workspace.scorecard)

    def _show_proofs(self) -> None:
        card = proof_card(self._reading())
        if card is not None:
            show_proofs(card, self).answer_wanted.connect(self.session.go_to_question)

    def _show_flag(self, at: int) -> None:
        reading = self._reading()
        flag = flag_views(reading)[at]
        if show_flag(self, flag):
            self.session.go_to_question(reading.flag(flag.id).conditions[0].practice)
