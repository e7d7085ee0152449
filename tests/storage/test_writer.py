"""What is written when, and what happens where the disk refuses: the writer alone, with no thread and no waiting."""

from __future__ import annotations

import errno
import random
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from support.documents import (
    ASSESSMENT,
    SCALE,
    FaultyFileSystem,
    StandingClock,
    engagement,
    library,
    note,
    notes,
)
from typing_extensions import override

from cxaudit.app.ports import SaveStatus
from cxaudit.storage.attempts import LAST_PAUSE
from cxaudit.storage.backups import Backups
from cxaudit.storage.document import decode, new_header
from cxaudit.storage.document_file import DocumentFile
from cxaudit.storage.document_json import load
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.folders import Folders
from cxaudit.storage.journal import Journal
from cxaudit.storage.payload import Content, read_payload
from cxaudit.storage.saver import AT_MOST, IDLE, Ended, Job, at_once
from cxaudit.storage.writer import BACKUP_EVERY, Start, Surroundings, Writer

SESSIONS = 600 if SCALE else 25


@dataclass
class Bench:
    """A writer on a disk of the test's choice, with a clock that the test moves."""

    home: Path
    fs: FileSystem = field(default_factory=FileSystem)
    seconds: float = 1000.0
    told: list[SaveStatus] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.path = self.home / "documents" / "Audit.cxaudit"
        self.clock = StandingClock()
        self.header = new_header()
        self.writer = self.start(Start(Content(engagement())), None)

    def start(self, start: Start, known: bytes | None) -> Writer:
        data, doc_id = Folders.under(self.home).data, self.header.doc_id
        around = Surroundings(
            doc_id,
            Journal(self.fs, data / "journals" / doc_id),
            Backups(self.fs, data / "backups" / doc_id),
            self.clock,
            lambda: self.seconds,
        )
        file = DocumentFile(self.fs, self.path, self.header, known)
        return Writer(start, file, around, self.told.append)

    def again(self, *, migrated: bool = False) -> None:
        """Begin the next session on the file as it is."""
        data = self.path.read_bytes()
        self.header, payload = decode(data, "a")
        self.writer = self.start(Start(read_payload(load(payload), "a"), data, migrated=migrated), data)

    def edit(self, number: int) -> SaveStatus:
        self.writer.edit(ASSESSMENT, note(number, str(number)))
        return self.writer.status

    def end(self) -> None:
        self.writer.finish(lambda: None)
        self.writer.end()

    def pass_time(self, seconds: float) -> None:
        self.seconds += seconds
        self.clock.time += timedelta(seconds=seconds)
        self.writer.tick()

    def in_file(self) -> set[str]:
        _header, payload = decode(self.path.read_bytes(), "a")
        return set(notes(read_payload(load(payload), "a").engagement).values())

    def reopened(self) -> set[str]:
        return set(notes(library(self.home).read(self.path)).values())

    def backups(self) -> list[Path]:
        return sorted((self.home / "data" / "backups").rglob("*.cxaudit"))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    made = Bench(tmp_path)
    made.writer.begin()
    return made


def test_a_new_document_is_on_the_disk_before_its_first_answer(bench: Bench) -> None:
    assert bench.in_file() == set()
    assert bench.writer.status.file == "up to date"
    assert bench.writer.wait() is None


def test_an_answer_is_in_the_journal_at_once_and_in_the_file_after_a_pause(bench: Bench) -> None:
    assert bench.edit(1) == SaveStatus(1, bench.clock.now(), journal_ok=True, file="waiting")
    assert (bench.in_file(), bench.reopened()) == (set(), {"1"})
    assert bench.writer.wait() == IDLE
    bench.pass_time(IDLE - 0.1)
    assert bench.in_file() == set()
    bench.pass_time(0.1)
    assert bench.in_file() == {"1"}
    assert bench.writer.status.file == "up to date"


def test_without_a_pause_the_file_is_written_ten_seconds_after_the_first_answer(bench: Bench) -> None:
    for number in range(1, 8):
        bench.edit(number)
        assert bench.in_file() == set()
        bench.pass_time(AT_MOST / 8)
    bench.pass_time(AT_MOST / 8)
    assert bench.in_file() == set("1234567")


def test_the_file_is_written_on_request_and_at_the_end(bench: Bench) -> None:
    bench.edit(1)
    bench.writer.save()
    assert bench.in_file() == {"1"}
    bench.edit(2)
    bench.end()
    assert bench.in_file() == {"1", "2"}


def test_the_payload_tells_its_revision_parent_and_place_in_the_journal(bench: Bench) -> None:
    first, _payload = decode(bench.path.read_bytes(), "a")
    bench.edit(1)
    bench.writer.save()
    content = read_payload(load(decode(bench.path.read_bytes(), "a")[1]), "a")
    assert (content.revision, content.parent, content.head.seq) == (2, first.sha256, 1)


def test_a_file_changed_by_something_else_is_never_overwritten(bench: Bench) -> None:
    bench.edit(1)
    bench.path.write_bytes(b"something else")
    bench.writer.save()
    assert bench.writer.status.file == "conflict"
    bench.pass_time(LAST_PAUSE)
    bench.edit(2)
    bench.end()
    assert bench.path.read_bytes() == b"something else"
    assert bench.writer.status.acknowledged == 2


def test_a_conflict_ends_at_another_path(bench: Bench) -> None:
    bench.edit(1)
    bench.path.write_bytes(b"something else")
    bench.writer.save()
    bench.writer.move(bench.path.with_name("Other.cxaudit"))
    assert bench.writer.status.file == "up to date"
    assert set(notes(library(bench.home).read(bench.writer.path)).values()) == {"1"}


def test_a_move_that_fails_leaves_the_document_where_it_was(switched: tuple[Bench, Switched]) -> None:
    bench, fs = switched
    bench.edit(1)
    fs.bad = {"elsewhere"}
    bench.writer.move(bench.home / "elsewhere" / "Audit.cxaudit")
    assert (bench.writer.path, bench.writer.status.file) == (bench.path, "failed")
    bench.edit(2)
    assert bench.reopened() == {"1", "2"}
    bench.pass_time(LAST_PAUSE)
    assert bench.writer.status.file == "up to date"
    assert bench.in_file() == {"1", "2"}


def test_a_move_that_fails_at_the_end_still_writes_the_file_where_it_was(tmp_path: Path) -> None:
    fs = Switched()
    bench = Bench(tmp_path, fs)
    jobs: list[tuple[Job, Ended]] = []
    bench.writer.begin(lambda job, ended: jobs.append((job, ended)))
    bench.edit(1)
    bench.writer.save()
    fs.bad = {"elsewhere"}
    bench.writer.move(tmp_path / "elsewhere" / "Audit.cxaudit")
    bench.edit(2)
    finished: list[bool] = []
    bench.writer.finish(lambda: finished.append(True))
    states = []
    while jobs:
        assert not finished
        at_once(*jobs.pop(0))
        states.append(bench.writer.status.file)
    assert states == ["waiting", "failed", "up to date"]
    assert finished == [True]
    assert bench.writer.path == bench.path
    assert bench.in_file() == bench.reopened() == {"1", "2"}


def test_a_file_marked_read_only_stays_and_the_journal_goes_on(bench: Bench) -> None:
    bench.path.chmod(0o400)
    before = bench.path.read_bytes()
    bench.edit(1)
    bench.writer.save()
    assert (bench.writer.status.file, bench.writer.status.journal_ok) == ("read-only", True)
    assert bench.path.read_bytes() == before
    bench.path.chmod(0o600)
    bench.pass_time(LAST_PAUSE)
    assert (bench.writer.status.file, bench.in_file()) == ("up to date", {"1"})


def test_a_file_that_was_removed_is_written_again(bench: Bench) -> None:
    bench.edit(1)
    bench.path.unlink()
    bench.writer.save()
    assert bench.in_file() == {"1"}


@dataclass
class Switched(FileSystem):
    """Refuses to flush what lies in the folders named."""

    bad: set[str] = field(default_factory=set)
    error: int = errno.EIO

    def refuse(self, path: Path) -> None:
        if self.bad & set(path.parts):
            raise OSError(self.error, "refused", str(path))

    @override
    def create(self, path: Path) -> int:
        self.refuse(path)
        return super().create(path)

    @override
    def fsync(self, descriptor: int) -> None:
        self.refuse(Path(f"/proc/self/fd/{descriptor}").readlink())
        super().fsync(descriptor)


@pytest.fixture
def switched(tmp_path: Path) -> tuple[Bench, Switched]:
    fs = Switched()
    made = Bench(tmp_path, fs)
    made.writer.begin()
    return made, fs


def test_after_a_failed_flush_a_new_segment_holds_everything(tmp_path: Path) -> None:
    fs = FailsOnce()
    bench = Bench(tmp_path, fs)
    bench.writer.begin()
    bench.edit(1)
    fs.failing = True
    assert bench.edit(2) == SaveStatus(2, bench.clock.now(), journal_ok=True, file="waiting")
    assert bench.edit(3).acknowledged == 3
    assert sorted(p.name for p in tmp_path.rglob("*.journal")) == ["000001.journal", "000002.journal"]
    assert bench.reopened() == {"1", "2", "3"}


class FailsOnce(FileSystem):
    failing = False

    @override
    def fsync(self, descriptor: int) -> None:
        if self.failing:
            self.failing = False
            raise OSError(errno.EIO, "refused")
        super().fsync(descriptor)


def test_where_no_journal_can_be_written_nothing_is_acknowledged_and_nothing_forgotten(
    switched: tuple[Bench, Switched],
) -> None:
    bench, fs = switched
    bench.edit(1)
    fs.bad = {"journals"}
    status = bench.edit(2)
    assert (status.acknowledged, status.journal_ok, status.problem) == (1, False, "refused")
    assert bench.edit(3).acknowledged == 1
    fs.bad = set()
    bench.pass_time(LAST_PAUSE)
    assert (bench.writer.status.acknowledged, bench.writer.status.journal_ok) == (3, True)
    assert bench.reopened() == {"1", "2", "3"}


def test_with_no_journal_at_all_the_file_still_holds_the_answers(switched: tuple[Bench, Switched]) -> None:
    bench, fs = switched
    fs.bad = {"journals"}
    for number in range(1, 12):
        bench.edit(number)
    bench.end()
    assert (bench.writer.status.acknowledged, bench.writer.status.file) == (0, "up to date")
    # The later answer to a practice is there, not the line of the journal that failed.
    assert bench.in_file() == bench.reopened() == {"4", "5", "6", "7", "8", "9", "10", "11"}
    reopened = library(bench.home).open(bench.path)
    assert reopened.recovery is None or "do not continue" not in reopened.recovery.note
    reopened.close()


@pytest.mark.parametrize(("error", "state"), [(errno.EROFS, "read-only"), (errno.ENOSPC, "failed")])
def test_where_the_file_cannot_be_written_the_reason_is_told_and_it_is_tried_again(
    switched: tuple[Bench, Switched], error: int, state: str
) -> None:
    bench, fs = switched
    fs.error, fs.bad = error, {"documents"}
    before = bench.path.read_bytes()
    bench.edit(1)
    bench.writer.save()
    assert bench.writer.status.file == state
    assert "refused" in bench.writer.status.problem
    assert bench.path.read_bytes() == before
    fs.bad = set()
    bench.pass_time(LAST_PAUSE)
    assert (bench.writer.status.file, bench.writer.status.problem) == ("up to date", "")
    assert bench.in_file() == {"1"}


def test_a_long_session_begins_new_segments(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cxaudit.storage.journal.LONGEST_SEGMENT", 10_000)
    for number in range(1, 41):
        bench.edit(number)
    assert len(list(bench.home.rglob("*.journal"))) > 1
    assert bench.reopened() == {str(number) for number in range(33, 41)}


def test_a_backup_is_kept_at_the_start_and_every_ten_minutes_of_work(bench: Bench) -> None:
    bench.edit(1)
    bench.end()
    assert bench.backups() == []
    bench.again()
    bench.writer.begin()
    assert [b.read_bytes() for b in bench.backups()] == [bench.path.read_bytes()]
    bench.pass_time(2 * BACKUP_EVERY)
    assert len(bench.backups()) == 1
    bench.edit(2)
    bench.pass_time(BACKUP_EVERY)
    assert len(bench.backups()) == 2
    bench.pass_time(BACKUP_EVERY)
    assert len(bench.backups()) == 2
    bench.end()
    bench.again()
    bench.writer.begin()
    assert "session" in bench.backups()[0].name


def test_a_migrated_file_is_replaced_only_after_a_backup_of_it(switched: tuple[Bench, Switched]) -> None:
    bench, fs = switched
    bench.end()
    old = bench.path.read_bytes()
    fs.bad = {"backups"}
    bench.again(migrated=True)
    bench.writer.begin()
    bench.edit(1)
    bench.writer.save()
    assert bench.writer.status.file == "failed"
    assert bench.path.read_bytes() == old
    fs.bad = set()
    bench.pass_time(LAST_PAUSE)
    assert bench.in_file() == {"1"}
    assert [(b.read_bytes(), b.name.split("-")[2]) for b in bench.backups()] == [(old, "migration.cxaudit")]


def faulty_session(home: Path, seed: int) -> tuple[int, int]:
    """Edits and saves on a disk that fails at every twentieth call; returns faults and stops that were told."""
    fs = FaultyFileSystem(seed)
    bench = Bench(home, fs)
    bench.writer.begin()
    fs.armed = True
    chance = random.Random(seed)
    acknowledged = stops = 0
    for number in range(1, 60):
        status = bench.edit(number)
        assert (status.acknowledged == number) == status.journal_ok
        assert status.acknowledged >= acknowledged
        stops += not status.journal_ok
        acknowledged = status.acknowledged
        if number % 7 == 0:
            bench.writer.save()
            assert bench.writer.status.problem or bench.writer.status.file == "up to date"
        if chance.random() < 0.2:
            bench.pass_time(chance.choice([1, 5, 40]))
        if number % 6:
            continue
        found = bench.reopened()
        wanted = {str(n) for n in range(max(1, acknowledged - 7), acknowledged + 1)}
        assert all(any(int(f) % 8 == int(w) % 8 and int(f) >= int(w) for f in found) for w in wanted)
    fs.armed = False
    bench.end()
    assert bench.reopened() == bench.in_file() == {str(number) for number in range(52, 60)}
    status = bench.writer.status
    assert (status.acknowledged, status.journal_ok, status.file, status.problem) == (59, True, "up to date", "")
    return fs.faults, stops


def test_on_a_failing_disk_nothing_is_lost_and_every_stop_is_told(tmp_path: Path) -> None:
    faults = stops = 0
    for seed in range(SESSIONS):
        home = tmp_path / str(seed)
        home.mkdir()
        told = faulty_session(home, seed)
        faults, stops = faults + told[0], stops + told[1]
    assert faults > 5 * SESSIONS
    assert stops > 0
