"""The answers as one table (CSV)."""

from __future__ import annotations

from cxaudit.app.reporting import BuiltReport
from cxaudit.i18n import _
from cxaudit.presentation.answer_rows import AnswerRow, answer_rows
from cxaudit.presentation.numbers import gap_text
from cxaudit.report.cells import csv_file
from cxaudit.report.job import Job


def render(job: Job) -> BuiltReport:
    """Return a row for each practice that was asked: UTF-8 with a byte order mark, numbers with a full stop."""
    heads = (
        _("Code"),
        _("Practice"),
        _("Dimension"),
        _("Question"),
        _("State"),
        _("Level"),
        _("Lowest possible"),
        _("Highest possible"),
        _("Target"),
        _("Part of the gap"),
        _("Claimed"),
        _("Stale evidence"),
        _("Votes"),
        _("Don't know"),
        _("True today"),
        _("What the target asks"),
        _("Evidence"),
        _("Kind and date"),
        _("Note"),
    )
    return BuiltReport(csv_file(heads, (_cells(row) for row in answer_rows(job.pack, job.assessment))))


def _cells(row: AnswerRow) -> tuple[str, ...]:
    return (
        row.code,
        row.practice,
        row.dimension,
        row.question,
        row.state,
        *("" if value is None else str(value) for value in (row.level, row.low, row.high, row.target)),
        gap_text(row.share),
        _("yes") if row.claimed else "",
        _("yes") if row.stale else "",
        " ".join(map(str, row.votes)),
        str(row.unknown) if row.votes or row.unknown else "",
        row.answer,
        row.target_text,
        row.evidence,
        row.dated,
        row.note,
    )
