"""The profile: bars with range and target, the same as a table, and the red flags behind it."""

from __future__ import annotations

from cxaudit.i18n import _
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.report_findings import ProfilePage
from cxaudit.report.pdf.blocks import Block, Figure, Stack, Text
from cxaudit.report.pdf.pages.parts import bullets, title_block
from cxaudit.report.pdf.styles import BODY, H2, STRONG, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Box, Narrow, Table

SHARES = (106, 36, 58, 62, 62, 40, 36, 40)


def profile(view: ProfilePage, section: str) -> Block:
    """Return the page."""
    rows = [[Text(row[0], TABLE_STRONG), *(Text(value, TABLE) for value in row[1:])] for row in view.rows]
    blocks: list[Block] = [
        title_block(section, view.title, "profile", view.lead),
        Figure(view.chart, after=4),
        Figure(view.key, after=12),
        Table(view.heads, rows, SHARES),
    ]
    if view.next_level:
        blocks.append(Text(_("What the next level needs"), H2, "H2", keep_next=True))
        blocks.append(Narrow(Text(view.next_level, BODY)))
    if view.flags or view.possible_flags:
        blocks.append(Text(_("Red flags"), H2, "H2", keep_next=True))
        blocks += [flag_box(flag) for flag in view.flags]
        blocks += bullets(view.possible_flags, TABLE)
    return Stack(blocks)


def flag_box(flag: FlagView) -> Block:
    """Return a red flag with its reason and what would clear it."""
    return Box(
        Stack(
            [
                Text(flag.title, STRONG.but(color="flag", after=2)),
                Text(flag.sentence, BODY.but(after=2)),
                Text(f"{flag.why} {_('Cleared when:')} {flag.cleared_when}", TABLE),
            ]
        ),
        "flag_tint",
        "flag",
        after=8,
    )
