"""The profile: bars with range and target, the same as a table, and the red flags behind it."""

from __future__ import annotations

from cxaudit.i18n import _
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.report_profile import ProfilePage
from cxaudit.report.pdf.blocks import Block, Figure, Stack, Text
from cxaudit.report.pdf.flow import page_count
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import Heading, bullets, opening
from cxaudit.report.pdf.styles import BODY, H2, STRONG, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Box, Narrow, Table

SHARES = (106, 36, 58, 62, 62, 40, 36, 40)


def profile(view: ProfilePage, heading: Heading) -> Block:
    """Return the page, set closer where that saves one."""
    return min(
        (_page(view, heading, close=close) for close in (False, True)),
        key=lambda page: page_count(page, heading.paper),
    )


def _page(view: ProfilePage, heading: Heading, *, close: bool) -> Block:
    rows = [[Text(row[0], TABLE_STRONG), *(Text(value, TABLE) for value in row[1:])] for row in view.rows]
    blocks: list[Block] = [
        *opening(heading, view.title, "profile", view.lead),
        Figure(view.chart, after=4),
        Figure(view.key, after=6 if close else 12),
        Table(view.heads, rows, SHARES),
        *_next_level(view.next_level, close=close),
    ]
    if view.flags or view.possible_flags:
        blocks.append(Text(_("Red flags"), H2.but(before=10) if close else H2, "H2", keep_next=True))
        blocks += [flag_box(flag, close=close) for flag in view.flags]
        blocks += bullets(view.possible_flags, TABLE)
    return Stack(blocks)


def _next_level(text: str, *, close: bool) -> list[Block]:
    if not text:
        return []
    title = _("What the next level needs")
    if close:
        return [Text([Run(f"{title}: ", SEMIBOLD), Run(text)], BODY)]
    return [Text(title, H2, "H2", keep_next=True), Narrow(Text(text, BODY))]


def flag_box(flag: FlagView, *, close: bool = False) -> Block:
    """Return a red flag with its reason and what would clear it."""
    lines = [
        Text(flag.title, STRONG.but(color="flag", after=2)),
        Text(flag.sentence, BODY.but(after=2)),
        Text(f"{flag.why} {_('Cleared when:')} {flag.cleared_when}", TABLE),
    ]
    return Box(Stack(lines), "flag_tint", "flag", padding=7 if close else 10, after=6 if close else 8)
