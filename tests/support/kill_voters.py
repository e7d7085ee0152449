"""Kills a program that keeps votes again and again, and looks what is in the box.

    python kill_voters.py FOLDER KILLS SEED ["in place"]

Each session is a fork that puts one vote more at a time and reports each that is kept through a pipe. The fourth
argument breaks the box on purpose. Prints one JSON object: in how many kills votes were lost, how many were kept.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from typing_extensions import override

from cxaudit.domain.workshop import Ballot
from cxaudit.storage.ballot_box import BallotFiles
from cxaudit.storage.filesystem import FileSystem

AUDIT = "4f0c"
LATEST_KILL = 0.01


class InPlace(FileSystem):
    """What is there is written over, piece by piece."""

    @override
    def replace(self, source: Path, target: Path) -> None:
        data = source.read_bytes()
        with target.open("wb", buffering=0) as file:
            for start in range(0, len(data), 20):
                file.write(data[start : start + 20])
                time.sleep(0.0002)
        source.unlink()


def votes(number: int) -> Ballot:
    return Ballot(practice="mission.p1").with_votes("", tuple(1 + k % 5 for k in range(number)))


def session(folder: Path, fs: FileSystem, pipe: int) -> None:
    box = BallotFiles(folder, fs)
    for number in range(1, 200):
        box.put(AUDIT, votes(number))
        os.write(pipe, b"%d\n" % number)


def killed(folder: Path, fs: FileSystem, chance: random.Random) -> int:
    """Return the last vote that a session acknowledged before it was killed."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read_end)
            session(folder, fs, write_end)
        finally:
            os._exit(1)
    os.close(write_end)
    heard = b"" if chance.random() < 0.1 else os.read(read_end, 65536)
    time.sleep(chance.random() * LATEST_KILL)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read_end, "rb") as pipe:
        heard += pipe.read()
    return int(heard.split()[-1]) if heard else 0


def is_lost(folder: Path, last: int) -> bool:
    found = BallotFiles(folder).take(AUDIT)
    if found is None:
        return last > 0
    return not isinstance(found, Ballot) or found.given not in {last, last + 1} or found != votes(found.given)


def main(folder: Path, kills: int, seed: int, broken: str) -> None:
    chance, fs = random.Random(seed), InPlace() if broken else FileSystem()
    tally = {"lost": 0, "acknowledged": 0}
    for _kill in range(kills):
        BallotFiles(folder).empty(AUDIT)
        last = killed(folder, fs, chance)
        tally["acknowledged"] += last
        tally["lost"] += is_lost(folder, last)
    print(json.dumps(tally))  # noqa: T201 - this is what it is for


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else "")
