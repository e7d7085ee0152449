"""Disagreement: a map of all votes, the most split first, then both sides of what the room saw differently."""

from __future__ import annotations

from cxaudit.presentation.report_votes import DisagreementPage, MapLine, Side, SplitView
from cxaudit.report.pdf.blocks import Block, Figure, Space, Stack, Text
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import Heading, opening
from cxaudit.report.pdf.styles import H2, H3, NOTE, STRONG, TABLE, TABLE_HEAD, TABLE_STRONG
from cxaudit.report.pdf.tables import Cell, Lanes, Table

COUNTS = 6
"""Columns of counts: the five levels, and those who do not know."""
MAP_SHARES = (150, 20, 20, 20, 20, 20, 20, 26, 120)
SPLIT_SHARES = (160, 150, 150)


def disagreement(view: DisagreementPage, heading: Heading) -> Block:
    """Return the section."""
    blocks: list[Block] = [
        *opening(heading, view.title, "disagreement", view.lead),
        _map(view),
        Text(view.key, NOTE),
    ]
    if view.splits:
        blocks.append(Text(view.splits_title, H2, "H2", keep_next=True))
        blocks.append(Text(view.splits_lead, NOTE, keep_next=True))
        blocks += [_split(split) for split in view.splits]
    return Stack(blocks)


def _map(view: DisagreementPage) -> Table:
    """Return the map; the heads of counts stand over the middle of their cells."""
    table = Table(view.heads, [_line(line) for line in view.lines], MAP_SHARES)
    cells, middle = table.header.cells, TABLE_HEAD.but(align="middle")
    for place in range(1, COUNTS + 1):
        cells[place] = Cell(Text(view.heads[place], middle), cells[place].tag)
    return table


def _line(line: MapLine) -> list[Block]:
    state = TABLE_STRONG.but(color="flag") if line.open else TABLE
    cells = [Figure(cell) for cell in line.cells]
    return [Text(line.title, TABLE_STRONG), *cells, Text(line.a, TABLE), Text(line.state, state)]


def _split(view: SplitView) -> Block:
    """Return one practice: its votes, beside them both sides, and beneath what would settle it."""
    state = Run(view.state, SEMIBOLD, "flag" if view.open else "ink")
    head: list[Block] = [
        Text(view.title, H3.but(before=12, after=1), "H3", keep_next=True),
        Text(view.question, TABLE.but(color="muted", after=2), keep_next=True),
        Text([state, Run(f" {view.detail}", color="muted")], NOTE.but(after=6), keep_next=True),
    ]
    sides = [_side(side) for side in view.sides] or [Space(0)]
    shares = SPLIT_SHARES if view.sides else (SPLIT_SHARES[0], sum(SPLIT_SHARES[1:]))
    said = [_labelled(label, text) for label, text in view.said]
    beside = Lanes([Figure(view.dots), *(sides if view.sides else [Stack(said or [Space(0)])])], 14, shares)
    return Stack([*head, beside, *([Space(4), *said] if view.sides else []), Space(6)], keep=True)


def _side(side: Side) -> Block:
    blocks: list[Block] = [Text(side.label, STRONG.but(after=1))]
    if side.anchor:
        blocks.append(Text(side.anchor, NOTE.but(after=3)))
    blocks.append(Text(side.text or side.unsaid, TABLE if side.text else TABLE.but(color="muted")))
    return Stack(blocks)


def _labelled(label: str, text: str) -> Block:
    return Text([Run(f"{label}: ", SEMIBOLD), Run(text)], TABLE.but(after=3))
