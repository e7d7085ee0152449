"""Backups: opened before anything goes, all for two days, one a day for thirty."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from support.documents import StandingClock, engagement

from cxaudit.domain.errors import DocumentError
from cxaudit.storage.backups import ASIDE, Backups
from cxaudit.storage.document import encode, new_header
from cxaudit.storage.document_json import dump
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.payload import Content, build_payload

HEADER = new_header()
NOW = StandingClock().now()


def document(revision: int) -> bytes:
    return encode(HEADER, dump(build_payload(Content(engagement(), revision=revision))))


def test_a_backup_is_kept_once(tmp_path: Path) -> None:
    backups = Backups(FileSystem(), tmp_path)
    path = backups.keep(document(1), NOW)
    assert path is not None
    assert path.read_bytes() == document(1)
    assert backups.keep(document(1), NOW) is None
    assert Backups(FileSystem(), tmp_path).keep(document(1), NOW) is None
    assert backups.keep(document(2), NOW, "running") is not None
    assert [name.split("-", 1)[1] for name in backups.names()] == ["0001-session.cxaudit", "0002-running.cxaudit"]


def test_all_are_kept_for_two_days_and_one_a_day_for_thirty(tmp_path: Path) -> None:
    backups = Backups(FileSystem(), tmp_path)
    for hour in range(0, 40 * 24, 6):
        backups.keep(document(hour), NOW + timedelta(hours=hour))
    days = [name[:8] for name in backups.names()]
    newest = sorted(set(days))[-3:]
    assert sum(day in newest for day in days) >= 8
    older = [day for day in days if day not in newest]
    assert len(older) == len(set(older))
    assert 27 <= len(older) <= 28


def test_what_was_put_aside_is_kept_for_ninety_days(tmp_path: Path) -> None:
    backups = Backups(FileSystem(), tmp_path)
    backups.keep(document(0), NOW, ASIDE)
    backups.keep(document(1), NOW)
    for days in (60, 89):
        backups.keep(document(days), NOW + timedelta(days=days))
        assert any(ASIDE in name for name in backups.names())
    backups.keep(document(91), NOW + timedelta(days=91))
    assert not any(ASIDE in name for name in backups.names())


def test_after_a_jump_of_the_clock_the_newest_is_still_there(tmp_path: Path) -> None:
    backups = Backups(FileSystem(), tmp_path)
    backups.keep(document(1), NOW)
    backups.keep(document(2), NOW + timedelta(days=3650))
    assert len(backups.names()) == 1
    backups.keep(document(3), NOW)
    assert [copy.content.revision for copy in backups.good()] == [2, 3]


def test_a_copy_that_does_not_open_removes_nothing(tmp_path: Path) -> None:
    backups = Backups(FileSystem(), tmp_path)
    backups.keep(document(1), NOW)
    with pytest.raises(DocumentError):
        backups.keep(document(2)[:-1], NOW + timedelta(days=90))
    assert len(backups.names()) == 2
    assert [copy.content.revision for copy in backups.good()] == [1]
