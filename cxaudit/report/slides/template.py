"""The empty deck: master, layouts, typefaces and colours, made from the slide library's own template.

Data colours are the theme's accents; the brand's colour is the text colour of titles and the band, never an accent.
"""
# ruff: noqa: ANN401, SLF001 - the slide library has no complete types, and keeps to itself what it cannot do
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false, reportUnknownParameterType=false

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Pt

from cxaudit import __version__
from cxaudit.app.brand import Brand
from cxaudit.report.palette import PALETTE
from cxaudit.report.slides.layouts import BAND, FULL, HEIGHT, LAYOUTS, MARGIN, TITLE, WIDTH, Holder, Layout

FACE = "Arial"
"""A typeface that nearly every machine has, or one of the same widths."""
THEME = {
    "dk1": "ink",
    "lt1": "surface",
    "lt2": "sunken",
    "accent1": "accent",
    "accent2": "target",
    "accent3": "good",
    "accent4": "level4",
    "accent5": "level3",
    "accent6": "muted",
    "hlink": "accent_strong",
    "folHlink": "accent_strong",
}
"""The theme's colours by role; `dk2` is the brand's."""
FOOT, NUMBER = 11, 12
"""The numbers of the placeholders for footer and slide number."""

_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def empty_deck(brand: Brand, language: str, footer: str, watermark: str) -> Any:
    """Return a deck without slides; `footer` stands on every slide, `watermark` at the upper edge."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    del deck.element.sldSz.attrib["type"]
    _drop_leftovers(deck)
    master = deck.slide_master
    _theme(master, brand)
    _replace(master, _master_shapes(footer, language, watermark))
    _text_styles(master)
    while len(deck.slide_layouts) > len(LAYOUTS):
        deck.slide_layouts.remove(deck.slide_layouts[-1])
    for made, layout in zip(deck.slide_layouts, LAYOUTS, strict=True):
        _replace(made, _layout_shapes(layout, footer, language, brand.secondary))
        made.element.cSld.set("name", layout.name)
        made.element.attrib.pop("type", None)
        made.element.set("preserve", "1")
        if layout.cover:
            made.element.set("showMasterSp", "0")
    return deck


def _drop_leftovers(deck: Any) -> None:
    """Take out what the library's template brings along: a picture, a printer's settings, another program's name."""
    package, part = deck.part.package, deck.part
    for relation in [r for r in package._rels.values() if r.reltype.endswith("/thumbnail")]:
        package.drop_rel(relation.rId)
    for relation in [r for r in part.rels.values() if r.reltype.endswith("/printerSettings")]:
        part.rels.pop(relation.rId)
    about = package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    about._blob = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Application>cxaudit " + __version__.encode() + b"</Application></Properties>"
    )


def _theme(master: Any, brand: Brand) -> None:
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = part.blob.decode()
    colors = {**{name: PALETTE[role] for name, role in THEME.items()}, "dk2": brand.primary}
    for name, color in colors.items():
        inside = f'<a:{name}><a:srgbClr val="{color.lstrip("#").upper()}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", inside, text, flags=re.DOTALL)
    title = brand.font.name if brand.font else FACE
    for part_name, face in (("majorFont", title), ("minorFont", FACE)):
        inside = f"<a:{part_name}><a:latin typeface={quoteattr(face)}/>"
        text = re.sub(rf"<a:{part_name}>\s*<a:latin [^>]*/>", lambda _found, new=inside: new, text)
    for name in ("theme", "clrScheme", "fontScheme", "fmtScheme"):
        text = re.sub(rf'(<a:{name} [^>]*?name=)"[^"]*"', r'\1"cxaudit"', text)
    part._blob = text.encode()


def _replace(owner: Any, shapes: str) -> None:
    old = owner.element.cSld.spTree
    new = parse_xml(f"<p:spTree {_SPACES}>{_GROUP}{shapes}</p:spTree>")
    old.getparent().replace(old, new)


def _place(x: float, y: float, width: float, height: float) -> str:
    left, top, wide, tall = (Pt(value) for value in (x, y, width, height))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'


def box(number: int, x: float, y: float, width: float, height: float, color: str) -> str:
    """Return a filled rectangle that says nothing; `color` is a name of the theme, or "#RRGGBB"."""
    filled = f'<a:srgbClr val="{color[1:]}"/>' if color.startswith("#") else f'<a:schemeClr val="{color}"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Band {number}"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_place(x, y, width, height)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>{filled}</a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def _holder(number: int, holder: Holder, prompt: str, kind: str = "", paragraph: str = "") -> str:
    """Return a placeholder; `paragraph` is its content, else `prompt` stands in it."""
    strong = ' b="1"' if holder.kind in {"title", "ctrTitle"} else ""
    style = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{"r" if kind == "sldNum" else "l"}"><a:buNone/>'
        f'<a:defRPr sz="{int(holder.size * 100)}"{strong}><a:solidFill><a:schemeClr val="{holder.color}"/>'
        "</a:solidFill></a:defRPr></a:lvl1pPr>"
    )
    kind = kind or holder.kind
    index = "" if holder.idx == 0 else f' idx="{holder.idx}"'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(holder.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="{kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr>'
        f"{_place(holder.x, holder.y, holder.width, holder.height)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{holder.anchor}">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>"
        f"{paragraph or f'<a:p><a:r><a:rPr/><a:t>{escape(prompt)}</a:t></a:r></a:p>'}</p:txBody></p:sp>"
    )


def _foot(number: int, footer: str, language: str) -> str:
    left = Holder(FOOT, "body", "Footer", MARGIN, 508, FULL - 80, 16, 10, "accent6", "ctr")
    right = Holder(NUMBER, "body", "Slide number", WIDTH - MARGIN - 60, 508, 60, 16, 10, "accent6", "ctr")
    lang = quoteattr(language)
    text = f"<a:p><a:r><a:rPr lang={lang}/><a:t>{escape(footer)}</a:t></a:r></a:p>"
    field = (
        '<a:p><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
        f"<a:rPr lang={lang}/><a:t>\u2039#\u203a</a:t></a:fld></a:p>"
    )
    return _holder(number, left, "", "ftr", text) + _holder(number + 1, right, "", "sldNum", field)


def _master_shapes(footer: str, language: str, watermark: str) -> str:
    body = Holder(1, "body", "Text", MARGIN, 118, FULL, 372)
    shapes = box(2, 0, 0, WIDTH, 8, "tx2") + _holder(3, TITLE, "Title") + _holder(4, body, "Text")
    if watermark:
        mark = Holder(90, "body", "Sample", WIDTH - MARGIN - 200, 13, 200, 16, 10, "accent6", "ctr")
        shapes += _label(9, mark, watermark, language)
    return shapes + _foot(5, footer, language)


def _label(number: int, holder: Holder, text: str, language: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(holder.name)}/><p:cNvSpPr txBox="1"/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_place(holder.x, holder.y, holder.width, holder.height)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="r"/><a:r><a:rPr lang={quoteattr(language)} sz="1000" b="1"><a:solidFill>'
        f'<a:schemeClr val="{holder.color}"/></a:solidFill></a:rPr><a:t>{escape(text)}</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


def _layout_shapes(layout: Layout, footer: str, language: str, second: str) -> str:
    shapes = box(2, 0, 0, WIDTH, BAND, "tx2") + box(3, 0, BAND, WIDTH, 6, second) if layout.cover else ""
    for k, holder in enumerate(layout.holders):
        shapes += _holder(5 + k, holder, holder.name)
        if holder.rule:
            shapes += box(40 + k, holder.x, holder.y - 10, holder.width, 2, holder.rule)
    return shapes if layout.cover else shapes + _foot(30, footer, language)


def _text_styles(master: Any) -> None:
    """Set titles and text to the left, bold and without bullets."""
    styles = master.element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}txStyles")
    title = (
        '<a:lvl1pPr algn="l" rtl="0"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/><a:defRPr sz="2800" b="1">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/>'
        '<a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>'
    )
    levels = "".join(
        f'<a:lvl{k}pPr marL="0" indent="0" algn="l" rtl="0"><a:buNone/><a:defRPr sz="1600"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        f'<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{k}pPr>'
        for k in range(1, 10)
    )
    new = parse_xml(
        f"<p:txStyles {_SPACES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{levels}</p:otherStyle></p:txStyles>"
    )
    styles.getparent().replace(styles, new)
