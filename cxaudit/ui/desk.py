"""What is at hand and where one is in it: the part of the session that knows places, edits and undo."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from typing_extensions import override

from cxaudit.app import flow as flows
from cxaudit.app.flow import REVIEW, Flow
from cxaudit.app.ports import RecentFile, Services
from cxaudit.app.workspace import Changes, Workspace
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.edits import AnswerEdit, Edit, ModeEdit
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.status import edit_label
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.shelf import Shelf
from cxaudit.ui.tasks import Tasks

RESULT_PLACES = ("results", "plan", "what_if", "report")


class Desk(Shelf):
    """The assessment at hand and where one is in it.

    `place` is "home", "answer" or one of `RESULT_PLACES`; at "answer" the flow says which question, or that it is the
    review list. `intro` says that the start page of a full audit stands before the questions. `among` are the practice
    ids that a filter of the list lets through, None without a filter.

    Signals:
        changed: the assessment or the place in the questions was changed.
        place_changed: another place is to be shown.
        opened: another assessment is at hand, or none.
        closing: the assessment is about to be let go, so that what is typed has to be sent now.
    """

    closing = Signal()
    changed = Signal()
    place_changed = Signal(str)
    opened = Signal()

    def __init__(self, services: Services, preferences: Preferences, tasks: Tasks) -> None:
        super().__init__(services, preferences, tasks)
        self._workspace: Workspace | None = None
        self._flow: Flow | None = None
        self._place = "home"
        self.intro = False
        self.among: Collection[str] | None = None

    # ------------------------------------------------------------------ what there is
    @property
    def has_assessment(self) -> bool:
        """Return whether an assessment is at hand."""
        return self._workspace is not None

    @property
    def workspace(self) -> Workspace:
        """Return the workspace; only while `has_assessment`."""
        assert self._workspace is not None
        return self._workspace

    @property
    def assessment(self) -> Assessment:
        """Return the assessment at hand."""
        return self.workspace.assessment

    @property
    def pack(self) -> Pack:
        """Return the pack that it is answered with."""
        return self.workspace.pack

    @property
    def flow(self) -> Flow:
        """Return where one is in the questions."""
        assert self._flow is not None
        return self._flow

    @property
    def place(self) -> str:
        """Return the place that is shown."""
        return self._place

    @property
    def results_open(self) -> bool:
        """Return whether results, plan and report may be opened."""
        return self.has_assessment and flows.results_open(self.assessment)

    @property
    def can_go_full(self) -> bool:
        """Return whether this is a five-minute audit whose questionnaire has more questions."""
        return self.has_assessment and self.assessment.mode == "quick" and flows.has_more(self.pack)

    @property
    def can_go_quick(self) -> bool:
        """Return whether this is a full audit."""
        return self.has_assessment and self.assessment.mode == "full" and flows.has_more(self.pack)

    # ------------------------------------------------------------------ coming and going
    def _begin(self, workspace: Workspace, place: str, at: str = "", *, intro: bool = False) -> None:
        self._workspace = workspace
        self._flow = flows.start(workspace.pack, workspace.assessment, at)
        self.intro, self.among = intro, None
        self.opened.emit()
        self.go_to(place)
        self.status_changed.emit()

    def close(self) -> None:
        """Let go of the assessment: what was typed is on disk afterwards. Waits for the disk."""
        had = self._workspace is not None
        if had:
            self.closing.emit()
        if self.document is not None:
            self.document.close()  # first: a Save As that is under way ends here, and is to be remembered
            self.remember(at=self.flow.at if self._place == "answer" and not self.intro else "")
        self._take_off()
        self._workspace = self._flow = None
        if had:
            self._show("home")
            self.opened.emit()
            self.status_changed.emit()

    @override
    def remember(self, at: str = "") -> None:
        """Put the document at the head of the recent files, with the question that it is to be opened at."""
        document, now = self.document, self.services.clock.now()
        if document is None or self.sample:
            return
        audit, asked = self.assessment, len(self.pack.asked(self.assessment.mode))
        answered = flows.answered(self.pack, audit)
        entry = RecentFile(document.path, audit.organisation, answered, asked, audit.mode, now, at=at)
        self.preferences.remember(entry)

    # ------------------------------------------------------------------ moving
    def go_to(self, place: str) -> None:
        """Show a place; one that is not open yet is ignored."""
        if self.has_assessment and (place not in RESULT_PLACES or self.results_open):
            self._show(place)

    def go_to_question(self, place: str) -> None:
        """Show a question by its practice id, or the review list (`flow.REVIEW`)."""
        self._flow = self.flow.jump(place)
        self.intro = False
        self.go_to("answer")
        self.changed.emit()

    def show_questions(self) -> None:
        """Show a question from wherever one is: the one that one was at last."""
        trail = (*self.flow.trail, self.flow.at)
        last = next((place for place in reversed(trail) if place != REVIEW), self.flow.asked[0])
        self.go_to_question(last)

    def begin(self) -> None:
        """Leave the start page for the first question."""
        self.go_to_question(self.flow.at)

    def show_start(self) -> None:
        """Show the start page of a full audit again."""
        self.intro = True
        self._flow = self.flow if not self.flow.in_review else self.flow.jump(self.flow.asked[0])
        self.go_to("answer")

    def go_on(self) -> None:
        """Go to the next question without an answer; under a filter to the next that it lets through."""
        self._move(self.flow.forward(self.among))

    def back(self) -> None:
        """Go where one came from."""
        self._move(self.flow.back())

    def _advance(self) -> None:
        """Go on from an answered question; whoever calls it tells the listeners."""
        among = flows.led_to(self.pack, self.assessment) if self.among is None else self.among
        self._flow = self.flow.after_answer(among)

    def _move(self, flow: Flow) -> None:
        self._flow = flow
        self.changed.emit()

    def _show(self, place: str) -> None:
        self._place = place
        self.place_changed.emit(place)

    # ------------------------------------------------------------------ edits
    def perform(self, edit: Edit, *, always: bool = False) -> None:
        """Apply any edit and queue it for the journal. `always` tells listeners even where nothing changed."""
        before = self.assessment
        changes = self.workspace.perform(edit, edit_label(self.pack, edit))
        self._record(changes, before)
        if changes is not None or always:
            self.changed.emit()

    def undo(self) -> None:
        """Turn the last edit back and show where it was made."""
        self._turn(self.workspace.undo)

    def redo(self) -> None:
        """Apply again what was turned back last."""
        self._turn(self.workspace.redo)

    def _turn(self, turn: Callable[[], Changes | None]) -> None:
        before, changes = self.assessment, turn()
        self._record(changes, before)
        if changes is None:
            return
        edit = changes.edit
        if isinstance(edit, AnswerEdit) and edit.practice in self.flow.asked and self._place == "answer":
            self._flow = self.flow.jump(edit.practice)
            self.intro = False
        if self._place in RESULT_PLACES and not self.results_open:
            self._flow = self.flow.jump(REVIEW)
            self._show("answer")
        self.changed.emit()

    def _record(self, changes: Changes | None, before: Assessment) -> None:
        if changes is None:
            return
        if isinstance(changes.edit, ModeEdit):
            self._flow, self.among, self.intro = flows.start(self.pack, self.assessment), None, False
        if self.document is None:
            self._create(before, self.pack)
            self.remember()
        assert self.document is not None
        self.sent = self.document.record(self.assessment.id, changes.edit)
        self.status_changed.emit()
