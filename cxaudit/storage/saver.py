"""When the document's file is written, and what came of it.

Everything here runs on the writer's thread but the writing itself, which `run` does elsewhere: a slow network drive
or a sync client that holds the file must not keep an answer out of the journal.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cxaudit.app.ports import FileState
from cxaudit.domain.errors import DocumentError
from cxaudit.storage.attempts import Attempts
from cxaudit.storage.document_file import DocumentFile, file_state

IDLE = 2.0
AT_MOST = 10.0
"""Seconds on the monotonic clock, after the last change and after the first one."""

Job = Callable[[], None]
Ended = Callable[[Exception | None], None]
Run = Callable[[Job, Ended], None]
Moved = Callable[[Path, str], None]

_log = logging.getLogger(__name__)


def at_once(job: Job, ended: Ended) -> None:
    """Do a job here and now, and say how it ended."""
    try:
        job()
    except Exception as error:  # noqa: BLE001 - whatever it is, the document was not written
        ended(error)
    else:
        ended(None)


class Saver:
    """Writes the document when it has been idle, when asked, or at another path. One write runs at a time."""

    def __init__(
        self,
        file: DocumentFile,
        payload: Callable[[DocumentFile], bytes],
        monotonic: Callable[[], float],
        saved: Callable[[], None],
    ) -> None:
        """Keep the file. `payload` gives what is to be written, `saved` hears of every end, good or bad."""
        self.file = file
        self.state: FileState = "up to date"
        self.problem = ""
        self.run: Run = at_once
        self._payload = payload
        self._monotonic = monotonic
        self._saved = saved
        self._dirty = False
        self._running = False
        self._writing = file
        self._first_change = self._last_change = monotonic()
        self._attempts = Attempts()
        self._moves: deque[tuple[Path, Moved]] = deque()
        self._moved: Moved = _nobody_asked
        self._waiting: list[Callable[[], None]] = []

    @property
    def clean(self) -> bool:
        """Return whether the file holds everything."""
        return not (self._dirty or self._running)

    @property
    def heading(self) -> Path:
        """Return where the document will lie when every move that was asked for has succeeded."""
        return self._moves[-1][0] if self._moves else self._writing.path

    def touch(self) -> None:
        """Note a change that the file does not hold."""
        now = self._monotonic()
        if not self._dirty:
            self._first_change = now
        self._last_change = now
        self._dirty = True
        if self.state == "up to date":
            self.state = "waiting"

    def save(self) -> None:
        """Write the file now, if it lacks anything and is not being written already."""
        if self._dirty and not self._running:
            self._start(self.file)

    def move(self, path: Path, moved: Moved | None = None) -> None:
        """Go on at another path; where it cannot be written, stay. `moved` hears where it is, and why it stayed."""
        self._moves.append((path, moved or _nobody_asked))
        self._go_on(failed=False)

    def finish(self, done: Callable[[], None]) -> None:
        """Call `done` when the file holds everything that it lacks now, or when that failed."""
        self._waiting.append(done)
        self._go_on(failed=False)

    def due(self) -> float | None:
        """Return when the file is to be written, or None."""
        if not self._dirty or self._running:
            return None
        return max(min(self._last_change + IDLE, self._first_change + AT_MOST), self._attempts.not_before)

    def _start(self, file: DocumentFile) -> None:
        self._running, self._dirty, self._writing = True, False, file
        self._attempts.begin(self._monotonic())
        try:
            payload = self._payload(file)
        except (OSError, ValueError, DocumentError) as error:
            self._ended(file, error)
        else:
            self.run(partial(file.save, payload), partial(self._ended, file))

    def _ended(self, file: DocumentFile, error: Exception | None) -> None:
        self._running = False
        if error is None:
            self.file = file
            self.state, self.problem = ("waiting" if self._dirty else "up to date"), ""
            self._attempts.succeeded()
        else:
            self._dirty = True
            self.state, self.problem = file_state(error), getattr(error, "strerror", None) or str(error)
            _log.warning("the document was not written: %s", error)
        # After a move that failed, the file where it was may still be brought up to date.
        failed = error is not None and file is self.file
        moved, self._moved = self._moved, _nobody_asked
        moved(self.file.path, self.problem)
        self._writing = self.file
        self._saved()
        self._go_on(failed=failed)

    def _go_on(self, *, failed: bool) -> None:
        if self._running:
            return
        if self._moves:
            path, self._moved = self._moves.popleft()
            self._start(self.file.at(path))
        elif self._waiting and self._dirty and not failed:
            self._start(self.file)
        else:
            waiting, self._waiting = self._waiting, []
            for done in waiting:
                done()


def _nobody_asked(_path: Path, _reason: str) -> None:
    """Most writes move nothing."""
