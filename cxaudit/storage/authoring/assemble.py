"""Puts the authored tables together into a draft: short codes become ids, and each table meets its schema."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

from pydantic import BaseModel, ValidationError

from cxaudit.domain.questionnaire import Action, Claim, DimensionHead, Flag, PackHead, Practice, Source, Vignette
from cxaudit.i18n import _
from cxaudit.storage.authoring.assembly import Assembly, Mark, Spot
from cxaudit.storage.authoring.keys import KEYS, authored, misnamed, published
from cxaudit.storage.authoring.source import HEAD_FILE, LIST_FILES, OPTIONAL_FILES, AuthoredFile, Row, Table
from cxaudit.storage.authoring.stand_ins import mended, stood_in_as_one
from cxaudit.storage.pack_rules.draft import Draft, Section
from cxaudit.storage.pack_rules.finding import HEAD, KINDS, Finding, Kind, Place
from cxaudit.storage.schema_problems import KeyPath, dotted, schema_problems

MARK_KEYS = ("editorial", "second_reader")

Model = TypeVar("Model", bound=BaseModel)


def assemble(files: Mapping[str, AuthoredFile]) -> Assembly:
    """Return the draft that the files make, with everything that the schema found wrong."""
    return _Assembler(files).run()


class _Assembler:
    def __init__(self, files: Mapping[str, AuthoredFile]) -> None:
        self._files = files
        self._head = files[HEAD_FILE]
        self._findings: list[tuple[Spot, Finding]] = []
        self._tables: defaultdict[tuple[Kind, str], list[Table]] = defaultdict(list)
        self._marks: dict[Place, Mark] = {}
        self._declared: defaultdict[Kind, list[str]] = defaultdict(list)
        self._broken: set[Kind] = set()
        self._codes: dict[str, str] = {}
        self._wrong: list[tuple[Place, KeyPath]] = []
        self._practices_lost = False

    def run(self) -> Assembly:
        head = self._read_head()
        sections = tuple(self._sections())
        self._report_missing()
        if any(file.tables("practice") for file in self._unread()):
            self._lose_practices()
        flags = self._read("flags.toml", "flag", Flag)
        actions = self._read("actions.toml", "action", Action)
        sources = self._read("sources.toml", "source", Source)
        claims = self._read("sources.toml", "claim", Claim)
        vignettes = self._read("vignettes.toml", "vignette", Vignette)
        self._report_strays()
        declared: dict[Kind, tuple[str, ...]] = {kind: tuple(self._declared[kind]) for kind in KINDS}
        broken = frozenset(self._broken)
        draft = Draft(head, sections, flags, actions, sources, claims, vignettes, declared, broken)
        return Assembly(draft, self._findings, dict(self._tables), self._marks, frozenset(self._wrong))

    def _read_head(self) -> PackHead | None:
        levels = [dict(table.row) for table in self._head.tables("level")]
        table = Table(HEAD_FILE, 1, {**self._head.keys, "level": levels})
        self._tables["pack", ""].append(table)
        return self._checked(table, HEAD, PackHead)

    def _sections(self) -> Iterator[Section]:
        for table, name in self._named(self._head.tables("dimension"), "dimension"):
            head = self._checked(table, name, DimensionHead)
            if not isinstance(table.row.get("id"), str):
                continue
            file = self._files.get(f"{name.id}.toml")
            if file is None:
                what = _("Its file {file} is missing.").format(file=f"{name.id}.toml")
                self._add(table, Finding(name, "id", what, _("Write its practices there, as [[practice]] tables.")))
                self._lose_practices()
                continue
            rows = file.tables("practice")
            if file.keys.get("practice"):
                self._lose_practices()
            practices = tuple(self._practices(rows))
            stand_in = DimensionHead.model_construct(id=name.id, title=name.id, about=name.id)
            yield Section(head or stand_in, practices, len(rows))

    def _practices(self, tables: tuple[Table, ...]) -> Iterator[Practice]:
        for table, place in self._named(tables, "practice"):
            code, name = table.row.get("code"), table.row.get("id")
            if isinstance(code, str) and isinstance(name, str):
                self._codes.setdefault(code, name)
            else:
                self._lose_practices()
            practice = self._checked(table, place, Practice)
            if practice is not None:
                yield practice

    def _lose_practices(self) -> None:
        """Note that some practice can't be known by its code or id, so that what names it is not wrong for that."""
        self._broken.add("practice")
        self._practices_lost = True

    def _report_missing(self) -> None:
        for file in sorted(LIST_FILES.keys() - self._files.keys() - OPTIONAL_FILES):
            what = _("The file is missing.")
            self._findings.append((Spot(file), Finding(HEAD, "", what, _("Write it, if only as an empty file."))))
            self._broken.update(LIST_FILES[file])

    def _read(self, file: str, kind: Kind, model: type[Model]) -> tuple[Model, ...]:
        tables = self._files[file].tables(kind) if file in self._files else ()
        checked = [self._checked(table, place, model) for table, place in self._named(tables, kind)]
        return tuple(row for row in checked if row is not None)

    def _named(self, tables: tuple[Table, ...], kind: Kind) -> list[tuple[Table, Place]]:
        named: list[tuple[Table, Place]] = []
        for number, table in enumerate(tables, 1):
            given = table.row.get("id")
            name = given if isinstance(given, str) and given else f"number {number}"
            alike = self._tables[kind, name]
            named.append((table, Place(kind, name, len(alike))))
            alike.append(table)
            self._declared[kind].append(name)
        return named

    def _checked(self, table: Table, place: Place, model: type[Model]) -> Model | None:
        """Return the table as its model, wrong keys noted and stood in for; None where it can't be told what it is."""
        row, before = dict(table.row), len(self._wrong)
        if place.kind in {"practice", "pack"}:
            self._marks[place] = Mark(*(row.pop(key, None) for key in MARK_KEYS))
        row = self._published(table, place, row)
        made = self._validated(table, place, row, model)
        if len(self._wrong) > before or isinstance(made, set):
            self._broken.add(place.kind)
        if not isinstance(made, set):
            return made
        self._wrong += [(place, authored(path, KEYS.get(place.kind, {}))) for path in made]
        mended_row = mended(place.kind, row, made)
        again = None if mended_row is None else self._validated(None, place, mended_row, model)
        return None if isinstance(again, set) else again

    def _validated(
        self, table: Table | None, place: Place, row: Mapping[str, object], model: type[Model]
    ) -> Model | set[KeyPath]:
        """Return a row as its model, or the paths that are wrong, which are noted where the table is given."""
        try:
            return model.model_validate_json(json.dumps(row, default=_foreign))
        except ValidationError as error:
            problems = list(schema_problems(error))
        for path, what in problems if table is not None else ():
            key = dotted(authored(path, KEYS.get(place.kind, {})))
            self._add(cast("Table", table), Finding(place, key, what))
        return {stood_in_as_one(place.kind, path) for path, _what in problems if path}

    def _published(self, table: Table, place: Place, row: dict[str, object]) -> dict[str, object]:
        """Return a row with the keys and ids of the published form."""
        keys = KEYS.get(place.kind, {})
        for path, key in misnamed(row, keys):
            what = _("Nothing of this name is known here.")
            mend = _("Authors write it as '{key}'.").format(key=key)
            self._add(table, Finding(place, dotted(path), what, mend))
            self._wrong.append((place, path))
        row = published(row, keys)
        if place.kind == "action":
            row["practice"] = self._practice_id(table, place, ("practice",), row.get("practice"))
            row["requires"] = _alternatives(row.get("requires", []))
        if place.kind == "flag":
            self._name_practices(table, place, row, "conditions")
        if place.kind == "vignette":
            self._name_practices(table, place, row, "ratings")
        return row

    def _name_practices(self, table: Table, place: Place, row: dict[str, object], key: str) -> None:
        """Give the tables in a list the ids of the practices that they name."""
        entries = row.get(key)
        if not isinstance(entries, list):
            return
        named: list[object] = []
        for number, entry in enumerate(cast("list[object]", entries)):
            if isinstance(entry, dict) and "practice" in entry:
                at = cast("dict[str, object]", entry)
                path = (key, number, "practice")
                named.append({**at, "practice": self._practice_id(table, place, path, at["practice"])})
            else:
                named.append(cast("object", entry))
        row[key] = named

    def _practice_id(self, table: Table, place: Place, path: KeyPath, given: object) -> object:
        """Return the id of a practice that is given by code or id; an unknown one is noted and stood in for."""
        if not isinstance(given, str) or given in self._declared["practice"]:
            return given
        if given in self._codes:
            return self._codes[given]
        path = authored(path, KEYS.get(place.kind, {}))
        self._wrong.append((place, stood_in_as_one(place.kind, path)))
        if not self._practices_lost:
            what = _("There is no practice {id}.").format(id=repr(given[:80]))
            self._add(table, Finding(place, dotted(path), what, _("Name one by its code or its id.")))
        return f"unknown.number-{len(self._wrong)}"

    def _wanted(self) -> dict[str, tuple[Kind, ...]]:
        """Return the lists of tables that are read from each file but the head's."""
        practices: tuple[Kind, ...] = ("practice",)
        return {**{f"{name}.toml": practices for name in self._declared["dimension"]}, **LIST_FILES}

    def _unread(self) -> list[AuthoredFile]:
        return [file for name, file in self._files.items() if name != HEAD_FILE and name not in self._wanted()]

    def _report_strays(self) -> None:
        """Note files and keys that no part of a pack is read from."""
        for file in self._unread():
            what = _("No part of a pack is read from this file.")
            mend = _("Add a dimension of this name to {file}, or take it away.").format(file=HEAD_FILE)
            self._findings.append((Spot(file.name), Finding(HEAD, "", what, mend)))
        for name in sorted(self._head.lists.keys() - {"level", "dimension"}):
            self._stray(HEAD_FILE, name)
        for name, kinds in self._wanted().items():
            file = self._files.get(name)
            if file is not None:
                single = {key for key, value in file.keys.items() if key not in kinds or value != []}
                for key in sorted(single | (file.lists.keys() - set(kinds))):
                    self._stray(name, key)

    def _stray(self, file: str, key: str) -> None:
        what = _("Nothing of this name is known in this file.")
        self._findings.append((Spot(file), Finding(HEAD, key, what, _("Take it away."))))

    def _add(self, table: Table, finding: Finding) -> None:
        self._findings.append((Spot(table.file, table.line_of(finding.key)), finding))


def _alternatives(value: object) -> object:
    """Return requirements with each entry as a list of alternatives."""
    if not isinstance(value, list):
        return value
    return [[entry] if isinstance(entry, str) else entry for entry in cast("list[object]", value)]


def _foreign(value: object) -> Row:
    """Return something that no schema takes, for a value (a date, a time) that JSON does not have."""
    return {type(value).__name__: str(value)}
