"""Pages and dialogs of a full audit with something to see on them, to be painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support import screens
from support.program import settle
from support.shown import at_full_results

from cxaudit import assets
from cxaudit.app.fact_entry import entered
from cxaudit.app.new_audit import new_engagement
from cxaudit.domain.assessment import Answer
from cxaudit.presentation.continuation import continuation_view
from cxaudit.presentation.report import report_view
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.continuation import confirm_continuation
from cxaudit.ui.screens.report import ReportScreen


def _press(key: Qt.Key, text: str = "") -> None:
    settle()
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)
    field = QApplication.focusWidget()
    if text and field is not None:
        QTest.keyClicks(field, text)


def _checked(program: Program, code: str, level: int, **values: str) -> None:
    """Show the fact-check of a practice with an answer and values by part id."""
    session = program.window.session
    session.start_full_audit()
    session.begin()
    practice = session.pack.by_code[code]
    assert practice.fact is not None
    session.answer(practice.id, level)
    for part in practice.fact.parts:
        if part.id in values:
            session.set_fact(practice.id, part.id, entered(part, values[part.id]).value)
    session.go_to_question(practice.id)
    _press(Qt.Key.Key_C)


def supported(program: Program) -> None:
    """A fact that supports the level."""
    _checked(program, "M2", 3, explained="4")


def contradicted(program: Program) -> None:
    """A date that contradicts the level."""
    today = program.window.session.services.today()
    _checked(program, "S2", 4)
    _press(Qt.Key.Key_Tab, (today - timedelta(days=400)).isoformat())
    _press(Qt.Key.Key_Tab)


def wrong(program: Program) -> None:
    """A day that no calendar has."""
    _checked(program, "S2", 4)
    _press(Qt.Key.Key_Tab, "2026-02-31")
    _press(Qt.Key.Key_Tab)


def stale(program: Program) -> None:
    """Evidence older than its level asks for."""
    session = program.window.session
    session.start_full_audit()
    session.begin()
    first = session.flow.at
    session.answer(first, 4)
    session.set_evidence(first, "Minutes of the board, shared drive")
    session.set_evidence_kind(first, "record")
    session.set_evidence_date(first, "2024-03-01")
    session.go_to_question(first)
    _press(Qt.Key.Key_E)


def practise(program: Program) -> None:
    """A firm before a choice."""
    program.window.run("practise")


def practised(program: Program) -> None:
    """A firm after a choice."""
    QTimer.singleShot(50, lambda: _press(Qt.Key.Key_3))
    program.window.run("practise")


def continuation(program: Program) -> None:
    """What an audit of the first questionnaire becomes in the newest."""
    services = program.window.session.services
    old = services.packs.get("cx-core", "1.0.0")
    blank = new_engagement(old, "quick", services.today()).newest
    audit = blank.model_copy(update={"answers": {p: Answer(level=3) for p in old.practices}})
    confirm_continuation(program.window, continuation_view(audit, old, services.packs.newest()))


def report(program: Program) -> None:
    """The report of the full audit."""
    at_full_results(program, prediction=3)
    program.window.session.go_to("report")


def report_edited(program: Program) -> None:
    """The report with sections left out and moved, and texts whose numbers changed since; at the profile."""
    report(program)
    session = program.window.session
    texts = report_view(session.pack, session.assessment, session.report.options).texts
    for section in ("profile", "findings"):
        found = next(text for text in texts if text.section == section)
        session.report.set_text(found, "What holds the others back")
    session.answer(session.flow.asked[0], 1)
    texts = report_view(session.pack, session.assessment, session.report.options).texts
    session.report.set_text(next(text for text in texts if text.section == "findings"), "As seen today")
    session.report.toggle("contents")
    session.report.toggle("sources")
    session.report.move("roadmap", -4)
    session.go_to("report")
    _wait(program)
    row = next(row for row in _report(program).sections.rows if row.view.id == "profile")
    row.click()
    row.setFocus()


def report_branded(program: Program) -> None:
    """The report as a copy for the client, with a brand, as a Word document on Letter."""
    report(program)
    session = program.window.session
    session.report.choose_brand(assets.examples() / "brands" / "fjord")
    session.report.keep(frozenset({"names"}))
    session.report.choose_form("docx")
    session.report.choose_paper("Letter")


def report_unprinted(program: Program) -> None:
    """A name that cannot be printed as it was written, and a brand that is gone."""
    report(program)
    session = program.window.session
    session.set_organisation("Fjord \U0001f600 Energi")
    session.report.choose_brand(assets.examples() / "brands" / "gone")


def _report(program: Program) -> ReportScreen:
    screen = program.window.screen_shown
    assert isinstance(screen, ReportScreen)
    return screen


def _wait(program: Program) -> None:
    settle()
    while _report(program).waits:
        settle()


SHOTS: dict[str, Callable[[Program], None]] = {
    "02-start": screens.start,
    "02-full": screens.full,
    "02-full-no-match": screens.no_match,
    "03-evidence-stale": stale,
    "03-fact-supports": supported,
    "03-fact-contradicts": contradicted,
    "03-fact-wrong": wrong,
    "04-review-full": screens.full_review,
    "08-report-full": report,
    "08-report-edited": report_edited,
    "08-report-branded": report_branded,
    "08-report-unprinted": report_unprinted,
}
DIALOGS: dict[str, Callable[[Program], object]] = {
    "practise": practise,
    "practise-chosen": practised,
    "continuation": continuation,
}
