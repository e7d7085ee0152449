"""Harmless values for keys that are wrong, so that the rest of their table is still checked in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from cxaudit.storage.pack_rules.finding import Kind

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
}
"""By kind of table and key of the published form. A key that has a default, or that identifies, is not among them."""

_IDENTIFYING = frozenset({"id", "dimension", "practice", "start", "end"})


def mended(kind: Kind, row: Mapping[str, object], wrong: AbstractSet[str]) -> dict[str, object] | None:
    """Return a row with stand-ins for its wrong keys, or None where it can't be told any more what the row is."""
    values = _VALUES.get(kind, {})
    if any(key not in values for key in wrong & _IDENTIFYING):
        return None
    kept = {key: value for key, value in row.items() if key not in wrong}
    return {**kept, **{key: values[key] for key in wrong & values.keys()}}
