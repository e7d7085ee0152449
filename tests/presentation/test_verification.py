"""What a check of a report found, as it is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.reports import example

from cxaudit.app.brand import NO_BRAND, BrandFont
from cxaudit.app.receipt_making import make_receipt
from cxaudit.app.reporting import ReportOptions
from cxaudit.app.verifying import NumberDiffers, PageDiffers, Verification, Why
from cxaudit.domain.errors import ReceiptError, Unchecked
from cxaudit.presentation.errors import error_view
from cxaudit.presentation.verification import verification_view


def found(*, points: bool = False, font: bool = False) -> Verification:
    assessment, pack = example()
    brand = replace(NO_BRAND, font=BrandFont("Lora", b"font")) if font else NO_BRAND
    made = make_receipt(
        pack, assessment, ReportOptions(brand=brand), {"warnings": (), "pages": ()}, "points" if points else "answers"
    )
    return Verification(Path("report.pdf"), made, pack, 662, (), 13, "bytes", "", ())


WRONG = (
    NumberDiffers(("dimensions", "mission", "raw_low"), "3", "8/3"),
    NumberDiffers(("practices", "H3", "point"), None, "1"),
    NumberDiffers(("plan", "run-recall-test", "rank"), "-1/2", "1"),
)
ALTERED = (
    PageDiffers(3, "words", "index 2.9", "index 2.6"),
    PageDiffers(4, "words"),
    PageDiffers(5, "look"),
    PageDiffers(6, "missing"),
    PageDiffers(7, "added"),
)


def test_the_very_file() -> None:
    view = verification_view(found())
    assert view.confirmed
    assert view.text.splitlines() == [
        "Confirmed: the report is what its answers give.",
        "Nordlys Energi, Five-minute audit, 20 November 2026, cx-core 1.0.0, made by cxaudit 0.1.0",
        "All 662 numbers were worked out again from the answers and are the same.",
        "The file is, byte for byte, the one that cxaudit writes from these answers.",
    ]


def test_another_file_with_the_same_pages() -> None:
    view = verification_view(replace(found(), compared="pages"))
    assert view.confirmed
    assert "all 13 pages say and show the same" in view.lines[1]


def test_each_difference_is_named() -> None:
    view = verification_view(replace(found(), compared="pages", wrong=WRONG, altered=ALTERED))
    assert not view.confirmed
    assert view.verdict.startswith("Refuted")
    assert view.lines[0].startswith("3 of 662 numbers in the receipt are not")
    assert "5 of its pages differ." in view.lines[1]
    one = verification_view(replace(found(), compared="pages", altered=ALTERED[:1]))
    assert "1 of its pages differs." in one.lines[1]
    assert view.differences == (
        "Mission, raw low: the receipt says 3, worked out again it is 8/3 (2.67).",
        "H3 Honest feedback, point: the receipt says nothing, worked out again it is 1.",
        (
            "Plan, \u201cRun a recall test across teams\u201d, rank: the receipt says -1/2 (-0.50), "
            "worked out again it is 1."
        ),
        "Page 3 says \u201cindex 2.9\u201d; the answers give \u201cindex 2.6\u201d.",
        "Page 4 does not say what it said when it was written.",
        "Page 5 says the same but looks otherwise: something on it was drawn over or changed.",
        "Page 6 is missing.",
        "Page 7 does not belong to the report.",
    )
    assert view.text.count("\n- ") == 8


def test_what_a_forger_wrote_is_cut() -> None:
    wrong = (NumberDiffers(("overall", "x" * 9000), "1/" + "9" * 9000, "1/0"),)
    altered = (PageDiffers(1, "words", "long " * 9000, ""),)
    view = verification_view(replace(found(), compared="pages", wrong=wrong, altered=altered))
    assert all(len(text) < 700 for text in view.differences)
    assert "it is 1/0." in view.differences[0]


def test_one_number_and_one_page_alone_refute() -> None:
    assert "1 of 662 numbers in the receipt is not" in verification_view(replace(found(), wrong=WRONG[:1])).lines[0]
    view = verification_view(replace(found(), compared="digests", why="program", altered=ALTERED[1:2]))
    assert view.verdict.startswith("Refuted")
    assert "1 page does not say what it said then." in view.lines[1]


def test_a_copy_cut_to_points_says_so() -> None:
    view = verification_view(replace(found(points=True), compared="digests", why="points"))
    assert view.verdict == "Confirmed, as far as can be checked: the answers themselves are not attached."
    assert view.lines[0].startswith("The receipt holds the point of each practice and not the answers behind it.")
    assert "All 13 pages say what they said then" in view.lines[1]
    assert verification_view(replace(found(points=True), wrong=WRONG)).lines[0].endswith("worked out again.")


@pytest.mark.parametrize(
    ("why", "told"),
    [("program", "Made by cxaudit 0.1.0"), ("font", "Its titles are in Lora"), ("scripts", "other fonts")],
)
def test_what_kept_the_pages_from_being_written_again(why: Why, told: str) -> None:
    view = verification_view(replace(found(font=True), compared="digests", why=why))
    assert view.confirmed
    assert "in part only" in view.verdict
    assert told in view.lines[1]


@pytest.mark.parametrize("why", ["no pdf", "locked", "none", "damaged", "newer", "questionnaire"])
def test_what_cannot_be_checked_says_why_and_what_to_do(why: Unchecked) -> None:
    view = error_view(ReceiptError("report.pdf", why, "cx-core 1.0.0"))
    assert "report.pdf" in view.title
    assert view.cures
    assert all(text.endswith(".") for text in (view.title, view.sentence, *view.cures))
    assert ("cx-core 1.0.0" in view.text) == (why != "none")
