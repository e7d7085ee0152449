"""Every refusal has words of its own, with numbers and names where they help."""

from __future__ import annotations

from typing import get_args

import pytest
from support.workshops import FIRST, PACK

from cxaudit.app.room import Refusal, Why
from cxaudit.presentation.refusals import difference_words, refusal_words

WHYS = get_args(Why)


@pytest.mark.parametrize("why", WHYS)
def test_every_refusal_has_words(why: Why) -> None:
    for by in (1, 3):
        words = refusal_words(PACK, Refusal(why, by=by, practice=FIRST))
        assert words.endswith(".")
        assert "{" not in words


def test_no_two_refusals_say_the_same() -> None:
    said = [refusal_words(PACK, Refusal(why, by=3, practice=FIRST)) for why in WHYS]
    assert len(set(said)) >= len(said) - 1  # votes that wait are the same thing from two sides


def test_differences_name_the_group() -> None:
    assert difference_words(-1) == "1 vote is missing."
    assert difference_words(-2, "Leaders") == "Leaders: 2 votes are missing."
    assert difference_words(1).startswith("1 vote more")
    assert refusal_words(PACK, Refusal("count differs", by=-2, group="Rest")) == "Rest: 2 votes are missing."


def test_a_full_group_is_named() -> None:
    assert refusal_words(PACK, Refusal("all in", by=2, group="Leaders")).startswith("Leaders: All 2 votes are in.")


def test_a_practice_of_another_pack_is_named_by_its_id() -> None:
    assert "mission.gone" in refusal_words(PACK, Refusal("votes waiting", by=1, practice="mission.gone"))
