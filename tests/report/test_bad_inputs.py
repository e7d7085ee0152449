"""Clumsy and hostile input: the report is made, says what was typed, and holds nothing but text."""

from __future__ import annotations

import io

import pypdf
import pytest
from hypothesis import given, settings
from support.bad_inputs import BAD_INPUTS, HOSTILE, hostile_facts, noted
from support.cases import Case, cases
from support.reports import answered, blank, built, checked_pack, longest, longest_pack, pack, pages

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer
from cxaudit.presentation.report import report_view
from cxaudit.report.pdf.document import build_pdf, report_pages
from cxaudit.report.pdf.styles import BOTTOM
from cxaudit.report.pdf.text import Cleaner


def _text(name: str) -> str:
    return " ".join(pages(built(BAD_INPUTS[name]())))


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_report_is_made(name: str) -> None:
    pdf = built(BAD_INPUTS[name]())
    assert pdf.startswith(b"%PDF-1.7")
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) > 8


@pytest.mark.parametrize("name", [*BAD_INPUTS, "longest pack"])
def test_nothing_leaves_its_page(name: str) -> None:
    assessment, of = (longest(), longest_pack()) if name == "longest pack" else (BAD_INPUTS[name](), pack())
    view = Cleaner().view(report_view(of, assessment, ReportOptions()))
    for page in report_pages(view)[1:]:
        assert page.end <= BOTTOM + 0.1, page.name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("less than", "5 < 6 and a > b"),
        ("ampersand", "R&D; AT&T &copy 100 % &amp;"),
        ("broken markup", "use <b and </i> or <client name>"),
        ("image", '<img src="/etc/passwd" width="9" height="9"/>'),
        ("script link", '<a href="javascript:alert(1)">x</a> javascript:alert(1)'),
        ("colour", '<font color="[c for c in ().__class__.__bases__]">x</font>'),
        ("control characters", "abc d\u007fef".replace("\u007f", "")),
        ("direction override", "Acme gpj.exe x"),
        ("combining", "\u00c5ngstr\u00f6m"),
    ],
)
def test_text_is_text(name: str, shown: str) -> None:
    assert shown in _text(name)


@pytest.mark.parametrize("name", ["image", "script link", "path in the name"])
def test_nothing_leads_outside(name: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(built(BAD_INPUTS[name]())))
    for page in reader.pages:
        assert not page.images
        for annotation in page.get("/Annots") or []:
            assert "/A" not in annotation.get_object()


def test_line_breaks_are_kept() -> None:
    reader = pypdf.PdfReader(io.BytesIO(built(BAD_INPUTS["line breaks"]())))
    lines = [line.strip() for page in reader.pages for line in page.extract_text().splitlines()]
    assert any(line.endswith("line one") for line in lines)
    assert "line two" in lines
    assert "- item" in lines


def test_unknown_characters_are_boxes_and_a_warning() -> None:
    pdf, warnings = build_pdf(BAD_INPUTS["emoji"](), pack())
    assert "ok \u25a1" in " ".join(pages(pdf))
    assert len(warnings) == 1
    assert "U+1F600" in warnings[0]


def test_hostile_evidence_and_facts_are_text() -> None:
    pdf = build_pdf(hostile_facts(), checked_pack())[0]
    text = " ".join(pages(pdf))
    for name in ("less than", "ampersand", "broken markup", "image", "script link", "colour", "braces"):
        assert text.count(HOSTILE[name]) >= 3, name  # as evidence or fact, as a note, and again among the findings
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        assert not page.images


def test_nothing_leaves_its_page_with_hostile_facts() -> None:
    view = Cleaner().view(report_view(checked_pack(), hostile_facts(), ReportOptions()))
    assert all(page.end <= BOTTOM + 0.1 for page in report_pages(view)[1:])
    assert view.evidence is not None
    assert sum(line.alarm for line in view.evidence.lines) > 1


def test_500_characters_of_evidence_are_in_the_appendix_whole() -> None:
    text = "".join(" ".join(pages(built(BAD_INPUTS["500 characters"]()))).split())
    assert "".join(HOSTILE["500 characters"].split()) in text


def test_each_word_of_a_long_note_is_there_once() -> None:
    words = [f"w{number}" for number in range(3000)]
    found = _words_of(built(noted(" ".join(words))))
    assert [found.count(word) for word in words[200:]] == [3] * len(words[200:])  # note, evidence and reason


def _words_of(pdf: bytes) -> list[str]:
    return " ".join(pages(pdf)).split()


def test_long_word_is_broken_not_lost() -> None:
    text = "".join(_words_of(built(noted("x" * 2000))))
    assert "x" * 2000 in text


def test_empty_assessment_says_so() -> None:
    text = " ".join(pages(built(blank(organisation=""))))
    assert "Nothing to score yet" in text
    assert "No plan yet" in text
    assert "Answered by nobody yet" in text
    assert "None: no answer is known." in text


def test_all_at_target_says_so() -> None:
    text = " ".join(pages(built(answered(Answer(level=5, evidence="Seen")))))
    assert "No answer lies below its target" in text


def test_long_notes_everywhere() -> None:
    pdf = built(answered(Answer(level=3, note="word " * 3990)))
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) > 60


@settings(max_examples=20)
@given(cases())
def test_any_pack_and_answers_make_a_report(case: Case) -> None:
    view = Cleaner().view(report_view(case.pack, case.assessment, ReportOptions()))
    assert all(page.end <= BOTTOM + 0.1 for page in report_pages(view)[1:])
    assert build_pdf(case.assessment, case.pack)[0].startswith(b"%PDF-1.7")
