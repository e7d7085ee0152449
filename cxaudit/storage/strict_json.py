"""Reads JSON that strangers wrote: small, shallow, whole numbers only, each key once."""

from __future__ import annotations

import json
import re
from collections import Counter

from cxaudit.domain.errors import InputError, Problem
from cxaudit.i18n import _

DEEPEST = 12
LONGEST_NUMBER = 9
MOST_CONTAINERS = 20_000
"""Objects and lists in one file; the largest pack that its schema allows has about half as many."""


_MARK = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)


class _RefusedError(ValueError):
    """A value that JSON allows and we do not; its text is worded for people."""


def parse_strictly(data: bytes, source: str, most_bytes: int) -> object:
    """Return the value that `data` holds.

    Raises InputError (naming `source`) where the data is longer than `most_bytes`, not UTF-8 or not JSON, nests
    deeper than 12, has more than 20,000 objects and lists, or holds a key twice, a fraction, NaN, an infinity or a
    number of more than 9 digits.
    """
    if len(data) > most_bytes:
        what = _("The file holds more than {most} bytes.").format(most=most_bytes)
        raise InputError(source, (Problem(_("file"), what),))
    try:
        text = data.decode("utf-8")
        _measure(text)
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_no_fraction,
            parse_int=_integer,
            parse_constant=_no_constant,
        )
    except UnicodeDecodeError as error:
        what = _("Byte {place} is not UTF-8 text.").format(place=error.start)
        raise InputError(source, (Problem(_("file"), what),)) from error
    except json.JSONDecodeError as error:
        where = _("line {line}").format(line=error.lineno)
        raise InputError(source, (Problem(where, _("This is not JSON, or the file is cut short.")),)) from error
    except _RefusedError as error:
        raise InputError(source, (Problem(_("file"), str(error)),)) from error


def _measure(text: str) -> None:
    depth = containers = 0
    for mark in _MARK.findall(text):
        if mark in {"[", "{"}:
            depth += 1
            containers += 1
            if containers > MOST_CONTAINERS:
                raise _RefusedError(_("There are more than {most} objects and lists.").format(most=MOST_CONTAINERS))
            if depth > DEEPEST:
                raise _RefusedError(_("Values nest deeper than {most}.").format(most=DEEPEST))
        elif mark in {"]", "}"}:
            depth -= 1


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        counted = Counter(key for key, _value in pairs)
        twice, _count = counted.most_common(1)[0]
        raise _RefusedError(_("The key {key} stands twice in one object.").format(key=repr(twice[:80])))
    return made


def _integer(text: str) -> int:
    if len(text.lstrip("-")) > LONGEST_NUMBER:
        raise _RefusedError(_("A number has more than {most} digits.").format(most=LONGEST_NUMBER))
    return int(text)


def _no_fraction(text: str) -> object:
    raise _RefusedError(_("{number} is not a whole number.").format(number=text[:40]))


def _no_constant(text: str) -> object:
    raise _RefusedError(_("{number} is not a number that may stand here.").format(number=text))
