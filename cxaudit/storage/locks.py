"""One writer for a document: a lock in the local folder, by document id, let go by the system when a program dies."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from cxaudit.domain.errors import DocumentError, LockedDocumentError
from cxaudit.storage.filesystem import FileSystem


class DocumentLock:
    """Holds a document for this session."""

    def __init__(self, fs: FileSystem, folder: Path, doc_id: str, path: Path) -> None:
        """Take the lock at once. Raises LockedDocumentError, or DocumentError where no lock can be made."""
        try:
            fs.make_folder(folder)
            self._lock = FileLock(folder / f"{doc_id}.lock", mode=0o600, thread_local=False)
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise LockedDocumentError(str(path), "another window or command has it open") from error
        except OSError as error:
            raise DocumentError(str(path), str(error)) from error

    def release(self) -> None:
        """Let go of the document."""
        self._lock.release()
