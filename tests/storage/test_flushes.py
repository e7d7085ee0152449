"""One flush of the journal for one acknowledged answer, counted as system calls."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ANSWER = """
import sys
from pathlib import Path
from support.documents import ASSESSMENT, engagement, library, note

home, count = Path(sys.argv[1]), int(sys.argv[2])
document = library(home).create(home / "Audit.cxaudit", engagement())
for number in range(1, count + 1):
    document.record(ASSESSMENT, note(number, str(number)))
    if number % 50 == 0:
        document.flush()
document.close()
"""


def traced_flushes(home: Path, count: int) -> list[str]:
    trace = home / "trace"
    command = ["strace", "-f", "-y", "-qq", "-e", "trace=fsync,fdatasync,sync_file_range,syncfs", "-o", str(trace)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    run = subprocess.run(
        [*command, sys.executable, "-c", ANSWER, str(home), str(count)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    if "ptrace" in run.stderr:
        pytest.skip("tracing is not allowed here")
    assert run.returncode == 0, run.stderr
    return [line for line in trace.read_text().splitlines() if ".journal>" in line and "resumed" not in line]


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_each_answer_costs_exactly_one_flush(tmp_path: Path) -> None:
    counts = {}
    for answers in (0, 200):
        home = tmp_path / str(answers)
        home.mkdir()
        counts[answers] = len(traced_flushes(home, answers))
    # One more for the snapshot that the session begins with.
    assert counts == {0: 1, 200: 201}
