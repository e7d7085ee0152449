"""The start page of a full audit: what it is, how to choose, a guess and two firms to practise on, both optional."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.start import StartView, start_view
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.session import Session
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_LARGE, COLUMN
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.key_press import digit, plain
from cxaudit.ui.widgets.layout import centred, clear, column, holder, row
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.status_line import Hint
from cxaudit.ui.widgets.tab_order import put_in_order
from cxaudit.ui.widgets.text import Text


class StartScreen(AssessmentScreen):
    """The page before the first question."""

    place = "answer"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._view: StartView | None = None
        self._title, self._about = Text("", "title"), Text("", "anchor", "muted")
        self.begin = Button(_("Begin"), "primary", key="↵", icon_name="play", size=BUTTON_LARGE)
        self.begin.clicked.connect(session.begin)
        self._rules = QVBoxLayout()
        self._rules.setSpacing(px(4))
        rules = Card(Text(_("How to choose"), "strong"), self._rules, margins=(24, 16, 24, 20))
        page = holder(
            column(
                self._title,
                self._about,
                row(self.begin, None, margins=(0, 8, 0, 8)),
                rules,
                self._guess_card(),
                self._practise_card(),
                None,
                spacing=12,
            )
        )
        body = QWidget()
        body.setLayout(centred(page, COLUMN, margins=(32, 24, 32, 20)))
        self.set_page(Scroll(body))

    def _guess_card(self) -> QWidget:
        self._guess_box = QVBoxLayout()
        self.guess: Segments | None = None
        self._guess_card_ = Card(
            row(Text(_("Guess first"), "strong", wrap=False), Text(_("optional"), "small", "muted", wrap=False), None),
            Text(_("Which level will the whole reach? Your guess is told again last, beside the result."), "body"),
            self._guess_box,
            margins=(24, 16, 24, 20),
        )
        return self._guess_card_

    def _practise_card(self) -> QWidget:
        self._invitation = Text("", "body")
        self.practise = Button(_("Practise"), key="P")
        self.practise.clicked.connect(partial(self.action_wanted.emit, "practise"))
        optional = Text(_("optional, five minutes"), "small", "muted", wrap=False)
        head = row(Text(_("Practise first"), "strong", wrap=False), optional, None)
        words = column(head, self._invitation, Text(_("Nothing of it is kept or changes a score."), "small", "muted"))
        line = row(words, self.practise, spacing=24)
        line.setStretch(0, 1)
        line.setAlignment(self.practise, Qt.AlignmentFlag.AlignVCenter)
        self._practise_card_ = Card(line, margins=(24, 16, 24, 20))
        return self._practise_card_

    # ------------------------------------------------------------------ what it shows
    @override
    def refresh(self) -> None:
        self.render_view(start_view(self.session.pack, self.session.assessment))

    def render_view(self, view: StartView) -> None:
        """Show a view."""
        old, self._view = self._view, view
        self._title.render_text(view.title)
        self._about.render_text(view.about)
        self.begin.render_text(view.begin)
        self._guess_card_.setVisible(bool(view.guesses))
        self._invitation.render_text(view.practise)
        self._practise_card_.setVisible(bool(view.practise))
        if old is None or old.guesses != view.guesses:
            self._build_guess(view)
        if self.guess is not None:
            self.guess.render_choice(view.guess)
        if old is None or old.rules != view.rules:
            clear(self._rules)
            for rule in view.rules:
                self._rules.addWidget(Text(rule, "body"))

    def _build_guess(self, view: StartView) -> None:
        clear(self._guess_box)
        self.guess = Segments(view.guesses, _("Guess of the level"), view.guess) if view.guesses else None
        if self.guess is not None:
            self.guess.chosen.connect(self._predict)
            self._guess_box.addWidget(self.guess)
            put_in_order(self.begin, self.guess, self.practise)

    def _predict(self, at: int) -> None:
        self.session.predict(at or None)

    @override
    def first_focus(self) -> QWidget:
        return self.begin

    # ------------------------------------------------------------------ keys
    @override
    def hints(self) -> tuple[Hint, ...]:
        view, begin = self._view, Hint("↵", _("begin"))
        if self.focusWidget() is self.practise:
            begin = Hint("↵", _("practise"))
        guess = (Hint("1–5", _("guess")), Hint("0", _("no guess"))) if view and view.guesses else ()  # noqa: RUF001 - keys
        practise = (Hint("P", _("practise")),) if view and view.practise else ()
        return (begin, *guess, *practise, Hint("Tab", _("move")), Hint("F1", _("keys")))

    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() or not plain(event) or self._view is None:
            return False
        chosen = digit(event)
        if chosen is not None and self._view.guesses:
            self._predict(chosen)
        elif event.text().lower() == "p" and self._view.practise:
            self.action_wanted.emit("practise")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.session.begin()
        else:
            return False
        return True
