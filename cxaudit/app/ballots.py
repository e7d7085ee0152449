"""Votes that are given and not yet revealed: cards counted by hand, a secret ballot, a tally.

No edit comes of them: they lie in the ballot box alone until `rounds.reveal`. Only counted cards are ever told again,
to the one who types them (`typed_counts`).
"""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, refusal
from cxaudit.app.rounds import no_more_rounds
from cxaudit.domain.model import LEVELS
from cxaudit.domain.workshop import LARGEST_ROOM, Ballot, Vote


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of a group voted what: `levels` for 1 to 5."""

    levels: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    dont_know: int = 0
    does_not_apply: int = 0
    abstained: int = 0

    @property
    def total(self) -> int:
        """Return how many that are."""
        return sum(self.levels) + self.dont_know + self.does_not_apply + self.abstained

    @property
    def votes(self) -> tuple[Vote, ...]:
        """Return them as votes, sorted."""
        rest = (self.dont_know, self.does_not_apply, self.abstained)
        given = zip((*LEVELS, "dk", "na", "-"), (*self.levels, *rest), strict=True)
        return tuple(vote for vote, count in given for _ in range(count))


def set_counts(session: RoomSession, counts: Counts, group: str = "") -> Outcome:
    """Keep the counts of the cards of a group, whether they match those present yet or not: a reveal needs that.

    What was typed is never dropped; `rounds.outstanding` tells by how many it differs.
    """
    if (refused := _not_open(session, group)) is not None:
        return refused
    if session.workshop.room.method != "cards":
        return Refusal("not by this method")
    fields = (*counts.levels, counts.dont_know, counts.does_not_apply, counts.abstained)
    if min(fields) < 0 or counts.total > LARGEST_ROOM:
        return Refusal("too many", by=LARGEST_ROOM)
    return _kept(_ballot(session).with_votes(group, counts.votes))


def typed_counts(session: RoomSession, group: str = "") -> Counts | None:
    """Return the counts that were typed for the cards of a group; None for votes that nobody may see yet."""
    if session.workshop.room.method != "cards":
        return None
    votes = session.waiting.votes(group) if session.waiting else ()
    ones, twos, threes, fours, fives = (votes.count(level) for level in LEVELS)
    return Counts((ones, twos, threes, fours, fives), votes.count("dk"), votes.count("na"), votes.count("-"))


def cast(session: RoomSession, vote: Vote, group: str = "") -> Outcome:
    """Add one vote, of a secret ballot, a tally or a card; no more than people present."""
    if (refused := _not_open(session, group)) is not None:
        return refused
    ballot = _ballot(session)
    votes = ballot.votes(group)
    if len(votes) >= session.workshop.room.seats[group]:
        return Refusal("all in", by=len(votes), group=group)
    return _kept(ballot.with_votes(group, (*votes, vote)))


def correct(session: RoomSession, old: Vote, new: Vote | None = None, group: str = "") -> Outcome:
    """Put another vote in place of one, or take it away; in a secret ballot only all votes together (`restart`)."""
    if (refused := _not_open(session, group)) is not None:
        return refused
    if session.workshop.room.method == "ballot":
        return Refusal("only whole")
    votes = list(_ballot(session).votes(group))
    if old not in votes:
        return Refusal("not given", group=group)
    votes.remove(old)
    return _kept(_ballot(session).with_votes(group, (*votes, *(() if new is None else (new,)))))


def restart(session: RoomSession) -> Outcome:
    """Take back all votes that wait, wherever the room is; the round begins anew."""
    if (refused := refusal(session)) is not None:
        return refused
    return Refusal("nobody voted") if session.ballot is None else Step(None, None)


def _not_open(session: RoomSession, group: str) -> Refusal | None:
    if (refused := refusal(session)) is not None:
        return refused
    if session.workshop.phase != "vote":
        return Refusal("not voting")
    if session.ballot is not None and session.waiting is None:
        return Refusal("votes elsewhere", by=session.ballot.given, practice=session.ballot.practice)
    if group not in session.workshop.room.seats:
        return Refusal("unknown group", group=group)
    return no_more_rounds(session)


def _ballot(session: RoomSession) -> Ballot:
    """Return the votes that wait, or an empty ballot of this round."""
    fresh = Ballot(practice=session.practice, session=session.workshop.started, rounds=session.answer.room_rounds)
    return session.waiting or fresh


def _kept(ballot: Ballot) -> Step:
    return Step(None, ballot if ballot.given else None)
