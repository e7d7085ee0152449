"""Each form of the report has a name, an ending and a file name that is safe."""

from __future__ import annotations

from typing import get_args

from cxaudit.app.reporting import ReportFormat
from cxaudit.presentation.report_forms import FORMS, form_by_ending, form_file_name, form_of


def test_every_form_is_listed_once() -> None:
    assert sorted(form.id for form in FORMS) == sorted(get_args(ReportFormat))
    assert all(form_of(form.id) is form and form.title and form.description for form in FORMS)


def test_file_names_tell_the_forms_apart() -> None:
    names = [form_file_name("Nordlys", form.id) for form in FORMS]
    assert len(set(names)) == len(names)
    assert form_file_name("Nordlys", "pdf") == "Nordlys CX audit.pdf"
    assert form_file_name("", "docx") == "CX audit.docx"
    assert form_file_name("A/B", "jira", copy=True) == "A B CX plan for Jira, client copy.csv"
    assert form_file_name("Nordlys", "cxaudit") == "Nordlys CX audit, client copy.cxaudit"


def test_an_ending_names_the_usual_form() -> None:
    found = [form_by_ending(ending) for ending in (".PDF", ".csv", ".xlsx", ".odt")]
    assert [form.id if form else None for form in found] == ["pdf", "csv", "xlsx", None]
