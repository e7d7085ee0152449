"""What comes of putting the authored tables together: the draft, what is wrong so far, and where each table stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxaudit.storage.authoring.keys import KEYS, authored
from cxaudit.storage.authoring.source import HEAD_FILE, Table
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding, Kind, Place
from cxaudit.storage.schema_problems import KeyPath


@dataclass(frozen=True, slots=True)
class Mark:
    """An author's word that a change of wording is editorial only, and who read it a second time."""

    editorial: object
    second_reader: object

    @property
    def holds(self) -> bool:
        """Return whether both halves are given."""
        return self.editorial is True and isinstance(self.second_reader, str) and bool(self.second_reader.strip())

    @property
    def given(self) -> bool:
        """Return whether either half is."""
        return self.editorial is not None or self.second_reader is not None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a table stands: file and line of its header, from 1."""

    file: str
    line: int = 1


@dataclass(slots=True)
class Assembly:
    """What came of the authored files.

    `findings` are those of the schema; `tables` are the tables of each kind and id; `marks` are the editorial marks.
    `wrong` are the keys (as authors write them) that the draft holds a stand-in for: what a rule says of them means
    nothing.
    """

    draft: Draft
    findings: list[tuple[Spot, Finding]] = field(default_factory=list)
    tables: dict[tuple[Kind, str], list[Table]] = field(default_factory=dict)
    marks: dict[Place, Mark] = field(default_factory=dict)
    wrong: frozenset[tuple[Place, KeyPath]] = frozenset()

    def stood_in(self, finding: Finding) -> bool:
        """Return whether a finding is about a stand-in."""
        path = authored(key_path(finding.key), KEYS.get(finding.place.kind, {}))
        return any((finding.place, path[:length]) in self.wrong for length in range(1, len(path) + 1))

    def spot(self, finding: Finding) -> Spot:
        """Return where the key of a finding stands; the head's file where its table stands nowhere."""
        place = finding.place
        tables = self.tables.get((place.kind, place.id), [])
        if not tables:
            return Spot(HEAD_FILE)
        table = tables[min(place.nth, len(tables) - 1)]
        return Spot(table.file, table.line_of(finding.key))


def key_path(key: str) -> KeyPath:
    """Return the path that a dotted key tells, its numbers counted from 0."""
    return tuple(int(part) - 1 if part.isdecimal() else part for part in key.split("."))
