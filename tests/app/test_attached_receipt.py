"""The receipt that is attached to a report: what goes in comes out, what no page tells stays out, damage is noticed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import assess, pack, practice
from support.cases import Case, cases
from support.private import NAMES, NEVER, NOTES, WORDS, private_audit
from support.reports import FULL_AUDIT, example

from cxaudit.app.attached_receipt import FORM, PROGRAM, Receipt, read_receipt, receipt_bytes
from cxaudit.app.brand import Brand, BrandFont, Logo
from cxaudit.app.receipt_making import Made, make_receipt, recomputed
from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import ActionState, Answer
from cxaudit.domain.errors import ReceiptError
from cxaudit.domain.receipt import numbers, receipt

MADE: Made = {"warnings": ("A sign is missing.",), "pages": ("ab" * 32,)}
BRAND = Brand(
    "Fjord",
    "Ada",
    "Fjord AS",
    "In confidence",
    "#102030",
    "#A0B0C0",
    Logo(b"png", 30, 20, "Fjord"),
    BrandFont("F", b"f"),
)
PLAIN = ReportOptions()
OPTIONS = ReportOptions(("profile",), sample=True, paper="Letter", kept=frozenset({"words", "notes"}), brand=BRAND)


def of_example(options: ReportOptions = PLAIN) -> Receipt:
    assessment, asked = example()
    return make_receipt(asked, assessment, options, MADE, "answers")


def again(made: Receipt) -> Receipt:
    return read_receipt(receipt_bytes(made), "report.pdf")


def raw(made: Receipt) -> dict[str, Any]:
    return json.loads(receipt_bytes(made))


@settings(max_examples=60)
@given(cases())
def test_what_goes_in_comes_out(case: Case) -> None:
    made = make_receipt(case.pack, case.assessment, ReportOptions(), MADE, "answers")
    assert again(made) == made
    assert made.holds == "answers"
    assert recomputed(case.pack, again(made)) == made.numbers == numbers(case.pack, case.assessment)


@settings(max_examples=60)
@given(cases())
def test_the_same_follows_from_points_alone(case: Case) -> None:
    made = make_receipt(case.pack, case.assessment, ReportOptions(), MADE, "points")
    assert again(made) == made
    assert made.holds == "points"
    whole = numbers(case.pack, case.assessment)
    assert recomputed(case.pack, again(made)) == made.numbers
    assert made.numbers == {key: whole[key] for key in ("dimensions", "overall", "gap", "plan")}


@settings(max_examples=30)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(case: Case, r: Any) -> None:
    def turned(table: dict[str, Any]) -> dict[str, Any]:
        return dict(r.sample(list(table.items()), len(table)))

    found = case.assessment
    other = found.model_copy(
        update={"answers": turned(found.answers), "targets": turned(found.targets), "actions": turned(found.actions)}
    )
    for holds in ("answers", "points"):
        first, second = (make_receipt(case.pack, a, ReportOptions(), MADE, holds) for a in (found, other))
        assert receipt_bytes(first) == receipt_bytes(second)


def test_how_the_report_was_written_is_kept_without_its_files() -> None:
    made = of_example(OPTIONS)
    taken = raw(made)["options"]
    assert (taken["sections"], taken["sample"], taken["paper"], taken["kept"]) == (
        ["profile"], True, "Letter", ["notes", "words"],
    )  # fmt: skip
    assert taken["brand"] | {"logo": None, "font": None} == {
        "name": "Fjord", "consultant": "Ada", "footer": "Fjord AS", "confidentiality": "In confidence",
        "primary": "#102030", "secondary": "#A0B0C0", "logo": None, "font": None,
    }  # fmt: skip
    assert (taken["brand"]["logo"]["width"], taken["brand"]["logo"]["height"]) == (30, 20)
    assert len(taken["brand"]["font"]["digest"]) == 64
    assert again(made).warnings == MADE["warnings"]
    assert again(made).pages == MADE["pages"]


def test_fractions_are_text_and_all_is_ascii() -> None:
    found, asked = example(FULL_AUDIT)
    made = make_receipt(asked, found.model_copy(update={"organisation": "Ørsted"}), ReportOptions(), MADE, "answers")
    content = receipt_bytes(made)
    assert content.isascii()
    assert content.endswith(b"}\n")
    assert not any(isinstance(value, float) for value in _values(json.loads(content)))
    said = raw(made)
    whole = receipt(asked, found, "any")
    assert said["numbers"] == {key: whole[key] for key in said["numbers"]}
    assert list(said) == ["receipt", "program", "pack", "options", "audit", "numbers", "warnings", "pages"]


def _values(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in _values(part)]
    return [leaf for part in value for leaf in _values(part)] if isinstance(value, list) else [value]


def test_what_no_page_tells_stays_out() -> None:
    asked = example(FULL_AUDIT)[1]
    made = make_receipt(asked, private_audit(asked), ReportOptions(), MADE, "answers")
    content = receipt_bytes(made).decode()
    assert "a" * 32 not in content
    for never in ("Zebrafile", "1999-09-09T09:09:09", '"mark"'):
        assert never not in content
    assert all(word in content for word in (*NOTES, *WORDS, *NAMES))


def test_points_tell_nothing_private() -> None:
    asked = example(FULL_AUDIT)[1]
    made = make_receipt(asked, private_audit(asked), ReportOptions(), MADE, "points")
    content = receipt_bytes(made).decode()
    assert content.replace("Zebra Ltd", "").count("Zebra") == 0
    assert all(never not in content for never in NEVER)
    assert set(raw(made)["points"]) == {"mode", "organisation", "date", "targets", "decisions", "practices"}


def test_an_audit_without_anything() -> None:
    asked = pack([practice("m.m1", "M1")])
    made = make_receipt(asked, assess(asked, {}), ReportOptions(), {"warnings": (), "pages": ()}, "points")
    assert again(made) == made
    assert "warnings" not in raw(made)
    assert raw(made)["points"]["practices"] == {"M1": {"low": 1, "high": 5}}


def test_decisions_count_and_open_ones_are_not_told() -> None:
    found, asked = example(FULL_AUDIT)
    first, second = list(asked.actions_by_id)[:2]
    decided = {first: ActionState(status="done"), second: ActionState(owner="Ada")}
    made = make_receipt(asked, found.model_copy(update={"actions": decided}), ReportOptions(), MADE, "points")
    assert raw(made)["points"]["decisions"] == {first: "done"}


def test_an_answer_to_something_the_pack_lacks_is_kept() -> None:
    found, asked = example(FULL_AUDIT)
    stray = found.model_copy(update={"answers": {**found.answers, "old.practice": Answer(level=1)}})
    made = make_receipt(asked, stray, ReportOptions(), MADE, "answers")
    assert raw(made)["audit"]["answers"]["old.practice"] == {"level": 1}


def good() -> dict[str, Any]:
    return raw(of_example())


def refused(content: bytes) -> ReceiptError:
    with pytest.raises(ReceiptError) as caught:
        read_receipt(content, "report.pdf")
    assert caught.value.path == "report.pdf"
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"[1]",
        b"{}",
        b"null",
        b"{" * 100_000,
        b'{"a":' * 50_000,
        b'{"receipt": 1, "receipt": 1}',
    ],
)
def test_what_is_no_receipt_is_damaged(content: bytes) -> None:
    assert refused(content).why == "damaged"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("program", 3),
        ("pack", {}),
        ("audit", {"answers": []}),
        ("points", {"mode": "quick", "practices": {}}),
        ("pages", ["short"]),
        ("numbers", [float("inf")]),
        ("more", 1),
        ("receipt", 0),
        ("receipt", "one"),
    ],
)
def test_a_wrong_part_is_damage(key: str, value: object) -> None:
    assert refused(json.dumps({**good(), key: value}).encode()).why == "damaged"


def test_neither_audit_nor_points_is_damage() -> None:
    row = good()
    del row["audit"]
    assert refused(json.dumps(row).encode()).why == "damaged"


def test_a_huge_logo_or_another_colour_is_damage() -> None:
    row = raw(of_example(OPTIONS))
    row["options"]["brand"]["logo"]["width"] = 10_000_000
    assert refused(json.dumps(row).encode()).why == "damaged"
    row = good()
    row["options"]["brand"]["primary"] = "red"
    assert refused(json.dumps(row).encode()).why == "damaged"


def test_a_newer_form_names_its_program() -> None:
    found = refused(json.dumps({"receipt": FORM + 1, "program": "cxaudit 9.0.0", "all": "new"}).encode())
    assert (found.why, found.detail) == ("newer", "cxaudit 9.0.0")
    assert good()["program"] == PROGRAM


def test_points_that_lack_a_practice_cannot_be_recomputed() -> None:
    asked = example()[1]
    row = raw(make_receipt(asked, example()[0], ReportOptions(), MADE, "points"))
    del row["points"]["practices"]["H3"]
    with pytest.raises(KeyError, match="H3"):
        recomputed(asked, read_receipt(json.dumps(row).encode(), "report.pdf"))


def test_the_documentation_names_every_part() -> None:
    told = (Path(__file__).parents[2] / "docs" / "attached-receipt.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in told for name in Receipt.model_fields)
    assert f"form, {FORM}." in told
