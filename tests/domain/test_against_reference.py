"""The receipt says what a second, slow working of the scoring rules says, for any pack and any answers."""

from __future__ import annotations

import os
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.packs_at_random import random_assessment, random_pack
from support.reference import reference

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.receipt import receipt

SOAK = int(os.environ.get("CXAUDIT_SOAK") or 0)
"""How many more cases to try than on every push."""


@settings(max_examples=150)
@given(st.randoms(use_true_random=False))
def test_every_field_is_what_the_rules_say(randomness: Random) -> None:
    compare(randomness)


@pytest.mark.parametrize("seed", range(SOAK))
def test_every_field_in_the_long_run(seed: int) -> None:
    compare(Random(seed))


def compare(randomness: Random) -> None:
    pack = random_pack(randomness)
    assessment = random_assessment(randomness, pack)
    assert of_the_engine(pack, assessment) == of_the_reference(pack, assessment)


def of_the_engine(pack: Pack, assessment: Assessment) -> dict[str, Any]:
    """The computed part of the receipt, without what only echoes an input or explains a figure."""
    said: dict[str, Any] = dict(receipt(pack, assessment, "test"))
    expected = reference(pack, assessment)
    return {key: like(said[key], expected[key]) for key in expected}


def of_the_reference(pack: Pack, assessment: Assessment) -> dict[str, Any]:
    expected = reference(pack, assessment)
    codes = {p.id: p.code for p in pack.practices.values()}
    expected["settle_first"] = [codes[p] for p in expected["settle_first"]]
    return {key: written(value) for key, value in expected.items()}
