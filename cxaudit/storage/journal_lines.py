"""The lines of a journal segment: each carries its own hash and that of the line before.

    <hash> {"kind":"snapshot","seq":...,"prev":...,"at":...,"v":1,"doc_id":...,"path":...,"payload":{...}}
    <hash> {"kind":"edit","seq":...,"prev":...,"at":...,"assessment":...,"edit":{...}}

A segment begins with a snapshot of the whole payload, so that it needs nothing but itself. A snapshot bears the
sequence number of the last edit in it; each edit counts one up. `at` is shown to people and decides nothing.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from cxaudit.domain.edits import Edit, StoredEdit
from cxaudit.domain.errors import NewerDocumentError
from cxaudit.domain.fields import Short
from cxaudit.domain.model import Frozen
from cxaudit.storage.document import DocId
from cxaudit.storage.document_json import load
from cxaudit.storage.migrations import Raw
from cxaudit.storage.payload import Head
from cxaudit.storage.stored import LineHash

FORM = 1


class Snapshot(Frozen):
    """The first line of a segment. `path` is where the document lies that the segment belongs to."""

    kind: Literal["snapshot"] = "snapshot"
    seq: Annotated[int, Field(ge=0)]
    prev: LineHash
    at: str
    v: Annotated[int, Field(ge=1)] = FORM
    doc_id: DocId
    path: str
    payload: Raw


class EditLine(Frozen):
    """One edit of the assessment that it names."""

    kind: Literal["edit"] = "edit"
    seq: Annotated[int, Field(ge=1)]
    prev: LineHash
    at: str
    assessment: Short
    edit: StoredEdit


_LINE: TypeAdapter[Snapshot | EditLine] = TypeAdapter(Annotated[Snapshot | EditLine, Field(discriminator="kind")])


@dataclass(frozen=True, slots=True)
class Segment:
    """The good part of one segment: its snapshot and the edits after it.

    `hashes` are those of the snapshot and of each edit. `note` tells what is wrong with the rest, if there is one.
    """

    name: str
    snapshot: Snapshot
    edits: tuple[EditLine, ...]
    hashes: tuple[str, ...]
    note: str

    @property
    def end(self) -> Head:
        """Return the last good line."""
        return Head(self.snapshot.seq + len(self.edits), self.hashes[-1])


def snapshot_line(head: Head, at: datetime, doc_id: str, path: str, payload: Raw) -> tuple[bytes, Head]:
    """Return a segment's first line, and the line as head."""
    body = {"kind": "snapshot", "seq": head.seq, "prev": head.hash, "at": at.isoformat(), "v": FORM}
    return _line({**body, "doc_id": doc_id, "path": path, "payload": payload}, head.seq)


def edit_line(head: Head, at: datetime, assessment: str, edit: Edit) -> tuple[bytes, Head]:
    """Return the line of an edit that follows `head`, and the line as head."""
    seq = head.seq + 1
    body = {"kind": "edit", "seq": seq, "prev": head.hash, "at": at.isoformat(), "assessment": assessment}
    return _line({**body, "edit": edit.model_dump(mode="json")}, seq)


def read_segment(name: str, data: bytes) -> Segment | str:
    """Return the longest good beginning of a segment's bytes, or what is wrong where not even the snapshot is good.

    Raises NewerDocumentError where a line is sound but was written by a newer version of the program.
    """
    lines: list[Snapshot | EditLine] = []
    hashes: list[str] = []
    position, note = 0, ""
    while position < len(data):
        end = data.find(b"\n", position)
        body = _sound_body(data[position:end]) if end >= 0 else None
        line = None if body is None else _read_line(body, name)
        if line is None or not _follows(line, lines, hashes):
            note = _what_is_wrong(name, len(lines) + 1, last=end < 0 or end + 1 == len(data))
            break
        lines.append(line)
        hashes.append(_hash(data[position + 33 : end]))
        position = end + 1
    match lines:
        case [Snapshot() as snapshot, *edits]:
            return Segment(name, snapshot, tuple(e for e in edits if isinstance(e, EditLine)), tuple(hashes), note)
        case _:
            return note or f"{name}: the journal is empty"


def _line(body: Raw, seq: int) -> tuple[bytes, Head]:
    text = json.dumps(body, separators=(",", ":"), allow_nan=False).encode()
    digest = _hash(text)
    return digest.encode() + b" " + text + b"\n", Head(seq, digest)


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:32]


def _sound_body(line: bytes) -> bytes | None:
    body = line[33:]
    return body if line[:33] == _hash(body).encode() + b" " else None


def _read_line(body: bytes, name: str) -> Snapshot | EditLine:
    # The hash fits, so this is what some version of the program wrote.
    try:
        load(body)
        line = _LINE.validate_json(body)
    except (ValueError, ValidationError) as error:
        raise NewerDocumentError(name) from error
    if isinstance(line, Snapshot) and line.v > FORM:
        raise NewerDocumentError(name)
    return line


def _follows(line: Snapshot | EditLine, lines: list[Snapshot | EditLine], hashes: list[str]) -> bool:
    if isinstance(line, Snapshot):
        return not lines
    return bool(lines) and line.prev == hashes[-1] and line.seq == lines[-1].seq + 1


def _what_is_wrong(name: str, number: int, *, last: bool) -> str:
    if last:
        return f"{name}: line {number}, the last, is incomplete or damaged and was left out"
    return f"{name}: line {number} is damaged; it and those after it were left out"
