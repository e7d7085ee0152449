"""The contents of the Word document: a field that Word brings up to date, filled with links already."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn

from cxaudit.i18n import _
from cxaudit.presentation.manuscript import Chapter
from cxaudit.presentation.manuscript_parts import Paragraph, Span
from cxaudit.report.word.elements import element, xml
from cxaudit.report.word.text import Desk, say, write

INSTRUCTION = r'TOC \o "1-1" \h \z \u'


def add_contents(desk: Desk, chapters: Sequence[Chapter]) -> None:
    """Add the contents as a block that Word knows as such; page numbers come when it is brought up to date."""
    title = say(desk, desk.paragraph("TOC Heading"), _("Contents"))
    lines = [
        write(desk, desk.paragraph("toc 1"), Paragraph((Span(chapter.name, role="", link=chapter.id),)))
        for chapter in chapters
    ]
    begin = (
        element("w:r", element("w:fldChar", fldCharType="begin")),
        element("w:r", element("w:instrText", text=f" {INSTRUCTION} ")),
        element("w:r", element("w:fldChar", fldCharType="separate")),
    )
    first, last = xml(lines[0]), xml(lines[-1])
    after = first.find(qn("w:pPr"))
    for part in reversed(begin):
        first.insert(0 if after is None else 1, part)
    last.append(element("w:r", element("w:fldChar", fldCharType="end")))
    content = element("w:sdtContent")
    gallery = element("w:docPartObj", element("w:docPartGallery", val="Table of Contents"), element("w:docPartUnique"))
    block = element("w:sdt", element("w:sdtPr", gallery), content)
    xml(title).addprevious(block)
    content.extend(xml(line) for line in (title, *lines))
