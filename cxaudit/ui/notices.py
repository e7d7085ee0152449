"""What the window says on its own: errors and their cure, what came back, and NOT SAVED."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cxaudit.app.reporting import ReportFormat
from cxaudit.domain.errors import CxAuditError, DamagedDocumentError, ReportError
from cxaudit.i18n import _
from cxaudit.presentation.closed import closed_words, way_to_open
from cxaudit.presentation.errors import error_view
from cxaudit.presentation.exported import ExportedView, exported_view, handed_out_view
from cxaudit.presentation.status import moved_view, newer_view, recovery_view
from cxaudit.ui.dialogs.export import export_elsewhere
from cxaudit.ui.dialogs.not_saved import NotSaved
from cxaudit.ui.dialogs.table import DIALOGS
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.messages import Messages
from cxaudit.ui.widgets.writing_banner import WritingBanner


class Notices(QObject):
    """Listens to a session and shows messages above the page of a window.

    A report that takes longer than `delay_ms` to write shows how far it is.
    """

    delay_ms = 1000

    def __init__(self, window: QWidget, messages: Messages, session: Session) -> None:
        super().__init__(window)
        self._window, self._messages, self._session = window, messages, session
        self._told = False
        self._writing: WritingBanner | None = None
        self._progress = (0, 0)
        self._delay = QTimer(self, singleShot=True)
        self._delay.timeout.connect(self._show_writing)
        session.failed.connect(self._tell_error)
        session.exported.connect(self._tell_exported)
        session.report.refused.connect(self._tell_refused)
        session.report.cancelled.connect(self._tell_cancelled)
        session.report.writing_changed.connect(self._follow_writing)
        session.report.progressed.connect(self._take_progress)
        session.handed_out.connect(self._tell_handed_out)
        session.closed_met.connect(self._tell_closed)
        session.moved.connect(self._tell_moved, Qt.ConnectionType.QueuedConnection)
        session.opened.connect(self._tell_recovery)
        session.newer_found.connect(self._tell_newer)
        session.status_changed.connect(self._tell_state)

    def move_to(self, messages: Messages) -> None:
        """Show further messages there."""
        self._messages = messages
        if self._writing is not None:
            self._show_writing()

    def _tell_error(self, error: CxAuditError) -> None:
        cure = None
        if isinstance(error, DamagedDocumentError) and error.backup:
            cure = (_("Open the copy"), partial(self._session.restore, Path(error.path)))
        self._tell_failure(error, cure)

    def _tell_refused(self, error: ReportError, form: ReportFormat) -> None:
        again = partial(export_elsewhere, self._window, self._session, form, Path(error.path))
        self._tell_failure(error, (_("Choose another name…"), again))

    def _tell_failure(self, error: CxAuditError, cure: tuple[str, Callable[[], object]] | None) -> None:
        view = error_view(error)
        reason = (_("The reason given: {detail}.").format(detail=view.detail.rstrip(".")),) if view.detail else ()
        sentence = " ".join((view.sentence, *view.items[:1], *reason, *view.cures[:1]))
        self._messages.show_message("flag", view.title, sentence, cure)

    def _tell_cancelled(self) -> None:
        sentence = _("You cancelled it. A report that was there is as it was.")
        self._messages.show_message("info", _("The report was not written"), sentence)

    def _follow_writing(self) -> None:
        if self._session.report.writing:
            if self._writing is None:
                self._delay.start(self.delay_ms)
            return
        self._delay.stop()
        self._writing, self._progress = None, (0, 0)
        self._messages.hold(None)

    def _show_writing(self) -> None:
        self._writing = WritingBanner()
        self._writing.render_progress(*self._progress)
        self._writing.cancel_wanted.connect(self._session.report.cancel)
        self._messages.hold(self._writing)
        announce(self._writing, self._writing.accessibleName())

    def _take_progress(self, done: int, of: int) -> None:
        self._progress = (done, of)
        if self._writing is not None:
            self._writing.render_progress(done, of)

    def _tell_exported(self, path: Path, warnings: tuple[str, ...]) -> None:
        self._tell_written(exported_view(path, warnings), path, warnings)

    def _tell_handed_out(self, path: Path, warnings: tuple[str, ...]) -> None:
        self._tell_written(handed_out_view(path, warnings), path, warnings)

    def _tell_written(self, view: ExportedView, path: Path, warnings: tuple[str, ...]) -> None:
        button = (view.button, partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path))))
        self._messages.show_message("warn" if warnings else "good", view.title, view.sentence, button)

    def _tell_moved(self, asked: Path, now: Path, reason: str) -> None:
        if not reason:
            view = moved_view(asked, now)
            self._messages.show_message("good", view.title, view.sentence)

    def _tell_closed(self, practice: str) -> None:
        lock = self._session.assessment.answer(practice).lock
        if lock is not None:
            run = (_("Run a workshop…"), partial(DIALOGS["workshop"], self._window, lambda: self._session))
            sentence = f"{closed_words(lock)} {way_to_open()}"
            self._messages.show_message("info", _("This answer is locked"), sentence, run)

    def _tell_recovery(self) -> None:
        document = self._session.document
        if self._session.has_assessment:
            self._messages.clear_messages()
        if document is not None and document.recovery is not None:
            view = recovery_view(document.recovery)
            self._messages.show_message("info", view.title, view.sentence)

    def _tell_newer(self) -> None:
        if self._session.newer is not None:
            view = newer_view(self._session.newer)
            word = _("Continue in {version}…").format(version=self._session.newer.version)
            show = partial(DIALOGS["newer"], self._window, lambda: self._session)
            self._messages.show_message("info", view.title, view.sentence, (word, show))

    def _tell_state(self) -> None:
        """Warn once each time the journal fails."""
        status = self._session.status
        failed = status is not None and not status.journal_ok
        if failed and not self._told:
            NotSaved(self._window, self._session).open()
        self._told = failed
