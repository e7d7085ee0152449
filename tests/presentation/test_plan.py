"""The plan in words: the title, the cards, why each stands where it stands, what to settle first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from support.builders import DONE, NOT_NOW, action, whole_bands
from support.readings import PAY, READINGS, any_reading, five, level, planned, read, shown_plan

from cxaudit.domain.assessment import ActionState, Answer
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.numbers import gap_text
from cxaudit.presentation.plan import plan_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import MINUS


def with_actions() -> Pack:
    """Priorities: two steps; the second needs the mission's, which nothing else wants."""
    asked = five()
    others = tuple(a for a in whole_bands(asked.practices.values()) if a.practice not in {"s.s3", "m.m1", "h.h3"})
    own = (
        action("write-mission", "m.m1", 1, 5, "S"),
        action("agree-few", "s.s3", 1, 3, "S"),
        action("drop-rest", "s.s3", 3, 5, "M", ["write-mission"]),
        action("take-pay-out", "h.h3", 1, 2, "L"),
        action("bar-coaxing", "h.h3", 2, 5, "S"),
    )
    return five((PAY,), (*own, *others))


def test_the_title_counts_what_starts_now() -> None:
    assert shown_plan(read(level(4, M1=1))).title == "One thing starts now: do-m1"
    many = shown_plan(read(level(4, M1=1, M2=1), five(flags=())))
    assert many.title == "Two things start now. First: do-m1"
    assert many.order.endswith("The figure is its part of the 0.40 gap.")
    assert many.empty == ""


@pytest.mark.parametrize(
    ("answers", "actions", "title"),
    [
        (level(4), {}, "Nothing to close: every answer is at its target"),
        ({}, {}, "No plan yet: no answer is known"),
        (level(4, M1=1), {"do-m1": DONE}, "No action is open"),
    ],
)
def test_without_open_actions_the_title_says_why(answers: Any, actions: Any, title: str) -> None:
    view = shown_plan(read(answers, actions=actions))
    assert (view.title, view.empty) == (title, title)
    assert all(lane.facts == "nothing" for lane in view.lanes)


def test_a_card_says_what_it_moves_and_what_it_needs() -> None:
    reading = read(level(4, S3=2, M1=3), with_actions())
    view = shown_plan(reading)
    card = view.card("drop-rest")
    assert card is not None
    assert (card.moves, card.gap, card.owner, card.points) == (
        "Moves Priorities from 3 to 4",
        f"{MINUS}0.07",
        "CX lead",
        3,
    )
    ranks = sorted(c.rank for c in view.cards if c.action in {"write-mission", "agree-few"})
    assert card.tag is not None
    assert card.tag.text == f"Needs {ranks[0]}, {ranks[1]}"
    assert "Needs: agree-few and write-mission." in card.explanation or (
        "Needs: write-mission and agree-few." in card.explanation
    )
    assert card.explanation.startswith("Moves “Priorities” from 3 to 4; recovers 0.07 of the 0.20 gap (33 %).")
    assert f"{card.rank}. drop-rest. Moves Priorities from 3 to 4. Begin. Owner CX lead" in card.spoken
    assert view.card("nothing-such") is None


def test_an_action_that_clears_a_flag_says_so() -> None:
    view = shown_plan(read(level(4, H3=1), with_actions()))
    card = view.card("take-pay-out")
    assert card is not None
    assert card.tag is not None
    assert (card.tag.text, card.tag.flag) == ("Clears flag", True)
    assert "Clears the red flag “front-line-pay”." in card.explanation


def test_an_enabler_names_whom_it_helps() -> None:
    view = shown_plan(read(level(4, S3=3, M1=4), with_actions(), targets={"S3": 4}))
    card = view.card("write-mission")
    assert card is not None
    assert card.moves == "Opens the way to: drop-rest"
    assert card.tag is not None
    assert (card.tag.text, card.gap) == ("Enabler", "")
    assert "recovers no gap by itself" in card.explanation


def test_what_waits_is_put_off_or_done_is_listed_apart() -> None:
    states = {"agree-few": NOT_NOW, "do-e1": DONE, "do-j1": ActionState(owner="Ana", due="2026-12-01")}
    view = shown_plan(read(level(4, S3=1, E1=2, J1=2), with_actions(), actions=states))
    assert [c.action for c in view.accepted] == ["agree-few"]
    assert view.accepted[0].reason == "not now"
    assert view.accepted[0].line == "Not now: not now"
    assert [c.action for c in view.done] == ["do-e1"]
    assert [c.action for c in view.waiting] == ["drop-rest"]
    assert view.waiting[0].tag is not None
    assert "agree-few (not now)" in view.waiting[0].explanation
    assert view.waiting[0].spoken.startswith("drop-rest. Moves")
    owned = view.card("do-j1")
    assert owned is not None
    assert (owned.owner, owned.role, owned.due) == ("Ana", "CX lead", "2026-12-01")


def test_an_action_done_without_a_step_of_the_gap() -> None:
    view = shown_plan(read(level(4, S3=2, M1=4), with_actions(), actions={"do-e1": DONE}))
    listed = [c.moves for c in view.done]
    assert all(text.startswith(("Closes a step", "Moves", "Opens")) for text in listed)


def test_what_to_settle_first_and_how_far_it_moves_the_gap() -> None:
    answers = level(4, S3="dk", M1=[1, 1, 5, 5], M2=[4, 4, 4, 4, "dk"])
    del answers["J1"]
    views = {v.code: v for v in shown_plan(read(answers)).settle}
    assert (
        views["S3"].sentence == "Priorities (S3) is a don't know. Its answer alone moves the whole gap by up to 0.20."
    )
    assert views["J1"].state == "Practice J1 (J1) has no answer."
    assert views["M1"].state == "Practice M1 (M1): the room is split."
    assert views["M2"].state == "Practice M2 (M2): some of the room don't know."
    assert views["M2"].effect == "Its answer moves the range, not the gap."


def test_a_requirement_that_is_not_asked_says_so() -> None:
    asked = with_actions()
    late = tuple(
        d.model_copy(update={"practices": tuple(p.model_copy(update={"quick": p.code != "M1"}) for p in d.practices)})
        for d in asked.dimensions
    )
    view = shown_plan(read(level(4, S3=3), asked.model_copy(update={"dimensions": late}), mode="quick"))
    card = view.card("drop-rest")
    assert card is not None
    assert "Needs: write-mission (not asked)." in card.explanation


def test_a_card_without_rank_ranges_shows_its_rank_alone() -> None:
    reading = read(level(4, M1=1))
    plan, _ranks = planned(reading)
    assert plan_view(reading, plan, {}).cards[0].rank_range == ""


def test_rank_ranges_are_said_where_they_differ() -> None:
    view = shown_plan(read(level(2, M1="dk", M2=Answer(level=5))))
    spread = [c for c in view.cards if c.rank_range]
    assert spread
    assert all(f"Rank {c.rank} ({c.rank_range})." in c.explanation for c in spread)


@given(READINGS)
def test_the_plan_of_any_assessment_is_worded(reading: Reading) -> None:
    plan, ranks = planned(reading)
    view = plan_view(reading, plan, ranks)
    assert len(view.cards) == len(plan.items)
    assert [c.rank for lane in view.lanes for c in lane.cards] == list(range(1, len(plan.sequence) + 1))
    for card in view.cards:
        for text in (card.spoken, card.explanation, card.moves, view.title, view.order):
            assert "{" not in text
            assert "None" not in text


@given(READINGS)
def test_what_the_cards_recover_is_the_gap(reading: Reading) -> None:
    plan, ranks = planned(reading)
    view = plan_view(reading, plan, ranks)
    assert sum(i.benefit for i in plan.items) == reading.card.gap.total
    for item in plan.items:
        card = view.card(item.action)
        assert card is not None
        assert card.gap == (f"{MINUS}{gap_text(item.benefit)}" if item.benefit else "")


def test_a_need_of_another_pack_is_named_by_its_id() -> None:
    asked = five(
        (),
        tuple(
            a.model_copy(update={"requires": (("elsewhere",),)}) if a.practice == "m.m1" else a
            for a in whole_bands(five().practices.values())
        ),
    )
    card = shown_plan(read(level(4, M1=2), asked)).card("do-m1")
    assert card is not None
    assert "Needs: elsewhere (not asked)." in card.explanation
    assert any_reading(1).pack.id == "test-pack"
