"""The roadmap: three lanes of cards, what to settle first, and what is not in a lane."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from typing_extensions import override

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.report_plan import AsideLine, RoadmapCard, RoadmapLane, RoadmapPage, settle_count
from cxaudit.presentation.settle import SettleView
from cxaudit.report.pdf.blocks import Block, Space, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.flow import page_count
from cxaudit.report.pdf.fonts import REGULAR, SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parked import parking_lot
from cxaudit.report.pdf.pages.parts import Heading, bullets, opening
from cxaudit.report.pdf.styles import BODY, H1, H2, NOTE, STRONG, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Box, Lanes, Narrow, Table
from cxaudit.report.pdf.tags import Tag

EMPTY = 0.4
"""The share of a lane with nothing in it."""

BESIDE = 5
"""So many open questions always stand beneath the shortest lane, however long that makes it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How roomy the cards are: padding, the gap between two, and the share of a lane that holds no card.

    The actions of the `brief` lanes are lines, which do not say when they are done.
    """

    padding: float
    gap: float
    slim: float
    brief: frozenset[str]


ABREAST = 3
"""So many lines stand beside each other below the lanes."""

LOOKS = (
    Look(7, 5, 0.7, frozenset({"later"})),
    Look(5.5, 3.5, 0.6, frozenset({"later"})),
    Look(5.5, 3.5, 0.6, frozenset({"next", "later"})),
)
"""From roomy to tight; a tighter one is taken where it saves a page."""

LANES = {"now": "accent", "next": "good", "later": "muted"}
TABLE_SHARES = (20, 300, 70, 56)


class LaneHead(Block):
    """A name under a bar in its colour."""

    keep_next = True
    after = 8.0

    def __init__(self, name: str, facts: str, color: str) -> None:
        self.color = color
        self.text = Stack([Text(name, STRONG.but(color=color), "H2"), Text(facts, NOTE.but(after=0))])

    @override
    def height(self, width: float) -> float:
        return self.text.height(width) + 9

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.artifact():
            sheet.rect(x, y, width, 3, self.color)
        self.text.draw(sheet, x, y + 8, width)


class Lane(Block):
    """A head over a stack; where the stack goes on overleaf the head comes again, as decoration."""

    def __init__(self, head: LaneHead, body: Stack, tag: Tag, *, first: bool = True) -> None:
        self.head, self.body, self.tag, self.first = head, body, tag, first

    def _top(self, width: float) -> float:
        return self.head.height(width) + self.head.after

    @override
    def height(self, width: float) -> float:
        return self._top(width) + self.body.height(width)

    @override
    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        parts = self.body.split(width, room - self._top(width))
        if parts is None:
            return None
        head, rest = (Stack([part]) for part in parts)
        return Lane(self.head, head, self.tag, first=self.first), Lane(self.head, rest, self.tag, first=False)

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.inside(self.tag):
            with nullcontext() if self.first else sheet.artifact("Pagination"):
                self.head.draw(sheet, x, y, width)
            self.body.draw(sheet, x, y + self._top(width), width)


def look_for(view: RoadmapPage, heading: Heading) -> Look:
    """Return the roomiest look of the fewest pages."""
    title = opening(heading, view.title, "")
    return min(LOOKS, key=lambda look: page_count(Stack([*title, *_lanes(view, heading, look)]), heading.paper))


def roadmap(view: RoadmapPage, heading: Heading, look: Look, *, details: bool) -> Block:
    """Return the section; `details` tells what the priorities tell otherwise: what lines leave out, what was parked."""
    title = opening(heading, view.title, "roadmap")
    if view.empty:
        settle = [_settle(view.settle)] if view.settle else []
        put_off = Narrow(Stack([Text(view.empty, BODY), *settle, *_aside(view.aside)]))
        return Stack([*title, put_off, *(parking_lot(view.parked) if details else [])])
    told = [*_details(view, look), *parking_lot(view.parked)] if details else []
    return Stack([*title, *_lanes(view, heading, look), *told])


def _shares(view: RoadmapPage, look: Look) -> list[float]:
    """Return the lanes' parts of the width: more for lines, less where there is no card."""
    shares = list[float]()
    for lane in view.lanes:
        wide = 1.2 if "next" in look.brief and lane.horizon != "later" else 1.0
        aside = lane.horizon == "later" and view.aside
        shares.append(wide if lane.cards else look.slim if aside or view.settle else EMPTY)
    return shares


def _lanes(view: RoadmapPage, heading: Heading, look: Look) -> list[Block]:
    """Return the lanes; what to settle first stands beneath the shortest, or beneath all where that is too long.

    Lines that the first page cannot hold stand below all lanes, three abreast.
    """
    shares, lanes, rest = _shares(view, look), list[Block](), list[Block]()
    widths = Lanes([Space(0)] * len(shares), shares=shares).widths(heading.paper.full)
    room = heading.paper.room - Stack(opening(heading, view.title, "")).height(heading.paper.full) - H1.after
    for lane, width in zip(view.lanes, widths, strict=True):
        aside = _aside(view.aside) if lane.horizon == "later" else []
        shown = _shown(lane, look, width, room)
        lanes.append(_lane(lane, look, shown, aside))
        rest += _rest(lane, look, shown)
    if not view.settle:
        return [Lanes(lanes, shares=shares), *rest]
    third = heading.paper.columns(4)
    heights = [lane.height(third) for lane in lanes]
    shortest = min(range(len(lanes)), key=lambda number: (heights[number], -number))
    whole = Stack([lanes[shortest], Space(18), _settle(view.settle)])
    if len(view.settle) > BESIDE and whole.height(third) > min(max(heights), heading.paper.room):
        return [Lanes(lanes, shares=shares), *rest, Space(18), _settle(view.settle)]
    lanes[shortest] = whole
    return [Lanes(lanes, shares=shares), *rest]


def _shown(lane: RoadmapLane, look: Look, width: float, room: float) -> int:
    """Return how many cards stand in the lane: all, or as many lines as the room holds."""
    if lane.horizon not in look.brief:
        return len(lane.cards)
    left = room - _lane(lane, look, 0, []).height(width)
    for count, card in enumerate(lane.cards):
        left -= _line(card, "ink", look).height(width)
        if left < 0:
            return count
    return len(lane.cards)


def _lane(lane: RoadmapLane, look: Look, shown: int, aside: Sequence[Block]) -> Block:
    color = LANES[lane.horizon]
    make, more = _line if lane.horizon in look.brief else _card, len(lane.cards) - shown
    cards = [make(card, color, look) for card in lane.cards[:shown]]
    if more:
        text = ngettext("{n} more stands below.", "{n} more stand below.", more).format(n=more)
        cards.append(Text(text, NOTE.but(color=color)))
    head = LaneHead(lane.name, lane.facts, color)
    return Lane(head, Stack([*(cards or [Text(_("None."), TABLE)]), *aside]), Tag("Sect"))


def _rest(lane: RoadmapLane, look: Look, shown: int) -> list[Block]:
    """Return the lines that the lane leaves out."""
    lines = [_line(card, LANES[lane.horizon], look) for card in lane.cards[shown:]]
    if not lines:
        return []
    lines += [Space(0)] * (-len(lines) % ABREAST)
    title = Text(_("{lane}, continued").format(lane=lane.name), H2, "H2", keep_next=True)
    return [title, *(Lanes(lines[start : start + ABREAST]) for start in range(0, len(lines), ABREAST))]


def _details(view: RoadmapPage, look: Look) -> list[Block]:
    """Return when the actions are done that stand as lines."""
    cards = [card for lane in view.lanes if lane.horizon in look.brief for card in lane.cards]
    if not cards:
        return []
    rows: list[list[Block]] = [
        [
            Text(card.rank, TABLE_STRONG.but(color="deep")),
            Text(card.done_when, TABLE),
            Text(card.needs or NONE, TABLE),
            Text(card.range, TABLE),
        ]
        for card in cards
    ]
    heads = ("#", _("Done when"), _("Note"), _("Range"))
    title = Text(_("When the others are done"), H2, "H2", keep_next=True)
    return [title, Table(heads, rows, TABLE_SHARES, heads=False)]


def _settle(settle: Sequence[SettleView]) -> Block:
    """Return the open questions."""
    head = LaneHead(_("Settle this first"), settle_count(len(settle)), "ink")
    return Stack([head, *bullets([line.sentence for line in settle], TABLE)], Tag("Sect"))


def _title(card: RoadmapCard, color: str) -> Text:
    return Text([Run(f"{card.rank} ", color=color), Run(card.title)], TABLE_STRONG.but(after=2))


def _line(card: RoadmapCard, color: str, look: Look) -> Block:
    """Return an action as a line of its lane."""
    title = _title(card, color)
    title.runs = (*title.runs, Run(f"  {card.who}", REGULAR, "muted"))
    return Stack([title, *_told(_("This week: "), card.first_step), Space(look.gap)], keep=True)


def _card(card: RoadmapCard, color: str, look: Look) -> Block:
    facts = _("{who} · rank {range}").format(who=card.who, range=card.range)
    needs = [Run(" · "), Run(card.needs, color="flag" if card.flag else None)] if card.needs else []
    lines: list[Block] = [
        _title(card, color),
        Text([Run(facts), *needs], NOTE.but(after=2)),
        *_told(_("This week: "), card.first_step),
        *_told(_("Done when: "), card.done_when),
    ]
    return Box(Stack(lines), "sunken", padding=look.padding, after=look.gap)


def _told(label: str, text: str) -> list[Block]:
    return [Text([Run(label, SEMIBOLD), Run(text)], NOTE.but(color="ink", after=2))] if text else []


def _aside(lines: Sequence[AsideLine]) -> list[Block]:
    """Return what is not sequenced, by its status: done, accepted, or waiting."""
    blocks: list[Block] = []
    last = ""
    for line in lines:
        if line.status != last:
            blocks.append(Text(line.status, STRONG.but(after=3, before=12), "H2", keep_next=True))
            last = line.status
        blocks.append(Text(line.title, TABLE_STRONG.but(after=2), keep_next=bool(line.reason)))
        if line.reason:
            blocks.append(Text(line.reason, NOTE.but(color="ink", after=8)))
    return blocks
