"""The published library believes nothing: whatever the bytes, a coherent pack comes out or an InputError."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxaudit import assets
from cxaudit.domain.digests import content_digest, scoring_digest
from cxaudit.domain.errors import InputError, UnknownPackError
from cxaudit.domain.questionnaire import Pack
from cxaudit.storage.packs import MOST_BYTES, PublishedPacks, file_name, read_pack, read_pack_file

PUBLISHED = assets.questionnaires() / "published"
REAL = PublishedPacks(PUBLISHED).newest()
BYTES = (PUBLISHED / file_name(REAL.id, REAL.version)).read_bytes()


def raw() -> dict[str, Any]:
    return json.loads(BYTES)


def signed(document: dict[str, Any]) -> bytes:
    """Return a document with digests that fit as far as they can be worked out: an attacker's best."""
    plain = {key: value for key, value in document.items() if key not in {"content", "scoring"}}
    document["content"] = content_digest(plain)
    try:
        unsealed = Pack.model_validate_json(json.dumps({**document, "content": "0" * 64, "scoring": "0" * 64}))
    except ValueError:
        return json.dumps(document).encode()
    document["scoring"] = scoring_digest(unsealed)
    return json.dumps(document).encode()


def problems(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_pack(data, "hostile.json")
    assert caught.value.source == "hostile.json"
    assert caught.value.problems
    return "\n".join(map(str, caught.value.problems))


def test_the_published_pack_is_read_whole() -> None:
    assert read_pack(BYTES, "x") == REAL
    assert read_pack(signed(raw()), "x") == REAL
    assert json.loads(json.dumps(REAL.model_dump(mode="json"))) == raw()


def with_text(text: str) -> bytes:
    document = raw()
    document["dimensions"][0]["practices"][0]["looks_like"] = text
    return signed(document)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    document = raw()
    change(document)
    return signed(document)


FIRST = '"id": "cx-core"'
HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("too large", lambda: BYTES + b" " * MOST_BYTES, "more than 2000000 bytes"),
    ("empty", lambda: b"", "not JSON"),
    ("cut short", lambda: BYTES[: len(BYTES) // 2], "cut short"),
    ("not UTF-8", lambda: BYTES.replace(b"cx-core", b"cx-\xff\xfe", 1), "not UTF-8"),
    ("UTF-16", lambda: BYTES.decode().encode("utf-16"), "not UTF-8"),
    ("a byte-order mark", lambda: b"\xef\xbb\xbf" + BYTES, "not JSON"),
    ("deep lists", lambda: b"[" * 1_000_000, "nest deeper than 12"),
    ("deep objects", lambda: b'{"a":' * 300_000, "nest deeper than 12"),
    ("many empty objects", lambda: b"[" + b"{}," * 600_000 + b"{}]", "more than 20000 objects"),
    ("many tables", lambda: b'{"dimensions": [' + b"{}," * 15_000 + b"{}]}", "is missing"),
    ("many keys", lambda: b"{" + b",".join(b'"k%d":1' % n for n in range(150_000)) + b"}", "known here"),
    ("many keys, one twice", lambda: b"{" + b",".join(b'"k%d":1' % n for n in range(150_000)) + b',"k9":1}', "twice"),
    ("a key twice", lambda: BYTES.replace(b"{", b'{"id": "cx-core", ', 1), "stands twice"),
    ("a key twice inside", lambda: BYTES.replace(b'"cap": 2', b'"cap": 2, "cap": 4', 1), "'cap' stands twice"),
    ("NaN", lambda: BYTES.replace(b'"cap": 2', b'"cap": NaN', 1), "NaN is not a number"),
    ("infinity", lambda: BYTES.replace(b'"cap": 2', b'"cap": -Infinity', 1), "-Infinity is not a number"),
    ("a fraction", lambda: BYTES.replace(b'"cap": 2', b'"cap": 2.0', 1), "2.0 is not a whole number"),
    ("a million digits", lambda: BYTES.replace(b'"cap": 2', b'"cap": ' + b"9" * 1_000_000, 1), "9 digits"),
    ("an exponent", lambda: BYTES.replace(b'"cap": 2', b'"cap": 1e999999', 1), "not a whole number"),
    ("a lone surrogate", lambda: BYTES.replace(b'"licence": "', b'"licence": "\\ud800', 1), "file"),
    ("not an object", lambda: b"[]", "file"),
    ("null", lambda: b"null", "file"),
    ("a number for text", lambda: changed(lambda d: d.update(title=3)), "title: It must be text"),
    ("text for a number", lambda: changed(lambda d: d["flags"][0].update(cap="2")), "flags.1.cap: It must be a whole"),
    ("true for a number", lambda: changed(lambda d: d["flags"][0].update(cap=True)), "flags.1.cap: It must be a whole"),
    ("an unknown key", lambda: changed(lambda d: d.update(script="x")), "script: Nothing of this name"),
    ("a missing key", lambda: changed(lambda d: d.pop("licence")), "licence: It is missing"),
    ("a path for an id", lambda: changed(lambda d: d.update(id="../cx-core")), "id: It must be small letters"),
    ("a newline after an id", lambda: changed(lambda d: d.update(id="cx-core\n")), "id: It must be small letters"),
    ("a text of a megabyte", lambda: with_text("x" * 1_000_000), "more than 2000 characters"),
    ("a wrong content digest", lambda: BYTES.replace(REAL.content.encode(), b"0" * 64), "content: The digest"),
    ("a wrong scoring digest", lambda: BYTES.replace(REAL.scoring.encode(), b"0" * 64), "scoring: The digest"),
    ("another cap under old digests", lambda: BYTES.replace(b'"cap": 2', b'"cap": 3', 1), "scoring: The digest"),
    ("another word under old digests", lambda: BYTES.replace(b"customers", b"customerz", 1), "content: The digest"),
    ("markup", lambda: with_text("<img src=file>"), "markup"),
    ("an upper-case tag", lambda: with_text("cost < B of"), "markup"),
    ("a link", lambda: with_text("see file://server/share"), "link"),
    ("a UNC path", lambda: with_text("see \\\\server\\share"), "path"),
    ("a null character", lambda: with_text("a\x00b"), "U+0000"),
    ("text turned around", lambda: with_text("a\u202eb"), "U+202E"),
    ("a line break", lambda: with_text("a\nb"), "U+000A"),
    ("a requirement of nothing", lambda: changed(lambda d: d["actions"][0].update(requires=[["none"]])), "'none'"),
    ("a requirement of itself",
     lambda: changed(lambda d: d["actions"][0].update(requires=[[d["actions"][0]["id"]]])), "requires itself"),
    ("a flag on nothing",
     lambda: changed(lambda d: d["flags"][0]["conditions"][0].update(practice="a.b")), "no practice a.b"),
    ("a practice from elsewhere",
     lambda: changed(lambda d: d["dimensions"][0]["practices"][0].update(id="strategy.x")), "must begin with"),
    ("an id twice", lambda: changed(lambda d: d["flags"].append(d["flags"][0])), "stands 2 times"),
    ("four dimensions", lambda: changed(lambda d: d["dimensions"].pop()), "4 dimensions"),
    ("a band left out", lambda: changed(lambda d: d["actions"].pop()), "not at 5"),
    ("a threshold of one", lambda: changed(lambda d: d["rubric"].update(nearly_all="1")), "not a threshold"),
    ("a fraction over nothing", lambda: changed(lambda d: d["rubric"].update(most="1/0")), "must be a fraction"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "told"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_pack_is_refused_in_words(make: Callable[[], bytes], told: str) -> None:
    assert told in problems(make())


def test_what_is_wrong_is_not_told_without_end() -> None:
    assert problems(b'{"dimensions": [' + b"{}," * 5_000 + b"{}]}").count("\n") < 250


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = problems(changed(lambda d: (d.update(title=3, more=1), d["flags"][0].update(cap=9))))
    assert text.count("\n") >= 2


def reads_or_refuses(data: bytes) -> None:
    try:
        pack = read_pack(data, "any.json")
    except InputError:
        return
    assert pack == REAL


@given(st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_pack(data, "any.json")


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(at=st.integers(0, len(BYTES) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_never_changes_the_pack_silently(at: int, bit: int) -> None:
    data = bytearray(BYTES)
    data[at] ^= 1 << bit
    reads_or_refuses(bytes(data))


def test_without_digests_flipped_bits_would_be_believed() -> None:
    believed = 0
    for at in range(0, len(BYTES), 101):
        data = bytearray(BYTES)
        data[at] ^= 1
        with suppress(ValueError):
            believed += Pack.model_validate_json(bytes(data)) != REAL
    assert believed > 100


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(at=st.integers(0, len(BYTES) - 1), length=st.integers(0, 200), put=st.binary(max_size=20))
def test_a_torn_or_spliced_file_never_changes_the_pack_silently(at: int, length: int, put: bytes) -> None:
    reads_or_refuses(BYTES[:at] + put + BYTES[at + length :])


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value inside a document."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    inside = [found for key, entry in entries for found in paths(entry, (*path, key))]
    return ([path] if path else []) + inside


PATHS = paths(raw())


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(PATHS), value=JSON_VALUES, delete=st.booleans())
def test_a_changed_value_with_digests_that_fit_gives_a_pack_or_a_refusal(
    path: tuple[Any, ...], value: Any, *, delete: bool
) -> None:
    document = raw()
    parent: Any = document
    for key in path[:-1]:
        parent = parent[key]
    if delete:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    try:
        data = signed(document)
    except (ValueError, UnicodeEncodeError):
        data = json.dumps(document).encode()
    try:
        pack = read_pack(data, "any.json")
    except InputError:
        return
    assert len(pack.dimensions) == 5


def test_the_library_knows_its_versions_in_order(tmp_path: Path) -> None:
    for version in ("1.0.0", "1.10.0", "1.9.1"):
        (tmp_path / file_name("cx-core", version)).write_bytes(changed(lambda d, v=version: d.update(version=v)))
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    (tmp_path / "cx-core-01.0.0.json").write_bytes(BYTES)
    library = PublishedPacks(tmp_path)
    assert library.known() == (("cx-core", "1.0.0"), ("cx-core", "1.9.1"), ("cx-core", "1.10.0"))
    assert library.newest().version == "1.10.0"
    assert library.get("cx-core", "1.9.1").version == "1.9.1"
    assert library.newest() is library.get("cx-core", "1.10.0")


@pytest.mark.parametrize(
    ("pack", "version"),
    [("cx-core", "9.9.9"), ("other", "1.0.0"), ("../published/cx-core", "1.0.0"), ("cx-core", "1.0.0/../x"), ("", "")],
)
def test_what_is_not_published_is_unknown(pack: str, version: str) -> None:
    with pytest.raises(UnknownPackError) as caught:
        PublishedPacks(PUBLISHED).get(pack, version)
    assert f"{REAL.id} {REAL.version}" in caught.value.known


def test_an_empty_or_missing_folder_publishes_nothing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(UnknownPackError):
            PublishedPacks(folder).newest()


def test_a_file_under_another_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / file_name("cx-core", "7.0.0")
    path.write_bytes(BYTES)
    with pytest.raises(InputError, match="Its name must be"):
        PublishedPacks(tmp_path).newest()


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_pack_file(tmp_path / "missing.json")
    with pytest.raises(InputError, match="cannot be read"):
        read_pack_file(tmp_path)
