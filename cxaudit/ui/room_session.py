"""The workshop at hand for both windows: commands go to the journal and the ballot box, then they are shown.

    room.run(forward)                    # a command of `app.steps`, `app.rounds`, ... on the workshop as it is
    room.run(lock_agreed, 3, "reason")
    room.shown_changed.connect(paint)    # paint `wall(room.shown)`, and the console
    room.refused.connect(say)            # a `Refusal`: nothing was done

What is shown follows what is kept: a step is shown once the journal has acknowledged it, a vote once it lies in the
box. The box is written in the background, on a thread of its own, so that no report holds up a vote.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from cxaudit.app.ports import LostBallot
from cxaudit.app.room import Outcome, Refusal, RoomSession, room_session
from cxaudit.domain.errors import CxAuditError
from cxaudit.domain.workshop import Ballot
from cxaudit.ui.desk import Desk
from cxaudit.ui.tasks import Tasks


class RoomDesk(QObject):
    """The workshop of the assessment at hand, if there is one.

    `at` is the newest state, on which commands work; `shown` what may be painted. `lost_votes` says that votes which
    were waiting when the document was opened cannot be read again.

    Signals:
        shown_changed: `shown` is another one.
        refused: a command did nothing; a `Refusal` says why.
        running_changed: a session began, goes on after its document was opened, or is over.
    """

    shown_changed = Signal()
    refused = Signal(object)
    running_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._box = Tasks(self)
        self._turn = 0
        self._ballot: Ballot | None = None
        self._due, self._pending = False, 0
        self._was_running = False
        self.lost_votes = False
        self.shown: RoomSession | None = None
        desk.opened.connect(self._take_up)
        desk.changed.connect(self._follow)
        desk.status_changed.connect(self._catch_up)
        desk.closing.connect(self._box.finish)

    # ------------------------------------------------------------------ what there is
    @property
    def running(self) -> bool:
        """Return whether a session runs in the assessment at hand."""
        workshop = self._desk.assessment.workshop if self._desk.has_assessment else None
        return workshop is not None and not workshop.ended

    @property
    def at(self) -> RoomSession:
        """Return the workshop as it is, shown or not yet; only with an assessment at hand."""
        return room_session(self._desk.pack, self._desk.assessment, self._ballot)

    @property
    def settled(self) -> bool:
        """Return whether all that was done is kept and shown."""
        return self._journaled and not self._due and not self._pending

    def now(self) -> datetime:
        """Return the time."""
        return self._desk.services.clock.now()

    # ------------------------------------------------------------------ commands
    def run(self, command: Callable[..., Outcome], *arguments: object) -> bool:
        """Run a command on the workshop as it is; return whether it was done."""
        return self.do(command(self.at, *arguments))

    def do(self, outcome: Outcome) -> bool:
        """Do what a command came to; return whether it was done."""
        if isinstance(outcome, Refusal):
            self.refused.emit(outcome)
            return False
        before, self._ballot = self.at.ballot, outcome.ballot
        self._due = self._due or outcome.ballot != before
        if outcome.edit is not None:
            self._desk.perform(outcome.edit)
        self._catch_up()
        return True

    # ------------------------------------------------------------------ what follows
    def _take_up(self) -> None:
        """Begin anew with the assessment that was opened, with the votes that lie in the box."""
        self._turn += 1
        self._ballot, self._due, self._pending = None, False, 0
        self.lost_votes, self.shown = False, None
        if self.running:
            kept = self._desk.services.ballots.take(self._desk.assessment.id)
            self.lost_votes = isinstance(kept, LostBallot)
            self._ballot = kept if isinstance(kept, Ballot) else None
        self._follow()

    def _follow(self) -> None:
        """Tell whether a session runs, and show what may be shown."""
        if self.running != self._was_running:
            self._was_running = self.running
            self.running_changed.emit()
        self._catch_up()

    @property
    def _journaled(self) -> bool:
        status = self._desk.status
        return status is None or status.acknowledged >= self._desk.sent

    def _catch_up(self) -> None:
        """Show what is kept; send to the box what is to lie there."""
        if not self._desk.has_assessment or not self._journaled:
            return
        if self._due:
            self._keep()
        if not self._pending:
            self._show()

    def _keep(self) -> None:
        self._due = False
        ballots, document, ballot = self._desk.services.ballots, self._desk.assessment.id, self._ballot
        work = partial(ballots.empty, document) if ballot is None else partial(ballots.put, document, ballot)
        counted = int(ballot is not None)  # what is taken out of the box was shown before, or never will be
        self._pending += counted
        ended = partial(self._ended, self._turn, counted)
        self._box.start(work, ended, partial(self._failed, ended))

    def _ended(self, turn: int, counted: int, _result: object) -> None:
        if turn == self._turn:
            self._pending -= counted
            self._catch_up()

    def _failed(self, ended: Callable[[object], None], error: Exception) -> None:
        """Say that the box could not be written; the votes are in memory still, and go on being counted."""
        ended(None)
        if not isinstance(error, CxAuditError):
            raise error
        self._desk.failed.emit(error)

    def _show(self) -> None:
        new = self.at if self._desk.assessment.workshop is not None else None
        if new != self.shown:
            self.shown = new
            self.shown_changed.emit()
