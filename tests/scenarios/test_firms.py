"""Six invented firms, answered from their facts, come out in the order in which two blind readings put them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TypedDict

import pytest

from cxaudit import assets
from cxaudit.app.answers_file import read_answers
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.fields import Mode
from cxaudit.domain.proof import proofs
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scorecard import Scorecard
from cxaudit.domain.scoring import score
from cxaudit.storage.packs import PublishedPacks

FIRMS = Path(__file__).parent / "firms"
NAMES = ("f01", "f02", "f03", "f04", "f05", "f06")
MODES: tuple[Mode, ...] = ("quick", "full")
FILES: Mapping[Mode, str] = {"quick": "{firm}.toml", "full": "{firm}-full.toml"}


class Reading(TypedDict):
    """What one reader made of the firms: an order, best first, and numbers as fractions, by firm."""

    order: list[str]
    overall: dict[str, str]
    dimensions: dict[str, dict[str, str]]


READINGS: list[Reading] = tomllib.loads((FIRMS / "readings.toml").read_text(encoding="utf-8"))["reading"]


@dataclass(frozen=True)
class Audit:
    """One firm, answered and scored."""

    pack: Pack
    assessment: Assessment
    card: Scorecard

    @property
    def index(self) -> Fraction:
        assert self.card.overall.index is not None
        return self.card.overall.index

    def dimension(self, name: str) -> Fraction:
        found = self.card.dimensions[name].index
        assert found is not None
        return found

    @property
    def flags(self) -> set[str]:
        return {flag.id for dimension in self.card.dimensions.values() for flag in dimension.flags if flag.shown}


@cache
def audit(firm: str, mode: Mode) -> Audit:
    path = FIRMS / FILES[mode].format(firm=firm)
    read = read_answers(path.read_bytes(), "toml", path.name, PublishedPacks(assets.questionnaires() / "published"))
    assert read.warnings == ()
    assert [p.code for p in read.pack.asked(mode) if not read.assessment.answer(p.id).answered] == []
    return Audit(read.pack, read.assessment, score(read.pack, read.assessment))


def order(mode: Mode) -> list[str]:
    return sorted(NAMES, key=lambda firm: audit(firm, mode).index, reverse=True)


def rho(one: Sequence[str], other: Sequence[str]) -> Fraction:
    """Spearman's rank correlation of two orders without ties."""
    squares = sum((one.index(name) - other.index(name)) ** 2 for name in one)
    return 1 - Fraction(6 * squares, len(one) * (len(one) ** 2 - 1))


def told_apart(numbers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the firms that a reading puts a whole level apart, the better one first."""
    for pair in combinations(NAMES, 2):
        low, high = sorted(pair, key=lambda firm: Fraction(numbers[firm]))
        if Fraction(numbers[high]) - Fraction(numbers[low]) >= 1:
            yield high, low


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("reading", READINGS)
def test_the_order_agrees_with_each_reading(reading: Reading, mode: Mode) -> None:
    found = order(mode)
    assert rho(found, reading["order"]) >= Fraction(9, 10)
    assert (found[0], found[-1]) == (reading["order"][0], reading["order"][-1])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("reading", READINGS)
def test_firms_that_a_reading_tells_apart_are_told_apart(reading: Reading, mode: Mode) -> None:
    wrong = [
        (high, low) for high, low in told_apart(reading["overall"]) if audit(high, mode).index <= audit(low, mode).index
    ]
    assert wrong == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("reading", READINGS)
def test_firms_told_apart_in_a_dimension_never_swap_and_seldom_tie(reading: Reading, mode: Mode) -> None:
    margins = [
        audit(high, mode).dimension(name) - audit(low, mode).dimension(name)
        for name, numbers in reading["dimensions"].items()
        for high, low in told_apart(numbers)
    ]
    assert len(margins) > 50
    assert [margin for margin in margins if margin < 0] == []
    assert margins.count(Fraction(0)) <= 3


@pytest.mark.parametrize("reading", READINGS)
def test_no_firm_is_a_whole_level_from_its_reading(reading: Reading) -> None:
    assert far(reading, "quick") == {}


@pytest.mark.parametrize("reading", READINGS)
def test_in_full_only_the_best_firm_is_further_off_and_lower(reading: Reading) -> None:
    """Readers put it between 4 and 5; the facts tell too little of what came of its routines to answer so high."""
    assert far(reading, "full") == {"f04": audit("f04", "full").index - Fraction(9, 2)}
    assert Fraction(-11, 10) < far(reading, "full")["f04"] < -1


def far(reading: Reading, mode: Mode) -> dict[str, Fraction]:
    """Return how far firms lie from a reading, where it is a whole level or more."""
    apart = {firm: audit(firm, mode).index - Fraction(reading["overall"][firm]) for firm in NAMES}
    return {firm: distance for firm, distance in apart.items() if abs(distance) >= 1}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("reading", READINGS)
def test_dimensions_lie_near_their_reading(reading: Reading, mode: Mode) -> None:
    apart = [
        abs(audit(firm, mode).dimension(name) - Fraction(numbers[firm]))
        for name, numbers in reading["dimensions"].items()
        for firm in NAMES
    ]
    assert len(apart) == 30
    assert max(apart) < Fraction(6, 5)
    assert sum(apart) / len(apart) < Fraction(1, 2)


def test_pay_on_scores_a_foyer_map_and_a_slogan_are_flagged() -> None:
    shown = {firm: audit(firm, "quick").flags for firm in NAMES}
    assert {"front-line-pay", "nothing-written", "one-score"} <= shown["f01"]
    assert {"wall-art", "nothing-written"} <= shown["f03"]
    assert shown["f04"] == set()


@pytest.mark.parametrize("firm", NAMES)
def test_the_full_audit_flags_what_the_quick_one_did_and_praise_for_noise(firm: str) -> None:
    noise = {"noise-celebrated"} if firm in {"f01", "f02", "f05"} else set[str]()
    assert audit(firm, "full").flags == audit(firm, "quick").flags | noise


@pytest.mark.parametrize("firm", NAMES)
def test_both_audits_give_the_quick_fifteen_the_same_levels(firm: str) -> None:
    quick, full = audit(firm, "quick"), audit(firm, "full")
    fifteen = quick.pack.asked("quick")
    assert len(fifteen) == 15
    assert [full.assessment.answer(p.id).level for p in fifteen] == [
        quick.assessment.answer(p.id).level for p in fifteen
    ]


@pytest.mark.parametrize("firm", NAMES)
def test_five_minutes_come_near_the_full_audit(firm: str) -> None:
    quick, full = audit(firm, "quick"), audit(firm, "full")
    assert abs(full.index - quick.index) <= Fraction(3, 10)
    moves = {name: abs(full.dimension(name) - quick.dimension(name)) for name in full.card.dimensions}
    assert {name: move for name, move in moves.items() if move > Fraction(3, 5)} == {}


def test_the_full_audit_keeps_the_order_of_the_quick_one() -> None:
    assert order("full") == order("quick")


@pytest.mark.parametrize("firm", NAMES)
def test_facts_and_evidence_bear_out_the_levels_given(firm: str) -> None:
    full = audit(firm, "full")
    found = proofs(full.pack, full.assessment, full.card).values()
    assert [p.practice for p in found if p.contradicted or p.claimed or p.stale] == []


def test_what_nobody_tells_is_left_open_and_widens_the_range() -> None:
    unknown = {
        firm: [p.code for p in audit(firm, "full").pack.asked("full") if not _known(audit(firm, "full"), p.id)]
        for firm in NAMES
    }
    assert {firm: codes for firm, codes in unknown.items() if codes} == {"f02": ["E5"], "f06": ["M3"]}
    for firm in NAMES:
        overall = audit(firm, "full").card.overall
        assert (overall.low != overall.high) == bool(unknown[firm])


def _known(found: Audit, practice: str) -> bool:
    return found.assessment.answer(practice).level is not None
