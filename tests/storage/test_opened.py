"""An open document from outside: it never makes anybody wait, keeps the order, and survives surprises."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from support.documents import ASSESSMENT, engagement, library, note, notes
from typing_extensions import override

from cxaudit.app.ports import OpenDocument, SaveStatus
from cxaudit.domain.edits import OrganisationEdit
from cxaudit.storage.document import decode
from cxaudit.storage.document_json import load
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.payload import read_payload


class HeldFileSystem(FileSystem):
    """Flushes wait for the test's permission."""

    def __init__(self) -> None:
        self.allowed = threading.Event()
        self.allowed.set()
        self.waiting = threading.Event()

    @override
    def fsync(self, descriptor: int) -> None:
        if not self.allowed.is_set():
            self.waiting.set()
        assert self.allowed.wait(60)
        super().fsync(descriptor)

    @override
    def sync_folder(self, folder: Path) -> None:
        if not self.allowed.is_set():
            self.waiting.set()
        assert self.allowed.wait(60)
        super().sync_folder(folder)


def test_nothing_but_flush_and_close_waits_for_the_disk(tmp_path: Path) -> None:
    fs = HeldFileSystem()
    fs.allowed.clear()
    document = library(tmp_path, fs).create(tmp_path / "Audit.cxaudit", engagement())
    assert fs.waiting.wait(30)
    numbers = [document.record(ASSESSMENT, note(n, str(n))) for n in range(1, 101)]
    document.save()
    document.save_as(tmp_path / "Other.cxaudit")
    assert numbers == list(range(1, 101))
    assert (document.status.acknowledged, document.status.file) == (0, "waiting")
    assert document.flush(timeout=0.01).acknowledged == 0
    fs.allowed.set()
    assert document.flush().acknowledged == 100
    document.close()


class SlowFolder(FileSystem):
    """Nothing can be written beside the document until the test allows it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.allowed = threading.Event()
        self.allowed.set()

    @override
    def create(self, path: Path) -> int:
        if path.parent == self.folder:
            assert self.allowed.wait(60)
        return super().create(path)


def test_a_document_on_a_drive_that_hangs_keeps_no_answer_out_of_the_journal(tmp_path: Path) -> None:
    fs = SlowFolder(tmp_path / "share")
    document = library(tmp_path / "home", fs).create(fs.folder / "Audit.cxaudit", engagement())
    document.flush()
    fs.allowed.clear()
    document.record(ASSESSMENT, note(1, "1"))
    document.save()
    reached = threading.Event()
    document.on_status(lambda status: reached.set() if status.acknowledged == 50 else None)
    for number in range(2, 51):
        document.record(ASSESSMENT, note(number, str(number)))
    assert reached.wait(60)
    assert document.status.file == "waiting"
    assert document.flush(timeout=0.01).file == "waiting"
    assert set(notes(library(tmp_path / "home").read(document.path)).values()) == {str(n) for n in range(43, 51)}
    fs.allowed.set()
    assert document.flush().file == "up to date"
    document.save_as(fs.folder / "Other.cxaudit")
    document.record(ASSESSMENT, note(51, "51"))
    document.close()
    assert document.status == SaveStatus(51, document.status.journal_time, journal_ok=True, file="up to date")
    assert "51" in notes(library(tmp_path / "home").read(document.path)).values()


def test_a_thousand_edits_keep_their_order_and_close_waits_for_them(tmp_path: Path) -> None:
    document = library(tmp_path).create(tmp_path / "Audit.cxaudit", engagement())
    told: list[SaveStatus] = []
    document.on_status(told.append)
    for number in range(1, 1001):
        assert document.record(ASSESSMENT, note(number, str(number))) == number
    document.close()
    assert document.status.acknowledged == 1000
    acknowledged = [status.acknowledged for status in told]
    assert acknowledged == sorted(acknowledged)
    assert set(notes(library(tmp_path).read(document.path)).values()) == {str(n) for n in range(993, 1001)}


def test_every_copy_that_a_sync_client_takes_can_be_opened(tmp_path: Path) -> None:
    document = library(tmp_path).create(tmp_path / "Audit.cxaudit", engagement())
    document.flush()
    copies: list[bytes] = []
    for number in range(1, 61):
        document.record(ASSESSMENT, note(number, str(number)))
        document.save()
        copies.append(document.path.read_bytes())
    document.close()
    seen = [len(notes(read_payload(load(decode(copy, "a")[1]), "a").engagement)) for copy in copies]
    assert len(seen) == 60
    assert seen == sorted(seen)


def test_every_acknowledgement_is_told_on_the_writers_thread(tmp_path: Path) -> None:
    document = library(tmp_path).create(tmp_path / "Audit.cxaudit", engagement())
    threads: set[str] = set()
    document.on_status(lambda _status: threads.add(threading.current_thread().name))
    document.record(ASSESSMENT, note(1, "1"))
    document.close()
    assert threads == {"cxaudit writer"}


def test_a_listener_that_raises_does_not_stop_the_writer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    document = library(tmp_path).create(tmp_path / "Audit.cxaudit", engagement())

    def fail(_status: SaveStatus) -> None:
        raise RuntimeError("a listener's own mistake")

    document.on_status(fail)
    document.record(ASSESSMENT, note(1, "1"))
    document.close()
    assert document.status.acknowledged == 1
    assert "a listener failed" in caplog.text


def test_an_unforeseen_error_does_not_stop_the_writer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    document = library(tmp_path).create(tmp_path / "Audit.cxaudit", engagement())
    document._put(lambda: 1 / 0)
    document.record(ASSESSMENT, note(1, "1"))
    document.close()
    assert document.status.acknowledged == 1
    assert "ZeroDivisionError" in caplog.text


def test_a_closed_document_takes_nothing_more(tmp_path: Path) -> None:
    documents = library(tmp_path)
    document = documents.create(tmp_path / "Audit.cxaudit", engagement())
    document.close()
    document.close()
    assert document.flush() == document.status
    with pytest.raises(RuntimeError):
        document.record(ASSESSMENT, note(1, "1"))
    documents.open(document.path).close()


def test_an_edit_of_an_assessment_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    document = library(tmp_path).create(tmp_path / "Audit.cxaudit", engagement())
    with pytest.raises(ValueError, match="nobody"):
        document.record("nobody", note(1, "1"))
    document.close()


def test_the_file_tells_the_organisations_name(tmp_path: Path) -> None:
    document = library(tmp_path).create(tmp_path / "Audit.cxaudit", engagement("Old"))
    document.record(ASSESSMENT, OrganisationEdit(organisation="Åsgård 東京"))
    document.close()
    assert '"engagement":{"name":"Åsgård 東京"' in document.path.read_text("utf-8")
    assert library(tmp_path).read(document.path).newest.organisation == "Åsgård 東京"


def test_it_is_what_the_program_asks_for(tmp_path: Path) -> None:
    document: OpenDocument = library(tmp_path).create(tmp_path / "Audit.cxaudit", engagement())
    document.close()
