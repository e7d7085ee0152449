"""The question: five rows and "Don't know", answered by a digit; note, evidence, mark and help beside it.

Keys commit, Tab and arrows only move. After an advance answers are ignored for 350 ms, repeats of a held key always.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.question import QuestionView, question_view
from cxaudit.ui.dialogs.fields import ask_reason
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.session import Session
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import ADVANCE_GUARD_MS
from cxaudit.ui.widgets.drawer import Drawer
from cxaudit.ui.widgets.help_drawer import HelpDrawer
from cxaudit.ui.widgets.key_press import digit, plain
from cxaudit.ui.widgets.note_drawer import NoteDrawer
from cxaudit.ui.widgets.question_column import QuestionColumn
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.status_line import Hint

_LOW = 654
_NARROW = 320
_KEYS = Qt.Key


class QuestionScreen(AssessmentScreen):
    """One question at a time."""

    place = "answer"
    guard_ms = ADVANCE_GUARD_MS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._practice = ""
        self._view: QuestionView | None = None
        self._since = QElapsedTimer()
        self.column = QuestionColumn()
        self.notes, self.help = NoteDrawer(), HelpDrawer()
        self._area = Scroll(self.column)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._area, 1)
        for drawer in (self.notes, self.help):
            across.addWidget(drawer)
            drawer.hide()
            drawer.closed.connect(self._close_drawers)
        self.set_page(page)
        self._connect()

    def _connect(self) -> None:
        tools = self.column.tools
        self.column.rows.picked.connect(self._pick)
        tools.note_wanted.connect(partial(self._open_notes, evidence=False))
        tools.mark_wanted.connect(self._mark)
        tools.help_wanted.connect(self._turn_help)
        tools.set_aside_wanted.connect(self._set_aside)
        self.notes.note_written.connect(self._write_note)
        self.notes.evidence_written.connect(self._write_evidence)

    # ------------------------------------------------------------------ what it shows
    @override
    def refresh(self) -> None:
        self.render_view(question_view(self.session.pack, self.session.assessment, self.session.flow))

    def render_view(self, view: QuestionView) -> None:
        """Show a view; on another question the scale gets the focus, where it was on the scale before."""
        other = view.practice != self._practice
        if other:
            self.notes.commit()
        self._practice = view.practice
        self._view = view
        self.column.render_view(view)
        self._render_drawers()
        if other:
            self._area.verticalScrollBar().setValue(0)
            if self.isVisible() and self.column.rows.isAncestorOf(self.focusWidget() or self):
                self.column.rows.focus_row(view.chosen)
            self.hints_changed.emit()

    def _render_drawers(self) -> None:
        """Fill the drawer that is open; a closed one is filled when it is opened."""
        if self._view is not None and not self.notes.isHidden():
            self.notes.render_view(self._view)
        if self._view is not None and not self.help.isHidden():
            self.help.render_view(self._view.help)

    @override
    def first_focus(self) -> QWidget:
        return self.column.rows.current

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self._typing:
            return (
                Hint("Esc", _("back to the answers")),
                Hint("Tab", _("next field")),
                Hint("Ctrl ↵", _("next question")),
            )
        first = (Hint("1–5", _("answer")), Hint("0", _("don't know")))  # noqa: RUF001 - a range of keys
        if not self.session.preferences.settings.digits_answer:
            first = ()
        return (
            *first,
            Hint("↑ ↓", _("move")),
            Hint("↵", _("choose")),
            Hint("⌫", _("back")),
            Hint("Ctrl J", _("jump")),
            Hint("F1", _("keys")),
        )

    # ------------------------------------------------------------------ answers
    @property
    def _guarded(self) -> bool:
        return self._since.isValid() and self._since.elapsed() < self.guard_ms

    def _pick(self, chosen: int) -> None:
        if self._guarded:
            return
        self.notes.commit()
        self._since.start()
        if chosen == 0:
            self.session.dont_know(self._practice)
        else:
            self.session.answer(self._practice, chosen)

    def _take_digit(self, chosen: int) -> None:
        settings = self.session.preferences.settings
        if not settings.digits_answer or self._guarded:
            return
        if settings.confirm_each_answer:
            self.column.rows.focus_row(chosen)
        else:
            self._pick(chosen)

    def _set_aside(self) -> None:
        if not self.column.may_not_apply:
            return
        now = self.session.assessment.answer(self._practice).not_applicable or ""
        sentence = _("The question is left out of every score. The reason stands in the report.")
        reason = ask_reason(self, _("This does not apply here"), sentence, _("Set it aside"), now)
        if reason is not None:
            self.session.does_not_apply(self._practice, reason)

    def _mark(self) -> None:
        self.session.toggle_mark(self._practice)

    def _write_note(self, text: str) -> None:
        self.session.set_note(self._practice, text)

    def _write_evidence(self, text: str) -> None:
        self.session.set_evidence(self._practice, text)

    # ------------------------------------------------------------------ drawers
    @property
    def _typing(self) -> bool:
        return isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit)

    def _open_notes(self, *, evidence: bool) -> None:
        self._show_drawer(self.notes)
        self.notes.focus_field(evidence=evidence)

    def _turn_help(self) -> None:
        if self.help.isVisible():
            self._close_drawers()
        else:
            self._show_drawer(self.help)

    def _show_drawer(self, drawer: Drawer) -> None:
        for other in (self.notes, self.help):
            other.setVisible(other is drawer)
        self._render_drawers()
        self.column.tools.render_open(notes=drawer is self.notes, help_=drawer is self.help)
        self._fit()

    def _close_drawers(self) -> None:
        self.notes.commit()
        self._area.show()
        self.column.rows.current.setFocus(Qt.FocusReason.OtherFocusReason)
        self.notes.hide()
        self.help.hide()
        self.column.tools.render_open(notes=False, help_=False)
        self._fit()

    # ------------------------------------------------------------------ keys
    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        if event.key() == _KEYS.Key_Escape and (self.notes.isVisible() or self.help.isVisible()):
            self._close_drawers()
            return True
        if self._typing:
            return self._handle_typing(event)
        chosen = digit(event)
        if event.isAutoRepeat() and chosen is not None:
            return True
        if chosen is not None:
            self._take_digit(chosen)
            return True
        return plain(event) and not event.isAutoRepeat() and self._handle_plain(event)

    def _handle_typing(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {_KEYS.Key_Return, _KEYS.Key_Enter} and not event.isAutoRepeat():
            self.notes.commit()
            self.column.rows.current.setFocus(Qt.FocusReason.OtherFocusReason)
            self.session.go_on()
            return True
        return False

    def _handle_plain(self, event: QKeyEvent) -> bool:
        letter = {
            "n": partial(self._open_notes, evidence=False),
            "e": partial(self._open_notes, evidence=True),
            "f": self._mark,
            "a": self._set_aside,
            "?": self._turn_help,
        }.get(event.text().lower())
        move = {
            _KEYS.Key_Backspace: self.session.back,
            _KEYS.Key_PageUp: self.session.back,
            _KEYS.Key_PageDown: self.session.go_on,
        }.get(Qt.Key(event.key()))
        act = letter or move
        if act is not None:
            act()
        return act is not None

    # ------------------------------------------------------------------ room
    def _fit(self) -> None:
        opened = next((d for d in (self.notes, self.help) if not d.isHidden()), None)
        left = self.width() - (opened.width() if opened else 0)
        self._area.setVisible(left >= px(_NARROW))
        self.column.set_room(compact=self.height() < px(_LOW), beside=opened is not None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
