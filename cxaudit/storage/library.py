"""Opens, makes and reads documents: file, journal, backups and lock of each, brought together."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cxaudit.app.ports import Clock
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import DamagedDocumentError, DocumentError, NewerDocumentError
from cxaudit.i18n import _
from cxaudit.storage.backups import ASIDE, Backups
from cxaudit.storage.document import MOST_BYTES, Header, decode, decode_header, encode, new_header
from cxaudit.storage.document_file import DocumentFile, free_path
from cxaudit.storage.document_json import dump, load
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.folders import Folders, path_key
from cxaudit.storage.journal import Journal, find_document, segments_newest_first
from cxaudit.storage.journal_lines import Snapshot
from cxaudit.storage.locks import DocumentLock
from cxaudit.storage.opened import OpenedDocument
from cxaudit.storage.payload import Content, build_payload, read_payload
from cxaudit.storage.recovery import Joined, join, newest_state
from cxaudit.storage.writer import Start, Surroundings

ENDING = ".cxaudit"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Found:
    data: bytes
    header: Header
    document: Content
    joined: Joined
    migrated: bool


class Library:
    """The documents of this computer; implements `app.ports.DocumentLibrary`."""

    def __init__(
        self,
        folders: Folders,
        clock: Clock,
        *,
        fs: FileSystem | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep where things lie; nothing is read or made yet."""
        self._folders = folders
        self._clock = clock
        self._fs = fs or FileSystem()
        self._monotonic = monotonic

    def create(self, path: Path, engagement: Engagement) -> OpenedDocument:
        """Make a document without waiting for the disk. A path that exists is never overwritten: it gets a number."""
        with _as_document_error(path):
            header = new_header()
            # Nobody else knows the new id yet, so the lock can wait for the writer's thread.
            return self._begin(Content(engagement), header, free_path(self._fs, path), self._lock(header.doc_id, path))

    def open(self, path: Path) -> OpenedDocument:
        """Open a document for writing, its journal replayed.

        Raises DamagedDocumentError, NewerDocumentError, LockedDocumentError or DocumentError.
        """
        with _as_document_error(path):
            doc_id = self._header(path).doc_id
            with self._locked(doc_id, path) as lock:
                # What counts is what is there once the lock is held.
                found = self._find(path)
                if found.header.doc_id != doc_id:
                    raise DocumentError(str(path), "the file was changed while it was opened")
                self._put_aside(found)
                start = Start(found.joined.content, found.data, behind=found.joined.behind, migrated=found.migrated)
                file = DocumentFile(self._fs, _real(path), found.header, known=found.data)
                return OpenedDocument(start, file, self._around(doc_id), lock, found.joined.recovery)

    def read(self, path: Path) -> Engagement:
        """Read a document with its journal, without a lock and without writing. Raises as `open` does."""
        with _as_document_error(path):
            return self._find(path).joined.content.engagement

    def restore(self, path: Path) -> OpenedDocument:
        """Open the newest good copy of a damaged or missing document, under a free name beside it.

        The damaged file stays as it is. Raises DamagedDocumentError where there is no good copy.
        """
        with _as_document_error(path):
            doc_id = self._id_of(path)
            if not doc_id:
                raise DamagedDocumentError(str(path), "nothing is known of it")
            with self._locked(doc_id, path) as lock:
                best = self._best_copy(doc_id, path)
                if best is None:
                    raise DamagedDocumentError(str(path), "there is neither a journal nor a backup of it")
                _where, content, header = best
                name = _("{name} recovered").format(name=path.stem) + path.suffix
                return self._begin(content, header, free_path(self._fs, path.with_name(name)), lock)

    def discard_samples(self, folder: Path) -> None:
        """Remove the copies of the example in a folder, with all that is kept of them; open ones stay."""
        for name in self._fs.names(folder):
            if name.endswith(ENDING):
                with contextlib.suppress(DocumentError, OSError):
                    self._discard_sample(folder / name)

    def _discard_sample(self, path: Path) -> None:
        doc_id = self._header(path).doc_id
        with self._locked(doc_id, path) as lock:
            found = self._find(path)
            if found.header.doc_id == doc_id and found.joined.content.engagement.sample:
                self._fs.remove(path)
                self._fs.remove_folder(self._folders.journals / doc_id)
                self._fs.remove_folder(self._folders.backups / doc_id)
            lock.release()

    def _begin(self, content: Content, header: Header, path: Path, lock: DocumentLock) -> OpenedDocument:
        file = DocumentFile(self._fs, path, header)
        return OpenedDocument(Start(content), file, self._around(header.doc_id), lock)

    def _around(self, doc_id: str) -> Surroundings:
        journal = Journal(self._fs, self._folders.journals / doc_id)
        return Surroundings(doc_id, journal, self._backups(doc_id), self._clock, self._monotonic)

    def _backups(self, doc_id: str) -> Backups:
        return Backups(self._fs, self._folders.backups / doc_id)

    def _lock(self, doc_id: str, path: Path) -> DocumentLock:
        return DocumentLock(self._fs, self._folders.locks, doc_id, path)

    @contextlib.contextmanager
    def _locked(self, doc_id: str, path: Path) -> Generator[DocumentLock]:
        lock = self._lock(doc_id, path)
        lock.take()
        try:
            yield lock
        except BaseException:
            lock.release()
            raise

    def _header(self, path: Path) -> Header:
        try:
            return decode_header(self._bytes(path), str(path))[0]
        except DamagedDocumentError as error:
            raise self._with_copy(path, error) from error

    def _bytes(self, path: Path) -> bytes:
        data = self._fs.read(path, MOST_BYTES)
        if data is None:
            raise self._with_copy(path, DocumentError(str(path), "there is no such file"))
        return data

    def _find(self, path: Path) -> _Found:
        data = self._bytes(path)
        try:
            header, payload = decode(data, str(path))
        except DamagedDocumentError as error:
            raise self._with_copy(path, error) from error
        try:
            raw = load(payload)
        except ValueError as error:
            raise DocumentError(str(path), str(error)) from error
        document = read_payload(raw, str(path))
        segments = segments_newest_first(self._fs, self._folders.journals / header.doc_id)
        try:
            joined = join(document, segments, partial(self._belongs, path=path), str(path))
        except NewerDocumentError as error:
            raise NewerDocumentError(str(path), error.detail) from error
        return _Found(data, header, document, joined, migrated=document.raw is not raw)

    def _belongs(self, snapshot: Snapshot, path: Path) -> bool:
        # A segment of another file with the same id belongs here once that file is gone: it was moved or renamed.
        if snapshot.path == path_key(path):
            return True
        other = Path(snapshot.path)
        return self._fs.same(other, path) or not self._holds(other, snapshot.doc_id)

    def _holds(self, path: Path, doc_id: str) -> bool:
        try:
            data = self._fs.read(path, MOST_BYTES)
            return data is not None and decode_header(data, str(path))[0].doc_id == doc_id
        except (DocumentError, OSError):
            return False

    def _put_aside(self, found: _Found) -> None:
        if found.joined.aside is not None:
            self._kept(found.joined.aside, found.header)

    def _kept(self, content: Content, header: Header) -> Path | None:
        # Makes a whole document of the journal's state, among the backups.
        data = encode(header, dump(build_payload(content)))
        try:
            return self._backups(header.doc_id).keep(data, self._clock.now(), ASIDE)
        except (OSError, DocumentError) as error:
            _log.warning("the journal's state is in its segments alone: %s", error)
            return None

    def _with_copy(self, path: Path, error: DocumentError) -> DocumentError:
        doc_id = self._id_of(path)
        best = self._best_copy(doc_id, path)
        if best is None:
            return error
        where = best[0] or self._kept(best[1], best[2])
        return DamagedDocumentError(str(path), error.detail, str(where or self._folders.journals / doc_id))

    def _id_of(self, path: Path) -> str:
        with contextlib.suppress(DocumentError, OSError):
            return decode_header(self._fs.read(path, MOST_BYTES) or b"", str(path))[0].doc_id
        return find_document(self._fs, self._folders.journals, path_key(path))

    def _best_copy(self, doc_id: str, path: Path) -> tuple[Path | None, Content, Header] | None:
        # Backups first: where the journal knows no more, its state need not be made a document again.
        # The path is that of a backup, None for the journal's own state.
        if not doc_id:
            return None
        good = self._backups(doc_id).good()
        copies: list[tuple[Path | None, Content, Header]] = [(copy.path, copy.content, copy.header) for copy in good]
        folder = self._folders.journals / doc_id
        with contextlib.suppress(DocumentError):
            state = newest_state(segments_newest_first(self._fs, folder), partial(self._belongs, path=path), str(path))
            if state is not None:
                copies.append((None, state, Header(doc_id=doc_id)))
        return max(copies, key=lambda copy: copy[1].head.seq, default=None)


@contextlib.contextmanager
def _as_document_error(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error)) from error


def _real(path: Path) -> Path:
    # A link is followed, so that the file that it points to is replaced and not the link.
    return path.resolve()
