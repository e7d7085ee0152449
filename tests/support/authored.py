"""The real authored pack, to be changed in one place and written to a folder of its own."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from cxaudit import assets

CX_CORE = assets.questionnaires() / "cx-core"


class AuthoredPack:
    """The tables of cx-core as plain data, file by file; `dimensions` by id."""

    def __init__(self) -> None:
        self.head: dict[str, Any] = _load("pack")
        self.dimensions: dict[str, dict[str, Any]] = {d["id"]: _load(d["id"]) for d in self.head["dimension"]}
        self.flags: dict[str, Any] = _load("flags")
        self.actions: dict[str, Any] = _load("actions")
        self.sources: dict[str, Any] = _load("sources")
        self.vignettes: dict[str, Any] = _load("vignettes")

    def practice(self, code: str) -> dict[str, Any]:
        return next(p for d in self.dimensions.values() for p in d["practice"] if p["code"] == code)

    def action(self, practice: str, start: int) -> dict[str, Any]:
        return next(a for a in self.actions["action"] if a["practice"] == practice and a["from"] == start)

    def flag(self, practice: str) -> dict[str, Any]:
        return next(f for f in self.flags["flag"] if f["conditions"][0]["practice"] == practice)

    def naming(self) -> list[dict[str, Any]]:
        """The tables that name a practice by its code: actions, conditions of flags, ratings of vignettes."""
        conditions = [c for f in self.flags["flag"] for c in f["conditions"]]
        return [*self.actions["action"], *conditions, *(r for v in self.vignettes["vignette"] for r in v["rating"])]

    def write(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        files = {"flags": self.flags, "actions": self.actions, "sources": self.sources, "vignettes": self.vignettes}
        for name, tables in {"pack": self.head, **files, **self.dimensions}.items():
            (folder / f"{name}.toml").write_text(toml(tables), encoding="utf-8")
        return folder


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((CX_CORE / f"{name}.toml").read_text(encoding="utf-8"))


def toml(tables: dict[str, Any]) -> str:
    """Write plain data as TOML: single keys first, then tables, then lists of tables."""
    single = {k: v for k, v in tables.items() if not _is_table(v) and not _is_list_of_tables(v)}
    lines = [f"{json.dumps(k)} = {_value(v)}" for k, v in single.items()]
    for key, value in tables.items():
        for header, row in _headed(key, value):
            lines += ["", header, *(f"{json.dumps(k)} = {_value(v)}" for k, v in row.items())]
    return "\n".join(lines) + "\n"


def _headed(key: str, value: Any) -> list[tuple[str, dict[str, Any]]]:
    if _is_table(value):
        return [(f"[{key}]", value)]
    return [(f"[[{key}]]", row) for row in value] if _is_list_of_tables(value) else []


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _is_list_of_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, dict) for entry in value)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {_value(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return str(value).lower() if isinstance(value, bool) else str(value)
