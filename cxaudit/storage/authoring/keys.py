"""Keys that authors write differently from the published form, where a word reads better in a file written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from cxaudit.storage.pack_rules.finding import Kind
from cxaudit.storage.schema_problems import KeyPath


@dataclass(frozen=True, slots=True)
class Key:
    """What the published form calls a key, and the keys of the table, or of each table in the list, behind it."""

    published: str
    inner: Mapping[str, Key] = field(default_factory=dict[str, "Key"])


_BAND = {"from": Key("start"), "to": Key("end")}

KEYS: Mapping[Kind, Mapping[str, Key]] = {
    "pack": {"level": Key("levels")},
    "practice": {"fact": Key("fact", {"part": Key("parts"), "rule": Key("rules", _BAND)})},
    "action": _BAND,
    "vignette": {"rating": Key("ratings")},
}
"""By kind of table, the keys that are written differently, or that hold such keys."""

Row = dict[str, object]


def misnamed(row: Mapping[str, object], keys: Mapping[str, Key], at: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield (key path, what authors write instead) for every key that is written as in the published form."""
    for authored, key in keys.items():
        if authored != key.published and key.published in row:
            yield (*at, key.published), authored
        for inner_at, inner in _tables(row.get(authored)):
            yield from misnamed(inner, key.inner, (*at, authored, *inner_at))


def published(row: Mapping[str, object], keys: Mapping[str, Key]) -> Row:
    """Return a row with the keys of the published form; where a key is written in both ways, the authors' stays."""
    by_published = {key.published: key for key in keys.values()}
    made = {n: _renamed(v, by_published[n].inner) if n in by_published else v for n, v in row.items() if n not in keys}
    return {**made, **{key.published: _renamed(row[name], key.inner) for name, key in keys.items() if name in row}}


def authored(path: KeyPath, keys: Mapping[str, Key]) -> KeyPath:
    """Return a key path of the published form as authors write it."""
    if not path or not keys:
        return path
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        return (head, *authored(rest, keys))
    for name, key in keys.items():
        if head in (name, key.published):
            return (name, *authored(rest, key.inner))
    return path


def _renamed(value: object, keys: Mapping[str, Key]) -> object:
    if isinstance(value, dict):
        return published(cast("Row", value), keys)
    if isinstance(value, list):
        return [_renamed(entry, keys) for entry in cast("list[object]", value)]
    return value


def _tables(value: object) -> Iterator[tuple[KeyPath, Row]]:
    if isinstance(value, dict):
        yield (), cast("Row", value)
    elif isinstance(value, list):
        entries = enumerate(cast("list[object]", value))
        yield from (((number,), cast("Row", entry)) for number, entry in entries if isinstance(entry, dict))
