"""The agenda of a workshop."""

from __future__ import annotations

from cxaudit.i18n import _
from cxaudit.presentation.handout_agenda import AgendaItem, AgendaPage, AgendaPart
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import bullets, title_block
from cxaudit.report.pdf.styles import BODY, H2, STRONG, TABLE
from cxaudit.report.pdf.tables import Lanes, Table

SHARES = (32.0, 48, 366, 36)


def agenda(view: AgendaPage, key: str) -> Block:
    """Return the section under a bookmark."""
    heads = (_("Begins"), _("Time of day"), _("What"), _("Minutes"))
    table = Table(heads, [_row(part) for part in view.parts], SHARES)
    blocks: list[Block] = [title_block(view.title, view.title, key), Text(view.lead, BODY.but(after=8)), table]
    if view.left:
        blocks.append(Text(view.left_title, H2, "H2", keep_next=True))
        half = (len(view.left) + 1) // 2
        lists: list[Block] = [Stack(bullets(part, BODY)) for part in (view.left[:half], view.left[half:])]
        blocks += [Lanes(lists, 18), Text(view.left_note, BODY.but(before=4))]
    return Stack(blocks)


def _row(part: AgendaPart) -> list[Block]:
    what: list[Block] = [Text(part.title, STRONG)]
    if part.note:
        what.append(Text(part.note, TABLE))
    if part.items:
        half = (len(part.items) + 1) // 2
        what.append(Lanes([Stack(map(_item, part.items[:half])), Stack(map(_item, part.items[half:]))], 8))
    return [Text(part.begins, STRONG), Text(" ", TABLE), Stack(what), Text(part.minutes, STRONG)]


def _item(item: AgendaItem) -> Block:
    together = item.minutes.replace(" ", "\u00a0")
    begins, minutes = Run(f"{item.begins}  ", color="muted"), Run(f"  \u00b7  {together}", color="muted")
    return Text([begins, Run(item.what), minutes], TABLE)
