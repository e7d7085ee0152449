"""Scripts beyond the report's own typeface: drawn with the pack of fonts, read and copied as they were written."""

from __future__ import annotations

import io
import unicodedata
from itertools import pairwise
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from support.bad_inputs import BAD_INPUTS, noted
from support.pdf_rules import WITH_RECEIPT, verdicts
from support.pdf_tree import Reader
from support.reports import answered, built
from support.writing import ARABIC, ARABIC_NAME, DEVANAGARI, HEBREW, MIXED, SCRIPTS

from cxaudit import assets
from cxaudit.domain.assessment import Answer
from cxaudit.report.pdf import strings
from cxaudit.report.pdf.fonts import BOLD, REGULAR, set_line, text_width
from cxaudit.report.pdf.text import Cleaner

TURNED = [name for name in BAD_INPUTS if "right to left" in name or name in {"many scripts", "no spaces"}]


def _mute(_text: str) -> str:
    return "/Span <<>> BDC"


def _set(text: str) -> str:
    return "".join(stretch.text for stretch in set_line([(Cleaner().text(text), REGULAR)]))


def _read(pdf: bytes) -> str:
    return " ".join(Reader(pdf).root.words().split())


def _copied(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_line_holds_all_that_was_written(name: str) -> None:
    assert _set(SCRIPTS[name]) == unicodedata.normalize("NFC", SCRIPTS[name])


@pytest.mark.parametrize("name", SCRIPTS)
def test_stretches_lie_side_by_side(name: str) -> None:
    stretches = sorted(set_line([(Cleaner().text(SCRIPTS[name]), REGULAR)]), key=lambda stretch: stretch.x)
    for left, right in pairwise(stretches):
        assert left.x + left.width == pytest.approx(right.x)
    width = sum(stretch.width for stretch in stretches)
    assert width == pytest.approx(text_width(Cleaner().text(SCRIPTS[name]), REGULAR, 1000))


@pytest.mark.parametrize("name", SCRIPTS)
def test_readers_are_told_what_was_written(name: str) -> None:
    text = " ".join(unicodedata.normalize("NFKC", SCRIPTS[name]).split())
    assert text in unicodedata.normalize("NFKC", _read(built(noted(SCRIPTS[name]))))


@pytest.mark.parametrize(
    "text", [ARABIC_NAME, "שלום עולם", "ग्राहक अनुभव", "客户体验", "고객 경험", "การวัดความพร้อม", "لا إله"]
)
def test_copied_text_is_what_was_written(text: str) -> None:
    assert text in _copied(built(noted(text, organisation=text)))


def test_numbers_and_names_stand_in_their_places() -> None:
    parts = {stretch.text.strip(): stretch.x for stretch in set_line([(MIXED, REGULAR)])}
    assert parts["Wir sprachen mit"] < parts["شركة النور"] < parts[": 3 von 13, und ("] < parts["שלום"]


def test_a_paragraph_from_right_to_left_starts_at_the_right() -> None:
    stretches = set_line([(ARABIC, REGULAR)])
    assert max(stretches, key=lambda stretch: stretch.x) is stretches[0]
    assert min(stretches, key=lambda stretch: stretch.x) is stretches[-1]


def test_titles_are_bold() -> None:
    fonts = {stretch.font for stretch in set_line([(HEBREW, BOLD)])}
    assert fonts == {"NotoSansHebrew-Bold", "Inter-Bold"}


def test_a_mark_keeps_to_its_letter() -> None:
    (stretch,) = set_line([("क\u0301", REGULAR)])[:1]
    assert stretch.text.startswith("क")


@pytest.mark.parametrize("name", TURNED)
def test_all_marks_are_tagged(name: str) -> None:
    assert Reader(built(BAD_INPUTS[name]())).outside == []


def test_same_bytes_whatever_was_drawn_before() -> None:
    first = built(noted(DEVANAGARI + ARABIC))
    built(noted(" ".join(reversed(SCRIPTS.values()))))
    assert built(noted(DEVANAGARI + ARABIC)) == first


def test_a_report_without_such_letters_is_the_same_without_the_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    assessment = answered(Answer(level=3, note="Plain words → ✓"))
    first = built(assessment)
    monkeypatch.setattr(assets, "script_fonts", lambda: None)
    assert built(assessment) == first


def test_without_the_pack_boxes_stand_for_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "script_fonts", lambda: None)
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(built(noted("שלום 12")))).pages)
    assert "□□□□ 12" in text


@pytest.mark.validator
def test_rules_are_kept_without_the_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "script_fonts", lambda: None)
    for number, name in enumerate(TURNED):
        (tmp_path / f"{number}.pdf").write_bytes(built(BAD_INPUTS[name]()))
    assert all(verdict.passed for verdict in verdicts(sorted(tmp_path.iterdir()), WITH_RECEIPT).values())


@pytest.mark.validator
def test_glyphs_that_stand_for_nothing_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strings, "spoken", _mute)
    path = tmp_path / "mute.pdf"
    path.write_bytes(built(noted(DEVANAGARI)))
    assert not verdicts([path], ["PDFA_3_A"])["mute.pdf", "PDFA_3_A"].passed


def test_a_bold_font_that_there_is_not_is_drawn_thicker() -> None:
    bold, plain = (set_line([("客户 a", face)]) for face in (BOLD, REGULAR))
    assert [stretch.thickened for stretch in bold] == [True, False]
    assert not any(stretch.thickened for stretch in plain)
    assert bold[0].width == plain[0].width
