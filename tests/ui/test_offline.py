"""The program opens no network connection: neither the window nor the report asks the system for an internet socket."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "nordlys-quick.toml"


def internet_sockets(home: Path, *arguments: str) -> list[str]:
    """Run Python with the arguments and return every call that names an internet address family."""
    trace = home / "trace"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CXAUDIT_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace), sys.executable, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=home)
    if "ptrace" in run.stderr:
        pytest.skip("tracing is not allowed here")
    assert run.returncode == 0, run.stderr
    return [line for line in trace.read_text().splitlines() if "AF_INET" in line]


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("arguments", [["--check-window"], ["report", str(EXAMPLE), "-o", "report.pdf"]], ids=str)
def test_no_internet_socket_is_asked_for(tmp_path: Path, arguments: list[str]) -> None:
    assert internet_sockets(tmp_path, "-m", "cxaudit", *arguments) == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_an_internet_socket_would_be_seen(tmp_path: Path) -> None:
    assert internet_sockets(tmp_path, "-c", "import socket; socket.socket()") != []
