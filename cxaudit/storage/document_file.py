"""The document on the disk: replaced whole, and only where it is still what this session left there."""

from __future__ import annotations

import errno
import hashlib
from itertools import count
from pathlib import Path

from typing_extensions import override

from cxaudit.app.ports import FileState
from cxaudit.storage.atomic import HELD_ELSEWHERE, write_atomically
from cxaudit.storage.document import MOST_BYTES, Header, encode
from cxaudit.storage.filesystem import FileSystem

_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class ChangedUnderneathError(OSError):
    """Something else wrote the file since this session did; it is left alone."""

    @override
    def __str__(self) -> str:
        """Return the reason."""
        return "something else changed the file"


class DocumentFile:
    """One file that a session writes to. Without `known`, the bytes that it holds now, the file is still to be made."""

    def __init__(self, fs: FileSystem, path: Path, header: Header, known: bytes | None = None) -> None:
        """Keep where the file lies and what it holds."""
        self._fs = fs
        self._path = path
        self._header = header
        self._ours: set[bytes] = set() if known is None else {_digest(known)}
        self.payload_digest = None if known is None else header.sha256

    @property
    def path(self) -> Path:
        """Return where the file lies; before the first save of a new one, where it is meant to."""
        return self._path

    def at(self, path: Path) -> DocumentFile:
        """Return the same document at another path, where it is still to be made."""
        return DocumentFile(self._fs, path, self._header)

    def bytes_of(self, payload: bytes) -> bytes:
        """Return the file's bytes for a payload. Raises ValueError where they are too many."""
        return encode(self._header, payload)

    def save(self, payload: bytes) -> None:
        """Write the payload. A new document takes the next free name; any other file in the way is left alone.

        Raises ChangedUnderneathError, other OSErrors, and ValueError where the payload is too large.
        """
        data = self.bytes_of(payload)
        made = bool(self._ours)
        if not made:
            self._fs.make_folder(self._path.parent)
        # Whatever fails from here on, the file holds either what it held or this.
        self._ours.add(_digest(data))
        while True:
            try:
                write_atomically(self._fs, self._path, data, new=self._is_free(made=made))
                break
            except FileExistsError:
                if made:
                    raise ChangedUnderneathError from None
                self._path = free_path(self._fs, self._path)
        self._ours = {_digest(data)}
        self.payload_digest = hashlib.sha256(payload).hexdigest()

    def _is_free(self, *, made: bool) -> bool:
        there = self._fs.read(self._path, 2 * MOST_BYTES)
        if there is None:
            return True
        if _digest(there) not in self._ours:
            raise ChangedUnderneathError if made else FileExistsError
        if not (self._fs.mode(self._path) or 0o200) & 0o222:
            raise PermissionError(errno.EACCES, "the file is marked read-only", str(self._path))
        return False


def free_path(fs: FileSystem, path: Path) -> Path:
    """Return the path, or the first of "name 2", "name 3" and so on that nothing lies at."""
    stem = path.stem
    for number in count(2):
        if fs.mode(path) is None:
            break
        path = path.with_name(f"{stem} {number}{path.suffix}")
    return path


def file_state(error: Exception) -> FileState:
    """Return what an error means for the state of the file."""
    if isinstance(error, ChangedUnderneathError):
        return "conflict"
    if getattr(error, "winerror", None) in HELD_ELSEWHERE:
        return "waiting"
    if isinstance(error, OSError) and error.errno in _REFUSED:
        return "read-only"
    return "failed"


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
