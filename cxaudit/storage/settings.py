"""Settings and the list of recent files: one JSON file in the configuration folder."""

from __future__ import annotations

import logging
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from cxaudit.app.ports import RecentFile, Settings, Theme
from cxaudit.domain.questionnaire import Mode
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.filesystem import FileSystem

MOST_RECENT = 10
_MOST_BYTES = 1_000_000

_Text = Annotated[str, StringConstraints(max_length=10_000)]
"""The limit has pydantic look at the text, and refuse what UTF-8 cannot hold."""

_log = logging.getLogger(__name__)


class _Stored(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore", allow_inf_nan=False)


class _StoredRecent(_Stored):
    path: _Text
    organisation: _Text
    answered: Annotated[int, Field(ge=0)]
    asked: Annotated[int, Field(ge=0)]
    mode: Mode
    opened: datetime
    pinned: bool = False


class _StoredSettings(_Stored):
    theme: Theme = "system"
    confirm_each_answer: bool = False
    digits_answer: bool = True
    remember_recent: bool = True
    zoom: Annotated[int, Field(ge=50, le=400)] = 100


class _StoredFile(_Stored):
    settings: _StoredSettings = _StoredSettings()
    recent: tuple[_StoredRecent, ...] = ()


class SettingsFile:
    """The settings of this user; implements `app.ports.SettingsStore`. A file that cannot be read counts as none."""

    def __init__(self, folder: Path, fs: FileSystem | None = None) -> None:
        """Keep where the file lies; it is made when there is something to keep."""
        self._path = folder / "settings.json"
        self._fs = fs or FileSystem()

    def load(self) -> Settings:
        """Return the settings."""
        return Settings(**self._read().settings.model_dump())

    def save(self, settings: Settings) -> None:
        """Keep the settings; where they cannot be written they last as long as the program runs."""
        self._write(_StoredFile(settings=_StoredSettings(**asdict(settings)), recent=self._read().recent))

    def recent(self) -> tuple[RecentFile, ...]:
        """Return the recent files, pinned ones first, then newest first; at most ten."""
        return tuple(_file(entry) for entry in _listed(self._read().recent))

    def remember(self, entry: RecentFile) -> None:
        """Put a file at the head of the list, unless the user wants none."""
        stored = self._read()
        if not stored.settings.remember_recent:
            return
        try:
            first = _entry(entry)
        except ValidationError as error:
            _log.warning("a recent file was not kept, for a name that is no text: %s", error)
            return
        rest = [old for old in stored.recent if old.path != first.path]
        self._write(_StoredFile(settings=stored.settings, recent=_listed((first, *rest))))

    def forget(self, path: Path | None = None) -> None:
        """Take a file off the list, or all that are not pinned."""
        stored = self._read()
        left = tuple(old for old in stored.recent if (old.pinned if path is None else old.path != str(path)))
        self._write(_StoredFile(settings=stored.settings, recent=left))

    def _read(self) -> _StoredFile:
        try:
            return _StoredFile.model_validate_json(self._fs.read(self._path, _MOST_BYTES) or b"{}")
        except (OSError, ValidationError) as error:
            _log.warning("the settings cannot be read: %s", error)
            return _StoredFile()

    def _write(self, stored: _StoredFile) -> None:
        try:
            self._fs.make_folder(self._path.parent)
            write_atomically(self._fs, self._path, stored.model_dump_json(indent=1).encode())
        except OSError as error:
            _log.warning("the settings were not written: %s", error)


def _listed(recent: tuple[_StoredRecent, ...]) -> tuple[_StoredRecent, ...]:
    return tuple(sorted(recent, key=lambda file: not file.pinned)[:MOST_RECENT])


def _entry(file: RecentFile) -> _StoredRecent:
    return _StoredRecent(
        path=str(file.path),
        organisation=file.organisation,
        answered=file.answered,
        asked=file.asked,
        mode=file.mode,
        opened=file.opened,
        pinned=file.pinned,
    )


def _file(entry: _StoredRecent) -> RecentFile:
    return RecentFile(
        path=Path(entry.path),
        organisation=entry.organisation,
        answered=entry.answered,
        asked=entry.asked,
        mode=entry.mode,
        opened=entry.opened,
        pinned=entry.pinned,
    )
