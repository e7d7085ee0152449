"""An exception in a slot, a timer or an override fails the test that it happens in, though Qt swallows it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SUITE = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

def work():
    {body}

def test_slot(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(work)
    button.click()

def test_timer(qtbot):
    QTimer.singleShot(0, work)
    qtbot.wait(20)

def test_override(qtbot):
    class Shown(QWidget):
        def showEvent(self, event: QShowEvent) -> None:
            work()
    widget = Shown()
    qtbot.addWidget(widget)
    widget.show()
"""


@pytest.mark.parametrize(("body", "outcome"), [("raise RuntimeError", "3 failed"), ("pass", "3 passed")])
def test_what_raises_inside_qt_fails(tmp_path: Path, body: str, outcome: str) -> None:
    suite = tmp_path / "test_planted.py"
    suite.write_text(SUITE.format(body=body), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider"]
    run = subprocess.run([*command, str(suite)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert outcome in run.stdout, run.stdout
