"""The cover: a dark upper part with the name, the ladder of levels, and the facts beneath."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.report_summary import CoverView
from cxaudit.presentation.report_words import shortened
from cxaudit.report.pdf.blocks import Block, Space, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.painter import paint
from cxaudit.report.pdf.setting import Setting
from cxaudit.report.pdf.styles import COVER_LEAD, COVER_TITLE, GUTTER, MARGIN, MM, NOTE, NOTE_STRONG, STRONG, TABLE
from cxaudit.report.pdf.tables import Lanes
from cxaudit.report.pdf.tags import Tag
from cxaudit.report.pdf.watermark import draw_watermark

BAND = 0.62
"""Height of the dark upper part, as a share of the page."""
TITLE_TOP = MARGIN + 44
FACTS, ABOVE = 44.0, 10.0
"""Space above the facts, and above the subtitle and the lines at the foot."""
CUTS = (500, 160, 100, 60, 40)
"""Characters that a fact may keep, tried in turn."""
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
        self.subtitle = Text(view.subtitle, COVER_LEAD)
        self.name = self._name(view.name)
        self.foot = Stack(
            [
                *([Text(view.confidentiality, NOTE_STRONG)] if view.confidentiality else []),
                Text(view.note, NOTE),
            ]
        )
        self.facts = self._facts()

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
        below = TITLE_TOP + self.name.height(self.title_width) + ABOVE
        self.subtitle.draw(sheet, MARGIN, below, paper.columns(9))
        self.facts.draw(sheet, MARGIN, self.band + FACTS, paper.full)
        self._draw_logo(sheet, self.band + FACTS)
        self.foot.draw(sheet, MARGIN, self.foot_top, paper.full)

    @property
    def foot_top(self) -> float:
        """Return where the lines at the foot begin."""
        paper = self.setting.paper
        return paper.height - MARGIN - self.foot.height(paper.full)

    def _facts(self) -> Block:
        """Return the facts; where they would reach the foot, what they say is cut."""
        paper = self.setting.paper
        room = self.foot_top - self.band - FACTS - ABOVE
        made = (self._fact_list(most) for most in CUTS)
        return next((facts for facts in made if facts.height(paper.full) <= room), self._fact_list(CUTS[-1]))

    def _fact_list(self, most: int) -> Block:
        paper = self.setting.paper
        wide = paper.columns(9 if self.setting.logo is None else 6)
        shares = (paper.columns(2), wide, paper.full - paper.columns(2) - wide - 2 * GUTTER)
        lines: list[Block] = []
        for fact in self.view.facts:
            label = Stack([Space(1.4), Text(fact.label, TABLE.but(color="muted"))])
            lines.append(Lanes([label, Text(shortened(fact.value, most), STRONG), Space(0)], GUTTER, shares))
            lines.append(Space(6))
        return Stack(lines)

    def _draw_logo(self, sheet: Sheet, y: float) -> None:
        logo = self.setting.logo
        if logo is not None:
            scale = min(LOGO[0] / logo.width, LOGO[1] / logo.height)
            size = logo.width * scale, logo.height * scale
            tag = Tag("Figure", alt=logo.alt)
            sheet.image(tag, self.setting.paper.width - MARGIN - size[0], y, *size, logo.png)

    @override
    def bookmarks(self) -> Iterator[str]:
        yield "cover"

    def _name(self, name: str) -> Text:
        """Return the name, cut to what ladder and subtitle leave: on the pale steps nobody could read either."""
        room = self.ladder_top - TITLE_TOP - ABOVE - self.subtitle.height(self.setting.paper.columns(9))
        while (text := self._title(name)).height(self.title_width) > room and len(name) > 1:
            name = shortened(name, len(name) - 1)
        return text

    def _title(self, name: str) -> Text:
        style = COVER_TITLE.but(face=self.setting.face)
        return Text(name, style, "Title", key="cover", outline=_("Cover"), balance=True)
