"""The report as a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import docx

from cxaudit.app.reporting import BuiltReport
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.manuscript import Manuscript, manuscript
from cxaudit.presentation.manuscript_parts import Key, Picture, Table
from cxaudit.report.job import Job
from cxaudit.report.painted import pictures
from cxaudit.report.pdf.styles import A4, LETTER, MARGIN
from cxaudit.report.pdf.text import Cleaner
from cxaudit.report.pdf.unprinted import warnings
from cxaudit.report.word.contents import add_contents
from cxaudit.report.word.cover import add_cover
from cxaudit.report.word.fonts import embed
from cxaudit.report.word.furniture import add_furniture, set_page, set_properties
from cxaudit.report.word.pieces import add_chapter, add_piece
from cxaudit.report.word.styles import add_styles
from cxaudit.report.word.text import Desk
from cxaudit.report.zipped import settled

PAPERS = {"A4": A4, "Letter": LETTER}


def render(job: Job) -> BuiltReport:
    """Return the report as a Word document; its text stays as it was written.

    Only its charts, which are pictures, may have a text that could not be drawn: the warnings say so.
    """
    told, brand, paper = manuscript(job.view), job.options.brand, PAPERS[job.options.paper]
    document, cleaner = docx.Document(), Cleaner()
    styles = add_styles(document, brand, told.language)
    places = {key: f"_cx{number}" for number, key in enumerate(sorted(told.keys()), 1)}
    desk = Desk(document, brand, paper.width - 2 * MARGIN, pictures(_drawings(told), cleaner), places, styles)
    section = document.sections[0]
    set_page(section, paper)
    add_furniture(desk, section, told)
    add_cover(desk, told.cover, paper)
    for number, chapter in enumerate(told.chapters, 1):
        add_chapter(desk, chapter, first=number == 1)
        if chapter.id == "contents":
            add_contents(desk, told.chapters)
        for piece in chapter.pieces:
            add_piece(desk, piece)
        job.progress(number, len(told.chapters))
    if brand.font is not None:
        embed(document, brand.font)
    set_properties(document, told, brand.consultant or brand.name)
    file = BytesIO()
    document.save(file)
    return BuiltReport(settled(file.getvalue()), warnings(cleaner))


def _drawings(told: Manuscript) -> Iterator[Drawing]:
    for piece in (piece for chapter in told.chapters for piece in chapter.pieces):
        if isinstance(piece, Picture):
            yield piece.drawing
        elif isinstance(piece, Key):
            yield from (drawing for drawing, _words in piece.items)
        elif isinstance(piece, Table):
            cells = (cell for row in piece.rows for cell in row.cells)
            yield from (part for cell in cells for part in cell.parts if isinstance(part, Drawing))
