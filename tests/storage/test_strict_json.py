"""Strict JSON takes what it is for, counts what it caps, and says no in words to the rest."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.domain.errors import InputError
from cxaudit.storage.strict_json import DEEPEST, parse_strictly

MOST = 10_000

SMALL = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-999_999_999, 999_999_999)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(SMALL, st.sampled_from([None, 1]))
def test_json_of_our_kind_is_read(value: Any, indent: int | None) -> None:
    data = json.dumps(value, ensure_ascii=indent is None, indent=indent).encode("utf-8", "surrogatepass")
    if "\\ud8" not in data.decode("utf-8", "replace"):
        assert parse_strictly(data, "x", MOST * 100) == value


@given(st.binary(max_size=60))
def test_any_bytes_give_a_value_or_words(data: bytes) -> None:
    try:
        parse_strictly(data, "x", MOST)
    except InputError as error:
        assert str(error.problems[0])  # noqa: PT017 - either end is right


@pytest.mark.parametrize("opener", ["[", '{"a":'])
def test_depth_is_counted_outside_texts(opener: str) -> None:
    closer = "]" if opener == "[" else "}"
    inside = json.dumps("[{" * 50 + '"\\')
    fits = opener * DEEPEST + inside + closer * DEEPEST
    parse_strictly(fits.encode(), "x", MOST)
    with pytest.raises(InputError, match="nest deeper"):
        parse_strictly((opener + fits + closer).encode(), "x", MOST)


def test_size_is_counted_in_bytes() -> None:
    assert parse_strictly(b'"12"', "x", 4) == "12"
    with pytest.raises(InputError, match="more than 3 bytes"):
        parse_strictly(b'"12"', "x", 3)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a": 1, "a": 1}', "'a' stands twice"),
        (b'[{"b": {"c": 1, "c": 2}}]', "'c' stands twice"),
        (b"1.5", "1.5 is not a whole number"),
        (b"1e3", "1e3 is not a whole number"),
        (b"NaN", "NaN is not a number"),
        (b"-Infinity", "-Infinity is not a number"),
        (b"1234567890", "more than 9 digits"),
        (b"-1234567890", "more than 9 digits"),
        (b"\xff", "Byte 0 is not UTF-8"),
        (b"{", "cut short"),
        (b"{}\n{}", "not JSON"),
    ],
)
def test_what_is_refused_is_worded(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_strictly(data, "file.json", MOST)
    assert caught.value.source == "file.json"
    assert words in str(caught.value.problems[0])


def test_a_line_is_named_where_the_text_breaks_off() -> None:
    with pytest.raises(InputError) as caught:
        parse_strictly(b'{\n"a": 1,\n}', "x", MOST)
    assert caught.value.problems[0].where == "line 3"


def test_nine_digits_are_read() -> None:
    assert parse_strictly(b"[-999999999, 999999999]", "x", MOST) == [-999_999_999, 999_999_999]
