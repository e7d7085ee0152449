"""Answers in the report with what stands beside them: among the findings, and in appendix B."""

from __future__ import annotations

from support.builders import Given, pack, practice
from support.readings import read

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import CountValue, DateValue, Fact, FactPart, FactRule
from cxaudit.domain.fields import Mode
from cxaudit.domain.proof import proofs
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scoring import score
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_answers import AnswerLine, answers_page
from cxaudit.presentation.report_practice import PracticeLine, practice_line

FACT = Fact(
    question="When, and how many?",
    parts=(FactPart(id="day", label="Newest decision", kind="date"), FactPart(id="asked", label="Asked", kind="count")),
    rules=(FactRule(check="within-days", parts=("day",), start=4, end=4, value="365", why="Too long ago."),),
)
OLD = Answer(level=4, evidence="Minutes", evidence_kind="record", evidence_date="2025-06-30", note="We look again.")
LATE = Answer(level=4, facts={"asked": CountValue(count=3, total=5), "day": DateValue(day="2025-10-16")})
SOON = Answer(level=4, facts={"day": DateValue(day="2026-10-16")})


def _pack() -> Pack:
    fact = practice("m.m1", "M1", may_not_apply=True).model_copy(update={"fact": FACT})
    made = pack([fact, practice("m.m2", "M2")])
    levels = tuple(step.model_copy(update={"max_age_months": 12}) for step in made.levels)
    return made.model_copy(update={"levels": levels})


def _read(given: Given, mode: Mode = "full") -> Reading:
    reading = read({"M1": given, "M2": 2}, _pack(), mode=mode)
    dated = reading.assessment.model_copy(update={"date": "2026-11-20"})
    return Reading(reading.pack, dated, score(reading.pack, dated))


def found(given: Given, mode: Mode = "full") -> PracticeLine:
    reading = _read(given, mode)
    proof = proofs(reading.pack, reading.assessment, reading.card)["m.m1"]
    return practice_line(reading, reading.card.practices["m.m1"], proof)


def listed(given: Given, mode: Mode = "full") -> AnswerLine:
    return answers_page(_read(given, mode)).parts[0].lines[0]


def test_stale_evidence_is_marked_among_the_findings() -> None:
    assert [(told.role, told.text) for told in found(OLD).beside] == [
        ("muted", "Evidence: Minutes"),
        ("warn", "Stale: Dated record, 30 June 2025, 16 months old: level 4 asks for 12 months at most."),
        ("ink", "Noted: We look again."),
    ]


def test_notes_stand_among_the_findings_of_a_full_audit_only() -> None:
    assert [told.role for told in found(OLD, "quick").beside] == ["muted", "warn"]


def test_a_contradiction_is_told_beside_the_claim() -> None:
    claimed, fact = found(LATE).beside
    assert (claimed.role, claimed.text) == ("warn", "Claimed: no evidence on file")
    assert fact.role == "flag"
    assert "400 days old" in fact.text


def test_a_fact_that_shows_a_level_alone_is_told() -> None:
    (fact,) = found(SOON).beside
    assert fact.role == "muted"
    assert fact.text.startswith("Supports level 4")


def test_a_fact_beside_evidence_is_left_to_the_appendix() -> None:
    assert [told.text for told in found(SOON.model_copy(update={"evidence": "Minutes"})).beside] == [
        "Evidence: Minutes"
    ]


def test_what_is_not_a_level_says_what_it_is() -> None:
    assert found("dk").now == "Don't know"
    assert found(Answer()).now == "Not answered"
    assert found(Answer(level=4, carried=True)).now == "Carried over, not confirmed"
    outside = found(Answer(not_applicable="No such thing here."))
    assert (outside.now, outside.beside[0].text) == ("Does not apply", "No such thing here.")


def test_the_appendix_holds_facts_with_their_verdict() -> None:
    line = listed(LATE)
    assert line.level == "4, claimed, contradicted by a fact"
    written = dict(line.written)
    assert written["Fact-check"] == "When, and how many? Newest decision: 16 October 2025; asked: 3 of 5."
    assert written["What the facts say"].endswith("(400 days old). Too long ago.")


def test_facts_that_say_nothing_are_only_listed() -> None:
    written = dict(listed(Answer(level=2, facts=SOON.facts)).written)
    assert set(written) == {"Fact-check"}


def test_the_appendix_holds_kind_date_and_age_of_evidence() -> None:
    line = listed(OLD)
    assert line.level == "4, stale"
    assert dict(line.written)["Kind, date and age"].startswith("Dated record, 30 June 2025, 16 months old")


def test_the_appendix_says_what_is_from_the_five_minutes() -> None:
    answer = Answer(level=2, quick=True)
    assert ("Given", "in the five-minute audit") in listed(answer).written
    assert listed(answer, "quick").written == ()


def test_a_carried_answer_counts_as_not_answered_until_it_is_confirmed() -> None:
    line = listed(Answer(level=4, carried=True, evidence="Minutes"))
    assert line.level == "Not answered"
    told = dict(line.written)
    assert told["Carried over"].startswith("level 4, \u201cfour\u201d, from an earlier version")
    assert told["Carried over"].endswith("it counts as not answered.")
    assert told["Evidence"] == "Minutes"


def test_carried_votes_and_reasons_are_not_told_as_if_they_counted() -> None:
    rest = "from an earlier version of the questionnaire, not confirmed: it counts as not answered."
    for answer, said in (
        (Answer(votes=(5, 1), carried=True), "votes 1, 5, "),
        (Answer(not_applicable="Never.", carried=True), "does not apply (\u201cNever.\u201d), "),
        (Answer(dont_know=True, carried=True), "don't know, "),
        (Answer(carried=True), ""),
    ):
        assert dict(listed(answer).written) == {"Carried over": f"{said}{rest}"}
