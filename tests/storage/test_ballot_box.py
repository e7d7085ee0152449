"""The ballot box keeps votes through everything, tells nothing by itself, and never takes damaged votes for good."""

from __future__ import annotations

import json
import logging
import os
import random
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.documents import SCALE, FaultyFileSystem
from support.workshops import votes
from typing_extensions import override

from cxaudit.app.ports import LostBallot
from cxaudit.domain.errors import BallotBoxError
from cxaudit.domain.workshop import Ballot, Vote
from cxaudit.storage.ballot_box import MOST_BYTES, BallotFiles, _digest
from cxaudit.storage.filesystem import FileSystem

AUDIT = "4f0c"
EMPTY = Ballot(practice="mission.p1", session="2026-11-24T09:00:00+01:00")
KILLS = 2000 if SCALE else 60
ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tests" / "support" / "kill_voters.py"


def ballot(panel: list[Vote], group: str = "") -> Ballot:
    return EMPTY.with_votes(group, tuple(panel))


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def the_file(folder: Path) -> Path:
    (name,) = files(folder)
    return folder / name


@given(votes(), st.sampled_from(["", "front line"]))
def test_votes_come_back_equal(tmp_path_factory: pytest.TempPathFactory, panel: list[Vote], group: str) -> None:
    folder = tmp_path_factory.mktemp("box")
    BallotFiles(folder).put(AUDIT, ballot(panel, group))
    assert BallotFiles(folder).take(AUDIT) == ballot(panel, group)
    assert BallotFiles(folder).take(AUDIT) == ballot(panel, group)  # it stays


def test_nothing_is_made_before_the_first_vote(tmp_path: Path) -> None:
    box = BallotFiles(tmp_path / "ballots")
    assert box.take(AUDIT) is None
    box.empty(AUDIT)
    assert list(tmp_path.iterdir()) == []


def test_each_document_has_its_own_file_private_and_without_a_name(tmp_path: Path) -> None:
    box = BallotFiles(tmp_path)
    box.put("Nordlys", ballot([1, 2]))
    box.put("Fjord", ballot([5]))
    assert (box.take("Nordlys"), box.take("Fjord")) == (ballot([1, 2]), ballot([5]))
    assert len(files(tmp_path)) == 2
    for name in files(tmp_path):
        assert "ordlys" not in name
        assert "jord" not in name
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / name).parent.stat().st_mode) == 0o700
    box.empty("Nordlys")
    assert (box.take("Nordlys"), box.take("Fjord")) == (None, ballot([5]))


def test_an_emptied_box_leaves_nothing_not_even_an_interrupted_write(tmp_path: Path) -> None:
    box = BallotFiles(tmp_path)
    box.put(AUDIT, ballot([1]))
    (the_file(tmp_path).parent / ".cxaudit-0123456789abcdef.tmp").write_bytes(b"half a ballot")
    box.empty(AUDIT)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=15)
@given(panel=votes(2, 12), order=st.randoms())
def test_the_file_does_not_tell_in_which_order_votes_were_given(
    tmp_path_factory: pytest.TempPathFactory, panel: list[Vote], order: random.Random
) -> None:
    def after(given_in: list[Vote]) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("box")
        box = BallotFiles(folder)
        for number in range(len(given_in)):
            box.put(AUDIT, ballot(given_in[: number + 1]))
        return files(folder)

    mixed = list(panel)
    order.shuffle(mixed)
    assert after(mixed) == after(panel)


def test_every_changed_byte_and_every_cut_is_noticed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    box = BallotFiles(tmp_path)
    box.put(AUDIT, ballot([1, 2, 4, "dk"]))
    path = the_file(tmp_path)
    whole = path.read_bytes()
    with caplog.at_level(logging.CRITICAL):
        for place in range(len(whole)):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            assert isinstance(box.take(AUDIT), LostBallot)
            path.write_bytes(whole[:place])
            assert isinstance(box.take(AUDIT), LostBallot)
    path.write_bytes(whole)
    assert box.take(AUDIT) == ballot([1, 2, 4, "dk"])


def test_damaged_votes_are_replaced_by_the_next_and_the_log_tells_none(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    box = BallotFiles(tmp_path)
    box.put(AUDIT, ballot([1, 2, 4, "dk"]))
    path = the_file(tmp_path)
    strange = path.read_bytes().partition(b"\n")[2].replace(b'"dk"', b'"dunno"')
    path.write_bytes(_digest(strange) + b"\n" + strange)
    assert box.take(AUDIT) == LostBallot("the form is not known")
    path.write_bytes(b"x" * (MOST_BYTES + 1))
    assert isinstance(box.take(AUDIT), LostBallot)
    assert "dunno" not in caplog.text
    box.put(AUDIT, ballot([3]))
    assert box.take(AUDIT) == ballot([3])


def test_the_largest_room_fits(tmp_path: Path) -> None:
    full = EMPTY
    for label in "abcd":
        full = full.with_votes(label * 200, ("dk",) * 200)
    box = BallotFiles(tmp_path)
    box.put(AUDIT, full)
    assert box.take(AUDIT) == full


class Refusing(FileSystem):
    """Refuses to take anything away."""

    @override
    def remove_folder(self, folder: Path) -> None:
        raise PermissionError(13, "held by a scanner")


def test_a_disk_that_fails_is_told_and_keeps_the_votes_before(tmp_path: Path) -> None:
    faulty = FaultyFileSystem(seed=4, share=0.3)
    box = BallotFiles(tmp_path, faulty)
    box.put(AUDIT, ballot([1]))
    kept, told = ballot([1]), 0
    faulty.armed = True
    for number in range(200):
        new = ballot([1 + number % 5] * (1 + number % 9))
        try:
            box.put(AUDIT, new)
        except BallotBoxError:
            told += 1
            found = box.take(AUDIT)
            assert isinstance(found, Ballot)
            assert found in (kept, new)
            kept = found
        else:
            kept = new
    assert told > 20
    with pytest.raises(BallotBoxError):
        BallotFiles(tmp_path, Refusing()).empty(AUDIT)


def voters_killed(home: Path, broken: str = "") -> dict[str, int]:
    command = [sys.executable, str(SCRIPT), str(home), str(KILLS), "7", broken]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    done = subprocess.run(command, capture_output=True, check=True, timeout=250, env=environment)
    return json.loads(done.stdout)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_votes_outlive_a_killed_program(tmp_path: Path) -> None:
    tally = voters_killed(tmp_path)
    assert tally["lost"] == 0
    assert tally["acknowledged"] > KILLS


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_the_kill_test_sees_a_box_that_writes_over(tmp_path: Path) -> None:
    assert voters_killed(tmp_path, "in place")["lost"] > 0
