"""Writing the file: whole or not at all, and only what was asked for."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pypdf
import pytest
from support.reports import FULL_AUDIT, answered, blank, built, example, longest, longest_pack, pack, pages

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer
from cxaudit.domain.errors import ReportError
from cxaudit.presentation.report_sections import REPORT_SECTIONS
from cxaudit.presentation.report_texts import with_text
from cxaudit.report.job import Job
from cxaudit.report.pdf import document
from cxaudit.report.pdf.document import build_pdf
from cxaudit.report.writer import build_report, write_report


def test_report_is_written(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    assert write_report(path, *example()) == ()
    assert path.read_bytes() == build_pdf(*example())[0]
    assert list(tmp_path.iterdir()) == [path]


def test_old_report_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    write_report(path, *example())
    assert path.read_bytes().startswith(b"%PDF")


def test_unusual_names(tmp_path: Path) -> None:
    path = tmp_path / "r\u00e4port \u6f22 '1'.pdf"
    write_report(path, *example())
    assert path.exists()


def test_failed_save_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"GOOD OLD REPORT")

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(ReportError, match="No space left") as caught:
        write_report(path, *example())
    monkeypatch.undo()
    assert caught.value.path == str(path)
    assert path.read_bytes() == b"GOOD OLD REPORT"
    assert list(tmp_path.iterdir()) == [path]


def test_failed_build_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"GOOD OLD REPORT")

    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(document, "lay_out", broken)
    with pytest.raises(RuntimeError):
        write_report(path, *example())
    assert path.read_bytes() == b"GOOD OLD REPORT"


def test_target_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReportError):
        write_report(tmp_path, *example())
    assert list(tmp_path.iterdir()) == []


def test_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ReportError):
        write_report(tmp_path / "none" / "report.pdf", *example())


def test_only_the_sections_asked_for() -> None:
    titles = _titles(ReportOptions(sections=("roadmap",)))
    assert titles == ["Executive summary", "Roadmap", "Method and limits"]


def test_all_sections_by_default() -> None:
    empty = {"evidence", "disagreement", "room"}
    assert _titles(ReportOptions()) == [s.title for s in REPORT_SECTIONS if s.id not in {"cover", *empty}]


def _titles(options: ReportOptions) -> list[str]:
    outline = pypdf.PdfReader(io.BytesIO(built(blank(), options))).outline
    return [str(entry["/Title"]) for entry in outline if not isinstance(entry, list)][1:]


def test_no_page_is_promised_that_is_not_there() -> None:
    assert any("see p." in text for text in pages(build_pdf(longest(), longest_pack())[0]))
    for text in pages(build_pdf(longest(), longest_pack(), ReportOptions(sections=()))[0]):
        assert "see p." not in text


def _root(reader: pypdf.PdfReader) -> Any:
    return reader.trailer["/Root"]


def test_metadata() -> None:
    reader = pypdf.PdfReader(io.BytesIO(build_pdf(*example())[0]))
    assert reader.metadata is not None
    assert reader.metadata.title == "Customer experience audit: Nordlys Energi"
    assert reader.metadata.author is None
    assert reader.metadata.get("/CreationDate") == "D:20261120"
    assert _root(reader)["/Lang"] == "en"
    assert _root(reader)["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = _root(reader)["/Metadata"].get_data().decode("utf-8")
    assert "<xmp:CreateDate>2026-11-20</xmp:CreateDate>" in xmp
    assert "dc:creator" not in xmp


def test_no_date_where_none_was_given() -> None:
    pdf = built(answered(Answer(level=2)))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert "/CreationDate" not in reader.metadata
    assert "CreateDate" not in _root(reader)["/Metadata"].get_data().decode("utf-8")
    assert "Date" not in pages(pdf)[0].split()


def test_no_date_where_there_is_no_such_day() -> None:
    reader = pypdf.PdfReader(io.BytesIO(built(blank(date="2026-99-99"))))
    assert reader.metadata is not None
    assert "/CreationDate" not in reader.metadata


def test_small_enough_to_mail() -> None:
    assert len(build_pdf(*example())[0]) <= 150_000
    assert len(build_pdf(*example(FULL_AUDIT))[0]) <= 200_000


def test_example_needs_no_warning() -> None:
    assert build_pdf(*example())[1] == ()


def test_title_is_escaped_in_the_metadata() -> None:
    reader = pypdf.PdfReader(io.BytesIO(built(blank(organisation="R&D <b> (x\\y)"))))
    assert reader.metadata is not None
    assert reader.metadata.title == "Customer experience audit: R&D <b> (x\\y)"
    assert "R&amp;D &lt;b&gt;" in _root(reader)["/Metadata"].get_data().decode("utf-8")


def test_pack_is_named_with_its_digests() -> None:
    text = "".join(pages(build_pdf(*example())[0])).replace(" ", "")
    assert pack().content in text
    assert pack().scoring in text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_others_may_read_what_the_user_hands_on(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_report(tmp_path / "report.pdf", *example())
    finally:
        os.umask(before)
    assert (tmp_path / "report.pdf").stat().st_mode & 0o777 == 0o644


def test_words_written_for_other_numbers_are_told() -> None:
    audit, pack = example()
    lead = next(text for text in Job(pack, audit).view.texts if text.key == "summary.lead")
    worded = audit.model_copy(update={"report": with_text(None, lead, "One thing holds us back.")})
    assert build_report(worded, pack).warnings == ()
    answers = {practice: Answer(level=5, evidence="seen") for practice in pack.practices}
    moved = worded.model_copy(update={"answers": answers})
    for form in ("pdf", "csv"):
        (said,) = build_report(moved, pack, form=form).warnings
        assert said.startswith("1 text in your own words was written for other numbers")
