"""Dialogs and messages around the report with something to see in them, to be painted."""

from __future__ import annotations

from collections.abc import Callable

from support import screens

from cxaudit.domain.errors import ReportError
from cxaudit.presentation.report import report_view
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.client_copy import ask_client_copy
from cxaudit.ui.dialogs.export import export_report
from cxaudit.ui.dialogs.report_texts import edit_texts
from cxaudit.ui.widgets.writing_banner import WritingBanner


def texts(program: Program) -> None:
    """The texts of the summary, one of them written when the score was another."""
    session = program.window.session
    view = report_view(session.pack, session.assessment, session.report.options)
    found = {text.key: text for text in view.texts}
    first = session.flow.asked[0]
    session.report.set_text(found["summary.title"], "Two things hold Kestrel Water back, and one is cheap")
    session.answer(first, 1)
    edit_texts(program.window, session, "summary")


def own_texts(program: Program) -> None:
    """The texts of the findings, one of them in a person's own words."""
    session = program.window.session
    view = report_view(session.pack, session.assessment, session.report.options)
    title = next(text for text in view.texts if text.key == "findings.title")
    session.report.set_text(title, "Four of thirteen practices are where they should be")
    edit_texts(program.window, session, "findings")


def client_copy(program: Program) -> None:
    """What goes with a copy for the client, before it is one."""
    ask_client_copy(program.window, program.window.session)


def client_copy_again(program: Program) -> None:
    """The same where it is one."""
    program.window.session.report.keep(frozenset({"notes"}))
    ask_client_copy(program.window, program.window.session)


def export_copy(program: Program) -> None:
    """Where a copy for the client goes."""
    program.window.session.report.keep(frozenset())
    export_report(program.window, program.window.session, "docx")


def writing(program: Program) -> None:
    """A long report on its way."""
    screens.results(program)
    banner = WritingBanner()
    banner.render_progress(42, 104)
    program.window.messages.hold(banner)


def refused(program: Program) -> None:
    """A report that could not be written."""
    screens.results(program)
    place = program.window.session.folder / "Kestrel Water CX audit.pdf"
    program.window.session.report.refused.emit(ReportError(str(place), "Permission denied"), "pdf")


SHOTS: dict[str, Callable[[Program], None]] = {"08-writing": writing, "08-refused": refused}
DIALOGS: dict[str, Callable[[Program], object]] = {
    "report-texts": texts,
    "report-texts-own": own_texts,
    "client-copy": client_copy,
    "client-copy-again": client_copy_again,
    "export-copy": export_copy,
}
