"""A disk that is truly full: what was acknowledged is there, and work goes on once there is room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

FILL = """
import json, resource, signal, sys
from pathlib import Path
from support.documents import ASSESSMENT, engagement, library, note, notes

home = Path(sys.argv[1])
path = home / "Audit.cxaudit"
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
document = library(home).create(path, engagement())
document.flush()
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, hard))
number = 0
while document.status.journal_ok and number < 1000:
    number = document.record(ASSESSMENT, note(number + 1, f"{number + 1}:" + "v" * 900))
    document.flush()
full = document.status
kept = notes(library(home).read(path))
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
document.record(ASSESSMENT, note(number + 1, f"{number + 1}:"))
document.close()
after = notes(library(home).read(path))
print(json.dumps({
    "full": [full.acknowledged, full.file, full.problem],
    "tried": number,
    "kept": sorted(int(text.split(":")[0]) for text in kept.values()),
    "after": sorted(int(text.split(":")[0]) for text in after.values()),
    "ok": document.status.journal_ok and document.status.file == "up to date",
}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_nothing_acknowledged_is_lost_on_a_full_disk(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    run = subprocess.run(
        [sys.executable, "-c", FILL, str(tmp_path)], capture_output=True, text=True, check=False, env=environment
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    acknowledged, file, problem = told["full"]
    assert 0 < acknowledged == told["tried"] - 1
    assert file == "failed"
    assert "large" in problem
    assert max(told["kept"]) >= acknowledged
    assert told["after"] == list(range(max(1, told["tried"] - 6), told["tried"] + 2))
    assert told["ok"]
