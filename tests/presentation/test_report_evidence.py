"""Claimed against shown, as the report tells it."""

from __future__ import annotations

import pytest
from support.builders import Given, pack, practice
from support.readings import five, level, read

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import DateValue, Fact, FactPart, FactRule
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scoring import score
from cxaudit.presentation.charts_proof import ProofCell, proof_cells, proof_key
from cxaudit.presentation.drawing import TextOp
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_evidence import EvidencePage, evidence_page

RULE = FactRule(check="within-days", parts=("day",), start=4, end=4, value="365", why="Level 4 looks at the past year.")
FACT = Fact(question="When?", parts=(FactPart(id="day", label="Newest decision", kind="date"),), rules=(RULE,))
CLAIMED, FILED = Answer(level=4), Answer(level=4, evidence="Board paper 14", evidence_kind="document")
OLD = FILED.model_copy(update={"evidence_date": "2024-01-15"})
NEW = FILED.model_copy(update={"evidence_date": "2026-10-01"})
LATE = Answer(level=4, facts={"day": DateValue(day="2025-10-16")})
SOON = Answer(level=4, facts={"day": DateValue(day="2026-10-16")})


def checked() -> Pack:
    """Four practices of one dimension, each with a fact-check; evidence for level 4 may be 12 months old."""
    asked = [practice(f"m.m{n}", f"M{n}").model_copy(update={"fact": FACT}) for n in range(1, 5)]
    made = pack(asked)
    levels = tuple(
        step.model_copy(update={"max_age_months": 12 if n == 4 else None}) for n, step in enumerate(made.levels, 1)
    )
    return made.model_copy(update={"levels": levels})


def dated(reading: Reading) -> Reading:
    made = reading.assessment.model_copy(update={"date": "2026-11-20"})
    return Reading(reading.pack, made, score(reading.pack, made))


def page(**answers: Given) -> EvidencePage:
    found = evidence_page(dated(read(answers, checked())))
    assert found is not None
    return found


def test_there_is_no_page_without_a_level_that_needs_something_to_show() -> None:
    assert evidence_page(read(level(3))) is None


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({"M1": LATE, "M2": CLAIMED, "M3": OLD}, "A fact contradicts one of three answers at level 4 or 5"),
        ({"M1": LATE, "M2": LATE}, "Facts contradict two of two answers at level 4 or 5"),
        ({"M1": CLAIMED, "M2": OLD, "M3": NEW}, "One of three answers at level 4 or 5 is only claimed"),
        ({"M1": CLAIMED, "M2": CLAIMED}, "No answer at level 4 or 5 is shown"),
        ({"M1": CLAIMED, "M2": CLAIMED, "M3": NEW}, "Two of three answers at level 4 or 5 are only claimed"),
        ({"M1": OLD, "M2": OLD, "M3": NEW}, "Two of three answers at level 4 or 5 rest on stale evidence"),
        ({"M1": NEW, "M2": 3}, "Every answer at level 4 or 5 is shown"),
    ],
)
def test_the_title_tells_the_gravest(answers: dict[str, Given], title: str) -> None:
    assert page(**answers).title == title


def test_the_lead_counts_what_shows_them() -> None:
    found = page(M1=LATE, M2=SOON, M3=NEW, M4=OLD)
    assert found.lead == "Two have evidence, one is shown by a fact, one is claimed."


def test_the_lead_says_where_all_are_alike() -> None:
    assert page(M1=NEW, M2=OLD).lead == "All two have evidence."
    assert page(M1=CLAIMED).lead == "One is claimed."


def test_the_gravest_stand_first_with_what_the_fact_says() -> None:
    found = page(M1=NEW, M2=OLD, M3=CLAIMED, M4=LATE)
    assert [line.marks for line in found.lines] == [
        ("Contradicted by a fact", "Claimed"),
        ("Claimed",),
        ("Stale evidence",),
        ("Evidence on file",),
    ]
    first, second, third, last = found.lines
    assert first.alarm
    assert "400 days old" in first.facts[0]
    assert first.facts[0].endswith("Level 4 looks at the past year.")
    assert second.text == "Nothing on file."
    assert "level 4 asks for 12 months at most" in third.dated
    assert (last.text, last.dated) == ("Board paper 14", "Document, 1 October 2026, 1 month old.")


def test_a_fact_alone_can_show_a_level() -> None:
    (line,) = page(M1=SOON).lines
    assert line.marks == ("Shown by a fact",)
    assert not line.alarm


def test_contradictions_below_the_levels_that_need_evidence_are_named() -> None:
    rule = RULE.model_copy(update={"start": 3})
    fact = FACT.model_copy(update={"rules": (rule,)})
    asked = [p.model_copy(update={"fact": fact}) for p in checked().practices.values()]
    low = LATE.model_copy(update={"level": 3})
    found = evidence_page(dated(read({"M1": LATE, "M2": low, "M3": 2}, pack(asked))))
    assert found is not None
    assert found.below == "Facts also contradict what was answered at level 3 or below: M2 (M2)."
    assert [line.title for line in found.lines] == ["M1 (M1)"]
    assert page(M1=LATE).below == ""


def test_few_answers_are_not_counted_by_dimension() -> None:
    assert page(M1=CLAIMED, M2=CLAIMED).counts == ()


def test_many_answers_are_counted_by_dimension_and_together() -> None:
    asked = five()
    found = evidence_page(read(level(4, E1=2, E2=2, E3=2, S1=Answer(level=5)), asked))
    assert found is not None
    counts = {count.title: count.numbers for count in found.counts}
    assert counts["Mission"] == ("3", "3", "0", "0", "0", "0")
    assert counts["Strategy"] == ("3", "2", "0", "1", "0", "0")
    assert counts["Employee link"] == ("0", "0", "0", "0", "0", "0")
    assert counts["Together"] == ("12", "11", "0", "1", "0", "0")
    assert {len(count.numbers) + 2 for count in found.counts} == {len(found.count_heads)}


def test_cells_say_what_they_show() -> None:
    cells = [ProofCell(4), ProofCell(5, claimed=True, contradicted=True), ProofCell(4, stale=True)]
    drawing = proof_cells(cells, "Mission")
    assert drawing.description == "Mission: level 4 shown, level 5 claimed, contradicted and level 4 shown, stale."
    assert [op.text for op in drawing.ops if isinstance(op, TextOp)] == ["4", "5", "4"]


def test_cells_stand_in_lines() -> None:
    assert proof_cells([], "None").description == "None: no answer."
    assert proof_cells([ProofCell(4)] * 7, "Many").height == 2 * proof_cells([ProofCell(4)] * 6, "Six").height


def test_the_key_names_every_kind_of_cell() -> None:
    said = proof_key(4).description
    assert all(word in said for word in ("shown", "claimed", "contradicted", "stale"))
