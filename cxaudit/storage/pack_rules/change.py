"""How much a change between two versions of a pack breaks, and how large a step of the version that asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from cxaudit.domain.questionnaire import release
from cxaudit.storage.pack_rules.finding import Place


class Change(IntEnum):
    """How much a change breaks, from nothing to the comparison of scores."""

    NONE = 0
    EDITORIAL = 1
    COMPATIBLE = 2
    BREAKING = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: its class, the table it stands in, and what became of it, in a sentence."""

    change: Change
    place: Place
    what: str


def step(old: str, new: str) -> Change:
    """Return the largest class of change that the step from one version to a later one allows."""
    before, after = release(old), release(new)
    if after <= before:
        return Change.NONE
    if after[0] > before[0]:
        return Change.BREAKING
    return Change.COMPATIBLE if after[1] > before[1] else Change.EDITORIAL


def smallest_version(old: str, change: Change) -> str:
    """Return the next version that allows a class of change; the same one where nothing changed."""
    major, minor, patch = release(old)
    if change is Change.BREAKING:
        return f"{major + 1}.0.0"
    if change is Change.COMPATIBLE:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}" if change is Change.EDITORIAL else old
