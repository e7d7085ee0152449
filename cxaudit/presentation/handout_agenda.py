"""The agenda of a workshop: which questions fit, when each begins, and what is left to pre-work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from cxaudit.app.ports import HandoutOptions
from cxaudit.domain.agreement import agreement
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.panels import levels_of
from cxaudit.domain.questionnaire import Dimension, Pack, Practice
from cxaudit.i18n import _, ngettext

OPENING = {60: 8, 90: 10, 120: 10}
BREAK = {60: 0, 90: 5, 120: 10}
CLOSING = {60: 8, 90: 10, 120: 15}
"""Minutes that no question gets, by the length of the workshop."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One line within a part: when it begins ("0:10"), what it is, and how long it takes."""

    begins: str
    what: str
    minutes: str


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One part of the workshop: when it begins, what it is called, what happens in it, and how long it takes."""

    begins: str
    title: str
    note: str
    items: tuple[AgendaItem, ...]
    minutes: str


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """An agenda: its title, a sentence on what fits, its parts in order, and the questions for pre-work."""

    minutes: int
    title: str
    lead: str
    parts: tuple[AgendaPart, ...]
    left_title: str
    left: tuple[str, ...]
    left_note: str


def minutes_of(practice: Practice, otherwise: int) -> int:
    """Return how many minutes a question takes in a room: its script's, or what was planned for any."""
    return practice.script.minutes if practice.script is not None else otherwise


def fitting(pack: Pack, assessment: Assessment, minutes: int, otherwise: int) -> tuple[Practice, ...]:
    """Return the questions that fit into so many minutes, in the pack's order.

    Those on which pre-work is split come first, those on which it agrees last; among the rest the five-minute
    audit's, then by weight, and the dimensions take turns. A question that is too long makes room for a shorter one.
    """
    asked = pack.asked(assessment.mode)
    turn = {p.id: _turn(p, d.practices) for d in pack.dimensions for p in d.practices}
    order = sorted(asked, key=lambda p: (_settled(assessment.answer(p.id)), not p.quick, -p.weight, turn[p.id]))
    chosen: set[str] = set()
    for practice in order:
        needed = minutes_of(practice, otherwise)
        if needed <= minutes:
            minutes -= needed
            chosen.add(practice.id)
    return tuple(practice for practice in asked if practice.id in chosen)


def _turn(practice: Practice, practices: Sequence[Practice]) -> int:
    """Return the practice's place among those of its dimension that are of its kind."""
    return [p for p in practices if p.quick == practice.quick].index(practice)


def _settled(answer: Answer) -> int:
    """Return 0 where those who answered before disagree, 2 where they agree, and 1 where too few answered."""
    found = agreement(levels_of(answer.panel))
    if found is None:
        return 1
    return 0 if found.split or found.low or found.outliers else 2


def agenda(pack: Pack, assessment: Assessment, minutes: int, options: HandoutOptions) -> AgendaPage:
    """Return the agenda for a workshop of 60, 90 or 120 minutes."""
    each = options.room.minutes
    room = minutes - OPENING[minutes] - BREAK[minutes] - CLOSING[minutes]
    fits = fitting(pack, assessment, room, each)
    left = tuple(p for p in pack.asked(assessment.mode) if p not in fits)
    spare = room - sum(minutes_of(p, each) for p in fits)
    title = _("Agenda for {minutes} minutes").format(minutes=minutes)
    return AgendaPage(
        minutes,
        title,
        _lead(len(fits), len(left), spare),
        _parts(pack, fits, minutes, each),
        _left_title(len(left)),
        tuple(f"{p.code} {p.title}" for p in left),
        _left_note() if left else "",
    )


def _lead(fits: int, left: int, spare: int) -> str:
    if not left:
        told = ngettext("The one question fits.", "All {count} questions fit.", fits).format(count=fits)
    else:
        of = ngettext("{fits} of {count} question fits.", "{fits} of {count} questions fit.", fits + left)
        told = of.format(fits=fits, count=fits + left)
        told += " " + _("The rest is for pre-work; it is listed below.")
    if not spare:
        return told
    free = ngettext("{count} minute is to spare.", "{count} minutes are to spare.", spare)
    return f"{told} {free.format(count=spare)}"


def _parts(pack: Pack, fits: Sequence[Practice], minutes: int, each: int) -> tuple[AgendaPart, ...]:
    """Return the parts in order; the break stands between two dimensions, as near to the middle as can be."""
    parts = [_opening(OPENING[minutes])]
    lengths = {p.id: minutes_of(p, each) for p in fits}
    of = [(d, [p for p in d.practices if p in fits]) for d in pack.dimensions]
    there = [(d, found) for d, found in of if found]
    pause = _before_break([sum(lengths[p.id] for p in found) for _d, found in there])
    at = OPENING[minutes]
    for number, (dimension, found) in enumerate(there):
        if number == pause and BREAK[minutes]:
            parts.append(_part(at, _("Break"), "", BREAK[minutes]))
            at += BREAK[minutes]
        parts.append(_dimension(dimension, found, lengths, at))
        at += sum(lengths[p.id] for p in found)
    free = minutes - at - CLOSING[minutes]
    if free > 0:
        parts.append(_part(at, _("To spare"), _("For the questions that took longer"), free))
    parts.append(_closing(minutes - CLOSING[minutes], CLOSING[minutes]))
    return tuple(parts)


def _before_break(lengths: Sequence[int]) -> int:
    """Return before which part the break stands; -1, so none, where there are fewer than two."""
    if len(lengths) < 2:
        return -1
    before = [0, *accumulate(lengths)]
    return min(range(1, len(lengths)), key=lambda number: (abs(2 * before[number] - before[-1]), number))


def _opening(minutes: int) -> AgendaPart:
    note = _("Why we are here; nobody has to explain a vote; the five levels; one vote to try it out")
    return _part(0, _("Opening"), note, minutes)


def _closing(at: int, minutes: int) -> AgendaPart:
    note = _("What was parked: who takes it on by when, or drop it; the three widest splits; what happens next")
    return _part(at, _("Closing"), note, minutes)


def _part(at: int, title: str, note: str, minutes: int, items: tuple[AgendaItem, ...] = ()) -> AgendaPart:
    return AgendaPart(clock(at), title, note, items, str(minutes))


def _dimension(dimension: Dimension, found: Sequence[Practice], lengths: dict[str, int], at: int) -> AgendaPart:
    begins = accumulate((lengths[p.id] for p in found), initial=at)
    items = tuple(
        AgendaItem(clock(start), f"{p.code} {p.title}", _("{count} min").format(count=lengths[p.id]))
        for p, start in zip(found, begins, strict=False)
    )
    return _part(at, dimension.title, "", sum(lengths[p.id] for p in found), items)


def clock(minutes: int) -> str:
    """Return minutes from the start as hours and minutes, "1:05"."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _left_title(count: int) -> str:
    if not count:
        return ""
    return ngettext("For pre-work: {count} question", "For pre-work: {count} questions", count).format(count=count)


def _left_note() -> str:
    return _(
        "Hand out the ballots of these questions some days before and collect them folded, or let everybody fill in "
        "an audit of their own. Bring to the room only what the answers split on."
    )
