"""Writing the report from the window: where it goes, how far it is, what is said where it cannot be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from support.program import Hands, focusable, settle
from support.shown import at_results, clipped, in_dialog, unnamed

from cxaudit.app.reporting import ReportFormat
from cxaudit.presentation.report_forms import FORMS
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.export import ExportDialog, export_report, free_place
from cxaudit.ui.notices import Notices
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Banner
from cxaudit.ui.widgets.messages import Messages
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.writing_banner import WritingBanner

KEYS = Qt.Key
OLD = b"The report of last year"


def place_of(dialog: QDialog) -> Path:
    assert isinstance(dialog, ExportDialog)
    assert dialog.place.path is not None
    return dialog.place.path


def rename(dialog: QDialog, name: str) -> None:
    assert isinstance(dialog, ExportDialog)
    edit = dialog.place.name.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, name)


def words(dialog: QDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def in_export(program: Program, act: Callable[[QDialog], object], form: ReportFormat = "pdf") -> None:
    in_dialog(act)
    export_report(program.window, program.window.session, form)


def ended(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.report.writing, timeout=60_000)
    settle()


def said(program: Program) -> str:
    return " ".join(t.text() for b in program.window.messages.findChildren(Banner) for t in b.findChildren(Text))


def banner(program: Program) -> WritingBanner | None:
    return program.window.messages.findChild(WritingBanner)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is told at once, not after a second."""
    monkeypatch.setattr(Notices, "delay_ms", 0)


class Held:
    """A writer that goes on as it is let; it writes as ever."""

    def __init__(self, session: Session) -> None:
        self._write, self.go_on = session.services.write_report, Event()
        session.services = replace(session.services, write_report=self)

    def __call__(self, path: Path, *rest: Any) -> tuple[str, ...]:
        assert self.go_on.wait(60)
        return self._write(path, *rest)


# ---------------------------------------------------------------------- where it goes
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_form_is_written_where_return_says(program: Program, hands: Hands, qtbot: QtBot, form: Any) -> None:
    session = at_results(program)
    session.set_organisation("Kestrel / Water")
    places = list[Path]()

    def accept(dialog: QDialog) -> None:
        assert dialog.windowTitle() == form.title
        assert form.description in words(dialog)
        assert unnamed(dialog) == []
        assert clipped(dialog) == []
        places.append(place_of(dialog))
        hands.tap(KEYS.Key_Return)

    in_export(program, accept, form.id)
    ended(session, qtbot)
    assert places[0].name.startswith("Kestrel Water CX ")
    assert places[0].suffix == form.ending
    assert places[0].stat().st_size > 100
    assert str(places[0]) in said(program)


def test_a_copy_for_the_client_is_told_by_its_name_and_once_more(program: Program) -> None:
    session = at_results(program)
    session.report.keep(frozenset({"notes"}))

    def look(dialog: QDialog) -> None:
        assert place_of(dialog).name == "CX audit, client copy.docx"
        assert "leaves out: what the room said" in words(dialog)

    in_export(program, look, "docx")


def test_a_file_that_would_be_replaced_is_told(program: Program) -> None:
    session = at_results(program)

    def look(dialog: QDialog) -> None:
        assert "will be replaced" not in words(dialog)
        place_of(dialog).write_bytes(OLD)
        rename(dialog, "Another")
        assert "will be replaced" not in words(dialog)
        rename(dialog, "CX audit")
        assert "will be replaced" in words(dialog)

    in_export(program, look)
    assert not session.report.writing


def test_escape_writes_nothing(program: Program, hands: Hands) -> None:
    session = at_results(program)
    in_export(program, lambda _dialog: hands.tap(KEYS.Key_Escape))
    assert not session.report.writing


def test_an_audit_is_never_put_in_the_place_of_the_one_that_is_open(program: Program, hands: Hands) -> None:
    session = at_results(program)
    session.flush()
    assert session.document is not None
    path = session.document.path

    def refuse(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        rename(dialog, path.name)
        hands.tap(KEYS.Key_Return)
        assert dialog.isVisible()
        assert "This is the audit that is open" in words(dialog)
        assert dialog.place.name.edit.hasFocus()

    in_export(program, refuse, "cxaudit")
    assert not session.report.writing


def test_an_ending_that_is_typed_is_not_doubled(program: Program) -> None:
    at_results(program)

    def look(dialog: QDialog) -> None:
        for typed in ("For Ann", "For Ann.docx", "For Ann.DOCX"):
            rename(dialog, typed)
            assert place_of(dialog).name == "For Ann.docx"

    in_export(program, look, "docx")


# ---------------------------------------------------------------------- where it cannot be written
def test_a_place_that_cannot_be_written_is_told_and_another_name_is_one_press_away(
    program: Program, hands: Hands, qtbot: QtBot
) -> None:
    session = at_results(program)
    taken = session.folder / "Plan.csv"
    taken.mkdir()
    session.report.write(taken, "jira")
    ended(session, qtbot)
    assert "The report could not be written." in said(program)
    assert f"Nothing was written to {taken}; a report that was there is as it was." in said(program)
    again = next(b for b in program.window.messages.findChildren(Button) if b.text() == "Choose another name…")
    places = list[Path]()

    def accept(dialog: QDialog) -> None:
        assert dialog.windowTitle() == "Plan for Jira (CSV)"
        places.append(place_of(dialog))
        hands.tap(KEYS.Key_Return)

    in_dialog(accept)
    again.setFocus()
    hands.press(KEYS.Key_Return)
    ended(session, qtbot)
    assert places == [session.folder / "Plan 2.csv"]
    assert places[0].is_file()
    assert "The report is written" in said(program)


def test_another_name_is_not_asked_for_when_the_audit_is_gone(program: Program, qtbot: QtBot) -> None:
    session = at_results(program)
    (session.folder / "A.pdf").mkdir()
    session.report.write(session.folder / "A.pdf")
    session.close()
    ended(session, qtbot)
    again = next(b for b in program.window.messages.findChildren(Button) if b.text() == "Choose another name…")
    again.click()
    assert not [d for d in program.window.findChildren(QDialog) if d.isVisible()]


def test_a_free_place_is_a_number_further(tmp_path: Path) -> None:
    for name in ("Report.pdf", "Report 2.pdf", "2026.pdf"):
        (tmp_path / name).touch()
    other = tmp_path / "ours"
    assert free_place(tmp_path / "Report.pdf", other) == tmp_path / "Report 3.pdf"
    assert free_place(tmp_path / "Report 2.pdf", other) == tmp_path / "Report 3.pdf"
    assert free_place(tmp_path / "2026.pdf", other) == tmp_path / "2026 2.pdf"
    assert free_place(tmp_path / "gone" / "Report.pdf", other) == other / "Report 2.pdf"


# ---------------------------------------------------------------------- how far it is
def test_a_long_report_shows_how_far_it_is_and_goes_by_itself(
    program: Program, qtbot: QtBot, tmp_path: Path, at_once: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del at_once
    told, render = list[str](), WritingBanner.render_progress

    def watch(banner: WritingBanner, done: int, of: int) -> None:
        render(banner, done, of)
        told.append(banner.accessibleName())

    monkeypatch.setattr(WritingBanner, "render_progress", watch)
    session = at_results(program)
    held = Held(session)
    session.report.write(tmp_path / "A.pdf")
    qtbot.waitUntil(lambda: banner(program) is not None, timeout=10_000)
    shown = banner(program)
    assert shown is not None
    assert shown.accessibleName() == "The report is being written. Getting ready"
    held.go_on.set()
    ended(session, qtbot)
    assert any(name.endswith(" % done") for name in told)
    assert banner(program) is None
    assert "The report is written" in said(program)


def test_a_report_that_is_soon_written_shows_nothing_of_it(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    session = at_results(program)
    session.report.write(tmp_path / "A.csv", "csv")
    ended(session, qtbot)
    assert banner(program) is None
    assert [n for n in program.window.findChildren(Notices) if n._delay.isActive()] == []


def test_it_can_be_cancelled_by_keys_and_the_old_report_stays(
    program: Program, hands: Hands, qtbot: QtBot, tmp_path: Path, at_once: None
) -> None:
    del at_once
    session, path = at_results(program), tmp_path / "A.pdf"
    path.write_bytes(OLD)
    held = Held(session)
    session.report.write(path)
    qtbot.waitUntil(lambda: banner(program) is not None, timeout=10_000)
    shown = banner(program)
    assert shown is not None
    (cancel,) = focusable(shown)
    assert cancel.accessibleName() == "Cancel the writing of the report"
    cancel.setFocus()
    hands.press(KEYS.Key_Space)
    shown.render_progress(1, 2)
    assert shown.accessibleName() == "The report is being written. It is being stopped"
    held.go_on.set()
    ended(session, qtbot)
    assert path.read_bytes() == OLD
    assert banner(program) is None
    assert "The report was not written" in said(program)


def test_it_stays_when_the_window_is_built_anew(program: Program, qtbot: QtBot, tmp_path: Path, at_once: None) -> None:
    del at_once
    session = at_results(program)
    held = Held(session)
    session.report.write(tmp_path / "A.pdf")
    qtbot.waitUntil(lambda: banner(program) is not None, timeout=10_000)
    program.preferences.set_zoom(150)
    settle()
    assert banner(program) is not None
    assert clipped(program.window.messages) == []
    held.go_on.set()
    ended(session, qtbot)
    assert banner(program) is None


def test_messages_come_and_go_below_what_goes_on(program: Program) -> None:
    messages: Messages = program.window.messages
    held = WritingBanner()
    messages.hold(held)
    messages.show_message("info", "One", "")
    messages.clear_messages()
    assert held.isVisible()
    assert messages.isVisible()
    messages.hold(None)
    assert not messages.isVisible()
