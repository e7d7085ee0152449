"""The review list: what to look at again first, then the rest; at the right what follows and the one button.

Neutral badges, no level colours: no score before this was accepted.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.review import Consequence, ReviewSection, ReviewView, review_view
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.session import Session
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import ADVANCE_GUARD_MS, BUTTON_LARGE
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card, Rule
from cxaudit.ui.widgets.layout import Flip, clear, column, holder, row
from cxaudit.ui.widgets.marks import Icon, Tag
from cxaudit.ui.widgets.review_parts import Lines, ReviewRowButton, count
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.status_line import Hint
from cxaudit.ui.widgets.text import Text

_SIDE = 340
_LOOKS = {
    "open": ("circle-dashed", "muted"),
    "thin": ("circle-slash", "muted"),
    "claimed": ("file-text", "warn"),
    "good": ("circle-check", "good"),
}


class ReviewScreen(AssessmentScreen):
    """The list after the last question."""

    place = "answer"
    guard_ms = ADVANCE_GUARD_MS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._since = QElapsedTimer()
        self.accept = Button(_("See the results"), "primary", key="↵", size=BUTTON_LARGE).stretch()
        self.accept.clicked.connect(self._accept)
        self._rows: list[ReviewRowButton] = []
        self._roving = Roving(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(px(8))
        self.full = Button(_("Go on to the full audit"), icon_name="list-checks").stretch()
        self.full.clicked.connect(partial(self.action_wanted.emit, "full"))
        quiet = Text(_("No score is shown before this point, so that nothing pulls your answers."), "small", "muted")
        card = Card(self._facts, self.accept, self.full, quiet, margins=(24, 24, 24, 24))
        side = holder(column(card, None, margins=(0, 38, 0, 0)))
        page = holder(
            column(
                Text(_("Review your answers"), "title"),
                Text(_("Press a row to change it. Nothing here is final."), "small", "muted"),
                Flip(holder(column(self._list, None)), side, 780, side=_SIDE),
                None,
                margins=(32, 24, 32, 24),
            )
        )
        self.set_page(Scroll(page))

    @override
    def enter(self) -> None:
        self._since.start()
        super().enter()

    @override
    def refresh(self) -> None:
        work = self.session.workspace
        self.render_view(review_view(work.pack, work.assessment, work.scorecard))

    def render_view(self, view: ReviewView) -> None:
        """Show a view."""
        clear(self._list)
        self._rows = []
        for section in view.sections:
            self._add_section(section)
        self._roving.reset(self._rows)
        self.full.setVisible(self.session.can_go_full)
        clear(self._facts)
        counts = (
            count(view.answered, _("answered")),
            count(view.dont_know, _("don't know")),
            count(view.unanswered, _("unanswered")),
        )
        self._facts.addLayout(row(counts[0], None, counts[1], None, counts[2]))
        self._facts.addWidget(Rule())
        for consequence in view.consequences:
            self._facts.addWidget(_consequence(consequence))
        self._facts.addSpacing(px(8))

    def _add_section(self, section: ReviewSection) -> None:
        role, ground = ("accent_strong", "tint") if section.strong else ("muted", "sunken")
        count_ = Tag(str(len(section.lines)), role, ground)
        head = row(Text(section.title, "strong", wrap=False), count_, None, margins=(0, 8, 0, 0))
        rows = [ReviewRowButton(line) for line in section.lines]
        for made in rows:
            made.clicked.connect(partial(self.session.go_to_question, made.practice))
        self._rows += rows
        self._list.addLayout(head)
        self._list.addWidget(Lines(rows))

    def _accept(self) -> None:
        if self._since.elapsed() >= self.guard_ms:
            self.session.accept_review()

    @override
    def first_focus(self) -> QWidget:
        return self.accept

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self.focusWidget() in self._rows:
            return (
                Hint("↑ ↓", _("move")),
                Hint("↵", _("change the answer")),
                Hint("Tab", _("to the results")),
                Hint("⌫", _("back")),
            )
        return (Hint("↵", _("see the results")), Hint("⇧ Tab", _("to the list")), Hint("⌫", _("back")))

    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() or event.key() != Qt.Key.Key_Backspace:
            return False
        self.session.back()
        return True


def _consequence(consequence: Consequence) -> QWidget:
    icon_name, role = _LOOKS[consequence.kind]
    line = row(Icon(icon_name, 18, role), Text(consequence.text, "small"), spacing=10)
    line.setStretch(1, 1)
    return holder(line)
