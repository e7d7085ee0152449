"""The roadmap: three lanes of cards, what to settle first, and what is not in a lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.report_plan import AsideLine, RoadmapCard, RoadmapLane, RoadmapPage, settle_title
from cxaudit.presentation.settle import SettleView
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.flow import broken
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import bullets, title_block
from cxaudit.report.pdf.styles import BODY, NOTE, STRONG, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Box, Lanes, Narrow
from cxaudit.report.pdf.tags import Tag

EMPTY = 0.4
"""The share of a lane with nothing in it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How roomy the cards are: padding, the gap between two, and the share of a lane that holds no card."""

    padding: float
    gap: float
    slim: float


LOOKS = (Look(7, 5, 0.7), Look(5.5, 3.5, 0.52))
"""From roomy to tight; the tight one is taken where it saves a page."""

LANES = {"now": "accent", "next": "good", "later": "muted"}


class LaneHead(Block):
    """A lane's name under a bar in its colour."""

    keep_next = True
    after = 8.0

    def __init__(self, lane: RoadmapLane) -> None:
        self.color = LANES[lane.horizon]
        self.text = Stack(
            [
                Text(lane.name, STRONG.but(color=self.color), "H2"),
                Text(lane.facts, NOTE.but(after=0)),
            ]
        )

    @override
    def height(self, width: float) -> float:
        return self.text.height(width) + 9

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.artifact():
            sheet.rect(x, y, width, 3, self.color)
        self.text.draw(sheet, x, y + 8, width)


def roadmap(view: RoadmapPage, section: str) -> Block:
    """Return the section."""
    title = title_block(section, view.title, "roadmap")
    if view.empty:
        return Stack([title, Narrow(Stack([Text(view.empty, BODY), *_settle(view.settle), *_aside(view.aside)]))])
    return min((Stack([title, _lanes(view, look)]) for look in LOOKS), key=_pages)


def _pages(block: Block) -> int:
    """Return how many pages a block takes; of equal ones the first, the roomiest, is taken."""
    return len(list(broken(block)))


def _lanes(view: RoadmapPage, look: Look) -> Block:
    lanes, shares = list[Block](), list[float]()
    for lane in view.lanes:
        aside = view.aside if lane.horizon == "later" else ()
        lanes.append(_lane(lane, look, view.settle if lane.horizon == "now" else (), aside))
        shares.append(1.0 if lane.cards else look.slim if aside else EMPTY)
    return Lanes(lanes, shares=shares)


def _lane(lane: RoadmapLane, look: Look, settle: Sequence[SettleView], aside: Sequence[AsideLine]) -> Block:
    cards = [_card(card, LANES[lane.horizon], look) for card in lane.cards] or [Text(_("None."), TABLE)]
    return Stack([LaneHead(lane), *cards, *_settle(settle), *_aside(aside)], Tag("Sect"))


def _settle(settle: Sequence[SettleView]) -> list[Block]:
    """Return the open questions, which stand with what starts now."""
    if not settle:
        return []
    title = Text(settle_title(len(settle)), STRONG.but(after=3, before=12), "H2", keep_next=True)
    return [title, *bullets([line.sentence for line in settle], TABLE)]


def _card(card: RoadmapCard, color: str, look: Look) -> Block:
    needs = [Run(" · "), Run(card.needs, color="flag" if card.flag else None)] if card.needs else []
    lines: list[Block] = [
        Text([Run(f"{card.rank} ", color=color), Run(card.title)], TABLE_STRONG.but(after=2)),
        Text([Run(card.facts), *needs], NOTE.but(after=2)),
    ]
    if card.done_when:
        lines.append(Text(card.done_when, NOTE.but(color="ink", after=0)))
    return Box(Stack(lines), "sunken", padding=look.padding, after=look.gap)


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
