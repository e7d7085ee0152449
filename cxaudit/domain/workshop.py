"""The workshop: who is in the room, how it votes, where it is, and what was put aside to be talked about later.

Votes that were not revealed are none of it: they lie in a box of their own (`Ballot`, `app.ports.BallotBox`), never in
the assessment, its journal or its file. What was revealed is append-only: rounds, locks and why a lock was opened.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from cxaudit.domain.fields import Day, Line, PracticeId, Prose, Short
from cxaudit.domain.model import Frozen, Level

Vote = Level | Literal["dk", "na", "-"]
"""One person's vote: a level, "don't know", "does not apply" (counts as don't know), or none ("-": abstained)."""

Method = Literal["cards", "ballot", "tally", "files"]
"""How votes are given: cards counted by hand, a secret ballot on one device, a tally typed in, files from before."""

Phase = Literal["read", "vote", "reveal", "locked"]
"""Where the room is with one question; a re-vote is `vote` with rounds before it."""

LARGEST_ROOM = 200
MOST_ROUNDS = 20
MOST_OPENED = 50
MOST_PARKED = 200
_ORDER = (1, 2, 3, 4, 5, "dk", "na", "-")

Seats = Annotated[int, Field(ge=0, le=LARGEST_ROOM)]


def in_order(votes: tuple[Vote, ...]) -> tuple[Vote, ...]:
    """Return votes in the one order in which they are kept."""
    return tuple(sorted(votes, key=_ORDER.index))


class GroupVotes(Frozen):
    """The votes of one group, sorted, so that no order tells who voted; `group` is empty where there are no groups.

    Those present who gave no vote stand in it as "-". No error message tells votes.
    """

    model_config = ConfigDict(hide_input_in_errors=True)

    group: Line = ""
    votes: Annotated[tuple[Vote, ...], Field(max_length=LARGEST_ROOM)] = ()

    @model_validator(mode="after")
    def _sorted(self) -> Self:
        if self.votes != in_order(self.votes):
            msg = "votes are kept sorted"
            raise ValueError(msg)
        return self


class Round(Frozen):
    """One vote of the room that was revealed; of method "files" the round 0, which was given before."""

    method: Method
    groups: Annotated[tuple[GroupVotes, ...], Field(min_length=1, max_length=4)]

    @property
    def votes(self) -> tuple[Vote, ...]:
        """Return all votes of the round, sorted, abstentions ("-") among them."""
        return in_order(tuple(vote for group in self.groups for vote in group.votes))

    @property
    def levels(self) -> tuple[int, ...]:
        """Return the levels given, sorted."""
        return tuple(vote for vote in self.votes if isinstance(vote, int))

    @property
    def abstained(self) -> int:
        """Return how many gave no vote."""
        return self.votes.count("-")


class Lock(Frozen):
    """How a question was closed.

    "votes": the votes stand as they are. "agreed": the room agreed on `level`, for a `reason`. "none": no agreement,
    with the levels from `lowest` to `highest`; a valid end. `dissent` is the view of those who see it otherwise.
    """

    kind: Literal["votes", "agreed", "none"]
    level: Level | None = None
    lowest: Level | None = None
    highest: Level | None = None
    reason: Prose = ""
    dissent: Prose = ""


class Opened(Frozen):
    """A lock that was opened again, and why."""

    lock: Lock
    reason: Annotated[Prose, StringConstraints(min_length=1)]


class Talk(Frozen):
    """What the room said about one practice, in its own words; nobody is named.

    `low` and `high` are the arguments of both sides, `settle` what evidence would settle it. `dissent` is what those
    say who see it otherwise, as long as the question is open; the lock takes it over.
    """

    low: Prose = ""
    high: Prose = ""
    settle: Prose = ""
    dissent: Prose = ""


class RoomGroup(Frozen):
    """A label chosen at the start (leaders, front line), and how many of it are present."""

    label: Short
    present: Seats


class Room(Frozen):
    """Who is there and how the room votes. Without groups, `present` counts everybody; with groups it is their sum."""

    present: Annotated[int, Field(ge=1, le=LARGEST_ROOM)]
    groups: Annotated[tuple[RoomGroup, ...], Field(max_length=4)] = ()
    method: Method = "cards"
    minutes: Annotated[int, Field(ge=1, le=60)] = 4

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        labels = {group.label for group in self.groups}
        if self.groups and (len(self.groups) == 1 or len(labels) < len(self.groups)):
            msg = "give two to four groups, each with a label of its own"
            raise ValueError(msg)
        if self.groups and sum(group.present for group in self.groups) != self.present:
            msg = "those present are the sum of the groups"
            raise ValueError(msg)
        return self

    @property
    def seats(self) -> dict[str, int]:
        """Return how many are present by group label; one entry under an empty label where there are no groups."""
        return {group.label: group.present for group in self.groups} or {"": self.present}


class Parked(Frozen):
    """Something put aside: what, on which practice it came up, who takes it on by when, or that it was dropped."""

    text: Annotated[Prose, StringConstraints(min_length=1)]
    practice: PracticeId | None = None
    owner: Line = ""
    due: Day | None = None
    dropped: bool = False


class Timer(Frozen):
    """The clock on the wall: seconds left when it was last stopped or set, and since when (ISO 8601) it runs."""

    left: Annotated[int, Field(ge=-86_400, le=86_400)]
    since: Line = ""


class Merged(Frozen):
    """A file that was filled in before: the label chosen for its author, a mark of what it holds, the group's label."""

    label: Short
    assessment: Short
    group: Line = ""


class Workshop(Frozen):
    """A session in a room: where it is (`at`, `phase`), the clock, what was parked, the files that were merged.

    `started` is when (ISO 8601). `done_before` are the minutes of the questions that were closed already then.
    """

    room: Room
    at: PracticeId
    phase: Phase = "read"
    timer: Timer | None = None
    parked: Annotated[tuple[Parked, ...], Field(max_length=200)] = ()
    merged: Annotated[tuple[Merged, ...], Field(max_length=LARGEST_ROOM)] = ()
    started: Line = ""
    done_before: Annotated[int, Field(ge=0, le=10_000)] = 0
    ended: bool = False


class Ballot(Frozen):
    """Votes on one practice that were given and not revealed. Never shown, journaled or logged; `repr` tells no vote.

    `session` is when its workshop started and `rounds` how many rounds the practice had then, so that votes left over
    from another session, or revealed already, are known as such.
    """

    model_config = ConfigDict(hide_input_in_errors=True)

    practice: PracticeId
    session: Line = ""
    rounds: Annotated[int, Field(ge=0, le=MOST_ROUNDS)] = 0
    groups: Annotated[tuple[GroupVotes, ...], Field(max_length=4, repr=False)] = ()

    @property
    def given(self) -> int:
        """Return how many have voted or abstained, which is all that may be told."""
        return sum(len(group.votes) for group in self.groups)

    def votes(self, group: str = "") -> tuple[Vote, ...]:
        """Return the votes of one group, sorted."""
        return next((found.votes for found in self.groups if found.group == group), ())

    def with_votes(self, group: str, votes: tuple[Vote, ...]) -> Ballot:
        """Return the ballot with these as the votes of one group; groups are kept sorted by label."""
        rest = [found for found in self.groups if found.group != group]
        new = [GroupVotes(group=group, votes=in_order(votes))] if votes else []
        return self.model_copy(update={"groups": tuple(sorted((*rest, *new), key=lambda found: found.group))})
