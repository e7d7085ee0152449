"""Reads what a room did with one practice from an answers file: rounds, how it was closed, and what was said.

[[answers.H3.rounds]]       # oldest first; the votes of the last one are the answer
method = "files"            # cards (the default), ballot, tally; files only first: filled in before the workshop
votes = [1, 2, 4, "dk"]     # in any order: nothing is told of who voted how
abstained = 2               # how many gave no vote
[[answers.H3.rounds]]
groups = { Leaders = [1, 2, 2, 1, 3], "Front line" = [4, 4, 5, "-", 4] }
[answers.H3.lock]
kind = "agreed"             # or "votes" (as they stand, the default), "none" (no agreement)
level = 3                   # the level agreed on, with a reason; of "none" lowest and highest instead
reason = "Two of the three depots stopped it."
dissent = "In the north it goes on."
[[answers.H3.opened]]       # a lock that was opened again, and why
lock = { kind = "votes" }
reason = "A new figure came in."
[answers.H3.talk]           # the arguments of both sides in the room's own words, and what would settle it
low = "Bonuses still move with the score."
high = "The rule has said otherwise since May."
settle = "The pay slips of June."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypedDict

from cxaudit.app.answers_table import LINE, Table
from cxaudit.domain.workshop import (
    LARGEST_ROOM,
    MOST_OPENED,
    MOST_ROUNDS,
    GroupVotes,
    Lock,
    Method,
    Opened,
    Round,
    Talk,
    Vote,
    in_order,
)
from cxaudit.i18n import _

KEYS = ("rounds", "lock", "opened", "talk")
MOST_GROUPS = 4
_METHODS: tuple[Method, ...] = ("cards", "ballot", "tally", "files")
_LOCKS: tuple[Literal["votes", "agreed", "none"], ...] = ("votes", "agreed", "none")
_ASKED: dict[str, tuple[str, ...]] = {"votes": (), "agreed": ("level", "reason"), "none": ("lowest", "highest")}


class Voted(TypedDict):
    """What a room did with one practice, by the answer's own names."""

    rounds: tuple[Round, ...]
    lock: Lock | None
    opened: tuple[Opened, ...]
    talk: Talk | None


def read_voted(table: Table, groups: Sequence[str]) -> Voted:
    """Return what a room did with one practice; rounds may name only these `groups`, any where there are none."""
    rounds = tuple(_rounds(table, groups))
    for key in ("lock", "opened"):
        if table.has(key) and not table.has("rounds"):
            table.wrong(key, _("Only what was voted on in rounds can be closed."), _("Write the rounds too."))
    opened = [_opened(row) for row in table.rows("opened")]
    _at_most(table, "opened", len(opened), MOST_OPENED)
    return Voted(
        rounds=rounds,
        lock=_lock(table.table("lock")) if table.has("lock") else None,
        opened=tuple(found for found in opened if found is not None),
        talk=_talk(table.table("talk")),
    )


def _rounds(table: Table, groups: Sequence[str]) -> Iterator[Round]:
    rows = tuple(table.rows("rounds"))
    for place, row in enumerate(rows, 1):
        row.only(("method", "votes", "groups", "abstained"))
        method = row.choice("method", _METHODS)
        if method == "files" and place > 1:
            row.wrong("method", _("Only the first round can come from files."))
        panels = _panels(row, groups)
        total = sum(map(len, panels.values()))
        if total > LARGEST_ROOM:
            words = _("The round has {count} votes; {most} is the most.")
            row.wrong(None, words.format(count=total, most=LARGEST_ROOM))
        if row.sound:
            found = (GroupVotes(group=label, votes=in_order(panels[label])) for label in sorted(panels))
            yield Round(method=method, groups=tuple(found))
    if table.has("rounds") and not rows and not table.faulty("rounds"):
        table.wrong("rounds", _("There is no round in the list."), _("Write one, or leave the key out."))
    _at_most(table, "rounds", len(rows), MOST_ROUNDS)


def _at_most(table: Table, key: str, count: int, most: int) -> None:
    if count > most:
        table.wrong(key, _("The list has {count} entries; {most} is the most.").format(count=count, most=most))


def _panels(row: Table, known: Sequence[str]) -> dict[str, tuple[Vote, ...]]:
    """Return the votes of a round by group, those of a room without groups under an empty label."""
    if row.has("votes") == row.has("groups"):
        row.wrong(None, _("Exactly one of votes and groups is needed."))
        return {}
    if row.has("votes"):
        nobody: tuple[Vote, ...] = ("-",) * (row.whole("abstained", LARGEST_ROOM) or 0)
        return {"": (*(row.votes("votes") or ()), *nobody)}
    if row.has("abstained"):
        row.wrong("abstained", _("With groups, those who gave no vote stand in their group."), _('Write "-" there.'))
    table = row.table("groups")
    if not row.faulty("groups") and not 0 < len(table.keys) <= MOST_GROUPS:
        row.wrong("groups", _("There are {count} groups; 1 to 4 are possible.").format(count=len(table.keys)))
    return {label: _group(table, label, known) for label in table.keys}


def _group(table: Table, label: str, known: Sequence[str]) -> tuple[Vote, ...]:
    if known and label not in known:
        names = _("The groups are {names}.").format(names=", ".join(known))
        table.wrong(label, _("The workshop has no such group."), table.near(label, known) or names)
    if not 0 < len(label.strip()) <= LINE or len(label.splitlines()) > 1:
        table.wrong(label, _("This cannot name a group."), _("Write a short name on one line."))
    return table.votes(label) or ()


def _lock(table: Table) -> Lock | None:
    kind = table.choice("kind", _LOCKS)
    asked = _ASKED[kind]
    table.only(("kind", "dissent", *asked))
    for key in asked:
        if not table.has(key):
            table.wrong(key, _("It is missing: this kind of lock needs it."))
    level, lowest, highest = table.level("level"), table.level("lowest"), table.level("highest")
    if lowest is not None and highest is not None and lowest > highest:
        table.wrong("lowest", _("It lies above the highest level, {highest}.").format(highest=highest))
    reason, dissent = table.text("reason"), table.text("dissent")
    if not table.sound:
        return None
    return Lock(kind=kind, level=level, lowest=lowest, highest=highest, reason=reason, dissent=dissent)


def _opened(row: Table) -> Opened | None:
    row.only(("lock", "reason"))
    lock, reason = _lock(row.table("lock")), row.text("reason")
    if not reason and not row.faulty("reason"):
        row.wrong("reason", _("The reason is missing."), _("Write why it was opened again."))
    return Opened(lock=lock, reason=reason) if lock is not None and reason else None


def _talk(table: Table) -> Talk | None:
    table.only(("low", "high", "settle"))
    talk = Talk(low=table.text("low"), high=table.text("high"), settle=table.text("settle"))
    return None if talk == Talk() else talk
