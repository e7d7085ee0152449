"""One writer for a document: a lock in the local folder, by document id, let go by the system when a program dies."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from cxaudit.domain.errors import DocumentError, LockedDocumentError
from cxaudit.storage.filesystem import FileSystem


class DocumentLock:
    """Holds a document for this session, once it is taken."""

    def __init__(self, fs: FileSystem, folder: Path, doc_id: str, path: Path) -> None:
        """Keep what is to be locked."""
        self._fs = fs
        self._path = path
        self._lock = FileLock(folder / f"{doc_id}.lock", mode=0o600, thread_local=False)

    def take(self) -> None:
        """Take the lock, unless it is held by this session already.

        Raises LockedDocumentError at once where it is taken, and DocumentError where no lock can be made.
        """
        if self._lock.is_locked:
            return
        try:
            self._fs.make_folder(Path(self._lock.lock_file).parent)
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise LockedDocumentError(str(self._path), "another window or command has it open") from error
        except (OSError, NotImplementedError) as error:
            raise DocumentError(str(self._path), f"it cannot be locked: {error}") from error

    def release(self) -> None:
        """Let go of the document."""
        self._lock.release()
