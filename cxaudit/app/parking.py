"""The parking lot: what is put aside to be talked about later, with an owner or dropped at the end.

Owners may also be given once the session is over.
"""

from __future__ import annotations

from datetime import date

from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, workshop_edit
from cxaudit.domain.workshop import MOST_PARKED, Parked

LONGEST_TEXT = 20_000
LONGEST_OWNER = 500


def park(session: RoomSession, text: str) -> Outcome:
    """Put something aside that came up on the question at hand."""
    lot = () if session.assessment.workshop is None else session.workshop.parked
    if len(lot) == MOST_PARKED:
        return Refusal("lot is full", by=MOST_PARKED)
    return _changed(session, len(lot), text, "", None)


def give(session: RoomSession, place: int, owner: str, due: date | None = None) -> Outcome:
    """Give an item to somebody, by a day or not; an item that was dropped is taken up again."""
    if (refused := _missing(session, place)) is not None:
        return refused
    return _changed(session, place, session.workshop.parked[place].text, owner, due)


def reword(session: RoomSession, place: int, text: str) -> Outcome:
    """Say in other words what was put aside."""
    if (refused := _missing(session, place)) is not None:
        return refused
    item = session.workshop.parked[place]
    if (refused := _wrong(text, item.owner)) is not None:
        return refused
    return _put(session, place, item.model_copy(update={"text": text.strip()}))


def drop(session: RoomSession, place: int) -> Outcome:
    """Drop an item; it stays in the list as dropped."""
    if (refused := _missing(session, place)) is not None:
        return refused
    item = session.workshop.parked[place]
    return _put(session, place, item.model_copy(update={"dropped": True, "owner": "", "due": None}))


def _changed(session: RoomSession, place: int, text: str, owner: str, due: date | None) -> Outcome:
    if session.assessment.workshop is None:
        return Refusal("no workshop")
    if (refused := _wrong(text, owner)) is not None:
        return refused
    lot = session.workshop.parked
    practice = lot[place].practice if place < len(lot) else session.practice
    day = None if due is None else due.isoformat()
    return _put(session, place, Parked(text=text.strip(), practice=practice, owner=owner.strip(), due=day))


def _put(session: RoomSession, place: int, item: Parked) -> Outcome:
    lot = session.workshop.parked
    return Step(workshop_edit(session, parked=(*lot[:place], item, *lot[place + 1 :])), session.ballot)


def _missing(session: RoomSession, place: int) -> Refusal | None:
    if session.assessment.workshop is None:
        return Refusal("no workshop")
    there = 0 <= place < len(session.workshop.parked)
    return None if there else Refusal("no such item", items=(place,))


def _wrong(text: str, owner: str) -> Refusal | None:
    if not text.strip():
        return Refusal("text missing")
    if len(text) > LONGEST_TEXT:
        return Refusal("text too long", by=LONGEST_TEXT)
    return Refusal("text too long", by=LONGEST_OWNER) if len(owner) > LONGEST_OWNER else None
