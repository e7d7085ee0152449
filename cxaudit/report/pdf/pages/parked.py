"""The parking lot: what was put aside in a workshop, whose it is, and what was dropped."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.i18n import _
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.parked import ParkedView
from cxaudit.report.pdf.blocks import Block, Text
from cxaudit.report.pdf.styles import H2, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Table


def parking_lot(items: Sequence[ParkedView]) -> list[Block]:
    """Return the list under its title; nothing where nothing was parked."""
    if not items:
        return []
    title = Text(_("Parked in the workshop"), H2.but(before=22), "H2", keep_next=True)
    heads = (_("What"), _("Came up on"), _("Owner"), _("By"))
    return [title, Table(heads, [_row(item) for item in items], (195, 105, 95, 86))]


def _row(item: ParkedView) -> list[Block]:
    style = TABLE.but(color="muted") if item.dropped else TABLE
    return [
        Text(item.text, style if item.dropped else TABLE_STRONG),
        Text(item.practice or NONE, style),
        Text(item.owner, style),
        Text(item.due or NONE, style),
    ]
