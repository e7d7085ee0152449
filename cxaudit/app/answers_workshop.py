"""Reads the workshop of an answers file: how many were in the room, and what was put aside.

[workshop]
groups = { Leaders = 6, "Front line" = 8 }      # how many of each; or present = 14 where there are no groups
[[workshop.parked]]
text = "Who answers letters to the board?"
practice = "H3"                                 # on which question it came up
owner = "Marit, customer service"               # who takes it on, by when; or dropped = true
due = 2026-12-15
"""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.app.answers_rounds import MOST_GROUPS
from cxaudit.app.answers_table import LINE, Table
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import LARGEST_ROOM, MOST_PARKED, Parked, Room, RoomGroup, Workshop
from cxaudit.i18n import _

LONGEST_LABEL = 200


def group_labels(top: Table) -> tuple[str, ...]:
    """Return the labels of the workshop's groups as the file names them; wrong ones are told by `read_workshop`."""
    if not (top.nested("workshop") and top.table("workshop").nested("groups")):
        return ()
    return top.table("workshop").table("groups").keys


def read_workshop(top: Table, pack: Pack | None, mode: Mode) -> Workshop | None:
    """Return the workshop that the file tells of, over and at its first question; None where there is none."""
    if not top.has("workshop"):
        return None
    table = top.table("workshop")
    table.only(("present", "groups", "parked"))
    room, parked = _room(table), tuple(_parked(table, pack))
    if pack is None or room is None or not table.sound:
        return None
    return Workshop(room=room, at=pack.asked(mode)[0].id, parked=parked, ended=True)


def _room(table: Table) -> Room | None:
    groups, present = _groups(table.table("groups")), table.whole("present", LARGEST_ROOM)
    total = sum(group.present for group in groups) if table.has("groups") else present
    if not table.sound:
        return None
    if table.has("groups") and not 1 < len(groups) <= MOST_GROUPS:
        table.wrong("groups", _("There are {count} groups; 2 to 4 are possible.").format(count=len(groups)))
    elif total is None:
        table.wrong("present", _("It is missing: how many were in the room?"))
    elif present not in {None, total}:
        words = _("The groups add up to {total}, not to {present}.")
        table.wrong("present", words.format(total=total, present=present), _("Leave it out, or correct one."))
    elif not 1 <= total <= LARGEST_ROOM:
        words = _("{count} cannot be present; 1 to {most} are possible.")
        table.wrong(None, words.format(count=total, most=LARGEST_ROOM))
    else:
        return Room(present=total, groups=groups)
    return None


def _groups(table: Table) -> tuple[RoomGroup, ...]:
    found: list[RoomGroup] = []
    for label in table.keys:
        count = table.whole(label, LARGEST_ROOM)
        if not 0 < len(label.strip()) <= LONGEST_LABEL or len(label.splitlines()) > 1:
            table.wrong(label, _("This cannot name a group."), _("Write a short name on one line."))
        elif count is not None:
            found.append(RoomGroup(label=label, present=count))
    return tuple(found)


def _parked(table: Table, pack: Pack | None) -> Iterator[Parked]:
    rows = tuple(table.rows("parked"))
    for row in rows:
        row.only(("text", "practice", "owner", "due", "dropped"))
        text, owner, due, dropped = row.text("text"), row.text("owner", LINE), row.day("due"), row.true("dropped")
        practice = _practice(row, pack)
        if not text and not row.faulty("text"):
            row.wrong("text", _("The text is missing."), _("Write what was put aside."))
        if dropped and (owner or due):
            row.wrong("dropped", _("What was dropped has no owner and no day."), _("Leave them out."))
        if row.sound:
            yield Parked(text=text, practice=practice, owner=owner, due=due, dropped=dropped)
    if len(rows) > MOST_PARKED:
        words = _("The list has {count} entries; {most} is the most.")
        table.wrong("parked", words.format(count=len(rows), most=MOST_PARKED))


def _practice(row: Table, pack: Pack | None) -> str | None:
    name = row.text("practice", LINE)
    if not name or pack is None:
        return None
    practice = pack.by_code.get(name) or pack.practices.get(name)
    if practice is None:
        row.wrong("practice", _("No practice has this code or id."), row.near(name, (*pack.by_code, *pack.practices)))
    return practice.id if practice else None
