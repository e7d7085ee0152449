"""How an assessment comes to the desk: begun, opened, restored, looked at as a sample, continued in a newer version."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from typing_extensions import override

from cxaudit.app import flow as flows
from cxaudit.app.continuation import continued_engagement, newer_version
from cxaudit.app.new_audit import new_engagement, new_id, sample_engagement
from cxaudit.app.ports import OpenDocument, Services
from cxaudit.app.workspace import Workspace
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Pack
from cxaudit.ui.desk import Desk
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.tasks import Tasks


class Opening(Desk):
    """Brings assessments to the desk. `newer` is a later version of the questionnaire of the document at hand, or None.

    Signals:
        newer_found: the questionnaire at hand has a later version.
    """

    newer_found = Signal()

    def __init__(self, services: Services, preferences: Preferences, tasks: Tasks) -> None:
        super().__init__(services, preferences, tasks)
        self._turns = 0
        self.newer: Pack | None = None

    def start_quick_audit(self) -> None:
        """Begin a five-minute audit; it becomes a file at its first answer."""
        self._start("quick")

    def start_full_audit(self) -> None:
        """Begin a full audit, with its start page; it becomes a file at its first answer or guess."""
        self._start("full")

    def _start(self, mode: Mode) -> None:
        self.close()
        pack = self.services.packs.newest()
        blank = new_engagement(pack, mode, self.services.today()).newest
        self._begin(Workspace(blank, pack), "answer", intro=mode == "full")

    def warm_up(self) -> None:
        """Load the newest pack in the background, so that the first audit starts at once."""
        self._tasks.start(self.services.packs.newest, lambda _pack: None, self.fail)

    def open(self, path: Path) -> None:
        """Open a document in the background, at the question where it was left."""
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

        self._tasks.start(work, take, self.fail)

    def _copy_example(self) -> OpenDocument:
        documents, folder = self.services.documents, self.services.log_file.parent
        documents.discard_samples(folder)
        return documents.create(folder / "Sample.cxaudit", sample_engagement(*self.services.load_example()))

    def _take_document(self, document: OpenDocument) -> None:
        self._attach(document)
        engagement = document.engagement
        self.sample = engagement.sample
        at = next((entry.at for entry in self.preferences.recent() if entry.path == document.path), "")
        place = "results" if flows.results_open(engagement.newest) and not at else "answer"
        self._begin(Workspace(engagement.newest, engagement.pack), place, at)
        self.remember()
        if not self.sample:
            self._look_for_newer(engagement.pack)

    def _look_for_newer(self, pack: Pack) -> None:
        """Tell listeners where the questionnaire has a newer version than the one at hand."""
        turn = self._turns

        def take(newer: Pack | None) -> None:
            if turn == self._turns and newer is not None:
                self.newer = newer
                self.newer_found.emit()

        self._tasks.start(partial(newer_version, self.services.packs, pack), take, self.fail)

    def continue_in_newer(self) -> None:
        """Open a copy of the document, continued in the newer questionnaire, beside the original, which stays."""
        document, newer = self.document, self.newer
        if document is None or newer is None:
            return
        beside = document.path.with_stem(f"{document.path.stem} {newer.version}")
        day, path, documents = self.services.today(), document.path, self.services.documents

        def copy() -> OpenDocument:
            made = continued_engagement(documents.read(path), newer, new_id(), day)
            return documents.create(beside, made)

        self._open_by(copy)

    @override
    def close(self) -> None:
        """Let go of the assessment: what was typed is on disk afterwards. Waits for the disk."""
        self._turns += 1
        self.newer = None
        super().close()
