"""The wall in words: one phrase for the facilitator, sentences for a screen reader, and what it says when it changes.

None of them tells more than the wall shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.wall import ParkedItem, Row, Seats, WallView


def wall_line(view: WallView) -> str:
    """Return what the wall shows, to follow "Wall shows:"."""
    band = view.band
    phrases = {
        "read": _("the question alone"),
        "vote": _("the question and “{count}”").format(count=_count(view.seats)),
        "reveal": _("the votes: {head}").format(head=band.head if band else ""),
        "locked": _("the votes, closed: {text}").format(text=band.text if band else ""),
        "parking": _("what was put aside"),
        "ended": _("the end of the session"),
        "blank": _("nothing (blank)"),
    }
    return phrases[view.kind]


def frozen_line(view: WallView) -> str:
    """Return what the wall keeps showing while the console goes on."""
    return _("{shown} (frozen)").format(shown=wall_line(view))


def _count(seats: Seats | None) -> str:
    return f"{seats.number} {seats.words}" if seats else ""


def spoken(view: WallView) -> str:
    """Return all that the wall shows, as sentences."""
    return " ".join(_sentences(view))


def _sentences(view: WallView) -> Iterator[str]:
    if view.kind == "blank":
        yield _("The wall is blank.")
    yield from (_sentence(text) for text in (view.topic, view.question, view.note) if text)
    yield from (_row(row) for row in view.rows)
    yield from (_sentence(text) for text in (_count(view.seats), *view.foot) if text)
    if view.hollow:
        yield _("Filled dots: {filled}. Hollow dots: {hollow}.").format(filled=view.filled, hollow=view.hollow)
    if view.band:
        yield _sentence(f"{view.band.head}: {view.band.text}")
    if view.clock:
        yield _sentence(view.clock.text)
    yield from (_item(item) for item in view.parked)


def _sentence(text: str) -> str:
    return text if text.endswith(("?", ".", "!")) else f"{text}."


def _item(item: ParkedItem) -> str:
    said = _("dropped") if item.dropped else item.owner or _("nobody yet")
    return _sentence(f"{item.text}: {said}")


def _row(row: Row) -> str:
    text = f"{row.level}: {row.anchor}"
    if row.votes is None:
        return f"{text}."
    text += "; " + ngettext("{votes} vote", "{votes} votes", row.votes).format(votes=row.votes)
    for votes in row.earlier:
        text += ", " + _("{votes} before").format(votes=votes)
    return (_("{row}, closed on this").format(row=text) if row.marked else text) + "."


def announcement(before: WallView | None, now: WallView) -> str:
    """Return what a screen reader should say when the wall changes, or nothing.

    A reveal and a close; how many are in, at each fifth and at the last; the timer at one minute and at zero.
    """
    if before is None or before.kind != now.kind or before.question != now.question:
        return spoken(now)
    if before.band != now.band and now.band:
        return spoken(now)
    if now.seats and before.seats != now.seats and _worth_saying(now.seats):
        return _count(now.seats)
    if now.clock and before.clock and before.clock != now.clock:
        return now.clock.text if now.clock.over or now.clock.text == "1:00" else ""
    return ""


def _worth_saying(seats: Seats) -> bool:
    return seats.given is not None and (seats.given == seats.present or (seats.given > 0 and seats.given % 5 == 0))
