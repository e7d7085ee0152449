"""The column of a question: progress, dimension and number, question, rows, tools. Nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.question import QuestionView
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import COLUMN
from cxaudit.ui.widgets.answer_rows import AnswerRows
from cxaudit.ui.widgets.flow_row import FlowRow
from cxaudit.ui.widgets.layout import centred, column, holder, row
from cxaudit.ui.widgets.marks import Tag
from cxaudit.ui.widgets.question_tools import QuestionTools
from cxaudit.ui.widgets.steps import Steps
from cxaudit.ui.widgets.text import Text


class QuestionColumn(QWidget):
    """One question, at most 760 px wide."""

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.tools = AnswerRows(), QuestionTools()
        self._steps = Steps()
        self._dimension = Text("", "label", "accent_strong", wrap=False)
        self.place = Text("", "body", "muted", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        self._question = Text("", "title")
        self._quick = Tag(_("From the five-minute audit"), icon_name="timer")
        self._carried = Text("", "small", "accent_strong")
        self._aside = Text("", "small", "muted")
        self._rule = Text("", "small", "muted")
        self._leads = [QSpacerItem(0, 0) for _lead in range(3)]
        col = QVBoxLayout()
        col.setSpacing(0)
        col.addWidget(self._steps)
        col.addSpacerItem(self._leads[0])
        head = row(holder(FlowRow(self._dimension, self._quick, gap=10)), self.place)
        head.setStretch(0, 1)
        col.addLayout(head)
        col.addSpacing(px(4))
        col.addWidget(self._question)
        col.addWidget(self._aside)
        col.addWidget(self._carried)
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
        self._first_rule = ""
        self._start: QWidget | None = None

    @property
    def place_to_answer(self) -> QWidget:
        """Return what takes the focus first: the row of the answer.

        Of an answer that waits to be confirmed and that no row shows, it is "does not apply", or "don't know": Return
        must not make a level of it.
        """
        return self._start or self.rows.current

    def is_answering(self, focus: QWidget | None) -> bool:
        """Return whether the focus is where a question is answered, so that it goes on to the next one."""
        return focus is not None and (self.rows.isAncestorOf(focus) or focus is self.tools.aside)

    def render_view(self, view: QuestionView) -> None:
        """Show a view."""
        self._steps.render_steps(view.steps, view.said)
        self._dimension.render_text(view.dimension)
        self.place.render_text(view.place)
        self._question.render_text(view.question)
        for text, words in ((self._aside, view.aside), (self._carried, view.carried)):
            text.render_text(words)
            text.setVisible(bool(words))
        self._quick.setVisible(view.quick)
        self._first_rule = view.help.rules[0] if view.number == 1 else ""
        self.render_filtered("")
        self.rows.render_rows(view.anchors, view.chosen)
        self.tools.render_view(view)
        unseen = bool(view.carried) and view.chosen is None
        self._start = (self.tools.aside if view.set_aside else self.rows.rows[-1]) if unseen else None

    def render_filtered(self, filtered: str) -> None:
        """Say which filters of the list are on, while it is folded away."""
        self._rule.render_text(filtered or self._first_rule)
        self._rule.setVisible(bool(filtered or self._first_rule))

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
