"""Reads and writes the JSON of documents and journals, where fields that a newer version added have to survive."""

from __future__ import annotations

import json
import math
from typing import cast

MOST_CONTAINERS = 400_000
"""Objects and lists in one file; more is an attempt to fill the memory."""


def dump(value: object) -> bytes:
    """Return plain data as compact JSON. Raises ValueError for what JSON or UTF-8 cannot hold."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def load(data: bytes) -> dict[str, object]:
    """Return the object that `data` holds.

    Raises ValueError where it is not one, holds a key twice, NaN or an infinity, or nests without end.
    """
    if data.count(b"{") + data.count(b"[") > MOST_CONTAINERS:
        raise ValueError("too many objects and lists")
    try:
        value: object = json.loads(
            data.decode("utf-8"), object_pairs_hook=_object, parse_constant=_constant, parse_float=_float
        )
    except RecursionError as error:
        raise ValueError("values nest too deep") from error
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - one kind of error for every file that is wrong
    return cast("dict[str, object]", value)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return made


def _constant(text: str) -> object:
    raise ValueError(f"{text} is not a number")


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number
