"""The question: five rows and "Don't know", answered by a digit; list, note, evidence, facts and help beside it.

Keys commit, Tab and arrows only move. After an advance answers are ignored for 350 ms, repeats of a held key always.
What the screen does is here; which keys there are is in `question_keys`, what stands where in `widgets.question_page`.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from cxaudit.app.screen_time import ScreenTime
from cxaudit.i18n import _
from cxaudit.presentation.question import QuestionView, question_view
from cxaudit.ui.dialogs.fields import ask_reason
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.screens.question_beside import QuestionBeside
from cxaudit.ui.screens.question_finder import QuestionFinder
from cxaudit.ui.screens.question_keys import QuestionKeys, hints
from cxaudit.ui.session import Session
from cxaudit.ui.tokens import ADVANCE_GUARD_MS
from cxaudit.ui.widgets.fact_drawer import FactDrawer
from cxaudit.ui.widgets.help_drawer import HelpDrawer
from cxaudit.ui.widgets.note_drawer import NoteDrawer
from cxaudit.ui.widgets.question_column import QuestionColumn
from cxaudit.ui.widgets.question_list import QuestionList
from cxaudit.ui.widgets.question_page import QuestionPage
from cxaudit.ui.widgets.status_line import Hint


class QuestionScreen(AssessmentScreen):
    """One question at a time."""

    place = "answer"
    guard_ms = ADVANCE_GUARD_MS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.practice = ""
        self._view: QuestionView | None = None
        self._since = QElapsedTimer()
        self._clock, self._time = QElapsedTimer(), ScreenTime()
        self._clock.start()
        self.column, self.list = QuestionColumn(), QuestionList()
        beside = self._beside = QuestionBeside(session, lambda: self.practice)
        self.notes, self.fact, self.help = NoteDrawer(beside.check_day), FactDrawer(beside.check_part), HelpDrawer()
        self.sides = QuestionPage(self.column, self.list, {"notes": self.notes, "fact": self.fact, "help": self.help})
        self.finder = QuestionFinder(self.list, self.sides, session)
        self._keys = QuestionKeys(self)
        self.set_page(self.sides)
        self._connect()

    def _connect(self) -> None:
        tools, notes, beside = self.column.tools, self.notes, self._beside
        self.column.rows.picked.connect(self._pick)
        tools.note_wanted.connect(partial(self.open_notes, evidence=False))
        tools.fact_wanted.connect(self.open_fact)
        tools.mark_wanted.connect(self.mark)
        tools.help_wanted.connect(self.turn_help)
        tools.set_aside_wanted.connect(self.set_aside)
        notes.note_written.connect(beside.write_note)
        notes.evidence_written.connect(beside.write_evidence)
        notes.kind_chosen.connect(beside.take_kind)
        notes.day_given.connect(beside.take_day)
        self.fact.given.connect(beside.take_fact)
        self.fact.figures_wanted.connect(lambda: beside.compare_figures(self.window()))
        for drawer in (self.notes, self.fact, self.help):
            drawer.closed.connect(self.close_drawer)
        self.finder.changed.connect(self._show_filtered)
        self.session.closing.connect(self._let_go)
        self.session.opened.connect(self._forget)

    # ------------------------------------------------------------------ what it shows
    @override
    def refresh(self) -> None:
        session = self.session
        self.sides.render_mode(full=session.assessment.mode == "full")
        self.render_view(question_view(session.pack, session.assessment, session.flow))
        self.finder.refresh()

    def render_view(self, view: QuestionView) -> None:
        """Show a view; on another question the scale gets the focus, where it was on the scale before."""
        other = view.practice != self.practice
        if other:
            self.commit()
        self.practice = view.practice
        self._view = view
        before = self.session.assessment.answer(view.practice).seconds or 0
        self._time.show(view.practice, self._now, before)
        self.column.render_view(view)
        if other and view.fact is None and self.sides.open == "fact":
            self.close_drawer()
        self._render_drawers()
        if other:
            self.sides.area.verticalScrollBar().setValue(0)
            if self.isVisible() and self.column.is_answering(self.focusWidget()):
                self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self.hints_changed.emit()

    def _render_drawers(self) -> None:
        """Fill the drawer that is open; a closed one is filled when it is opened."""
        view, opened = self._view, self.sides.open
        if view is None:
            return
        if opened == "notes":
            self.notes.render_view(view)
        elif opened == "fact" and view.fact is not None:
            self.fact.render_view(view.fact, view.practice)
        elif opened == "help":
            self.help.render_view(view.help)

    def _show_filtered(self) -> None:
        self.column.render_filtered(self.finder.told)
        self.hints_changed.emit()

    @override
    def first_focus(self) -> QWidget:
        return self.column.place_to_answer

    # ------------------------------------------------------------------ answers
    @property
    def _now(self) -> float:
        return self._clock.elapsed() / 1000

    @property
    def guarded(self) -> bool:
        """Return whether the last answer was given just now."""
        return self._since.isValid() and self._since.elapsed() < self.guard_ms

    def _pick(self, chosen: int) -> None:
        if self.guarded or self.session.refuses(self.practice):
            return
        self.commit()
        self._since.start()
        seconds = self._time.seconds(self.practice, self._now)
        if chosen == 0:
            self.session.dont_know(self.practice, seconds)
        else:
            self.session.answer(self.practice, chosen, seconds)

    def take_digit(self, chosen: int) -> None:
        """Answer with a digit, or move to its row where each answer is confirmed."""
        settings = self.session.preferences.settings
        if not settings.digits_answer or self.guarded:
            return
        if settings.confirm_each_answer:
            self.column.rows.focus_row(chosen)
        else:
            self._pick(chosen)

    @property
    def at_hand(self) -> str:
        """Return the practice id that letters are about: that of the focused row of the list, else the question's."""
        return self.list.at_row or self.practice

    def set_aside(self) -> None:
        """Ask why the question at hand does not apply, where it allows that."""
        practice = self.at_hand
        if not self.session.pack.practices[practice].may_not_apply or self.session.refuses(practice):
            return
        now = self.session.assessment.answer(practice).not_applicable or ""
        sentence = _("The question is left out of every score. The reason stands in the report.")
        reason = ask_reason(self, _("This does not apply here"), sentence, _("Set it aside"), now)
        if reason is not None:
            self.session.does_not_apply(practice, reason, self._time.seconds(practice, self._now))

    def mark(self) -> None:
        """Mark the question at hand, or take the mark away."""
        self.session.toggle_mark(self.at_hand)

    def commit(self) -> None:
        """Send what was typed and not yet sent."""
        self.notes.commit()
        self.fact.commit()

    # ------------------------------------------------------------------ drawers
    @property
    def typing(self) -> bool:
        """Return whether a text field has the focus."""
        return isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit)

    def open_notes(self, *, evidence: bool) -> None:
        """Open the drawer for note and evidence."""
        self._open("notes")
        self.notes.focus_field(evidence=evidence)

    def open_fact(self) -> None:
        """Open the fact-check, where the question has one."""
        if self.session.pack.practices[self.at_hand].fact is not None:
            self._open("fact")
            self.fact.take_focus()

    def turn_help(self) -> None:
        """Open or close the help."""
        if self.sides.open == "help":
            self.close_drawer()
        else:
            self._open("help")

    def _open(self, drawer: str) -> None:
        if self.at_hand != self.practice:
            self.session.go_to_question(self.at_hand)
        if self.list.isAncestorOf(self.focusWidget() or self):
            self.sides.focus_answers()  # the list makes room for the drawer
        self.commit()
        self.sides.show_drawer(drawer)
        self._render_drawers()
        self.column.tools.render_open(drawer)
        self._show_filtered()

    def close_drawer(self) -> None:
        """Close the drawer; what was typed is kept."""
        self.commit()
        self.sides.focus_answers()
        self._put_away()
        self.finder.refresh()

    def _put_away(self) -> None:
        self.sides.show_drawer("")
        self.column.tools.render_open("")
        self.notes.forget()
        self.fact.forget()

    # ------------------------------------------------------------------ keys and events
    @override
    def hints(self) -> tuple[Hint, ...]:
        return hints(self)

    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        return self._keys.handle(event)

    @override
    def handle_action(self, action: str) -> bool:
        if action not in {"find", "list"}:
            return False
        if self.sides.open:
            self.close_drawer()
        return self.finder.handle(action)

    def _let_go(self) -> None:
        """Send what is typed while there is something to send it to."""
        self.commit()
        self._put_away()

    def _forget(self) -> None:
        """Begin anew with another assessment."""
        self._time = ScreenTime()
        self.practice = ""
        self.finder.reset()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._time.hide(self._now)
        super().hideEvent(event)
