"""The cover: a dark upper part with the name, the ladder of levels, and the facts beneath."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.report_summary import CoverView
from cxaudit.presentation.report_words import shortened
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.painter import paint
from cxaudit.report.pdf.setting import Setting
from cxaudit.report.pdf.styles import COVER_LEAD, COVER_TITLE, MARGIN, MM, NOTE, NOTE_STRONG, STRONG, TABLE
from cxaudit.report.pdf.tags import Tag
from cxaudit.report.pdf.watermark import draw_watermark

BAND = 0.62
"""Height of the dark upper part, as a share of the page."""
TITLE_TOP = MARGIN + 44
LOGO = (45 * MM, 20 * MM)
"""The most that a logo takes up."""


class Cover(Block):
    """The whole first page."""

    def __init__(self, view: CoverView, setting: Setting) -> None:
        self.view, self.setting, paper = view, setting, setting.paper
        self.band = paper.height * BAND
        self.scale = paper.width / view.art.width
        self.title_width = paper.columns(11)
        self.kind = Text(view.kind, STRONG.but(color="brand_soft"))
        self.name = self._name(view.name)
        self.subtitle = Text(view.subtitle, COVER_LEAD)

    @property
    def ladder_top(self) -> float:
        """Return where the ladder's highest step begins."""
        return self.band - self.view.art.height * self.scale

    @override
    def height(self, width: float) -> float:
        return self.setting.paper.height

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        paper = self.setting.paper
        with sheet.artifact("Background"):
            sheet.rect(0, 0, paper.width, self.band, "brand")
            if self.view.badge:
                draw_watermark(sheet, self.view.badge, "step1", self.band / 2)
            paint(sheet, self.view.art, 0, self.ladder_top, self.scale)
        self.kind.draw(sheet, MARGIN, MARGIN, self.title_width)
        if self.view.badge:
            Text(self.view.badge, STRONG.but(color="on_brand", align="right")).draw(sheet, MARGIN, MARGIN, paper.full)
        self.name.draw(sheet, MARGIN, TITLE_TOP, self.title_width)
        below = TITLE_TOP + self.name.height(self.title_width) + 10
        self.subtitle.draw(sheet, MARGIN, below, paper.columns(9))
        self._draw_facts(sheet, self.band + 44)
        self._draw_foot(sheet)

    def _draw_facts(self, sheet: Sheet, y: float) -> None:
        paper, logo = self.setting.paper, self.setting.logo
        if logo is not None:
            scale = min(LOGO[0] / logo.width, LOGO[1] / logo.height)
            size = logo.width * scale, logo.height * scale
            tag = Tag("Figure", alt=logo.alt)
            sheet.image(tag, paper.width - MARGIN - size[0], y, *size, logo.png)
        left, width = paper.columns(3) - 20, paper.columns(9 if logo is None else 6)
        for fact in self.view.facts:
            label, value = Text(fact.label, TABLE.but(color="muted")), Text(fact.value, STRONG)
            label.draw(sheet, MARGIN, y + 1, paper.columns(2))
            value.draw(sheet, MARGIN + left, y, width)
            y += max(label.height(paper.columns(2)), value.height(width)) + 6

    def _draw_foot(self, sheet: Sheet) -> None:
        full = self.setting.paper.full
        lines = [Text(self.view.confidentiality, NOTE_STRONG)] if self.view.confidentiality else []
        foot = Stack([*lines, Text(self.view.note, NOTE)])
        foot.draw(sheet, MARGIN, self.setting.paper.height - MARGIN - foot.height(full), full)

    @override
    def bookmarks(self) -> Iterator[str]:
        yield "cover"

    def _name(self, name: str) -> Text:
        """Return the name, cut to the height that the ladder leaves: on its pale steps nobody could read it."""
        room = self.ladder_top - TITLE_TOP
        while (text := self._title(name)).height(self.title_width) > room and len(name) > 1:
            name = shortened(name, len(name) - 1)
        return text

    def _title(self, name: str) -> Text:
        style = COVER_TITLE.but(face=self.setting.face)
        return Text(name, style, "Title", key="cover", outline=_("Cover"), balance=True)
