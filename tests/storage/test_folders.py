"""The program's own folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.storage.folders import HOME_VARIABLE, Folders, path_key


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    places = Folders.standard()
    for place in (places.data, places.config, places.documents, places.journals, places.locks, places.log_file):
        assert place.is_relative_to(tmp_path)


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    places = Folders.standard()
    assert len({places.data, places.config, places.documents}) == 3
    assert all(place.is_absolute() for place in (places.data, places.config, places.documents))


def test_two_ways_to_one_place_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.chdir(tmp_path)
    assert path_key(tmp_path / "link" / "a") == path_key(Path("real") / "a") == str(tmp_path / "real" / "a")
    assert path_key(Path("/a/\udcff")) == "/a/?"
