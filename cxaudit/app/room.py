"""A workshop at hand, as a value: the assessment, its pack, and the votes that were given and not revealed.

Commands (in `workshop`, `steps`, `ballots`, `rounds`, `closing`, `room_clock`, `parking`, `merge`) are pure: they take
a `RoomSession` and return a `Step`, or a `Refusal` that says as data why not. A window goes on like this:

    at = room_session(pack, session.assessment, services.ballots.take(session.assessment.id))
    done = cast(at, 4)                                     # or forward(at), reveal(at), lock_votes(at), ...
    if isinstance(done, Refusal):
        say(refusal_words(done))                           # nothing has changed
        return
    if done.edit is not None:
        session.perform(done.edit)                         # the journal first: wait until it has acknowledged,
    if done.ballot != at.ballot:                           # then the box: put, or empty where there is none
        keep(done.ballot)
    at = at.after(done)                                    # only now paint `wall(at)` on both windows

After undo and redo it calls `room_session` again with the ballot that it has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxaudit.app.ports import LostBallot
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.edits import AnswerEdit, Edit, Single, TogetherEdit, WorkshopEdit, apply
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import Ballot, Workshop

Why = Literal[
    "no workshop",
    "already running",
    "ended",
    "not asked",
    "first question",
    "all closed",
    "not voting",
    "votes elsewhere",
    "votes waiting",
    "nobody voted",
    "count differs",
    "too many",
    "all in",
    "not given",
    "only whole",
    "not by this method",
    "unknown group",
    "fewer than voted",
    "nobody present",
    "too many rounds",
    "nothing revealed",
    "how to close",
    "locked",
    "not locked",
    "reason missing",
    "range wrong",
    "text missing",
    "text too long",
    "no such item",
    "lot is full",
    "opened too often",
    "parked open",
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command did nothing.

    `by` is by how many: of "count differs" more (or, below 0, fewer) votes than people present, of "votes waiting"
    and "fewer than voted" how many have voted, of "too many", "too many rounds", "opened too often" and "text too
    long" the most there may be. `group` is the label of the group it is about, `practice` the practice id, `items` are
    places in the parking lot.
    """

    why: Why
    by: int = 0
    group: str = ""
    practice: str = ""
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What a command does: the edit for the journal (None: none), and the votes that wait afterwards (None: none)."""

    edit: Edit | None
    ballot: Ballot | None


Outcome = Step | Refusal


@dataclass(frozen=True, slots=True)
class RoomSession:
    """A workshop at hand. Build it with `room_session`, which passes over votes that do not belong here."""

    pack: Pack
    assessment: Assessment
    ballot: Ballot | None = None

    @property
    def workshop(self) -> Workshop:
        """Return the workshop; only where there is one."""
        assert self.assessment.workshop is not None
        return self.assessment.workshop

    @property
    def practice(self) -> str:
        """Return the id of the practice that the room is at."""
        return self.workshop.at

    @property
    def answer(self) -> Answer:
        """Return what is on file for the practice that the room is at."""
        return self.assessment.answer(self.practice)

    @property
    def asked(self) -> tuple[str, ...]:
        """Return the practice ids of the mode, in the pack's order."""
        return tuple(practice.id for practice in self.pack.asked(self.assessment.mode))

    @property
    def open_questions(self) -> tuple[str, ...]:
        """Return the practice ids of the mode that are not locked, in the pack's order."""
        return tuple(practice for practice in self.asked if self.assessment.answer(practice).lock is None)

    @property
    def waiting(self) -> Ballot | None:
        """Return the votes that wait on the question that the room is at, or None."""
        return self.ballot if self.ballot is not None and self.ballot.practice == self.practice else None

    def after(self, step: Step) -> RoomSession:
        """Return the session once a step is done."""
        assessment = self.assessment if step.edit is None else apply(self.assessment, step.edit)
        return room_session(self.pack, assessment, step.ballot)


def room_session(pack: Pack, assessment: Assessment, kept: Ballot | LostBallot | None = None) -> RoomSession:
    """Return the workshop as it stands, with the votes that were kept where they belong to it.

    Votes of another session, and those that were revealed before they could be taken out of the box, do not.
    """
    ballot = kept if isinstance(kept, Ballot) and _belongs(kept, assessment) else None
    return RoomSession(pack, assessment, ballot)


def _belongs(ballot: Ballot, assessment: Assessment) -> bool:
    workshop = assessment.workshop
    if workshop is None or workshop.ended or ballot.session != workshop.started:
        return False
    return ballot.rounds == assessment.answer(ballot.practice).room_rounds


def refusal(session: RoomSession) -> Refusal | None:
    """Return why nothing can be done in a room that is not there, or None."""
    workshop = session.assessment.workshop
    if workshop is None:
        return Refusal("no workshop")
    return Refusal("ended") if workshop.ended else None


def workshop_edit(session: RoomSession, **change: object) -> WorkshopEdit:
    """Return the edit that changes some fields of the workshop, checked."""
    fields = {name: getattr(session.workshop, name) for name in Workshop.model_fields}
    return WorkshopEdit(workshop=Workshop.model_validate({**fields, **change}))


def together(session: RoomSession, answer: Answer, **change: object) -> Edit:
    """Return the edit that sets the answer to the question at hand, where it is another, and changes the workshop."""
    edits: tuple[Single, ...] = (workshop_edit(session, **change),)
    if answer == session.answer:
        return edits[0]
    return TogetherEdit(edits=(AnswerEdit(practice=session.practice, answer=answer), *edits))
