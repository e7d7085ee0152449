"""What a file says about itself: XMP for PDF/UA-1 and PDF/A (2a, 3a with files attached), and its sRGB profile."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from html import escape

PDFUA_SCHEMA = (
    '<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""PDF/A wants every schema described that it does not know; PDF/UA's is one of them."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The document's title, language (BCP 47), date ("2026-11-20" or None) and the program that wrote it.

    `author` is whom the brand names; `attached` says that files are attached to it, which PDF/A-3 allows.
    """

    title: str
    language: str
    date: str | None
    program: str
    author: str = ""
    attached: bool = False


def xmp_packet(metadata: Metadata) -> bytes:
    """Return the XMP packet. It names no author but the brand's: an account's name is nobody's business."""
    date = author = ""
    if metadata.author:
        author = f"<dc:creator><rdf:Seq><rdf:li>{escape(metadata.author)}</rdf:li></rdf:Seq></dc:creator>"
    if metadata.date is not None:
        date = f"<xmp:CreateDate>{escape(metadata.date)}</xmp:CreateDate>"
    body = (
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(metadata.title)}</rdf:li></rdf:Alt></dc:title>'
        f"{author}<dc:language><rdf:Bag><rdf:li>{escape(metadata.language)}</rdf:li></rdf:Bag></dc:language>{date}"
        f"<xmp:CreatorTool>{escape(metadata.program)}</xmp:CreatorTool>"
        f"<pdf:Producer>{escape(metadata.program)}</pdf:Producer>"
        f"<pdfuaid:part>1</pdfuaid:part><pdfaid:part>{3 if metadata.attached else 2}</pdfaid:part>"
        "<pdfaid:conformance>A</pdfaid:conformance>"
        f"{PDFUA_SCHEMA}"
    )
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
        f' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">{body}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    )
    return packet.encode("utf-8")


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _localised(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return struct.pack(">4sIII2s2sII", b"mluc", 0, 1, 12, b"en", b"US", len(data), 28) + data


@cache
def srgb_profile() -> bytes:
    """Return sRGB (IEC 61966-2-1) as a version 4 ICC matrix profile, primaries adapted to D50 (ICC.1:2010)."""
    curve = struct.pack(">4sIHH", b"para", 0, 3, 0) + _fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    parts = {
        b"desc": _localised("sRGB"),
        b"cprt": _localised("No copyright"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(0.9642, 1.0, 0.8249),
        b"chad": b"sf32\0\0\0\0"
        + _fixed(1.047882, 0.022919, -0.050217, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678),
        b"rXYZ": b"XYZ \0\0\0\0" + _fixed(0.436066, 0.222488, 0.013916),
        b"gXYZ": b"XYZ \0\0\0\0" + _fixed(0.385147, 0.716873, 0.097076),
        b"bXYZ": b"XYZ \0\0\0\0" + _fixed(0.143066, 0.060608, 0.714096),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    offset, table, body = 128 + 4 + 12 * len(parts), struct.pack(">I", len(parts)), b""
    for name, data in parts.items():
        padded = data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, offset + len(body), len(data))
        body += padded
    made = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head = struct.pack(
        ">I4sI4s4s4s12s4s", offset + len(body), b"\0\0\0\0", 0x04200000, b"mntr", b"RGB ", b"XYZ ", made, b"acsp"
    )
    head += bytes(28) + _fixed(0.9642, 1.0, 0.8249) + bytes(48)
    return head + table + body
