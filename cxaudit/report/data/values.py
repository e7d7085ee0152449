"""The answers, every number and the plan as data (JSON): the receipt, and beside it what the report shows of it.

Its form is told in docs/report-data.md.
"""

from __future__ import annotations

import json

from cxaudit import __version__
from cxaudit.app.reporting import BuiltReport
from cxaudit.domain.receipt import Json, receipt
from cxaudit.presentation.client_copy import left_out
from cxaudit.presentation.plan_rows import PlanRow, plan_rows
from cxaudit.presentation.report import ReportView
from cxaudit.report.job import Job

FORM = "cxaudit-report"
VERSION = 1
"""Rises when a field changes its meaning or goes; new fields may come at any time."""


def render(job: Job) -> BuiltReport:
    """Return the data as ASCII JSON, so that no locale changes its bytes."""
    pack, assessment = job.pack, job.assessment
    plan = plan_rows(pack, assessment)
    value: dict[str, Json] = {
        "form": FORM,
        "version": VERSION,
        "copy": job.options.kept is not None,
        "left_out": None if job.options.kept is None else left_out(job.options.kept),
        "summary": _summary(job.view),
        "receipt": receipt(pack, assessment, __version__),
        "plan": [_row(row) for row in plan.rows],
    }
    return BuiltReport((json.dumps(value, indent=1, ensure_ascii=True) + "\n").encode())


def _summary(view: ReportView) -> Json:
    summary = view.summary
    return {
        "title": summary.title,
        "lead": summary.lead,
        "numbers": [{"value": n.value, "label": n.label, "detail": n.detail} for n in summary.numbers],
        "strengths": [point.title for point in summary.strengths],
        "gaps": [point.title for point in summary.gaps],
    }


def _row(row: PlanRow) -> Json:
    """Return a row of the plan; what is empty is null."""
    texts: dict[str, Json] = {
        name: getattr(row, name) or None
        for name in ("title", "gap", "recovers", "why", "first_step", "done_when", "owner", "due", "effort", "needs")
    }
    return {"id": row.id, "kind": row.kind, "rank": row.rank or None, "when": row.when, "status": row.status, **texts}
