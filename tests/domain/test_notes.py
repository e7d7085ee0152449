"""Notes tell how an assessment was answered and never touch a score."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.builders import Given, answer, assess, fact, fact_rule, number, pack, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import DateValue, NumberValue
from cxaudit.domain.notes import Note, is_fast, notes
from cxaudit.domain.questionnaire import LevelName
from cxaudit.domain.scoring import score

ASKED = pack([practice(f"{'ab'[n > 8]}.p{n}", f"A{n}") for n in range(1, 17)])


def kinds(answers: Mapping[str, Given], evidence: str = "on file") -> dict[str, Note]:
    assessment = assess(ASKED, answers, evidence=evidence)
    return {note.kind: note for note in notes(ASKED, assessment, score(ASKED, assessment))}


def test_nothing_answered_needs_no_note() -> None:
    assert kinds({}) == {}


def test_one_respondent() -> None:
    found = kinds({"A1": 3, "A2": [4, "-"]})["one respondent"]
    assert (found.count, found.total, found.practices) == (2, 16, ("a.p1", "a.p2"))
    assert "one respondent" not in kinds({"A1": 3, "A2": [4, "dk"]})


@pytest.mark.parametrize(("asked", "from_"), [(12, 12), (14, 12), (15, 12), (16, 13), (26, 21)])
def test_identical_answers_are_twelve_and_four_fifths_of_all(asked: int, from_: int) -> None:
    practices = pack([practice(f"{'abc'[n // 10]}.p{n}", f"A{n}") for n in range(1, asked + 1)])

    def found(same: int, level: int | list[int | str]) -> Note | None:
        assessment = assess(practices, {f"A{n}": level if n <= same else 3 for n in range(1, asked + 1)})
        told = {note.kind: note for note in notes(practices, assessment, score(practices, assessment))}
        return told.get("identical answers")

    alike = found(from_, 2)
    assert alike is not None
    assert (alike.count, alike.total) == (from_, asked)
    assert found(from_ - 1, 2) is None
    assert found(from_, [2, 2]) is None


def test_claimed_levels() -> None:
    assert kinds({"A1": 4, "A2": 5, "A3": 3}, evidence="")["claimed"].practices == ("a.p1", "a.p2")


def test_dont_knows_above_a_quarter() -> None:
    assert "many unknown" not in kinds({f"A{n}": "dk" for n in range(1, 5)})
    assert kinds({f"A{n}": "dk" for n in range(1, 6)})["many unknown"].count == 5
    assert "many unknown" not in kinds({f"A{n}": [1, 2, 3, "dk"] for n in range(1, 17)})
    assert "many unknown" in kinds({f"A{n}": [1, 2, "dk"] for n in range(1, 17)})


def test_disputed_scope_and_open_splits() -> None:
    split: list[int | str] = [1, 1, 5, 5]
    agreed = answer(split).model_copy(update={"agreed": 3})
    found = kinds({"A1": [3, "na"], "A2": split, "A3": agreed})
    assert found["scope disputed"].practices == ("a.p1",)
    assert found["open split"].practices == ("a.p2",)


@pytest.mark.parametrize(
    ("given_answer", "fast"),
    [
        (Answer(level=3, seconds=0), True),
        (Answer(level=3, seconds=1), False),
        (Answer(level=3), False),
        (Answer(dont_know=True, seconds=0), True),
        (Answer(seconds=0), False),
        (Answer(level=3, seconds=0, carried=True), False),
    ],
)
def test_ten_words_take_a_second(given_answer: Answer, fast: bool) -> None:  # noqa: FBT001
    asked = practice("a.p1", "A1").model_copy(update={"question": "What about it? So?", "anchors": ("a b", *"cdef")})
    assert is_fast(asked, given_answer) == fast
    longer = asked.model_copy(update={"question": "What about it? So then?"})
    assert is_fast(longer, Answer(level=3, seconds=1))


def test_fast_answers_are_told() -> None:
    assert kinds({"A1": Answer(level=3, seconds=0), "A2": Answer(level=3, seconds=9)})["fast answers"].practices == (
        "a.p1",
    )


def test_quick_answers_not_looked_at_again_are_told_in_a_full_audit() -> None:
    given = {"A1": Answer(level=3, quick=True), "A2": Answer(level=3), "A3": Answer(level=2, quick=True, carried=True)}
    found = kinds(given)["quick answers"]
    assert (found.count, found.total, found.practices) == (1, 16, ("a.p1",))
    assessment = assess(ASKED, given, mode="quick")
    assert "quick answers" not in {n.kind for n in notes(ASKED, assessment, score(ASKED, assessment))}


def test_contradicted_levels_and_stale_evidence_are_told() -> None:
    checked = practice("a.p1", "A1").model_copy(
        update={"fact": fact([number("n")], [fact_rule("at-least", ["n"], 3, 5, "10")])}
    )
    levels = tuple(LevelName(name=str(k), meaning="so", max_age_months=12 if k == 4 else None) for k in range(1, 6))
    asked = pack([checked, practice("a.p2", "A2")]).model_copy(update={"levels": levels})
    old = Answer(level=4, evidence="minutes", evidence_date="2025-01-01")
    given = {"A1": Answer(level=3, facts={"n": NumberValue(number="9")}), "A2": old}
    assessment = assess(asked, given).model_copy(update={"date": "2026-02-01"})
    found = {n.kind: n.practices for n in notes(asked, assessment, score(asked, assessment))}
    assert found == {"one respondent": ("a.p1", "a.p2"), "contradicted": ("a.p1",), "stale evidence": ("a.p2",)}


def test_dates_after_the_audit_are_told() -> None:
    given = {
        "A1": Answer(level=2, evidence="minutes", evidence_date="2026-02-02"),
        "A2": Answer(level=2, evidence="minutes", evidence_date="2026-02-01"),
        "A3": Answer(level=2, facts={"when": DateValue(day="2027-01-01")}),
    }
    for day, practices in (("2026-02-01", ("a.p1", "a.p3")), ("2027-01-01", ()), (None, ())):
        assessment = assess(ASKED, given).model_copy(update={"date": day})
        found = {n.kind: n.practices for n in notes(ASKED, assessment, score(ASKED, assessment))}
        assert found.get("dated ahead", ()) == practices
