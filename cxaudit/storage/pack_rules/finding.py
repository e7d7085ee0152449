"""One thing that a rule found, and which table of the pack it found it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["pack", "dimension", "practice", "flag", "action", "source", "claim", "vignette"]

KINDS: tuple[Kind, ...] = ("dimension", "practice", "flag", "action", "source", "claim", "vignette")
"""The kinds of table that have an id of their own."""


@dataclass(frozen=True, slots=True)
class Place:
    """A table of the pack: its kind, its id, and which one of those with the same id it is, from 0."""

    kind: Kind
    id: str = ""
    nth: int = 0

    @property
    def label(self) -> str:
        """Return the table's name for people: "practice mission.recall", or "pack"."""
        return f"{self.kind} {self.id}" if self.id else self.kind


HEAD = Place("pack")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at a key of a table (empty: the table as a whole), and how to mend it."""

    place: Place
    key: str
    what: str
    mend: str = ""
    warning: bool = False
