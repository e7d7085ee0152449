"""Where sections begin, and which of them a page belongs to."""

from __future__ import annotations

import pytest

from cxaudit.presentation.section_places import section_on, shift_of

PLACES = {"cover": 0, "summary": 1, "findings": 2, "evidence": 5, "room": 5, "roadmap": 6}


@pytest.mark.parametrize(
    ("page", "at", "found"),
    [
        (0, "", "cover"),
        (1, "cover", "summary"),
        (3, "summary", "findings"),
        (4, "findings", "findings"),
        (5, "findings", "evidence"),
        (5, "room", "room"),
        (6, "room", "roadmap"),
        (9, "roadmap", "roadmap"),
        (9, "cover", "roadmap"),
        (4, "not there", "findings"),
    ],
)
def test_a_page_belongs_to_the_section_at_hand_or_to_the_first_that_begins_there(
    page: int, at: str, found: str
) -> None:
    assert section_on(PLACES, page, at) == found


def test_without_pages_the_section_at_hand_stays() -> None:
    assert section_on({}, 0, "profile") == "profile"


def test_a_section_is_so_many_pages_further_on() -> None:
    assert shift_of(PLACES, {"roadmap": 4}, "roadmap") == -2
    assert shift_of(PLACES, {"roadmap": 4}, "room") == 0
    assert shift_of({}, PLACES, "room") == 0
