"""Settings last; a file that cannot be read counts as none; recent files stay in order."""

from __future__ import annotations

import stat
import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from support.documents import StandingClock

from cxaudit.app.ports import RecentFile, Settings
from cxaudit.storage.settings import SettingsFile

NOW = StandingClock().now()


def recent(name: str, *, pinned: bool = False) -> RecentFile:
    return RecentFile(Path("/audits") / name, "Nordlys", 3, 15, "quick", NOW + timedelta(minutes=1), pinned)


@pytest.fixture
def store(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config")


def test_without_a_file_settings_are_as_they_come(store: SettingsFile, tmp_path: Path) -> None:
    assert store.load() == Settings()
    assert store.recent() == ()
    assert list(tmp_path.iterdir()) == []


def test_settings_and_recent_files_last(store: SettingsFile, tmp_path: Path) -> None:
    settings = Settings(theme="contrast", confirm_each_answer=True, digits_answer=False, zoom=150)
    store.save(settings)
    store.remember(recent("a"))
    again = SettingsFile(tmp_path / "config")
    assert again.load() == settings
    assert again.recent() == (recent("a"),)
    assert stat.S_IMODE((tmp_path / "config" / "settings.json").stat().st_mode) == 0o600


def test_recent_files_are_newest_first_pinned_before_and_at_most_ten(store: SettingsFile) -> None:
    store.remember(recent("pinned", pinned=True))
    for number in range(12):
        store.remember(recent(str(number)))
    store.remember(recent("5"))
    assert [entry.path.name for entry in store.recent()] == ["pinned", "5", "11", "10", "9", "8", "7", "6", "4", "3"]


def test_files_are_taken_off_the_list(store: SettingsFile) -> None:
    store.remember(recent("pinned", pinned=True))
    store.remember(recent("a"))
    store.remember(recent("b"))
    store.forget(Path("/audits/a"))
    assert [entry.path.name for entry in store.recent()] == ["pinned", "b"]
    store.forget()
    assert [entry.path.name for entry in store.recent()] == ["pinned"]


def test_changes_from_several_threads_are_all_kept(store: SettingsFile) -> None:
    changes = [partial(store.remember, recent(str(number))) for number in range(8)]
    changes.append(partial(store.save, Settings(theme="dark")))
    threads = [threading.Thread(target=change) for change in changes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {entry.path.name for entry in store.recent()} == {str(number) for number in range(8)}
    assert store.load().theme == "dark"


def test_whoever_wants_no_list_gets_none(store: SettingsFile) -> None:
    store.save(replace(store.load(), remember_recent=False))
    store.remember(recent("a"))
    assert store.recent() == ()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff", b"[]", b'{"settings":{"zoom":"big"}}', b'{"recent":[{}]}', b'{"settings":{"zoom":9}}']
)
def test_a_damaged_file_counts_as_none_and_is_replaced(store: SettingsFile, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_bytes(data)
    assert (store.load(), store.recent()) == (Settings(), ())
    store.remember(recent("a"))
    assert store.recent() == (recent("a"),)


def test_what_a_newer_version_added_is_passed_over(store: SettingsFile, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_bytes(b'{"settings":{"theme":"dark","voice":"low"},"palette":1}')
    assert store.load() == Settings(theme="dark")


def test_settings_that_cannot_be_written_stop_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "config").write_bytes(b"a file where the folder should be")
    store = SettingsFile(tmp_path / "config")
    store.save(Settings(theme="dark"))
    assert store.load() == Settings()
    assert "not written" in caplog.text


def test_a_name_that_is_no_text_is_not_kept(store: SettingsFile) -> None:
    store.remember(recent("\udcff"))
    assert store.recent() == ()


def test_the_question_where_an_audit_was_left_lasts_and_may_be_missing(store: SettingsFile, tmp_path: Path) -> None:
    store.remember(replace(recent("a"), at="mission.recall"))
    path = tmp_path / "config" / "settings.json"
    assert SettingsFile(tmp_path / "config").recent()[0].at == "mission.recall"
    lines = path.read_text(encoding="utf-8").splitlines()
    earlier = "\n".join(line for line in lines if '"at"' not in line).replace('"pinned": false,', '"pinned": false')
    path.write_text(earlier, encoding="utf-8")
    assert SettingsFile(tmp_path / "config").recent() == (recent("a"),)
