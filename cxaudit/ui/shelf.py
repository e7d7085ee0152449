"""The document at hand and the disk: made at the first answer, written in the background, moved, let go."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from cxaudit.app.ports import HandoutOptions, OpenDocument, SaveStatus, Services
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import CxAuditError, NotMovedError
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.status import new_file
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.tasks import Done, Failed, Tasks, Work


class Shelf(QObject):
    """The document at hand.

    `sent` is the sequence number of the newest edit that the document was given; `status` says what is on disk.

    Signals:
        status_changed: a new state of what is on disk; see `status`.
        failed: a foreseen error (CxAuditError), to be worded by `presentation.errors`.
        exported: a report was written: its path and a tuple of warnings.
        handed_out: the printed pack for a workshop was written: its path and a tuple of warnings.
        moved: Save As has ended: the path asked for, where the document lies now, and why it stayed (or nothing).
    """

    status_changed = Signal()
    failed = Signal(object)
    exported = Signal(object, object)
    handed_out = Signal(object, object)
    moved = Signal(object, object, object)
    _status_arrived = Signal(object, object)

    def __init__(self, services: Services, preferences: Preferences, tasks: Tasks) -> None:
        super().__init__()
        self.services = services
        self.preferences = preferences
        self._tasks = tasks
        self.document: OpenDocument | None = None
        self.sample = False
        self.sent = 0
        self.status: SaveStatus | None = None
        self._status_arrived.connect(self._take_status, Qt.ConnectionType.QueuedConnection)
        self.moved.connect(self._take_move, Qt.ConnectionType.QueuedConnection)

    @property
    def folder(self) -> Path:
        """Return where what is written about the audit at hand goes: beside its document, or to our own folder."""
        if self.document is None or self.sample:
            return self.services.documents_folder
        return self.document.path.parent

    def remember(self) -> None:
        """Put the document at the head of the recent files; what is at hand says how."""
        raise NotImplementedError

    def _attach(self, document: OpenDocument) -> None:
        self.document, self.status = document, document.status
        self.sent = document.status.acknowledged
        document.on_status(partial(self._status_arrived.emit, document))

    def _take_off(self) -> None:
        """Forget the document, which is closed."""
        self.document, self.status = None, None
        self.sample, self.sent = False, 0

    def _create(self, assessment: Assessment, pack: Pack) -> OpenDocument:
        """Make the document of a new audit, without the edit that made it one."""
        path = new_file(self.services.documents_folder, assessment.date or "")
        document = self.services.documents.create(path, Engagement((assessment,), {pack.content: pack}))
        self._attach(document)
        return document

    def save_as(self, path: Path) -> None:
        """Move the document to another path; the old file stays. Where that does not work, `failed` says so."""
        if self.document is not None:
            self.document.save_as(path, lambda now, reason: self.moved.emit(path, now, reason))

    def _take_move(self, asked: Path, now: Path, reason: str) -> None:
        if reason:
            self.fail(NotMovedError(str(asked), reason, str(now)))
        self.remember()

    def flush(self) -> None:
        """Wait until everything is on disk; for a crash."""
        if self.document is not None:
            self.document.flush(5.0)

    def in_background(self, work: Work, done: Done, failed: Failed) -> None:
        """Run `work` after what was started before, then `done` with its result or `failed` with its error."""
        self._tasks.start(work, done, failed)

    def write_handout(self, path: Path, assessment: Assessment, pack: Pack, options: HandoutOptions) -> None:
        """Write the printed pack for a workshop in the background; ends with `handed_out` or `failed`."""
        work = partial(self.services.write_handout, path, assessment, pack, options)
        self._tasks.start(work, lambda warnings: self.handed_out.emit(path, warnings), self.fail)

    def fail(self, error: Exception) -> None:
        """Tell listeners of a foreseen error; another one is raised."""
        if not isinstance(error, CxAuditError):
            raise error
        self.failed.emit(error)

    def _take_status(self, document: OpenDocument, status: SaveStatus) -> None:
        if document is self.document:  # one that was closed may still have sent its last
            self.status = status
            self.status_changed.emit()
