"""One organisation's answers to one pack version, and the small edits that change them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from cxaudit.domain.fact_check import StoredValue
from cxaudit.domain.fields import Day, Digest, Line, Mode, Prose, Short, Slug
from cxaudit.domain.model import Frozen, Level
from cxaudit.domain.report_choices import ReportChoices
from cxaudit.domain.workshop import MOST_OPENED, MOST_ROUNDS, Lock, Opened, Round, Talk, Vote, Workshop

EvidenceKind = Literal["document", "record", "figures", "seen", "told"]
"""What shows a level: a document, a dated record of what changed, figures before and after, seen on the spot, told."""


class Answer(Frozen):
    """What is on file for one practice: at most one of the four states, and what was written beside it.

    No state at all is *unanswered*. `votes` are the levels of several respondents in no order that means
    anything; `agreed` is the level that they recorded. `mark` is "come back to this".
    """

    level: Level | None = None
    dont_know: bool = False
    not_applicable: Annotated[Prose, StringConstraints(min_length=1)] | None = None
    votes: Annotated[tuple[Vote, ...], Field(min_length=1, max_length=1000)] | None = None
    agreed: Level | None = None
    evidence: Prose = ""
    evidence_kind: EvidenceKind | None = None
    evidence_date: Day | None = None
    facts: Annotated[dict[Slug, StoredValue], Field(max_length=20)] = Field(default_factory=dict)
    note: Prose = ""
    mark: bool = False
    seconds: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    quick: bool = False
    carried: bool = False
    rounds: Annotated[tuple[Round, ...], Field(max_length=MOST_ROUNDS)] = ()
    lock: Lock | None = None
    opened: Annotated[tuple[Opened, ...], Field(max_length=MOST_OPENED)] = ()
    talk: Talk | None = None
    revision: Annotated[int, Field(ge=1)] = 1

    @model_validator(mode="after")
    def _one_state(self) -> Self:
        states = (self.level is not None, self.dont_know, self.not_applicable is not None, self.votes is not None)
        if sum(states) > 1:
            msg = "give one of level, dont_know, not_applicable and votes"
            raise ValueError(msg)
        if self.agreed is not None and self.votes is None:
            msg = "agreed goes with votes"
            raise ValueError(msg)
        return self

    @property
    def answered(self) -> bool:
        """Return whether any of the four states was given, and not only carried over."""
        return not self.carried and (
            self.level is not None or self.dont_know or self.not_applicable is not None or self.votes is not None
        )

    @property
    def panel(self) -> tuple[Vote, ...]:
        """Return the votes, a single person's answer being a panel of one and no answer an empty one."""
        if self.carried:
            return ()
        if self.votes is not None:
            return self.votes
        if self.level is not None:
            return (self.level,)
        return ("dk",) if self.dont_know else ()

    @property
    def room_rounds(self) -> int:
        """Return how many rounds were voted in the room; round 0, made of files from before, is none of them."""
        return sum(found.method != "files" for found in self.rounds)

    @property
    def revealed(self) -> bool:
        """Return whether the room has seen the last round: round 0 waits until its question is revealed."""
        return self.lock is not None or self.room_rounds > 0 or (bool(self.rounds) and self.votes is not None)


UNANSWERED = Answer()


class ActionState(Frozen):
    """What was decided about one action: its status, who owns it, when it is due, and why not now."""

    status: Literal["open", "done", "accepted"] = "open"
    reason: Prose = ""
    owner: Line = ""
    due: Day | None = None


class Assessment(Frozen):
    """One organisation's answers to one pack version.

    `answers` are keyed by practice id; `targets` by dimension id or practice id. `reviewed` says that the
    review list was accepted once, which opens the results. `prediction` is a guess of the overall level, made before
    the first question and told again last. `report` is what was chosen for the report; None for the program's own.
    """

    id: Short
    pack: Short
    version: Short
    content: Digest
    mode: Mode = "full"
    organisation: Line = ""
    date: Day | None = None
    targets: dict[str, Level] = Field(default_factory=dict)
    answers: dict[str, Answer] = Field(default_factory=dict)
    actions: dict[str, ActionState] = Field(default_factory=dict)
    reviewed: bool = False
    prediction: Level | None = None
    workshop: Workshop | None = None
    report: ReportChoices | None = None

    def answer(self, practice: str) -> Answer:
        """Return the answer on file for a practice id, or `UNANSWERED`."""
        return self.answers.get(practice, UNANSWERED)

    def action(self, action: str) -> ActionState:
        """Return the state on file for an action id, or the open one."""
        return self.actions.get(action, ActionState())
