"""What the audience sees: one state of a question, or what covers it, as typed parts without a size or a colour.

`wall_view` builds it from `app.wall.WallState` and the workshop, never from votes that wait: before the reveal two
rooms with as many votes in have the same view, whatever they voted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from cxaudit.app.room import RoomSession
from cxaudit.app.room_clock import MINUTE, seconds_left, suggested_minutes
from cxaudit.app.wall import ShownRound, WallState, wall
from cxaudit.domain.model import LEVELS
from cxaudit.domain.panels import Prompt
from cxaudit.domain.workshop import Lock, Vote
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.wall_band import Band, closed_band, reveal_band
from cxaudit.presentation.words import inside

Kind = Literal["read", "vote", "reveal", "locked", "parking", "ended", "blank"]

Cover = Literal["", "parking", "blank"]
"""What is shown in place of the question, if anything."""

MOST_BENEATH = 2
"""How many earlier rounds stand beneath the last one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One level: its digit, its anchor and, once revealed, how many chose it.

    `earlier` is how many chose it in the rounds that stand beneath, the newest first. `marked` is a level that the
    room closed the question on, or one of those between which it stays.
    """

    level: int
    anchor: str
    votes: int | None = None
    earlier: tuple[int, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Seats:
    """How many are in, of those present; `given` is None as long as it cannot be told without telling votes."""

    given: int | None
    present: int

    @property
    def number(self) -> int:
        """Return the number that stands large."""
        return self.present if self.given is None else self.given

    @property
    def words(self) -> str:
        """Return what stands under the number."""
        return _("present") if self.given is None else _("of {present} in").format(present=self.present)


@dataclass(frozen=True, slots=True)
class Clock:
    """The timer: what it says, which share of the question's minutes is left, and whether it has run out."""

    text: str
    share: float
    over: bool = False


@dataclass(frozen=True, slots=True)
class ParkedItem:
    """One thing that was put aside, and who takes it on, or that it was dropped."""

    text: str
    owner: str = ""
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class WallView:
    """Everything that the audience sees.

    `topic` stands over the question or heads the list, `note` beside it in quieter words. `rows` are the five levels,
    or none while the question is read; `seats` stand while the room votes. Once it is revealed, `band` is its message,
    `foot` the votes that are no level and what groups said, and `filled` and `hollow` name the rounds where there is
    more than one.
    """

    kind: Kind
    topic: str = ""
    question: str = ""
    note: str = ""
    rows: tuple[Row, ...] = ()
    seats: Seats | None = None
    clock: Clock | None = None
    band: Band | None = None
    filled: str = ""
    hollow: str = ""
    foot: tuple[str, ...] = ()
    parked: tuple[ParkedItem, ...] = ()


def wall_view(session: RoomSession, now: datetime, cover: Cover = "") -> WallView:
    """Return what the audience sees of a workshop at a moment."""
    if cover == "blank":
        return WallView("blank")
    if cover == "parking":
        return _parking(session)
    state = wall(session)
    if state.ended:
        return _ended(session)
    practice = session.pack.practices[state.practice]
    topic, clock = session.pack.dimensions_by_id[practice.dimension].title, _clock(session, state, now)
    if state.phase == "read":
        foot = (_("Read it for yourself. The vote comes next."),)
        return WallView("read", topic, practice.question, _place(session), clock=clock, foot=foot)
    if state.phase == "vote":
        rows = tuple(Row(level, practice.anchors[level - 1]) for level in LEVELS)
        seats = Seats(state.given, state.present)
        return WallView("vote", topic, practice.question, rows=rows, seats=seats, clock=clock)
    return _revealed(state, WallView("reveal", topic, practice.question, clock=clock), practice.anchors)


def longest_views(session: RoomSession) -> Iterator[WallView]:
    """Return the walls that need most room: each question of the mode while it is voted on, and revealed."""
    present = session.workshop.room.present
    everybody: tuple[Vote, ...] = (1,) * present
    rounds = (ShownRound("cards", everybody), ShownRound("cards", (*everybody[1:], "dk")))
    for practice_id in session.asked:
        practice = session.pack.practices[practice_id]
        topic = session.pack.dimensions_by_id[practice.dimension].title
        bare = WallView(
            "vote", topic, practice.question, seats=Seats(present, present), clock=Clock(_("Time is up"), 0.0)
        )
        yield replace(bare, rows=tuple(Row(level, practice.anchors[level - 1]) for level in LEVELS))
        state = WallState(practice_id, "reveal", present, rounds=rounds, prompts=(Prompt("split", (1, 5)),))
        yield _revealed(state, bare, practice.anchors)


def _revealed(state: WallState, bare: WallView, anchors: tuple[str, ...]) -> WallView:
    last = state.rounds[-1].votes if state.rounds else ()
    beneath = state.rounds[:-1][: -MOST_BENEATH - 1 : -1]
    names = _round_names(state.rounds)
    return WallView(
        "locked" if state.lock else "reveal",
        bare.topic,
        bare.question,
        rows=tuple(_row(level, anchors, last, beneath, state.lock) for level in LEVELS),
        clock=bare.clock,
        band=closed_band(state.lock) if state.lock else reveal_band(state.prompts, last),
        filled=names[-1] if beneath else "",
        hollow=_together(names[:-1][: -MOST_BENEATH - 1 : -1]),
        foot=(*_no_levels(last), *_groups(state)),
    )


def _row(
    level: int, anchors: tuple[str, ...], last: tuple[Vote, ...], beneath: tuple[ShownRound, ...], lock: Lock | None
) -> Row:
    earlier = tuple(found.votes.count(level) for found in beneath)
    return Row(level, anchors[level - 1], last.count(level), earlier, level in _marked(lock))


def _marked(lock: Lock | None) -> range:
    """Return the levels that a question was closed on."""
    if lock is None or lock.kind == "votes":
        return range(0)
    lowest, highest = lock.level or lock.lowest or 0, lock.level or lock.highest or 0
    return range(lowest, highest + 1)


def _round_names(rounds: tuple[ShownRound, ...]) -> list[str]:
    """Return what each round is called; those of files come before the session and have no number."""
    names: list[str] = []
    number = 0
    for found in rounds:
        number += found.method != "files"
        files = found.method == "files"
        names.append(_("Before the session") if files else _("Round {number}").format(number=number))
    return names


def _together(names: list[str]) -> str:
    """Return the rounds that stand beneath, from the top down."""
    return ", ".join((*names[:1], *(inside(name) for name in names[1:])))


def _no_levels(votes: tuple[Vote, ...]) -> tuple[str, ...]:
    said = (
        (_("Don't know: {count}"), votes.count("dk")),
        (_("Does not apply: {count}"), votes.count("na")),
        (_("No vote: {count}"), votes.count("-")),
    )
    return tuple(text.format(count=count) for text, count in said if count)


def _groups(state: WallState) -> tuple[str, ...]:
    """Return what each group's own level is, where the groups are large enough and see it differently."""
    if state.gap is None or not state.gap.gap:
        return ()
    return tuple(_("{group}: level {level}").format(group=g, level=level) for g, level in state.gap.points.items())


def _place(session: RoomSession) -> str:
    at, total = session.asked.index(session.practice) + 1, len(session.asked)
    return _("Question {number} of {total}").format(number=at, total=total)


def _clock(session: RoomSession, state: WallState, now: datetime) -> Clock | None:
    if state.timer is None:
        return None
    left = seconds_left(state.timer, now)
    if left <= 0:
        return Clock(_("Time is up"), 0.0, over=True)
    whole = suggested_minutes(session.pack, session.workshop.room, state.practice) * MINUTE
    return Clock(minutes(left), min(1.0, left / whole))


def minutes(seconds: int) -> str:
    """Return seconds as a clock says them ("1:40")."""
    return f"{seconds // MINUTE}:{seconds % MINUTE:02}"


def _parking(session: RoomSession) -> WallView:
    lot = sorted(session.workshop.parked, key=lambda found: (found.dropped, bool(found.owner)))
    items = tuple(ParkedItem(found.text, found.owner, found.dropped) for found in lot)
    note = "" if items else _("Nothing was put aside so far.")
    return WallView("parking", _("Put aside for later"), note=note, parked=items)


def _ended(session: RoomSession) -> WallView:
    closed, asked = len(session.asked) - len(session.open_questions), len(session.asked)
    said = ngettext("{closed} of {asked} question was closed.", "{closed} of {asked} questions were closed.", asked)
    return WallView("ended", _("Thank you"), note=said.format(closed=closed, asked=asked))
