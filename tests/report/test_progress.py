"""A long report tells how far it is, page by page, and stops where it is told to."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.reports import FULL_AUDIT, LONG, example

from cxaudit.app.reporting import Cancelled, ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.report.writer import build_report, write_report


def hundred_pages() -> tuple[Assessment, Pack]:
    assessment, pack = example(FULL_AUDIT)
    note = LONG * 240
    answers = {key: answer.model_copy(update={"note": note}) for key, answer in assessment.answers.items()}
    return assessment.model_copy(update={"answers": answers}), pack


def test_each_page_is_told_and_never_less_than_before() -> None:
    told: list[tuple[int, int]] = []
    built = build_report(*hundred_pages(), ReportOptions(), "pdf", lambda done, of: told.append((done, of)))
    pages = told[-1][1]
    assert pages > 90
    drawn = told[-pages:]
    assert drawn == [(number, pages) for number in range(pages)]
    before = told[:-pages]
    assert [of for _done, of in before] == sorted(of for _done, of in before)
    assert {done for done, _of in before} == {0}
    assert build_report(*hundred_pages()).content == built.content


@pytest.mark.parametrize("at", [0, 40])
def test_cancelling_leaves_the_old_file_and_nothing_else(tmp_path: Path, at: int) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the report of last week")

    def stop(done: int, of: int) -> None:
        if done == at and of > at:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_report(path, *hundred_pages(), progress=stop)
    assert path.read_bytes() == b"the report of last week"
    assert list(tmp_path.iterdir()) == [path]
    assert write_report(path, *example()) == ()  # and the next one is whole
    assert path.read_bytes().startswith(b"%PDF")
