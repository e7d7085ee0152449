"""Writes a document's objects out: small ones packed together, as PDF 1.5 has it (ISO 32000-1, 7.5.7 and 7.5.8).

A tagged file is mostly structure elements. Packed and compressed they take a fifth of the room.
"""
# reportlab has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from cxaudit.report.pdf.structure import StructureObjects

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACK = 200
"""So many objects go into one stream."""
ENTRY = struct.Struct(">BIH")
"""An entry of the table of objects: its type, place and index."""


def _formatted(document: pdfdoc.PDFDocument, structure: StructureObjects | None) -> Iterator[tuple[int, bytes]]:
    """Yield all objects with their numbers, in order; formatting one may make new ones."""
    number = 1
    while number <= document.objectcounter:
        if structure is not None and number in structure.numbers:
            yield number, structure.written(number)
        else:
            yield number, pdfdoc.format(document.idToObject[document.numberToId[number]], document, toplevel=1)
        number += 1


def _packed(objects: Mapping[int, bytes]) -> bytes:
    index, body = "", b""
    for number, content in objects.items():
        index += f"{number} {len(body)} "
        body += content + b"\n"
    entries = f"/Type /ObjStm /N {len(objects)} /First {len(index)}"
    return packed_stream(entries, index.encode("ascii") + body)


@dataclass(slots=True)
class _File:
    """A file as far as it is written: its bytes, and the table of where each object stands (7.5.8.3) by its number."""

    content: bytearray
    table: bytearray
    free: int

    def put(self, number: int, kind: int, place: int, index: int) -> None:
        """Note where an object stands."""
        self.table.extend(bytes(max(0, number * ENTRY.size - len(self.table))))
        self.table[number * ENTRY.size : (number + 1) * ENTRY.size] = ENTRY.pack(kind, place, index)

    def add(self, number: int, body: bytes) -> None:
        """Write an object."""
        self.put(number, 1, len(self.content), 0)
        self.content += b"%d 0 obj\n%b\nendobj\n" % (number, body)

    def closed(self, about: str) -> bytes:
        """Return the whole file, its table of objects at the end."""
        number, end = self.free, len(self.content)
        self.put(number, 1, end, 0)
        table = bytes(self.table[: (number + 1) * ENTRY.size])
        self.add(number, packed_stream(f"/Type /XRef /W [1 4 2] /Size {number + 1} {about}", table))
        self.content += b"startxref\n%d\n%%%%EOF\n" % end
        return bytes(self.content)


class Body:
    """A document's objects as they stand in its file, all but the catalog, which names the files attached to it."""

    def __init__(self, document: pdfdoc.PDFDocument, structure: StructureObjects | None = None) -> None:
        self._root = document.Reference(document.Catalog).format(document).decode("ascii")
        self._about = document.Reference(document.info).format(document).decode("ascii")
        self._number = int(self._root.split()[0])
        self._catalog = b""
        self._file = _File(bytearray(HEADER), bytearray(ENTRY.pack(0, 0, 65535)), 0)
        self._write(_formatted(document, structure))
        self._digest: str = document.signature.hexdigest()

    def _write(self, objects: Iterable[tuple[int, bytes]]) -> None:
        """Write streams as they come, and all other objects packed together behind them."""
        packs: list[tuple[Sequence[int], bytes]] = []
        waiting: dict[int, bytes] = {}
        for number, body in objects:
            if number == self._number:
                self._catalog = body.strip()
            elif body.endswith(b"endstream\n"):
                self._file.add(number, body.strip())
            else:
                waiting[number] = body.strip()
            if len(waiting) == PACK:
                packs.append((tuple(waiting), _packed(waiting)))
                waiting = {}
            self._file.free = number + 1
        packs += [(tuple(waiting), _packed(waiting))] if waiting else []
        for inside, pack in packs:
            for at, number in enumerate(inside):
                self._file.put(number, 2, self._file.free, at)
            self._file.add(self._file.free, pack)
            self._file.free += 1

    def closed(self, attachments: Sequence[Attachment] = ()) -> bytes:
        """Return the file with these attached to it."""
        file, digest = self._file, self._digest
        end, free = len(file.content), file.free
        named: list[tuple[str, int]] = []
        for attachment in attachments:
            file.add(file.free, embedded_file(attachment))
            file.add(file.free + 1, file_specification(attachment, file.free))
            named.append((attachment.name, file.free + 1))
            file.free += 2
            digest = hashlib.md5(digest.encode() + attachment.content, usedforsecurity=False).hexdigest()
        file.add(self._number, with_entries(self._catalog, catalog_entries(named)))
        closed = file.closed(f"/Root {self._root} /Info {self._about} /ID [<{digest}> <{digest}>]")
        del file.content[end:]  # open again
        file.free = free
        return closed
