"""Segments go by age and size, never the newest two."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from support.documents import StandingClock

from cxaudit.storage import journal
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.journal import Journal, find_document, segment_names, segments_newest_first

NOW = StandingClock().now()


def segment(folder: Path, number: int, days_old: float, size: int = 10) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / f"{number:06}.journal"
    path.write_bytes(b"x" * size)
    then = (NOW - timedelta(days=days_old)).timestamp()
    os.utime(path, (then, then))


def numbers(folder: Path) -> list[int]:
    return [int(name.split(".")[0]) for name in segment_names(FileSystem(), folder)]


def test_segments_are_kept_for_ninety_days(tmp_path: Path) -> None:
    for number, days in ((1, 120), (2, 91), (3, 89), (4, 1), (5, 0)):
        segment(tmp_path, number, days)
    Journal(FileSystem(), tmp_path).rotate(NOW)
    assert numbers(tmp_path) == [3, 4, 5]


def test_segments_are_kept_up_to_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT_BYTES", 250)
    for number in range(1, 6):
        segment(tmp_path, number, 5 - number, size=100)
    Journal(FileSystem(), tmp_path).rotate(NOW)
    assert numbers(tmp_path) == [4, 5]


def test_after_a_jump_of_the_clock_the_newest_two_are_still_there(tmp_path: Path) -> None:
    for number in range(1, 5):
        segment(tmp_path, number, 1)
    Journal(FileSystem(), tmp_path).rotate(NOW + timedelta(days=3650))
    assert numbers(tmp_path) == [3, 4]


def test_what_is_no_segment_is_left_alone(tmp_path: Path) -> None:
    segment(tmp_path, 1, 500)
    (tmp_path / "note.txt").write_bytes(b"mine")
    assert numbers(tmp_path) == [1]
    assert list(segments_newest_first(FileSystem(), tmp_path)) == [
        "000001.journal: line 1, the last, is incomplete or damaged and was left out"
    ]


def test_a_line_goes_nowhere_while_no_segment_is_open(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="descriptor"):
        Journal(FileSystem(), tmp_path).append(b"line\n")


def test_no_journal_belongs_to_an_unknown_path(tmp_path: Path) -> None:
    assert find_document(FileSystem(), tmp_path / "journals", "/a.cxaudit") == ""
