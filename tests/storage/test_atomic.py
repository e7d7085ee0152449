"""A file is replaced whole or stays as it was; no litter, no way around."""

from __future__ import annotations

import errno
import itertools
from pathlib import Path

import pytest
from support.documents import SCALE, FaultyFileSystem
from typing_extensions import override

from cxaudit.storage import atomic
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.filesystem import FileSystem

CASES = 2000 if SCALE else 250


def test_it_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_atomically(FileSystem(), path, b"one", new=True)
    write_atomically(FileSystem(), path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_new_demands_a_free_name(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_atomically(FileSystem(), path, b"new", new=True)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_as_long_as_names_may_be_is_fine(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    write_atomically(FileSystem(), path, b"one")
    assert path.read_bytes() == b"one"


def test_what_a_crash_left_is_cleared_away_and_never_followed(tmp_path: Path) -> None:
    path, victim = tmp_path / "a", tmp_path / "victim"
    victim.write_bytes(b"mine")
    left = path.with_name(atomic._temporary_name("a"))
    left.symlink_to(victim)
    write_atomically(FileSystem(), path, b"one")
    assert victim.read_bytes() == b"mine"
    assert sorted(tmp_path.iterdir()) == [path, victim]


def test_under_faults_the_file_is_the_old_one_or_the_new_one_and_every_stop_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a"
    fs = FaultyFileSystem(seed=5, share=0.2)
    held = b"0"
    write_atomically(fs, path, held)
    fs.armed = True
    stops = 0
    for number in itertools.count(1):
        if fs.faults >= CASES:
            break
        data = b"%d" % number * 50
        before = fs.faults
        try:
            write_atomically(fs, path, data)
        except OSError:
            stops += 1
            assert fs.faults > before
            assert path.read_bytes() in {held, data}
        else:
            assert fs.faults == before
            assert path.read_bytes() == data
        held = path.read_bytes()
        assert list(tmp_path.iterdir()) == [path]
    assert stops == fs.faults


class Rotting(FileSystem):
    @override
    def write(self, descriptor: int, data: bytes) -> None:
        super().write(descriptor, data[:-1] + b"?")


def test_what_reads_back_differently_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="differs"):
        write_atomically(Rotting(), tmp_path / "a", b"one")


class Held(FileSystem):
    """A file that a virus scanner holds for a while."""

    def __init__(self, code: int, times: int) -> None:
        self.code = code
        self.left = times

    @override
    def replace(self, source: Path, target: Path) -> None:
        if self.left:
            self.left -= 1
            error = OSError(errno.EACCES, "held")
            vars(error)["winerror"] = self.code
            raise error
        super().replace(source, target)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    slept: list[float] = []
    monkeypatch.setattr(atomic.time, "sleep", slept.append)
    return slept


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path, pauses: list[float], code: int) -> None:
    write_atomically(Held(code, 4), tmp_path / "a", b"one")
    assert (tmp_path / "a").read_bytes() == b"one"
    assert len(pauses) == 4


def test_after_two_and_a_half_seconds_it_gives_up(tmp_path: Path, pauses: list[float]) -> None:
    with pytest.raises(OSError, match="held"):
        write_atomically(Held(32, 99), tmp_path / "a", b"one")
    assert sum(pauses) == pytest.approx(2.5)
    assert list(tmp_path.iterdir()) == []


def test_another_refusal_is_not_tried_again(tmp_path: Path, pauses: list[float]) -> None:
    with pytest.raises(OSError, match="held"):
        write_atomically(Held(1, 1), tmp_path / "a", b"one")
    assert pauses == []


def test_without_hard_links_a_name_is_claimed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", refuse)
    path = tmp_path / "a"
    write_atomically(FileSystem(), path, b"one", new=True)
    assert path.read_bytes() == b"one"
    with pytest.raises(FileExistsError):
        write_atomically(FileSystem(), path, b"two", new=True)
    assert list(tmp_path.iterdir()) == [path]
