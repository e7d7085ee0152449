"""Harmless values for keys that are wrong, so that the rest of their table is still checked in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import cast

from cxaudit.storage.pack_rules.finding import Kind
from cxaudit.storage.schema_problems import KeyPath

_LEVELS = tuple({"name": str(number), "meaning": str(number)} for number in range(1, 6))
_ANCHORS = ("One", "Two", "Three", "Four", "Five")

_VALUES: Mapping[Kind, Mapping[str, object]] = {
    "pack": {
        "id": "unknown",
        "version": "0.0.0",
        "locale": "en",
        "title": "Title",
        "licence": "Licence",
        "authors": ["Author"],
        "rating_rules": ["Rule."],
        "levels": _LEVELS,
        "owners": dict.fromkeys(("CX", "SP", "HR", "IN", "FI", "OP", "JO"), "Owner"),
        "rubric": {},
    },
    "dimension": {"title": "Title", "about": "About."},
    "practice": {
        "code": "Z0",
        "revision": 1,
        "title": "Title",
        "quick": True,
        "question": "Question?",
        "anchors": _ANCHORS,
        "looks_like": "Text.",
        "not_this": "Text.",
        "example": "Text.",
        "sources": [],
    },
    "flag": {
        "title": "Title",
        "cap": 1,
        "conditions": [{"practice": "unknown.unknown", "at_most": 1}],
        "why": "Text.",
        "check": "Text?",
        "effect": "Text.",
        "cleared_when": "Text.",
        "sources": [],
    },
    "action": {
        "title": "Title",
        "why": "Text.",
        "first_step": "Text.",
        "owner": "CX",
        "effort": "S",
        "done_when": "Text.",
        "sources": [],
    },
    "source": {"author": "Author", "title": "Title"},
    "claim": {"source": "unknown", "text": "Text."},
    "vignette": {
        "title": "Title",
        "text": "Text.",
        "ratings": [{"practice": "unknown.unknown", "level": 1, "why": "Text."}],
    },
}
"""By kind of table and key of the published form. A key that has a default, or that identifies, is not among them."""

_ENTRIES: Mapping[tuple[Kind, KeyPath], Mapping[str, object]] = {
    ("practice", ("fact", "rules")): {"check": "at-least", "parts": ["unknown"], "start": 2, "end": 2},
    ("vignette", ("ratings",)): {"practice": "unknown.unknown", "level": 1, "why": "Text."},
}
"""By kind of table and list, the stand-in for one entry: the other entries are checked as they are."""

_PARTS: Mapping[tuple[Kind, str], Mapping[str, object]] = {
    ("practice", "script"): {
        "read_aloud": "Text?",
        "probes": ["Which one?", "Who?"],
        "objection": "Text.",
        "answer": "Text.",
    },
}
"""By kind of table and key, the stand-ins for the keys of the table behind it: the others are checked as they are."""

_IDENTIFYING = frozenset({"id", "dimension", "practice", "start", "end"})


def stood_in_as_one(kind: Kind, path: KeyPath) -> KeyPath:
    """Return the path, of the published form or the authors', of what is stood in for where something is wrong."""
    for length in range(1, len(path)):
        if isinstance(path[length], int) and (kind, path[:length]) in _ENTRIES:
            return path[: length + 1]
    return path[:2] if (kind, path[0]) in _PARTS else path[:1]


def mended(kind: Kind, row: Mapping[str, object], wrong: AbstractSet[KeyPath]) -> dict[str, object] | None:
    """Return a row with stand-ins for what is wrong in it, or None where it can't be told any more what the row is."""
    values, keys = _VALUES.get(kind, {}), {str(path[0]) for path in wrong if len(path) == 1}
    if any(key not in values for key in keys & _IDENTIFYING):
        return None
    kept = {key: value for key, value in row.items() if key not in keys}
    made = {**kept, **{key: values[key] for key in keys & values.keys()}}
    for path in wrong:
        if (kind, path[0]) in _PARTS and len(path) > 1 and path[0] in kept:
            made = _with_part(made, str(path[0]), str(path[1]), _PARTS[kind, str(path[0])])
        elif len(path) > 1 and path[0] in kept:
            made = cast("dict[str, object]", _replaced(made, path, _ENTRIES[kind, path[:-1]]))
    return made


def _with_part(row: Mapping[str, object], key: str, name: str, values: Mapping[str, object]) -> dict[str, object]:
    """Return a row with one key of the table behind `key` stood in for, or taken away where it has no stand-in."""
    part = cast("Mapping[str, object]", row[key])
    kept = {inner: value for inner, value in part.items() if inner != name}
    return {**row, key: {**kept, **({name: values[name]} if name in values else {})}}


def _replaced(value: object, path: KeyPath, stand_in: object) -> object:
    """Return a nest of tables and lists with one value in it replaced."""
    if not path:
        return stand_in
    if isinstance(value, list):
        entries = enumerate(cast("list[object]", value))
        return [_replaced(entry, path[1:], stand_in) if n == path[0] else entry for n, entry in entries]
    rows = cast("Mapping[object, object]", value).items()
    return {key: _replaced(entry, path[1:], stand_in) if key == path[0] else entry for key, entry in rows}
