"""How much one answer or one vote moves the numbers, in words."""

from __future__ import annotations

from support.builders import pack, practice
from support.readings import level, read

from cxaudit.presentation.stability import step_text, votes_texts


def test_a_step_is_the_part_of_a_dimension_that_one_answer_is() -> None:
    assert step_text(read(level(3)), "m") == "0.33"
    assert step_text(read(level(3, M1="dk")), "m") == "0.50"
    assert step_text(read({}), "m") == ""


def test_steps_of_different_weights_are_a_range() -> None:
    asked = pack([practice("m.m1", "M1"), practice("m.m2", "M2", weight=3)])
    assert step_text(read({"M1": 3, "M2": 3}, asked), "m") == "0.25 to 0.75"


def test_one_person_has_no_vote_to_leave_out() -> None:
    assert votes_texts(read(level(3))) == {}


def test_where_a_dimension_lies_without_any_one_vote() -> None:
    found = votes_texts(read(level(3, M1=[2, 3, 3, 3, 5], S1=[1, 1, 5, 5])))
    assert found == {"m": "3.0", "s": "2.3 to 3.7"}


def test_no_range_where_a_dimension_has_no_index() -> None:
    assert votes_texts(read({"M1": [2, 3, 3], "S1": 3, "S2": 3})) == {}
