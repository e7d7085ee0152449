"""The PDF in a brand: whose colours are where, what is on the cover, and that every rule is kept all the same."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support.bad_inputs import HOSTILE
from support.pdf_rules import WITH_RECEIPT, verdicts
from support.reports import FULL_AUDIT, answered, blank, built, example, longest, longest_pack, pages

from cxaudit.app.brand import NO_BRAND, Brand, Logo
from cxaudit.app.reporting import PaperSize, ReportOptions
from cxaudit.domain.assessment import Answer
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.presentation.report import report_view
from cxaudit.report.brand.colors import LEAST, contrast, legible
from cxaudit.report.brand.folder import read_brand
from cxaudit.report.palette import PALETTE
from cxaudit.report.pdf.document import build_pdf
from cxaudit.report.pdf.pages.cover import ABOVE, FACTS, LOGO, TITLE_TOP, Cover
from cxaudit.report.pdf.setting import PLAIN, brand_roles, setting
from cxaudit.report.pdf.styles import A4, LETTER, MARGIN, Paper

BRANDS = Path(__file__).parent.parent.parent / "examples" / "brands"
FJORD, LIGHTHOUSE = (read_brand(BRANDS / name).brand for name in ("fjord", "lighthouse"))
colors = st.builds("#{:06X}".format, st.integers(0, 0xFFFFFF))
BRANDED = {"brand", "on_brand", "brand_soft", "step1", "step2", "step3", "step4", "step5"}


def logo(width: int, height: int, mode: str = "RGBA") -> Logo:
    file = io.BytesIO()
    Image.new(mode, (width, height)).save(file, "PNG")
    return Logo(file.getvalue(), width, height, "Logo of Acme Advice")


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def fills(pdf: bytes) -> list[set[str]]:
    """The fill colours of each page, as they are written."""
    content = [page.get_contents() for page in reader(pdf).pages]
    return [set(re.findall(r"(\S+ \S+ \S+) rg", c.get_data().decode("latin-1"))) if c else set() for c in content]


def written(color: str) -> str:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.6g}".replace("0.", ".", 1) if 0 < part < 1 else f"{part:.0f}" for part in parts)


@given(colors, colors)
def test_text_on_a_brands_colour_can_be_read(primary: str, secondary: str) -> None:
    roles = brand_roles(Brand(primary=legible(primary), secondary=secondary)) or PALETTE
    assert contrast(roles["brand"], "#FFFFFF") >= LEAST
    assert contrast(roles["on_brand"], roles["brand"]) >= LEAST
    assert contrast(roles["brand_soft"], roles["brand"]) >= LEAST


@given(colors, colors)
def test_a_brand_colours_cover_titles_and_rules_alone(primary: str, secondary: str) -> None:
    assert set(brand_roles(Brand(primary=primary, secondary=secondary))) <= BRANDED


def test_without_a_brand_all_is_as_it_was() -> None:
    assert brand_roles(NO_BRAND) == {}
    assert built(blank(), ReportOptions(brand=NO_BRAND)) == built(blank())


def test_charts_have_the_same_colours_in_every_brand() -> None:
    assessment, pack = example()
    plain = fills(build_pdf(assessment, pack, ReportOptions(receipt=False))[0])
    ours = fills(build_pdf(assessment, pack, ReportOptions(receipt=False, brand=replace(FJORD, font=None)))[0])
    swapped = {written(PALETTE["brand"]), written(FJORD.primary)}
    assert len(plain) == len(ours)
    for here, there in zip(plain[1:], ours[1:], strict=True):
        assert here ^ there <= swapped


def test_the_brand_is_on_cover_and_pages() -> None:
    told = pages(build_pdf(*example(), ReportOptions(brand=FJORD))[0])
    assert FJORD.consultant in told[0]
    assert FJORD.confidentiality in told[0]
    for page in told[1:]:
        assert FJORD.footer in page
        assert "Self-assessment, not certification" in page


def test_titles_are_set_in_the_brands_font() -> None:
    resources: list[Any] = [
        page["/Resources"] for page in reader(build_pdf(*example(), ReportOptions(brand=FJORD))[0]).pages
    ]
    fonts = [{str(font["/BaseFont"]) for font in found["/Font"].values()} for found in resources]
    assert FJORD.font is not None
    inter = [{name for name in names if "Inter" in name} for names in fonts]
    assert all(names - own for names, own in zip(fonts[:4], inter[:4], strict=True))


@pytest.mark.parametrize("size", [(1, 1), (4000, 10), (10, 4000), (531, 236), (1200, 1200)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_logo_of_any_shape_fits(size: tuple[int, int], mode: str) -> None:
    brand = Brand(consultant="Acme Advice", logo=logo(*size, mode))
    first = reader(built(answered(Answer(level=2)), ReportOptions(brand=brand))).pages[0]
    content = first.get_contents()
    assert content is not None
    (found,) = re.findall(rb"(\S+) 0 0 (\S+) \S+ \S+ cm\s*/\S+ Do", content.get_data())
    width, height = float(found[0]), float(found[1])
    assert width <= LOGO[0] + 0.01
    assert height <= LOGO[1] + 0.01
    assert len(first.images) == 1


def test_a_clear_logo_stands_on_white() -> None:
    brand = Brand(logo=logo(20, 10))
    first = reader(built(answered(Answer(level=2)), ReportOptions(brand=brand))).pages[0]
    image = first.images[0].image
    assert image is not None
    assert image.convert("RGB").getpixel((3, 3)) == (255, 255, 255)


def test_same_bytes_in_a_brand() -> None:
    options = ReportOptions(brand=LIGHTHOUSE, paper="Letter")
    assert build_pdf(*example(), options)[0] == build_pdf(*example(), options)[0]


def commented(text: str) -> ReportChoices:
    keys = ("contents", "summary", "profile", "findings", "priorities", "roadmap", "answers", "sources")
    return ReportChoices(texts={f"{key}.comment": EditedText(text=text) for key in keys})


@pytest.mark.parametrize("text", ["Short.", "One line.\n" * 60, "word " * 790, "x" * 3990])
def test_comments_of_any_length_are_printed(text: str) -> None:
    told = pages(built(answered(Answer(level=2), report=commented(text))))
    summary = [page for page in told if "Executive summary" in page and "First moves" in page]
    assert len(summary) == 1
    assert sum(text.split(maxsplit=1)[0][:40] in page for page in told) >= 7


def test_what_the_summary_cuts_of_a_comment_stands_with_the_method() -> None:
    text = "The board read every page of this, and said so. " * 12
    choices = ReportChoices(texts={"summary.comment": EditedText(text=text), "summary.lead": EditedText(text=text)})
    assessment = longest().model_copy(update={"report": choices})
    told = pages(build_pdf(assessment, longest_pack())[0])
    (page,) = [number for number, page in enumerate(told, 1) if "From the summary, in full" in page]
    assert next(page for page in told if "First moves" in page).count(f"see p. {page}") == 2
    assert " ".join(told).count(text.split(". ", maxsplit=1)[0]) >= 24


def test_titles_in_ones_own_words_are_printed() -> None:
    choices = ReportChoices(texts={"profile.title": EditedText(text="Two bars tell it all")})
    told = pages(built(answered(Answer(level=2), report=choices)))
    assert any("Two bars tell it all" in page for page in told)
    assert any("1 text of this report is in a person's own words (in Profile)." in page for page in told)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_page_has_the_size_asked_for(paper: PaperSize) -> None:
    size = {"A4": (595.28, 841.89), "Letter": (612, 792)}[paper]
    boxes = {(float(p.mediabox.width), float(p.mediabox.height)) for p in reader(_full(paper)).pages}
    assert [(round(w, 1), round(h, 1)) for w, h in boxes] == [(round(size[0], 1), round(size[1], 1))]


def _full(paper: PaperSize) -> bytes:
    return build_pdf(*example(FULL_AUDIT), ReportOptions(paper=paper))[0]


@pytest.mark.parametrize("name", ["nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml"])
def test_contents_and_summary_have_a_page_each_on_letter(name: str) -> None:
    told = pages(build_pdf(*example(name), ReportOptions(paper="Letter"))[0])
    assert "Red flag" in told[1]
    assert "First moves" in told[2]


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_longest_facts_stay_above_the_foot_of_the_cover(paper: Paper) -> None:
    brand = Brand(consultant="Acme Advice " * 30, confidentiality="For nobody else " * 30, logo=logo(531, 236))
    view = report_view(longest_pack(), longest(), ReportOptions(brand=brand)).cover
    cover = Cover(view, replace(setting(ReportOptions(brand=brand)), paper=paper))
    assert cover.band + FACTS + cover.facts.height(paper.full) <= cover.foot_top
    assert cover.foot_top + cover.foot.height(paper.full) <= paper.height - MARGIN + 0.1


def test_a_long_subtitle_stays_above_the_ladder() -> None:
    choices = ReportChoices(texts={"cover.subtitle": EditedText(text="What we found in spring and in autumn " * 9)})
    view = report_view(longest_pack(), longest().model_copy(update={"report": choices}), ReportOptions()).cover
    cover = Cover(view, PLAIN)
    name, below = cover.name.height(cover.title_width), cover.subtitle.height(A4.columns(9))
    assert TITLE_TOP + name + ABOVE + below <= cover.ladder_top


@pytest.mark.validator
def test_every_brand_keeps_the_rules(tmp_path: Path) -> None:
    brands = {"fjord": FJORD, "lighthouse": LIGHTHOUSE, "clear": Brand(logo=logo(531, 236), primary="#7A0019")}
    for name, brand in brands.items():
        for paper in ("A4", "Letter"):
            options = ReportOptions(brand=brand, paper=paper, sample=paper == "A4")
            assessment, pack = example()
            assessment = assessment.model_copy(update={"report": commented("One.\n\nTwo.")})
            (tmp_path / f"{name}-{paper}.pdf").write_bytes(build_pdf(assessment, pack, options)[0])
    hostile = answered(Answer(level=1), report=commented("\n".join(HOSTILE.values())))
    (tmp_path / "hostile.pdf").write_bytes(built(hostile, ReportOptions(brand=FJORD)))
    found = verdicts(sorted(tmp_path.iterdir()), WITH_RECEIPT)
    assert len(found) == 14
    assert [(key, verdict.problems) for key, verdict in found.items() if not verdict.passed] == []
