"""The clock of a workshop: the timer of one question on the wall, and how the session keeps to its minutes.

The time is passed in, as the wall clock tells it: a timer that runs goes on while the computer sleeps. At zero nothing
happens by itself; the seconds go on below it. A closed question has no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, refusal, workshop_edit
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import Room, Timer

MINUTE = 60
LONGEST = 86_400
"""The most seconds that a timer tells, above zero and below."""


def suggested_minutes(pack: Pack, room: Room, practice: str) -> int:
    """Return how many minutes a question should take: what its script says, else what the room chose."""
    script = pack.practices[practice].script
    return room.minutes if script is None else script.minutes


def fresh_timer(pack: Pack, room: Room, practice: str) -> Timer:
    """Return a timer with the question's minutes, standing."""
    return Timer(left=suggested_minutes(pack, room, practice) * MINUTE)


def seconds_left(timer: Timer, now: datetime) -> int:
    """Return the seconds that a timer shows; below 0 those since it ran out."""
    begun = _moment(timer.since)
    gone = 0 if begun is None else max(0, int((now - begun).total_seconds()))
    return max(timer.left - gone, -LONGEST)


def stopped(timer: Timer, now: datetime) -> Timer:
    """Return the timer as it stands now."""
    return Timer(left=seconds_left(timer, now))


def toggle_timer(session: RoomSession, now: datetime) -> Outcome:
    """Let the timer run, or stop it."""
    if (refused := _refusal(session)) is not None:
        return refused
    timer = _timer(session)
    new = stopped(timer, now) if timer.since else Timer(left=timer.left, since=now.isoformat())
    return Step(workshop_edit(session, timer=new), session.ballot)


def add_minute(session: RoomSession, now: datetime) -> Outcome:
    """Give the question another minute; one that has run out gets a minute from now."""
    if (refused := _refusal(session)) is not None:
        return refused
    timer = _timer(session)
    left = min(max(0, seconds_left(timer, now)) + MINUTE, LONGEST)
    new = Timer(left=left, since=now.isoformat() if timer.since else "")
    return Step(workshop_edit(session, timer=new), session.ballot)


def _refusal(session: RoomSession) -> Refusal | None:
    if (refused := refusal(session)) is not None:
        return refused
    return Refusal("locked") if session.answer.lock is not None else None


def _timer(session: RoomSession) -> Timer:
    return session.workshop.timer or fresh_timer(session.pack, session.workshop.room, session.practice)


@dataclass(frozen=True, slots=True)
class Drift:
    """How a session keeps to its minutes, all in seconds.

    `elapsed` since it started, `planned` for what is closed since then and what was spent on the question at hand, up
    to its own minutes. `left` is what the open questions should still take, `ends` when that is over.
    """

    elapsed: int
    planned: int
    left: int
    ends: datetime

    @property
    def behind(self) -> int:
        """Return by how much the session is behind; below 0 it is ahead."""
        return self.elapsed - self.planned


def drift(session: RoomSession, now: datetime) -> Drift:
    """Return how the session keeps to its minutes."""
    workshop, pack = session.workshop, session.pack
    begun = _moment(workshop.started) or now
    closed = closed_minutes(pack, session.assessment, workshop.room) - workshop.done_before
    left = sum(suggested_minutes(pack, workshop.room, practice) for practice in session.open_questions) * MINUTE
    spent = _spent(session, now)
    return Drift(
        elapsed=max(0, int((now - begun).total_seconds())),
        planned=max(0, closed) * MINUTE + spent,
        left=left - spent,
        ends=now + timedelta(seconds=left - spent),
    )


def closed_minutes(pack: Pack, assessment: Assessment, room: Room) -> int:
    """Return the minutes of the closed questions; one that was closed on files alone took the room none."""
    return sum(
        suggested_minutes(pack, room, practice.id)
        for practice in pack.asked(assessment.mode)
        if _took_time(assessment.answer(practice.id))
    )


def _took_time(answer: Answer) -> bool:
    return answer.lock is not None and (answer.room_rounds > 0 or answer.lock.kind != "votes")


def _spent(session: RoomSession, now: datetime) -> int:
    """Return the seconds spent on the question at hand, at most its own minutes; none once it is closed."""
    if session.practice not in session.open_questions:
        return 0
    minutes = suggested_minutes(session.pack, session.workshop.room, session.practice) * MINUTE
    return min(max(0, minutes - seconds_left(_timer(session), now)), minutes)


def _moment(text: str) -> datetime | None:
    """Return a moment with its offset, or None where a text names none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if found.tzinfo is None else found
