"""A built PDF says on which page each of its sections begins."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from support.reports import FULL_AUDIT, example

from cxaudit.app.reporting import ReportOptions
from cxaudit.presentation.report import report_view
from cxaudit.report.writer import build_report


@pytest.mark.parametrize("name", ["nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml"])
@pytest.mark.parametrize("sections", [None, ("receipts", "profile", "answers", "summary")])
def test_the_places_are_those_of_the_outline(name: str, sections: tuple[str, ...] | None) -> None:
    audit, pack = example(name)
    options = ReportOptions(sections=sections)
    built = build_report(audit, pack, options)
    assert list(built.places) == [section.id for section in report_view(pack, audit, options).sections]
    document = pdfium.PdfDocument(built.content)
    leads = [entry.get_dest() for entry in document.get_toc() if entry.level == 0]
    outline = [lead.get_index() for lead in leads if lead is not None]
    document.close()
    assert list(built.places.values()) == outline


def test_other_forms_have_no_pages() -> None:
    assert build_report(*example(FULL_AUDIT), form="csv").places == {}
