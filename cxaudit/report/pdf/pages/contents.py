"""Contents and how to read: linked contents, the five levels, the marks, and what the report rests on."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.report_guide import GuideView
from cxaudit.presentation.report_sections import ReportSection
from cxaudit.report.pdf.blocks import Block, Figure, Space, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.flow import page_count
from cxaudit.report.pdf.fonts import SEMIBOLD, text_width
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import Heading, bullets, opening, see_page
from cxaudit.report.pdf.styles import BODY, H2, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Lanes, Table
from cxaudit.report.pdf.tags import Tag

MANY = 11
"""More sections than this are listed closer."""


class ContentsLine(Block):
    """One line of the contents: the section, and its page, all one link."""

    def __init__(self, section: ReportSection, root: Tag, pitch: float) -> None:
        self.section = section
        self.root = root
        self.pitch = pitch
        self.tag = Tag("TOCI")

    @override
    def height(self, width: float) -> float:
        return self.pitch

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        page = str(sheet.page_numbers.get(self.section.id, ""))
        title, size, base = self.section.title, BODY.size, y + self.pitch - 6
        link = Tag("Link", alt=_("{title}, page {page}").format(title=title, page=page))
        end = x + width - text_width(page, SEMIBOLD, size)
        with sheet.inside(self.root), sheet.inside(self.tag):
            with sheet.content(link):
                sheet.text(x, base, f"{title} ", BODY.face, size, "ink")
                sheet.text(end, base, page, SEMIBOLD, size, "deep")
            with sheet.artifact():
                sheet.line(x, y + self.pitch - 1, x + width, y + self.pitch - 1, "hairline", 0.6)
            if page:
                sheet.link(link, x, y, width, self.pitch - 2, self.section.id)


def contents(view: GuideView, sections: Sequence[ReportSection], heading: Heading) -> Block:
    """Return the page, set closer where that saves one; remarks that would need another are left to the method's."""
    most = len(view.remarks)
    fits = ((False, most), *((True, count) for count in range(most, -1, -1)))
    pages = (_page(view, sections, heading, count, close=close) for close, count in fits)
    whole = _page(view, sections, heading, most, close=False)
    return next((page for page in pages if page_count(page, heading.paper) == 1), whole)


def _page(view: GuideView, sections: Sequence[ReportSection], heading: Heading, remarks: int, *, close: bool) -> Block:
    style = H2.but(before=5, after=1) if close else H2
    return Stack(
        [
            *opening(heading, view.title, "contents"),
            Lanes([_list(sections, close=close), _basis(view, remarks)], 32),
            Text(_("Five levels"), style, "H2", keep_next=True),
            _levels(view),
            Text(_("How to read the charts"), style, "H2", keep_next=True),
            *_marks(view),
            Text(_("Four words"), style, "H2", keep_next=True),
            _words(view),
        ]
    )


def _list(sections: Sequence[ReportSection], *, close: bool) -> Block:
    root = Tag("TOC")
    listed = [section for section in sections if section.id not in {"cover", "contents"}]
    pitch = 16.0 if close or len(listed) > MANY else 19.0
    return Stack([Text(_("Contents"), H2.but(after=6), "H2"), *(ContentsLine(s, root, pitch) for s in listed)])


def _basis(view: GuideView, remarks: int) -> Block:
    """Return what the answers rest on; the remarks that are left out are counted, with a link to them."""
    rest = len(view.remarks) - remarks
    text = ngettext("{n} more remark: ", "{n} more remarks: ", rest).format(n=rest)
    return Stack(
        [
            Text(_("What the answers rest on"), H2.but(after=6), "H2"),
            Text(f"{view.basis}.", BODY),
            *bullets(view.remarks[:remarks], BODY),
            *([Text([Run(text), see_page("method")], BODY)] if rest else []),
        ]
    )


def _levels(view: GuideView) -> Block:
    rows: list[list[Block]] = [
        [
            Figure(line.chip),
            Text(line.name, TABLE_STRONG),
            Text(line.meaning, TABLE),
            Text(line.shown_by or NONE, TABLE),
        ]
        for line in view.levels
    ]
    heads = ("#", _("Level"), _("What it means"), _("What shows it"))
    return Table(heads, rows, (15, 70, 215, 160), heads=False)


def _marks(view: GuideView) -> list[Block]:
    """Return the marks in rows of two."""
    marks = [_mark(line.mark, line.meaning) for line in view.marks]
    marks += [Space(0)] * (len(marks) % 2)
    return [Lanes(marks[start : start + 2], 24) for start in range(0, len(marks), 2)]


def _words(view: GuideView) -> Block:
    rows = [[Text(line.word, TABLE_STRONG), Text(line.meaning, TABLE)] for line in view.words]
    return Table((_("Word"), _("What it means here")), rows, (70, 400))


def _mark(mark: Drawing, meaning: str) -> Block:
    return Lanes([Figure(mark), Stack([Space(1.5), Text(meaning, TABLE.but(after=4))])], 8, (mark.width, 190))
