"""Fact-checks and values that the schema lets through, whether they fit together or not."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

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
    PartKind,
    TextValue,
)

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
    kind=st.sampled_from(get_args(PartKind)),
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
