"""The Word document, read back: real styles, links that lead somewhere, pictures with words, tables with heads."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import docx
import pypdf
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - it has no types
from PIL import Image
from support.bad_inputs import BAD_INPUTS, HOSTILE
from support.extracted import office_text, squeezed
from support.reports import FULL_AUDIT, answered, blank, example, longest, longest_pack, pack
from support.writing import ARABIC_NAME

from cxaudit import assets
from cxaudit.app.brand import Brand, BrandFont, Logo
from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.manuscript import manuscript
from cxaudit.presentation.report import report_view
from cxaudit.report.word.elements import CELL_ORDER, PARAGRAPH_ORDER, TABLE_ORDER
from cxaudit.report.word.fonts import obscured
from cxaudit.report.writer import build_report

EXAMPLES = ("nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml")
ROOT = Path(__file__).parent.parent.parent
SCRIPT = """
import hashlib
from support.reports import example
from cxaudit.report.word.fonts import obscured
from cxaudit.report.writer import build_report
made = b"".join(build_report(*example(name), form=form).content for form in ("docx", "html")
                for name in ("nordlys-quick.toml", "nordlys-workshop.toml"))
print(hashlib.sha256(made).hexdigest())
"""


def built(audit: Assessment, of: Pack | None = None, **options: Any) -> bytes:
    return build_report(audit, of or pack(), ReportOptions(**options), "docx").content


@cache
def sample(name: str) -> bytes:
    return built(*example(name))


def part(content: bytes, name: str = "word/document.xml") -> Any:
    with ZipFile(BytesIO(content)) as file:
        return etree.fromstring(file.read(name))


def opened(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def logo(width: int = 300, height: int = 100) -> Logo:
    file = BytesIO()
    Image.new("RGB", (width, height), "#C04000").save(file, "PNG")
    return Logo(file.getvalue(), width, height, "Fjord & Partners")


FONT = BrandFont("Inter", (assets.resources() / "fonts" / "Inter-Bold.ttf").read_bytes())
BRAND = Brand("Fjord", "Ada Lind", "fjord.example", "Confidential", "#0B6E4F", "#F2C14E", logo(), FONT)


@pytest.mark.parametrize("name", EXAMPLES)
def test_headings_are_the_reports_sections_and_their_findings(name: str) -> None:
    audit, its_pack = example(name)
    told = manuscript(report_view(its_pack, audit, ReportOptions()))
    lines = [(p.style.name, p.text) for p in opened(sample(name)).paragraphs]
    assert [text for style, text in lines if style == "Heading 1"] == [chapter.name for chapter in told.chapters]
    assert [text for style, text in lines if style == "Finding"] == [chapter.title for chapter in told.chapters]
    assert [text for style, text in lines if style == "Title"] == [told.cover.name]
    levels = [int(style[-1]) for style, _text in lines if re.fullmatch(r"Heading \d", style)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_link_leads_to_a_bookmark(name: str) -> None:
    body = part(sample(name))
    places = [found.get(qn("w:name")) for found in body.iter(qn("w:bookmarkStart"))]
    links = {found.get(qn("w:anchor")) for found in body.iter(qn("w:hyperlink"))}
    assert len(places) == len(set(places))
    assert links <= set(places)
    assert len(links) > 10


def test_contents_are_a_field_filled_with_links() -> None:
    block = part(sample(FULL_AUDIT)).find(f".//{qn('w:sdt')}")
    assert block.find(f".//{qn('w:docPartGallery')}").get(qn("w:val")) == "Table of Contents"
    assert "TOC" in "".join(block.itertext(qn("w:instrText")))
    assert len(list(block.iter(qn("w:hyperlink")))) == len(
        [p for p in opened(sample(FULL_AUDIT)).paragraphs if p.style.name == "Heading 1"]
    )
    kinds = [found.get(qn("w:fldCharType")) for found in block.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_figures_and_tables_are_counted_by_word() -> None:
    captions = [p for p in opened(sample("nordlys-workshop.toml")).paragraphs if p.style.name == "Caption"]
    for kind in ("Figure", "Table"):
        found = [p for p in captions if p.text.startswith(kind)]
        assert [int(p.text.split()[1]) for p in found] == list(range(1, len(found) + 1))
        assert len(found) > 2
        assert all(f"SEQ {kind}" in "".join(p._p.itertext(qn("w:instrText"))) for p in found)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_picture_has_words_or_is_decoration(name: str) -> None:
    found = list(part(sample(name)).iter(qn("wp:docPr")))
    assert len({one.get("id") for one in found}) == len(found)
    silent = [one for one in found if not one.get("descr")]
    assert len(silent) == 1  # the cover's band
    assert b"decorative" in etree.tostring(silent[0])


@pytest.mark.parametrize("name", EXAMPLES)
def test_tables_have_names_and_heads_that_come_again(name: str) -> None:
    body = part(sample(name))
    for table in body.iter(qn("w:tbl")):
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))
    headed = [table for table in body.iter(qn("w:tbl")) if table.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(headed) > 10
    for table in headed:
        rows = table.findall(qn("w:tr"))
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert not any(row.find(f".//{qn('w:tblHeader')}") is not None for row in rows[1:])


def test_tables_have_a_style_of_the_document() -> None:
    document = opened(sample(FULL_AUDIT))
    assert {style.name for style in document.styles if style.type == WD_STYLE_TYPE.TABLE} == {
        "Normal Table",
        "Report table",
    }
    assert len([table for table in document.tables if table.style.name == "Report table"]) > 10


ORDERS = {"w:pPr": PARAGRAPH_ORDER, "w:tblPr": TABLE_ORDER, "w:tcPr": CELL_ORDER}


def disordered(body: Any) -> list[str]:
    """The properties whose children stand in another order than the schema wants, which Word calls damaged."""
    found = list[str]()
    for name, order in ORDERS.items():
        places = {qn(tag): number for number, tag in enumerate(order)}
        for properties in body.iter(qn(name)):
            numbers = [places[child.tag] for child in properties]
            if numbers != sorted(set(numbers)):
                found.append(etree.tostring(properties).decode()[-400:])
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_properties_stand_in_the_schemas_order(name: str) -> None:
    for where in ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"):
        assert not disordered(part(sample(name), where)), where


def test_another_order_would_be_found() -> None:
    body = part(sample("nordlys-quick.toml"))
    properties = next(found for found in body.iter(qn("w:pPr")) if len(found) > 1)
    properties.append(properties[0])
    assert len(disordered(body)) == 1


def test_the_file_says_its_title_language_and_date_and_nothing_of_the_machine() -> None:
    content = built(*example(), brand=BRAND)
    found = opened(content).core_properties
    assert found.author == "Ada Lind"
    assert found.title == "Customer experience audit: Nordlys Energi"
    assert found.last_modified_by.startswith("cxaudit ")
    assert (found.language, found.created.date().isoformat(), found.comments) == ("en", "2026-11-20", "")
    assert part(content, "word/styles.xml").find(f".//{qn('w:lang')}").get(qn("w:val")) == "en"
    with ZipFile(BytesIO(content)) as file:
        names = file.namelist()
        whole = b" ".join(file.read(name) for name in names)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or name.endswith("app.xml")]
    for word in (b"python-docx", os.uname().nodename.encode() + b".", str(Path.home()).encode()):
        assert word not in whole


def test_an_audit_without_a_date_has_a_fixed_one() -> None:
    content = built(blank(date=None))
    assert opened(content).core_properties.created.date().isoformat() == "2000-01-01"


def test_a_brand_is_in_the_styles_the_cover_and_the_footer() -> None:
    document = opened(built(*example(), brand=BRAND))
    assert str(document.styles["Finding"].font.color.rgb) == "0B6E4F"
    assert document.styles["Finding"].font.name == "Inter"
    assert document.styles["Normal"].font.name == "Arial"
    assert "fjord.example" in document.sections[0].footer.paragraphs[0].text
    words = [found.get("descr") for found in document.element.iter(qn("wp:docPr"))]
    assert "Fjord & Partners" in words


def test_a_brands_font_is_in_the_document_with_its_head_obscured() -> None:
    with ZipFile(BytesIO(built(*example(), brand=BRAND))) as file:
        held, table = file.read("word/fonts/font1.odttf"), file.read("word/fontTable.xml").decode()
        settings = file.read("word/settings.xml")
    key = re.search(r'embedBold r:id="rId1" w:fontKey="\{([0-9A-F-]{36})\}"', table)
    assert key is not None
    assert held[:32] != FONT.content[:32]
    assert obscured(held, UUID(key[1])) == FONT.content
    assert b"embedTrueTypeFonts" in settings


def test_a_font_that_may_only_be_read_is_named_alone() -> None:
    place = FONT.content.index(b"OS/2")
    offset = int.from_bytes(FONT.content[place + 8 : place + 12], "big") + 8
    bare = BrandFont("Inter", FONT.content[:offset] + b"\x00\x04" + FONT.content[offset + 2 :])
    content = built(*example(), brand=Brand(font=bare))
    with ZipFile(BytesIO(content)) as file:
        assert not [name for name in file.namelist() if "odttf" in name]
    assert opened(content).styles["Title"].font.name == "Inter"


@pytest.mark.parametrize("size", [(3000, 10), (10, 3000), (1, 1)])
def test_a_logo_of_any_shape_has_its_place(size: tuple[int, int]) -> None:
    content = built(*example(), brand=Brand(logo=logo(*size)))
    shape = next(
        anchor
        for anchor in part(content).iter(qn("wp:anchor"))
        if anchor.find(qn("wp:docPr")).get("descr") == "Fjord & Partners"
    )
    extent = shape.find(qn("wp:extent"))
    assert int(extent.get("cx")) <= 45 * 36000 + 1
    assert int(extent.get("cy")) <= 20 * 36000 + 1


@pytest.mark.parametrize(("paper", "width"), [("A4", 210.0), ("Letter", 215.9)])
def test_tables_fill_the_paper(paper: str, width: float) -> None:
    document = opened(built(*example(), paper=paper))
    section = document.sections[0]
    assert section.page_width.mm == pytest.approx(width, abs=0.1)
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(room, rel=0.01)


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_any_input_makes_a_document(name: str) -> None:
    content = built(BAD_INPUTS[name]())
    assert len(opened(content).paragraphs) > 50
    assert not disordered(part(content))


def test_the_longest_texts_make_a_document() -> None:
    assert len(opened(built(longest(), longest_pack())).paragraphs) > 50


@pytest.mark.parametrize(
    "name", ["less than", "ampersand", "broken markup", "image", "script link", "colour", "braces"]
)
def test_text_is_text(name: str) -> None:
    content = built(BAD_INPUTS[name]())
    assert squeezed(HOSTILE[name]) in squeezed(office_text(content))
    with ZipFile(BytesIO(content)) as file:
        outside = [name for name in file.namelist() if name.endswith(".rels") and b"External" in file.read(name)]
    assert not outside


@pytest.mark.parametrize("name", ["emoji", "other scripts"])
def test_scripts_stay_as_they_are_written(name: str) -> None:
    assert squeezed(HOSTILE[name]) in squeezed(office_text(built(BAD_INPUTS[name]())))


def test_a_name_from_right_to_left_reads_so() -> None:
    document = opened(built(answered(Answer(level=2), organisation=ARABIC_NAME)))
    title = next(p for p in document.paragraphs if p.style.name == "Title")
    assert title.text == ARABIC_NAME
    assert title._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    assert title.runs[-1].font.rtl


def test_same_bytes_in_other_processes_and_places() -> None:
    made = b"".join(
        build_report(*example(name), form=form).content
        for form in ("docx", "html")
        for name in ("nordlys-quick.toml", "nordlys-workshop.toml")
    )
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == hashlib.sha256(made).hexdigest()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_and_prints_it(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(built(*example("nordlys-workshop.toml"), brand=BRAND))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "report.pdf").pages]
    assert re.search(rb"/[A-Z]{6}\+Inter", (tmp_path / "report.pdf").read_bytes())  # the brand's own font
    assert "Nordlys Energi" in pages[0]
    assert "fjord.example" not in pages[0]
    assert all("fjord.example" in page and f"Page {number} of" in page for number, page in enumerate(pages[1:], 2))
    assert 20 < len(pages) < 60
