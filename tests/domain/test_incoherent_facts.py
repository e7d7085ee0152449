"""A fact-check that does not fit together, in a pack that a document brought along, says nothing and stops nothing."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_facts import FACTS, NAMES, VALUES
from support.builders import fact_rule, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import Check, CountValue, DateValue, Fact, FactValue, NumberValue, TextValue
from cxaudit.domain.fact_rules import WITHOUT_THRESHOLD, holds
from cxaudit.domain.facts import findings, shown_level


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
