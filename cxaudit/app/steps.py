"""The way through the questions: read, vote, reveal, locked, each a step forward and back, and which question next.

Stepping back over a reveal hides the round on the wall and takes nothing away; the next step forward shows it again.
A question with votes of files alone is read and then revealed, without a vote.
"""

from __future__ import annotations

from cxaudit.app.merge import prework
from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, refusal, workshop_edit
from cxaudit.app.room_clock import fresh_timer
from cxaudit.app.rounds import reveal
from cxaudit.domain.assessment import Answer
from cxaudit.domain.workshop import Phase


def open_question(session: RoomSession, practice: str) -> Outcome:
    """Go to a question: one with votes that wait is still voted on, one that was revealed shows what is on file."""
    if (refused := refusal(session)) is not None:
        return refused
    if practice not in session.asked:
        return Refusal("not asked", practice=practice)
    if practice == session.practice:
        return Step(None, session.ballot)
    timer = fresh_timer(session.pack, session.workshop.room, practice)
    return Step(workshop_edit(session, at=practice, phase=_arrival(session, practice), timer=timer), session.ballot)


def _arrival(session: RoomSession, practice: str) -> Phase:
    answer = session.assessment.answer(practice)
    if answer.lock is not None:
        return "locked"
    if session.ballot is not None and session.ballot.practice == practice:
        return "vote"
    return "reveal" if answer.revealed else "read"


def forward(session: RoomSession) -> Outcome:
    """Take the next step; from the reveal it is a choice (see `closing`), from a closed question the next open one."""
    if (refused := refusal(session)) is not None:
        return refused
    phase, answer = session.workshop.phase, session.answer
    if phase == "locked":
        return next_open(session)
    if phase == "vote" or (phase == "read" and _votes_are_files(session, answer)):
        return reveal(session)
    if phase == "reveal" and answer.lock is None:
        return Refusal("how to close")
    return Step(workshop_edit(session, phase="vote" if phase == "read" else "locked"), session.ballot)


def back(session: RoomSession) -> Outcome:
    """Take a step back: from the first state of a question to the question before."""
    if (refused := refusal(session)) is not None:
        return refused
    phase = session.workshop.phase
    if phase == "read":
        before = _before(session)
        return open_question(session, before[-1]) if before else Refusal("first question")
    if phase == "locked":
        return Step(workshop_edit(session, phase="reveal"), session.ballot)
    over_the_vote = phase == "vote" or _votes_are_files(session, session.answer)
    return Step(workshop_edit(session, phase="read" if over_the_vote else "vote"), session.ballot)


def _before(session: RoomSession) -> tuple[str, ...]:
    """Return the practice ids of the mode before the one at hand, which itself may not be asked in this mode."""
    order = tuple(session.pack.practices)
    earlier = order[: order.index(session.practice)]
    return tuple(practice for practice in session.asked if practice in earlier)


def _votes_are_files(session: RoomSession, answer: Answer) -> bool:
    return bool(answer.rounds) and answer.room_rounds == 0 and session.waiting is None


def next_open(session: RoomSession) -> Outcome:
    """Go to the next question that is not closed.

    With answers from before first those that need the room, the most split first, then those that nobody answered;
    else, and then, in the pack's order and from its end to its beginning. Tells no vote.
    """
    if (refused := refusal(session)) is not None:
        return refused
    before, left = _before(session), prework(session) if session.workshop.merged else None
    ordered = (*left.split, *left.blank) if left else ()
    others = sorted(session.open_questions, key=lambda practice: practice in before)
    following = [practice for practice in (*ordered, *others) if practice != session.practice]
    return open_question(session, following[0]) if following else Refusal("all closed")
