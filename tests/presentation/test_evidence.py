"""What evidence and facts change, the fields of a fact-check, and what is said of a text that does not fit."""

from __future__ import annotations

from datetime import date

import pytest
from support.builders import assess, pack, practice

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.fact_check import CountValue, DateValue, Fact, FactPart, FactRule, FactValue, Option
from cxaudit.domain.questionnaire import LevelName
from cxaudit.presentation.evidence import (
    KINDS,
    EvidenceView,
    PartView,
    day_problem,
    evidence_view,
    fact_view,
    kind_words,
    latest_day,
    part_problem,
)

DAY = FactPart(id="decided", label="Decided on", kind="date")
KNOWN = FactPart(id="known", label="Could explain it", kind="count", unit="people", total=5)
SEEN = FactPart(id="seen", label="Seen", kind="count")
WHOSE = FactPart(id="whose", label="Whose", kind="choice", options=(Option(id="all", label="All"),))
RECENT = FactRule(check="within-days", parts=("decided",), value="365", start=4, end=4, why="It is old.")
LEVELS = tuple(LevelName(name=str(k), meaning="so", shown_by=f"Record {k}", max_age_months=12) for k in range(1, 6))
PACK = pack(
    (
        practice("mission.a", "M1").model_copy(
            update={"fact": Fact(question="When?", parts=(DAY, KNOWN, SEEN, WHOSE), rules=(RECENT,))}
        ),
        practice("mission.b", "M2"),
    )
).model_copy(update={"levels": LEVELS})
TODAY = date(2026, 11, 20)


def audit(answer: Answer, day: str | None = "2026-11-20") -> Assessment:
    return assess(PACK, {"M1": answer}).model_copy(update={"date": day})


def view(answer: Answer) -> EvidenceView:
    return evidence_view(PACK, audit(answer), "mission.a")


@pytest.mark.parametrize("answer", [Answer(), Answer(level=3), Answer(dont_know=True)])
def test_evidence_changes_nothing_up_to_level_3(answer: Answer) -> None:
    shown = view(answer)
    assert (shown.shown, shown.claimed, shown.now, shown.stale) == (None, None, "", False)
    assert shown.title == "Evidence is asked from level 4"


def test_without_evidence_level_4_is_a_claim() -> None:
    shown = view(Answer(level=4, evidence="  "))
    assert (shown.shown, shown.claimed, shown.well) == (3, 4, False)
    assert shown.now == "Counts as level 4, claimed: its range starts at 3"
    assert shown.sentence.startswith("Record 4. ")


def test_with_evidence_level_4_counts_as_shown() -> None:
    shown = view(Answer(level=4, evidence="Plan", evidence_kind="document", evidence_date="2026-01-01"))
    assert (shown.claimed, shown.well, shown.now) == (4, True, "Counts as level 4, shown by evidence")
    assert (shown.kind, shown.day, shown.stale) == ("document", "2026-01-01", False)
    assert shown.age == "Document, 1 January 2026, 10 months old."


def test_old_evidence_is_stale() -> None:
    assert view(Answer(level=4, evidence="Plan", evidence_date="2020-01-01")).stale


def test_evidence_a_day_older_than_a_year_says_so() -> None:
    assert view(Answer(level=4, evidence="Plan", evidence_date="2025-11-20")).age == "20 November 2025, 12 months old."
    over = view(Answer(level=4, evidence="Plan", evidence_date="2025-11-19")).age
    assert over == "19 November 2025, more than 12 months old: level 4 asks for 12 months at most."


def test_a_fact_can_show_a_level_too() -> None:
    recent = Answer(level=4, facts={"decided": DateValue(day="2026-10-01")})
    assert view(recent).now == "Counts as level 4, shown by the fact-check"
    assert [line.kind for line in view(recent).facts] == ["supports"]
    above = view(recent.model_copy(update={"level": 5}))
    assert (above.shown, above.claimed) == (4, 5)
    assert above.now == "Counts as level 5, claimed: its range starts at 4"


def test_a_practice_without_a_fact_has_no_fields() -> None:
    assert fact_view(PACK, audit(Answer()), "mission.b") is None


def test_each_part_has_a_field_with_what_is_on_file() -> None:
    facts: dict[str, FactValue] = {"decided": DateValue(day="2025-01-01"), "seen": CountValue(count=3, total=9)}
    shown = fact_view(PACK, audit(Answer(level=4, facts=facts)), "mission.a")
    assert shown is not None
    assert (shown.question, shown.written, shown.margin) == ("When?", True, "")
    assert [line.kind for line in shown.lines] == ["contradicts"]
    assert shown.parts == (
        PartView("decided", "Decided on", "date", "", "2025-01-01", "", total_given=False, options=()),
        PartView("known", "Could explain it", "count", "people", "", "5", total_given=True, options=()),
        PartView("seen", "Seen", "count", "", "3", "9", total_given=False, options=()),
        PartView("whose", "Whose", "choice", "", "", "", total_given=False, options=(("all", "All"),)),
    )


def test_a_day_may_be_today_or_the_audit_s_own_whichever_is_later() -> None:
    assert latest_day(audit(Answer(), None), TODAY) == TODAY
    assert latest_day(audit(Answer(), "2026-12-24"), TODAY) == date(2026, 12, 24)
    assert latest_day(audit(Answer(), "2025-12-24"), TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ""),
        (" 2026-11-20 ", ""),
        ("2026-02-31", "There is no such day. Write the year, month and day, as in 2026-11-20."),
        ("20261120", "There is no such day. Write the year, month and day, as in 2026-11-20."),
        ("2026-11-21", "That day is still to come. Write one up to 20 November 2026."),
    ],
)
def test_a_day_that_cannot_be_is_told_with_its_cure(text: str, problem: str) -> None:
    assert day_problem(text, TODAY) == problem
    assert part_problem(DAY, text, TODAY) == problem


def test_a_value_that_does_not_fit_is_told_with_its_cure() -> None:
    assert part_problem(KNOWN, "4/5", TODAY) == ""
    assert part_problem(KNOWN, "6/5", TODAY).startswith("More are counted than there are in all (5).")


def test_each_kind_of_evidence_has_a_word_and_a_meaning() -> None:
    words = kind_words()
    assert len(words) == len(KINDS)
    assert all(word and meaning.endswith(".") for word, meaning in words)
