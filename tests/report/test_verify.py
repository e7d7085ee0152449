"""A report is checked against its own receipt: what is whole is confirmed, and every change to it is refuted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support import tampering
from support.bad_inputs import BAD_INPUTS
from support.builders import pack as small_pack
from support.builders import practice
from support.private import private_audit
from support.reports import FULL_AUDIT, blank, built, example, longest, longest_pack, noted_everywhere, workshop

from cxaudit import assets
from cxaudit.app import attached_receipt
from cxaudit.app.attached_receipt import read_receipt
from cxaudit.app.brand import NO_BRAND, Brand, BrandFont
from cxaudit.app.reporting import ReportOptions
from cxaudit.app.verifying import Verification
from cxaudit.domain.errors import InputError, ReceiptError, Unchecked, UnknownPackError
from cxaudit.domain.questionnaire import Pack
from cxaudit.report.brand.folder import read_brand
from cxaudit.report.pdf.document import build_pdf
from cxaudit.report.verify import verify_report
from cxaudit.storage.packs import PublishedPacks

PACKS = PublishedPacks(assets.questionnaires() / "published")
COPY = ReportOptions(kept=frozenset())
EXAMPLES = ("nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml")
FONT = BrandFont("Another", (assets.resources() / "fonts" / "Inter-SemiBold.ttf").read_bytes())
H3 = example()[1].by_code["H3"].id


class Shelf:
    """A library that holds one pack."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def newest(self, pack: str = "cx-core") -> Pack:  # noqa: ARG002 - any name will do
        return self.pack

    def get(self, pack: str, version: str) -> Pack:  # noqa: ARG002 - as above
        return self.pack


@cache
def report(name: str = "nordlys-quick.toml", options: ReportOptions = ReportOptions()) -> bytes:  # noqa: B008 - frozen
    return build_pdf(*example(name), options)[0]


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., Verification]:
    def checked(pdf: bytes, brand: Brand | None = None) -> Verification:
        path = tmp_path / "report.pdf"
        path.write_bytes(pdf)
        return verify_report(path, PACKS, brand)

    return checked


Check = Callable[..., Verification]


# -- what is whole


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_is_confirmed_byte_for_byte(check: Check, name: str) -> None:
    found = check(report(name))
    assert found.confirmed
    assert (found.compared, found.why) == ("bytes", "")
    assert found.numbers > 600


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_copy_for_the_client_is_confirmed_by_its_points(check: Check, name: str) -> None:
    found = check(report(name, COPY))
    assert found.confirmed
    assert (found.receipt.holds, found.compared, found.why) == ("points", "digests", "points")
    assert found.numbers > 400


@pytest.mark.parametrize(
    "options",
    [
        ReportOptions(sample=True, paper="Letter"),
        ReportOptions(sections=("answers", "profile")),
        ReportOptions(brand=Brand("Fjord", "Ada", "Fjord AS", "In confidence", "#203040", "#405060")),
    ],
)
def test_it_is_written_again_as_it_was(check: Check, options: ReportOptions) -> None:
    assert check(report(FULL_AUDIT, options)).compared == "bytes"


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_reports_on_odd_input_are_confirmed(check: Check, name: str) -> None:
    found = check(built(BAD_INPUTS[name]()))
    assert found.confirmed
    assert found.compared == "bytes"


@pytest.mark.parametrize("make", [blank, workshop, lambda: private_audit(example()[1])])
def test_other_reports_are_confirmed(check: Check, make: Callable[[], Any]) -> None:
    assessment = make()
    if assessment.report:
        assessment = assessment.model_copy(update={"report": assessment.report.model_copy(update={"sections": None})})
    assert check(built(assessment)).compared == "bytes"


def test_the_longest_texts_are_confirmed(tmp_path: Path) -> None:
    path, asked = tmp_path / "report.pdf", longest_pack()
    audit = longest().model_copy(update={"pack": asked.id, "version": asked.version, "content": asked.content})
    path.write_bytes(build_pdf(audit, asked)[0])
    assert verify_report(path, Shelf(asked)).compared == "bytes"


def test_answers_are_attached_only_where_the_report_prints_them(check: Check) -> None:
    found = check(report(FULL_AUDIT, ReportOptions(sections=("profile",))))
    assert found.receipt.holds == "points"
    content = tampering.attached(report(FULL_AUDIT, ReportOptions(sections=("profile",)))).decode()
    notes = [answer.note for answer in example(FULL_AUDIT)[0].answers.values() if answer.note]
    assert notes
    assert not any(json.dumps(note)[1:-1] in content for note in notes)


def test_a_file_that_another_program_saved_is_confirmed_by_its_pages(check: Check) -> None:
    pdf = tampering.saved_again(report())
    assert pdf != report()
    found = check(pdf)
    assert found.confirmed
    assert found.compared == "pages"
    assert check(tampering.saved_again(report(options=COPY))).confirmed


# -- what was changed


def _first_index(row: dict[str, Any]) -> None:
    row["numbers"]["dimensions"]["mission"]["index"] = "9/2"


def _answer(row: dict[str, Any]) -> None:
    row["audit"]["answers"][H3]["level"] = 5


def _point(row: dict[str, Any]) -> None:
    row["points"]["practices"]["H3"] = {"point": 5, "low": 5, "high": 5}


def _target(row: dict[str, Any]) -> None:
    row["audit"].setdefault("targets", {})["mission"] = 1


def test_a_changed_number_in_the_receipt_is_named(check: Check) -> None:
    found = check(tampering.with_receipt(report(), _first_index))
    assert [(d.where, d.said, d.recomputed) for d in found.wrong] == [(("dimensions", "mission", "index"), "9/2", "3")]
    assert not found.confirmed


@pytest.mark.parametrize("change", [_answer, _target])
def test_changed_answers_are_refuted(check: Check, change: Callable[[dict[str, Any]], None]) -> None:
    found = check(tampering.with_receipt(report(), change))
    assert found.wrong
    assert found.altered
    assert not found.confirmed


def test_changed_points_are_refuted(check: Check) -> None:
    found = check(tampering.with_receipt(report(options=COPY), _point))
    assert found.wrong
    assert not found.confirmed


def test_numbers_that_are_changed_with_the_answers_still_do_not_fit_the_pages(check: Check) -> None:
    assessment, pack = example()
    answers = dict(assessment.answers)
    changed = answers[H3].model_copy(update={"level": 5})
    other = assessment.model_copy(update={"answers": {**answers, H3: changed}})
    forged = tampering.attached(build_pdf(other, pack)[0])
    found = check(tampering.with_attachment(report(), forged))
    assert not found.wrong
    assert len(found.altered) > 3
    assert all(page.how == "words" for page in found.altered[:3])


def test_the_receipt_of_another_report_is_refuted(check: Check) -> None:
    swapped = tampering.with_attachment(report(), tampering.attached(report(FULL_AUDIT)))
    assert not check(swapped).confirmed
    cut = tampering.with_attachment(report(), tampering.attached(report(FULL_AUDIT, COPY)))
    assert not check(cut).confirmed


@pytest.mark.parametrize("options", [ReportOptions(), COPY])
def test_a_changed_digit_on_a_page_is_refuted(check: Check, options: ReportOptions) -> None:
    pages = tampering.pages_of(report(options=options))
    page = next(number for number, text in enumerate(pages, 1) if "2.6" in text)
    found = check(tampering.with_digit_changed(report(options=options), page, "2.6"))
    assert not found.wrong
    assert [p.page for p in found.altered] == [page]
    assert found.altered[0].how == "words"
    if options is not COPY:
        assert "2.6" in found.altered[0].should
        assert found.altered[0].says != found.altered[0].should


def test_what_is_drawn_over_is_refuted(check: Check) -> None:
    found = check(tampering.painted_over(report(), 4))
    assert [(page.page, page.how) for page in found.altered] == [(4, "look")]


@pytest.mark.parametrize("options", [ReportOptions(), COPY])
def test_a_page_less_or_more_is_refuted(check: Check, options: ReportOptions) -> None:
    whole = report(options=options)
    last = len(tampering.pages_of(whole))
    less, more = check(tampering.without_page(whole, last)), check(tampering.with_page_more(whole))
    assert [(page.page, page.how) for page in less.altered] == [(last, "missing")]
    assert [(page.page, page.how) for page in more.altered] == [(last + 1, "added")]
    assert not check(tampering.without_page(whole, 2)).confirmed


# -- what cannot be written again


def test_a_report_of_another_program_is_held_against_its_digests(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = tampering.with_receipt(report(), lambda row: row.update(program="cxaudit 0.0.9"))
    found = check(pdf)
    assert (found.confirmed, found.compared, found.why) == (True, "digests", "program")
    pages = tampering.pages_of(report())
    page = next(number for number, text in enumerate(pages, 1) if "2.6" in text)
    assert not check(tampering.with_digit_changed(pdf, page, "2.6")).confirmed
    monkeypatch.setattr(attached_receipt, "FORM", 0)
    with pytest.raises(ReceiptError) as caught:
        check(pdf)
    assert (caught.value.why, caught.value.detail) == ("newer", "cxaudit 0.0.9")


def test_a_font_that_is_not_here_is_told_and_one_that_is_here_is_used(check: Check) -> None:
    brand = replace(NO_BRAND, name="Fjord", font=FONT)
    pdf = report(options=ReportOptions(brand=brand))
    for other in (None, NO_BRAND, replace(brand, font=BrandFont("Another", b"other"))):
        found = check(pdf, other)
        assert (found.confirmed, found.compared, found.why) == (True, "digests", "font")
    assert check(pdf, brand).compared == "bytes"


@pytest.mark.parametrize("name", ["fjord", "lighthouse"])
def test_the_sample_brands_are_confirmed(check: Check, name: str) -> None:
    brand = read_brand(assets.examples() / "brands" / name).brand
    pdf = report(options=ReportOptions(brand=brand))
    assert check(pdf, brand).compared == "bytes"
    found = check(pdf)
    assert found.confirmed
    assert found.compared == ("digests" if brand.font else "pages" if brand.logo else "bytes")


def test_scripts_that_are_printed_otherwise_here_are_told(check: Check) -> None:
    pdf = tampering.with_receipt(report(), lambda row: row.update(warnings=["Some signs are missing."]))
    found = check(pdf)
    assert (found.confirmed, found.compared, found.why) == (True, "digests", "scripts")


@pytest.mark.skipif(assets.script_fonts() is None, reason="the script pack is not installed")
def test_letters_of_the_script_pack(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = built(noted_everywhere("\u0645\u0631\u062d\u0628\u0627 \u4e16\u754c"))
    assert check(pdf).compared == "bytes"
    assert check(tampering.saved_again(pdf)).compared == "pages"
    monkeypatch.setattr(assets, "script_fonts", lambda: None)
    found = check(pdf)
    assert (found.confirmed, found.compared, found.why) == (True, "digests", "scripts")


# -- what cannot be checked


def _refused(check: Check, pdf: bytes) -> Unchecked:
    with pytest.raises(ReceiptError) as caught:
        check(pdf)
    return caught.value.why


def test_what_is_no_pdf_or_has_no_receipt_says_so(check: Check) -> None:
    assert _refused(check, b"") == "no pdf"
    assert _refused(check, b"PK\x03\x04 something else") == "no pdf"
    assert _refused(check, report()[:5000]) == "no pdf"
    assert _refused(check, report(options=ReportOptions(receipt=False))) == "none"
    assert _refused(check, tampering.without_receipt(report())) == "none"
    assert _refused(check, tampering.locked(report())) == "locked"


def test_a_damaged_receipt_says_so(check: Check) -> None:
    assert _refused(check, tampering.with_attachment(report(), b"{}")) == "damaged"
    assert _refused(check, tampering.with_attachment(report(), b"\xff" * 50)) == "damaged"
    lacking = tampering.with_receipt(report(options=COPY), lambda row: row["points"]["practices"].pop("H3"))
    assert _refused(check, lacking) == "damaged"
    crossed = tampering.with_receipt(report(), lambda row: row["pack"].update(version="1.2.0"))
    assert _refused(check, crossed) == "damaged"


def test_a_questionnaire_that_is_not_here_or_is_another_says_so(tmp_path: Path, check: Check) -> None:
    def renamed(row: dict[str, Any]) -> None:
        row["pack"]["version"] = row["audit"]["version"] = "9.9.9"

    with pytest.raises(UnknownPackError):
        check(tampering.with_receipt(report(), renamed))
    path = tmp_path / "report.pdf"
    path.write_bytes(report())
    with pytest.raises(ReceiptError) as caught:
        verify_report(path, Shelf(small_pack([practice("mission.words", "M1")])))
    assert caught.value.why == "questionnaire"


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.pdf", tmp_path, Path("a\0b")):
        with pytest.raises(InputError):
            verify_report(path, PACKS)


def test_the_receipt_is_found_by_other_programs_too() -> None:
    found = read_receipt(tampering.attached(report()), "report.pdf")
    assert found.assessment.organisation == "Nordlys Energi"
    assert len(found.pages) == len(tampering.pages_of(report()))
