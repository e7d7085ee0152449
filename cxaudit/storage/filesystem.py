"""The few operations that touch a disk, in one class, so that tests can make each of them fail."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

from typing_extensions import override

_NEW = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
)

if sys.platform == "darwin":
    import fcntl

    def _flush(descriptor: int) -> None:
        # There fsync stops at the drive's cache; some file systems refuse the stronger request.
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:
            os.fsync(descriptor)
else:

    def _flush(descriptor: int) -> None:
        os.fsync(descriptor)


class FileSystem:
    """The disk. Every method raises OSError where the system refuses."""

    def read(self, path: Path, most: int) -> bytes | None:
        """Return a file's bytes, or None where there is none. A file longer than `most` bytes is not read."""
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise OSError(errno.EINVAL, "not an ordinary file", str(path))
            with path.open("rb") as file:
                data = file.read(most + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None
        if len(data) > most:
            raise OSError(errno.EFBIG, f"more than {most} bytes", str(path))
        return data

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder, sorted; none where there is no folder."""
        try:
            return sorted(entry.name for entry in folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []

    def mode(self, path: Path) -> int | None:
        """Return a file's permission bits, or None where there is no file."""
        try:
            return stat.S_IMODE(path.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def same(self, one: Path, other: Path) -> bool:
        """Return whether two paths lead to one file, however they are spelled."""
        try:
            return one.samefile(other)
        except OSError:
            return False

    def measure(self, path: Path) -> tuple[int, float]:
        """Return a file's size in bytes and when it was changed last, in seconds since 1970."""
        found = path.stat()
        return found.st_size, found.st_mtime

    def make_folder(self, folder: Path) -> None:
        """Make a folder, private to the user, with those above it, and see that they last."""
        missing = [f for f in (folder, *folder.parents) if not f.exists()]
        for one in reversed(missing):
            with contextlib.suppress(FileExistsError):
                one.mkdir(mode=0o700)
            self.sync_folder(one.parent)

    def create(self, path: Path) -> int:
        """Make a new file, private to the user, and return its descriptor. Raises FileExistsError."""
        return os.open(path, _NEW, 0o600)

    def set_mode(self, descriptor: int, mode: int) -> None:
        """Give an open file permission bits, where the system has them."""
        if sys.platform != "win32":
            os.fchmod(descriptor, mode)

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all of the bytes."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    def fsync(self, descriptor: int) -> None:
        """Wait until what was written is on the disk itself."""
        _flush(descriptor)

    def close(self, descriptor: int) -> None:
        """Let go of a descriptor."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another's name in one step."""
        source.replace(target)

    def publish(self, source: Path, target: Path) -> None:
        """Give a file a name that is free. Raises FileExistsError where it is taken."""
        if sys.platform == "win32":
            source.rename(target)
            return
        try:
            os.link(source, target)
        except FileExistsError:
            raise
        except OSError:
            # No hard links here (a USB stick, some network drives): claim the name, then replace the claim.
            self.close(self.create(target))
            source.replace(target)
        else:
            source.unlink()

    def remove(self, path: Path) -> None:
        """Take a file away; none is fine."""
        with contextlib.suppress(FileNotFoundError):
            path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Take a folder away with the files in it, none of them a folder; none is fine."""
        for name in self.names(folder):
            self.remove(folder / name)
        with contextlib.suppress(FileNotFoundError):
            folder.rmdir()

    def sync_folder(self, folder: Path) -> None:
        """Wait until a folder's names are on the disk itself, where the system can say so."""
        if sys.platform == "win32":
            return
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class SharedFiles(FileSystem):
    """Files to hand on, such as reports: readable as any file that the user makes, not private."""

    @override
    def create(self, path: Path) -> int:
        """Make a new file with the permissions that the user's system gives, and return its descriptor."""
        return os.open(path, _NEW, 0o666)
