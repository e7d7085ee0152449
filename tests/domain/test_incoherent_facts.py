"""A fact-check that does not fit together, in a pack that a document brought along, says nothing and stops nothing."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import fact_rule, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import (
    Check,
    ChoiceValue,
    CountValue,
    DateValue,
    Fact,
    FactPart,
    FactRule,
    FactValue,
    NumberValue,
    Option,
    TextValue,
)
from cxaudit.domain.fact_rules import WITHOUT_THRESHOLD, holds
from cxaudit.domain.facts import findings, shown_level

NAMES = st.sampled_from(["a", "b", "c", "d"])
WHOLE = st.integers(0, 1_000_000_000)
VALUES: st.SearchStrategy[FactValue] = st.one_of(
    st.from_regex(r"-?\d{1,9}(\.\d{1,6})?", fullmatch=True).map(lambda n: NumberValue(number=n)),
    st.sampled_from(["2026-11-20", "2026-02-30", "9999-12-31", "0000-00-00"]).map(lambda d: DateValue(day=d)),
    st.builds(CountValue, count=WHOLE, total=WHOLE),
    NAMES.map(lambda name: ChoiceValue(option=name)),
    st.sampled_from([" ", "one two", "x" * 99]).map(lambda text: TextValue(text=text)),
)
PARTS = st.builds(
    FactPart,
    id=NAMES,
    label=st.just("Label"),
    kind=st.sampled_from(["number", "date", "count", "choice", "text"]),
    lowest=st.none() | WHOLE,
    highest=st.none() | WHOLE,
    total=st.none() | st.integers(1, 9),
    options=st.lists(st.builds(Option, id=NAMES, label=st.just("Option")), max_size=3).map(tuple),
)
RULES = st.builds(
    FactRule,
    check=st.sampled_from(get_args(Check)),
    parts=st.lists(NAMES, min_size=1, max_size=4).map(tuple),
    start=st.integers(2, 5),
    end=st.integers(2, 5),
    value=st.none() | st.from_regex(r"\d{1,6}(/[1-9]\d{0,5})?", fullmatch=True),
    least=st.none() | st.integers(1, 1_000_000),
    options=st.lists(NAMES, max_size=3).map(tuple),
    supports=st.booleans(),
    denies=st.booleans(),
)
FACTS = st.builds(
    Fact,
    question=st.just("How many?"),
    parts=st.lists(PARTS, min_size=1, max_size=4).map(tuple),
    rules=st.lists(RULES, max_size=8).map(tuple),
)


@given(FACTS, st.dictionaries(NAMES, VALUES), st.none() | st.sampled_from(["2026-11-20", "2026-99-99"]))
def test_no_fact_that_the_schema_lets_through_stops_the_engine(
    fact: Fact, values: dict[str, FactValue], day: str | None
) -> None:
    asked = practice("mission.statement", "M1").model_copy(update={"fact": fact})
    answer = Answer(level=4, facts=values)
    assert 1 <= shown_level(asked, answer, day) <= 5
    for level in range(1, 6):
        assert all(f.rule < len(fact.rules) for f in findings(asked, answer, level, day))


@pytest.mark.parametrize("check", sorted({*get_args(Check)} - WITHOUT_THRESHOLD))
def test_a_rule_without_its_threshold_says_nothing(check: Check) -> None:
    for value in (
        NumberValue(number="0"), DateValue(day="2026-11-20"), CountValue(count=1, total=1), TextValue(text="x"),
    ):  # fmt: skip
        assert holds(fact_rule(check, ["a"], 3, 3), [value], "2026-11-20") is None


@pytest.mark.parametrize(("check", "parts"), [("at-least", 0), ("fell", 1), ("margin-told", 3)])
def test_a_rule_with_too_few_parts_says_nothing(check: Check, parts: int) -> None:
    values = [CountValue(count=40, total=50)] * parts
    assert holds(fact_rule(check, ["a"], 3, 3, "1"), values, None) is None
