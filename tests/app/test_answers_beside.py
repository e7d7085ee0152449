from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.builders import pack, practice

from cxaudit.app.answers_file import read_answers
from cxaudit.domain.assessment import Answer
from cxaudit.domain.errors import InputError, UnknownPackError
from cxaudit.domain.fact_check import ChoiceValue, CountValue, DateValue, Fact, FactPart, NumberValue, Option, TextValue
from cxaudit.domain.questionnaire import Pack

PARTS = (
    FactPart(id="explained", label="Explained", kind="count", total=5),
    FactPart(id="asked", label="Asked on", kind="date"),
    FactPart(id="rate", label="Rate", kind="number", highest=100),
    FactPart(id="whose", label="Whose", kind="choice", options=(Option(id="none", label="Nobody's"),)),
)
MORE = (FactPart(id="words", label="Words", kind="text"),)
M1 = practice("mission.statement", "M1").model_copy(update={"fact": Fact(question="How?", parts=PARTS)})
M2 = practice("mission.recall", "M2").model_copy(update={"fact": Fact(question="Which?", parts=MORE)})
PACK = pack([M1, M2, practice("mission.deep", "M3")])


class Shelf:
    def newest(self, pack: str = "cx-core") -> Pack:
        return self.get(pack, "1.0.0")

    def get(self, pack: str, version: str) -> Pack:
        if version != "1.0.0":
            raise UnknownPackError(pack, version, ())
        return PACK


def answers(text: str) -> dict[str, Answer]:
    return read_answers(text.encode(), "toml", "answers", Shelf()).assessment.answers


def test_everything_beside_an_answer_is_read() -> None:
    found = answers("""
        date = 2026-11-20
        [answers.M1]
        level = 4
        evidence = "Round of questions"
        evidence_kind = "record"
        evidence_date = 2026-11-20
        note = "Two depots to come"
        mark = true
        seconds = 14
        quick = true
        [answers.M1.facts]
        whose = "none"
        rate = 3.5
        asked = 2026-05-04
        explained = "3/5"
        [answers.M2]
        dont_know = true
        facts = { words = "Warm and lit" }
    """)
    assert found["mission.statement"] == Answer(
        level=4,
        evidence="Round of questions",
        evidence_kind="record",
        evidence_date="2026-11-20",
        note="Two depots to come",
        mark=True,
        seconds=14,
        quick=True,
        facts={
            "explained": CountValue(count=3, total=5),
            "asked": DateValue(day="2026-05-04"),
            "rate": NumberValue(number="3.5"),
            "whose": ChoiceValue(option="none"),
        },
    )
    assert list(found["mission.statement"].facts) == ["explained", "asked", "rate", "whose"], "in the pack's order"
    assert found["mission.recall"].facts == {"words": TextValue(text="Warm and lit")}


def test_a_guess_of_the_level_is_read() -> None:
    assert read_answers(b"prediction = 3", "toml", "answers", Shelf()).assessment.prediction == 3


def test_dates_are_free_where_the_audit_has_none() -> None:
    assert answers("[answers.M1]\nlevel = 4\nevidence_date = 2040-01-01")["mission.statement"].evidence_date


MISTAKES: Mapping[str, tuple[str, str, str]] = {
    "a kind of evidence": ("evidence_kind = 'paper'", "evidence_kind", '"paper" is not known here. Give one of "doc'),
    "a date ahead": ("evidence_date = 2026-11-21", "evidence_date", "after the audit's own date, 2026-11-20. Correct"),
    "no date": ("evidence_date = 'soon'", "evidence_date", '"soon" is not a date'),
    "seconds below nothing": ("seconds = -1", "seconds", "-1 cannot be used here. Give a whole number from 0"),
    "seconds in words": ("seconds = 'ten'", "seconds", '"ten" cannot be used here'),
    "seconds true": ("seconds = true", "seconds", "true cannot be used here"),
    "mark false": ("mark = false", "mark", "Write true, or leave the key out"),
    "facts no table": ("facts = 3", "facts", "A table is expected here"),
    "an unknown part": ("facts = { explaind = 3 }", "facts.explaind", "Did you mean explained?"),
    "a part far from all": ("facts = { zzzz = 3 }", "facts.zzzz", "Known here: explained, asked, rate, whose."),
    "a fact too large": ("facts = { rate = 101 }", "facts.rate", "It is above 100."),
    "a fact far too large": (
        f"facts = {{ rate = 0x{'F' * 5000} }}",
        "facts.rate",
        "a very large number cannot be used",
    ),
    "a week's day": ("facts = { asked = '2026-W46-5' }", "facts.asked", "Write a day as year-month-day"),
    "a fact of another kind": ("facts = { rate = 'many' }", "facts.rate", "Write a number, such as 12"),
    "a fact that is a list": ("facts = { rate = [1] }", "facts.rate", "a list is not a text"),
    "a fact true": ("facts = { rate = true }", "facts.rate", "true is not a text"),
    "an empty fact": ("facts = { rate = '' }", "facts.rate", "The value is missing. Write it, or take it away."),
    "a fact's date ahead": ("facts = { asked = 2026-11-21 }", "facts.asked", "The day lies after 2026-11-20."),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_cure(name: str) -> None:
    line, where, told = MISTAKES[name]
    with pytest.raises(InputError) as caught:
        answers(f"date = 2026-11-20\n[answers.M1]\nlevel = 4\n{line}")
    (problem,) = caught.value.problems
    assert problem.where == f"answers.M1.{where}"
    assert told in f"{problem.what} {problem.mend}"


def test_facts_where_there_are_none_to_check_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        answers("[answers.M3]\nlevel = 4\nfacts = { rate = 3 }")
    assert "This practice has no fact-check." in caught.value.problems[0].mend


def test_facts_of_an_unknown_practice_are_not_told_twice() -> None:
    with pytest.raises(InputError) as caught:
        answers("[answers.Z9]\nlevel = 4\nfacts = { rate = 3 }")
    assert [p.where for p in caught.value.problems] == ["answers.Z9"]
