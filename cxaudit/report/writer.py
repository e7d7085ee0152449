"""Writes the report in any of its forms: builds it in memory, then replaces the file whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cxaudit.app.reporting import BuiltReport, Progress, ReportFormat, ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import ReportError
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _, ngettext
from cxaudit.report.forms import rendering
from cxaudit.report.job import Job
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.audit_files import is_document
from cxaudit.storage.document import MAGIC
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
    built = rendering(form)(job)
    return replace(built, warnings=(*built.warnings, *_moved(job)))


def _moved(job: Job) -> tuple[str, ...]:
    """Say how many texts in a person's own words were written for other numbers than those of today."""
    if job.assessment.report is None or not job.assessment.report.texts:
        return ()
    count = sum(bool(text.moved) for text in job.view.texts)
    text = ngettext(
        "{count} text in your own words was written for other numbers than those of today.",
        "{count} texts in your own words were written for other numbers than those of today.",
        count,
    )
    return (text.format(count=count),) if count else ()


def write_report(
    path: Path,
    assessment: Assessment,
    pack: Pack,
    options: ReportOptions = ALL,
    form: ReportFormat = "pdf",
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """Write the report to `path` and return warnings; see `cxaudit.app.reporting.ReportWriter`.

    Raises ReportError, also where an audit lies there, which no report replaces; the file is then as it was.
    """
    if _is_audit(path):
        raise ReportError(str(path), _("An audit lies there, and no report replaces one."))
    built = build_report(assessment, pack, options, form, progress)
    try:
        write_atomically(SharedFiles(), path, built.content)
    except OSError as error:
        raise ReportError(str(path), error.strerror or str(error)) from error
    return built.warnings


def _is_audit(path: Path) -> bool:
    """Return whether an audit lies at a path, a damaged one too; what cannot be read is left to the writing."""
    try:
        with path.open("rb") as file:
            return is_document(path, file.read(len(MAGIC)))
    except OSError:
        return False
