"""A preview is built while a report is written: on several threads every form has the bytes that it has alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.reports import example

from cxaudit.app.reporting import ReportFormat, ReportOptions
from cxaudit.report.pages import PdfPages
from cxaudit.report.writer import build_report

FORMS: tuple[ReportFormat, ...] = ("pdf", "docx", "pdf", "pptx", "pdf", "xlsx", "pdf", "html")


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def built(number: int) -> bytes:
    audit, pack = example()
    options = ReportOptions(paper="Letter" if number % 4 == 0 else "A4", receipt=number != 2)
    return build_report(audit, pack, options, FORMS[number]).content


def painted(content: bytes) -> bytes:
    pages = PdfPages(content)
    try:
        return pages.paint(2, 0.5).pixels
    finally:
        pages.close()


@pytest.mark.usefixtures("restless")
def test_reports_built_at_once_are_those_built_alone() -> None:
    with ThreadPoolExecutor(3) as threads:
        at_once = list(threads.map(built, range(len(FORMS))))
    assert [at_once[n] == built(n) for n in range(len(FORMS))] == [True] * len(FORMS)


@pytest.mark.usefixtures("restless")
def test_pages_are_painted_while_others_are_built() -> None:
    content = built(0)
    with ThreadPoolExecutor(3) as threads:
        building = [threads.submit(built, 0) for _turn in range(2)]
        pictures = set(threads.map(painted, [content] * 6))
        assert [one.result() for one in building] == [content] * 2
    assert pictures == {painted(content)}
