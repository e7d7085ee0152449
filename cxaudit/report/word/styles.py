"""The styles of the Word document: all of its looks, so that a change of one changes the whole document."""

# python-docx has no complete types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from cxaudit.app.brand import Brand
from cxaudit.report.brand.font import is_bold
from cxaudit.report.palette import PALETTE
from cxaudit.report.word.elements import PARAGRAPH_ORDER, Xml, child, edge, element, put, shade, xml

FONT = "Arial"
"""On every machine with an office program, or one of the same widths is."""
TABLE, TABLE_ID = "Report table", "ReportTable"
"""The style of tables with heads: its name, and its id."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a style of paragraph looks; sizes and spaces in points, `color` a role."""

    name: str
    size: float
    color: str = "ink"
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    line: float = 1.12
    keep: bool = False
    title: bool = False
    based: str = "Normal"


LOOKS = (
    Look("Normal", 10, after=6),
    Look("Title", 32, "on_brand", bold=True, after=10, line=1.0, title=True),
    Look("Subtitle", 14, "on_brand", after=6),
    Look("Heading 1", 10, "brand", bold=True, before=26, after=2, keep=True),
    Look("Finding", 18, "brand", bold=True, after=10, line=1.02, keep=True, title=True),
    Look("Heading 2", 13, "ink", bold=True, before=16, after=4, keep=True),
    Look("Heading 3", 11, "ink", bold=True, before=12, after=3, keep=True),
    Look("Lead", 12.5, after=12),
    Look("Note", 9, "muted", after=4, line=1.06),
    Look("Caption", 9, "muted", before=8, after=4, keep=True),
    Look("Figure", 10, before=6, after=2, keep=True),
    Look("List Bullet", 10, after=3),
    Look("Marked list", 10, after=3),
    Look("Callout", 10, after=0),
    Look("Number", 24, "brand", bold=True, line=1.0, title=True),
    Look("Table text", 9, after=1, line=1.05),
    Look("Table note", 8.5, "muted", after=1, line=1.05),
    Look("Table head", 8.5, "muted", bold=True, keep=True),
    Look("Header", 8.5, "muted"),
    Look("Footer", 8.5, "muted"),
    Look("TOC Heading", 13, "ink", bold=True, before=16, after=4, keep=True),
    Look("toc 1", 10, after=3),
    Look("Cover label", 12, "brand_soft", bold=True, after=16),
)


def color(role: str, brand: Brand) -> str:
    """Return a colour role as "#RRGGBB"; the brand's own colour is that of the consultant."""
    return brand.primary if role == "brand" else PALETTE[role]


def add_styles(document: Document, brand: Brand, language: str) -> dict[str, str]:
    """Give a document its styles, and return their ids by their names."""
    for look in LOOKS:
        _add(document, look, brand)
    _set_language(document, language)
    _hang(document, "Marked list", 28)
    _hang(document, "List Bullet", 14)
    _put(document, "Heading 1", element("w:pBdr", edge("top", brand.primary, 1.5, 5)))
    _put(document, "Callout", element("w:pBdr", edge("left", PALETTE["flag"], 3, 8)))
    _put(document, "Callout", shade(PALETTE["flag_tint"]))
    _add_table_style(document)
    return {look.name: str(document.styles[look.name].style_id) for look in LOOKS}


def _add(document: Document, look: Look, brand: Brand) -> None:
    style = _style(document, look.name)
    if look.name != "Normal":
        style.base_style = document.styles[look.based]
    style.quick_style = True
    style.hidden = False
    font = brand.font if look.title else None
    bold = look.bold if font is None else is_bold(font.content)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), bold, False
    style.font.color.rgb = RGBColor.from_string(color(look.color, brand).removeprefix("#"))
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(look.before), Pt(look.after), look.line
    shape.keep_with_next, shape.widow_control = look.keep, True
    shape.alignment = WD_ALIGN_PARAGRAPH.LEFT
    _clear(child(xml(style), "w:pPr"), "w:pBdr", "w:tabs")
    _set_font(style, font.name if font else FONT)


def _style(document: Document, name: str) -> ParagraphStyle:
    """Return a style of the template, or a new one."""
    if name not in {style.name for style in document.styles}:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set_font(style: ParagraphStyle, name: str) -> None:
    """Set the font for all scripts, instead of that of the theme."""
    properties = child(xml(style), "w:rPr")
    _clear(properties, "w:rFonts", "w:spacing", "w:kern")
    properties.insert(0, element("w:rFonts", ascii=name, hAnsi=name, cs=name))


def _clear(properties: Xml, *tags: str) -> None:
    """Take away what the library's template says."""
    for old in [found for tag in tags for found in properties.findall(qn(tag))]:
        properties.remove(old)


def _set_language(document: Document, language: str) -> None:
    defaults = xml(document.styles).find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    if defaults is not None:
        defaults.set(qn("w:val"), language)


def _add_table_style(document: Document) -> None:
    """Add the style of all tables with heads, and take away those of the template that none uses."""
    styles = xml(document.styles)
    for found in styles.findall(qn("w:style")):
        if found.get(qn("w:type")) == "table" and found.get(qn("w:styleId")) != "TableNormal":
            styles.remove(found)
    rule = PALETTE["rule"]
    borders = element("w:tblBorders", edge("bottom", rule, 0.5), edge("insideH", rule, 0.5))
    head = element("w:tcPr", element("w:tcBorders", edge("bottom", PALETTE["muted"], 0.75)))
    made = element(
        "w:style",
        element("w:name", val=TABLE),
        element("w:basedOn", val="TableNormal"),
        element("w:qFormat"),
        element("w:tblPr", borders),
        element("w:tblStylePr", head, type="firstRow"),
        type="table",
        customStyle="1",
        styleId=TABLE_ID,
    )
    styles.append(made)


def _put(document: Document, name: str, part: Xml) -> None:
    put(child(xml(document.styles[name]), "w:pPr"), part, PARAGRAPH_ORDER)


def _hang(document: Document, name: str, indent: float) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.paragraph_format.left_indent = Pt(indent)
    style.paragraph_format.first_line_indent = Pt(-indent)
