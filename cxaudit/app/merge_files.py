"""Files that people filled in alone before a workshop: what each holds, and what it is known by.

A file counts once, whatever it is called: it is known by a mark of its audit's id and one of its answers. Copies of one
file that several people filled in share the first; each counts where the user says so (`ChosenFile.apart`) and its
answers are others. Their mark is slow to make, so that answers cannot be found by trying them all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from cxaudit.app.audit_file import AuditReader
from cxaudit.app.continuation import Preview
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import CxAuditError
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import LARGEST_ROOM

_ANSWERS = "answers"
"""The id with which all answers files come."""

_DIGITS = 32
"""Of each mark so many hexadecimal digits are kept."""

_TRIES = 20_000
"""Rounds of PBKDF2 for a mark: some milliseconds each."""


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file to be merged: where it lies, the label chosen for who filled it in, and the label of its group.

    `apart` says that of several copies of one file another person filled in each.
    """

    path: Path
    label: str
    group: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What such a file holds. `family` is the same for all its copies, `known_as` for those with the same answers."""

    chosen: ChosenFile
    assessment: Assessment
    pack: Pack
    family: str
    known_as: str


def read_file(chosen: ChosenFile, assessment: Assessment, pack: Pack) -> ReadFile:
    """Return a file with what it holds, and what it is known by from now on."""
    family = hashlib.sha256(assessment.id.encode()).hexdigest()[:_DIGITS]
    answers = assessment.model_copy(update={"answers": dict(sorted(assessment.answers.items()))})
    mark = _mark(answers.model_dump_json(include={"id", "answers"}))
    return ReadFile(chosen, assessment, pack, family, f"{family}-{mark}")


@dataclass(frozen=True, slots=True)
class Difference:
    """How the questionnaire of a file differs from the workshop's, by practice id.

    `missing` are asked in the workshop alone, `gone` in the file alone, `reworded` in both with another revision; all
    are empty where only texts differ. `continued` is what becomes of the file if it is continued in the workshop's
    version, which is for the user to do; None where that version is not newer.
    """

    theirs: str
    ours: str
    missing: tuple[str, ...]
    gone: tuple[str, ...]
    reworded: tuple[str, ...]
    continued: Preview | None


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Why one file cannot be merged.

    `error` tells more of one that "cannot be read", `difference` of one of "another version". `other` is the label of
    the file that holds the same audit: as a copy ("counted twice"), or with other answers ("from one file"), which is
    allowed once it is told to be `apart`.
    """

    chosen: ChosenFile
    why: Literal[
        "cannot be read",
        "another questionnaire",
        "another version",
        "nothing answered",
        "not filled alone",
        "this workshop",
        "counted twice",
        "from one file",
        "label missing",
        "label taken",
        "unknown group",
    ]
    error: CxAuditError | None = None
    difference: Difference | None = None
    other: str = ""


def read_files(read: AuditReader, chosen: Sequence[ChosenFile]) -> tuple[tuple[ReadFile, ...], tuple[FileProblem, ...]]:
    """Read files, without locking or writing; return what they hold, and those that cannot be read."""
    found: list[ReadFile] = []
    problems: list[FileProblem] = []
    for one in chosen:
        try:
            audit = read(one.path)
        except CxAuditError as error:
            problems.append(FileProblem(one, "cannot be read", error=error))
        else:
            found.append(read_file(one, _named(audit.assessment), audit.pack))
    return tuple(found), tuple(problems)


def _named(audit: Assessment) -> Assessment:
    """Return an audit with an id of its own: all answers files come with the same."""
    if audit.id != _ANSWERS:
        return audit
    return audit.model_copy(update={"id": f"{_ANSWERS}-{_mark(audit.model_dump_json())}"})


@lru_cache(maxsize=2 * LARGEST_ROOM)
def _mark(content: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", content.encode(), b"cxaudit", _TRIES).hex()[:_DIGITS]
