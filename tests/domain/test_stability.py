"""How far one answer or one vote moves the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from support.builders import Given, answer, assess, flag, pack, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Flag
from cxaudit.domain.scoring import score
from cxaudit.domain.stability import LeaveOneOut, Resolution, leave_one_out, resolution


def two(*flags: Flag):  # noqa: ANN201 - a pack
    return pack(
        [practice("a.p1", "A1", weight=2), practice("a.p2", "A2"), practice("b.p1", "B1", may_not_apply=True)], flags
    )


def spans(answers: Mapping[str, Given], *flags: Flag) -> LeaveOneOut:
    asked = two(*flags)
    return leave_one_out(asked, score(asked, assess(asked, answers)))


def test_resolution_is_over_the_practices_with_a_point() -> None:
    asked = two()
    whole = score(asked, assess(asked, {"A1": 1, "A2": 3, "B1": 3}))
    assert resolution(whole, "a.p1") == Resolution(Fraction(2, 3), Fraction(1, 3))
    part = score(asked, assess(asked, {"A1": 1, "A2": "dk", "B1": Answer(not_applicable="none")}))
    assert resolution(part, "a.p1") == Resolution(Fraction(1), Fraction(1, 2))
    assert resolution(part, "a.p2") is None
    assert resolution(part, "b.p1") is None


def test_each_practice_moves_by_its_own_worst_and_best_vote() -> None:
    found = spans({"A1": [1, 3, 5], "A2": [2, 2, 4, 4], "B1": [3, 5]})
    assert found.practices == {"a.p1": (1, 3), "a.p2": (2, 4), "b.p1": (3, 3)}
    assert found.dimensions == {"a": (Fraction(4, 3), Fraction(10, 3)), "b": (3, 3)}
    assert found.overall == (Fraction(13, 6), Fraction(19, 6))


def test_flags_hold_each_end_down() -> None:
    found = spans({"A1": [1, 5, 5], "A2": 5, "B1": 3}, flag("red", 2, {"a.p1": 1}), flag("no", 1, {"b.p1": 1}))
    assert found.practices["a.p1"] == (1, 5)
    assert found.dimensions["a"] == (2, 5)  # at the lower end 7/3, held at 2


def test_an_agreed_level_stays() -> None:
    agreed = answer([1, 3, 5]).model_copy(update={"agreed": 4})
    assert spans({"A1": agreed}).practices["a.p1"] == (4, 4)


def test_without_a_point_there_is_no_range() -> None:
    found = spans({"A1": "dk", "A2": 3, "B1": Answer(not_applicable="none")})
    assert found.practices == {"a.p1": None, "a.p2": (3, 3), "b.p1": None}
    assert found.dimensions == {"a": None, "b": None}
    assert found.overall is None
