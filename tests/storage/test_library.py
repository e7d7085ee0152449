"""Documents made, opened, read, recovered, copied, moved, damaged and locked, on a real disk."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from support.documents import ASSESSMENT, PRACTICES, engagement, library, note, notes
from typing_extensions import override

from cxaudit.domain.errors import DamagedDocumentError, DocumentError, LockedDocumentError, NewerDocumentError
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.library import Library
from cxaudit.storage.opened import OpenedDocument

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def documents(tmp_path: Path) -> Library:
    return library(tmp_path / "home")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "documents" / "Audit.cxaudit"


def make(documents: Library, path: Path, *texts: str) -> None:
    document = documents.create(path, engagement())
    record(document, *texts)
    document.close()


def record(document: OpenedDocument, *texts: str) -> None:
    begin = document.status.acknowledged
    for number, text in enumerate(texts, begin + 1):
        assert document.record(ASSESSMENT, note(number, text)) == number


def written(*texts: str, begin: int = 1) -> dict[str, str]:
    return {PRACTICES[number % len(PRACTICES)]: text for number, text in enumerate(texts, begin)}


def journal(home: Path) -> list[Path]:
    return sorted((home / "data" / "journals").rglob("*.journal"))


def backups(home: Path) -> list[Path]:
    return sorted((home / "data" / "backups").rglob("*.cxaudit"))


def test_what_is_recorded_is_there_when_opened_again(documents: Library, path: Path) -> None:
    make(documents, path, "one", "two")
    assert notes(documents.read(path)) == written("one", "two")
    document = documents.open(path)
    assert notes(document.engagement) == written("one", "two")
    assert document.recovery is None
    assert (document.status.acknowledged, document.status.file, document.status.journal_ok) == (2, "up to date", True)
    record(document, "three")
    document.close()
    assert notes(documents.read(path)) == written("one", "two", "three")


def test_opening_and_closing_changes_nothing(documents: Library, path: Path) -> None:
    make(documents, path, "one")
    before = path.read_bytes()
    documents.open(path).close()
    assert path.read_bytes() == before


def test_a_path_that_exists_gets_a_number(documents: Library, path: Path) -> None:
    make(documents, path)
    before = path.read_bytes()
    second = documents.create(path, engagement("Other"))
    assert second.path == path.with_name("Audit 2.cxaudit")
    second.close()
    third = documents.create(path, engagement())
    assert third.path == path.with_name("Audit 3.cxaudit")
    third.close()
    assert path.read_bytes() == before


def test_a_name_taken_while_the_document_is_made_gets_a_number_too(tmp_path: Path, path: Path) -> None:
    documents = library(tmp_path / "home", TakenMeanwhile(path))
    document = documents.create(path, engagement("Ours"))
    document.close()
    assert path.read_bytes() == b"somebody else's"
    assert document.path == path.with_name("Audit 2.cxaudit")
    assert documents.read(document.path).newest.organisation == "Ours"


class TakenMeanwhile(FileSystem):
    def __init__(self, path: Path) -> None:
        self.path = path

    @override
    def publish(self, source: Path, target: Path) -> None:
        if target == self.path:
            target.write_bytes(b"somebody else's")
        super().publish(source, target)


def test_the_sample_stays_a_sample(documents: Library, path: Path) -> None:
    told = engagement()
    documents.create(path, type(told)(told.assessments, told.packs, sample=True)).close()
    assert documents.read(path).sample


def test_files_are_private_and_a_chosen_mode_stays(documents: Library, path: Path, tmp_path: Path) -> None:
    make(documents, path, "one")
    made = [path, *journal(tmp_path / "home"), *backups(tmp_path / "home")]
    assert {stat.S_IMODE(file.stat().st_mode) for file in made} == {0o600}
    path.chmod(0o640)
    document = documents.open(path)
    record(document, "two")
    document.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in path.parent.iterdir()] == ["Audit.cxaudit"]


def test_a_link_is_followed_and_stays_a_link(documents: Library, path: Path, tmp_path: Path) -> None:
    make(documents, path, "one")
    link = tmp_path / "link.cxaudit"
    link.symlink_to(path)
    document = documents.open(link)
    record(document, "two")
    document.close()
    assert link.is_symlink()
    assert notes(documents.read(path)) == written("one", "two")


def test_an_older_file_put_back_is_completed_from_the_journal(documents: Library, path: Path) -> None:
    make(documents, path, "one")
    old = path.read_bytes()
    document = documents.open(path)
    record(document, "two", "three")
    document.close()
    path.write_bytes(old)

    assert notes(documents.read(path)) == written("one", "two", "three")
    assert path.read_bytes() == old
    document = documents.open(path)
    assert notes(document.engagement) == written("one", "two", "three")
    assert document.recovery is not None
    assert (document.recovery.edits, document.recovery.answers, document.recovery.note) == (2, 2, "")
    assert document.recovery.last is not None
    document.close()
    assert documents.open(path).recovery is None


def test_an_older_file_of_many_sessions_ago_is_completed_too(documents: Library, path: Path) -> None:
    make(documents, path, "one")
    old = path.read_bytes()
    for text in ("two", "three", "four"):
        document = documents.open(path)
        record(document, text)
        document.close()
    path.write_bytes(old)
    document = documents.open(path)
    assert notes(document.engagement) == written("one", "two", "three", "four")
    assert document.recovery is not None
    assert document.recovery.answers == 3
    document.close()


def test_a_copy_of_a_file_does_not_take_the_originals_answers(documents: Library, path: Path) -> None:
    make(documents, path, "one")
    copy = path.with_name("Other client.cxaudit")
    shutil.copy(path, copy)
    document = documents.open(path)
    record(document, "two")
    document.close()

    other = documents.open(copy)
    assert notes(other.engagement) == written("one")
    assert other.recovery is None
    record(other, "another two")
    other.close()
    assert notes(documents.read(copy)) == written("one", "another two")
    assert notes(documents.read(path)) == written("one", "two")


def test_another_spelling_of_the_path_is_the_same_file(documents: Library, path: Path) -> None:
    make(documents, path, "one")
    old = path.read_bytes()
    document = documents.open(path)
    record(document, "two")
    document.close()
    path.write_bytes(old)
    # As on a disk that does not tell capital letters from small ones.
    spelled = path.with_name("audit.CXAUDIT")
    os.link(path, spelled)
    assert notes(documents.read(spelled)) == written("one", "two")


def test_a_file_that_was_renamed_keeps_its_journal(documents: Library, path: Path) -> None:
    make(documents, path, "one")
    old = path.read_bytes()
    document = documents.open(path)
    record(document, "two")
    document.close()
    renamed = path.with_name("Renamed.cxaudit")
    renamed.write_bytes(old)
    path.unlink()
    assert notes(documents.read(renamed)) == written("one", "two")


def test_a_file_continued_on_another_computer_is_taken_as_it_is(path: Path, tmp_path: Path) -> None:
    here, there = library(tmp_path / "here"), library(tmp_path / "there")
    make(here, path, "one")
    document = there.open(path)
    record(document, "two")
    document.close()
    document = here.open(path)
    assert document.recovery is None
    assert notes(document.engagement) == written("one", "two")
    record(document, "three")
    document.close()
    assert notes(there.read(path)) == written("one", "two", "three")


def test_two_computers_that_parted_keep_both(path: Path, tmp_path: Path) -> None:
    here, there = library(tmp_path / "here"), library(tmp_path / "there")
    make(here, path, "one")
    shared = path.read_bytes()
    document = here.open(path)
    record(document, "two here", "three here")
    document.close()
    path.write_bytes(shared)
    document = there.open(path)
    record(document, "two there")
    document.close()

    document = here.open(path)
    assert notes(document.engagement) == written("one", "two there")
    assert document.recovery is not None
    assert document.recovery.answers == 0
    assert "do not continue each other" in document.recovery.note
    document.close()
    aside = [file for file in backups(tmp_path / "here") if "-journal" in file.name]
    assert [notes(here.read(file)) for file in aside] == [written("one", "two here", "three here")]


def test_a_torn_last_line_is_told(documents: Library, path: Path, tmp_path: Path) -> None:
    make(documents, path, "one")
    old = path.read_bytes()
    document = documents.open(path)
    record(document, "two", "three")
    document.close()
    path.write_bytes(old)
    newest = journal(tmp_path / "home")[-1]
    newest.write_bytes(newest.read_bytes()[:-10])

    document = documents.open(path)
    assert notes(document.engagement) == written("one", "two")
    assert document.recovery is not None
    assert document.recovery.answers == 1
    assert "the last" in document.recovery.note
    document.close()


def test_a_journal_damaged_behind_the_document_takes_nothing_away(
    documents: Library, path: Path, tmp_path: Path
) -> None:
    make(documents, path, "one", "two", "three")
    newest = journal(tmp_path / "home")[-1]
    newest.write_bytes(newest.read_bytes().replace(b"two", b"tvo"))
    document = documents.open(path)
    assert notes(document.engagement) == written("one", "two", "three")
    assert document.recovery is not None
    assert "damaged" in document.recovery.note
    record(document, "four")
    document.close()
    assert notes(documents.read(path)) == written("one", "two", "three", "four")


def test_a_journal_that_is_lost_altogether_takes_nothing_away(documents: Library, path: Path, tmp_path: Path) -> None:
    make(documents, path, "one")
    shutil.rmtree(tmp_path / "home")
    document = documents.open(path)
    record(document, "two")
    document.close()
    assert notes(documents.read(path)) == written("one", "two")


@pytest.mark.parametrize("damage", ["flipped", "empty", "gone"])
def test_a_damaged_document_is_kept_named_and_restored_beside(documents: Library, path: Path, damage: str) -> None:
    make(documents, path, "one", "two")
    data = path.read_bytes()
    bad = {"flipped": data.replace(b"one", b"onf"), "empty": b"", "gone": None}[damage]
    path.unlink() if bad is None else path.write_bytes(bad)

    for attempt in (documents.read, documents.open):
        with pytest.raises(DamagedDocumentError) as caught:
            attempt(path)
        assert caught.value.path == str(path)
        assert caught.value.backup
        assert notes(documents.read(Path(caught.value.backup))) == written("one", "two")
    restored = documents.restore(path)
    assert restored.path == path.with_name("Audit recovered.cxaudit")
    assert notes(restored.engagement) == written("one", "two")
    record(restored, "three")
    restored.close()
    assert notes(documents.read(restored.path)) == written("one", "two", "three")
    assert (path.read_bytes() if path.exists() else None) == bad


def test_without_a_journal_the_newest_backup_is_named(documents: Library, path: Path, tmp_path: Path) -> None:
    make(documents, path, "one")
    documents.open(path).close()
    shutil.rmtree(tmp_path / "home" / "data" / "journals")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DamagedDocumentError) as caught:
        documents.open(path)
    assert caught.value.backup == str(backups(tmp_path / "home")[-1])
    restored = documents.restore(path)
    assert notes(restored.engagement) == written("one")
    restored.close()


def test_a_journal_of_a_newer_version_is_not_passed_over(documents: Library, path: Path, tmp_path: Path) -> None:
    make(documents, path, "one")
    newest = journal(tmp_path / "home")[-1]
    before = newest.read_bytes()
    body = b'{"kind":"merge"}'
    newest.write_bytes(before + hashlib.sha256(body).hexdigest()[:32].encode() + b" " + body + b"\n")
    with pytest.raises(NewerDocumentError) as caught:
        documents.open(path)
    assert caught.value.path == str(path)
    newest.write_bytes(before)
    documents.open(path).close()


def test_what_was_never_there_cannot_be_opened_or_restored(documents: Library, path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        documents.open(path)
    with pytest.raises(DamagedDocumentError, match="nothing is known"):
        documents.restore(path)


def test_a_second_writer_is_told_and_a_reader_is_not(documents: Library, path: Path, tmp_path: Path) -> None:
    make(documents, path, "one")
    document = documents.open(path)
    with pytest.raises(LockedDocumentError):
        documents.open(path)
    outcome = elsewhere(tmp_path / "home", path)
    assert outcome == "LockedDocumentError"
    record(document, "two")
    document.flush()
    assert notes(documents.read(path)) == written("one", "two")
    document.close()
    assert elsewhere(tmp_path / "home", path) == "opened"


def elsewhere(home: Path, path: Path) -> str:
    """What another process meets when it opens the document."""
    code = (
        "import sys; from pathlib import Path; from support.documents import library\n"
        "try:\n    library(Path(sys.argv[1])).open(Path(sys.argv[2])).close(); print('opened')\n"
        "except Exception as error:\n    print(type(error).__name__)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    run = subprocess.run(
        [sys.executable, "-c", code, str(home), str(path)], capture_output=True, text=True, check=True, env=environment
    )
    return run.stdout.strip()


def test_answers_not_yet_in_the_file_are_read_while_another_writes(path: Path, tmp_path: Path) -> None:
    documents = library(tmp_path / "home", monotonic=lambda: 0.0)
    make(documents, path, "one")
    document = documents.open(path)
    before = path.read_bytes()
    acknowledged = threading.Event()
    document.on_status(lambda status: acknowledged.set() if status.acknowledged == 2 else None)
    record(document, "two")
    assert acknowledged.wait(30)
    assert notes(documents.read(path)) == written("one", "two")
    assert path.read_bytes() == before
    document.close()


def test_save_as_moves_on_and_leaves_the_old_file(documents: Library, path: Path, tmp_path: Path) -> None:
    make(documents, path, "one")
    document = documents.open(path)
    target = tmp_path / "elsewhere" / "Second.cxaudit"
    document.save_as(target)
    record(document, "two")
    assert document.flush().file == "up to date"
    assert document.path == target
    document.close()
    assert notes(documents.read(target)) == written("one", "two")
    assert notes(documents.read(path)) == written("one")


def test_save_as_never_overwrites(documents: Library, path: Path) -> None:
    make(documents, path, "one")
    taken = path.with_name("Taken.cxaudit")
    taken.write_bytes(b"something else")
    document = documents.open(path)
    document.save_as(taken)
    document.close()
    assert taken.read_bytes() == b"something else"
    assert document.path == path.with_name("Taken 2.cxaudit")
