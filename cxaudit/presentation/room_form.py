"""What the form that starts a workshop says: its words, and what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxaudit.domain.questionnaire import Practice
from cxaudit.domain.workshop import LARGEST_ROOM, Method, Room, RoomGroup
from cxaudit.i18n import _, ngettext

FEWEST, MOST = 2, 4
"""How many groups there may be."""

LONGEST_MINUTES = 60
COMFORTABLE = (6, 25)
"""How many people a workshop is made for."""

USUAL = 14
"""For how many the printed pack is, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class RoomForm:
    """What was typed: how many are present, or groups of label and number; the method; minutes for each question."""

    present: str
    groups: tuple[tuple[str, str], ...]
    method: Method
    minutes: str


@dataclass(frozen=True, slots=True)
class RoomProblem:
    """What is wrong, and where: "present", "minutes", or the place of a group as a number."""

    where: str
    text: str


def read_room(form: RoomForm) -> Room | RoomProblem:
    """Return the room of a form, or the first thing that is wrong with it."""
    minutes = _whole(form.minutes)
    if minutes is None or not 1 <= minutes <= LONGEST_MINUTES:
        return RoomProblem("minutes", _("Give 1 to {most} minutes.").format(most=LONGEST_MINUTES))
    if not form.groups:
        present = _whole(form.present)
        if present is None or not 1 <= present <= LARGEST_ROOM:
            return RoomProblem("present", _("Give a number from 1 to {most}.").format(most=LARGEST_ROOM))
        return Room(present=present, method=form.method, minutes=minutes)
    return _with_groups(form, minutes)


def _with_groups(form: RoomForm, minutes: int) -> Room | RoomProblem:
    groups: list[RoomGroup] = []
    for place, (label, number) in enumerate(form.groups):
        people = _whole(number)
        problem = ""
        if not label.strip():
            problem = _("Name the group.")
        elif label.strip() in {group.label for group in groups}:
            problem = _("Each group needs a name of its own.")
        elif people is None or not 1 <= people <= LARGEST_ROOM:
            problem = _("Say how many of them are here.")
        if problem:
            return RoomProblem(str(place), problem)
        groups.append(RoomGroup(label=label.strip(), present=people or 0))
    total = sum(group.present for group in groups)
    if total > LARGEST_ROOM:
        return RoomProblem("0", _("Together no more than {most} people.").format(most=LARGEST_ROOM))
    return Room(present=total, groups=tuple(groups), method=form.method, minutes=minutes)


def _whole(text: str) -> int | None:
    typed = text.strip()
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else None


def room_remark(form: RoomForm) -> str:
    """Return a remark on a room that can be started: its size, the time that it takes, groups that stay hidden."""
    room = read_room(form)
    if isinstance(room, RoomProblem):
        return ""
    few, many = COMFORTABLE
    remarks: list[str] = []
    if not few <= room.present <= many:
        remarks.append(_("A workshop is made for {few} to {many} people.").format(few=few, many=many))
    if room.method == "tally" and room.present > 8:
        remarks.append(_("A tally is for small rooms; cards are quicker in this one."))
    if any(group.present < 5 for group in room.groups):
        remarks.append(_("Groups are compared only where each has five voters or more."))
    return " ".join(remarks)


def time_words(asked: Sequence[Practice], minutes: int) -> str:
    """Return how long the questions take: as their scripts suggest, else so many minutes each."""
    total = sum(practice.script.minutes if practice.script else minutes for practice in asked)
    hours, rest = divmod(total, 60)
    long = _("{hours} h {rest:02d} min").format(hours=hours, rest=rest) if hours else ""
    short = ngettext("{count} minute", "{count} minutes", total).format(count=total)
    questions = ngettext("{count} question", "{count} questions", len(asked)).format(count=len(asked))
    return _("{questions}, about {time}").format(questions=questions, time=long or short)
