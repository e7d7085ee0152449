"""Every page of the program, brought up by its session, for tests that walk them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from support.program import fill, settle
from support.workshop_pages import PAGES as CONSOLE_PAGES

from cxaudit.app.fact_entry import entered
from cxaudit.ui.app import Program

ANSWERS = "433202311220313"


def home(_program: Program) -> None:
    """Leave the program where it starts."""


def recent(program: Program) -> None:
    """Home with a recent file."""
    question(program)
    program.window.session.close()
    program.tasks.finish()


def question(program: Program) -> None:
    """The second question."""
    program.window.session.start_quick_audit()
    fill(program.window.session, "4")


def set_aside(program: Program) -> None:
    """A question that may not apply, marked."""
    session = program.window.session
    session.start_quick_audit()
    place = next(p.id for p in session.pack.asked("quick") if p.may_not_apply)
    session.go_to_question(place)
    session.toggle_mark(place)


def notes(program: Program) -> None:
    """The drawer of note and evidence at an answer of 5."""
    session = program.window.session
    session.start_quick_audit()
    first = session.flow.at
    fill(session, "5")
    session.go_to_question(first)
    settle()
    QTest.keyClick(program.window, Qt.Key.Key_N)


def help_(program: Program) -> None:
    """The drawer of help."""
    question(program)
    settle()
    QTest.keyClicks(program.window, "?")


def review(program: Program) -> None:
    """The review list, with an open question and a red flag."""
    session = program.window.session
    session.start_quick_audit()
    fill(session, "53-111111011111")
    session.toggle_mark(session.flow.asked[0])


def results(program: Program) -> None:
    """The results."""
    session = program.window.session
    session.start_quick_audit()
    fill(session, ANSWERS)
    session.accept_review()


def plan(program: Program) -> None:
    """The plan."""
    results(program)
    program.window.session.go_to("plan")


def report(program: Program) -> None:
    """The report page."""
    results(program)
    program.window.session.go_to("report")


def what_if(program: Program) -> None:
    """The page of trials, with two answers tried."""
    results(program)
    session = program.window.session
    session.try_levels({session.flow.asked[0]: 2, session.flow.asked[5]: 4})


def start(program: Program) -> None:
    """The start page of a full audit."""
    program.window.session.start_full_audit()


def full(program: Program) -> None:
    """A question of a full audit beside its list, which says all that it can say."""
    session = program.window.session
    session.start_quick_audit()
    fill(session, "44")
    session.go_full()
    session.begin()
    fill(session, "50")
    asked = session.flow.asked
    session.toggle_mark(asked[0])
    session.set_note(asked[0], "Ask Ann")
    session.set_evidence(asked[1], "Plan, page 3")
    session.set_evidence_date(asked[1], "2020-01-01")


def no_match(program: Program) -> None:
    """The list with a search that nothing matches."""
    full(program)
    settle()
    program.window.run("find")
    settle()
    QTest.keyClicks(program.window.focusWidget(), "zebra")


def fact(program: Program) -> None:
    """The drawer of a fact-check with four fields, filled in."""
    session = program.window.session
    session.start_full_audit()
    session.begin()
    practice = session.pack.by_code["H2"]
    assert practice.fact is not None
    session.answer(practice.id, 3)
    for part, text in zip(practice.fact.parts, ("200/1000", "50", "20", "2"), strict=True):
        session.set_fact(practice.id, part.id, entered(part, text).value)
    session.go_to_question(practice.id)
    settle()
    QTest.keyClick(program.window, Qt.Key.Key_C)


def full_review(program: Program) -> None:
    """The review list of a full audit."""
    full(program)
    session = program.window.session
    session.go_to_question("review")


PAGES: dict[str, Callable[[Program], None]] = {
    "home": home,
    "recent": recent,
    "question": question,
    "set aside": set_aside,
    "notes": notes,
    "help": help_,
    "start": start,
    "full": full,
    "no match": no_match,
    "fact": fact,
    "review": review,
    "full review": full_review,
    "results": results,
    "plan": plan,
    "report": report,
    "what if": what_if,
    **CONSOLE_PAGES,
}


def visible(root: QWidget) -> Iterator[QWidget]:
    """Return every widget under a root that is to be seen."""
    return (widget for widget in root.findChildren(QWidget) if widget.isVisible())
