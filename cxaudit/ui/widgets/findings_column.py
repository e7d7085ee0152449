"""The right half of the results: largest gaps, first actions, claimed against shown, and the overall number last."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.results import ResultsView
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.finding_rows import ActionRow, GapRow, OverallRow, ProofRow, RowList
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.text import Text

WIDTH = 432
LEAST = 320


class FindingsColumn(QWidget):
    """Gaps, actions, overall."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps_title, self._no_gaps = Text("", "strong"), Text("", "small", "muted")
        self._actions_title, self._no_actions = Text("", "strong"), Text("", "small", "muted")
        self.gap_button = Button("", "link", size=BUTTON_SMALL)
        self.plan_button = Button(_("See the plan"), "link", size=BUTTON_SMALL)
        self.gaps, self.first = RowList(_("Largest gaps")), RowList(_("First actions"))
        self.overall = OverallRow()
        self.proof = RowList(_("Claimed against shown"))
        self._proof_card = Card(self.proof, margins=(12, 8, 12, 8))
        gaps_head = row(self._gaps_title, self.gap_button, margins=(8, 0, 8, 0))
        gaps_head.setStretch(0, 1)
        actions_head = row(self._actions_title, self.plan_button, margins=(8, 0, 8, 0))
        actions_head.setStretch(0, 1)
        self._whys, self._guess = Text("", "small", "muted"), Text("", "small")
        texts = (self._no_gaps, self._no_actions, self._whys, self._guess)
        self._empty = {text: holder(column(text, margins=(8, 4, 8, 4))) for text in texts}
        no_gaps, no_actions, why, guess = self._empty.values()
        margins = (12, 10, 12, 12)
        self.setLayout(
            column(
                Card(gaps_head, self.gaps, no_gaps, margins=margins, spacing=4),
                Card(actions_head, self.first, no_actions, margins=margins, spacing=4),
                self._proof_card,
                Card(self.overall, why, guess, margins=(12, 8, 12, 8), spacing=0),
                None,
                spacing=12,
            )
        )
        self.setMinimumWidth(px(LEAST))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), super().sizeHint().height())

    def render_view(self, view: ResultsView) -> None:
        """Show gaps, actions and the overall number."""
        self._gaps_title.render_text(view.gaps_title)
        self._actions_title.render_text(view.actions_title)
        self.gap_button.render_text(view.gap_line)
        self.gap_button.setVisible(bool(view.gap_line))
        self.gaps.render_rows([GapRow(i, g) for i, g in enumerate(view.findings.gaps, 1)])
        self.first.render_rows([ActionRow(a) for a in view.actions])
        self.overall.render_view(view.findings.overall)
        self.proof.render_rows([ProofRow(view.proof)] if view.proof else [])
        self._proof_card.setVisible(view.proof is not None)
        self._say(self._guess, view.prediction)
        self._say(self._no_gaps, view.no_gaps)
        self._say(self._no_actions, "" if view.actions else view.no_actions)
        self._say(self._whys, view.findings.overall.why_none)
        self.gaps.setVisible(bool(view.findings.gaps))
        self.first.setVisible(bool(view.actions))

    def _say(self, text: Text, words: str) -> None:
        text.render_text(words)
        self._empty[text].setVisible(bool(words))
