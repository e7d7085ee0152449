"""The brand's font for titles: loaded once to see that it can be embedded and has the letters that titles need."""
# reportlab has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

import string
import struct
from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

from cxaudit.app.brand import BrandFont
from cxaudit.i18n import _

MOST_BYTES = 10_000_000
NEEDED = frozenset(map(ord, string.ascii_letters + string.digits + " .,:;!?()&%–’“”"))  # noqa: RUF001 - what titles use
RESTRICTED = 0x0002
"""The bit of fsType that forbids embedding (OpenType 1.9, OS/2 table)."""


class FontError(ValueError):
    """The font cannot be used: the message says what is wrong."""


def read_font(content: bytes) -> BrandFont:
    """Return a TrueType font that may be embedded. Raises FontError."""
    if len(content) > MOST_BYTES:
        raise FontError(_("The file is larger than {most} MB.").format(most=MOST_BYTES // 1_000_000))
    if content[:4] in {b"OTTO", b"wOFF", b"wOF2", b"ttcf"}:
        raise FontError(_("It is no plain TrueType font (OpenType with CFF outlines, a web font or a collection)."))
    try:
        face = TTFontFile(BytesIO(content))
    except (TTFError, struct.error, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        raise FontError(_("It is no TrueType font, or it is damaged.")) from error
    if licence_bits(content) & RESTRICTED:
        raise FontError(_("Its licence bits forbid embedding it in a document."))
    if not frozenset(face.charToGlyph) >= NEEDED:
        raise FontError(_("It lacks letters or signs that titles need."))
    family = face.familyName or face.name  # other programs know a font by its family
    return BrandFont(family.decode("utf-8", "replace") if isinstance(family, bytes) else str(family), content)


def licence_bits(content: bytes) -> int:
    """Return a font's fsType, which says how it may be embedded; 0, which allows all, where it has none."""
    return _field(content, b"OS/2", 8)


def is_bold(content: bytes) -> bool:
    """Return whether a font says that it is a bold one (OpenType 1.9, head table, macStyle)."""
    return bool(_field(content, b"head", 44) & 1)


def _field(content: bytes, table: bytes, place: int) -> int:
    """Return two bytes of a table as a number; 0 where the font has none."""
    if len(content) < 12:
        return 0
    (tables,) = struct.unpack(">H", content[4:6])
    for number in range(tables):
        tag, _sum, offset, length = struct.unpack(">4sLLL", content[12 + 16 * number : 28 + 16 * number])
        if tag == table and length >= place + 2:
            (value,) = struct.unpack(">H", content[offset + place : offset + place + 2])
            return value
    return 0
