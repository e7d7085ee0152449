"""A reveal and a lock are in the journal before any window shows them; what is typed meanwhile stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtTest import QTest
from support.console import begin, everything_readable, kept, phase
from support.program import settle

from cxaudit.app.ballots import cast
from cxaudit.app.closing import lock_agreed
from cxaudit.app.room import Outcome
from cxaudit.app.rounds import reveal
from cxaudit.app.steps import forward
from cxaudit.domain.workshop import Room, Talk
from cxaudit.storage import filesystem
from cxaudit.ui.app import Program
from cxaudit.ui.room_session import RoomDesk

STEPS: dict[str, tuple[Callable[..., Outcome], tuple[object, ...]]] = {
    "reveal": (reveal, ()),
    "locked": (lock_agreed, (3, "Seen in the field.")),
}


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A disk that stands still while this is not set."""
    going, flush = Event(), filesystem._flush
    going.set()

    def flush_in_time(descriptor: int) -> None:
        going.wait(60)
        flush(descriptor)

    monkeypatch.setattr(filesystem, "_flush", flush_in_time)
    yield going
    going.set()


def seen(program: Program) -> tuple[str, ...]:
    """All that either window tells, but how far the file is."""
    assert program.window.session.room.shown is not None
    saved = program.window.status_line.saved.text()
    return tuple(text for text in everything_readable() if text != saved)


def while_the_disk_stands(program: Program, moving: Event, step: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take a step while nothing can be written; return what was seen before it, and after it."""
    room = program.window.session.room
    begin(program, Room(present=3, method="ballot"))
    room.run(forward)
    for vote in (1, 5, 5):
        room.run(cast, vote)
    if step == "locked":
        room.run(reveal)
    kept(program)
    before = seen(program)
    moving.clear()
    command, arguments = STEPS[step]
    room.run(command, *arguments)
    settle(10)
    return before, seen(program)


@pytest.mark.parametrize("step", list(STEPS))
def test_nothing_is_shown_before_the_journal_holds_it(program: Program, moving: Event, step: str) -> None:
    before, held = while_the_disk_stands(program, moving, step)
    assert held == before
    moving.set()
    kept(program)
    assert phase(program) == step
    assert seen(program) != before


@pytest.mark.parametrize("step", list(STEPS))
def test_a_window_that_shows_at_once_is_caught(
    program: Program, moving: Event, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(RoomDesk, "_journaled", property(lambda _room: True))
    before, held = while_the_disk_stands(program, moving, step)
    assert held != before


def test_what_is_typed_beside_the_votes_stays_while_the_disk_stands_still(program: Program, moving: Event) -> None:
    room = program.window.session.room
    screen = begin(program, Room(present=1))
    room.run(forward)
    room.run(cast, 1)
    room.run(reveal)
    kept(program)
    moving.clear()
    fields = screen.parts.talk.fields
    texts = ("Nobody saw it", "It is in every plan", "The plans", "Two doubt it")
    for field, text in zip(fields, texts, strict=True):
        field.take_focus()
        QTest.keyClicks(field.edit, text)
        settle()
    screen.leave_field()
    settle()
    assert tuple(field.text for field in fields) == texts
    moving.set()
    kept(program)
    low, high, settled, dissent = texts
    assert tuple(field.text for field in fields) == texts
    assert room.at.answer.talk == Talk(low=low, high=high, settle=settled, dissent=dissent)
