"""The slides as a file: real titles, native charts, nothing clipped, nothing that tells where they were made."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from pptx.enum.shapes import PP_PLACEHOLDER
from support.bad_inputs import BAD_INPUTS, HOSTILE
from support.cases import Case, cases
from support.reports import blank, example, longest, longest_pack
from support.slides import SAMPLES, charts, made, made_sample, opened, words

from cxaudit.app.brand import Brand
from cxaudit.app.reporting import Cancelled, ReportOptions
from cxaudit.presentation.deck import deck_view
from cxaudit.presentation.deck_charts import Bars
from cxaudit.presentation.report import report_view
from cxaudit.report.brand.folder import read_brand
from cxaudit.report.job import Job
from cxaudit.report.slides.document import render
from cxaudit.report.slides.layouts import HEIGHT, WIDTH
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


def test_nothing_tells_when_or_by_which_library_it_was_made() -> None:
    parts = _parts(made_sample("nordlys-full.toml", ReportOptions(brand=Brand(consultant="Ada Lind"))))
    for name, part in parts.items():
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


@settings(max_examples=15)
@given(cases())
def test_any_pack_and_answers_make_slides(case: Case) -> None:
    deck = opened(made(case.assessment, case.pack))
    assert all(slide.shapes.title.text_frame.text.strip() for slide in deck.slides)
