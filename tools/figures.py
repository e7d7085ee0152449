"""How the program's figures are taken and printed: on the code of this checkout, without a screen."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]


def row(name: str, value: str, limit: str, *, good: bool) -> None:
    """Print one figure with its limit."""
    print(f"{'ok  ' if good else 'OVER'}  {name:<58} {value:>22}   limit {limit}", flush=True)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def middle(work: Callable[[], object], times: int = 7) -> float:
    """Return the median of the seconds that a piece of work takes."""
    return statistics.median(timed(work) for _ in range(times))


def process(*arguments: object) -> str:
    """Run the interpreter with these arguments, to its end, and return what it prints."""
    command = [sys.executable, *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
