"""What rules say of a claim, and the level that facts show."""

from __future__ import annotations

import pytest
from support.builders import fact, fact_rule, number, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import CountValue, FactPart, FactRule, FactValue, NumberValue
from cxaudit.domain.facts import FactFinding, findings, shown_level
from cxaudit.domain.points import score_practice
from cxaudit.domain.questionnaire import Practice


def checked(*rules: FactRule) -> Practice:
    return practice("a.p1", "A1", fact=fact([number("n"), number("m")], rules))


def answered(level: int | None = 4, **facts: str) -> Answer:
    return Answer(level=level, facts={part: NumberValue(number=text) for part, text in facts.items()})


def said(asked: Practice, answer: Answer, level: int) -> list[tuple[int, str]]:
    return [(finding.rule, finding.verdict) for finding in findings(asked, answer, level, None)]


THREE = checked(
    fact_rule("at-least", ["n"], 2, 3, "10"),
    fact_rule("at-least", ["n"], 4, 5, "20"),
    fact_rule("fell", ["n", "m"], 5, 5, denies=False),
)


def test_a_rule_speaks_of_its_levels_alone() -> None:
    assert [said(THREE, answered(n="15"), level) for level in range(1, 6)] == [
        [],
        [(0, "supports")],
        [(0, "supports")],
        [(1, "contradicts")],
        [(1, "contradicts")],
    ]


def test_a_rule_without_all_its_values_says_nothing() -> None:
    assert said(THREE, answered(n="25"), 5) == [(1, "supports")]
    assert said(THREE, answered(n="25", m="20"), 5) == [(1, "supports"), (2, "supports")]
    assert said(THREE, answered(m="24"), 5) == []
    assert findings(THREE, answered(n="25", m="20"), 5, None)[1] == FactFinding(2, "supports")


def test_a_rule_may_only_support_or_only_deny() -> None:
    assert said(THREE, answered(n="25", m="25"), 5) == [(1, "supports")]
    deny = checked(fact_rule("at-least", ["n"], 4, 5, "20", supports=False))
    assert said(deny, answered(n="25"), 4) == []
    assert said(deny, answered(n="15"), 4) == [(0, "contradicts")]


def test_what_is_shown_is_supported_and_not_contradicted() -> None:
    assert shown_level(THREE, answered(n="25"), None) == 5
    assert shown_level(THREE, answered(n="15"), None) == 3
    assert shown_level(THREE, answered(n="5"), None) == 1
    assert shown_level(THREE, answered(), None) == 1
    torn = checked(fact_rule("at-least", ["n"], 4, 5, "10"), fact_rule("at-most", ["n"], 5, 5, "10"))
    assert shown_level(torn, answered(n="11"), None) == 4
    assert shown_level(torn, answered(n="10"), None) == 5


def test_without_a_fact_check_nothing_is_shown() -> None:
    assert shown_level(practice("a.p1", "A1"), answered(n="25"), None) == 1
    assert findings(practice("a.p1", "A1"), answered(n="25"), 4, None) == ()


def test_a_fact_that_shows_the_level_stands_for_evidence() -> None:
    four, five = (score_practice(THREE, answered(level, n="25"), 3, applicable=True) for level in (4, 5))
    assert (four.point, four.low, four.high, four.claimed, four.shown) == (4, 4, 4, False, 4)
    assert (five.point, five.low, five.high, five.claimed, five.shown) == (5, 5, 5, False, 5)


def test_a_fact_that_shows_less_leaves_the_level_claimed() -> None:
    part = checked(fact_rule("at-least", ["n"], 4, 4, "20"))
    five = score_practice(part, answered(5, n="25"), 3, applicable=True)
    assert (five.point, five.low, five.high, five.claimed, five.shown) == (5, 4, 5, True, 4)
    denied = score_practice(THREE, answered(4, n="15"), 3, applicable=True)
    assert (denied.point, denied.low, denied.claimed, denied.shown) == (4, 3, True, 3)
    on_file = answered(4, n="15").model_copy(update={"evidence": "minutes"})
    kept = score_practice(THREE, on_file, 3, applicable=True)
    assert (kept.point, kept.low, kept.claimed, kept.shown) == (4, 4, False, 4)


def test_a_fact_never_lifts_a_low_above_what_the_votes_say() -> None:
    answer = Answer(votes=(5, "dk"), facts={"n": NumberValue(number="25")})
    unsure = score_practice(THREE, answer, 3, applicable=True)
    assert (unsure.point, unsure.low, unsure.claimed) == (5, 1, False)
    nobody = score_practice(THREE, answered(None, n="25"), 3, applicable=True)
    assert (nobody.point, nobody.low, nobody.high, nobody.shown) == (None, 1, 5, None)


@pytest.mark.parametrize(
    "value",
    [
        CountValue(count=9, total=5),
        CountValue(count=0, total=0),
        CountValue(count=60, total=60),  # above the part's highest
        NumberValue(number="5"),
    ],
)
def test_a_value_that_cannot_be_true_says_nothing(value: FactValue) -> None:
    part = FactPart(id="known", label="Known", kind="count", highest=50)
    asked = practice("a.p1", "A1", fact=fact([part], [fact_rule("share-at-least", ["known"], 2, 5, "1/2")]))
    assert findings(asked, Answer(level=4, facts={"known": value}), 4, None) == ()
    assert shown_level(asked, Answer(level=4, facts={"known": value}), None) == 1
    right = Answer(level=4, facts={"known": CountValue(count=4, total=5)})
    assert shown_level(asked, right, None) == 5
