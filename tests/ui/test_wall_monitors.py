"""A laptop and a projector that comes, goes and changes; the real window, in a process that has such monitors."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from support.monitors import CAN_CHANGE

from cxaudit.ui.wall.monitors import REHEARSAL, SHARED, WINDOW, Monitor, chosen, place_words, set_key, swapped

SCRIPT = Path(__file__).resolve().parents[1] / "support" / "on_monitors.py"
NAMES = re.findall(r"^@scenario.*\ndef (\w+)", SCRIPT.read_text(encoding="utf-8"), re.MULTILINE)

LAPTOP = Monitor("laptop", QRect(0, 0, 1366, 768))
HALL = Monitor("hall", QRect(1366, 0, 1920, 1080))
OTHER = Monitor("other", QRect(3286, 0, 1280, 720))


@pytest.fixture(scope="module")
def went_wrong(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    command = [sys.executable, str(SCRIPT), str(tmp_path_factory.mktemp("monitors"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(not CAN_CHANGE, reason="monitors are plugged in on Linux only; docs/ has the check by hand")
@pytest.mark.parametrize("name", NAMES)
def test_on_monitors(went_wrong: dict[str, str], name: str) -> None:
    assert went_wrong[name] == ""


def test_every_scenario_is_run() -> None:
    assert len(NAMES) == 14


def test_the_wall_stands_where_it_was_put_last_else_where_the_console_is_not() -> None:
    both = (LAPTOP, HALL)
    assert chosen(both, "laptop", "") == "hall"
    assert chosen(both, "hall", "") == "laptop"
    assert chosen(both, "laptop", "laptop") == "laptop"
    assert chosen(both, "laptop", WINDOW) == WINDOW
    assert chosen(both, "laptop", "gone") == "hall"
    assert chosen((LAPTOP,), "laptop", "") == REHEARSAL
    assert chosen((LAPTOP,), "laptop", "laptop") == REHEARSAL
    assert chosen((LAPTOP,), "laptop", SHARED) == SHARED
    assert chosen((), "laptop", "") == REHEARSAL


def test_a_swap_goes_round_all_monitors() -> None:
    three = (LAPTOP, HALL, OTHER)
    assert [swapped(three, now) for now in ("laptop", "hall", "other")] == ["hall", "other", "laptop"]
    assert swapped(three, REHEARSAL) == "other"
    assert [swapped((LAPTOP,), now) for now in (REHEARSAL, SHARED, WINDOW)] == [SHARED, REHEARSAL, SHARED]


def test_the_same_monitors_have_one_name_in_any_order() -> None:
    assert set_key((LAPTOP, HALL)) == set_key((HALL, LAPTOP))
    assert set_key((LAPTOP,)) != set_key((LAPTOP, HALL))


def test_where_it_stands_is_said() -> None:
    said = [place_words((LAPTOP, HALL), place, missing=False) for place in ("hall", WINDOW, SHARED, REHEARSAL)]
    assert said == [
        "Other screen, 1920 × 1080",  # noqa: RUF001 - times
        "In a window",
        "On this screen",
        "Rehearsal: on no screen",
    ]
    assert "gone" in place_words((LAPTOP,), REHEARSAL, missing=True)
