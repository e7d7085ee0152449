"""The plan as CSV files that Jira and GitLab import."""

from __future__ import annotations

import re

from cxaudit.app.reporting import BuiltReport
from cxaudit.presentation.plan_rows import plan_rows
from cxaudit.presentation.plan_tasks import tasks
from cxaudit.report.cells import csv_file
from cxaudit.report.job import Job

JIRA = ("Summary", "Description", "Issue Type", "Due Date", "Labels", "Labels", "Labels", "External ID")
"""Jira takes several labels from several columns of one name; the fields are mapped when the file is imported."""
GITLAB = ("title", "description", "due_date")
"""GitLab wants the first two columns in this order; other columns that it does not know it leaves out."""
COMMAND = re.compile(r"^(\s*)/", re.MULTILINE)
"""A line that begins with a slash is a command to GitLab ("/close")."""


def render_jira(job: Job) -> BuiltReport:
    """Return the open actions for Jira: UTF-8 with a byte order mark, dates as 2027-01-31, owners in the text.

    An owner is no column of its own: a name that is no account there stops an import.
    """
    rows = (
        (task.title, task.text, "Task", task.due, *(*task.labels, "", "", "")[:3], task.id)
        for task in tasks(plan_rows(job.pack, job.assessment))
    )
    return BuiltReport(csv_file(JIRA, rows))


def render_gitlab(job: Job) -> BuiltReport:
    """Return the open actions for GitLab: UTF-8 without a mark, which would become part of the first head."""
    found = tasks(plan_rows(job.pack, job.assessment))
    rows = ((task.title, COMMAND.sub(r"\1\\/", task.text), task.due) for task in found)
    return BuiltReport(csv_file(GITLAB, rows, mark=False))
