"""Decides what is written when: the journal at every edit, the document when idle, backups now and then.

It runs on one thread and waits for the local disk; `opened` gives it that thread. An edit is acknowledged when a
flushed line of the journal, or a flushed snapshot, holds it. Whatever fails is kept in memory and tried again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cxaudit.app.ports import Clock, SaveStatus
from cxaudit.domain.edits import Edit
from cxaudit.domain.errors import DocumentError
from cxaudit.storage.attempts import Attempts
from cxaudit.storage.backups import Backups
from cxaudit.storage.document_file import DocumentFile
from cxaudit.storage.document_json import dump
from cxaudit.storage.folders import path_key
from cxaudit.storage.journal import Journal
from cxaudit.storage.journal_lines import edit_line, snapshot_line
from cxaudit.storage.payload import Content, build_payload
from cxaudit.storage.recovery import edited
from cxaudit.storage.saver import Moved, Run, Saver

BACKUP_EVERY = 600.0
"""Seconds on the monotonic clock, while there are changes that no backup holds."""

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


class Writer:
    """The state of one open document on the disk, and the steps that bring it up to date."""

    def __init__(
        self, start: Start, file: DocumentFile, around: Surroundings, announce: Callable[[SaveStatus], None]
    ) -> None:
        """Begin with what was opened; nothing is written yet."""
        self._start = start
        self._content = start.content
        self._around = around
        self._announce = announce
        self._journal_time: datetime | None = None
        self._journal_problem = ""
        self._journal_path = ""
        self._journal_attempts = Attempts()
        self._acknowledged = start.content.head.seq
        self._saver = Saver(file, self._payload, around.monotonic, self._saved)
        if start.behind or start.found is None:
            self._saver.touch()
        self._backup_due = around.monotonic() + BACKUP_EVERY
        self._changed_since_backup = start.behind
        self._backed_up = not start.migrated

    @property
    def path(self) -> Path:
        """Return where the document lies."""
        return self._saver.file.path

    @property
    def status(self) -> SaveStatus:
        """Return what is on disk now."""
        problem = self._journal_problem or self._saver.problem
        return SaveStatus(self._acknowledged, self._journal_time, not self._journal_problem, self._saver.state, problem)

    def begin(self, run: Run | None = None) -> None:
        """Keep a backup of the file as it was found, or make the new file and its journal.

        `run` writes the document from then on. A new file is made here: no answer comes before it.
        """
        if self._start.found is None:
            self._saver.save()
            self._begin_segment()
        else:
            self._back_up(self._start.found, "migration" if self._start.migrated else "session")
        if run is not None:
            self._saver.run = run
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
        self._saver.touch()
        self._changed_since_backup = True
        self._announce(self.status)

    def save(self) -> None:
        """Write the document now, if it lacks anything."""
        self._saver.save()
        self._announce(self.status)

    def move(self, path: Path, moved: Moved | None = None) -> None:
        """Go on at another path; where it cannot be written, stay. `moved` hears where it is, and why it stayed."""
        self._saver.move(path, moved)
        self._follow()
        self._announce(self.status)

    def finish(self, done: Callable[[], None]) -> None:
        """Bring journal and document up to date now, and call `done` when that is so or failed."""
        if self._journal_problem:
            self._begin_segment()
        self._announce(self.status)
        self._saver.finish(done)

    def wait(self) -> float | None:
        """Return the seconds until something is due, or None where nothing is."""
        times = [t for t in (self._saver.due(), self._journal_due(), self._next_backup()) if t is not None]
        return max(0.0, min(times) - self._around.monotonic()) if times else None

    def tick(self) -> None:
        """Do what is due."""
        now = self._around.monotonic()
        if (due := self._journal_due()) is not None and due <= now:
            self._begin_segment()
            self._announce(self.status)
        if (due := self._saver.due()) is not None and due <= now:
            self.save()
        if (due := self._next_backup()) is not None and due <= now:
            self._backup_due = now + BACKUP_EVERY
            self._back_up(self._saver.file.bytes_of(dump(build_payload(self._content))), "running")

    def end(self) -> None:
        """Let go of the journal; old segments go where the document holds everything."""
        self._around.journal.drop()
        if self._saver.clean:
            try:
                self._around.journal.rotate(self._around.clock.now())
            except OSError as error:
                _log.warning("old journal segments were not removed: %s", error)

    def _payload(self, file: DocumentFile) -> bytes:
        if not self._backed_up and self._start.found is not None:
            self._around.backups.keep(self._start.found, self._around.clock.now(), "migration")
            self._backed_up = True
        parent = file.payload_digest or self._saver.file.payload_digest or self._content.parent
        self._content = replace(self._content, revision=self._content.revision + 1, parent=parent)
        return dump(build_payload(self._content))

    def _saved(self) -> None:
        self._follow()
        self._announce(self.status)

    def _follow(self) -> None:
        # The segment so far belongs to the file so far; answers from here on are not for the old one.
        if self._around.journal.is_open and path_key(self._saver.heading) != self._journal_path:
            self._begin_segment()

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
        self._journal_path = path_key(self._saver.heading)
        content = replace(self._content, lineage=self._content.with_ancestor(self._content.head.hash))
        payload = build_payload(content)
        line, head = snapshot_line(content.head, around.clock.now(), around.doc_id, self._journal_path, payload)
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

    def _back_up(self, data: bytes, why: str) -> None:
        try:
            self._around.backups.keep(data, self._around.clock.now(), why)
        except (OSError, DocumentError) as error:
            _log.warning("no backup was kept: %s", error)
        else:
            self._changed_since_backup = self._changed_since_backup and why != "running"
            self._backed_up = True

    def _journal_due(self) -> float | None:
        return self._journal_attempts.not_before if self._journal_problem else None

    def _next_backup(self) -> float | None:
        return self._backup_due if self._changed_since_backup else None
