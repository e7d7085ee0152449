"""Where audits, samples and reports lie: moves that work and moves that fail, folders that are not there yet."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from support.program import Hands, fill, running, settle
from support.shown import at_results, in_dialog

from cxaudit.ui.app import Program
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.card import Banner
from cxaudit.ui.widgets.text import Text

CONTROL = Qt.KeyboardModifier.ControlModifier


def path_of(session: Session) -> Path:
    assert session.document is not None
    return session.document.path


def recent(program: Program) -> list[Path]:
    return [entry.path for entry in program.preferences.recent()]


def banners(program: Program) -> list[str]:
    return [b.accessibleName() for b in program.window.messages.findChildren(Banner) if b.isVisible()]


def explore(program: Program, qtbot: QtBot) -> Session:
    session = program.window.session
    session.explore_sample()
    qtbot.waitUntil(lambda: session.has_assessment, timeout=20_000)
    return session


def samples(session: Session) -> list[str]:
    return sorted(path.name for path in session.services.log_file.parent.glob("*.cxaudit"))


def test_after_save_as_the_new_place_is_the_recent_one(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "43")
    target = tmp_path / "elsewhere" / "Kestrel.cxaudit"
    session.save_as(target)
    qtbot.waitUntil(lambda: recent(program)[:1] == [target], timeout=20_000)
    qtbot.waitUntil(lambda: len(banners(program)) == 1)
    assert banners(program)[0].startswith("Saved as Kestrel.cxaudit")


def test_save_as_and_close_at_once_remembers_the_new_place(program: Program, tmp_path: Path) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "43")
    target = tmp_path / "elsewhere" / "Kestrel.cxaudit"
    session.save_as(target)
    session.close()
    program.tasks.finish()
    assert recent(program)[0] == target


def test_a_save_as_that_fails_is_told_and_the_audit_stays_where_it_was(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    session = program.window.session
    session.start_quick_audit()
    fill(session, "43")
    old = path_of(session)
    (tmp_path / "a file").write_bytes(b"in the way")
    session.save_as(tmp_path / "a file" / "Kestrel.cxaudit")
    qtbot.waitUntil(lambda: bool(banners(program)), timeout=20_000)
    (told,) = banners(program)
    assert "Save As failed" in told
    assert "Not a directory" in told
    assert str(old) in told
    fill(session, "2")
    session.close()
    program.tasks.finish()
    assert recent(program) == [old]
    entry = program.preferences.recent()[0]
    assert entry.answered == 3


def test_the_report_of_a_sample_makes_our_own_folder(program: Program, qtbot: QtBot, hands: Hands) -> None:
    session = explore(program, qtbot)
    folder = session.services.documents_folder
    rmtree(folder, ignore_errors=True)
    with qtbot.waitSignal(session.exported, timeout=60_000) as wrote:
        in_dialog(lambda _dialog: hands.tap(Qt.Key.Key_Return))
        hands.press(Qt.Key.Key_E, CONTROL)
    assert wrote.args is not None
    assert Path(wrote.args[0]).parent == folder
    assert Path(wrote.args[0]).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("typed", ["reports/2026", "{root}/nowhere/Kestrel.pdf"])
def test_a_folder_that_is_not_there_is_told_in_the_dialog(
    program: Program, hands: Hands, tmp_path: Path, typed: str
) -> None:
    at_results(program, place="report")
    name = typed.format(root=tmp_path)
    said: list[str] = []

    def try_it(dialog: QDialog) -> None:
        (edit,) = dialog.findChildren(QLineEdit)
        edit.setText(name)
        hands.tap(Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert edit.text() == name
        said.extend(text.text() for text in dialog.findChildren(Text))

    in_dialog(try_it)
    hands.press(Qt.Key.Key_E, CONTROL)
    assert any(text.startswith("There is no folder ") for text in said)


def test_our_folder_that_cannot_be_made_is_told_in_the_dialog(program: Program, qtbot: QtBot, hands: Hands) -> None:
    session = explore(program, qtbot)
    session.go_to("report")
    session.services.documents_folder.write_bytes(b"in the way")
    said: list[str] = []

    def try_it(dialog: QDialog) -> None:
        hands.tap(Qt.Key.Key_Return)
        assert dialog.isVisible()
        said.extend(text.text() for text in dialog.findChildren(Text))

    in_dialog(try_it)
    hands.press(Qt.Key.Key_E, CONTROL)
    assert any("cannot be used" in text for text in said)


def test_an_old_sample_makes_room_for_the_next(program: Program, qtbot: QtBot) -> None:
    session = explore(program, qtbot)
    session.set_organisation("Tried")
    session.close()
    for _time in range(2):
        session = explore(program, qtbot)
        assert session.assessment.organisation != "Tried"
        session.close()
    settle()
    assert samples(session) == ["Sample.cxaudit"]
    assert recent(program) == []


def test_neither_an_open_sample_nor_an_audit_is_taken_away(qtbot: QtBot, tmp_path: Path) -> None:
    with running(tmp_path) as one, running(tmp_path) as other:
        first = explore(one, qtbot)
        mine = first.services.log_file.parent / "Mine.cxaudit"
        session = other.window.session
        session.start_quick_audit()
        fill(session, "4")
        session.save_as(mine)
        session.close()
        explore(other, qtbot)
        assert samples(first) == ["Mine.cxaudit", "Sample 2.cxaudit", "Sample.cxaudit"]
        assert first.assessment.organisation


def test_a_second_export_is_told_once(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    session = at_results(program)
    for _time in range(2):
        with qtbot.waitSignal(session.exported, timeout=60_000):
            session.report.write(tmp_path / "Report.pdf")
    settle()
    assert len(banners(program)) == 1
