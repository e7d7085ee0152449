"""The map of disagreement: the questions that have votes on file, the most split first. Words only, no index."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app.room import RoomSession
from cxaudit.domain.panels import levels_of, most_split_first, prompts
from cxaudit.i18n import _
from cxaudit.presentation.wall_band import reveal_band


@dataclass(frozen=True, slots=True)
class SplitLine:
    """One question: its place and title, what its votes say, and how often each level was chosen."""

    practice: str
    title: str
    says: str
    counts: tuple[int, ...]
    closed: bool


def split_lines(room: RoomSession) -> tuple[SplitLine, ...]:
    """Return the questions with votes on file, the most split first; those not revealed to this room stay out."""
    found = {p: room.assessment.answer(p).rounds for p in room.asked}
    shown = {p: rounds[-1].votes for p, rounds in found.items() if rounds and not _hidden(room, p)}
    return tuple(_line(room, practice, shown[practice]) for practice in most_split_first(shown))


def _hidden(room: RoomSession, practice: str) -> bool:
    """Return whether the votes of a question are hidden on the wall now, or were never shown to the room."""
    answer = room.assessment.answer(practice)
    if answer.lock is not None:
        return False
    return not answer.revealed or (practice == room.practice and room.workshop.phase in {"read", "vote"})


def _line(room: RoomSession, practice: str, votes: tuple[object, ...]) -> SplitLine:
    levels = levels_of(votes)  # pyright: ignore[reportArgumentType]
    title = room.pack.practices[practice].title
    number = room.asked.index(practice) + 1
    return SplitLine(
        practice=practice,
        title=_("{number}. {title}").format(number=number, title=title),
        says=reveal_band(prompts(votes), votes).head,  # pyright: ignore[reportArgumentType]
        counts=tuple(levels.count(level) for level in range(1, 6)),
        closed=room.assessment.answer(practice).lock is not None,
    )
