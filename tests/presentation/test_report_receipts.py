"""The receipts in the report: the same steps as in the window, and every number of the scorecard among them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from support.builders import assess, pack, practice
from support.cases import Case, cases
from support.reports import FULL_AUDIT, blank, example
from support.reports import pack as published

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scoring import score
from cxaudit.presentation.numbers import exact_text, gap_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_receipts import ReceiptsPage, ReceiptSum, ReceiptTable, receipts_page


def page(asked: Pack, assessment: Assessment) -> ReceiptsPage:
    return receipts_page(Reading(asked, assessment, score(asked, assessment)))


def texts(found: ReceiptsPage) -> list[str]:
    told: list[str] = []
    for sheet in found.sheets:
        told += [sheet.title, sheet.summary]
        for step in sheet.steps:
            told.append(step.title)
            for part in step.parts:
                match part:
                    case str():
                        told.append(part)
                    case ReceiptSum():
                        told += [part.what, part.sum, part.exact, part.shown]
                    case ReceiptTable():
                        told += [*part.heads, *(text for row in part.rows for text in row)]
    return told


@pytest.mark.parametrize("name", ["nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml"])
def test_every_number_of_the_examples_is_there(name: str) -> None:
    assessment, asked = example(name)
    card, told = score(asked, assessment), texts(page(asked, assessment))
    for found in (
        card.overall.index,
        card.gap.total,
        card.gap.attainment,
        *(d.index for d in card.dimensions.values()),
    ):
        assert exact_text(found) in told
    assert gap_text(card.overall.index) in told
    for dimension in card.dimensions.values():
        assert exact_text(dimension.raw) in told
    assert {p.code for p in card.practices.values()} <= {text.split()[0] for text in told if text}


def test_the_whole_comes_first_then_the_gap_then_the_dimensions() -> None:
    assessment, asked = example()
    keys = [sheet.key for sheet in page(asked, assessment).sheets]
    assert keys == ["receipt-overall", "receipt-gap", *(f"receipt-dimension-{d.id}" for d in asked.dimensions)]


def test_steps_are_those_of_the_window_without_what_could_be_done() -> None:
    assessment, asked = example()
    reading = Reading(asked, assessment, score(asked, assessment))
    sheet = next(s for s in receipts_page(reading).sheets if s.key == "receipt-dimension-metric-hygiene")
    assert [step.title for step in sheet.steps] == [
        "1. Answers", "2. Weighted mean", "3. Red flags", "4. Level", "5. How firm it is",
    ]  # fmt: skip


def test_remarks_only_where_there_are_any() -> None:
    assessment, asked = example()
    tables = {
        sheet.key: part
        for sheet in page(asked, assessment).sheets
        for step in sheet.steps[:1]
        for part in step.parts
        if isinstance(part, ReceiptTable)
    }
    assert tables["receipt-dimension-mission"].heads == ("Practice", "Low", "Point", "High", "Weight")
    linked = tables["receipt-dimension-ex-linkage"]
    assert linked.heads == ("Practice", "Remark", "Low", "Point", "High", "Weight")
    assert "claimed" in [row[1] for row in linked.rows]
    assert all(len(row) == len(table.heads) for table in tables.values() for row in table.rows)


def test_the_gate_tells_its_shares() -> None:
    assessment, asked = example()
    assert "Share at a level or above: 2: 100 % (1); 3: 67 % (2/3); 4: 33 % (1/3); 5: 0 % (0)." in texts(
        page(asked, assessment)
    )


@pytest.mark.parametrize(
    ("made", "way"),
    [
        (ReceiptSum("Index", "(3 + 2) / 3", "5/3", "1.67"), "(3 + 2) / 3 = 5/3 = "),
        (ReceiptSum("Index", "(3 + 3) / 2", "3", "3.00"), "(3 + 3) / 2 = "),
        (ReceiptSum("Coverage", "4 / 5", "4/5", "80 %"), "4 / 5 = "),
        (ReceiptSum("Cap", "H3 is 1, at most 1", "", ""), "H3 is 1, at most 1"),
    ],
)
def test_no_value_is_told_twice(made: ReceiptSum, way: str) -> None:
    assert made.way == way


def test_a_cap_is_a_rule() -> None:
    assessment, asked = example()
    sums = [part for sheet in page(asked, assessment).sheets for step in sheet.steps for part in step.parts]
    caps = [part for part in sums if isinstance(part, ReceiptSum) and part.what == "Cap"]
    assert caps
    assert not any(part.shown for part in caps)


def test_a_dimension_that_is_not_asked_says_so() -> None:
    asked = pack([practice("a.p1", "A1"), practice("b.p1", "B1", quick=False)])
    assert "None is asked." in texts(page(asked, assess(asked, {}, mode="quick")))


def test_nothing_answered() -> None:
    told = texts(page(published(), blank()))
    assert "Under half of the weight is known: a range, but no index." in told


@settings(max_examples=80)
@given(cases())
def test_any_audit_has_receipts(case: Case) -> None:
    found = page(case.pack, case.assessment)
    assert all(text for text in texts(found) if text is not None and text != "") or found.sheets
    assert all(sheet.steps for sheet in found.sheets)
