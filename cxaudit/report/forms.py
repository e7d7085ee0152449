"""The forms of the report, and what makes each of them; its library is loaded when it is asked for."""
# ruff: noqa: PLC0415 - writing one form should not wait for the libraries of the others

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from cxaudit.app.reporting import BuiltReport, ReportFormat
from cxaudit.report.job import Job

Rendering: TypeAlias = Callable[[Job], BuiltReport]


def _pdf() -> Rendering:
    from cxaudit.report.pdf.document import render

    return render


def _pptx() -> Rendering:
    from cxaudit.report.slides.document import render

    return render


def _xlsx() -> Rendering:
    from cxaudit.report.workbook.document import render

    return render


def _plan() -> Rendering:
    from cxaudit.report.workbook.document import render_plan

    return render_plan


def _csv() -> Rendering:
    from cxaudit.report.data.table import render

    return render


def _json() -> Rendering:
    from cxaudit.report.data.values import render

    return render


def _jira() -> Rendering:
    from cxaudit.report.handover.trackers import render_jira

    return render_jira


def _gitlab() -> Rendering:
    from cxaudit.report.handover.trackers import render_gitlab

    return render_gitlab


def _ics() -> Rendering:
    from cxaudit.report.handover.calendar import render

    return render


def _document() -> Rendering:
    from cxaudit.report.handover.document import render

    return render


def _word() -> Rendering:
    from cxaudit.report.word.document import render

    return render


def _web() -> Rendering:
    from cxaudit.report.web.document import render

    return render


_FORMS: dict[ReportFormat, Callable[[], Rendering]] = {
    "pdf": _pdf,
    "docx": _word,
    "html": _web,
    "pptx": _pptx,
    "xlsx": _xlsx,
    "plan": _plan,
    "csv": _csv,
    "json": _json,
    "jira": _jira,
    "gitlab": _gitlab,
    "ics": _ics,
    "cxaudit": _document,
}


def rendering(form: ReportFormat) -> Rendering:
    """Return what makes a form of the report out of a job."""
    return _FORMS[form]()
