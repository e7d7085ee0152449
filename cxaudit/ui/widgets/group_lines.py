"""Fields for the groups of a room: a label and how many of it are present."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.domain.workshop import RoomGroup
from cxaudit.i18n import _
from cxaudit.presentation.room_form import MOST
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.layout import column, row


class GroupLines(QWidget):
    """Two to four groups, each with a label and a number; lines that are empty at the end are left out."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self.labels: list[LineField] = []
        self.numbers: list[LineField] = []
        col = column(spacing=6)
        words = (_("Leaders"), _("Front line"), "", "")
        for place in range(MOST):
            number_words = _("Group {number}: how many").format(number=place + 1)
            label = LineField(_("Group {number}: name").format(number=place + 1), show_label=False, most=60)
            label.render_text(words[place])
            label.edit.setPlaceholderText(_("Another group"))
            number = LineField(number_words, show_label=False, most=3)
            number.edit.setPlaceholderText(_("How many"))
            for field in (label, number):
                field.edit.textChanged.connect(changed)
            line = row(label, number, spacing=8)
            line.setStretch(0, 2)
            line.setStretch(1, 1)
            col.addLayout(line)
            self.labels.append(label)
            self.numbers.append(number)
        self.setLayout(col)

    @property
    def typed(self) -> tuple[tuple[str, str], ...]:
        """Return label and number of the groups; at least two, for one group is none."""
        lines = [(label.text, number.text) for label, number in zip(self.labels, self.numbers, strict=True)]
        used = [k for k, (label, number) in enumerate(lines) if label.strip() or number.strip()]
        return tuple(lines[: max(2, *(k + 1 for k in used))] if used else lines[:2])

    def render_groups(self, groups: Sequence[RoomGroup]) -> None:
        """Show groups as they are in a room, in place of what stands there."""
        for place, (label, number) in enumerate(zip(self.labels, self.numbers, strict=True)):
            label.render_text(groups[place].label if place < len(groups) else "")
            number.render_text(str(groups[place].present) if place < len(groups) else "")

    def render_problem(self, place: int, text: str) -> None:
        """Say what is wrong with a group, and go there."""
        for k, (label, number) in enumerate(zip(self.labels, self.numbers, strict=True)):
            label.render_problem(text if k == place else "")
            if k == place:
                field = number if label.text.strip() and not number.text.strip() else label
                field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def total(self) -> int:
        """Return how many there are in all groups."""
        typed = (number.text.strip() for number in self.numbers)
        return sum(int(text) for text in typed if text.isascii() and text.isdigit())
