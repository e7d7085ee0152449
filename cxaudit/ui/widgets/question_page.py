"""The page of a question: the list at the left, the column, a drawer at the right. List and drawer take turns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from cxaudit.ui.theme import px
from cxaudit.ui.tokens import COLUMN, LIST
from cxaudit.ui.widgets.drawer import Drawer
from cxaudit.ui.widgets.question_column import QuestionColumn
from cxaudit.ui.widgets.question_list import QuestionList
from cxaudit.ui.widgets.scroll import Scroll

_LOW = 654
_NARROW = 320
_ROOMY = COLUMN + 64
"""So wide is the column with its margins; the list stands beside it by itself where that much is left."""


class QuestionPage(QWidget):
    """Arranges column, list and drawers in the room that there is.

    In a full audit the list is shown where there is room, until it is folded away; it can be shown anywhere.

    Signals:
        list_turned: the list was shown or folded away, by whatever.
    """

    list_turned = Signal()

    def __init__(self, column: QuestionColumn, questions: QuestionList, drawers: Mapping[str, Drawer]) -> None:
        super().__init__()
        self.column, self.questions, self._drawers = column, questions, drawers
        self.open = ""
        self.full = False
        self._list_wanted: bool | None = None
        self.area = Scroll(column)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(questions)
        across.addWidget(self.area, 1)
        questions.hide()
        for drawer in drawers.values():
            across.addWidget(drawer)
            drawer.hide()

    def render_mode(self, *, full: bool) -> None:
        """Say whether this is a full audit, which shows its list by itself."""
        if full != self.full:
            self.full, self._list_wanted = full, None
            self.fit()

    # ------------------------------------------------------------------ the list
    @property
    def list_shown(self) -> bool:
        """Return whether the list is shown, or would be if this page were."""
        if self.open:
            return False
        if self._list_wanted is not None:
            return self._list_wanted
        return self.full and self.width() - px(LIST) >= px(_ROOMY)

    def want_list(self, *, shown: bool | None) -> None:
        """Show the list, fold it away, or leave that to the room (None)."""
        self._list_wanted = shown
        self.fit()

    # ------------------------------------------------------------------ drawers
    def show_drawer(self, name: str) -> None:
        """Show one drawer, and no other; an empty name closes it."""
        self.open = name
        self.fit()
        for other, drawer in self._drawers.items():
            drawer.setVisible(other == name)
        self.fit()

    def focus_answers(self) -> None:
        """Give the focus to the scale."""
        self.area.show()
        self.column.rows.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def at_side(self) -> bool:
        """Return whether the focus is in the list or a drawer."""
        here = self.focusWidget() or self
        sides = (self.questions, *self._drawers.values())
        return any(side.isVisible() and side.isAncestorOf(here) for side in sides)

    # ------------------------------------------------------------------ room
    def fit(self) -> None:
        """Share out the room."""
        listed = self.list_shown
        turned = listed == self.questions.isHidden()
        self.questions.setVisible(listed)
        drawer = self._drawers.get(self.open)
        left = self.width() - (drawer.width() if drawer else px(LIST) if listed else 0)
        self.area.setVisible(left >= px(_NARROW))
        beside = drawer is not None or (listed and left < px(_ROOMY))
        self.column.set_room(compact=self.height() < px(_LOW), beside=beside)
        if turned:
            self.list_turned.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
