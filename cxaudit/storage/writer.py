"""Decides what is written when: the journal at every edit, the document when idle, backups now and then.

It runs on one thread and waits for the disk; `opened` gives it that thread. An edit is acknowledged when a flushed
line of the journal, or a flushed snapshot, holds it. Whatever fails is kept in memory and tried again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cxaudit.app.ports import Clock, FileState, SaveStatus
from cxaudit.domain.edits import Edit
from cxaudit.domain.errors import DocumentError
from cxaudit.storage.backups import Backups
from cxaudit.storage.document_file import DocumentFile, file_state
from cxaudit.storage.document_json import dump
from cxaudit.storage.folders import path_key
from cxaudit.storage.journal import Journal
from cxaudit.storage.journal_lines import edit_line, snapshot_line
from cxaudit.storage.payload import Content, build_payload
from cxaudit.storage.recovery import edited

IDLE = 2.0
AT_MOST = 10.0
BACKUP_EVERY = 600.0
FIRST_RETRY = 2.0
LAST_RETRY = 30.0
"""Seconds on the monotonic clock: after the last change, after the first one, between backups and attempts."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a writer works with. `doc_id` names the document; `monotonic` counts seconds from any start."""

    doc_id: str
    journal: Journal
    backups: Backups
    clock: Clock
    monotonic: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Start:
    """How a session begins: `found` are the file's bytes, None where it is new.

    `behind` says that the file lacks something of the content, `migrated` that it is of an older form, which may
    be replaced only once a backup of it is kept.
    """

    content: Content
    found: bytes | None = None
    behind: bool = False
    migrated: bool = False


class _Attempts:
    """When something that failed may be tried again: after 2 seconds, then twice as long each time, up to 30."""

    def __init__(self) -> None:
        self._pause = FIRST_RETRY
        self.not_before = 0.0

    def begin(self, now: float) -> None:
        """Count an attempt that begins now, as failed until `succeeded` is called."""
        self.not_before = now + self._pause
        self._pause = min(2 * self._pause, LAST_RETRY)

    def succeeded(self) -> None:
        """Allow the next attempt at any time."""
        self._pause = FIRST_RETRY
        self.not_before = 0.0


class Writer:
    """The state of one open document on the disk, and the steps that bring it up to date."""

    def __init__(
        self, start: Start, file: DocumentFile, around: Surroundings, announce: Callable[[SaveStatus], None]
    ) -> None:
        """Begin with what was opened; nothing is written yet."""
        self._start = start
        self._content = start.content
        self._file = file
        self._around = around
        self._announce = announce
        self._journal_time: datetime | None = None
        self._journal_problem = ""
        self._acknowledged = start.content.head.seq
        self._dirty = start.behind or start.found is None
        self._state: FileState = "waiting" if self._dirty else "up to date"
        self._file_problem = ""
        now = around.monotonic()
        self._first_change = self._last_change = now
        self._journal_attempts = _Attempts()
        self._file_attempts = _Attempts()
        self._backup_due = now + BACKUP_EVERY
        self._changed_since_backup = start.behind
        self._backed_up = not start.migrated

    @property
    def path(self) -> Path:
        """Return where the document lies."""
        return self._file.path

    @property
    def status(self) -> SaveStatus:
        """Return what is on disk now."""
        problem = self._journal_problem or self._file_problem
        return SaveStatus(self._acknowledged, self._journal_time, not self._journal_problem, self._state, problem)

    def begin(self) -> None:
        """Keep a backup of the file as it was found, or make the new file and its journal."""
        if self._start.found is None:
            self.save()
            self._begin_segment()
        else:
            self._back_up(self._start.found, "migration" if self._start.migrated else "session")
        self._announce(self.status)

    def edit(self, assessment: str, edit: Edit) -> None:
        """Put an edit into the journal; if it cannot be, into a new segment; if that fails too, keep it in memory."""
        around = self._around
        ready = around.journal.is_open or (not self._journal_problem and self._begin_segment())
        before = self._content
        line, head = edit_line(before.head, around.clock.now(), assessment, edit)
        engagement = edited(before.engagement, assessment, edit, str(self.path))
        self._content = replace(before, engagement=engagement, head=head)
        if not (ready and self._append(line)):
            # The line may have reached the disk or not; whichever journal is found, this content descends from it.
            self._content = replace(self._content, lineage=before.with_ancestor(before.head.hash))
            self._begin_segment()
        self._touch()
        self._announce(self.status)

    def save(self) -> None:
        """Write the document now, if it lacks anything."""
        if not self._dirty:
            return
        self._file_attempts.begin(self._around.monotonic())
        content = replace(
            self._content, revision=self._content.revision + 1, parent=self._file.payload_digest or self._content.parent
        )
        try:
            self._keep_before_migration()
            self._file.save(dump(build_payload(content)))
        except (OSError, ValueError, DocumentError) as error:
            self._saving_failed(error)
        else:
            self._saved(content)
        self._announce(self.status)

    def finish(self) -> None:
        """Bring journal and document up to date now."""
        if self._journal_problem:
            self._begin_segment()
        self.save()
        self._announce(self.status)

    def move(self, path: Path) -> None:
        """Go on at another path; where it cannot be written, stay."""
        old, self._file = self._file, self._file.at(path)
        self._dirty = True
        self.save()
        if self._dirty:
            self._file = old
        else:
            # The segments so far belong to the old path.
            self._begin_segment()
        self._announce(self.status)

    def wait(self) -> float | None:
        """Return the seconds until something is due, or None where nothing is."""
        times = [t for t in (self._save_due(), self._journal_due(), self._next_backup()) if t is not None]
        return max(0.0, min(times) - self._around.monotonic()) if times else None

    def tick(self) -> None:
        """Do what is due."""
        now = self._around.monotonic()
        if (due := self._journal_due()) is not None and due <= now:
            self._begin_segment()
            self._announce(self.status)
        if (due := self._save_due()) is not None and due <= now:
            self.save()
        if (due := self._next_backup()) is not None and due <= now:
            self._backup_due = now + BACKUP_EVERY
            self._back_up(self._file.bytes_of(dump(build_payload(self._content))), "running")

    def end(self) -> None:
        """Write what is left and let go of the journal; old segments go once the document holds everything."""
        self.finish()
        self._around.journal.drop()
        if not self._dirty:
            try:
                self._around.journal.rotate(self._around.clock.now())
            except OSError as error:
                _log.warning("old journal segments were not removed: %s", error)

    def _touch(self) -> None:
        now = self._around.monotonic()
        if not self._dirty:
            self._first_change = now
        self._last_change = now
        self._dirty = self._changed_since_backup = True
        if self._state == "up to date":
            self._state = "waiting"

    def _append(self, line: bytes) -> bool:
        try:
            self._around.journal.append(line)
        except OSError as error:
            self._journal_failed(error)
            return False
        self._journal_holds_all()
        return True

    def _begin_segment(self) -> bool:
        around = self._around
        content = replace(self._content, lineage=self._content.with_ancestor(self._content.head.hash))
        line, head = snapshot_line(
            content.head, around.clock.now(), around.doc_id, path_key(self.path), build_payload(content)
        )
        self._content = replace(content, head=head)
        self._journal_attempts.begin(around.monotonic())
        try:
            around.journal.begin(line)
        except OSError as error:
            self._journal_failed(error)
            return False
        self._journal_holds_all()
        return True

    def _journal_failed(self, error: OSError) -> None:
        self._journal_problem = error.strerror or str(error)
        _log.warning("the journal failed: %s", error)

    def _journal_holds_all(self) -> None:
        self._journal_problem = ""
        self._acknowledged = self._content.head.seq
        self._journal_time = self._around.clock.now()
        self._journal_attempts.succeeded()

    def _keep_before_migration(self) -> None:
        if not self._backed_up and self._start.found is not None:
            self._around.backups.keep(self._start.found, self._around.clock.now(), "migration")
            self._backed_up = True

    def _saved(self, content: Content) -> None:
        self._content = content
        self._dirty = False
        self._state = "up to date"
        self._file_problem = ""
        self._file_attempts.succeeded()

    def _saving_failed(self, error: Exception) -> None:
        self._state = file_state(error)
        self._file_problem = getattr(error, "strerror", None) or str(error)
        _log.warning("the document was not written: %s", error)

    def _back_up(self, data: bytes, why: str) -> None:
        try:
            self._around.backups.keep(data, self._around.clock.now(), why)
        except (OSError, DocumentError) as error:
            _log.warning("no backup was kept: %s", error)
        else:
            self._changed_since_backup = self._changed_since_backup and why != "running"
            self._backed_up = True

    def _save_due(self) -> float | None:
        if not self._dirty:
            return None
        return max(min(self._last_change + IDLE, self._first_change + AT_MOST), self._file_attempts.not_before)

    def _journal_due(self) -> float | None:
        return self._journal_attempts.not_before if self._journal_problem else None

    def _next_backup(self) -> float | None:
        return self._backup_due if self._changed_since_backup else None
