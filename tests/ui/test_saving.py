"""What is typed is on disk, the window never waits for it, and what goes wrong is said with its cure."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.program import Hands, fill, running, settle

from cxaudit.storage import filesystem
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.not_saved import NotSaved
from cxaudit.ui.screens.question import QuestionScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.card import Banner
from cxaudit.ui.widgets.home_parts import RecentLine

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = "433202311220313"

READ = """
import sys
from pathlib import Path
from cxaudit.bootstrap import build_services
from cxaudit.storage.folders import Folders
found = build_services(Folders.under(Path(sys.argv[1]))).documents.read(Path(sys.argv[2]))
asked = found.pack.asked(found.newest.mode)
print("".join(str(found.newest.answer(p.id).level or 0) for p in asked))
"""

ANSWER_AND_DIE = """
import os, sys
from pathlib import Path
from support.program import fill, running, settle
with running(Path(sys.argv[1])) as program:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "432")
    while session.status.acknowledged < session.sent:
        settle()
    print(session.document.path, flush=True)
    os._exit(1)
"""


def in_new_process(script: str, *arguments: object) -> str:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path})
    assert run.stdout, run.stderr
    return run.stdout.strip()


def banners(program: Program) -> list[str]:
    return [b.accessibleName() for b in program.window.messages.findChildren(Banner) if b.isVisible()]


def path_of(session: Session) -> Path:
    assert session.document is not None
    return session.document.path


def everything_saved(session: Session) -> bool:
    status = session.status
    return status is not None and status.acknowledged == session.sent and status.file == "up to date"


def test_a_new_audit_is_a_file_from_its_first_answer(program: Program, qtbot: QtBot) -> None:
    session = program.window.session
    session.start_quick_audit()
    assert session.document is None
    fill(session, "4")
    first = path_of(session)
    session.start_quick_audit()
    fill(session, "3")
    assert first.parent == session.services.documents_folder
    assert path_of(session) != first
    qtbot.waitUntil(lambda: everything_saved(session))
    assert first.exists()
    assert path_of(session).exists()


def test_a_new_process_reads_what_was_answered(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with running(tmp_path) as program:
        program.window.session.start_quick_audit()
        fill(program.window.session, ANSWERS)
        path = path_of(program.window.session)
    assert in_new_process(READ, tmp_path, path) == ANSWERS


def test_the_window_goes_on_while_the_disk_stands_still(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving, flush = Event(), filesystem._flush

    def stuck(descriptor: int) -> None:
        moving.wait(60)
        flush(descriptor)

    monkeypatch.setattr(filesystem, "_flush", stuck)
    session = program.window.session
    session.start_quick_audit()
    fill(session, ANSWERS)
    settle()
    assert session.flow.in_review
    assert program.window.screen_shown is program.window.screens["review"]
    assert session.status is not None
    assert session.status.acknowledged < session.sent
    assert program.window.status_line.saved.text() == "Saving…"
    moving.set()
    qtbot.waitUntil(lambda: everything_saved(session), timeout=20_000)
    assert program.window.status_line.saved.text().startswith("Saved ")


def test_a_failing_journal_says_so_until_it_works_again(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush, full = filesystem._flush, [True]

    def flush_or_fail(descriptor: int) -> None:
        if full[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        flush(descriptor)

    monkeypatch.setattr(filesystem, "_flush", flush_or_fail)
    session = program.window.session
    session.start_quick_audit()
    fill(session, "4")
    qtbot.waitUntil(lambda: program.window.findChild(NotSaved) is not None)
    assert program.window.status_line.saved.text() == "Not saved"
    full[0] = False
    fill(session, "3")
    qtbot.waitUntil(lambda: everything_saved(session), timeout=20_000)
    qtbot.waitUntil(lambda: program.window.findChild(NotSaved) is None)


def test_answers_of_a_program_that_died_come_back_and_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = Path(in_new_process(ANSWER_AND_DIE, tmp_path))
    with running(tmp_path) as program:
        session = program.window.session
        session.open(path)
        qtbot.waitUntil(lambda: session.has_assessment)
        settle()
        levels = [session.assessment.answer(practice).level for practice in session.flow.asked[:4]]
        assert levels == [4, 3, 2, None]
        assert session.flow.number == 4
        assert "came back" in banners(program)[0]


def test_a_file_that_cannot_be_opened_is_told_above_the_page(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "broken.cxaudit"
    broken.write_bytes(b"no audit at all")
    program.window.session.open(broken)
    qtbot.waitUntil(lambda: len(banners(program)) == 1)
    assert broken.name in banners(program)[0]
    assert not program.window.session.has_assessment
    assert broken.read_bytes() == b"no audit at all"


def test_a_file_that_is_open_elsewhere_is_told(program: Program, qtbot: QtBot) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "4")
    path = path_of(session)
    session.close()
    other = session.services.documents.open(path)
    session.open(path)
    qtbot.waitUntil(lambda: len(banners(program)) == 1)
    other.close()
    session.open(path)
    qtbot.waitUntil(lambda: session.has_assessment)
    assert banners(program) == []


def test_recent_files_open_by_return(program: Program, qtbot: QtBot, hands: Hands) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "432")
    session.set_organisation("Kestrel Water")
    session.close()
    settle()
    qtbot.waitUntil(lambda: any(line.isVisible() for line in lines(program)))
    line = lines(program)[0]
    assert line.accessibleName().startswith("Kestrel Water, Five-minute audit, 3 of 15 done")
    line.setFocus()
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.has_assessment)
    assert session.flow.number == 4


def test_recent_files_are_pinned_taken_off_and_forgotten(program: Program, qtbot: QtBot, hands: Hands) -> None:
    session = program.window.session
    for name in ("First", "Second"):
        session.start_quick_audit()
        fill(session, "4")
        session.set_organisation(name)
    session.close()
    settle()
    qtbot.waitUntil(lambda: names(program) == ["Second", "First"])
    lines(program)[1].setFocus()
    hands.press(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: names(program) == ["First", "Second"])
    lines(program)[1].setFocus()
    hands.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(program) == ["First"])
    program.preferences.forget()
    program.preferences.set_remember(on=False)
    qtbot.waitUntil(lambda: names(program) == [])


def lines(program: Program) -> list[RecentLine]:
    return [line for line in program.window.screens["home"].findChildren(RecentLine) if line.isVisible()]


def names(program: Program) -> list[str]:
    return [line.text() for line in lines(program)]


def test_the_sample_is_a_badged_copy_and_not_among_the_recent_files(
    program: Program, qtbot: QtBot, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_E)
    session = program.window.session
    qtbot.waitUntil(lambda: session.has_assessment)
    assert session.sample
    assert not path_of(session).is_relative_to(session.services.documents_folder)
    session.close()
    program.tasks.finish()
    assert program.preferences.recent() == ()


def test_a_document_that_is_named_at_the_start_opens(qtbot: QtBot, tmp_path: Path) -> None:
    with running(tmp_path) as program:
        program.window.session.start_quick_audit()
        fill(program.window.session, "43")
        path = path_of(program.window.session)
    with running(tmp_path, path) as program:
        qtbot.waitUntil(lambda: program.window.session.has_assessment)
        assert program.window.session.flow.number == 3


def test_a_zoom_keeps_the_page_and_the_answers(program: Program) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "43")
    program.window.run("zoom_in")
    assert session.flow.number == 3
    assert program.window.screen_shown is program.window.screens["question"]
    fill(session, "2")
    settle()
    shown = program.window.screen_shown
    assert isinstance(shown, QuestionScreen)
    assert shown.column.place.text() == "4 of 15"
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    assert program.window.isAncestorOf(focus)
