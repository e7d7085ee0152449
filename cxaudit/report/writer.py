"""Writes the report in any of its forms: builds it in memory, then replaces the file whole or not at all."""

from __future__ import annotations

from pathlib import Path

from cxaudit.app.reporting import BuiltReport, Progress, ReportFormat, ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import ReportError
from cxaudit.domain.questionnaire import Pack
from cxaudit.report.forms import rendering
from cxaudit.report.job import Job
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.filesystem import SharedFiles

ALL = ReportOptions()


def build_report(
    assessment: Assessment,
    pack: Pack,
    options: ReportOptions = ALL,
    form: ReportFormat = "pdf",
    progress: Progress | None = None,
) -> BuiltReport:
    """Return the report; see `cxaudit.app.reporting.ReportBuilder`."""
    job = Job(pack, assessment, options) if progress is None else Job(pack, assessment, options, progress)
    return rendering(form)(job)


def write_report(
    path: Path,
    assessment: Assessment,
    pack: Pack,
    options: ReportOptions = ALL,
    form: ReportFormat = "pdf",
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """Write the report to `path` and return warnings; see `cxaudit.app.reporting.ReportWriter`.

    Raises ReportError; a file that was there is then as it was.
    """
    built = build_report(assessment, pack, options, form, progress)
    try:
        write_atomically(SharedFiles(), path, built.content)
    except OSError as error:
        raise ReportError(str(path), error.strerror or str(error)) from error
    return built.warnings
