"""Sections are taken, left and moved; the cover stays first and what must be in stays in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxaudit.presentation.section_order import FIXED, OWN, Choice, in_order, listed, moved, toggled

STEPS = st.lists(st.tuples(st.sampled_from(OWN), st.one_of(st.none(), st.integers(-3, 3))), max_size=30)


def after(choice: Choice, steps: list[tuple[str, int | None]]) -> Choice:
    for section, by in steps:
        choice = toggled(choice, section) if by is None else moved(choice, section, by)
    return choice


@given(STEPS)
def test_whatever_is_done_the_cover_is_first_and_what_is_fixed_is_in(steps: list[tuple[str, int | None]]) -> None:
    choice = after(None, steps)
    order = in_order(choice)
    assert order[0] == "cover"
    assert set(order) >= FIXED
    assert len(set(order)) == len(order)
    assert sorted(listed(choice)) == sorted(OWN)
    assert [section for section in listed(choice) if section in order] == list(order)


@given(STEPS, st.sampled_from(OWN))
def test_left_and_taken_again_it_is_in(steps: list[tuple[str, int | None]], section: str) -> None:
    choice = after(None, steps)
    twice = toggled(toggled(choice, section), section)
    assert set(in_order(twice)) == set(in_order(choice))


def test_all_in_the_reports_own_order_is_no_choice() -> None:
    assert toggled(toggled(None, "profile"), "profile") is None
    assert moved(moved(None, "profile", 1), "profile", -1) is None


def test_a_section_moves_among_those_that_are_in() -> None:
    choice = moved(("summary", "roadmap", "profile", "method"), "profile", -1)
    assert in_order(choice) == ("cover", "summary", "profile", "roadmap", "method")
    assert moved(choice, "cover", 3) == choice
    assert moved(choice, "evidence", 1) == choice
    assert in_order(moved(choice, "profile", -9))[:2] == ("cover", "profile")
    assert in_order(moved(choice, "profile", 9))[-1] == "profile"


def test_a_fixed_section_cannot_be_left_out() -> None:
    assert toggled(None, "summary") is None
