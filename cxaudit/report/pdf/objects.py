"""Writes a document's objects out: small ones packed together, as PDF 1.5 has it (ISO 32000-1, 7.5.7 and 7.5.8).

A tagged file is mostly structure elements. Packed and compressed they take a fifth of the room.
"""
# reportlab has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from reportlab.pdfbase import pdfdoc

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACK = 200
"""So many objects go into one stream."""


def _formatted(document: pdfdoc.PDFDocument) -> tuple[dict[int, bytes], dict[int, bytes]]:
    """Return all streams and all other objects by number; formatting one may make new ones."""
    streams: dict[int, bytes] = {}
    others: dict[int, bytes] = {}
    number = 1
    while number in document.numberToId:
        stored = document.idToObject[document.numberToId[number]]
        body: bytes = pdfdoc.format(stored, document, toplevel=1)
        (streams if body.endswith(b"endstream\n") else others)[number] = body.strip()
        number += 1
    return streams, others


def _stream(entries: str, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(data)} >>\nstream\n"
    return head.encode("ascii") + data + b"\nendstream"


def _packed(objects: Mapping[int, bytes]) -> bytes:
    index, body = "", b""
    for number, content in objects.items():
        index += f"{number} {len(body)} "
        body += content + b"\n"
    entries = f"/Type /ObjStm /N {len(objects)} /First {len(index)}"
    return _stream(entries, index.encode("ascii") + body)


def serialised(document: pdfdoc.PDFDocument) -> bytes:
    """Return the document as a file."""
    root = document.Reference(document.Catalog).format(document).decode("ascii")
    about = document.Reference(document.info).format(document).decode("ascii")
    streams, others = _formatted(document)
    free = len(streams) + len(others) + 1
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    numbers = sorted(others)
    for start in range(0, len(numbers), PACK):
        inside = numbers[start : start + PACK]
        streams[free] = _packed({number: others[number] for number in inside})
        places.update({number: (2, free, at) for at, number in enumerate(inside)})
        free += 1
    file = bytearray(HEADER)
    for number, body in sorted(streams.items()):
        places[number] = (1, len(file), 0)
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    places[free] = (1, len(file), 0)
    table = b"".join(struct.pack(">BIH", *places[number]) for number in range(free + 1))
    digest = document.signature.hexdigest()
    entries = f"/Type /XRef /W [1 4 2] /Size {free + 1} /Root {root} /Info {about} /ID [<{digest}> <{digest}>]"
    end = len(file)
    file += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (free, _stream(entries, table), end)
    return bytes(file)
