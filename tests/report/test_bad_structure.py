"""Clumsy structure: too many, too few, too tall, the same twice. The report is made and nothing leaves its page."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.bad_inputs import BAD_INPUTS, HOSTILE
from support.cases import Case, cases
from support.reports import answered, built, longest, longest_pack, pack, pages

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.presentation.drawing import Drawing, RectOp
from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_sections import REPORT_SECTIONS
from cxaudit.report.pdf.blocks import Figure, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.document import build_pdf, report_pages
from cxaudit.report.pdf.flow import Section, lay_out
from cxaudit.report.pdf.metadata import Metadata
from cxaudit.report.pdf.setting import PLAIN
from cxaudit.report.pdf.styles import A4, BODY, LETTER, Paper
from cxaudit.report.pdf.tables import Table
from cxaudit.report.pdf.text import Cleaner

PAPERS = (A4, LETTER)
IDS = [section.id for section in REPORT_SECTIONS]


def of_dimensions(count: int, title: str = "") -> Pack:
    """The published pack cut to so many dimensions, or with more of the kind of its first."""
    found = pack()
    source = [found.dimensions[n % len(found.dimensions)] for n in range(count)]
    made = []
    for number, dimension in enumerate(source):
        name = f"d{chr(97 + number)}"
        practices = tuple(
            p.model_copy(update={"id": f"{name}.{p.id.partition('.')[2]}", "code": f"{chr(65 + number)}{n}"})
            for n, p in enumerate(dimension.practices, 1)
        )
        update = {"id": name, "title": title or f"{dimension.title} {number}", "practices": practices}
        made.append(dimension.model_copy(update=update))
    bare = {"dimensions": tuple(made), "flags": (), "actions": (), "vignettes": (), "retired": ()}
    return Pack.model_validate_json(found.model_copy(update=bare).model_dump_json())


def low(of: Pack) -> Assessment:
    answers = {p.id: Answer(level=1 + n % 3) for n, p in enumerate(of.asked("full"))}
    return answered(Answer(level=2), mode="full", organisation="Acme").model_copy(
        update={"answers": answers, "content": of.content}
    )


def assert_fits(of: Pack, assessment: Assessment, paper: Paper) -> None:
    view = Cleaner().view(replace(report_view(of, assessment, ReportOptions()), texts=()))
    for page in report_pages(view, replace(PLAIN, paper=paper))[1:]:
        assert page.end <= paper.bottom + 0.1, page.name


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_nothing_leaves_a_letter_page(name: str) -> None:
    assert_fits(pack(), BAD_INPUTS[name](), LETTER)


def test_the_longest_texts_stay_on_letter_pages() -> None:
    assert_fits(longest_pack(), longest(), LETTER)


@settings(max_examples=20)
@given(cases())
def test_any_report_stays_on_letter_pages(case: Case) -> None:
    assert_fits(case.pack, case.assessment, LETTER)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("title", ["", "A dimension " * 6 + "of 80", "W" * 80])
@pytest.mark.parametrize("count", [1, 2, 12])
def test_few_and_many_dimensions(count: int, title: str, paper: Paper) -> None:
    of = of_dimensions(count, title)
    assert_fits(of, low(of), paper)


def test_equal_titles_lead_to_their_own_pages() -> None:
    of = of_dimensions(5, "Mission")
    reader = pypdf.PdfReader(io.BytesIO(build_pdf(low(of), of)[0]))
    outline: list[Any] = reader.outline
    findings = next(n for n, entry in enumerate(outline) if not isinstance(entry, list) and entry.title == "Findings")
    below: list[Any] = outline[findings + 1]
    places = [(reader.get_destination_page_number(entry) or 0, -float(entry.top)) for entry in below]
    assert len(places) == len(set(places)) == 5
    assert places == sorted(places)


@settings(max_examples=15)
@given(st.lists(st.sampled_from(IDS), unique=True), st.sampled_from(("A4", "Letter")))
def test_sections_in_any_order_are_a_report(order: list[str], paper: str) -> None:
    options = ReportOptions(sections=tuple(order), paper="Letter" if paper == "Letter" else "A4")
    pdf = built(answered(Answer(level=2, evidence="Seen")), options)
    view = report_view(pack(), answered(Answer(level=2, evidence="Seen")), options)
    titles = [str(e["/Title"]) for e in pypdf.PdfReader(io.BytesIO(pdf)).outline if not isinstance(e, list)]
    assert titles == [section.title for section in view.sections]


def test_an_outline_level_that_is_skipped_is_taken_up() -> None:
    sheet = Sheet(Metadata("x", "en", None, "x"), 1, {})
    for key, level in (("a", 2), ("b", 3), ("c", 3), ("d", 0), ("e", 2)):
        sheet.bookmark(key, 100, key, level)
    outline: list[Any] = pypdf.PdfReader(io.BytesIO(sheet.finish())).outline
    assert str(outline[0]["/Title"]) == "a"
    assert [isinstance(entry, list) for entry in outline] == [False, True, False, True]


def test_a_chart_taller_than_its_page_is_made_smaller() -> None:
    tall = Figure(Drawing(300, 5000, (RectOp(0, 0, 300, 5000, "accent"),), "Tall", "A tall bar."))
    (page,) = lay_out([Section("Tall", Stack([Text("A title", BODY), tall]))])
    assert page.end <= A4.bottom
    assert Figure(Drawing(0, 0, (), "", "")).height(100) == 0


def test_a_table_without_rows_is_its_head() -> None:
    (page,) = lay_out([Section("Empty", Table(("One", "Two"), [], (1, 1)))])
    assert page.end < 140


def test_a_cell_taller_than_a_page_breaks() -> None:
    table = Table(("One", "Two"), [[Text("short", BODY), Text("word " * 6000, BODY)]], (1, 4))
    for paper in PAPERS:
        found = lay_out([Section("Tall", table)], paper)
        assert len(found) > 5
        assert all(page.end <= paper.bottom + 0.1 for page in found)


def test_a_comment_longer_than_a_page_breaks() -> None:
    choices = ReportChoices(texts={"profile.comment": EditedText(text="word " * 790)})
    assessment = answered(Answer(level=2), report=choices)
    for paper in PAPERS:
        assert_fits(pack(), assessment, paper)
    assert " ".join(pages(built(assessment))).count("word") >= 790


def test_nothing_stands_below_contents_and_summary() -> None:
    options = ReportOptions(sections=("contents", "sources", "summary", "shortfalls", "answers"))
    told = pages(built(answered(Answer(level=2)), options))
    (summary,) = [page for page in told if "First moves" in page]
    (contents,) = [page for page in told if "How to read the charts" in page]
    assert "lie below their target" not in summary
    assert "Where the questions and the advice come from" not in contents


@pytest.mark.parametrize("name", HOSTILE)
def test_own_words_are_text(name: str) -> None:
    text = EditedText(text=HOSTILE[name], own=HOSTILE[name], basis="level 1")
    first = pack().asked("quick")[0].dimension
    keys = (
        "cover.subtitle",
        *(f"{s}.{part}" for s in IDS for part in ("title", "lead", "comment")),
        f"findings.{first}",
        f"action.{pack().actions[0].id}",
    )
    choices = ReportChoices(texts=dict.fromkeys(keys, text))
    assessment = answered(Answer(level=1), report=choices)
    for paper in PAPERS:
        assert_fits(pack(), assessment, paper)
    pdf = built(assessment)
    assert not any(page.images or "/A" in str(page.get("/AA", "")) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    plain = {"less than", "ampersand", "broken markup", "image", "script link", "colour", "braces"}
    if name in plain:
        assert " ".join(pages(pdf)).count(HOSTILE[name][:40]) > 12
