"""Search and filters of the question list: keeps what is looked for, and leads the way through what is found."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Signal

from cxaudit.i18n import _
from cxaudit.presentation.question_list import ListView, Sign, list_view
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.question_list import QuestionList
from cxaudit.ui.widgets.question_page import QuestionPage


class QuestionFinder(QObject):
    """What is looked for in the list. While something is, going on leads to the next question that is found.

    Signals:
        changed: something else is looked for, or the list was shown or folded away.
    """

    changed = Signal()

    def __init__(self, questions: QuestionList, page: QuestionPage, session: Session) -> None:
        super().__init__(page)
        self._list, self._page, self._session = questions, page, session
        self._search = ""
        self._wanted: frozenset[Sign] = frozenset()
        self._view: ListView | None = None
        page.list_turned.connect(self.refresh)
        questions.searched.connect(self._take_search)
        questions.filter_turned.connect(self._turn)
        questions.cleared.connect(self.clear)
        questions.opened.connect(self._open)

    @property
    def narrowed(self) -> bool:
        """Return whether something is looked for."""
        return bool(self._wanted) or bool(self._search.strip())

    @property
    def told(self) -> str:
        """Return what is looked for, in words, while the list is not there to show it."""
        if self._view is None or not self.narrowed or self._page.list_shown:
            return ""
        text = _("Only {what}: {found}. PgDn goes to the next of them, Esc shows all again.")
        return text.format(what=self._view.filtered, found=self._view.said)

    def refresh(self) -> None:
        """Show the list as it is now, where it is shown or leads the way."""
        if not self._session.has_assessment:
            return
        if not (self._page.list_shown or self.narrowed):
            self._session.among = None
            self.changed.emit()
            return
        work = self._session.workspace
        view = list_view(work.pack, work.assessment, work.scorecard, self._session.flow, self._search, self._wanted)
        self._view = view
        self._session.among = view.matches
        self._list.render_view(view, self._search)
        self.changed.emit()

    def reset(self) -> None:
        """Look for nothing, without showing it."""
        self._search, self._wanted = "", frozenset()

    def clear(self) -> None:
        """Look for nothing."""
        self.reset()
        self.refresh()
        if self._page.at_side():
            self._list.take_focus()

    def handle(self, action: str) -> bool:
        """Take the actions "find" and "list"; return whether it was one of them."""
        if action == "find":
            self.show()
            self._list.take_search()
        elif not self._page.list_shown:
            self.show()
            self._list.take_focus()
        else:
            self.fold()
        return action in {"find", "list"}

    def show(self) -> None:
        """Show the list."""
        if not self._page.list_shown:
            self._page.want_list(shown=True)
        self.refresh()
        self._list.show_here()

    def fold(self) -> None:
        """Fold the list away."""
        if self._page.at_side():
            self._page.focus_answers()
        self._page.want_list(shown=False)
        self.changed.emit()

    def leave(self) -> None:
        """Go from the list back to the answers; a list that took the room of the question folds itself away."""
        self._page.focus_answers()
        self._page.want_list(shown=None)
        self.changed.emit()

    def _open(self, practice: str) -> None:
        self.leave()
        self._session.go_to_question(practice)
        self._page.focus_answers()

    def _take_search(self, search: str) -> None:
        self._search = search
        self.refresh()

    def _turn(self, sign: str) -> None:
        turned: frozenset[Sign] = frozenset((cast("Sign", sign),))
        self._wanted = self._wanted ^ turned
        self.refresh()
