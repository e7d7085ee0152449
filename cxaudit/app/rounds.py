"""From the votes that wait to a round on file: reveal, and vote again."""

from __future__ import annotations

from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, refusal, together, workshop_edit
from cxaudit.domain.assessment import Answer
from cxaudit.domain.workshop import MOST_ROUNDS, Ballot, Round

NO_STATE: dict[str, object] = {"level": None, "dont_know": False, "not_applicable": None, "carried": False}
"""What an answer no longer says once the votes of a room are on file."""


def outstanding(session: RoomSession) -> dict[str, int]:
    """Return by group label how many votes are missing for a reveal; below 0 there are more votes than people."""
    ballot = session.waiting
    return {g: present - len(ballot.votes(g) if ballot else ()) for g, present in session.workshop.room.seats.items()}


def complete(session: RoomSession) -> bool:
    """Return whether everybody present has voted or abstained, so that the votes can be revealed."""
    return session.waiting is not None and not any(outstanding(session).values())


def reveal(session: RoomSession) -> Outcome:
    """Put the votes that wait on file as a new round, and show them.

    Where no vote waits, the round on file that was hidden is shown again: one from which the room stepped back, or
    that of the files.
    """
    if (refused := _not_ready(session)) is not None:
        return refused
    ballot = session.waiting
    answer = session.answer if ballot is None else _with_round(session, ballot)
    return Step(together(session, standing(session, answer), phase="reveal"), None if ballot else session.ballot)


def _not_ready(session: RoomSession) -> Refusal | None:
    if (refused := refusal(session)) is not None:
        return refused
    if session.workshop.phase not in {"read", "vote"}:
        return Refusal("not voting")
    if session.waiting is None:
        nobody = "not voting" if session.workshop.phase == "read" else "nobody voted"
        return None if session.answer.rounds else Refusal(nobody, by=session.workshop.room.present)
    for group, missing in outstanding(session).items():
        if missing:
            return Refusal("count differs", by=-missing, group=group)
    return None


def _with_round(session: RoomSession, ballot: Ballot) -> Answer:
    new = Round(method=session.workshop.room.method, groups=ballot.groups)
    return session.answer.model_copy(update={"rounds": (*session.answer.rounds, new)})


def standing(session: RoomSession, answer: Answer, practice: str = "") -> Answer:
    """Return an answer with the votes of its last round as its state; what is written beside it stays."""
    votes = answer.rounds[-1].votes
    change = {
        **NO_STATE,
        "votes": votes,
        "agreed": answer.agreed if answer.votes == votes else None,
        "revision": session.pack.practices[practice or session.practice].revision,
        "quick": session.assessment.mode == "quick",
    }
    return answer.model_copy(update=change)


def vote_again(session: RoomSession) -> Outcome:
    """Open a new round on a question of which one was revealed; the rounds before it stay."""
    if (refused := refusal(session)) is not None:
        return refused
    if (refused := no_more_rounds(session)) is not None:
        return refused
    if not session.answer.revealed:
        return Refusal("nothing revealed")
    return Step(workshop_edit(session, phase="vote"), session.ballot)


def no_more_rounds(session: RoomSession) -> Refusal | None:
    """Return why the question at hand cannot be voted on again, or None."""
    if session.answer.lock is not None:
        return Refusal("locked")
    return Refusal("too many rounds", by=MOST_ROUNDS) if len(session.answer.rounds) >= MOST_ROUNDS else None
