"""Commands of the console that ask before they do something: lock, open again, start over, park, the map."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxaudit.app import ballots, closing, parking, steps
from cxaudit.app.room import Refusal
from cxaudit.ui.dialogs.closing import ask_lock, ask_restart, ask_unlock
from cxaudit.ui.dialogs.disagreement import ask_split
from cxaudit.ui.dialogs.parking import ask_parked
from cxaudit.ui.room_session import RoomDesk


class ConsoleAsks:
    """Asks over a widget, and tells the room; each returns whether something was done."""

    def __init__(self, parent: QWidget, room: RoomDesk) -> None:
        """Ask for a room."""
        self._parent, self._room = parent, room

    def lock(self) -> bool:
        """Ask how the question is locked, and lock it."""
        refused = closing.lock_votes(self._room.at)
        if isinstance(refused, Refusal):
            return self._room.do(refused)
        outcome = ask_lock(self._parent, self._room.at)
        return outcome is not None and self._room.do(outcome)

    def unlock(self) -> bool:
        """Ask why the question is opened again, and open it."""
        if self._room.at.answer.lock is None:
            return self._room.do(Refusal("not locked"))
        reason = ask_unlock(self._parent)
        return reason is not None and self._room.run(closing.unlock, reason)

    def restart(self) -> bool:
        """Take back all votes that wait, once that is confirmed."""
        ballot = self._room.at.ballot
        if ballot is None:
            return self._room.do(Refusal("nobody voted"))
        return ask_restart(self._parent, ballot.given) and self._room.run(ballots.restart)

    def park(self) -> bool:
        """Put something aside."""
        text = ask_parked(self._parent)
        return text is not None and self._room.run(parking.park, text)

    def show_map(self) -> bool:
        """Show on which questions the room is split most, and go to the one chosen."""
        practice = ask_split(self._parent, self._room.at)
        return practice is not None and self._room.run(steps.open_question, practice)
