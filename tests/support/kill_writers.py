"""Kills a writing process again and again, and has every next process say what it finds.

    python kill_writers.py HOME KILLS SEED [late | none]

Each session is a fork of this process, which itself never opens the document. A session reports through a pipe what
it found on opening and every acknowledgement after. It is killed at a random moment, some already while opening.
The last word has a process of its own, started afresh. The fourth argument breaks the journal on purpose. Prints
one JSON object.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from support.documents import ASSESSMENT, PRACTICES, engagement, library, note, notes
from typing_extensions import override

from cxaudit.app.ports import SaveStatus
from cxaudit.storage import library as library_module
from cxaudit.storage.journal import Journal

LATEST_KILL = 0.06
READ = "from support.kill_writers import show; import sys; show(sys.argv[1], sys.argv[2])"


class LateJournal(Journal):
    """Says that a line is safe before it is written: it follows with the next one."""

    _waiting = b""

    @override
    def append(self, line: bytes) -> None:
        if b'"kind":"snapshot"' in line[:60]:
            super().append(line)
            return
        ready, self._waiting = self._waiting, line
        if ready:
            super().append(ready)


class NoJournal(Journal):
    """Writes nothing at all."""

    @override
    def append(self, line: bytes) -> None:
        return

    @override
    def begin(self, snapshot: bytes) -> None:
        self._descriptor = os.open(os.devnull, os.O_WRONLY)


BROKEN: dict[str, type[Journal]] = {"late": LateJournal, "none": NoJournal}


@dataclass
class Ledger:
    """What must be there: who wrote each sequence number, up to the last one that was found."""

    writers: list[int] = field(default_factory=list)
    writer: int = 0
    acknowledged: int = 0
    tally: Counter[str] = field(default_factory=Counter)

    def expect(self, found: dict[str, str]) -> None:
        """Hold what a process found against what was acknowledged before it was started."""
        numbers = {name: int(text.split(":")[1]) for name, text in found.items()}
        last = max(numbers.values(), default=0)
        self.tally["lost"] += last < self.acknowledged
        self.tally["unasked"] += max(0, last - self.acknowledged)
        self.writers = (self.writers + [self.writer] * last)[:last]
        wanted = {PRACTICES[n % len(PRACTICES)]: f"{self.writers[n - 1]}:{n}" for n in range(1, last + 1)}
        self.tally["wrong"] += found != wanted


def session(home: Path, path: Path, number: int, pipe: int) -> None:
    document = library(home).open(path)
    begin = document.status.acknowledged
    os.write(pipe, b"F" + json.dumps(notes(document.engagement)).encode() + b"\n")

    def report(status: SaveStatus) -> None:
        os.write(pipe, b"A%d\n" % status.acknowledged)

    document.on_status(report)
    for n in range(begin + 1, begin + 1_000_000):
        document.record(ASSESSMENT, note(n, f"{number}:{n}"))
        while document.status.acknowledged < n - 2:
            time.sleep(0.0001)
        if n % 7 == 0:
            document.save()
        if n % 31 == 0:
            document.flush()


def run_one(home: Path, path: Path, number: int, ledger: Ledger, chance: random.Random) -> None:
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read_end)
            session(home, path, number, write_end)
        except BaseException as error:  # noqa: BLE001 - anything that stops it is a finding
            os.write(write_end, b"E" + repr(error).encode() + b"\n")
        finally:
            os._exit(1)
    os.close(write_end)
    early = chance.random() < 0.15
    heard = b"" if early else os.read(read_end, 65536)
    time.sleep(chance.random() * (0.004 if early else LATEST_KILL))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read_end, "rb") as pipe:
        heard += pipe.read()
    listen(heard, number, ledger)


def listen(heard: bytes, number: int, ledger: Ledger) -> None:
    for line in heard.split(b"\n"):
        match line[:1]:
            case b"F" if line.endswith(b"}"):
                ledger.expect(json.loads(line[1:]))
                ledger.writer = number
            case b"A" if line[1:].isdigit():
                ledger.acknowledged = max(ledger.acknowledged, int(line[1:]))
                ledger.tally["acknowledged"] += 1
            case b"E":
                ledger.tally["unreadable"] += 1
                ledger.tally[line.decode()] += 1
            case _:
                pass


def show(home: str, path: str) -> None:
    print(json.dumps(notes(library(Path(home)).read(Path(path)))))  # noqa: T201 - this is what it is for


def main(home: Path, kills: int, seed: int, broken: str = "") -> None:
    library_module.Journal = BROKEN.get(broken, Journal)
    path = home / "documents" / "Audit.cxaudit"
    maker = os.fork()
    if maker == 0:
        library(home).create(path, engagement()).close()
        os._exit(0)
    os.waitpid(maker, 0)
    ledger, chance = Ledger(), random.Random(seed)
    for number in range(kills):
        run_one(home, path, number, ledger, chance)
    last = subprocess.run([sys.executable, "-c", READ, str(home), str(path)], capture_output=True, check=True)
    ledger.expect(json.loads(last.stdout))
    print(json.dumps({"kills": kills, **ledger.tally}))  # noqa: T201 - this is what it is for


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
