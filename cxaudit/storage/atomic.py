"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable, Generator
from pathlib import Path

from cxaudit.storage.filesystem import FileSystem

HELD_ELSEWHERE = frozenset({5, 32, 33})
"""What Windows says while a virus scanner or a sync client holds a file."""

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 0.95)
"""Seconds between attempts, 2.5 in all."""


def write_atomically(fs: FileSystem, path: Path, data: bytes, *, new: bool = False) -> None:
    """Write `data` to `path` by way of a temporary file beside it, and read it back.

    `new` demands that the name is free. There is no other way in: where this fails, the old file stays as it was.
    Raises OSError, FileExistsError among it.
    """
    temporary = path.with_name(_temporary_name(path.name))
    fs.remove(temporary)
    try:
        _fill(fs, temporary, data, None if new else fs.mode(path))
        _retry(lambda: (fs.publish if new else fs.replace)(temporary, path))
    except OSError:
        with contextlib.suppress(OSError):
            fs.remove(temporary)
        raise
    fs.sync_folder(path.parent)
    if fs.read(path, len(data)) != data:
        raise OSError(errno.EIO, "what was read back differs from what was written", str(path))


def _temporary_name(name: str) -> str:
    import hashlib  # noqa: PLC0415 - the window is painted before anything is written

    # A digest, as the name itself may be as long as a name may be. One name for each target leaves no litter.
    return f".cxaudit-{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}.tmp"


def _fill(fs: FileSystem, path: Path, data: bytes, mode: int | None) -> None:
    descriptor = fs.create(path)
    try:
        if mode is not None:
            fs.set_mode(descriptor, mode)
        fs.write(descriptor, data)
        fs.fsync(descriptor)
    finally:
        fs.close(descriptor)


def _retry(step: Callable[[], None], pauses: tuple[float, ...] = _PAUSES) -> None:
    for pause in pauses:
        with _forgiving():
            step()
            return
        time.sleep(pause)
    step()


@contextlib.contextmanager
def _forgiving() -> Generator[None]:
    try:
        yield
    except OSError as error:
        if getattr(error, "winerror", None) not in HELD_ELSEWHERE:
            raise
