"""Runs the real program with a workshop until it is killed: `kill_consoles.py HOME STATE`.

It takes the room to a state, prints as one line of JSON where it is, and waits; at the state "busy" it goes on and on.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from support.console import begin, kept
from support.program import running, settle

from cxaudit.app.ballots import Counts, cast, set_counts
from cxaudit.app.closing import lock_votes, record_talk
from cxaudit.app.parking import park
from cxaudit.app.room import RoomSession
from cxaudit.app.room_clock import toggle_timer
from cxaudit.app.rounds import reveal, vote_again
from cxaudit.app.steps import forward
from cxaudit.app.wall import wall
from cxaudit.domain.workshop import Room
from cxaudit.ui.app import Program

STATES = ("read", "vote", "all in", "reveal", "re-vote", "locked", "cards", "parked", "dissent")
PEOPLE = 4
CARDS = Counts((2, 0, 1, 0, 0))
"""Cards that are counted when the console is killed; one is missing."""


def story(room: RoomSession) -> dict[str, object]:
    """Return where a room is, votes that wait told by their number alone, and what the wall may show."""
    workshop, state = room.workshop, wall(room)
    return {
        "practice": workshop.at,
        "phase": workshop.phase,
        "timer": workshop.timer.model_dump() if workshop.timer else None,
        "given": room.waiting.given if room.waiting else 0,
        "rounds": [list(found.votes) for found in room.answer.rounds],
        "shown": [list(found.votes) for found in state.rounds],
        "locked": room.answer.lock is not None,
        "parked": [item.text for item in workshop.parked],
        "said": room.answer.talk.model_dump() if room.answer.talk else None,
    }


def _vote(program: Program, people: int) -> None:
    for person in range(people):
        program.window.session.room.run(cast, 1 + person % 5)


def take_to(program: Program, state: str) -> None:
    """Take a room from the start to a state."""
    room = program.window.session.room
    room.run(toggle_timer, room.now())
    steps = {
        "read": (),
        "vote": (lambda: room.run(forward), lambda: _vote(program, 2)),
        "all in": (lambda: room.run(forward), lambda: _vote(program, PEOPLE)),
    }
    shown = (*steps["all in"], lambda: room.run(reveal))
    steps |= {
        "reveal": shown,
        "re-vote": (*shown, lambda: room.run(vote_again), lambda: _vote(program, 3)),
        "locked": (*shown, lambda: room.run(lock_votes)),
        "cards": (lambda: room.run(forward), lambda: room.run(set_counts, CARDS)),
        "parked": (*steps["vote"], lambda: room.run(park, "Who pays?")),
        "dissent": (*shown, lambda: room.run(record_talk, room.at.practice, "dissent", "Not in the north.")),
    }
    for step in steps[state]:
        step()
        kept(program)


def _go_on_and_on(program: Program) -> None:
    room = program.window.session.room
    room.run(forward)
    while True:
        _vote(program, PEOPLE)
        room.run(reveal)
        settle(1)
        if not room.run(vote_again):
            room.run(lock_votes)
            room.run(forward)
            room.run(forward)


def main() -> None:
    """Take the room to a state and wait to be killed."""
    home, state = Path(sys.argv[1]), sys.argv[2]
    with running(home) as program:
        begin(program, Room(present=PEOPLE, method="cards" if state == "cards" else "ballot"))
        document = program.window.session.document
        assert document is not None
        if state != "busy":
            take_to(program, state)
        told = {"path": str(document.path), "story": story(program.window.session.room.at)}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        if state == "busy":
            _go_on_and_on(program)
        time.sleep(600)


if __name__ == "__main__":
    main()
