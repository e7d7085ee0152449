"""What if: raise or lower any answer and see what moves. Nothing of it reaches the record."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.app.what_if import WhatIf
from cxaudit.i18n import _
from cxaudit.presentation.lift import lifts_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.what_if import banner, what_if_view
from cxaudit.ui.dialogs.lifts import show_lifts
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Banner, Card
from cxaudit.ui.widgets.change_cards import ChangeCards
from cxaudit.ui.widgets.layout import column, holder
from cxaudit.ui.widgets.page_head import PageHead
from cxaudit.ui.widgets.panes import Panes
from cxaudit.ui.widgets.status_line import Hint
from cxaudit.ui.widgets.trial_rows import TrialRows

TURN = 840
"""Below this width (px at 100 %) the answers stand above what moves."""
MOST_STEPS = 200
_KEYS = Qt.Key


class WhatIfScreen(AssessmentScreen):
    """The page of trials. What is tried is kept by the session until one leaves the page, and nowhere else."""

    place = "what_if"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._trail: list[WhatIf] = []
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._begin_at_top)
        title, words = banner()
        self.back_button = Button(_("Back to the results"), key="Esc")
        self.back_button.clicked.connect(self._leave)
        self.clear_button = Button(_("Take all back"), "quiet", key="R")
        self.clear_button.clicked.connect(self._clear)
        self.banner = Banner("warn", title, words)
        self.head = PageHead(self.clear_button, self.back_button)
        top = holder(column(self.banner, self.head, spacing=12))
        self.rows = TrialRows()
        self.rows.chosen.connect(self._set)
        self.rows.stepped.connect(self._step)
        self.rows.taken_back.connect(self._take_back)
        self.rows.lift_wanted.connect(self.show_lifts)
        self.changes = ChangeCards()
        self.panes = Panes(top, Card(self.rows, margins=(4, 4, 4, 8)), self.changes, TURN)
        self.panes.turned.connect(lambda: self._laid_out.start(0))
        self.set_page(self.panes)

    # ------------------------------------------------------------------ showing
    @property
    def _trial(self) -> WhatIf:
        return self.session.trial()

    @override
    def enter(self) -> None:
        self._trail = []
        self.rows.at = 1
        super().enter()
        for practice in list(self._trial.tried)[:1]:
            self.rows.point_at(practice)
        self._laid_out.start(0)

    def _begin_at_top(self) -> None:
        """Show the banner first; the row at hand where something is tried already."""
        self.panes.first_scroll.verticalScrollBar().setValue(0)
        if self._trial.levels:
            self.rows.show_row()

    @override
    def refresh(self) -> None:
        view = what_if_view(self._trial)
        self.head.render_head(view.title, view.line, sample=self.session.sample)
        self.clear_button.setEnabled(view.tried > 0)
        self.rows.render_groups(view.groups)
        self.changes.render_view(view)

    @override
    def first_focus(self) -> QWidget:
        return self.rows

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("↑ ↓", _("choose")),
            Hint("← →", _("change")),
            Hint("⌫", _("take back")),
            Hint("Esc", _("leave, forget all")),
            Hint("1 … 5", _("set")),
            Hint("L", _("what lifts it")),
        )

    @override
    def scroll_page(self, by: int) -> None:
        self.panes.first_scroll.page(by)

    # ------------------------------------------------------------------ trying
    def _try(self, trial: WhatIf) -> None:
        if trial is not self._trial:
            self._trail = [*self._trail[-MOST_STEPS:], self._trial]
            self.session.set_trial(trial)
            announce(self.rows, self.head.title.text())

    def _set(self, practice: str, level: int) -> None:
        self._try(self._trial.trying({practice: level}))

    def _take_back(self, practice: str) -> None:
        self._try(self._trial.without(practice))

    def _step(self, practice: str, by: int) -> None:
        self._try(self._trial.raised(practice) if by > 0 else self._trial.lowered(practice))

    def _clear(self) -> None:
        self._try(self._trial.cleared())
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.session.go_to("results")

    def show_lifts(self, dimension: str) -> None:
        """Open what lifts a dimension by one level from where the trial stands."""
        trial = self._trial
        reading = Reading(trial.pack, trial.after.assessment, trial.after.scorecard)
        sheet = show_lifts(lifts_view(reading, dimension), self)
        sheet.tried.connect(self._try_levels)

    def _try_levels(self, levels: tuple[tuple[str, int], ...]) -> None:
        self._try(self._trial.trying(dict(levels)))
        self.rows.point_at(levels[0][0])

    @override
    def handle_action(self, action: str) -> bool:
        return action in {"undo", "redo"}  # the record is out of reach from here

    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo) and self._trail:
            self.session.set_trial(self._trail.pop())
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key == _KEYS.Key_Escape:
            self._leave()
        elif key == _KEYS.Key_R:
            self._clear()
        elif key == _KEYS.Key_L and self.rows.dimension:
            self.show_lifts(self.rows.dimension)
        else:
            return False
        return True
