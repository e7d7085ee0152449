"""The structure tree: what a screen reader is told, and in which order."""

from __future__ import annotations

import re
from functools import cache

import pytest
from support.pdf_tree import Reader
from support.reports import FULL_AUDIT, built, example, noted_everywhere, workshop

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.presentation.report_sections import REPORT_SECTIONS
from cxaudit.report.pdf.document import build_pdf

HEADINGS = ("H1", "H2", "H3")


@cache
def _read(name: str) -> Reader:
    made: dict[str, Assessment] = {"votes": workshop(), "long": noted_everywhere("word " * 700)}
    examples = {
        "example": example,
        "full": lambda: example(FULL_AUDIT),
        "room": lambda: example("nordlys-workshop.toml"),
    }
    return Reader(build_pdf(*examples[name]())[0] if name in examples else built(made[name]))


each = pytest.mark.parametrize("name", ["example", "full", "votes", "long", "room"])


@each
def test_every_mark_is_tagged_or_an_artifact(name: str) -> None:
    assert _read(name).outside == []


@each
def test_headings_skip_no_level(name: str) -> None:
    level = 0
    for node in _read(name).root.walk():
        if node.role in HEADINGS:
            now = int(node.role[1])
            assert now <= level + 1, node.words()
            level = now


def test_each_section_is_an_element_with_its_heading() -> None:
    sections = [kid for kid in _read("example").root.kids if kid.role == "Sect"]
    assert len(sections) == len(REPORT_SECTIONS) - 2  # nobody disagrees with himself or votes
    assert all(sum(node.role == "H1" for node in section.walk()) == 1 for section in sections[1:])


@each
def test_reading_order_follows_the_pages(name: str) -> None:
    for section in _read(name).root.kids:
        firsts = [node.pages[0] for node in section.walk() if node.role in HEADINGS and node.pages]
        lanes = any(kid.role == "Sect" for kid in section.kids)
        assert lanes or firsts == sorted(firsts)


def test_lanes_are_read_one_after_the_other() -> None:
    words = _read("example").root.words()
    places = [words.index(f" {lane} ") for lane in ("Now", "Next", "Later")]
    assert places == sorted(places)


@each
def test_tables_have_scoped_headers_and_even_rows(name: str) -> None:
    tables = [node for node in _read(name).root.walk() if node.role == "Table"]
    assert len(tables) > 8
    for table in tables:
        head, *rows = table.kids
        assert {cell.role for cell in head.kids} == {"TH"}
        assert {cell.scope for cell in head.kids} == {"/Column"}
        assert {len(row.kids) for row in rows} == {len(head.kids)}
        for row in rows:
            assert all(cell.scope == "/Row" for cell in row.kids if cell.role == "TH")


@each
def test_figures_say_what_they_show(name: str) -> None:
    figures = [node for node in _read(name).root.walk() if node.role == "Figure"]
    assert len(figures) > 20
    assert all(len(figure.alt) > 3 for figure in figures)


def test_charts_hold_their_numbers_in_words() -> None:
    figures = [node.alt for node in _read("example").root.walk() if node.role == "Figure"]
    profile = max(figures, key=len)
    assert "target" in profile
    assert any(figure.endswith("target 4.") for figure in figures)


@each
def test_links_have_words_and_a_place(name: str) -> None:
    links = [node for node in _read(name).root.walk() if node.role == "Link"]
    assert len(links) > 10
    assert all(link.links and link.alt and link.words().strip() for link in links)


def test_annotations_have_contents() -> None:
    for page in _read("example").reader.pages:
        for annotation in page.get("/Annots") or []:
            entry = annotation.get_object()
            assert entry["/Contents"]
            assert entry["/F"] == 4
            assert "/StructParent" in entry


@each
def test_words_are_not_joined_at_line_ends(name: str) -> None:
    for node in _read(name).root.walk():
        assert not re.search(r"[a-z][.,;:][A-Z][a-z]", node.text), node.text


def test_lists_are_lists() -> None:
    for node in _read("example").root.walk():
        if node.role == "L":
            assert {kid.role for kid in node.kids} == {"LI"}
            assert all([part.role for part in item.kids] == ["Lbl", "LBody"] for item in node.kids)


def test_contents_lead_to_each_section() -> None:
    root = _read("example").root
    entries = [node.alt for node in root.walk() if node.role == "Link" and ", page " in node.alt]
    titles = [s.title for s in REPORT_SECTIONS if s.id not in {"cover", "contents", "disagreement", "room"}]
    assert [entry.partition(", page ")[0] for entry in entries] == titles
    pages = [int(entry.rpartition(" ")[2]) for entry in entries]
    assert pages == sorted(pages)


def test_outline_has_sections_and_dimensions() -> None:
    outline = _read("example").reader.outline
    top = [entry["/Title"] for entry in outline if not isinstance(entry, list)]
    assert "Executive summary" in top
    assert any(isinstance(entry, list) and len(entry) == 5 for entry in outline)


def test_page_numbers_and_header() -> None:
    pages = _read("example").reader.pages
    for number, page in enumerate(pages[1:], 2):
        text = page.extract_text()
        assert f"Page {number} of {len(pages)}" in text
        assert "Nordlys Energi" in text
        assert "Self-assessment, not certification" in text


def test_sample_is_marked_on_each_page_as_an_artifact() -> None:
    reader = Reader(build_pdf(*example(), ReportOptions(sample=True))[0])
    assert "Sample" not in reader.root.words().replace("Sample of", "")[40:]
    for page in reader.reader.pages[1:]:
        assert "Sample" in page.extract_text()
