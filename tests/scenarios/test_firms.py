"""Six invented firms, answered from their facts, come out in the order in which two blind readings put them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from cxaudit import assets
from cxaudit.app.answers_file import read_answers
from cxaudit.domain.scorecard import Scorecard
from cxaudit.domain.scoring import score
from cxaudit.storage.packs import PublishedPacks

FIRMS = Path(__file__).parent / "firms"
NAMES = ("f01", "f02", "f03", "f04", "f05", "f06")
READINGS = tomllib.loads((FIRMS / "readings.toml").read_text(encoding="utf-8"))["reading"]


@cache
def card(firm: str) -> Scorecard:
    packs = PublishedPacks(assets.questionnaires() / "published")
    read = read_answers((FIRMS / f"{firm}.toml").read_bytes(), "toml", firm, packs)
    assert read.warnings == ()
    assert {p.code for p in read.pack.asked("quick") if read.assessment.answer(p.id).level is None} == set()
    return score(read.pack, read.assessment)


def index(firm: str) -> Fraction:
    found = card(firm).overall.index
    assert found is not None
    return found


def rho(one: Sequence[str], other: Sequence[str]) -> Fraction:
    """Spearman's rank correlation of two orders without ties."""
    squares = sum((one.index(name) - other.index(name)) ** 2 for name in one)
    return 1 - Fraction(6 * squares, len(one) * (len(one) ** 2 - 1))


@pytest.mark.parametrize("reading", READINGS)
def test_the_order_agrees_with_each_reading(reading: dict[str, list[str]]) -> None:
    order = sorted(NAMES, key=index, reverse=True)
    assert rho(order, reading["order"]) >= Fraction(9, 10)
    assert (order[0], order[-1]) == (reading["order"][0], reading["order"][-1])


@pytest.mark.parametrize("reading", READINGS)
def test_firms_that_a_reading_tells_apart_are_told_apart(reading: dict[str, dict[str, str]]) -> None:
    for one, other in combinations(NAMES, 2):
        apart = Fraction(reading["overall"][one]) - Fraction(reading["overall"][other])
        if abs(apart) >= 1:
            assert (index(one) > index(other)) == (apart > 0)


@pytest.mark.parametrize("reading", READINGS)
def test_no_firm_is_a_whole_level_from_its_reading(reading: dict[str, dict[str, str]]) -> None:
    assert [n for n in NAMES if abs(index(n) - Fraction(reading["overall"][n])) >= 1] == []


def test_pay_on_scores_a_foyer_map_and_a_slogan_are_flagged() -> None:
    shown = {firm: {f.id for d in card(firm).dimensions.values() for f in d.flags if f.shown} for firm in NAMES}
    assert {"front-line-pay", "nothing-written", "one-score"} <= shown["f01"]
    assert {"wall-art", "nothing-written"} <= shown["f03"]
    assert shown["f04"] == set()
