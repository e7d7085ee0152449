"""The journal of one document: numbered segments in a local folder, of which the newest is written to."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.journal_lines import Segment, read_segment

LONGEST_SEGMENT = 8_000_000
"""Bytes after which a new segment begins."""

MOST_READ = 100_000_000
KEPT_DAYS = 90
KEPT_BYTES = 50_000_000
ALWAYS_KEPT = 2

_NAME = re.compile(r"^(\d{6,12})\.journal$")


class Journal:
    """Writes the lines of one document. What fails once is never written to again: a new segment begins."""

    def __init__(self, fs: FileSystem, folder: Path) -> None:
        """Keep where the segments lie; nothing is made before the first snapshot."""
        self._fs = fs
        self._folder = folder
        self._number = max((_number(name) for name in segment_names(fs, folder)), default=0)
        self._descriptor: int | None = None
        self._size = 0

    @property
    def is_open(self) -> bool:
        """Return whether a segment is open that has room for more."""
        return self._descriptor is not None and self._size < LONGEST_SEGMENT

    def begin(self, snapshot: bytes) -> None:
        """Begin a new segment with its first line, which is on the disk when this returns. Raises OSError."""
        self.drop()
        self._number += 1
        path = self._folder / f"{self._number:06}.journal"
        try:
            self._fs.make_folder(self._folder)
            self._descriptor = self._fs.create(path)
            self._size = 0
            self.append(snapshot)
            self._fs.sync_folder(self._folder)
        except OSError:
            # Nothing in it was acknowledged, and a full disk needs the room.
            self.drop()
            with contextlib.suppress(OSError):
                self._fs.remove(path)
            raise

    def append(self, line: bytes) -> None:
        """Append a line; it is on the disk when this returns. Raises OSError, after which no segment is open."""
        if self._descriptor is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        try:
            self._fs.write(self._descriptor, line)
            self._fs.fsync(self._descriptor)
        except OSError:
            # After a failed write or flush the descriptor can no longer be trusted, whatever it says next.
            self.drop()
            raise
        self._size += len(line)

    def drop(self) -> None:
        """Let go of the segment."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                self._fs.close(self._descriptor)
        self._descriptor = None

    def rotate(self, now: datetime) -> None:
        """Remove segments that are older than 90 days or beyond 50 MB, but never the newest two."""
        total = 0
        for place, name in enumerate(reversed(segment_names(self._fs, self._folder))):
            path = self._folder / name
            size, changed = self._fs.measure(path)
            total += size
            age = now - datetime.fromtimestamp(changed, tz=now.tzinfo)
            if place >= ALWAYS_KEPT and (age > timedelta(days=KEPT_DAYS) or total > KEPT_BYTES):
                self._fs.remove(path)


def segment_names(fs: FileSystem, folder: Path) -> list[str]:
    """Return the names of the segments in a document's folder, oldest first."""
    return sorted((name for name in fs.names(folder) if _NAME.match(name)), key=_number)


def segments_newest_first(fs: FileSystem, folder: Path) -> Iterator[Segment | str]:
    """Yield each segment, or what is wrong with it; each is read only when it is asked for."""
    for name in reversed(segment_names(fs, folder)):
        try:
            data = fs.read(folder / name, MOST_READ)
        except OSError as error:
            yield f"{name}: {error.strerror or error}"
            continue
        if data is not None:
            yield read_segment(name, data)


def find_document(fs: FileSystem, journals: Path, path: str) -> str:
    """Return the id of the document that was last written at `path`, or an empty text."""
    times = {doc_id: _last_written(fs, journals / doc_id, path) for doc_id in fs.names(journals)}
    found = max(times, key=lambda doc_id: times[doc_id], default="")
    return found if times.get(found) else ""


def _last_written(fs: FileSystem, folder: Path, path: str) -> str:
    segments = (s for s in segments_newest_first(fs, folder) if isinstance(s, Segment))
    return next((s.snapshot.at for s in segments if s.snapshot.path == path), "")


def _number(name: str) -> int:
    found = _NAME.match(name)
    return int(found[1]) if found else 0
