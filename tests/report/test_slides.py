"""The slides as a file: real titles, native charts, nothing clipped, nothing that tells where they were made."""

from __future__ import annotations

import getpass
import hashlib
import io
import os
import socket
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.enum.shapes import PP_PLACEHOLDER
from support.bad_inputs import BAD_INPUTS, HOSTILE
from support.cases import Case, cases
from support.reports import blank, example, longest, longest_pack
from support.slides import SAMPLES, SOFFICE, charts, made, made_sample, opened, painted, words
from support.voted import full_pack, largest_workshop

from cxaudit.app.brand import Brand
from cxaudit.app.reporting import Cancelled, ReportOptions
from cxaudit.presentation.deck import deck_view
from cxaudit.presentation.deck_charts import Bars
from cxaudit.presentation.deck_parts import Column, Point
from cxaudit.presentation.report import report_view
from cxaudit.report.brand.folder import read_brand
from cxaudit.report.job import Job
from cxaudit.report.slides.document import render
from cxaudit.report.slides.fit import SIZES, Paragraph, Place, broken, fitted, height, paragraphs, shortened
from cxaudit.report.slides.layouts import HEIGHT, LAYOUTS, WIDTH
from cxaudit.report.writer import build_report

ROOT = Path(__file__).parent.parent.parent
SCRIPT = """
import hashlib
from support.slides import SAMPLES, made_sample
print(hashlib.sha256(b"".join(made_sample(name) for name in SAMPLES)).hexdigest())
"""


def _parts(content: bytes) -> dict[str, bytes]:
    """Every part of the file, the charts' workbooks unpacked."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            found[name] = file.read(name)
            if name.endswith(".xlsx"):
                found |= {f"{name}/{inner}": part for inner, part in _parts(found[name]).items()}
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_every_slide_has_a_title_notes_and_a_number(name: str) -> None:
    deck = opened(made_sample(name))
    assert 8 <= len(deck.slides) <= 12
    assert (deck.slide_width.pt, deck.slide_height.pt) == (WIDTH, HEIGHT)
    for number, slide in enumerate(deck.slides, 1):
        assert slide.shapes.title.text_frame.text.strip()
        assert slide.notes_slide.notes_text_frame.text.strip()
        fields = slide.element.xpath(".//p:sp[.//p:ph[@type='sldNum']]//a:fld[@type='slidenum']/a:t")
        assert [field.text for field in fields] == ([] if number == 1 else [str(number)])
        ids = slide.element.xpath("//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", SAMPLES)
def test_no_placeholder_is_left_empty(name: str) -> None:
    for slide in opened(made_sample(name)).slides:
        for shape in slide.placeholders:
            assert shape.has_chart or shape.text_frame.text.strip(), shape.name
        first = next(iter(slide.shapes))
        assert first.placeholder_format.type in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}


@pytest.mark.parametrize("name", SAMPLES)
def test_charts_are_native_with_the_reports_numbers_and_a_text(name: str) -> None:
    assessment, of = example(name)
    drawn = [slide.chart for slide in deck_view(report_view(of, assessment, ReportOptions())).slides if slide.chart]
    shapes = list(charts(opened(made_sample(name))))
    assert len(shapes) == len(drawn) >= 3
    for shape, chart in zip(shapes, drawn, strict=True):
        described = shape._element.xpath(".//p:cNvPr")[0]
        assert (described.get("title"), described.get("descr")) == (chart.title, chart.description)
        sheet = openpyxl.load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
        assert sheet is not None
        if isinstance(chart, Bars):
            plot = shape.chart.plots[0]
            wanted = [tuple(v or None for v in s.values) if chart.stacked else s.values for s in chart.series]
            assert [series.values for series in plot.series] == wanted
            assert [series.name for series in plot.series] == [series.name for series in chart.series]
            columns = list(sheet.iter_cols(min_col=2, min_row=2, values_only=True))
            assert [tuple(column) for column in columns] == wanted
        else:
            shares = [value for series in list(shape.chart.plots[0].series)[1:-1] for value in series.values]
            assert shares == [mark.share for mark in chart.marks]


@pytest.mark.parametrize("name", SAMPLES)
def test_slides_say_what_the_report_says(name: str) -> None:
    assessment, of = example(name)
    view = report_view(of, assessment, ReportOptions())
    said = words(opened(made_sample(name)))
    summary = view.summary
    texts = [view.cover.name, summary.title, summary.lead, view.profile.title, view.profile.lead, view.findings.title]
    texts += [number.value for number in summary.numbers] + [move.title for move in summary.moves]
    texts += [cell for row in view.profile.rows for cell in row]
    texts += [d.title for d in view.findings.dimensions] + [d.sentence for d in view.findings.dimensions]
    texts += [text for line in view.priorities.lines for text in (line.title, line.owner, line.recovers)]
    texts += [card.who for lane in view.roadmap.lanes for card in lane.cards]
    texts += [paragraph for passage in view.method.passages for paragraph in passage.paragraphs]
    missing = [text for text in texts if " ".join(text.split()) not in " ".join(said.split())]
    assert missing == []


def test_axes_have_numbers_that_the_format_knows() -> None:
    for shape in charts(opened(made_sample("nordlys-workshop.toml"))):
        numbers = shape.chart._chartSpace.xpath(".//c:axId/@val | .//c:crossAx/@val")
        assert numbers
        assert all(number.isdigit() for number in numbers)


def test_same_bytes_here_and_elsewhere() -> None:
    def elsewhere(**environment: str) -> str:
        paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONPATH": paths, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    here = hashlib.sha256(b"".join(made_sample(name) for name in SAMPLES)).hexdigest()
    assert elsewhere(PYTHONHASHSEED="1", TZ="UTC") == here
    assert elsewhere(PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C") == here


def test_nothing_tells_where_or_by_which_library_it_was_made() -> None:
    parts = _parts(made_sample("nordlys-full.toml", ReportOptions(brand=Brand(consultant="Ada Lind"))))
    for name, part in parts.items():
        for secret in (getpass.getuser(), socket.gethostname(), str(ROOT), str(Path.home())):
            assert len(secret) < 4 or secret.encode() not in part, (name, secret)
        for other in (b"Steve Canny", b"python-pptx", b"Microsoft Macintosh", b"XlsxWriter"):
            assert other not in part, (name, other)
    core = parts["docProps/core.xml"].decode()
    assert "<dc:creator>Ada Lind</dc:creator>" in core
    assert core.count("2026-11-20T00:00:00Z") == 2
    assert not [name for name in parts if "printerSettings" in name or "thumbnail" in name]
    with zipfile.ZipFile(io.BytesIO(made_sample("nordlys-quick.toml"))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_bad_input_makes_slides(name: str) -> None:
    deck = opened(made(BAD_INPUTS[name]()))
    assert 8 <= len(deck.slides) <= 12
    said = words(deck)
    assert not [c for c in said if c != "\n" and ord(c) < 32 and c != "\v"]
    assert "_x00" not in said


def test_hostile_text_is_text() -> None:
    for text in HOSTILE.values():
        deck = opened(made(blank(organisation=text[:500])))
        for slide in deck.slides:
            assert not [rel for rel in slide.part.rels.values() if rel.is_external]
    assert "5 < 6 and a > b" in words(opened(made(blank(organisation=HOSTILE["less than"]))))
    assert "\u202e" not in words(opened(made(blank(organisation=HOSTILE["direction override"]))))


def test_client_name_that_reads_from_right_to_left() -> None:
    deck = opened(made(blank(organisation="\u05d7\u05d1\u05e8\u05d4 \u05dc\u05d3\u05d5\u05d2\u05de\u05d4")))
    (paragraph,) = deck.slides[0].shapes.title.text_frame.paragraphs
    assert paragraph._p.pPr.get("rtl") == "1"


@pytest.mark.parametrize("name", ["fjord", "lighthouse"])
def test_brand_is_on_cover_and_titles_and_never_in_data(name: str) -> None:
    brand = read_brand(ROOT / "examples" / "brands" / name).brand
    deck = opened(made_sample("nordlys-full.toml", ReportOptions(brand=brand)))
    theme = next(
        part
        for part in deck.part.package.iter_parts()
        if "slideMaster" not in part.partname and part.partname.startswith("/ppt/theme/theme1")
    )
    text = theme.blob.decode()
    assert f'<a:dk2><a:srgbClr val="{brand.primary[1:].upper()}"/></a:dk2>' in text
    assert f'<a:majorFont><a:latin typeface="{brand.font.name if brand.font else "Arial"}"/>' in text
    cover = deck.slides[0]
    assert [shape for shape in cover.shapes if shape.shape_type is not None and "PICTURE" in str(shape.shape_type)]
    assert brand.name in words(deck)
    plain = list(charts(opened(made_sample("nordlys-full.toml"))))
    for shape, other in zip(charts(deck), plain, strict=True):
        assert shape.chart._chartSpace.xml == other.chart._chartSpace.xml


def test_progress_is_told_slide_by_slide_and_may_cancel() -> None:
    assessment, of = example()
    told: list[tuple[int, int]] = []
    render(Job(of, assessment, progress=lambda done, all_: told.append((done, all_))))
    assert told == [(number, 12) for number in range(1, 13)]

    def stop(done: int, _all: int) -> None:
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(Job(of, assessment, progress=stop))


def test_writer_makes_slides() -> None:
    assert build_report(*example(), form="pptx").content == made_sample("nordlys-quick.toml")


def test_what_has_no_room_stands_in_the_notes() -> None:
    deck = opened(made(longest(), longest_pack()))
    of = longest_pack()
    action = of.actions[0]
    notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    assert action.why in notes
    assert action.first_step in notes
    view = report_view(of, longest(), ReportOptions())
    assert view.roadmap.title in words(deck)


TEXT = st.text(st.sampled_from("aWi .\u6f22\u0e01\u0645"), max_size=400)


@settings(max_examples=150)
@given(
    st.lists(st.builds(Point, head=TEXT, text=TEXT, foot=TEXT, label=st.sampled_from(["", "Why:"])), max_size=12),
    st.integers(150, 900),
    st.integers(60, 380),
)
def test_whatever_is_said_fits_its_place(points: list[Point], wide: int, tall: int) -> None:
    text = paragraphs([Column("Title", tuple(points))])
    found = fitted([text], [Place(wide, tall)])
    assert height(found.places[0], wide, found.size) <= tall
    assert found.size in SIZES
    assert bool(found.cut) == (found.places[0] != text)


def test_cutting_keeps_whole_sentences_where_it_can() -> None:
    text = "One short sentence that is here. Another one that has no room on two lines of this width."
    assert shortened(text, 150, 12, 1).endswith("\u2026")
    assert shortened(text, 220, 12, 1) == "One short sentence that is here."
    assert shortened("short", 200, 12, 1) == "short"


@given(TEXT, st.integers(40, 500))
def test_no_line_is_wider_than_its_place_and_no_letter_lost(text: str, wide: int) -> None:
    lines = broken(text, wide, 12)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        one = (Paragraph(line, "text", 0),)
        assert height(one, wide, 12) <= height((Paragraph("a", "text", 0),), wide, 12)


@settings(max_examples=15)
@given(cases())
def test_any_pack_and_answers_make_slides(case: Case) -> None:
    deck = opened(made(case.assessment, case.pack))
    assert all(slide.shapes.title.text_frame.text.strip() for slide in deck.slides)


def _lines(page: Any) -> list[tuple[float, float, float, float]]:
    """The boxes of the text of a page: left, top, right, bottom from the upper left corner."""
    text, tall = page.get_textpage(), page.get_height()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    return [(left, tall - top, right, tall - bottom) for left, bottom, right, top in boxes]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_nothing_is_clipped_when_another_program_paints_it(tmp_path: Path) -> None:
    fjord = read_brand(ROOT / "examples" / "brands" / "fjord").brand
    decks = {name.removesuffix(".toml"): made_sample(name) for name in SAMPLES}
    decks |= {
        "longest": made(longest(), longest_pack()),
        "largest-room": made(largest_workshop(), full_pack()),
        "wide": made(BAD_INPUTS["one long word"]()),
        "nothing": made(blank(organisation="")),
        "brand": made_sample("nordlys-full.toml", ReportOptions(brand=replace(fjord, confidentiality="W" * 100))),
    }
    for name, path in painted(decks, tmp_path).items():
        document = pdfium.PdfDocument(path)
        assert len(document) == len(opened(decks[name]).slides)
        for number, page in enumerate(document, 1):
            for left, top, right, bottom in _lines(page):
                assert left >= 40, (name, number)
                assert right <= WIDTH - 34, (name, number)
                assert bottom <= HEIGHT - 10, (name, number)
                if number > 1:
                    assert not top < 106 < bottom, (name, number, "a title runs into the slide")
                    assert not top < 504 < bottom, (name, number, "a text runs into the footer")
        document.close()


def test_layouts_lie_on_the_slide_and_apart() -> None:
    for layout in LAYOUTS:
        boxes = [(h.x, h.y, h.x + h.width, h.y + h.height) for h in layout.holders]
        for place, (left, top, right, bottom) in enumerate(boxes):
            assert 0 <= left < right <= WIDTH
            assert 0 <= top < bottom <= HEIGHT
            for other in boxes[place + 1 :]:
                apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
                assert apart, layout.name
