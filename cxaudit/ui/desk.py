"""What is open and where one is: the half of the session that knows documents, places, undo and the journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, Signal

from cxaudit.app import flow as flows
from cxaudit.app.flow import REVIEW, Flow
from cxaudit.app.new_audit import sample_engagement
from cxaudit.app.ports import OpenDocument, RecentFile, ReportOptions, SaveStatus, Services
from cxaudit.app.workspace import Changes, Workspace
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.edits import AnswerEdit, Edit
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import CxAuditError, NotMovedError
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.status import edit_label, new_file
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.tasks import Tasks

RESULT_PLACES = ("results", "plan", "report")


class Desk(QObject):
    """The assessment at hand and where one is in it.

    `place` is "home", "answer", "results", "plan" or "report"; at "answer" the flow says which question, or that it
    is the review list.

    Signals:
        changed: the assessment or the place in the questions was changed.
        place_changed: another place is to be shown.
        opened: another assessment is at hand, or none.
        status_changed: a new state of what is on disk; see `status`.
        failed: a foreseen error (CxAuditError), to be worded by `presentation.errors`.
        exported: a report was written: its path and a tuple of warnings.
        moved: Save As has ended: the path asked for, where the document lies now, and why it stayed (or nothing).
    """

    changed = Signal()
    place_changed = Signal(str)
    opened = Signal()
    status_changed = Signal()
    failed = Signal(object)
    exported = Signal(object, object)
    moved = Signal(object, object, object)
    _status_arrived = Signal(object)

    def __init__(self, services: Services, preferences: Preferences, tasks: Tasks) -> None:
        super().__init__()
        self.services = services
        self.preferences = preferences
        self._tasks = tasks
        self._workspace: Workspace | None = None
        self._flow: Flow | None = None
        self._place = "home"
        self._turns = 0
        self.document: OpenDocument | None = None
        self.sample = False
        self.sent = 0
        self.status: SaveStatus | None = None
        self._status_arrived.connect(self._take_status, Qt.ConnectionType.QueuedConnection)
        self.moved.connect(self._take_move, Qt.ConnectionType.QueuedConnection)

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

    # ------------------------------------------------------------------ opening and closing
    def start_quick_audit(self) -> None:
        """Begin a five-minute audit; it becomes a file at its first answer."""
        self.close()
        pack = self.services.packs.newest()
        day = self.services.today().isoformat()
        blank = Assessment(
            id=uuid4().hex, pack=pack.id, version=pack.version, content=pack.content, mode="quick", date=day
        )
        self._begin(Workspace(blank, pack), "answer")

    def warm_up(self) -> None:
        """Load the newest pack in the background, so that the first audit starts at once."""
        self._tasks.start(self.services.packs.newest, lambda _pack: None, self._fail)

    def open(self, path: Path) -> None:
        """Open a document in the background."""
        self._open_by(lambda: self.services.documents.open(path))

    def restore(self, path: Path) -> None:
        """Open the newest good copy of a damaged document, under a name beside it."""
        self._open_by(lambda: self.services.documents.restore(path))

    def explore_sample(self) -> None:
        """Open a copy of the example, kept under the program's own folder."""
        self._open_by(self._copy_example)

    def _open_by(self, work: Callable[[], OpenDocument]) -> None:
        self.close()
        turn = self._turns

        def take(document: OpenDocument) -> None:
            if turn == self._turns:
                self._take_document(document)
            else:
                document.close()

        self._tasks.start(work, take, self._fail)

    def _copy_example(self) -> OpenDocument:
        documents, folder = self.services.documents, self.services.log_file.parent
        documents.discard_samples(folder)
        return documents.create(folder / "Sample.cxaudit", sample_engagement(*self.services.load_example()))

    def _take_document(self, document: OpenDocument) -> None:
        self._attach(document)
        engagement = document.engagement
        self.sample = engagement.sample
        place = "results" if flows.results_open(engagement.newest) else "answer"
        self._begin(Workspace(engagement.newest, engagement.pack), place)
        self.remember()

    def _attach(self, document: OpenDocument) -> None:
        self.document, self.status = document, document.status
        self.sent = document.status.acknowledged
        document.on_status(self._status_arrived.emit)

    def _begin(self, workspace: Workspace, place: str) -> None:
        self._workspace = workspace
        self._flow = flows.start(workspace.pack, workspace.assessment)
        self.opened.emit()
        self.go_to(place)
        self.status_changed.emit()

    def close(self) -> None:
        """Let go of the assessment: what was typed is on disk afterwards. Waits for the disk."""
        self._turns += 1
        if self.document is not None:
            self.document.close()
            self.remember()
        had, self.document = self._workspace is not None, None
        self._workspace = self._flow = None
        self.sample, self.status, self.sent = False, None, 0
        if had:
            self._show("home")
            self.opened.emit()
            self.status_changed.emit()

    # ------------------------------------------------------------------ moving
    def go_to(self, place: str) -> None:
        """Show a place; one that is not open yet is ignored."""
        if self.has_assessment and (place not in RESULT_PLACES or self.results_open):
            self._show(place)

    def go_to_question(self, place: str) -> None:
        """Show a question by its practice id, or the review list (`flow.REVIEW`)."""
        self._flow = self.flow.jump(place)
        self.go_to("answer")
        self.changed.emit()

    def go_on(self) -> None:
        """Go to the next question without an answer."""
        self._move(self.flow.forward())

    def back(self) -> None:
        """Go where one came from."""
        self._move(self.flow.back())

    def _advance(self) -> None:
        """Go on from an answered question; whoever calls it tells the listeners."""
        self._flow = self.flow.after_answer()

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
        if self._place in RESULT_PLACES and not self.results_open:
            self._flow = self.flow.jump(REVIEW)
            self._show("answer")
        self.changed.emit()

    # ------------------------------------------------------------------ the disk
    def _record(self, changes: Changes | None, before: Assessment) -> None:
        if changes is None:
            return
        if self.document is None:
            pack = self.pack
            path = new_file(self.services.documents_folder, before.date or "")
            self._attach(self.services.documents.create(path, Engagement((before,), {pack.content: pack})))
            self.remember()
        assert self.document is not None
        self.sent = self.document.record(self.assessment.id, changes.edit)
        self.status_changed.emit()

    def save_as(self, path: Path) -> None:
        """Move the document to another path; the old file stays. Where that does not work, `failed` says so."""
        if self.document is not None:
            self.document.save_as(path, lambda now, reason: self.moved.emit(path, now, reason))

    def _take_move(self, asked: Path, now: Path, reason: str) -> None:
        if reason:
            self._fail(NotMovedError(str(asked), reason, str(now)))
        self.remember()

    def flush(self) -> None:
        """Wait until everything is on disk; for a crash."""
        if self.document is not None:
            self.document.flush(5.0)

    def export_report(self, path: Path, sections: tuple[str, ...] | None = None) -> None:
        """Write the report in the background; ends with `exported` or `failed`."""
        assessment, pack = self.assessment, self.pack
        options = ReportOptions(sections, self.sample)
        work = partial(self.services.write_report, path, assessment, pack, options)
        self._tasks.start(work, lambda warnings: self.exported.emit(path, warnings), self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, CxAuditError):
            raise error
        self.failed.emit(error)

    def _take_status(self, status: SaveStatus) -> None:
        if self.document is not None:
            self.status = status
            self.status_changed.emit()

    def remember(self) -> None:
        """Put the document at the head of the recent files."""
        document, now = self.document, self.services.clock.now()
        if document is None or self.sample:
            return
        audit, asked = self.assessment, len(self.pack.asked(self.assessment.mode))
        answered = flows.answered(self.pack, audit)
        self.preferences.remember(RecentFile(document.path, audit.organisation, answered, asked, audit.mode, now))
