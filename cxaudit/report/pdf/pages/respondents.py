"""Who voted: how many were asked and answered, and where groups see it differently."""

from __future__ import annotations

from cxaudit.i18n import _
from cxaudit.presentation.report_room import GapLine, GroupLine, RoomPage
from cxaudit.presentation.report_summary import Fact
from cxaudit.report.pdf.blocks import Block, Figure, Stack, Text
from cxaudit.report.pdf.pages.parts import Heading, opening
from cxaudit.report.pdf.styles import BODY, H2, NOTE, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Narrow, Table

GROUP_SHARES = (200, 80, 120, 80)
FACT_SHARES = (120, 360)
APART, PRACTICE, GROUP = 46, 170, 68
"""Parts of the width: how far groups are apart, the practice, and each group."""


def respondents(view: RoomPage, heading: Heading) -> Block:
    """Return the section."""
    blocks: list[Block] = [
        *opening(heading, view.title, "room"),
        Table(view.heads, [_group(line) for line in view.lines], GROUP_SHARES),
        Narrow(Text(view.below, NOTE.but(after=12))),
        Table((_("About the votes"), ""), [_fact(fact) for fact in view.facts], FACT_SHARES),
    ]
    if view.gap_title:
        blocks.append(Text(view.gap_title, H2, "H2", keep_next=True))
    if view.gap_lines:
        shares = (PRACTICE, *[GROUP] * (len(view.gap_heads) - 2), APART)
        blocks.append(Table(view.gap_heads, [_gap(line) for line in view.gap_lines], shares))
    blocks += [Narrow(Text(note, BODY)) for note in view.notes]
    return Stack(blocks)


def _group(line: GroupLine) -> list[Block]:
    return [Text(line.name, TABLE_STRONG), Text(line.people, TABLE), Text(line.votes, TABLE), Text(line.rate, TABLE)]


def _fact(fact: Fact) -> list[Block]:
    return [Text(fact.label, TABLE_STRONG), Text(fact.value, TABLE)]


def _gap(line: GapLine) -> list[Block]:
    return [
        Stack([Text(line.title, TABLE_STRONG), Text(line.dimension, NOTE.but(after=0))]),
        *(Figure(cell) for cell in line.cells),
        Text(line.gap, TABLE_STRONG),
    ]
