"""Undo and the clock of a workshop: it turns steps back, and lets the clock run."""

from __future__ import annotations

from datetime import datetime, timedelta

from support.workshops import FIRST, NOW, PACK, SECOND, begun, room

from cxaudit.app.ballots import cast
from cxaudit.app.clock_steps import sets_clock_only
from cxaudit.app.closing import lock_votes
from cxaudit.app.room import Outcome, RoomSession, Step, room_session
from cxaudit.app.room_clock import add_minute, toggle_timer
from cxaudit.app.rounds import reveal
from cxaudit.app.steps import forward, open_question
from cxaudit.app.workspace import Workspace
from cxaudit.domain.edits import OrganisationEdit, WorkshopEdit
from cxaudit.domain.workshop import Ballot, Timer

RUNNING = Timer(left=240, since=NOW.isoformat())


class Table:
    """A workspace and the votes that wait, as the window has them."""

    def __init__(self) -> None:
        self.work = Workspace(begun(of=room(1)).assessment, PACK)
        self.ballot: Ballot | None = None

    @property
    def at(self) -> RoomSession:
        return room_session(PACK, self.work.assessment, self.ballot)

    @property
    def clock(self) -> Timer | None:
        return self.at.workshop.timer

    def do(self, outcome: Outcome, label: str) -> None:
        assert isinstance(outcome, Step), outcome
        self.ballot = outcome.ballot
        if outcome.edit is not None:
            assert self.work.perform(outcome.edit, label) is not None

    def start_clock(self, at: datetime = NOW) -> None:
        self.do(toggle_timer(self.at, at), "clock")


def test_to_start_stop_and_lengthen_the_clock_is_no_step_of_undo() -> None:
    table = Table()
    table.do(forward(table.at), "vote")
    table.start_clock()
    table.do(add_minute(table.at, NOW + timedelta(seconds=30)), "minute")
    assert table.work.undo_label == "vote"
    clock = table.clock
    table.work.undo()
    assert table.at.workshop.phase == "read"
    assert table.clock == clock
    table.work.redo()
    assert table.at.workshop.phase == "vote"
    assert table.clock == clock
    table.work.undo()
    table.start_clock(NOW + timedelta(seconds=40))
    assert table.work.redo_label == "vote"
    table.work.redo()
    assert table.clock == Timer(left=260)


def test_the_clock_goes_on_when_a_reveal_is_turned_back() -> None:
    table = Table()
    table.do(forward(table.at), "vote")
    table.do(cast(table.at, 4), "")
    table.do(reveal(table.at), "reveal")
    table.start_clock()
    table.work.undo()
    assert table.at.workshop.phase == "vote"
    assert len(table.at.answer.rounds) == 1
    assert table.clock == RUNNING


def test_a_lock_that_is_turned_back_brings_its_clock_back() -> None:
    table = Table()
    table.do(forward(table.at), "vote")
    table.start_clock()
    table.do(cast(table.at, 4), "")
    table.do(reveal(table.at), "reveal")
    table.do(lock_votes(table.at), "lock")
    assert table.clock is None
    table.work.undo()
    assert table.clock == RUNNING
    table.work.redo()
    assert table.clock is None


def test_the_clock_of_another_question_is_not_carried_back() -> None:
    table = Table()
    table.do(open_question(table.at, SECOND), "second")
    table.start_clock()
    table.work.undo()
    assert table.at.practice == FIRST
    assert table.clock == Timer(left=240)


def test_only_a_workshop_has_a_clock() -> None:
    workshop = begun().workshop
    assert not sets_clock_only(workshop, OrganisationEdit(organisation="Kestrel"))
    assert not sets_clock_only(None, WorkshopEdit(workshop=workshop))
    assert not sets_clock_only(workshop, WorkshopEdit(workshop=None))
    table = Table()
    table.work.perform(OrganisationEdit(organisation="Kestrel"), "name")
    table.work.undo()
    table.work.perform(WorkshopEdit(workshop=None), "none")
    table.work.undo()
    assert table.at.workshop == begun(of=room(1)).workshop
