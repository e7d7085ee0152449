"""Small documents, libraries on a folder of the test's own, and disks that fail."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from support.builders import NO_DIGEST, pack, practice
from typing_extensions import override

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.edits import AnswerEdit
from cxaudit.domain.engagement import Engagement
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.folders import Folders
from cxaudit.storage.library import Library

SCALE = int(os.environ.get("CXAUDIT_SOAK") or 0)
"""0 for every push; anything else for the long runs."""

PRACTICES = tuple(f"mission.p{number}" for number in range(8))
PACK = pack(practice(name, f"P{number}") for number, name in enumerate(PRACTICES))
ASSESSMENT = "first"


class StandingClock:
    """Stands still unless it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))

    def now(self) -> datetime:
        return self.time


def engagement(organisation: str = "Nordlys", **answers: int) -> Engagement:
    assessment = Assessment(
        id=ASSESSMENT,
        pack=PACK.id,
        version=PACK.version,
        content=NO_DIGEST,
        organisation=organisation,
        answers={f"mission.{name}": Answer(level=level) for name, level in answers.items()},
    )
    return Engagement((assessment,), {NO_DIGEST: PACK})


def library(home: Path, fs: FileSystem | None = None, monotonic: Callable[[], float] | None = None) -> Library:
    places = Folders.under(home)
    if monotonic is None:
        return Library(places, StandingClock(), fs=fs)
    return Library(places, StandingClock(), fs=fs, monotonic=monotonic)


def note(number: int, text: str) -> AnswerEdit:
    """The edit that every test numbers through: one practice after the other."""
    return AnswerEdit(practice=PRACTICES[number % len(PRACTICES)], answer=Answer(level=number % 5 + 1, note=text))


def notes(found: Engagement) -> dict[str, str]:
    return {name: answer.note for name, answer in found.newest.answers.items()}


class FaultyFileSystem(FileSystem):
    """Fails at random, with full disks, bad disks and short writes."""

    def __init__(self, seed: int, share: float = 0.05) -> None:
        self.chance = random.Random(seed)
        self.share = share
        self.armed = False
        self.faults = 0

    def maybe(self) -> None:
        if self.armed and self.chance.random() < self.share:
            self.faults += 1
            raise OSError(self.chance.choice([errno.ENOSPC, errno.EIO]), "injected")

    @override
    def create(self, path: Path) -> int:
        self.maybe()
        return super().create(path)

    @override
    def write(self, descriptor: int, data: bytes) -> None:
        if self.armed and self.chance.random() < self.share:
            self.faults += 1
            super().write(descriptor, data[: self.chance.randrange(len(data))])
            raise OSError(errno.ENOSPC, "injected short write")
        super().write(descriptor, data)

    @override
    def fsync(self, descriptor: int) -> None:
        self.maybe()
        super().fsync(descriptor)

    @override
    def replace(self, source: Path, target: Path) -> None:
        self.maybe()
        super().replace(source, target)

    @override
    def publish(self, source: Path, target: Path) -> None:
        self.maybe()
        super().publish(source, target)

    @override
    def sync_folder(self, folder: Path) -> None:
        self.maybe()
        super().sync_folder(folder)
