"""Backups of one document in a local folder: whole documents, each read again before an older one may go."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cxaudit.domain.errors import DocumentError
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.document import MOST_BYTES, Header, decode
from cxaudit.storage.document_json import load
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.payload import Content, read_payload

KEPT_ALL = timedelta(days=2)
KEPT_DAILY = timedelta(days=30)
KEPT_ASIDE = timedelta(days=90)
ASIDE = "journal"
"""Marks a state that was put aside because the document does not continue it: nothing else may hold it."""

_NAME = re.compile(r"^(\d{8}T\d{6}Z)-(\d{4})-([a-z]+)\.cxaudit$")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup that was opened and found good."""

    path: Path
    header: Header
    content: Content


class Backups:
    """The backups of one document. Nothing of them is made before the first one is kept."""

    def __init__(self, fs: FileSystem, folder: Path) -> None:
        """Keep where they lie."""
        self._fs = fs
        self._folder = folder
        self._last = b""

    def keep(self, data: bytes, now: datetime, why: str = "session") -> Path | None:
        """Write a backup, open it again, let older ones go, and return its path; None where it is the newest already.

        `why` is one lower-case word that becomes part of the name. Raises OSError, or DocumentError where what was
        written cannot be opened.
        """
        digest = hashlib.sha256(data).digest()
        if digest in (self._last, self._newest_digest()):
            return None
        stamp = now.astimezone(UTC).strftime(_STAMP)
        names = self.names()
        number = 1 + max((int(_parts(n)[1]) for n in names if n.startswith(stamp)), default=0)
        path = self._folder / f"{stamp}-{number:04}-{why}.cxaudit"
        self._fs.make_folder(self._folder)
        write_atomically(self._fs, path, data, new=True)
        self._open(path)
        self._last = digest
        self._rotate(now)
        return path

    def names(self) -> list[str]:
        """Return the names of the backups, oldest first."""
        return [name for name in self._fs.names(self._folder) if _NAME.match(name)]

    def good(self) -> Iterator[Copy]:
        """Yield the backups that open, newest first."""
        for name in reversed(self.names()):
            try:
                yield self._open(self._folder / name)
            except (DocumentError, OSError):
                continue

    def _open(self, path: Path) -> Copy:
        header, payload = decode(self._fs.read(path, MOST_BYTES) or b"", str(path))
        try:
            raw = load(payload)
        except ValueError as error:
            raise DocumentError(str(path), str(error)) from error
        return Copy(path, header, read_payload(raw, str(path)))

    def _newest_digest(self) -> bytes:
        names = self.names()
        data = self._fs.read(self._folder / names[-1], MOST_BYTES) if names else None
        return b"" if data is None else hashlib.sha256(data).digest()

    def _rotate(self, now: datetime) -> None:
        names = self.names()
        last_of_day = {_parts(name)[0][:8]: name for name in names}
        for name in names[:-1]:
            age = now - datetime.strptime(_parts(name)[0], _STAMP).replace(tzinfo=UTC)
            if ASIDE in name:
                limit = KEPT_ASIDE
            else:
                limit = KEPT_DAILY if last_of_day[_parts(name)[0][:8]] == name else KEPT_ALL
            if age > limit:
                self._fs.remove(self._folder / name)


def _parts(name: str) -> tuple[str, str]:
    found = _NAME.match(name)
    return (found[1], found[2]) if found else ("", "0")
