"""Settings and the list of recent files: one JSON file in the configuration folder.

It is read before the window is painted, so it is checked by hand: pydantic would take longer to load than the window.
"""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from cxaudit.app.ports import RecentFile, Settings, Theme
from cxaudit.app.reporting import PaperSize
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.filesystem import FileSystem

MOST_RECENT = 10
ZOOMS = range(50, 401)
_MOST_BYTES = 1_000_000
_MODES = ("quick", "full")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Stored:
    settings: Settings
    recent: tuple[RecentFile, ...]


class SettingsFile:
    """The settings of this user; implements `app.ports.SettingsStore`. A file that cannot be read counts as none."""

    def __init__(self, folder: Path, fs: FileSystem | None = None) -> None:
        """Keep where the file lies; it is made when there is something to keep."""
        self._path = folder / "settings.json"
        self._fs = fs or FileSystem()
        # The window changes settings in the background, several at a time.
        self._changing = threading.Lock()

    def load(self) -> Settings:
        """Return the settings."""
        return self._read().settings

    def save(self, settings: Settings) -> None:
        """Keep the settings; where they cannot be written they last as long as the program runs."""
        with self._changing:
            self._write(_Stored(settings, self._read().recent))

    def recent(self) -> tuple[RecentFile, ...]:
        """Return the recent files, pinned ones first, then newest first; at most ten."""
        return _listed(self._read().recent)

    def remember(self, entry: RecentFile) -> None:
        """Put a file at the head of the list, unless the user wants none."""
        try:
            f"{entry.path}{entry.organisation}".encode()
        except UnicodeEncodeError as error:
            _log.warning("a recent file was not kept, for a name that is no text: %s", error)
            return
        with self._changing:
            stored = self._read()
            rest = [old for old in stored.recent if old.path != entry.path]
            if stored.settings.remember_recent:
                self._write(_Stored(stored.settings, _listed((entry, *rest))))

    def forget(self, path: Path | None = None) -> None:
        """Take a file off the list, or all that are not pinned."""
        with self._changing:
            stored = self._read()
            left = tuple(old for old in stored.recent if (old.pinned if path is None else old.path != path))
            self._write(_Stored(stored.settings, left))

    def _read(self) -> _Stored:
        try:
            return _parsed(json.loads(self._fs.read(self._path, _MOST_BYTES) or b"{}"))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            _log.warning("the settings cannot be read: %s", error)
            return _Stored(Settings(), ())

    def _write(self, stored: _Stored) -> None:
        recent = [{**asdict(e), "path": str(e.path), "opened": e.opened.isoformat()} for e in stored.recent]
        text = json.dumps({"settings": asdict(stored.settings), "recent": recent}, indent=1, ensure_ascii=False)
        try:
            self._fs.make_folder(self._path.parent)
            write_atomically(self._fs, self._path, text.encode())
        except OSError as error:
            _log.warning("the settings were not written: %s", error)


def _listed(recent: tuple[RecentFile, ...]) -> tuple[RecentFile, ...]:
    return tuple(sorted(recent, key=lambda file: not file.pinned)[:MOST_RECENT])


def _parsed(data: dict[str, Any]) -> _Stored:
    """Return the file's content. Raises ValueError, TypeError, KeyError or AttributeError where it is damaged."""
    return _Stored(_settings(data.get("settings", {})), tuple(_recent(entry) for entry in data.get("recent", [])))


def _settings(data: dict[str, Any]) -> Settings:
    """Return settings; what a newer version added is passed over."""
    known = {field.name for field in fields(Settings)}
    given = {key: value for key, value in data.items() if key in known and key not in {"walls", "brands"}}
    settings = Settings(**given, walls=_pairs(data, "walls"), brands=_pairs(data, "brands"))
    switches = (settings.confirm_each_answer, settings.digits_answer, settings.remember_recent, settings.dark_wall)
    _check(settings.theme in get_args(Theme) and type(settings.zoom) is int and settings.zoom in ZOOMS)
    _check(settings.paper in get_args(PaperSize) and all(type(switch) is bool for switch in switches))
    return settings


def _pairs(data: dict[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    pairs = tuple((key, choice) for key, choice in data.get(name, ()))
    _check(all(type(text) is str for pair in pairs for text in pair))
    return pairs


def _recent(data: dict[str, Any]) -> RecentFile:
    """Return one recent file."""
    texts = (data["path"], data["organisation"], data.get("at", ""))
    counts, pinned = (data["answered"], data["asked"]), data["pinned"]
    _check(all(type(text) is str for text in texts))
    _check(all(type(count) is int and count >= 0 for count in counts))
    _check(data["mode"] in _MODES and type(pinned) is bool)
    "".join(texts).encode()
    opened = datetime.fromisoformat(data["opened"])
    return RecentFile(Path(texts[0]), texts[1], counts[0], counts[1], data["mode"], opened, pinned, texts[2])


def _check(ok: bool) -> None:  # noqa: FBT001 - what is checked is all it is about
    if not ok:
        msg = "not as the program writes it"
        raise ValueError(msg)
