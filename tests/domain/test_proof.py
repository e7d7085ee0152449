"""What stands behind an answer, and how old it is."""

from __future__ import annotations

import pytest
from support.builders import assess, fact, fact_rule, number, pack, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import FactValue, NumberValue
from cxaudit.domain.proof import Proof, evidence_age, is_stale, proofs
from cxaudit.domain.questionnaire import LevelName
from cxaudit.domain.scoring import score

LADDER = tuple(LevelName(name=str(k), meaning="so", max_age_months={4: 12, 5: 24}.get(k)) for k in range(1, 6))
CHECKED = practice("a.p1", "A1", fact=fact([number("n")], [fact_rule("at-least", ["n"], 2, 4, "10")]))
ASKED = pack([CHECKED, practice("a.p2", "A2", may_not_apply=True)]).model_copy(update={"levels": LADDER})


def proof(given: Answer, code: str = "A1", day: str | None = "2026-11-20") -> Proof:
    assessment = assess(ASKED, {code: given}).model_copy(update={"date": day})
    return proofs(ASKED, assessment, score(ASKED, assessment))[ASKED.by_code[code].id]


def dated(level: int, made: str | None, evidence: str = "minutes") -> Answer:
    return Answer(level=level, evidence=evidence, evidence_date=made)


@pytest.mark.parametrize(
    ("level", "made", "age", "stale"),
    [
        (4, "2025-11-20", 12, False),  # exactly a year
        (4, "2025-11-19", 12, True),  # a day more
        (4, "2025-10-21", 12, True),
        (4, "2025-10-20", 13, True),
        (5, "2024-11-20", 24, False),
        (5, "2024-11-19", 24, True),
        (5, "2024-10-21", 24, True),
        (5, "2024-10-20", 25, True),
        (5, "2025-10-20", 13, False),
        (3, "2001-01-01", 310, False),  # the ladder sets no age
        (4, "2026-11-20", 0, False),
        (4, "2027-03-01", 0, False),  # ahead of the audit's date
        (4, None, None, False),
        (4, "2026-02-30", None, False),
    ],
)
def test_evidence_grows_stale(level: int, made: str | None, age: int | None, stale: object) -> None:
    found = proof(dated(level, made))
    assert (found.age_months, found.stale, found.evidence, found.claimed) == (age, stale, True, False)


def test_without_a_date_of_the_audit_nothing_is_stale() -> None:
    assert (proof(dated(4, "2001-01-01"), day=None).age_months, proof(dated(4, "2001-01-01"), day=None).stale) == (
        None,
        False,
    )
    assert evidence_age(dated(4, "2001-01-01"), "2026-13-01") is None


def test_a_date_without_evidence_is_no_evidence() -> None:
    found = proof(dated(4, "2020-01-01", "  "))
    assert (found.evidence, found.age_months, found.stale, found.claimed) == (False, None, False, True)


def test_an_answer_without_a_level_is_not_stale() -> None:
    found = proof(Answer(dont_know=True, evidence="minutes", evidence_date="2001-01-01"))
    assert (found.level, found.age_months, found.stale, found.findings) == (None, 310, False, ())
    assert not found.contradicted
    assert not is_stale(LADDER, 4, Answer(level=4), "2026-11-20")


@pytest.mark.parametrize(
    ("made", "day", "stale"),
    [
        ("2024-02-29", "2025-02-28", False),  # no 29 February: the last day of the month ends the year
        ("2024-02-29", "2025-03-01", True),
        ("2023-02-28", "2024-02-28", False),
        ("2023-02-28", "2024-02-29", True),
        ("0001-01-01", "0001-01-01", False),
    ],
)
def test_evidence_grows_stale_over_leap_days(made: str, day: str, stale: object) -> None:
    assert is_stale(LADDER, 4, dated(4, made), day) == stale


def test_facts_support_or_contradict() -> None:
    good: dict[str, FactValue] = {"n": NumberValue(number="10")}
    bad: dict[str, FactValue] = {"n": NumberValue(number="9")}
    supported = proof(Answer(level=4, facts=good))
    assert (supported.contradicted, supported.by_fact) == (False, True)
    contradicted = proof(Answer(level=4, facts=bad))
    assert (contradicted.contradicted, contradicted.by_fact) == (True, False)
    above = proof(Answer(level=5, facts=good))
    assert (above.contradicted, above.by_fact, above.claimed) == (False, False, True)


def test_evidence_on_file_comes_before_facts_and_level_1_needs_none() -> None:
    facts: dict[str, FactValue] = {"n": NumberValue(number="10")}
    assert not proof(Answer(level=4, facts=facts, evidence="minutes")).by_fact
    assert not proof(Answer(level=1)).by_fact
    assert proof(Answer(level=2, facts=facts)).by_fact


def test_practices_of_the_mode_in_the_packs_order() -> None:
    assessment = assess(ASKED, {"A2": Answer(not_applicable="none here"), "A1": Answer(level=4, carried=True)})
    found = proofs(ASKED, assessment, score(ASKED, assessment))
    assert list(found) == ["a.p1", "a.p2"]
    assert [p.level for p in found.values()] == [None, None]
