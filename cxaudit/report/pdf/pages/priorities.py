"""Priorities: effort against effect, then every action in order."""

from __future__ import annotations

from collections.abc import Collection

from cxaudit.i18n import _
from cxaudit.presentation.report_plan import PrioritiesPage, PriorityLine
from cxaudit.report.pdf.blocks import Block, Figure, Stack, Text
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import Heading, opening
from cxaudit.report.pdf.styles import BODY, H2, NOTE, NOTE_STRONG, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Beside, Narrow, Table

SHARES = (18, 262, 72, 34, 44, 42)


def priorities(view: PrioritiesPage, heading: Heading, told: Collection[str]) -> Block:
    """Return the section; it tells when the actions of the lanes in `told` are done."""
    blocks = opening(heading, view.title, "priorities")
    if view.chart is None:
        return Stack([*blocks, Narrow(Text(view.empty or _("None."), BODY))])
    note = Stack(
        [
            Text(_("How they are ordered"), NOTE_STRONG.but(after=2)),
            Text(view.formula, NOTE),
            *(Text(text, NOTE) for text in view.notes),
        ]
    )
    blocks.append(Beside(Figure(view.chart), note))
    blocks.append(Text(_("All actions in order"), H2, "H2", keep_next=True))
    blocks.append(Table(view.heads, [_row(line, told) for line in view.lines], SHARES, heads=False))
    return Stack(blocks)


def _row(line: PriorityLine, told: Collection[str]) -> list[Block]:
    action: list[Block] = [Text(line.title, TABLE_STRONG, key=line.key), Text(line.moves, NOTE.but(after=0))]
    if line.horizon in told:
        done = [Run(_("Done when: "), SEMIBOLD), Run(line.done_when)]
        action.append(Text(done, NOTE.but(color="ink", after=0)))
    return [
        Text(line.rank, TABLE_STRONG.but(color="deep")),
        Stack(action),
        Text(line.owner, TABLE),
        Text(line.effort, TABLE),
        Text(line.recovers, TABLE),
        Text(line.range, TABLE),
    ]
