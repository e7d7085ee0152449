"""The facilitator's console as frozen views: the question at hand, how many are in, what to say, what comes next.

Votes come out of the wall's own view, and so from nothing but what was revealed; of cards that are counted by hand the
typed counts stand beside them, for those whom the facilitator sees anyway (`app.ballots.typed_counts`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from cxaudit.app.ballots import Counts, typed_counts
from cxaudit.app.room import Refusal, RoomSession
from cxaudit.app.room_clock import MINUTE, drift
from cxaudit.app.rounds import complete, outstanding
from cxaudit.app.steps import next_open
from cxaudit.app.wall import WallState, wall
from cxaudit.domain.questionnaire import Script
from cxaudit.domain.workshop import Method, Phase, Talk
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.refusals import difference_words
from cxaudit.presentation.room_words import dissent_of
from cxaudit.presentation.wall_band import Band
from cxaudit.presentation.words import DOT

StepState = Literal["done", "here", "ahead"]


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One state of the way through a question."""

    word: str
    state: StepState


@dataclass(frozen=True, slots=True)
class VoteGroup:
    """A group that votes: its label (empty without groups), how many are present, how many are in.

    `counts` are those typed for its cards, None for votes that stay hidden. `given` is None where it would tell what
    was typed before all of it was.
    """

    label: str
    present: int
    given: int
    counts: Counts | None


@dataclass(frozen=True, slots=True)
class VoteView:
    """The vote as it stands, without a vote in it: how many are in, by how much that differs, what can be done.

    `here` corrects who is present to how many are in, in one key; empty where that would change nothing. `waits` says
    why nobody can vote here now: votes wait on another question, or this one is closed.
    """

    method: Method
    groups: tuple[VoteGroup, ...]
    given: int
    present: int
    said: str
    here: str
    ready: bool
    may_not_apply: bool
    waits: str = ""


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """Everything that the console shows of the question at hand, but the clock and what the wall shows.

    `round` is the number of the round that is voted or shown, 0 before the first. `next` names the question after
    this one. `dissent` is what those say who see it otherwise: a note, and once the question is `locked` the lock's.
    """

    practice: str
    place: str
    question: str
    phase: Phase
    round: int
    steps: tuple[PhaseStep, ...]
    anchors: tuple[str, ...]
    vote: VoteView | None
    next: str
    script: Script | None
    talk: Talk
    locked: bool
    dissent: str
    parked: tuple[tuple[str, str], ...]


def console_view(room: RoomSession, newest: RoomSession | None = None) -> ConsoleView:
    """Return what the console shows of a workshop; what is written beside the votes comes of its `newest` state."""
    state, answer = wall(room), room.answer
    beside = (newest or room).assessment.answer(room.practice)
    practice = room.pack.practices[state.practice]
    dimension = room.pack.dimensions_by_id[practice.dimension].title
    return ConsoleView(
        practice=practice.id,
        place=DOT.join(part for part in (dimension, _number(room, practice.id)) if part),
        question=practice.question,
        phase=state.phase,
        round=answer.room_rounds + (state.phase == "vote"),
        steps=_steps(state, answer.room_rounds),
        anchors=practice.anchors,
        vote=_vote(room, state) if state.phase == "vote" else None,
        next=_next(room),
        script=practice.script,
        talk=beside.talk or Talk(),
        locked=answer.lock is not None,
        dissent=dissent_of(beside),
        parked=_parked(room),
    )


def _number(room: RoomSession, practice: str) -> str:
    """Return the place of a question among those asked; nothing of one that the five-minute audit leaves out."""
    if practice not in room.asked:
        return ""
    return _("{number} of {total}").format(number=room.asked.index(practice) + 1, total=len(room.asked))


def _steps(state: WallState, rounds: int) -> tuple[PhaseStep, ...]:
    """Return the way through a question; after a second round both the reveal and the re-vote are behind."""
    words = (_("Read"), _("Vote"), _("Reveal"), _("Re-vote"), _("Lock"))
    here = {"read": 0, "vote": 1 if rounds == 0 else 3, "reveal": 2, "locked": 4}[state.phase]
    again = rounds > 1 and state.phase in {"reveal", "locked"}
    done = {k for k in range(here) if k != 3 or again} | ({3} if again else set[int]())
    states: list[StepState] = ["here" if k == here else "done" if k in done else "ahead" for k in range(len(words))]
    return tuple(PhaseStep(word, found) for word, found in zip(words, states, strict=True))


def _vote(room: RoomSession, state: WallState) -> VoteView:
    waiting, seats = room.waiting, room.workshop.room.seats
    groups = tuple(
        VoteGroup(label, present, len(waiting.votes(label)) if waiting else 0, typed_counts(room, label))
        for label, present in seats.items()
    )
    given = sum(group.given for group in groups)
    elsewhere = room.ballot if room.ballot is not None and waiting is None else None
    return VoteView(
        method=room.workshop.room.method,
        groups=groups,
        given=given,
        present=state.present,
        said=_said(room),
        here=_here(given, state.present),
        ready=complete(room),
        may_not_apply=room.pack.practices[room.practice].may_not_apply,
        waits=_closed(room) or (_elsewhere(room) if elsewhere is not None else ""),
    )


def _said(room: RoomSession) -> str:
    """Return by how many the votes differ from those present, or that all are in."""
    if complete(room):
        return _("All votes are in. Reveal them when the room is ready.")
    missing = outstanding(room)
    if room.waiting is None:
        return _("Nobody's vote is in yet.")
    return " ".join(difference_words(-count, group) for group, count in missing.items() if count)


def _here(given: int, present: int) -> str:
    if given in {0, present}:
        return ""
    if given > present:
        return ngettext("{count} is here", "{count} are here", given).format(count=given)
    return ngettext("Only {count} is here", "Only {count} are here", given).format(count=given)


def _closed(room: RoomSession) -> str:
    """Return what can be done where the room stepped back to the vote of a closed question."""
    return "" if room.answer.lock is None else _("U opens it again; PgDn goes back to its votes.")


def _elsewhere(room: RoomSession) -> str:
    assert room.ballot is not None
    title = room.pack.practices[room.ballot.practice].title
    return _("Votes wait on “{title}”. Go there with Ctrl J to reveal them, or start that round again.").format(
        title=title
    )


def _next(room: RoomSession) -> str:
    """Return the question that comes next, in words."""
    step = next_open(room)
    if isinstance(step, Refusal):
        return _("No other question is open.")
    after = room.after(step) if step.edit is not None else room
    practice = room.pack.practices[after.practice]
    return DOT.join((_number(room, practice.id), practice.title))


def _parked(room: RoomSession) -> tuple[tuple[str, str], ...]:
    lot: list[tuple[str, str]] = []
    for item in room.workshop.parked:
        who = _("Dropped") if item.dropped else ", ".join(part for part in (item.owner, item.due or "") if part)
        lot.append((item.text, who or _("Nobody yet")))
    return tuple(lot)


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under the levels: a number (or nothing), a few strong words, and a sentence."""

    number: str
    head: str
    text: str


def foot(view: ConsoleView, band: Band | None) -> Foot:
    """Return what to do at the state at hand; `band` is what the wall says of revealed votes."""
    if band is not None:
        return Foot("", band.head, band.text)
    if view.vote is None:
        return Foot("", _("Read it aloud"), _("Ten seconds of silence, so that everyone forms a view of their own."))
    if view.vote.waits:
        head = _("The question is closed") if view.locked else _("Votes wait elsewhere")
        return Foot("", head, view.vote.waits)
    words = _("of {present} in").format(present=view.vote.present)
    return Foot(str(view.vote.given), words, view.vote.said)


def drift_words(room: RoomSession, now: datetime) -> str:
    """Return how the session keeps to its minutes, and when it ends at this pace."""
    found = drift(room, now)
    minutes = round(abs(found.behind) / MINUTE)
    ends = _("ends {time}").format(time=f"{found.ends:%H:%M}")
    if minutes == 0:
        return _("On time, {ends}").format(ends=ends)
    text = (
        ngettext("{count} minute behind, {ends}", "{count} minutes behind, {ends}", minutes)
        if found.behind > 0
        else ngettext("{count} minute ahead, {ends}", "{count} minutes ahead, {ends}", minutes)
    )
    return text.format(count=minutes, ends=ends)
