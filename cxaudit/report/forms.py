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


def _document() -> Rendering:
    from cxaudit.report.handover.document import render

    return render


_FORMS: dict[ReportFormat, Callable[[], Rendering]] = {
    "pdf": _pdf,
    "pptx": _pptx,
    "cxaudit": _document,
}


def rendering(form: ReportFormat) -> Rendering:
    """Return what makes a form of the report out of a job."""
    return _FORMS[form]()
