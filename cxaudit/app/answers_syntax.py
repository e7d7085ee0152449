"""Turns the bytes of an answers file, TOML or JSON, into plain tables and values, or says in which line it is wrong."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Literal, cast

from cxaudit.app.answers_table import Path, key_path
from cxaudit.domain.errors import InputError, Problem
from cxaudit.i18n import _

Kind = Literal["toml", "json"]

LARGEST = 2_000_000
"""The most bytes that an answers file may have."""

_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


MOST_DOTS_SQUARED = 10_000_000
"""The most that the squares of the dots of each line of TOML add up to.

Reading a dotted key takes time that grows with the square of its parts; a file that people write stays far below.
"""


class _Object(dict[str, object]):
    """A JSON object that remembers which of its keys were given twice."""

    twice: tuple[str, ...] = ()


def parse(content: bytes, kind: Kind, source: str) -> dict[str, object]:
    """Return the top table of an answers file. Raises InputError, which names `source`."""
    if len(content) > LARGEST:
        what = _("The file has {size} bytes; {limit} is the most.").format(size=len(content), limit=LARGEST)
        raise _wrong(source, _("file"), what, _("Is it an answers file?"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        line = content.count(b"\n", 0, e.start) + 1
        raise _wrong(source, _line(line), _("The text is not UTF-8."), _("Save the file as UTF-8.")) from None
    try:
        return _toml(text, source) if kind == "toml" else _json(text, source)
    except RecursionError:
        what = _("The file is nested too deeply.")
        raise _wrong(source, _("file"), what, _("Is it an answers file?")) from None


def _toml(text: str, source: str) -> dict[str, object]:
    if sum(line.count(".") ** 2 for line in text.split("\n")) > MOST_DOTS_SQUARED:
        raise _wrong(source, _("file"), _("The file holds too many dotted keys."), _("Is it an answers file?"))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        message = str(e)
        at = _AT.search(message)
        what = _("The same key is given twice") if message.startswith("Cannot ") else _AT.sub("", message)
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        column = int(at[2]) if at and at[2] else None
        raise _wrong(source, _line(line, column), f"{what}.", _("Mend the TOML there.")) from None
    except ValueError:  # Python refuses to read a number of thousands of digits
        raise _wrong(source, _("file"), _("A number has too many digits.")) from None


def _json(text: str, source: str) -> dict[str, object]:
    try:
        value: object = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as e:
        raise _wrong(source, _line(e.lineno, e.colno), f"{e.msg}.", _("Mend the JSON there.")) from None
    except ValueError:  # as above
        raise _wrong(source, _("file"), _("A number has too many digits.")) from None
    if not isinstance(value, _Object):
        raise _wrong(source, _("file"), _("The file does not hold one object."), _("Put all of it in { }."))
    repeated = tuple(_repeated(value, ()))
    if repeated:
        raise InputError(source, repeated)
    return value


def _object(pairs: list[tuple[str, object]]) -> _Object:
    table = _Object(pairs)
    if len(table) < len(pairs):
        table.twice = tuple(key for key, times in Counter(key for key, _value in pairs).items() if times > 1)
    return table


def _repeated(value: _Object | list[object], path: Path) -> Iterator[Problem]:
    """Yield a complaint for every key that an object inside the value gives twice."""
    if isinstance(value, _Object):
        for key in value.twice:
            yield Problem(key_path((*path, key)), _("The key is given twice."), _("Keep one of the two."))
    inside = value.items() if isinstance(value, _Object) else enumerate(value, 1)
    for step, inner in inside:
        if isinstance(inner, (_Object, list)):
            yield from _repeated(cast("_Object | list[object]", inner), (*path, step))


def _wrong(source: str, where: str, what: str, mend: str = "") -> InputError:
    return InputError(source, (Problem(where, what, mend),))


def _line(line: int, column: int | None = None) -> str:
    if column is None:
        return _("line {line}").format(line=line)
    return _("line {line}, column {column}").format(line=line, column=column)
