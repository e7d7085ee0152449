"""The file: what is written is read, and nothing damaged, hostile or newer is."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.documents import SCALE, engagement, library

from cxaudit.domain.errors import DamagedDocumentError, DocumentError, NewerDocumentError
from cxaudit.storage import document
from cxaudit.storage.document import MAGIC, Header, decode, decode_header, encode, new_header
from cxaudit.storage.document_json import dump, load
from cxaudit.storage.payload import Content, build_payload, read_payload

FLIPS = 20_000 if SCALE else 2_000
HEADER = Header(doc_id="0123456789abcdef" * 2)
PAYLOAD = dump(build_payload(Content(engagement(p1=3))))
FILE = encode(HEADER, PAYLOAD)

Reader = Callable[[bytes], object]


def read(data: bytes) -> object:
    _header, payload = decode(data, "a.cxaudit")
    return build_payload(read_payload(load(payload), "a.cxaudit"))


def unchecked(data: bytes) -> object:
    """The same reader with the checksums off."""
    start = data.index(b"\n") + 1
    return build_payload(read_payload(load(data[start:]), "a.cxaudit"))


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def opened_silently_wrong(reader: Reader, flips: int) -> int:
    chance = random.Random(7)
    truth = reader(FILE)
    wrong = 0
    for _ in range(flips):
        try:
            wrong += reader(flipped(FILE, chance.randrange(len(FILE) * 8))) != truth
        except (DocumentError, ValueError):
            continue
    return wrong


def headed(payload: bytes = PAYLOAD, **changes: object) -> bytes:
    """A file whose header says what the test wants, its own checksum right."""
    header = encode(HEADER, payload).split(b"\n", 1)[0].rpartition(b" ")[0][len(MAGIC) :]
    line = MAGIC + json.dumps({**json.loads(header), **changes}).encode()
    return line + b" " + document._check(line) + b"\n" + payload


def test_what_is_written_is_read() -> None:
    header, payload = decode(FILE, "a.cxaudit")
    assert payload == PAYLOAD
    assert (header.doc_id, header.len, header.enc) == (HEADER.doc_id, len(PAYLOAD), None)


def test_every_document_has_an_id_of_its_own() -> None:
    assert new_header().doc_id != new_header().doc_id


def test_no_flipped_bit_is_opened_silently() -> None:
    assert opened_silently_wrong(read, FLIPS) == 0


def test_every_flipped_bit_of_the_header_is_refused() -> None:
    for bit in range((len(FILE) - len(PAYLOAD)) * 8):
        with pytest.raises(DamagedDocumentError):
            decode(flipped(FILE, bit), "a.cxaudit")


def test_without_checksums_flipped_bits_would_be_opened() -> None:
    assert opened_silently_wrong(unchecked, 500) > 50


def test_a_file_cut_at_any_length_is_refused() -> None:
    for length in range(len(FILE)):
        with pytest.raises(DamagedDocumentError):
            decode(FILE[:length], "a.cxaudit")


@pytest.mark.parametrize("data", [b"", b"\n", b"%PDF-1.7\n", FILE + b" ", b"\0" * 5000, b"\xff" * 100, MAGIC])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedDocumentError):
        decode(data, "a.cxaudit")


@pytest.mark.parametrize("changes", [{"v": 2, "min_reader": 2}, {"enc": {"kdf": "argon2id"}}, {"enc": ""}])
def test_a_form_that_this_version_cannot_read_asks_for_a_newer_one(changes: dict[str, object]) -> None:
    with pytest.raises(NewerDocumentError):
        decode(headed(PAYLOAD, **changes), "a.cxaudit")


@pytest.mark.parametrize("changes", [{"doc_id": "../../etc/passwd"}, {"len": -1}, {"len": 1.0}, {"v": 0}, {"v": "1"}])
def test_a_header_that_makes_no_sense_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(DamagedDocumentError):
        decode(headed(PAYLOAD, **changes), "a.cxaudit")


def test_keys_that_a_newer_version_added_to_the_header_are_kept() -> None:
    header, _start = decode_header(headed(v=3, colour="blue"), "a.cxaudit")
    again, _payload = decode(encode(header, b"{}"), "a.cxaudit")
    assert again.model_dump()["colour"] == "blue"
    assert again.v == 3


def test_a_document_too_large_to_be_read_again_is_not_written() -> None:
    with pytest.raises(ValueError, match="larger"):
        encode(HEADER, b" " * document.MOST_BYTES)


@pytest.mark.parametrize(
    "text",
    [
        b"[]",
        b"null",
        b"{",
        b'{"a":1,"a":2}',
        b'{"a":{"b":1,"b":1}}',
        b'{"a":NaN}',
        b'{"a":-Infinity}',
        b'{"a":1e999}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a":[' + b"{}," * 500_000 + b"{}]}",
        b'{"a":"\xff"}',
    ],
    ids=lambda text: text[:20].decode("latin-1"),
)
def test_json_that_is_ambiguous_or_hostile_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reasons are worded by several parsers
        load(text)


@settings(max_examples=1000 if SCALE else 200, deadline=None)
@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: FILE[:250] + tail))
def test_hostile_bytes_give_nothing_but_a_document_error(data: bytes) -> None:
    with pytest.raises(DocumentError):
        decode(data, "a.cxaudit")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ["format", "revision", "journal_head", "engagement", "packs", "assessments", "plan", "lineage"]


@settings(max_examples=1000 if SCALE else 200, deadline=None)
@given(field=st.sampled_from(FIELDS), value=JSON)
def test_a_payload_of_any_shape_gives_nothing_but_a_document_error(field: str, value: object) -> None:
    raw = {**load(PAYLOAD), field: value}
    try:
        found = read_payload(raw, "a.cxaudit")
    except DocumentError:
        return
    assert read_payload(build_payload(found), "a.cxaudit").engagement == found.engagement


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        headed(v=2, min_reader=2),
        headed(enc={"kdf": "argon2id"}),
        headed(dump({**load(PAYLOAD), "format": {"major": 2, "minor": 0}})),
        headed(dump({**load(PAYLOAD), "format": {"major": 1, "minor": 9}, "revision": "new"})),
    ],
    ids=["form", "protected", "major", "minor beyond us"],
)
def test_a_newer_document_is_refused_and_left_as_it_was(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path / "newer.cxaudit", data)
    documents = library(tmp_path / "home")
    for attempt in (documents.open, documents.read):
        with pytest.raises(NewerDocumentError):
            attempt(path)
    assert path.read_bytes() == data
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["newer.cxaudit"]


def test_a_file_above_the_cap_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.cxaudit"
    with path.open("wb") as file:
        file.truncate(document.MOST_BYTES + 1)
    with pytest.raises(DocumentError, match="more than"):
        library(tmp_path / "home").read(path)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        library(tmp_path / "home").read(tmp_path)
