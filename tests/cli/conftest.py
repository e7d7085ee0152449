from __future__ import annotations

from pathlib import Path

import pytest
from support.command_line import CommandLine


@pytest.fixture
def cxaudit(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A wholesome answers file in a folder of its own."""
    folder = tmp_path / "work"
    folder.mkdir()
    path = folder / "answers.toml"
    path.write_text(
        """
        mode = "quick"
        organisation = "Nordlys / Energi"
        date = 2026-11-20
        [targets]
        mission = 3
        [answers.M1]
        level = 4
        evidence = "Board paper 14"
        [answers.H3]
        level = 1
        note = "As told by two teams"
        [answers.S1]
        votes = [2, 3, "dk", "na", "-"]
        agreed = 2
        [answers."journey-use.current-map"]
        dont_know = true
        [actions.run-recall-test]
        status = "accepted"
        reason = "After the merger"
        owner = "Ada"
        due = 2027-03-01
        """,
        encoding="utf-8",
    )
    return path
