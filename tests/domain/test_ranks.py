"""Rank ranges, worked by hand."""

from __future__ import annotations

from collections.abc import Mapping

from support.builders import DONE, NOT_NOW, Given, action, answer, assess, pack, practice

from cxaudit.domain.assessment import ActionState
from cxaudit.domain.questionnaire import Action, Pack
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.scorecard import RankRanges
from cxaudit.domain.scoring import score

SURE = {"A1": 1, "A2": 2, "B1": 2}


def ranges(
    asked: Pack, answers: Mapping[str, Given], actions: Mapping[str, ActionState] | None = None, evidence: str = "x"
) -> RankRanges:
    assessment = assess(asked, answers, actions=actions, evidence=evidence)
    return rank_ranges(asked, assessment, score(asked, assessment))


def three(*actions: Action) -> Pack:
    return pack([practice("a.p1", "A1"), practice("a.p2", "A2"), practice("b.p1", "B1")], actions=actions)


def test_weights_and_efforts_move_the_ranks() -> None:
    # W is 1/4, 1/4, 1/2; benefits 3/4, 2/4, 2/2 for M, M, M (3): ratios 3/12, 2/12, 4/12, so b, a, c
    asked = three(action("a", "a.p1", 1, 5, "M"), action("c", "a.p2", 1, 5, "M"), action("b", "b.p1", 1, 5, "M"))
    found = ranges(asked, SURE)
    # first dimension doubled: a 6/12, c 4/12, b 4/12 and b comes before c by id; each alone at S goes first,
    # each alone at L goes last
    assert found == {"b": (1, 3), "a": (1, 3), "c": (1, 3)}


def test_an_action_at_the_end_of_the_classes_stays_there() -> None:
    # ratios 3/4 for s, 1/8 for l, 1/16 for m: s stays first even at M (1/4); m at M (1/6) goes before l
    asked = three(action("s", "a.p1", 1, 5, "S"), action("l", "b.p1", 1, 5, "L"), action("m", "a.p2", 1, 5, "L"))
    found = ranges(asked, SURE)
    assert found == {"s": (1, 1), "l": (2, 3), "m": (2, 3)}


def test_low_and_high_ends_count_and_unknown_ones_enter_at_the_low_end() -> None:
    asked = three(action("a", "a.p1", 1, 5, "S"), action("c", "a.p2", 1, 5, "S"), action("b", "b.p1", 1, 5, "L"))
    # at the low end the unknown A2 is a 1: c brings 3/4 against the 2/4 of a, and goes first
    assert ranges(asked, {"A1": 2, "A2": "dk", "B1": 4}) == {"a": (1, 2)}
    assert ranges(asked, {"A1": 2, "A2": 3, "B1": 4}) == {"a": (1, 2), "c": (1, 2)}


def test_a_claimed_level_enters_at_its_low() -> None:
    asked = three(action("a", "a.p1", 1, 5, "L"), action("c", "a.p2", 1, 5, "S"), action("b", "b.p1", 1, 5, "S"))
    answers: dict[str, Given] = {"A1": answer(3), "A2": answer(4), "B1": answer(4, "")}
    assert ranges(asked, answers) == {"a": (1, 2)}


def test_done_and_accepted_ones_have_no_range_and_stay_as_they_are() -> None:
    asked = three(action("a", "a.p1", 1, 5, "S"), action("c", "a.p2", 1, 5, "S"), action("b", "b.p1", 1, 5, "S", ["a"]))
    assert ranges(asked, SURE, {"a": DONE, "c": NOT_NOW}) == {"b": (1, 1)}
    assert ranges(asked, SURE, {"a": NOT_NOW}) == {"c": (1, 1)}


def test_a_changed_effort_chooses_among_alternatives_anew() -> None:
    asked = pack(
        [practice(f"a.p{n}", f"A{n}") for n in range(1, 5)],
        actions=[
            action("goal", "a.p1", 1, 5, "S", [("x", "y")]),
            action("x", "a.p2", 1, 5, "M"),
            action("y", "a.p3", 1, 5, "M"),
            action("other", "a.p4", 1, 5, "M"),
        ],
    )
    assessment = assess(asked, {f"A{n}": 1 for n in range(1, 5)}, targets={"A2": 1, "A3": 1})
    found = rank_ranges(asked, assessment, score(asked, assessment))
    # other leads at 3/4 over 3 before x and goal at 3/4 over 4; at L it comes last. With x at L the cheaper way is y,
    # and that run says nothing about x
    assert found == {"other": (1, 3), "x": (1, 2), "goal": (2, 3)}


def test_a_doubled_dimension_lifts_all_its_actions_at_once() -> None:
    # all at L: 1 for a, 3/4 for each of b and c. One of them at M passes a; both do only when their dimension doubles
    asked = pack(
        [practice("a.p1", "A1"), practice("b.p1", "B1"), practice("b.p2", "B2")],
        actions=[action("a", "a.p1", 1, 5, "L"), action("b", "b.p1", 1, 5, "L"), action("c", "b.p2", 1, 5, "L")],
    )
    assert ranges(asked, {"A1": 2, "B1": 1, "B2": 1}) == {"a": (1, 3), "b": (1, 3), "c": (1, 3)}


def test_an_alternative_that_grows_dearer_is_no_longer_needed() -> None:
    # large comes first in every run, then cheap and goal. With cheap at M goal needs large, and comes second
    asked = pack(
        [practice("a.p1", "A1"), practice("a.p2", "A2"), practice("a.p3", "A3", weight=3)],
        actions=[
            action("goal", "a.p1", 1, 5, "S", [("cheap", "large")]),
            action("cheap", "a.p2", 1, 5, "S"),
            action("large", "a.p3", 1, 5, "S"),
        ],
    )
    assessment = assess(asked, {f"A{n}": 1 for n in (1, 2, 3)}, targets={"A2": 1})
    found = rank_ranges(asked, assessment, score(asked, assessment))
    assert found == {"large": (1, 1), "cheap": (2, 2), "goal": (2, 3)}
