"""A crash is kept in the log, flushed and shown once; a second one while it is shown only adds to the log."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.program import fill, settle

from cxaudit.ui.app import Program
from cxaudit.ui.crashes import Crashes


@pytest.fixture
def crashes(qtbot: QtBot, tmp_path: Path) -> Iterator[Crashes]:
    del qtbot
    made = Crashes()
    made.attach(tmp_path / "logs" / "cxaudit.log")
    yield made
    if made.dialog is not None:
        made.dialog.close()


def crash(crashes: Crashes, word: str) -> None:
    crashes.take(ZeroDivisionError, ZeroDivisionError(word), None)
    settle()


def test_a_crash_is_logged_and_shown_once(crashes: Crashes, tmp_path: Path) -> None:
    flushed: list[bool] = []
    crashes.flush = lambda: flushed.append(True)
    crash(crashes, "one")
    dialog = crashes.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert "ZeroDivisionError: one" in dialog.text
    crash(crashes, "two")
    assert crashes.dialog is dialog
    assert flushed == [True]
    log = (tmp_path / "logs" / "cxaudit.log").read_text("utf-8")
    assert "ZeroDivisionError: one" in log
    assert "ZeroDivisionError: two" in log


def test_after_the_dialog_is_closed_the_next_crash_is_shown(crashes: Crashes) -> None:
    crash(crashes, "one")
    assert crashes.dialog is not None
    crashes.dialog.reject()
    settle()
    crash(crashes, "two")
    assert crashes.dialog is not None
    assert "two" in crashes.dialog.text


def test_a_flush_that_fails_too_does_not_loop(crashes: Crashes, tmp_path: Path) -> None:
    def fail() -> None:
        raise OSError("gone")

    crashes.flush = fail
    crash(crashes, "one")
    assert crashes.dialog is not None
    assert "could not be brought to disk" in (tmp_path / "logs" / "cxaudit.log").read_text("utf-8")


def test_the_details_are_copied(crashes: Crashes) -> None:
    crash(crashes, "one")
    assert crashes.dialog is not None
    crashes.dialog.copy()
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the clipboard is asked here only

    assert "ZeroDivisionError: one" in QGuiApplication.clipboard().text()


def test_without_a_log_the_crash_goes_to_the_standard_error(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    del qtbot
    made = Crashes()
    made.write("no log yet")
    assert "no log yet" in capsys.readouterr().err


def test_the_hooks_are_taken_and_given_back(crashes: Crashes, tmp_path: Path) -> None:
    crashes.install()
    try:
        assert sys.excepthook == crashes.take
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        settle()
    finally:
        crashes.detach()
    assert sys.excepthook is sys.__excepthook__
    assert "ZeroDivisionError" in (tmp_path / "logs" / "cxaudit.log").read_text("utf-8")


def test_what_was_typed_is_on_disk_after_a_crash(program: Program) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "432")
    crash(program.crashes, "one")
    assert session.document is not None
    assert session.document.status.acknowledged == session.sent
    assert program.crashes.dialog is not None
    program.crashes.dialog.close()
