"""Any mix of edits, saves, crashes, torn lines, old files put back and lost files, held against a plain dictionary."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from support.documents import ASSESSMENT, PRACTICES, SCALE, StandingClock, engagement, library, note, notes
from typing_extensions import override

from cxaudit.storage.backups import Backups
from cxaudit.storage.document import decode, new_header
from cxaudit.storage.document_file import DocumentFile
from cxaudit.storage.document_json import load
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.folders import Folders
from cxaudit.storage.journal import Journal
from cxaudit.storage.payload import Content, read_payload
from cxaudit.storage.writer import Start, Surroundings, Writer


class Quick(FileSystem):
    """The real disk without waiting: a crash of the program, unlike one of the computer, loses nothing flushed."""

    @override
    def fsync(self, descriptor: int) -> None:
        return

    @override
    def sync_folder(self, folder: Path) -> None:
        return


class Histories(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.path = self.home / "Audit.cxaudit"
        self.fs = Quick()
        self.truth: dict[str, str] = {}
        self.files: list[bytes] = []
        self.number = 0
        self.header = new_header()
        self.start(Start(Content(engagement())), None)

    def start(self, start: Start, known: bytes | None) -> None:
        data, doc_id = Folders.under(self.home).data, self.header.doc_id
        around = Surroundings(
            doc_id,
            Journal(self.fs, data / "journals" / doc_id),
            Backups(self.fs, data / "backups" / doc_id),
            StandingClock(),
            lambda: 0.0,
        )
        self.journal = around.journal
        file = DocumentFile(self.fs, self.path, self.header, known)
        self.writer = Writer(start, file, around, lambda _status: None)
        self.writer.begin()
        self.files.append(self.path.read_bytes())

    @rule(practice=st.sampled_from(PRACTICES))
    def edit(self, practice: str) -> None:
        self.number += 1
        self.writer.edit(ASSESSMENT, note(PRACTICES.index(practice), str(self.number)))
        self.truth[practice] = str(self.number)

    @rule()
    def save(self) -> None:
        self.writer.save()
        self.files.append(self.path.read_bytes())

    @rule(torn=st.binary(max_size=30), put_back=st.integers(0, 5))
    def crash(self, torn: bytes, put_back: int) -> None:
        """The program dies, part of a line is left, and a sync client brings an older file."""
        self.journal.drop()
        segments = sorted(self.home.rglob("*.journal"))
        with segments[-1].open("ab") as newest:
            newest.write(torn.replace(b"\n", b""))
        self.path.write_bytes(self.files[-1 - put_back % len(self.files)])
        self.reopen()

    @rule()
    def close(self) -> None:
        self.writer.finish(lambda: None)
        self.writer.end()
        self.reopen()

    def reopen(self) -> None:
        opened = library(self.home, self.fs)._find(self.path)
        self.header = opened.header
        self.start(Start(opened.joined.content, opened.data, behind=opened.joined.behind), opened.data)

    @rule()
    def lose_the_file(self) -> None:
        self.writer.finish(lambda: None)
        self.writer.end()
        self.path.unlink()
        restored = library(self.home, self.fs).restore(self.path)
        assert notes(restored.engagement) == self.truth
        restored.close()
        restored.path.rename(self.path)
        self.reopen()

    @invariant()
    def everything_is_there(self) -> None:
        assert notes(library(self.home, self.fs).read(self.path)) == self.truth
        _header, payload = decode(self.path.read_bytes(), "a")
        assert set(notes(read_payload(load(payload), "a").engagement)) <= set(self.truth)

    @override
    def teardown(self) -> None:
        self.journal.drop()
        shutil.rmtree(self.home)


Histories.TestCase.settings = settings(
    max_examples=100 if SCALE else 15,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow,),
)
TestHistories = Histories.TestCase
