"""How a question ends: as the votes stand, on an agreed level with a reason, or without agreement; and how it reopens.

Also what the room said about it, in its own words. The dissent note is kept there until a lock takes it over; `dissent`
of a lock is another one (None: the note as it is).
"""

from __future__ import annotations

from typing import Literal

from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, refusal, together, workshop_edit
from cxaudit.app.room_clock import fresh_timer
from cxaudit.app.rounds import standing
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit, TogetherEdit
from cxaudit.domain.model import HI, LO
from cxaudit.domain.workshop import MOST_OPENED, Lock, Opened, Talk

Part = Literal["low", "high", "settle", "dissent"]
"""One of the things that a `Talk` holds."""

LONGEST = 20_000
"""The most characters of one thing that a room says."""


def lock_votes(session: RoomSession, dissent: str | None = None) -> Outcome:
    """Close the question at hand with the votes as they stand."""
    return _close(session, Lock(kind="votes"), dissent)


def lock_agreed(session: RoomSession, level: int, reason: str, dissent: str | None = None) -> Outcome:
    """Close the question at hand on the level that the room agreed on, for a reason; the votes stay on file."""
    if not LO <= level <= HI:
        return Refusal("range wrong")
    if not reason.strip():
        return Refusal("reason missing")
    if len(reason) > LONGEST:
        return Refusal("text too long", by=LONGEST)
    return _close(session, Lock(kind="agreed", level=level, reason=reason.strip()), dissent)


def lock_open(session: RoomSession, lowest: int, highest: int, dissent: str | None = None) -> Outcome:
    """Close the question at hand without agreement, with the levels between which the room stays: a valid end."""
    if not LO <= lowest <= highest <= HI:
        return Refusal("range wrong")
    return _close(session, Lock(kind="none", lowest=lowest, highest=highest), dissent)


def _close(session: RoomSession, lock: Lock, dissent: str | None) -> Outcome:
    if (refused := _not_closable(session)) is not None:
        return refused
    if dissent is not None and len(dissent) > LONGEST:
        return Refusal("text too long", by=LONGEST)
    answer = _locked(standing(session, session.answer), lock, dissent)
    return Step(together(session, answer, phase="locked", timer=None), session.ballot)


def _locked(answer: Answer, lock: Lock, dissent: str | None = None) -> Answer:
    """Return an answer that is closed; the dissent note goes from what was said to the lock."""
    note = answer.talk.dissent if dissent is None and answer.talk else dissent or ""
    kept = lock.model_copy(update={"dissent": note.strip()})
    said = _with(answer.talk, "dissent", "")
    return answer.model_copy(update={"lock": kept, "agreed": lock.level, "talk": said})


def _with(talk: Talk | None, part: Part, text: str) -> Talk | None:
    """Return what was said with another text in one place, None where nothing is left."""
    said = (talk or Talk()).model_copy(update={part: text})
    return None if said == Talk() else said


def _not_closable(session: RoomSession) -> Refusal | None:
    if (refused := refusal(session)) is not None:
        return refused
    if session.answer.lock is not None:
        return Refusal("locked")
    return None if session.workshop.phase == "reveal" else Refusal("nothing revealed")


def unlock(session: RoomSession, reason: str) -> Outcome:
    """Open a closed question again; why, and how it was closed, stay on file, and its dissent note is at hand again."""
    if (refused := refusal(session)) is not None:
        return refused
    answer, lock = session.answer, session.answer.lock
    if lock is None:
        return Refusal("not locked")
    if not reason.strip():
        return Refusal("reason missing")
    if len(reason) > LONGEST:
        return Refusal("text too long", by=LONGEST)
    if len(answer.opened) >= MOST_OPENED:
        return Refusal("opened too often", by=MOST_OPENED)
    opened = (*answer.opened, Opened(lock=lock, reason=reason.strip()))
    change = {"lock": None, "agreed": None, "opened": opened, "talk": _with(answer.talk, "dissent", lock.dissent)}
    timer = fresh_timer(session.pack, session.workshop.room, session.practice)
    return Step(together(session, answer.model_copy(update=change), phase="reveal", timer=timer), session.ballot)


def record_talk(session: RoomSession, practice: str, part: Part, text: str) -> Outcome:
    """Keep one thing that the room said about a practice, the others as they are; also once the session is over.

    The dissent note of a closed question stays as it is.
    """
    if session.assessment.workshop is None:
        return Refusal("no workshop")
    answer = session.assessment.answer(practice)
    if part == "dissent" and answer.lock is not None:
        return Refusal("locked")
    if len(text) > LONGEST:
        return Refusal("text too long", by=LONGEST)
    kept = answer.model_copy(update={"talk": _with(answer.talk, part, text)})
    return Step(AnswerEdit(practice=practice, answer=kept), session.ballot)


def lock_all_as_voted(session: RoomSession, practices: tuple[str, ...]) -> Outcome:
    """Close several questions at once with the votes of the files as they stand, in one step of undo.

    They are shown closed from then on. Refuses one that is closed, has no votes on file or has votes that wait.
    """
    if (refused := refusal(session)) is not None:
        return refused
    edits: list[AnswerEdit] = []
    for practice in practices:
        answer = session.assessment.answer(practice)
        if answer.lock is not None or not answer.rounds or practice not in session.asked:
            return Refusal("locked" if answer.lock else "nobody voted", practice=practice)
        if session.ballot is not None and session.ballot.practice == practice:
            return Refusal("votes waiting", by=session.ballot.given, practice=practice)
        locked = _locked(standing(session, answer, practice), Lock(kind="votes"))
        edits.append(AnswerEdit(practice=practice, answer=locked))
    here = [workshop_edit(session, phase="locked", timer=None)] if session.practice in practices else []
    return Step(TogetherEdit(edits=(*edits, *here)) if edits else None, session.ballot)
