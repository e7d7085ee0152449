"""Rooms whose votes were revealed: rounds in a few words, and a workshop that is as large as one may be."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from support.reports import FULL_AUDIT, example

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import (
    GroupVotes,
    Lock,
    Method,
    Opened,
    Parked,
    Room,
    RoomGroup,
    Round,
    Talk,
    Vote,
    Workshop,
    in_order,
)

LONG = "Every word of this goes on and on, as some people write when nobody stops them. "


def full_pack() -> Pack:
    """The pack of the full example."""
    return example(FULL_AUDIT)[1]


def said(length: int) -> str:
    return (LONG * (length // len(LONG) + 1))[: length - 1].rstrip() + "."


def group(label: str, *votes: Vote) -> GroupVotes:
    return GroupVotes(group=label, votes=in_order(votes))


def one_round(*votes: Vote, method: Method = "cards") -> Round:
    return Round(method=method, groups=(group("", *votes),))


def parted(method: Method = "cards", **groups: Sequence[Vote]) -> Round:
    return Round(method=method, groups=tuple(group(label, *votes) for label, votes in groups.items()))


def voted(*rounds: Round, lock: Lock | None = None, talk: Talk | None = None, **more: object) -> Answer:
    """An answer with rounds, the votes of the last one its state."""
    fields = {"rounds": rounds, "votes": rounds[-1].votes, "lock": lock, "talk": talk, **more}
    if lock is not None and lock.kind == "agreed":
        fields["agreed"] = lock.level
    return Answer(**fields)  # pyright: ignore[reportArgumentType]


def largest_workshop() -> Assessment:
    """25 voters in three groups, 26 practices, three rounds each, every text as long as it may be."""
    kinds: tuple[Vote, ...] = (1, 1, 2, 3, 4, 5, 5, "dk", "na", "-")
    chance, labels = Random(7), ("Leaders" * 20, "Front line", "Head office")
    sizes = (9, 9, 7)
    text = said(20_000)
    ends = (
        None,
        Lock(kind="votes", dissent=text),
        Lock(kind="agreed", level=3, reason=text, dissent=text),
        Lock(kind="none", lowest=1, highest=5, dissent=text),
    )

    def rounds() -> tuple[Round, ...]:
        ways: tuple[Method, ...] = ("files", "cards", "ballot")
        panels: list[list[list[Vote]]] = [[[chance.choice(kinds) for _ in range(n)] for n in sizes] for _ in ways]
        return tuple(
            Round(method=way, groups=tuple(group(label, *votes) for label, votes in zip(labels, panel, strict=True)))
            for way, panel in zip(ways, panels, strict=True)
        )

    asked = full_pack().asked("full")
    answers = {
        p.id: voted(
            *rounds(),
            lock=ends[place % 4],
            talk=Talk(low=text, high=text, settle=text) if place % 3 else None,
            opened=(Opened(lock=Lock(kind="votes"), reason=text),) if place % 5 == 0 else (),
            note=said(3000),
        )
        for place, p in enumerate(asked)
    }
    parked = [
        Parked(text=said(3000), practice=asked[n].id, owner=said(500).replace("\n", " "), due="2027-01-31")
        for n in range(20)
    ]
    seats = tuple(RoomGroup(label=label, present=n) for label, n in zip(labels, sizes, strict=True))
    return Assessment(
        id="a",
        pack=full_pack().id,
        version=full_pack().version,
        content=full_pack().content,
        organisation=said(500),
        date="2026-11-20",
        answers=answers,
        workshop=Workshop(
            room=Room(present=25, groups=seats),
            at=asked[0].id,
            parked=(*parked, Parked(text=said(20_000)), Parked(text="Gone", dropped=True)),
            ended=True,
        ),
    )
