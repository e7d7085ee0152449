"""Pages and dialogs of a full audit with something to see on them, to be painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support import screens
from support.program import settle

from cxaudit.app.fact_entry import entered
from cxaudit.app.new_audit import new_engagement
from cxaudit.domain.assessment import Answer
from cxaudit.presentation.continuation import continuation_view
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.continuation import confirm_continuation


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


SHOTS: dict[str, Callable[[Program], None]] = {
    "02-start": screens.start,
    "02-full": screens.full,
    "02-full-no-match": screens.no_match,
    "03-evidence-stale": stale,
    "03-fact-supports": supported,
    "03-fact-contradicts": contradicted,
    "03-fact-wrong": wrong,
    "04-review-full": screens.full_review,
}
DIALOGS: dict[str, Callable[[Program], object]] = {
    "practise": practise,
    "practise-chosen": practised,
    "continuation": continuation,
}
