"""Writes a document's objects out: small ones packed together, as PDF 1.5 has it (ISO 32000-1, 7.5.7 and 7.5.8).

A tagged file is mostly structure elements. Packed and compressed they take a fifth of the room.
"""
# reportlab has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc

from cxaudit.report.pdf.attachments import (
    Attachment,
    catalog_entries,
    embedded_file,
    file_specification,
    packed_stream,
    with_entries,
)

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


def _packed(objects: Mapping[int, bytes]) -> bytes:
    index, body = "", b""
    for number, content in objects.items():
        index += f"{number} {len(body)} "
        body += content + b"\n"
    entries = f"/Type /ObjStm /N {len(objects)} /First {len(index)}"
    return packed_stream(entries, index.encode("ascii") + body)


@dataclass(slots=True)
class _File:
    """A file as far as it is written: its bytes, and where each object stands (type, place, index) by number."""

    content: bytearray
    places: dict[int, tuple[int, int, int]]
    free: int

    def add(self, number: int, body: bytes) -> None:
        """Write an object."""
        self.places[number] = (1, len(self.content), 0)
        self.content += b"%d 0 obj\n%b\nendobj\n" % (number, body)

    def copy(self) -> _File:
        """Return the same again."""
        return _File(bytearray(self.content), dict(self.places), self.free)

    def closed(self, about: str) -> bytes:
        """Return the whole file, its table of objects at the end."""
        number, end = self.free, len(self.content)
        self.places[number] = (1, end, 0)
        table = b"".join(struct.pack(">BIH", *self.places[n]) for n in range(number + 1))
        stream = packed_stream(f"/Type /XRef /W [1 4 2] /Size {number + 1} {about}", table)
        self.add(number, stream)
        self.content += b"startxref\n%d\n%%%%EOF\n" % end
        return bytes(self.content)


class Body:
    """A document's objects as they stand in its file, all but the catalog, which names the files attached to it."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._root = document.Reference(document.Catalog).format(document).decode("ascii")
        self._about = document.Reference(document.info).format(document).decode("ascii")
        self._number = int(self._root.split()[0])
        streams, others = _formatted(document)
        self._digest: str = document.signature.hexdigest()
        self._catalog = others.pop(self._number)
        self._file = _File(bytearray(HEADER), {0: (0, 0, 65535)}, len(streams) + len(others) + 2)
        numbers = sorted(others)
        for start in range(0, len(numbers), PACK):
            inside = numbers[start : start + PACK]
            streams[self._file.free] = _packed({number: others[number] for number in inside})
            self._file.places.update({number: (2, self._file.free, at) for at, number in enumerate(inside)})
            self._file.free += 1
        for number, body in sorted(streams.items()):
            self._file.add(number, body)

    def closed(self, attachments: Sequence[Attachment] = ()) -> bytes:
        """Return the file with these attached to it."""
        file, digest = self._file.copy(), self._digest
        named: list[tuple[str, int]] = []
        for attachment in attachments:
            file.add(file.free, embedded_file(attachment))
            file.add(file.free + 1, file_specification(attachment, file.free))
            named.append((attachment.name, file.free + 1))
            file.free += 2
            digest = hashlib.md5(digest.encode() + attachment.content, usedforsecurity=False).hexdigest()
        file.add(self._number, with_entries(self._catalog, catalog_entries(named)))
        return file.closed(f"/Root {self._root} /Info {self._about} /ID [<{digest}> <{digest}>]")
