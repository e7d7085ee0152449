"""The program, real but for its folders, and hands to press its keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.program import Hands, running

from cxaudit.ui.app import Program
from cxaudit.ui.screens.question import QuestionScreen
from cxaudit.ui.screens.review import ReviewScreen


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers are taken at once after an advance."""
    monkeypatch.setattr(QuestionScreen, "guard_ms", 0)
    monkeypatch.setattr(ReviewScreen, "guard_ms", 0)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program at its home screen; `qtbot` makes exceptions in slots fail the test."""
    del qtbot
    with running(tmp_path / "home") as made:
        yield made
