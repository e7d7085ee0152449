"""The receipt says what a second, slow working of the scoring rules says, for any pack and any answers."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import Given, assess
from support.packs_at_random import random_assessment, random_pack
from support.reference import reference

from cxaudit import assets
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.receipt import receipt_text

SOAK = int(os.environ.get("CXAUDIT_SOAK") or 0)
EXAMPLES = max(SOAK, 5000) if SOAK else 200
"""The second is for every push, the first for the long runs."""

PUBLISHED = Pack.model_validate_json(
    max((assets.questionnaires() / "published").glob("cx-core-*.json")).read_text(encoding="utf-8")
)


@settings(max_examples=EXAMPLES)
@given(st.integers(0, 2**32 - 1))
def test_every_figure_is_what_the_rules_say(seed: int) -> None:
    randomness = Random(seed)
    pack = random_pack(randomness)
    compare(pack, random_assessment(randomness, pack))


@pytest.mark.parametrize("given_to_all", [1, 2, 3, 4, 5, "dk", "-", [1, 5, 5, "dk"]])
@pytest.mark.parametrize("evidence", ["", "on file"])
def test_the_published_questionnaire_too(given_to_all: Given, evidence: str) -> None:
    compare(PUBLISHED, assess(PUBLISHED, dict.fromkeys(PUBLISHED.by_code, given_to_all), evidence=evidence))


def test_the_published_questionnaire_with_parts_unknown_left_out_or_without_a_target() -> None:
    threes: dict[str, Given] = dict.fromkeys(PUBLISHED.by_code, 3)
    for dimension in PUBLISHED.dimensions:
        compare(PUBLISHED, assess(PUBLISHED, {**threes, **{p.code: "dk" for p in dimension.practices}}))
        compare(PUBLISHED, assess(PUBLISHED, threes, targets={dimension.id: 1}))
    for p in (p for p in PUBLISHED.practices.values() if p.may_not_apply):
        compare(PUBLISHED, assess(PUBLISHED, {**threes, p.code: Answer(not_applicable="not here")}, mode="quick"))


@settings(max_examples=max(EXAMPLES // 50, 4))
@given(st.integers(0, 2**32 - 1))
def test_the_published_questionnaire_with_any_answers_and_facts(seed: int) -> None:
    compare(PUBLISHED, random_assessment(Random(seed), PUBLISHED))


def compare(pack: Pack, assessment: Assessment) -> None:
    expected = written(reference(pack, assessment))
    said = json.loads(receipt_text(pack, assessment, "test"))
    assert same_fields({key: said[key] for key in expected}, expected) == expected
    assert [list(table) for table in tables(said)] == [list(table) for table in tables(expected)]


def tables(figures: dict[str, Any]) -> list[dict[str, Any]]:
    """The objects that follow the pack's order."""
    return [figures["practices"], figures["dimensions"], figures["gap"]["practices"]]


def written(value: Any) -> Any:
    """Write a value the way that the receipt does: fractions as text, everything else as it is."""
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, dict):
        return {str(key): written(entry) for key, entry in value.items()}
    return [written(entry) for entry in value] if isinstance(value, list) else value


def same_fields(said: Any, expected: Any) -> Any:
    """Leave out what the receipt says beyond the figures: what was typed in, and words for the explanations."""
    if isinstance(said, dict) and isinstance(expected, dict):
        return {key: same_fields(entry, expected[key]) for key, entry in said.items() if key in expected}
    if isinstance(said, list) and isinstance(expected, list) and len(said) == len(expected):
        return [same_fields(*pair) for pair in zip(said, expected, strict=True)]
    return said
