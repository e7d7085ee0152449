"""The web page, read back: one file that runs nothing and fetches nothing, whose links and names hold together."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from support.bad_inputs import BAD_INPUTS, HOSTILE
from support.cases import Case, cases
from support.extracted import html_text, squeezed
from support.reports import FULL_AUDIT, answered, example, longest, longest_pack, pack
from support.writing import ARABIC_NAME
from typing_extensions import override

from cxaudit.app.brand import Brand, BrandFont, Logo
from cxaudit.app.reporting import Cancelled, ReportOptions
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.report.brand.colors import contrast
from cxaudit.report.web.palette import dark, light
from cxaudit.report.web.style import FONT_BYTES
from cxaudit.report.writer import build_report

EXAMPLES = ("nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml")
VOID = frozenset({"meta", "br", "img"})
HARMFUL = frozenset(
    {"script", "iframe", "object", "embed", "link", "form", "input", "base", "video", "audio", "source"}
)
LOGO = Logo(b"\x89PNG", 300, 100, "Fjord & Partners")
BRAND = Brand("Fjord", "Ada Lind", "fjord.example", "Confidential", "#0B6E4F", "#F2C14E", LOGO)


class Reader(HTMLParser):
    """Reads a page strictly: every element that is opened is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        self.close()
        assert not self.open

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"an attribute of {tag} comes twice"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def built(audit: Assessment, of: Pack | None = None, **options: Any) -> str:
    return build_report(audit, of or pack(), ReportOptions(**options), "html").content.decode()


@cache
def sample(name: str) -> str:
    return built(*example(name))


def faults(page: str) -> list[str]:
    """What a page has that runs, fetches or leads out of it, and names that do not hold together."""
    read = Reader(page)
    found = [tag for tag, _attributes in read.elements if tag in HARMFUL]
    ids = [attributes["id"] for _tag, attributes in read.elements if "id" in attributes]
    found += [f"id {name} twice" for name in {name for name in ids if ids.count(name) > 1}]
    for tag, attributes in read.elements:
        found += [f"{tag} {name}" for name in attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "xlink:href"):
            value = attributes.get(name, "#report")
            inside = (value.startswith("#") and value[1:] in ids) or value.startswith("data:image/png;base64,")
            found += [] if inside else [f"{tag} leads to {value}"]
        for name in ("aria-labelledby", "aria-describedby"):
            found += [f"{tag} is named by {key}" for key in attributes.get(name, "").split() if key not in ids]
    style = page[page.index("<style>") : page.index("</style>")]
    return found + re.findall(r"url\((?!data:font/ttf)[^)]*\)|@import", style)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_runs_and_fetches_nothing(name: str) -> None:
    assert not faults(sample(name))


@pytest.mark.parametrize(
    "harm",
    [
        "<script>1</script>",
        '<a href="javascript:1">x</a>',
        '<p id="summary"></p>',
        '<p onclick="1"></p>',
        '<img src="//x">',
    ],
)
def test_harm_would_be_found(harm: str) -> None:
    assert faults(sample("nordlys-quick.toml").replace("</main>", f"{harm}</main>"))


@pytest.mark.parametrize("options", [{}, {"brand": BRAND}, {"brand": Brand(font=BrandFont("Lora", b"glyf" * 9))}])
def test_the_policy_allows_this_style_sheet_and_nothing_else(options: dict[str, Any]) -> None:
    page = built(*example(), **options)
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = next(m["content"] for m in Reader(page).all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy


@pytest.mark.parametrize("name", EXAMPLES)
def test_headings_go_down_step_by_step(name: str) -> None:
    levels = [int(tag[1]) for tag, _attributes in Reader(sample(name)).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_reader_finds_landmarks_and_may_skip_to_the_report() -> None:
    read = Reader(sample(FULL_AUDIT))
    tags = [tag for tag, _attributes in read.elements]
    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert read.all("a")[0] == {"href": "#report", "class": "skip"}
    assert read.all("html")[0]["lang"] == "en"
    assert read.all("meta")[2]["content"] == "width=device-width, initial-scale=1"


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_chart_has_a_title(name: str) -> None:
    page = sample(name)
    charts = re.findall(r"<svg [^>]*role=\"img\".*?</svg>", page)
    assert len(charts) > 30
    assert all(re.search(r"<title id=\"[^\"]+\">[^<]+</title>", chart) for chart in charts)


@pytest.mark.parametrize("name", EXAMPLES)
def test_cards_keep_their_tables_roles_and_heads(name: str) -> None:
    read = Reader(sample(name))
    cards = [table for table in read.all("table") if "cards" in table["class"]]
    assert len(cards) > 10
    assert all(table["role"] == "table" for table in read.all("table"))
    assert {cell["role"] for cell in read.all("td")} == {"cell"}
    assert all(row["role"] == "row" for row in read.all("tr"))


TEXTS = [name for name in HOSTILE if name not in {"control characters", "direction override", "combining"}]


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_text(name: str) -> None:
    page = built(BAD_INPUTS[name]())
    assert squeezed(HOSTILE[name]) in squeezed(html_text(page.encode()))
    assert not faults(page)


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_any_input_makes_a_page(name: str) -> None:
    page = built(BAD_INPUTS[name]())
    assert not faults(page)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_the_longest_texts_make_a_page() -> None:
    assert not faults(built(longest(), longest_pack()))


@settings(max_examples=15)
@given(cases())
def test_any_pack_and_answers_make_a_page(case: Case) -> None:
    assert not faults(build_report(case.assessment, case.pack, ReportOptions(), "html").content.decode())


def test_a_name_from_right_to_left_reads_so() -> None:
    read = Reader(built(answered(Answer(level=2), organisation=ARABIC_NAME)))
    assert read.all("h1") == [{"dir": "rtl"}]


def test_line_breaks_are_kept() -> None:
    assert "line one<br>line two<br><br>- item" in built(BAD_INPUTS["line breaks"]())


def test_a_brand_is_on_the_page() -> None:
    page = built(*example(), brand=BRAND)
    read = Reader(page)
    assert "--brand:#0B6E4F" in page
    assert [image["alt"] for image in read.all("img")] == ["Fjord & Partners"]
    assert {"name": "author", "content": "Ada Lind"} in read.all("meta")
    assert "fjord.example" in html_text(page.encode())


def test_a_small_font_is_part_of_the_page_and_a_large_one_is_not() -> None:
    small, large = (built(*example(), brand=Brand(font=BrandFont("Lora", b"x" * n))) for n in (9, FONT_BYTES + 1))
    assert "@font-face" in small
    assert "@font-face" not in large


PAIRS = (
    ("ink", "surface"),
    ("muted", "surface"),
    ("ink", "sunken"),
    ("muted", "sunken"),
    ("accent_strong", "surface"),
    ("accent_strong", "sunken"),
    ("brand", "surface"),
    ("flag", "surface"),
    ("flag", "flag_tint"),
    ("ink", "flag_tint"),
    ("muted", "flag_tint"),
    ("warn", "surface"),
    ("accent", "surface"),
    ("good", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "good"),
    ("on_accent", "muted"),
    *((f"level{level}_text", f"level{level}") for level in range(1, 6)),
)


@pytest.mark.parametrize("brand", [Brand(), BRAND, Brand(primary="#000000"), Brand(primary="#767676")])
@pytest.mark.parametrize("pair", PAIRS)
def test_texts_can_be_read_on_light_and_dark_grounds(pair: tuple[str, str], brand: Brand) -> None:
    day = light(brand)
    for colors in (day, {**day, **dark(brand)}):
        assert contrast(colors[pair[0]], colors[pair[1]]) >= 4.5


def test_progress_is_told_and_may_cancel() -> None:
    told = list[tuple[int, int]]()

    def note(done: int, of: int) -> None:
        told.append((done, of))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        build_report(*example(), ReportOptions(), "html", note)
    assert [done for done, _of in told] == [1, 2, 3]
    assert told[0][1] > 10
