"""The brand's font for titles as part of the Word document, so that it looks the same on the client's machine.

Word keeps such a font with its first 32 bytes obscured by a key that stands beside it (ISO/IEC 29500-4).
"""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn

from cxaudit.app.brand import BrandFont
from cxaudit.report.brand.font import is_bold, licence_bits
from cxaudit.report.plain import plain
from cxaudit.report.word.elements import element, xml

OBSCURED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
VIEWED_ONLY = 0x0004
"""The bit of fsType that lets a document with the font be read and not edited (OpenType 1.9, OS/2 table)."""
HEAD = 32
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def embed(document: Document, font: BrandFont) -> None:
    """Put a font into a document, where its licence lets a document with it be edited; else it is only named there."""
    if licence_bits(font.content) & VIEWED_ONLY:
        return
    key = UUID(bytes=sha256(font.content).digest()[:16])
    package = document.part.package
    assert package is not None
    held = Part(PackURI("/word/fonts/font1.odttf"), OBSCURED, obscured(font.content, key), package)
    kind = "embedBold" if is_bold(font.content) else "embedRegular"
    told = f'<w:{kind} r:id="rId1" w:fontKey="{{{str(key).upper()}}}"/>'
    named = f"<w:font w:name={quoteattr(plain(font.name))}>{told}</w:font>"
    table = f"{XML}<w:fonts {nsdecls('w', 'r')}>{named}</w:fonts>".encode()
    listed = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, table, package)
    listed.relate_to(held, RELATIONSHIP_TYPE.FONT)
    for name, found in list(document.part.rels.items()):
        if found.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            document.part.rels.pop(name)
    document.part.relate_to(listed, RELATIONSHIP_TYPE.FONT_TABLE)
    settings = xml(document.settings)
    after = [part.tag for part in settings].index(qn("w:zoom")) + 1
    settings.insert(after, element("w:embedTrueTypeFonts"))


def obscured(content: bytes, key: UUID) -> bytes:
    """Return a font with its head obscured; done twice it is as it was."""
    mask = key.bytes[::-1] * 2
    return bytes(one ^ other for one, other in zip(content[:HEAD], mask, strict=False)) + content[HEAD:]
