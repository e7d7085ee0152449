"""The receipt says what a second, slow working of the scoring rules says, for any pack and any answers."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.packs_at_random import random_assessment, random_pack
from support.reference import reference

from cxaudit.domain.receipt import receipt_text

SOAK = int(os.environ.get("CXAUDIT_SOAK") or 0)
EXAMPLES = max(SOAK, 5000) if SOAK else 200
"""The second is for every push, the first for the long runs."""


@settings(max_examples=EXAMPLES)
@given(st.integers(0, 2**32 - 1))
def test_every_figure_is_what_the_rules_say(seed: int) -> None:
    randomness = Random(seed)
    pack = random_pack(randomness)
    assessment = random_assessment(randomness, pack)
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
