"""Reads the folder that authors keep: every table with its file and the line of its header."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from cxaudit.domain.errors import InputError, Problem
from cxaudit.i18n import _
from cxaudit.storage.authoring.headers import header_lines
from cxaudit.storage.pack_rules.finding import Kind

MOST_BYTES = 2_000_000
HEAD_FILE = "pack.toml"
LIST_FILES: Mapping[str, tuple[Kind, ...]] = {
    "flags.toml": ("flag",),
    "actions.toml": ("action",),
    "sources.toml": ("source", "claim"),
    "vignettes.toml": ("vignette",),
}
"""The lists of tables by file; those of practices stand in a file per dimension."""

OPTIONAL_FILES = frozenset({"vignettes.toml"})

_AT_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)$")

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of an authored file. `line` counts from 1; `row` is what it holds, texts in normal form (NFC).

    `inner` are the lines of the headers of tables within it, by their names from here on ("fact.rule").
    """

    file: str
    line: int
    row: Row
    inner: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, "tuple[int, ...]"])

    def line_of(self, key: str) -> int:
        """Return the line of the innermost header that a key ("fact.rule.2.check") stands under."""
        line, name = self.line, ""
        for part in key.split("."):
            if not part.isdecimal():
                name, number = f"{name}.{part}".removeprefix("."), 1
            else:
                number = int(part)
            if number <= len(self.inner.get(name, ())):
                line = self.inner[name][number - 1]
        return line


@dataclass(frozen=True, slots=True)
class AuthoredFile:
    """One TOML file: its own keys, and the tables of every list of tables in it, in order."""

    name: str
    keys: Row
    lists: Mapping[str, tuple[Table, ...]]

    def tables(self, name: str) -> tuple[Table, ...]:
        """Return the tables under `[[name]]`."""
        return self.lists.get(name, ())


def read_folder(folder: Path) -> dict[str, AuthoredFile]:
    """Return every TOML file of an authored pack by name, those of folders inside it too (nothing is read from them).

    Raises InputError with each file that cannot be read: too large, not UTF-8, not TOML (with the line).
    """
    if not (folder / HEAD_FILE).is_file():
        what = _("There is no {file} in this folder.").format(file=HEAD_FILE)
        raise InputError(str(folder), (Problem(HEAD_FILE, what, _("Name the folder of an authored pack.")),))
    files: dict[str, AuthoredFile] = {}
    problems: list[Problem] = []
    for path in sorted({*folder.glob("*.toml"), *folder.glob("*/*.toml")}):
        read = _read_file(path, path.relative_to(folder).as_posix())
        if isinstance(read, Problem):
            problems.append(read)
        else:
            files[read.name] = read
    if problems:
        raise InputError(str(folder), tuple(problems))
    return files


def _read_file(path: Path, name: str) -> AuthoredFile | Problem:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Problem(name, _("The file cannot be read ({reason}).").format(reason=reason))
    if len(data) > MOST_BYTES:
        return Problem(name, _("The file holds more than {most} bytes.").format(most=MOST_BYTES))
    try:
        text = data.decode("utf-8")
        raw = cast("dict[str, object]", _normal(tomllib.loads(text)))
    except UnicodeDecodeError as error:
        return Problem(name, _("Byte {place} is not UTF-8 text.").format(place=error.start))
    except (ValueError, RecursionError) as error:
        return _syntax_problem(name, error, data.count(b"\n") + 1)
    return _with_lines(name, raw, header_lines(text))


def _syntax_problem(name: str, error: Exception, last_line: int) -> Problem:
    told = str(error) if isinstance(error, tomllib.TOMLDecodeError) else type(error).__name__
    place = _AT_LINE.search(told)
    where = f"{name}:{place[1] or last_line}" if place else name
    reason = _AT_LINE.sub("", told).strip()
    return Problem(where, _("This is not TOML: {reason}.").format(reason=reason))


def _normal(value: object) -> object:
    """Return a value with all its texts in normal form C, in which lengths are counted and files are written."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_normal(entry) for entry in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: _normal(entry) for key, entry in cast("dict[str, object]", value).items()}
    return value


def _with_lines(name: str, raw: Row, lines: Mapping[str, list[int]]) -> AuthoredFile:
    lists: dict[str, tuple[Table, ...]] = {}
    for key, value in raw.items():
        if isinstance(value, list) and value and all(isinstance(e, dict) for e in cast("list[object]", value)):
            rows = cast("list[Row]", value)
            at = lines.get(key, [])
            lists[key] = tuple(
                Table(name, at[n], row, _inner(lines, key, at[n : n + 2])) if n < len(at) else Table(name, 1, row)
                for n, row in enumerate(rows)
            )
    return AuthoredFile(name, {key: value for key, value in raw.items() if key not in lists}, lists)


def _inner(lines: Mapping[str, list[int]], key: str, between: list[int]) -> dict[str, tuple[int, ...]]:
    """Return the lines of the headers of tables within one, which stand before the next of its kind."""
    first, *end = between
    rows = {
        name.removeprefix(f"{key}."): tuple(line for line in found if first < line and all(line < e for e in end))
        for name, found in lines.items()
        if name.startswith(f"{key}.")
    }
    return {name: found for name, found in rows.items() if found}
