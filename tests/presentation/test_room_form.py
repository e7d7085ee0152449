"""The form that starts a workshop: what is read, what is wrong, what is remarked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.workshops import PACK

from cxaudit.domain.questionnaire import Script
from cxaudit.domain.workshop import Room, RoomGroup
from cxaudit.presentation.room_form import RoomForm, RoomProblem, read_room, room_remark, time_words

FORM = RoomForm("14", (), "cards", "4")


def test_a_room_without_groups() -> None:
    assert read_room(FORM) == Room(present=14, minutes=4)
    assert room_remark(FORM) == ""


def test_a_room_of_groups_is_their_sum() -> None:
    form = replace(FORM, present="", groups=(("Leaders", "5"), (" Rest ", "6")))
    groups = (RoomGroup(label="Leaders", present=5), RoomGroup(label="Rest", present=6))
    assert read_room(form) == Room(present=11, groups=groups)


@pytest.mark.parametrize("present", ["", "0", "201", "ten", "-3", "²"])
def test_how_many_vote_has_to_be_a_number(present: str) -> None:
    assert read_room(replace(FORM, present=present)) == RoomProblem("present", "Give a number from 1 to 200.")
    assert room_remark(replace(FORM, present=present)) == ""


@pytest.mark.parametrize("minutes", ["", "0", "61", "x"])
def test_minutes_have_to_be_some(minutes: str) -> None:
    assert read_room(replace(FORM, minutes=minutes)) == RoomProblem("minutes", "Give 1 to 60 minutes.")


@pytest.mark.parametrize(
    ("groups", "problem"),
    [
        ((("Leaders", "5"), ("", "6")), RoomProblem("1", "Name the group.")),
        ((("Leaders", "5"), ("Leaders", "6")), RoomProblem("1", "Each group needs a name of its own.")),
        ((("Leaders", ""), ("Rest", "6")), RoomProblem("0", "Say how many of them are here.")),
        ((("Leaders", "150"), ("Rest", "60")), RoomProblem("0", "Together no more than 200 people.")),
    ],
)
def test_groups_need_names_and_numbers(groups: tuple[tuple[str, str], ...], problem: RoomProblem) -> None:
    assert read_room(replace(FORM, groups=groups)) == problem


def test_remarks_on_rooms_that_may_be_started() -> None:
    assert "6 to 25" in room_remark(replace(FORM, present="40"))
    assert "tally" in room_remark(replace(FORM, method="tally"))
    assert "five" in room_remark(replace(FORM, groups=(("Leaders", "4"), ("Rest", "9"))))


def test_how_long_it_takes() -> None:
    asked = PACK.asked("quick")
    assert time_words(asked, 4) == "3 questions, about 12 minutes"
    assert time_words(asked, 21) == "3 questions, about 1 h 03 min"
    script = Script(read_aloud="Read.", probes=("One?", "Two?"), objection="No.", answer="Yes.", minutes=1)
    assert time_words([asked[0].model_copy(update={"script": script})], 9) == "1 question, about 1 minute"
