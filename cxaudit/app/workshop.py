"""The beginning and the end of a workshop, who is present, and how the room votes.

See `room` for how a window uses commands; `steps` leads through the questions.
"""

from __future__ import annotations

from datetime import datetime

from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, refusal, workshop_edit
from cxaudit.app.room_clock import closed_minutes, fresh_timer
from cxaudit.domain.edits import WorkshopEdit
from cxaudit.domain.workshop import LARGEST_ROOM, Method, Room, RoomGroup, Workshop


def start(session: RoomSession, room: Room, now: datetime, at: str = "") -> Outcome:
    """Begin a workshop in a room, at a practice id of the mode or at the first question that is open.

    What an earlier session of the same audit parked and merged stays.
    """
    before = session.assessment.workshop
    if before is not None and not before.ended:
        return Refusal("already running")
    if room.method == "files":
        return Refusal("not by this method")
    place = at or next(iter(session.open_questions or session.asked), "")
    if place not in session.asked:
        return Refusal("not asked", practice=place)
    answer = session.assessment.answer(place)
    workshop = Workshop(
        room=room,
        at=place,
        phase="read" if answer.lock is None else "locked",
        timer=fresh_timer(session.pack, room, place),
        parked=before.parked if before else (),
        merged=before.merged if before else (),
        started=now.isoformat(),
        done_before=closed_minutes(session.pack, session.assessment, room),
    )
    return Step(WorkshopEdit(workshop=workshop), None)


def set_present(session: RoomSession, present: int, group: str = "") -> Outcome:
    """Correct how many are present, in the room or in one of its groups, so that one who left blocks no reveal."""
    if (refused := refusal(session)) is not None:
        return refused
    room = session.workshop.room
    if group not in room.seats:
        return Refusal("unknown group", group=group)
    seats = {**room.seats, group: present}
    if present < 0 or max(present, sum(seats.values())) > LARGEST_ROOM:
        return Refusal("too many", by=LARGEST_ROOM)
    if sum(seats.values()) == 0:
        return Refusal("nobody present")
    voted = len(session.ballot.votes(group)) if session.ballot and room.method != "cards" else 0
    if present < voted:
        return Refusal("fewer than voted", by=voted, group=group)
    return Step(workshop_edit(session, room=_seated(room, seats)), session.ballot)


def _seated(room: Room, seats: dict[str, int]) -> Room:
    groups = tuple(RoomGroup(label=label, present=count) for label, count in seats.items() if label)
    return room.model_copy(update={"present": sum(seats.values()), "groups": groups})


def set_method(session: RoomSession, method: Method) -> Outcome:
    """Change how the room votes; not while votes wait, so that nobody counts twice: restart or reveal first."""
    if (refused := refusal(session)) is not None:
        return refused
    if method == "files":
        return Refusal("not by this method")
    if session.ballot is not None:
        return Refusal("votes waiting", by=session.ballot.given, practice=session.ballot.practice)
    room = session.workshop.room.model_copy(update={"method": method})
    return Step(workshop_edit(session, room=room), None)


def end_session(session: RoomSession) -> Outcome:
    """End the session; every parked item needs an owner first, or to be dropped, and no votes may wait."""
    if (refused := refusal(session)) is not None:
        return refused
    if session.ballot is not None:
        return Refusal("votes waiting", by=session.ballot.given, practice=session.ballot.practice)
    parked = enumerate(session.workshop.parked)
    unowned = tuple(place for place, item in parked if not (item.dropped or item.owner.strip()))
    if unowned:
        return Refusal("parked open", by=len(unowned), items=unowned)
    return Step(workshop_edit(session, ended=True, timer=None), None)
