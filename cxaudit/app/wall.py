"""What may be seen of a workshop, on the wall and on the console alike: nothing of a vote before its reveal.

Windows show votes out of `WallState` and from nowhere else; the console shows typed cards besides
(`ballots.typed_counts`).
"""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app.room import RoomSession
from cxaudit.app.rounds import complete
from cxaudit.domain.panels import PerceptionGap, Prompt, perception_gap, prompts
from cxaudit.domain.workshop import Lock, Method, Phase, Round, Timer, Vote


@dataclass(frozen=True, slots=True)
class ShownRound:
    """One round as a room may see it: how it was voted and all votes, sorted; no group is told apart."""

    method: Method
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class WallState:
    """What may be shown at one state of a question.

    `given` is how many are in, of `present`, while the room votes, else None. Of counted cards it is told only once
    all are typed, as the number would jump by what each level got. `rounds` are those revealed, oldest first, empty
    before; of the last one come `prompts`, and `gap`, where each group is large enough. `lock` is how the question was
    closed, once it is locked; from then on there is no `timer`.
    """

    practice: str
    phase: Phase
    present: int
    given: int | None = None
    timer: Timer | None = None
    rounds: tuple[ShownRound, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    gap: PerceptionGap | None = None
    lock: Lock | None = None
    ended: bool = False


def wall(session: RoomSession) -> WallState:
    """Return what may be seen of the question at hand."""
    workshop, lock = session.workshop, session.answer.lock
    rounds = session.answer.rounds if workshop.phase in {"reveal", "locked"} else ()
    return WallState(
        practice=workshop.at,
        phase=workshop.phase,
        present=workshop.room.present,
        given=_given(session) if workshop.phase == "vote" else None,
        timer=workshop.timer if lock is None else None,
        rounds=tuple(ShownRound(found.method, found.votes) for found in rounds),
        prompts=prompts(rounds[-1].votes) if rounds else (),
        gap=_gap(rounds),
        lock=lock if workshop.phase == "locked" else None,
        ended=workshop.ended,
    )


def _given(session: RoomSession) -> int | None:
    if session.workshop.room.method == "cards" and not complete(session):
        return None
    return session.waiting.given if session.waiting else 0


def _gap(rounds: tuple[Round, ...]) -> PerceptionGap | None:
    return perception_gap(rounds[-1].groups) if rounds else None
