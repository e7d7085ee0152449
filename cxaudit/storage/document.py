"""The form of a `.cxaudit` file: one header line, then the payload.

    CXAUDIT {"v":1,"min_reader":1,"doc_id":...,"enc":null,"len":N,"sha256":...} <check>

`len` and `sha256` are of the payload's stored bytes, `check` the first 16 hex digits of the SHA-256 of the header
line before it. `enc` will tell how a protected payload is sealed. The checksum finds accidents, not forgery.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from cxaudit.domain.errors import DamagedDocumentError, NewerDocumentError

MAGIC = b"CXAUDIT "
READER = 1
"""The number that a header's `min_reader` is held against."""

MOST_BYTES = 20_000_000
_LONGEST_HEADER = 4096

DocId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class Header(BaseModel):
    """What stands before the payload. Keys that a newer version added are kept."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow", allow_inf_nan=False)

    v: Annotated[int, Field(ge=1)] = READER
    min_reader: Annotated[int, Field(ge=1)] = READER
    doc_id: DocId
    enc: object = None
    len: Annotated[int, Field(ge=0, le=MOST_BYTES)] = 0
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = "0" * 64


def new_header() -> Header:
    """Return a header with a random document id."""
    return Header(doc_id=secrets.token_hex(16))


def encode(header: Header, payload: bytes) -> bytes:
    """Return the bytes of a file. Raises ValueError where they would be more than can be read again."""
    if len(payload) > MOST_BYTES - _LONGEST_HEADER:
        raise ValueError(f"the document would be larger than {MOST_BYTES} bytes")
    fields = {**header.model_dump(), "len": len(payload), "sha256": hashlib.sha256(payload).hexdigest()}
    line = MAGIC + json.dumps(fields, separators=(",", ":")).encode()
    return line + b" " + _check(line) + b"\n" + payload


def decode_header(data: bytes, path: str) -> tuple[Header, int]:
    """Return the header of a file's bytes and where the payload begins.

    Raises DamagedDocumentError, and NewerDocumentError where a newer version of the program is needed to read on: for
    a newer form, and for a protected payload.
    """
    end = data.find(b"\n", 0, _LONGEST_HEADER)
    line, _space, check = data[: max(end, 0)].rpartition(b" ")
    if not line.startswith(MAGIC):
        raise DamagedDocumentError(path, "it does not begin as a cxaudit document does")
    if check != _check(line):
        raise DamagedDocumentError(path, "the header's checksum does not fit")
    try:
        header = Header.model_validate_json(line[len(MAGIC) :])
    except ValidationError as error:
        raise DamagedDocumentError(path, f"the header cannot be read: {error.errors()[0]['msg']}") from error
    if header.min_reader > READER or header.enc is not None:
        raise NewerDocumentError(path)
    return header, end + 1


def decode(data: bytes, path: str) -> tuple[Header, bytes]:
    """Return the header and the payload of a file's bytes, the checksum tested. Raises as `decode_header` does."""
    header, start = decode_header(data, path)
    payload = data[start:]
    if len(payload) != header.len:
        raise DamagedDocumentError(path, f"it holds {len(payload)} bytes and should hold {header.len}")
    if hashlib.sha256(payload).hexdigest() != header.sha256:
        raise DamagedDocumentError(path, "the checksum does not fit the content")
    return header, payload


def _check(line: bytes) -> bytes:
    return hashlib.sha256(line).hexdigest()[:16].encode()
