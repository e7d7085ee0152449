"""Which answers lift a dimension: what is found is what trying everything finds."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from support import laws
from support.builders import DONE, action, assess, flag, pack, practice
from support.cases import Case, cases

from cxaudit.domain.assessment import Answer
from cxaudit.domain.lift import Lift, Step, smallest_lifts
from cxaudit.domain.model import HI
from cxaudit.domain.scoring import score

Raised = frozenset[tuple[str, int, int]]


def lifts(case: Case, dimension: str) -> tuple[Lift, ...]:
    return smallest_lifts(case.pack, case.assessment, laws.scored(case), dimension)


def level_with(case: Case, raised: Raised) -> int | None:
    """The level of the dimension with some points raised, everything else as it is."""
    changes = {p: Answer(level=end, evidence="on file") for p, _, end in raised}
    dimension = next(iter(raised))[0].partition(".")[0]
    return laws.scored(case.answering(changes)).dimensions[dimension].level


def effort(case: Case, raised: Raised) -> int:
    """The effort of every action that is not done and holds a step of a raise."""
    return sum(
        case.pack.rubric.effort_points(a.effort)
        for a in case.pack.actions
        for p, start, end in raised
        if a.practice == p
        and case.assessment.action(a.id).status != "done"
        and set(range(start, end)) & set(range(a.start, a.end))
    )


def is_part(less: Raised, more: Raised) -> bool:
    ends = {p: end for p, _, end in more}
    return less != more and all(end <= ends.get(p, 0) for p, _, end in less)


def by_trying_everything(case: Case, dimension: str) -> set[tuple[Raised, int]]:
    card = laws.scored(case)
    level = card.dimensions[dimension].level
    if level is None or level == HI:
        return set()
    known = {p.id: p.point for p in card.practices.values() if p.dimension == dimension and p.applicable}
    points = {i: point for i, point in known.items() if point is not None}
    every = product(*(range(point, HI + 1) for point in points.values()))
    ends = (zip(points.items(), levels, strict=True) for levels in every)
    raises = [frozenset((p, start, end) for (p, start), end in pairs if end > start) for pairs in ends]
    working = [r for r in raises if r and (level_with(case, r) or 0) > level]
    minimal = [r for r in working if not any(is_part(other, r) for other in working)]
    least = min(effort(case, r) for r in minimal)
    return {(r, least) for r in minimal if effort(case, r) == least}


def plain(found: tuple[Lift, ...]) -> set[tuple[Raised, int]]:
    return {(frozenset((s.practice, s.start, s.end) for s in lift.steps), lift.effort) for lift in found}


@given(cases(), st.integers(0, 4))
def test_what_is_found_is_what_trying_everything_finds(case: Case, which: int) -> None:
    dimension = case.pack.dimensions[which % len(case.pack.dimensions)].id
    found = lifts(case, dimension)
    assert plain(found) == by_trying_everything(case, dimension)
    assert len(plain(found)) == len(found)


@given(cases())
def test_the_fewest_answers_come_first_and_steps_follow_the_pack(case: Case) -> None:
    for dimension in case.pack.dimensions:
        found = lifts(case, dimension.id)
        counts = [len(lift.steps) for lift in found]
        assert counts == sorted(counts)
        order = [p.id for p in dimension.practices]
        for lift in found:
            places = [order.index(step.practice) for step in lift.steps]
            assert places == sorted(set(places))


THREE = [practice(f"a.p{n}", f"A{n}") for n in range(1, 4)]


def test_a_flag_alone_holds_the_level_or_stands_in_the_way() -> None:
    held = pack(THREE, [flag("red", 2, {"a.p1": 3})])
    found = assess(held, {"A1": 3, "A2": 4, "A3": 4})
    assert smallest_lifts(held, found, score(held, found), "a") == (Lift((Step("a.p1", 3, 4),), 3),)
    free = pack(THREE, [flag("red", 3, {"a.p1": 3}), flag("other", 4, {"a.p3": 2})])
    low = assess(free, {"A1": 3, "A2": 3, "A3": 3})
    assert smallest_lifts(free, low, score(free, low), "a") == (
        Lift((Step("a.p1", 3, 4), Step("a.p2", 3, 4)), 6),
        Lift((Step("a.p1", 3, 4), Step("a.p3", 3, 4)), 6),
    )


def test_effort_is_that_of_the_open_actions_on_the_way() -> None:
    bands = [action("a1", "a.p1", 1, 3, "L"), action("a2", "a.p1", 3, 5, "M"), action("a3", "a.p2", 1, 5, "S")]
    asked = pack(THREE[:2], actions=bands)
    uneven = assess(asked, {"A1": 2, "A2": 1})
    assert smallest_lifts(asked, uneven, score(asked, uneven), "a") == (Lift((Step("a.p2", 1, 2),), 1),)
    both = assess(asked, {"A1": 2, "A2": 2})
    assert [lift.effort for lift in smallest_lifts(asked, both, score(asked, both), "a")] == [9]
    ticked = assess(asked, {"A1": 2, "A2": 2}, actions={"a1": DONE})
    assert [lift.effort for lift in smallest_lifts(asked, ticked, score(asked, ticked), "a")] == [1]


def test_nothing_lifts_what_has_no_level_or_the_highest() -> None:
    asked = pack([*THREE, practice("b.p1", "B1", may_not_apply=True)])
    for answers in ({"A1": 5, "A2": 5, "A3": 5}, {"A1": 5}, {"B1": Answer(not_applicable="none")}):
        found = assess(asked, answers)
        assert smallest_lifts(asked, found, score(asked, found), "a") == ()
        assert smallest_lifts(asked, found, score(asked, found), "b") == ()


def test_an_answer_unknown_stays_unknown() -> None:
    asked = pack(THREE)
    found = assess(asked, {"A1": 2, "A2": 3, "A3": "dk"})
    assert smallest_lifts(asked, found, score(asked, found), "a") == (Lift((Step("a.p1", 2, 3),), 3),)
