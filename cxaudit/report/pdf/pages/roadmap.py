"""The roadmap: three lanes of cards, what to settle first, and what is not in a lane."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.report_plan import AsideLine, RoadmapCard, RoadmapLane, RoadmapPage, settle_title
from cxaudit.presentation.settle import SettleView
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import bullets, title_block
from cxaudit.report.pdf.styles import BODY, H2, NOTE, STRONG, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Box, Lanes, Narrow, Table
from cxaudit.report.pdf.tags import Tag

EMPTY = 0.4
"""The share of a lane with nothing in it."""

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
    blocks: list[Block] = [title_block(section, view.title, "roadmap")]
    if view.empty:
        blocks.append(Narrow(Stack([Text(view.empty, BODY), *_settle(view.settle)])))
    else:
        blocks.append(
            Lanes(
                [_lane(lane, view.settle if lane.horizon == "now" else ()) for lane in view.lanes],
                shares=[1.0 if lane.cards else EMPTY for lane in view.lanes],
            )
        )
    if view.aside:
        blocks.append(Text(_("Not in a lane"), H2, "H2", keep_next=True))
        blocks.append(
            Table((_("Action"), _("Status"), _("Reason")), [_aside(line) for line in view.aside], (190, 90, 190))
        )
    return Stack(blocks)


def _lane(lane: RoadmapLane, settle: Sequence[SettleView]) -> Block:
    cards = [_card(card, LANES[lane.horizon]) for card in lane.cards] or [Text(_("None."), TABLE)]
    return Stack([LaneHead(lane), *cards, *_settle(settle)], Tag("Sect"))


def _settle(settle: Sequence[SettleView]) -> list[Block]:
    """Return the open questions, which stand with what starts now."""
    if not settle:
        return []
    title = Text(settle_title(len(settle)), STRONG.but(after=3, before=12), "H2", keep_next=True)
    return [title, *bullets([line.sentence for line in settle], TABLE)]


def _card(card: RoadmapCard, color: str) -> Block:
    needs = [Run(" · "), Run(card.needs, color="flag" if card.flag else None)] if card.needs else []
    lines: list[Block] = [
        Text([Run(f"{card.rank} ", color=color), Run(card.title)], TABLE_STRONG.but(after=2)),
        Text([Run(card.facts), *needs], NOTE.but(after=2)),
    ]
    if card.done_when:
        lines.append(Text(card.done_when, NOTE.but(color="ink", after=0)))
    return Box(Stack(lines), "sunken", padding=7, after=5)


def _aside(line: AsideLine) -> list[Block]:
    return [Text(line.title, TABLE_STRONG), Text(line.status, TABLE), Text(line.reason or "–", TABLE)]  # noqa: RUF001 - "none"
