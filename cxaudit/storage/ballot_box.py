"""Keeps votes that were given and not revealed: one small file for each document, apart from all that is kept else.

A file is written whole at each vote and holds the votes sorted, so that neither the order nor the time of a vote is
ever on disk. Its folder's name is a digest: it tells neither document nor organisation.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from pathlib import Path

from pydantic import ValidationError

from cxaudit.app.ports import LostBallot
from cxaudit.domain.errors import BallotBoxError
from cxaudit.domain.workshop import Ballot
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.filesystem import FileSystem

MOST_BYTES = 100_000
_NAME = "ballot"

_log = logging.getLogger(__name__)


class BallotFiles:
    """The ballots of this user; implements `app.ports.BallotBox`."""

    def __init__(self, folder: Path, fs: FileSystem | None = None) -> None:
        """Keep where they lie; nothing is made before the first vote."""
        self._folder = folder
        self._fs = fs or FileSystem()
        # The window keeps votes in the background.
        self._changing = threading.Lock()

    def put(self, document: str, ballot: Ballot) -> None:
        """Keep a ballot in place of the one before. Raises BallotBoxError; the one before is kept then."""
        payload = ballot.model_dump_json().encode()
        folder = self._place(document)
        with self._changing:
            try:
                self._fs.make_folder(folder)
                write_atomically(self._fs, folder / _NAME, _digest(payload) + b"\n" + payload)
            except OSError as error:
                raise BallotBoxError(str(error)) from error

    def take(self, document: str) -> Ballot | LostBallot | None:
        """Return the ballot that is kept, which stays; None where there is none."""
        try:
            data = self._fs.read(self._place(document) / _NAME, MOST_BYTES)
        except OSError as error:
            return _lost(str(error))
        return None if data is None else _read(data)

    def empty(self, document: str) -> None:
        """Keep none any more, nor what an interrupted write left. Raises BallotBoxError."""
        with self._changing:
            try:
                self._fs.remove_folder(self._place(document))
            except OSError as error:
                raise BallotBoxError(str(error)) from error

    def _place(self, document: str) -> Path:
        return self._folder / _digest(document.encode("utf-8", "surrogatepass"))[:32].decode()


def _read(data: bytes) -> Ballot | LostBallot:
    digest, _end, payload = data.partition(b"\n")
    if digest != _digest(payload):
        return _lost("the checksum does not fit the content")
    try:
        return Ballot.model_validate_json(payload)
    except ValidationError:  # its words could tell votes
        return _lost("the form is not known")


def _lost(detail: str) -> LostBallot:
    _log.warning("votes that were waiting cannot be read: %s", detail)
    return LostBallot(detail)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
