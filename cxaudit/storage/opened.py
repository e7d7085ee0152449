"""A document that is open for writing: the threads that wait for the disk, so that nobody else has to.

One thread takes every command and writes the journal, another writes the document itself, which may lie on a slow
or stubborn drive.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cxaudit.app.ports import Recovery, SaveStatus
from cxaudit.domain.edits import Edit
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import DocumentError
from cxaudit.storage.document_file import DocumentFile
from cxaudit.storage.locks import DocumentLock
from cxaudit.storage.saver import Ended, Job, at_once
from cxaudit.storage.writer import Start, Surroundings, Writer

Command = Callable[[], object]

CLOSE_TIMEOUT = 30.0

_log = logging.getLogger(__name__)


class OpenedDocument:
    """Hands every command to the writer's thread and returns at once; implements `app.ports.OpenDocument`."""

    def __init__(
        self,
        start: Start,
        file: DocumentFile,
        around: Surroundings,
        lock: DocumentLock,
        recovery: Recovery | None = None,
    ) -> None:
        """Start the threads. A lock that is not held yet is taken there; `close` lets go of it."""
        self._engagement = start.content.engagement
        self._assessments = frozenset(a.id for a in self._engagement.assessments)
        self._recovery = recovery
        self._lock = lock
        self._listeners: tuple[Callable[[SaveStatus], None], ...] = ()
        self._writer = Writer(start, file, around, self._announce)
        self._status = self._writer.status
        self._next = start.content.head.seq
        self._numbering = threading.Lock()
        self._closed = False
        self._commands: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        self._jobs: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        # Daemons: a disk that never answers must not keep the program from ending.
        self._thread = threading.Thread(target=self._write, name="cxaudit writer", daemon=True)
        self._file_thread = threading.Thread(target=self._work, name="cxaudit document", daemon=True)
        self._thread.start()
        self._file_thread.start()

    @property
    def path(self) -> Path:
        """Return where the document lies."""
        return self._writer.path

    @property
    def engagement(self) -> Engagement:
        """Return the content as it was when opened, recovered edits included."""
        return self._engagement

    @property
    def recovery(self) -> Recovery | None:
        """Return what came back from the journal, or None."""
        return self._recovery

    @property
    def status(self) -> SaveStatus:
        """Return what is on disk now."""
        return self._status

    def on_status(self, listener: Callable[[SaveStatus], None]) -> None:
        """Call `listener`, on the writer's thread, whenever the status changes."""
        self._listeners = (*self._listeners, listener)

    def record(self, assessment: str, edit: Edit) -> int:
        """Queue an edit for the journal and return its sequence number at once.

        Raises ValueError where the document holds no such assessment, RuntimeError after `close`.
        """
        if assessment not in self._assessments:
            raise ValueError(f"no assessment {assessment!r}")
        with self._numbering:
            self._put(partial(self._writer.edit, assessment, edit))
            self._next += 1
            return self._next

    def save(self) -> None:
        """Ask for the document itself to be written now rather than when idle."""
        self._put(self._writer.save)

    def save_as(self, path: Path, moved: Callable[[Path, str], None] | None = None) -> None:
        """Ask for the document to move to another path; the old file stays. A path that exists gets a number.

        `moved` is called on the writer's thread with where the document lies then, and the reason where it stayed
        (an empty text where it moved).
        """
        self._put(partial(self._writer.move, path, moved))

    def flush(self, timeout: float = 30.0) -> SaveStatus:
        """Wait until the journal and the document hold every edit, or an attempt failed, and return the status."""
        if not self._closed:
            done = threading.Event()
            self._put(partial(self._writer.finish, done.set))
            done.wait(timeout)
        return self._status

    def close(self) -> None:
        """Flush, let go of the lock and end the writer."""
        with self._numbering:
            if not self._closed:
                self._closed = True
                self._commands.put(None)
        self._thread.join(CLOSE_TIMEOUT)

    def _put(self, command: Command) -> None:
        if self._closed:
            raise RuntimeError("the document is closed")
        self._commands.put(command)

    def _write(self) -> None:
        try:
            self._attempt(self._lock.take)
            self._attempt(partial(self._writer.begin, self._run_elsewhere))
            while (command := self._next_command()) is not None:
                self._attempt(command)
                # Without a pause between edits the queue never runs dry, and the document is due all the same.
                self._attempt(self._writer.tick)
            finished = threading.Event()
            self._attempt(partial(self._writer.finish, finished.set))
            while not finished.is_set():
                self._attempt(self._next_command() or self._writer.tick)
            self._attempt(self._writer.end)
        finally:
            self._jobs.put(None)
            self._lock.release()

    def _next_command(self) -> Command | None:
        try:
            return self._commands.get(timeout=self._writer.wait())
        except queue.Empty:
            return self._writer.tick

    def _run_elsewhere(self, job: Job, ended: Ended) -> None:
        # How it ended is heard on the writer's thread again.
        self._jobs.put(partial(at_once, job, lambda error: self._commands.put(partial(ended, error))))

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _attempt(self, command: Command) -> None:
        try:
            command()
        except DocumentError as error:
            _log.warning("the writer went on: %s", error.detail)
        except Exception:  # noqa: BLE001 - the thread that keeps the answers outlives every surprise
            _log.exception("the writer went on after an unexpected error")

    def _announce(self, status: SaveStatus) -> None:
        if status == self._status:
            return
        self._status = status
        for listener in self._listeners:
            try:
                listener(status)
            except Exception:  # noqa: BLE001 - a listener's mistake is not the disk's
                _log.exception("a listener failed")
