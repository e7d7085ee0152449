"""Work in the background, one piece after the other; success and failure come back on the window's thread.

`tasks.start(work, done, failed)` runs `work()` on the working thread; then `done(result)` or `failed(error)` is
called on the thread that made the `Tasks`. `finish` lets what was started end, at closing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Condition, Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Tasks(QObject):
    """Runs work in the background.

    Signals:
        ended: a callback and its argument, queued from the working thread to this one.
    """

    ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[tuple[Work, Done, Failed] | None] = deque()
        self._filled = Condition()
        self._thread: Thread | None = None
        self.ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Work, done: Done, failed: Failed) -> None:
        """Run `work`, then call `done` with its result, or `failed` with what it raised."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="tasks", daemon=True)
            self._thread.start()
        self._put((work, done, failed))

    def finish(self) -> None:
        """Wait until all that was started has ended, and let the thread go."""
        if self._thread is not None:
            self._put(None)
            self._thread.join()
            self._thread = None

    def _put(self, task: tuple[Work, Done, Failed] | None) -> None:
        with self._filled:
            self._queue.append(task)
            self._filled.notify()

    def _get(self) -> tuple[Work, Done, Failed] | None:
        with self._filled:
            self._filled.wait_for(lambda: self._queue)
            return self._queue.popleft()

    def _run(self) -> None:
        while (task := self._get()) is not None:
            work, done, failed = task
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - handed to the window's thread, which words or raises it
                self.ended.emit(failed, error)
            else:
                self.ended.emit(done, result)

    def _deliver(self, callback: Callable[[Any], None], value: object) -> None:
        callback(value)
