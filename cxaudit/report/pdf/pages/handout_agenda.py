"""The agenda of a workshop."""

from __future__ import annotations

from cxaudit.i18n import _
from cxaudit.presentation.handout_agenda import AgendaItem, AgendaPage, AgendaPart
from cxaudit.report.pdf.blocks import Block, Space, Stack, Text
from cxaudit.report.pdf.fonts import REGULAR
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import bullets, title_block
from cxaudit.report.pdf.styles import BODY, H2, STRONG, TABLE
from cxaudit.report.pdf.tables import Lanes, Table

SHARES = (42.0, 52, 300, 40)


def agenda(view: AgendaPage) -> Block:
    """Return the section."""
    heads = (_("Begins"), _("Time of day"), _("What"), _("Minutes"))
    table = Table(heads, [_row(part) for part in view.parts], SHARES)
    blocks: list[Block] = [title_block(view.title, view.title, f"agenda-{view.minutes}", view.lead), table]
    if view.left:
        blocks.append(Text(view.left_title, H2, "H2", keep_next=True))
        half = (len(view.left) + 1) // 2
        columns: list[Block] = [Stack(bullets(view.left[:half], BODY))]
        columns += [Stack(bullets(view.left[half:], BODY))] if view.left[half:] else [Space(0)]
        blocks += [Lanes(columns, 18), Text(view.left_note, BODY.but(before=4))]
    return Stack(blocks)


def _row(part: AgendaPart) -> list[Block]:
    what: list[Block] = [Text(part.title, STRONG)]
    if part.note:
        what.append(Text(part.note, TABLE))
    what += [_item(item) for item in part.items]
    return [Text(part.begins, STRONG), Text(" ", TABLE), Stack(what), Text(part.minutes, STRONG)]


def _item(item: AgendaItem) -> Block:
    return Text(
        [Run(f"{item.begins}  ", color="muted", face=REGULAR), Run(item.what), Run(f"  {item.minutes}", color="muted")],
        TABLE,
    )
