"""Claimed against shown on the screen: counts, entries, the arithmetic of a practice, marks on the gaps."""

from __future__ import annotations

from hypothesis import given
from support.builders import Given, pack, practice
from support.readings import READINGS, level, planned, read

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import DateValue, Fact, FactPart, FactRule
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scoring import score
from cxaudit.presentation.arithmetic import arithmetic_view
from cxaudit.presentation.findings import gap_views
from cxaudit.presentation.proof_card import ProofCard, proof_card
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import Offer, Sentence, Subject

RULES = tuple(
    FactRule(check="within-days", parts=("day",), start=k, end=k, value=value, why="Level 4 looks at the past year.")
    for k, value in ((4, "365"), (5, "30"))
)
FACT = Fact(question="When?", parts=(FactPart(id="day", label="Newest decision", kind="date"),), rules=RULES)
NEW = Answer(level=4, evidence="Board paper 14", evidence_kind="document", evidence_date="2026-10-01")
OLD = NEW.model_copy(update={"evidence_date": "2024-01-15"})
LATE, SOON = "2025-10-16", "2026-09-01"


def on_day(level_: int, day: str) -> Answer:
    """Return a level whose newest decision is of a day."""
    return Answer(level=level_, facts={"day": DateValue(day=day)})


def checked() -> Pack:
    """Practices with a fact-check; evidence for level 4 may be 12 months old, four dimensions without questions."""
    asked = [practice(f"m.m{n}", f"M{n}").model_copy(update={"fact": FACT}) for n in range(1, 6)]
    made = pack(asked)
    levels = tuple(
        step.model_copy(update={"max_age_months": 12 if n == 4 else None}) for n, step in enumerate(made.levels, 1)
    )
    return made.model_copy(update={"levels": levels})


def dated(answers: dict[str, Given]) -> Reading:
    reading = read(answers, checked(), targets={"m": 5})
    made = reading.assessment.model_copy(update={"date": "2026-11-20"})
    return Reading(reading.pack, made, score(reading.pack, made))


MIXED: dict[str, Given] = {
    "M1": NEW,
    "M2": OLD,
    "M3": on_day(4, LATE),
    "M4": on_day(5, SOON),
    "M5": on_day(4, SOON),
}


def card(answers: dict[str, Given]) -> ProofCard:
    found = proof_card(dated(answers))
    assert found is not None
    return found


def said(reading: Reading, kind: str, of: str) -> list[str]:
    view = arithmetic_view(reading, *planned(reading), Subject(kind, of))  # pyright: ignore[reportArgumentType]
    return [b.text for step in view.steps for b in step.blocks if isinstance(b, Sentence)]


def test_there_is_no_card_without_a_high_level() -> None:
    assert proof_card(read(level(3))) is None


def test_the_line_counts_shown_claimed_and_what_is_wrong() -> None:
    assert card({"M1": NEW}).line == "Levels 4 and 5: 1. Shown 1, claimed 0."
    assert card(MIXED).line == ("Levels 4 and 5: 5. Shown 3, claimed 2; contradicted by a fact 2, stale evidence 1.")


def test_the_entries_are_the_reports_lines() -> None:
    found = card(MIXED)
    assert found.title == found.page.title
    assert [e.line for e in found.entries] == list(found.page.lines)
    first = found.entries[0]
    assert (first.practice, first.level, first.target, first.claimed) == ("m.m3", 4, 5, True)


def test_the_low_end_is_explained() -> None:
    reading = dated(MIXED)
    assert "Evidence is on file: the low end may be as high as the point." in said(reading, "practice", "m.m1")
    old = said(reading, "practice", "m.m2")
    assert "Evidence: Board paper 14." in old
    assert "Document, 15 January 2024, 34 months old: level 4 asks for 12 months at most." in old
    claimed = said(reading, "practice", "m.m3")
    assert "Claimed: above 3 without evidence on file, so the low end is at most 3." in claimed
    assert any(text.startswith("Contradicts level 4.") for text in claimed)
    lifted = "Claimed: no evidence on file, and a fact shows level 4, so the low end is at most 4."
    assert lifted in said(reading, "practice", "m.m4")
    assert "A fact shows level 4: it counts as evidence." in said(reading, "practice", "m.m5")


def test_the_dimension_tells_both_kinds_of_low_ends() -> None:
    texts = said(dated(MIXED), "dimension", "m")
    assert "Above 3 without evidence on file: the low end counts M3 (M3) as 3 at most." in texts
    assert "Facts show a part of what is claimed: the low end counts M4 (M4) as 4 at most." in texts


def test_the_next_level_is_offered() -> None:
    reading = dated({f"M{n}": 2 for n in range(1, 6)})
    view = arithmetic_view(reading, *planned(reading), Subject("dimension", "m"))
    offers = [b for step in view.steps for b in step.blocks if isinstance(b, Offer)]
    assert len(offers) == 3
    assert offers[0].text in view.text
    assert offers[0].detail in view.text


def test_gaps_are_marked() -> None:
    marks = {g.code: g.marks for g in gap_views(dated(MIXED))}
    assert marks == {
        "M1": (),
        "M2": ("stale evidence",),
        "M3": ("contradicted by a fact", "claimed"),
        "M5": (),
    }


@given(READINGS)
def test_any_reading_has_a_card_or_none(reading: Reading) -> None:
    found = proof_card(reading)
    high = [p for p in reading.card.practices.values() if (p.point or 0) > reading.pack.rubric.claimed_above]
    assert (found is None) == (not high)
    if found is not None:
        assert {e.practice for e in found.entries} == {p.id for p in high}
