"""Files attached to a PDF, as PDF/A-3 wants them (ISO 32000-1, 7.11; ISO 19005-3, 6.8)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to attach: its name (ASCII), media type, what it is in a sentence, date ("2026-11-20" or None), bytes."""

    name: str
    kind: str
    about: str
    date: str | None
    content: bytes


def packed_stream(entries: str, content: bytes) -> bytes:
    """Return a compressed stream with these entries in its dictionary."""
    data = zlib.compress(content, 9)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(data)} >>\nstream\n"
    return head.encode("ascii") + data + b"\nendstream"


def embedded_file(attachment: Attachment) -> bytes:
    """Return the stream that holds the file. Its date is the audit's own, as a clock would change the bytes."""
    checksum = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
    written = f" /ModDate (D:{attachment.date.replace('-', '')})" if attachment.date else ""
    params = f"<< /Size {len(attachment.content)} /CheckSum <{checksum}>{written} >>"
    kind = attachment.kind.replace("/", "#2F")
    return packed_stream(f"/Type /EmbeddedFile /Subtype /{kind} /Params {params}", attachment.content)


def file_specification(attachment: Attachment, stream: int) -> bytes:
    """Return what names the file; `stream` is the number of the object that holds it."""
    name, about = _text(attachment.name), _text(attachment.about)
    held = f"/EF << /F {stream} 0 R /UF {stream} 0 R >>"
    return f"<< /Type /Filespec /F {name} /UF {name} /Desc {about} /AFRelationship /Data {held} >>".encode("ascii")


def catalog_entries(files: Sequence[tuple[str, int]]) -> str:
    """Return what the catalog says of attached files: names and numbers of their specifications."""
    if not files:
        return ""
    listed = " ".join(f"{number} 0 R" for _name, number in files)
    named = " ".join(f"{_text(name)} {number} 0 R" for name, number in sorted(files))
    return f"/AF [{listed}] /Names << /EmbeddedFiles << /Names [{named}] >> >>"


def with_entries(dictionary: bytes, entries: str) -> bytes:
    """Return a dictionary with more entries at its end."""
    return dictionary.removesuffix(b">>") + entries.encode("ascii") + b" >>" if entries else dictionary


def _text(text: str) -> str:
    """Return a text string (7.9.2.2) in hexadecimal digits: no character of it can be anything else."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex()}>"
