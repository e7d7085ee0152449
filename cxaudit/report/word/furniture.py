"""What stands on every page of the Word document, and what the file says about itself."""

# python-docx has no complete types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from datetime import UTC, datetime

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Pt

from cxaudit import __version__
from cxaudit.i18n import _
from cxaudit.presentation.manuscript import Manuscript
from cxaudit.report.palette import PALETTE
from cxaudit.report.pdf.styles import MARGIN, MM, Paper
from cxaudit.report.plain import plain
from cxaudit.report.word.elements import PARAGRAPH_ORDER, child, edge, element, field, put, xml
from cxaudit.report.word.text import Desk, say

UNKNOWN_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a file whose audit has none: the day on which it was written is nobody's business."""
UNWANTED = {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.CUSTOM_XML, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES}
LONGEST = 255
TODAY = "15"
"""The mode of Word 2013 and all since."""


def set_page(section: Section, paper: Paper) -> None:
    """Set a section's paper and margins."""
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.left_margin = section.right_margin = Pt(MARGIN)
    section.top_margin, section.bottom_margin = Pt(27 * MM), Pt(24 * MM)
    section.header_distance, section.footer_distance = Pt(12 * MM), Pt(11 * MM)


def add_furniture(desk: Desk, section: Section, manuscript: Manuscript) -> None:
    """Add the running header and the footer with the page's number; the cover has neither."""
    section.different_first_page_header_footer = True
    head = say(desk, section.header.paragraphs[0], manuscript.header)
    foot = say(desk, section.footer.paragraphs[0], " · ".join(t for t in (manuscript.footer, manuscript.imprint) if t))
    foot.paragraph_format.tab_stops.add_tab_stop(Pt(desk.width), WD_TAB_ALIGNMENT.RIGHT)
    before, _page, rest = _("Page {page} of {pages}").partition("{page}")
    middle, _pages, after = rest.partition("{pages}")
    say(desk, foot, f"\t{before}")
    xml(foot).extend(field("PAGE", "2"))
    say(desk, foot, middle)
    xml(foot).extend(field("NUMPAGES", "2"))
    say(desk, foot, after)
    for paragraph, side in ((head, "bottom"), (foot, "top")):
        border = element("w:pBdr", edge(side, PALETTE["rule"], 0.5, 4))
        put(child(xml(paragraph), "w:pPr"), border, PARAGRAPH_ORDER)


def set_properties(document: Document, manuscript: Manuscript, author: str) -> None:
    """Say title, author, language and date, and nothing of the library or the machine."""
    day = UNKNOWN_DAY if manuscript.date is None else datetime.fromisoformat(manuscript.date).replace(tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.author = plain(manuscript.title)[:LONGEST], plain(author)[:LONGEST]
    properties.last_modified_by, properties.comments, properties.keywords = f"cxaudit {__version__}", "", ""
    properties.subject, properties.category, properties.language = "", "", manuscript.language
    properties.created = properties.modified = day
    properties.revision = 1
    _set_compatibility(document)
    _drop(document)


def _set_compatibility(document: Document) -> None:
    """Open the document as one of today's Word; the template is of an older one, and Word says so in its title bar."""
    for found in xml(document.settings).findall(f".//{qn('w:compatSetting')}"):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), TODAY)


def _drop(document: Document) -> None:
    """Leave out what the library's template says of itself: a picture, its own program, and unused data."""
    package = document.part.package
    assert package is not None
    for holder in (package, document.part):
        for key, found in list(holder.rels.items()):
            if found.reltype in UNWANTED:
                holder.rels.pop(key)
