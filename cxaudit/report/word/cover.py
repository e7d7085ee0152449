"""The cover of the Word document: a band in the brand's colour behind the title, the facts beneath it."""

from __future__ import annotations

from io import BytesIO

from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from PIL import Image, ImageDraw

from cxaudit.app.brand import Brand, Logo
from cxaudit.presentation.manuscript_parts import Paragraph, Span
from cxaudit.presentation.measure import text_width
from cxaudit.presentation.report_summary import CoverView
from cxaudit.report.brand.steps import step_colors
from cxaudit.report.pdf.styles import MARGIN, MM, Paper
from cxaudit.report.word.elements import PARAGRAPH_ORDER, child, element, parsed, put, xml
from cxaudit.report.word.text import Desk, describe, say, write

BAND = 0.6
"""The part of the page that the band takes."""
LADDER = 200
SIZES = (34, 28, 22, 17)
"""Sizes of the title to try, the largest first, in points."""
LINES = 4
LOGO = (45 * MM, 20 * MM)
LABEL = 112.0
TAB = "\t"
DECORATIVE = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""The mark of a picture that readers pass over (Word 2019 and later)."""


def add_cover(desk: Desk, cover: CoverView, paper: Paper) -> None:
    """Add the first page."""
    band = round(paper.height * BAND)
    kind = say(desk, desk.paragraph("Cover label"), f"{cover.kind}  ·  {cover.badge}" if cover.badge else cover.kind)
    _behind(desk, kind, _painted(desk.brand, round(paper.width), band), (paper.width, band), (0, 0), "")
    title = say(desk, desk.paragraph("Title"), cover.name)
    for run in title.runs:
        run.font.size = Pt(_size(cover.name, desk.width))
    say(desk, desk.paragraph("Subtitle"), cover.subtitle)
    top = band + 34.0
    if desk.brand.logo is not None:
        width, height = _fitted(desk.brand.logo)
        _behind(desk, title, desk.brand.logo.png, (width, height), (MARGIN, top), desk.brand.logo.alt)
        top += height + 22
    _add_facts(desk, cover, top)
    note = desk.paragraph("Note")
    note.paragraph_format.space_before = Pt(0)
    say(desk, note, "")


def _size(name: str, width: float) -> int:
    """Return the largest size at which the name takes few lines."""
    return next((size for size in SIZES if text_width(name, size, strong=True) <= width * LINES * 0.85), SIZES[-1])


def _fitted(logo: Logo) -> tuple[float, float]:
    scale = min(LOGO[0] / logo.width, LOGO[1] / logo.height)
    return logo.width * scale, logo.height * scale


def _painted(brand: Brand, width: int, height: int) -> bytes:
    """Return the band with the steps of the five levels, which say nothing in words, as a PNG."""
    steps = step_colors(brand)
    image = Image.new("RGB", (width * 2, height * 2), brand.primary)
    pen = ImageDraw.Draw(image)
    for number, color in enumerate(steps):
        left, right = (round(width * 2 * side / len(steps)) for side in (number, number + 1))
        tall = LADDER * 2 * (number + 1) // len(steps)
        pen.rectangle((left, height * 2 - tall, right - 1, height * 2 - 1), fill=color)
    file = BytesIO()
    image.quantize(len(steps) + 1).save(file, "PNG", compress_level=9)
    return file.getvalue()


def _behind(
    desk: Desk,
    into: WordParagraph,
    png: bytes,
    size: tuple[float, float],
    place: tuple[float, float],
    words: str,
) -> None:
    """Put a picture behind the text at a place of the page, in points; one without words is decoration."""
    run = into.add_run()
    shape = run.add_picture(BytesIO(png), Pt(size[0]), Pt(size[1]))
    inline = xml(shape)
    properties = child(inline, "wp:docPr")
    describe(desk, properties, "", words)
    if not words:
        properties.append(parsed(DECORATIVE))
    anchor = parsed(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0"'
        ' behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"{_position('H', place[0])}{_position('V', place[1])}</wp:anchor>"
    )
    anchor.append(child(inline, "wp:extent"))
    anchor.append(parsed(f'<wp:effectExtent {nsdecls("wp")} l="0" t="0" r="0" b="0"/>'))
    anchor.append(parsed(f"<wp:wrapNone {nsdecls('wp')}/>"))
    anchor.extend(child(inline, tag) for tag in ("wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"))
    inline.addprevious(anchor)
    child(xml(run), "w:drawing").remove(inline)


def _position(axis: str, points: float) -> str:
    return f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{Pt(points)}</wp:posOffset></wp:position{axis}>'


def _add_facts(desk: Desk, cover: CoverView, top: float) -> None:
    """Add the facts in a frame of their own beneath the band."""
    facts = [((fact.label, "muted", False), (fact.value, "ink", True)) for fact in cover.facts]
    notes = [((text, "muted", False),) for text in (cover.note, cover.confidentiality) if text]
    for parts in (*facts, *notes):
        spans = (Span(f"{TAB * bool(n)}{text}", bold, role) for n, (text, role, bold) in enumerate(parts))
        line = write(desk, desk.paragraph(), Paragraph(tuple(spans)))
        shape = line.paragraph_format
        shape.left_indent, shape.first_line_indent = (Pt(LABEL), Pt(-LABEL)) if len(parts) > 1 else (Pt(0), Pt(0))
        frame = element(
            "w:framePr",
            w=_twips(desk.width),
            hSpace="0",
            wrap="around",
            vAnchor="page",
            hAnchor="page",
            x=_twips(MARGIN),
            y=_twips(top),
        )
        put(child(xml(line), "w:pPr"), frame, PARAGRAPH_ORDER)


def _twips(points: float) -> str:
    return str(round(points * 20))
