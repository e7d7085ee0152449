"""The forms of the report: what each is called, what it is for, and how its file is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxaudit.app.reporting import ReportFormat
from cxaudit.i18n import _
from cxaudit.presentation.file_names import safe_name

Group = Literal["report", "plan", "audit"]


@dataclass(frozen=True, slots=True)
class ReportForm:
    """One form: its id, what it is called, what it is for, the end of its file's name, and what it is a form of."""

    id: ReportFormat
    title: str
    description: str
    ending: str
    group: Group = "report"


FORMS: tuple[ReportForm, ...] = (
    ReportForm("pdf", _("PDF report"), _("To read, print and keep. It can be checked with cxaudit verify."), ".pdf"),
    ReportForm("docx", _("Word document"), _("The same report, to edit."), ".docx"),
    ReportForm("pptx", _("Slides"), _("Eight to twelve slides to present, with charts to edit."), ".pptx"),
    ReportForm("xlsx", _("Spreadsheet"), _("Answers, scores with their arithmetic, plan and charts."), ".xlsx"),
    ReportForm("html", _("Web page"), _("The same report in one file, also for a phone."), ".html"),
    ReportForm("csv", _("Table of answers (CSV)"), _("One row for each practice, for other programs."), ".csv"),
    ReportForm("json", _("Data (JSON)"), _("Answers, scores and plan, for other programs."), ".json"),
    ReportForm("plan", _("Plan as a spreadsheet"), _("Actions with owner, date, effort, first step."), ".xlsx", "plan"),
    ReportForm("jira", _("Plan for Jira (CSV)"), _("Import the first two rows as a test."), ".csv", "plan"),
    ReportForm("gitlab", _("Plan for GitLab (CSV)"), _("Import the first two rows as a test."), ".csv", "plan"),
    ReportForm("ics", _("Dates for a calendar"), _("When actions are due, and when to audit again."), ".ics", "plan"),
    ReportForm(
        "cxaudit", _("Audit for the client"), _("To be opened in cxaudit, without private notes."), ".cxaudit", "audit"
    ),
)
"""All forms, the usual ones first."""


def form_of(form: ReportFormat) -> ReportForm:
    """Return a form by its id."""
    return next(found for found in FORMS if found.id == form)


def form_by_ending(ending: str) -> ReportForm | None:
    """Return the first form whose files end so (".docx", in capitals too), or None."""
    return next((found for found in FORMS if found.ending == ending.lower()), None)


def form_file_name(organisation: str, form: ReportFormat, *, copy: bool = False) -> str:
    """Return a file's name: "Nordlys Energi CX audit.docx", "Nordlys Energi CX plan for Jira.csv".

    A copy for the client is told by its name. Without an organisation the name begins with "CX".
    """
    name = safe_name(organisation)
    what = {
        "plan": _("CX plan"),
        "jira": _("CX plan for Jira"),
        "gitlab": _("CX plan for GitLab"),
        "ics": _("CX dates"),
    }
    title = what.get(form, _("CX audit"))
    title = _("{organisation} {title}").format(organisation=name, title=title) if name else title
    if copy or form == "cxaudit":
        title = _("{title}, client copy").format(title=title)
    return f"{title}{form_of(form).ending}"
