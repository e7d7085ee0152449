"""What was not foreseen: kept in the log, everything typed flushed, one dialog. A second crash only adds to the log."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from cxaudit import __version__

if TYPE_CHECKING:  # a crash is rare, and the first paint is not to wait for its dialog
    from cxaudit.ui.dialogs.crash import CrashDialog

_TALK = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


def _nothing() -> None:
    """Stand in until there is a session."""


class Crashes(QObject):
    """Takes over `sys.excepthook`, the threads' one, and Qt's messages.

    `flush` brings what was typed to disk. Signals:
        arrived: the text of a crash, queued to the window's thread.
    """

    arrived = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.flush: Callable[[], None] = _nothing
        self.dialog: CrashDialog | None = None
        self._log: Path | None = None
        self._installed = False
        self.arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def attach(self, log: Path) -> None:
        """Write to this file from now on."""
        self._log = log

    def install(self) -> None:
        """Take over the hooks."""
        self._installed = True
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        qInstallMessageHandler(self._take_message)

    def detach(self) -> None:
        """Give the hooks back."""
        if self._installed:
            sys.excepthook = sys.__excepthook__
            threading.excepthook = threading.__excepthook__
            qInstallMessageHandler(None)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handle an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback  # noqa: PLC0415 - a crash is rare

        text = f"cxaudit {__version__}\n" + "".join(traceback.format_exception(kind, error, trace))
        self.write(text)
        self.arrived.emit(text)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _take_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in _TALK:
            self.write(f"Qt: {message}\n")

    def write(self, text: str) -> None:
        """Add to the log; without one, or where it cannot be written, to the standard error."""
        try:
            if self._log is None:
                raise FileNotFoundError
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(text)
        except OSError:
            print(text, file=sys.stderr)  # noqa: T201 - the last resort

    def _show(self, text: str) -> None:
        if self.dialog is not None:
            return
        saved = True
        try:
            self.flush()
        except Exception:  # noqa: BLE001 - a crash is being told already
            self.write("What was typed could not be brought to disk.\n")
            saved = False
        from cxaudit.ui.dialogs.crash import CrashDialog  # noqa: PLC0415 - as above

        self.dialog = CrashDialog(text, self._log, saved=saved)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None
