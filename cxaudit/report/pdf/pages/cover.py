"""The cover: a dark upper part with the name, the ladder of levels, and the facts beneath."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.report_summary import CoverView
from cxaudit.presentation.report_words import shortened
from cxaudit.report.pdf.blocks import Block, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.painter import paint
from cxaudit.report.pdf.styles import (
    COVER_LEAD,
    COVER_TITLE,
    FULL,
    HEIGHT,
    MARGIN,
    NOTE,
    STRONG,
    TABLE,
    WIDTH,
    columns,
)
from cxaudit.report.pdf.watermark import draw_watermark

BAND = HEIGHT * 0.62
"""Height of the dark upper part."""
TITLE_TOP = MARGIN + 44
TITLE_WIDTH = columns(11)


class Cover(Block):
    """The whole first page."""

    def __init__(self, view: CoverView) -> None:
        self.view = view
        self.kind = Text(view.kind, STRONG.but(color="brand_soft"))
        self.name = _name(view.name, BAND - view.art.height - TITLE_TOP)
        self.subtitle = Text(view.subtitle, COVER_LEAD)

    @override
    def height(self, width: float) -> float:
        return HEIGHT

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.artifact("Background"):
            sheet.rect(0, 0, WIDTH, BAND, "brand")
            if self.view.badge:
                draw_watermark(sheet, self.view.badge, "step1", BAND / 2)
            paint(sheet, self.view.art, 0, BAND - self.view.art.height)
        self.kind.draw(sheet, MARGIN, MARGIN, TITLE_WIDTH)
        if self.view.badge:
            Text(self.view.badge, STRONG.but(color="on_brand", align="right")).draw(sheet, MARGIN, MARGIN, FULL)
        self.name.draw(sheet, MARGIN, TITLE_TOP, TITLE_WIDTH)
        below = TITLE_TOP + self.name.height(TITLE_WIDTH) + 10
        self.subtitle.draw(sheet, MARGIN, below, columns(9))
        self._draw_facts(sheet, BAND + 44)

    def _draw_facts(self, sheet: Sheet, y: float) -> None:
        for fact in self.view.facts:
            label, value = Text(fact.label, TABLE.but(color="muted")), Text(fact.value, STRONG)
            label.draw(sheet, MARGIN, y + 1, columns(2))
            value.draw(sheet, MARGIN + columns(3) - 20, y, columns(9))
            y += max(label.height(columns(2)), value.height(columns(9))) + 6
        note = Text(self.view.note, NOTE)
        note.draw(sheet, MARGIN, HEIGHT - MARGIN - note.height(FULL), FULL)

    @override
    def bookmarks(self) -> Iterator[str]:
        yield "cover"


def _name(name: str, room: float) -> Text:
    """Return the name, cut to the height that the ladder leaves: on its pale steps nobody could read it."""
    while (text := _title(name)).height(TITLE_WIDTH) > room and len(name) > 1:
        name = shortened(name, len(name) - 1)
    return text


def _title(name: str) -> Text:
    return Text(name, COVER_TITLE, "Title", key="cover", outline=_("Cover"), balance=True)
