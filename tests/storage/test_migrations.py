"""Older forms are brought up step by step, newer ones refused, and the file changes only at the first save."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.documents import ASSESSMENT, engagement, library, note, notes

from cxaudit.domain.errors import DocumentError, NewerDocumentError
from cxaudit.storage import migrations, payload
from cxaudit.storage.document import decode
from cxaudit.storage.document_json import load
from cxaudit.storage.migrations import MAJOR, STEPS, Raw, migrate


def one_to_two(raw: Raw) -> Raw:
    return {**raw, "format": {"major": 2, "minor": 0}, "seen": "1 to 2"}


def two_to_three(raw: Raw) -> Raw:
    return {**raw, "format": {"major": 3, "minor": 0}, "seen": f"{raw['seen']} to 3"}


STEPS_TO_3 = {1: one_to_two, 2: two_to_three}


def test_there_is_a_step_from_every_version_to_the_next() -> None:
    assert sorted(STEPS) == list(range(1, MAJOR))


def test_the_present_version_passes_as_it_is() -> None:
    raw: Raw = {"format": {"major": MAJOR, "minor": 7}}
    assert migrate(raw, "a") is raw


def test_an_old_version_takes_every_step_in_order_and_is_not_touched_itself() -> None:
    raw: Raw = {"format": {"major": 1, "minor": 0}}
    assert migrate(raw, "a", STEPS_TO_3, 3)["seen"] == "1 to 2 to 3"
    assert raw == {"format": {"major": 1, "minor": 0}}


def test_a_newer_version_is_refused() -> None:
    raw: Raw = {"format": {"major": MAJOR + 1, "minor": 0}, "written_by": "cxaudit 7.1.0"}
    with pytest.raises(NewerDocumentError) as caught:
        migrate(raw, "a")
    assert caught.value.detail == "7.1.0"
    with pytest.raises(NewerDocumentError) as caught:
        migrate({**raw, "written_by": "somebody else"}, "a")
    assert caught.value.detail == ""


@pytest.mark.parametrize("form", [None, 1, {}, {"major": "1"}, {"major": True}, {"major": 0}, {"major": -1}])
def test_a_payload_that_names_no_version_is_refused(form: object) -> None:
    with pytest.raises(DocumentError):
        migrate({"format": form}, "a")


def test_a_file_of_an_older_version_changes_at_the_first_save_after_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Audit.cxaudit"
    library(tmp_path).create(path, engagement()).close()
    old = path.read_bytes()
    monkeypatch.setattr(migrations, "MAJOR", 2)
    monkeypatch.setattr(payload, "MAJOR", 2)
    monkeypatch.setattr(migrations, "STEPS", {1: one_to_two})

    library(tmp_path).open(path).close()
    assert path.read_bytes() == old
    document = library(tmp_path).open(path)
    document.record(ASSESSMENT, note(1, "one"))
    document.close()
    raw = load(decode(path.read_bytes(), "a")[1])
    assert (raw["format"], raw["seen"]) == ({"major": 2, "minor": migrations.MINOR}, "1 to 2")
    assert notes(library(tmp_path).read(path)) == {"mission.p1": "one"}
    kept = list((tmp_path / "data" / "backups").rglob("*-migration.cxaudit"))
    assert [file.read_bytes() for file in kept] == [old]
