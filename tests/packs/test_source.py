"""Authored files are read with the lines of their headers, and whatever they hold gives words, not a crash."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.authored import CX_CORE, AuthoredPack

from cxaudit.domain.errors import InputError
from cxaudit.storage.authoring.headers import header_lines
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.authoring.source import MOST_BYTES, read_folder
from cxaudit.storage.packs import PublishedPacks

TRICKY = '''# [[practice]] in a comment
title = "[[practice]] in a text \\" still"
other = '[[practice]]'
list = [
  ["a"],
  [
    "b", # ]
  ],
]
long = """
[[practice]]
"quoted" \\""" still
"""
literal = \'\'\'
[practice]
\'\'\'

[rubric] # a comment
a = 1

  [[ practice ]]
id = "x"
nested = [
["y"]
]
[[practice]]
inline = { a = "[[practice]]" }
[ "quoted" ]
a = 2
[dotted . name]
a = 3
'''


def test_headers_are_found_and_nothing_else() -> None:
    tomllib.loads(TRICKY)
    lines = {"rubric": [18], "practice": [21, 26], "dotted.name": [30]}
    assert header_lines(TRICKY) == lines
    assert header_lines(TRICKY.replace("\n", "\r\n")) == lines


def test_headers_of_the_real_files_are_those_that_a_reader_sees() -> None:
    for path in sorted(CX_CORE.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        found = sorted(line for rows in header_lines(text).values() for line in rows)
        assert found == [number for number, line in enumerate(lines, 1) if line.startswith("[")]


@given(st.text(alphabet="[]{}\"'#=\\\n\r\t ab.", max_size=60))
def test_any_text_has_its_headers_found_without_a_crash(text: str) -> None:
    for rows in header_lines(text).values():
        assert rows == sorted(set(rows))
        assert all(1 <= row <= text.count("\n") + 1 for row in rows)


def told(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_folder(folder)
    return "\n".join(map(str, caught.value.problems))


UNREADABLE = [
    ("cut off", b'[[flag]]\nid = "x', "flags.toml:2: This is not TOML"),
    ("a key twice", b"a = 1\na = 2\n", "flags.toml"),
    ("not UTF-8", b"\xff\xfe", "flags.toml: Byte 0 is not UTF-8"),
    ("too large", b"#" * (MOST_BYTES + 1), "more than 2000000 bytes"),
    ("deep", b"a = " + b"[" * 100_000, "This is not TOML"),
    ("a million digits", b"a = " + b"9" * 1_000_000, "This is not TOML"),
    ("a null character", b'a = "\x00"', "flags.toml:1"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "what"), [row[1:] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])
def test_a_file_that_is_not_toml_is_named_with_its_line(data: bytes, what: str, tmp_path: Path) -> None:
    folder = AuthoredPack().write(tmp_path)
    (folder / "flags.toml").write_bytes(data)
    assert what in told(folder)


def test_a_folder_under_the_name_of_a_file_is_named(tmp_path: Path) -> None:
    folder = AuthoredPack().write(tmp_path)
    (folder / "flags.toml").unlink()
    (folder / "flags.toml").mkdir()
    assert "flags.toml: The file cannot be read" in told(folder)


def test_every_unreadable_file_is_named(tmp_path: Path) -> None:
    folder = AuthoredPack().write(tmp_path)
    for name in ("flags.toml", "mission.toml"):
        (folder / name).write_text("=", encoding="utf-8")
    assert "flags.toml:1" in told(folder)
    assert "mission.toml:1" in told(folder)


def test_a_folder_without_a_pack_is_said_to_be_none(tmp_path: Path) -> None:
    assert "pack.toml" in told(tmp_path)
    assert "pack.toml" in told(tmp_path / "missing")


@pytest.mark.parametrize("name", ["mission", "flags", "actions", "sources"])
def test_a_missing_file_is_an_error_of_the_linter(name: str, tmp_path: Path) -> None:
    folder = AuthoredPack().write(tmp_path / "pack")
    (folder / f"{name}.toml").unlink()
    found = lint(folder, PublishedPacks(tmp_path))
    assert f"{name}.toml" in "\n".join(map(str, found.errors))
    assert found.pack is None
    assert len(found.errors) <= 6


def test_a_file_in_a_folder_inside_is_not_read_and_said_so(tmp_path: Path) -> None:
    folder = AuthoredPack().write(tmp_path / "pack")
    (folder / "i18n").mkdir()
    (folder / "i18n" / "de.toml").write_text("a = 1", encoding="utf-8")
    errors = "\n".join(map(str, lint(folder, PublishedPacks(tmp_path)).errors))
    assert "i18n/de.toml:1: error: pack: No part of a pack is read from this file." in errors


def test_an_empty_head_is_told_key_by_key(tmp_path: Path) -> None:
    folder = AuthoredPack().write(tmp_path / "pack")
    (folder / "pack.toml").write_text("", encoding="utf-8")
    errors = "\n".join(map(str, lint(folder, PublishedPacks(tmp_path)).errors))
    assert "pack.toml:1: error: pack, id: It is missing; add it." in errors
    assert "pack, rubric: It is missing; add it." in errors


VALUES = st.recursive(
    st.booleans() | st.integers(-9, 10**12) | st.text(max_size=12) | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "x", "practice"]), inner, max_size=2)
    ),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), value=VALUES)
def test_any_value_anywhere_is_words_or_a_pack(
    data: st.DataObject, value: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pack = AuthoredPack()
    tables = [pack.head, pack.head["rubric"], pack.practice("M1"), pack.flags["flag"][0], pack.actions["action"][0]]
    tables += [pack.sources["source"][0], pack.head["dimension"][0], pack.head["level"][0], pack.flags, pack.actions]
    for _number in range(data.draw(st.integers(1, 3))):
        table = data.draw(st.sampled_from(tables))
        table[data.draw(st.sampled_from(sorted(table)))] = value
    folder = pack.write(tmp_path_factory.mktemp("pack"))
    try:
        found = lint(folder, PublishedPacks(folder))
    except InputError:
        return
    assert (found.pack is None) == bool(found.errors)
