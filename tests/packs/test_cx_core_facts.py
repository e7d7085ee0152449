"""What the fact-checks of cx-core may say, whatever their wording: the ladder of evidence, and no more than that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from support.authored import CX_CORE

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import CountValue, DateValue, FactRule, FactValue, NumberValue, TextValue
from cxaudit.domain.facts import findings, shown_level
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.packs import PublishedPacks

PACK = lint(CX_CORE, PublishedPacks(CX_CORE / "none")).pack
TODAY = "2026-06-01"

FACTS = [
    "M1",
    "M2",
    "M3",
    "M4",
    "M5",
    "S1",
    "S2",
    "S3",
    "S4",
    "H1",
    "H2",
    "H3",
    "H4",
    "H6",
    "E2",
    "E3",
    "E4",
    "J1",
    "J2",
]
SHOW_BY_A_DATE = set(FACTS) - {"M1", "M2", "M4", "S1", "H2"}
"""Practices where a day in the past year is itself the dated record that level 4 asks for."""

SHOW_BY_A_FALL = {"M5", "H6", "E3"}
"""Practices where two counts are themselves the before and after that level 5 asks for."""


@pytest.fixture
def pack() -> Pack:
    assert PACK is not None
    return PACK


def rules(pack: Pack) -> Iterator[tuple[Practice, FactRule]]:
    for practice in pack.practices.values():
        yield from ((practice, rule) for rule in (practice.fact.rules if practice.fact else ()))


def ago(days: int) -> DateValue:
    return DateValue(day=(date.fromisoformat(TODAY) - timedelta(days=days)).isoformat())


def verdicts(practice: Practice, level: int, facts: dict[str, FactValue]) -> set[str]:
    return {found.verdict for found in findings(practice, Answer(level=level, facts=facts), level, TODAY)}


def shown(practice: Practice, facts: dict[str, FactValue]) -> int:
    return shown_level(practice, Answer(level=5, facts=facts), TODAY)


def test_nineteen_practices_have_a_fact_check(pack: Pack) -> None:
    assert [p.code for p in pack.practices.values() if p.fact] == FACTS
    assert len(FACTS) == 19


def test_every_value_that_is_asked_for_is_read(pack: Pack) -> None:
    for practice in pack.practices.values():
        if practice.fact:
            read = {part for rule in practice.fact.rules for part in rule.parts}
            assert {part.id for part in practice.fact.parts} == read, practice.code


def test_every_fact_can_contradict_a_claim(pack: Pack) -> None:
    assert {practice.code for practice, rule in rules(pack) if rule.denies} == set(FACTS)


def test_what_contradicts_says_what_that_means(pack: Pack) -> None:
    for practice, rule in rules(pack):
        assert len(rule.why.split()) <= 20, practice.code
        assert bool(rule.why) or not rule.denies, practice.code


def test_level_4_is_shown_by_a_day_in_the_past_year_alone(pack: Pack) -> None:
    found = [(practice.code, rule) for practice, rule in rules(pack) if rule.supports and rule.start <= 4 <= rule.end]
    assert {code for code, _rule in found} == SHOW_BY_A_DATE
    assert {(rule.check, rule.value) for _code, rule in found} == {("within-days", "365")}


def test_level_5_is_shown_by_counts_that_fell_alone(pack: Pack) -> None:
    found = [(practice.code, rule) for practice, rule in rules(pack) if rule.supports and rule.end == 5]
    assert {code for code, _rule in found} == SHOW_BY_A_FALL
    assert {rule.check for _code, rule in found} == {"fell"}


def test_a_day_at_level_5_lies_in_the_past_two_years(pack: Pack) -> None:
    found = {rule.value for _practice, rule in rules(pack) if rule.check == "within-days" and rule.start == 5}
    assert found == {"730"}


@pytest.mark.parametrize("code", sorted(SHOW_BY_A_DATE))
def test_a_record_counts_for_level_4_until_it_is_a_year_old(pack: Pack, code: str) -> None:
    practice = pack.by_code[code]
    days = [rule for found, rule in rules(pack) if found.code == code and rule.check == "within-days"]
    part = next(rule.parts[0] for rule in days if rule.start == 4)
    assert verdicts(practice, 4, {part: ago(365)}) == {"supports"}
    assert shown(practice, {part: ago(365)}) == 4
    assert verdicts(practice, 4, {part: ago(400)}) == {"contradicts"}
    assert shown(practice, {part: ago(400)}) < 4


@pytest.mark.parametrize("code", sorted(SHOW_BY_A_FALL))
def test_a_fall_of_a_fifth_shows_level_5_for_two_years(pack: Pack, code: str) -> None:
    practice = pack.by_code[code]
    before, after, changed = next(r.parts for found, r in rules(pack) if found.code == code and r.check == "fell")
    few, many, nearly = (NumberValue(number=number) for number in ("3", "11.5", "9.21"))
    assert shown(practice, {before: many, after: few, changed: ago(730)}) == 5
    assert shown(practice, {before: many, after: few, changed: ago(731)}) == 1
    assert shown(practice, {before: many, after: few}) == 1
    for told in ({before: few, after: many}, {before: many, after: nearly}):
        assert shown(practice, {**told, changed: ago(700)}) == 1
        assert verdicts(practice, 5, {**told, changed: ago(700)}) == set()


def test_words_that_are_pasted_show_nothing_by_themselves(pack: Pack) -> None:
    for practice, rule in rules(pack):
        if rule.check == "words-at-least":
            words: dict[str, FactValue] = {rule.parts[0]: TextValue(text="fresh bread in the last hour of each day")}
            assert shown(practice, words) <= 3, practice.code


def test_a_slogan_contradicts_a_mission_in_words(pack: Pack) -> None:
    mission = pack.by_code["M1"]
    assert verdicts(mission, 3, {"sentence": TextValue(text="Customers first!")}) == {"contradicts"}
    assert verdicts(mission, 2, {"sentence": TextValue(text="Customers first!")}) == set()


def test_a_problem_known_for_longer_than_a_year_outweighs_a_recent_fix(pack: Pack) -> None:
    known = {"oldest": NumberValue(number="400"), "fixed": ago(20)}
    assert verdicts(pack.by_code["S4"], 4, {**known}) == {"supports", "contradicts"}
    assert shown(pack.by_code["S4"], {**known}) < 4


@pytest.mark.parametrize(
    ("code", "part", "count", "total", "said"),
    [
        ("M2", "explained", 9, 15, {"supports"}),
        ("M2", "explained", 8, 15, {"contradicts"}),
        ("M2", "explained", 1, 4, set[str]()),
        ("H1", "stated", 7, 7, {"supports"}),
        ("H1", "stated", 8, 8, {"supports", "contradicts"}),
        ("E4", "steps", 3, 4, {"supports"}),
        ("E4", "steps", 3, 5, set[str]()),
        ("E4", "steps", 2, 4, {"contradicts"}),
    ],
)
def test_counts_held_against_level_3(pack: Pack, code: str, part: str, count: int, total: int, said: set[str]) -> None:
    assert verdicts(pack.by_code[code], 3, {part: CountValue(count=count, total=total)}) == said


def test_a_margin_shows_level_3_from_thirty_cases(pack: Pack) -> None:
    told: dict[str, FactValue] = {"good": NumberValue(number="62"), "bad": NumberValue(number="0")}
    told |= {"margin": NumberValue(number="17")}
    assert shown(pack.by_code["H2"], {**told, "cases": CountValue(count=30, total=90)}) == 3
    assert shown(pack.by_code["H2"], {**told, "cases": CountValue(count=29, total=90)}) == 1
