"""The file at hand in a merge: its label and group, what is wrong with it in full, and the way out of the merge."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.merge import FileLine
from cxaudit.presentation.merge_problems import ProblemView
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.choice import Check, Segments
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.text import Text

_LONGEST_LABEL = 60


class FileCard(Card):
    """One file.

    Signals:
        label_typed: another label for the file's author.
        group_chosen: the label of the group.
        next_wanted: Return was pressed in the label.
        out_wanted: the file is to be taken out.
        apart_told: whether another person filled in each copy of this file.
    """

    label_typed = Signal(str)
    group_chosen = Signal(str)
    next_wanted = Signal()
    out_wanted = Signal()
    apart_told = Signal(bool)

    def __init__(self, groups: tuple[str, ...]) -> None:
        super().__init__(margins=(16, 12, 16, 14), spacing=8)
        self._groups = groups
        self._name = Text("", "label", lines=1)
        self.label = LineField(_("Label of who filled it in"), most=_LONGEST_LABEL)
        self.label.committed.connect(self.label_typed)
        self.label.entered.connect(self.next_wanted)
        self.groups = Segments(groups, _("Group"), -1)
        self.groups.chosen.connect(self._choose_group)
        self.out = Button(_("Take out"), size=BUTTON_SMALL)
        self.out.clicked.connect(self.out_wanted)
        head = row(self._name, self.out, spacing=12)
        head.setStretch(0, 1)
        group = holder(column(Text(_("Group"), "label"), self.groups, None, spacing=6))
        group.setVisible(bool(groups))
        fields = row(spacing=24)
        fields.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(group, 0, Qt.AlignmentFlag.AlignTop)
        self.apart = Check(_("Another person filled in each copy"))
        self.apart.toggled.connect(self.apart_told)
        self._problems = QVBoxLayout()
        self.col.addLayout(head)
        self.col.addLayout(fields)
        self.col.addLayout(self._problems)
        self.col.addWidget(self.apart)

    def render_file(self, line: FileLine, *, apart: bool) -> None:
        """Show a file."""
        self._name.render_text(line.name)
        self.label.render_text(line.label)
        self.groups.render_choice(self._groups.index(line.group) if line.group in self._groups else -1)
        self.label.render_problem(" ".join(f"{p.what} {p.cure}" for p in line.problems if p.about == "label"))
        clear(self._problems)
        for problem in line.problems:
            if problem.about != "label":
                self._problems.addWidget(_words(problem))
        self.apart.blockSignals(True)  # shown, not told
        self.apart.setChecked(apart)
        self.apart.blockSignals(False)
        self.apart.setVisible(apart or any(problem.may_be_apart for problem in line.problems))

    def _choose_group(self, at: int) -> None:
        self.group_chosen.emit(self._groups[at])

    def edit_label(self) -> None:
        """Let the label be typed, the old one selected."""
        self.label.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.label.edit, QLineEdit):
            self.label.edit.selectAll()

    def commit(self) -> None:
        """Send what is being typed."""
        self.label.commit()


def _words(problem: ProblemView) -> QWidget:
    details = (Text(line, "small") for line in problem.details)
    return holder(column(Text(problem.what, "label", "flag"), *details, Text(problem.cure, "small"), spacing=2))
