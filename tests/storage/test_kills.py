"""Killed at any moment, no acknowledged answer is lost; and a journal that cheats is caught."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import kill_writers
from support.documents import SCALE

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
KILLS = 700 if SCALE else 100

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="sessions are forks")


def kill(home: Path, kills: int, seed: int, broken: str = "") -> dict[str, int]:
    command = [sys.executable, kill_writers.__file__, str(home), str(kills), str(seed), *filter(None, [broken])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize("seed", range(RUNS))
def test_no_acknowledged_answer_is_lost(tmp_path: Path, seed: int) -> None:
    tally = kill(tmp_path, KILLS, seed)
    assert tally["acknowledged"] > KILLS, tally
    assert {**tally, "acknowledged": 0, "unasked": 0} == {
        "kills": KILLS,
        "lost": 0,
        "wrong": 0,
        "unasked": 0,
        "acknowledged": 0,
    }


@pytest.mark.parametrize("broken", sorted(kill_writers.BROKEN))
def test_a_journal_that_acknowledges_too_soon_is_caught(tmp_path: Path, broken: str) -> None:
    assert kill(tmp_path, 40, 1, broken)["lost"] > 0
