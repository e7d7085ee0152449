"""The column of a question: progress, dimension and number, question, rows, tools. Nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.question import QuestionView
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import COLUMN
from cxaudit.ui.widgets.answer_rows import AnswerRows
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.flow_row import FlowRow
from cxaudit.ui.widgets.layout import centred, column, holder, row
from cxaudit.ui.widgets.steps import Steps
from cxaudit.ui.widgets.text import Text


class QuestionTools(QWidget):
    """The quiet buttons under the rows.

    Signals:
        note_wanted, mark_wanted, help_wanted, set_aside_wanted: a button was pressed.
    """

    note_wanted = Signal()
    mark_wanted = Signal()
    help_wanted = Signal()
    set_aside_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._note = Button(_("Note and evidence"), "quiet", key="N", icon_name="pencil-line")
        self._mark = Button(_("Mark"), "quiet", key="F", icon_name="flag")
        self._aside = Button(_("Does not apply"), "quiet", key="A", icon_name="circle-slash")
        self._help = Button(_("Help with examples"), "quiet", key="?", icon_name="circle-help")
        for button, signal in (
            (self._note, self.note_wanted),
            (self._mark, self.mark_wanted),
            (self._aside, self.set_aside_wanted),
            (self._help, self.help_wanted),
        ):
            button.clicked.connect(signal)
        self.setLayout(FlowRow(self._note, self._mark, self._aside, self._help, gap=4))

    def render_view(self, view: QuestionView) -> None:
        """Show what is there already, and what the question allows."""
        written = bool(view.note or view.evidence)
        self._note.render_text(_("Note and evidence (written)") if written else _("Note and evidence"))
        self._mark.render_on(on=view.marked, text=_("Marked") if view.marked else _("Mark"))
        self._aside.setVisible(view.may_not_apply)
        self._aside.render_on(on=bool(view.set_aside), text=_("Does not apply"))

    def render_open(self, *, notes: bool, help_: bool) -> None:
        """Show which drawer is open."""
        self._note.render_on(on=notes, text=self._note.text())
        self._help.render_on(on=help_, text=self._help.text())


class QuestionColumn(QWidget):
    """One question, at most 760 px wide."""

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.tools = AnswerRows(), QuestionTools()
        self._steps = Steps()
        self._dimension = Text("", "label", "accent_strong", wrap=False)
        self.place = Text("", "body", "muted", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        self._question = Text("", "title")
        self._aside = Text("", "small", "muted")
        self._rule = Text("", "small", "muted")
        self._leads = [QSpacerItem(0, 0) for _lead in range(3)]
        col = QVBoxLayout()
        col.setSpacing(0)
        col.addWidget(self._steps)
        col.addSpacerItem(self._leads[0])
        col.addLayout(row(self._dimension, None, self.place))
        col.addSpacing(px(4))
        col.addWidget(self._question)
        col.addWidget(self._aside)
        col.addSpacerItem(self._leads[1])
        col.addWidget(self.rows)
        col.addSpacerItem(self._leads[2])
        col.addWidget(self.tools)
        col.addWidget(holder(column(self._rule, margins=(10, 6, 10, 0))))
        col.addStretch(1)
        col.setContentsMargins(0, 0, 0, 0)
        self._inner = holder(col)
        self._across = centred(self._inner, COLUMN)
        self.setLayout(self._across)
        self.may_not_apply = False

    def render_view(self, view: QuestionView) -> None:
        """Show a view."""
        self.may_not_apply = view.may_not_apply
        self._steps.render_steps(view.steps, view.said)
        self._dimension.render_text(view.dimension)
        self.place.render_text(view.place)
        self._question.render_text(view.question)
        self._aside.render_text(view.aside)
        self._aside.setVisible(bool(view.aside))
        self._rule.render_text(view.help.rules[0])
        self._rule.setVisible(view.number == 1)
        self.rows.render_rows(view.anchors, view.chosen)
        self.tools.render_view(view)

    def set_room(self, *, compact: bool, beside: bool) -> None:
        """Use the small gaps of a low window, and the narrow margins beside a drawer."""
        side, top = (px(36), px(40)) if beside else (px(32), px(56))
        self._across.setContentsMargins(side, px(16) if compact else top, side, px(4 if compact else 16))
        for lead, (loose, tight) in zip(self._leads, ((20, 12), (20, 12), (12, 4)), strict=True):
            lead.changeSize(0, px(tight if compact else loose))
        self.rows.set_compact(compact=compact)
        self._across.invalidate()
        layout = self._inner.layout()
        if layout is not None:
            layout.invalidate()
