"""The wall at every size: nothing cut off, nothing on something else, and the sizes of the design where texts allow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from support.walls import LONG, LONGEST, RESOLUTIONS, STATES, Votes, faults, painted, revealed, spills, voted
from support.workshops import begun, fresh, room

from cxaudit.app.room import room_session
from cxaudit.bootstrap import build_services
from cxaudit.presentation.wall import WallView, longest_views
from cxaudit.storage.folders import Folders
from cxaudit.ui.app import make_application
from cxaudit.ui.tokens import WALL_DARK, WALL_LIGHT
from cxaudit.ui.wall.arrange import arrange, fitted, smallest_text
from cxaudit.ui.wall.parts import HEIGHT, Dot, Part, Sign, Words, size

WIDE = 3556
"""Units in the width of a wall of 16 to 9."""

WIDTHS = (WIDE, 3200, 2667, 2500, 4800)
"""16 to 9, 16 to 10, 4 to 3, 5 to 4, and very wide."""


@pytest.fixture(autouse=True)
def _application() -> None:
    make_application([])


def texts(parts: tuple[Part, ...]) -> list[Words]:
    return [part for part in parts if isinstance(part, Words)]


def dots(parts: tuple[Part, ...], *, hollow: bool) -> list[Dot]:
    return [part for part in parts if isinstance(part, Dot) and part.hollow == hollow]


# ------------------------------------------------------------------ nothing is cut off or covered
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [*STATES, *(f"longest {name}" for name in LONGEST)])
def test_nothing_is_cut_off_or_stands_on_something_else(name: str, width: int) -> None:
    view = LONGEST[name.removeprefix("longest ")] if name.startswith("longest ") else STATES[name]
    parts = arrange(view, width)
    assert bool(parts) == (view.kind != "blank")
    assert list(faults(parts, width)) == []


@pytest.mark.parametrize("height", [height for _width, height in RESOLUTIONS])
@pytest.mark.parametrize("name", LONGEST)
def test_no_letter_leaves_its_place_at_any_resolution(name: str, height: int) -> None:
    lines = texts(arrange(LONGEST[name], WIDE))
    assert [words.text for words in lines if spills(words, height)] == []


def test_a_wall_with_too_large_letters_would_be_found() -> None:
    parts = arrange(LONGEST["reveal"], WIDE)
    larger = tuple(replace(part, size=part.size * 2) if isinstance(part, Words) else part for part in parts)
    assert len(list(faults(larger, WIDE))) > 5
    moved = tuple(
        replace(part, rect=part.rect.translated(0, 300)) if isinstance(part, Words) else part for part in parts
    )
    assert any("cut off" in fault for fault in faults(moved, WIDE))
    assert any(" stands on " in fault for fault in faults(moved, WIDE))


WRITTEN = st.characters(max_codepoint=0x7E, exclude_categories=["C", "Z"])
"""English: where a letter with a hook stands above one with an accent, the lines come within a pixel of each other."""


@given(
    st.text(WRITTEN | st.just(" "), min_size=1, max_size=300).filter(str.strip),
    st.text("abcdefgh W", min_size=1, max_size=200).filter(str.strip),
    st.integers(1, 200),
    st.sampled_from(WIDTHS),
)
@settings(max_examples=25)
def test_any_text_finds_its_place(question: str, anchor: str, present: int, width: int) -> None:
    anchors = (anchor, *LONG[:4])
    votes: Votes = (present, 0, 0, 0, 0)
    for bare in (STATES["read"], voted(None, present, anchors), revealed(votes, votes, anchors=anchors)):
        parts = arrange(replace(bare, question=question), width)
        assert list(faults(parts, width)) == []


# ------------------------------------------------------------------ the sizes of the design
@pytest.mark.parametrize("name", LONGEST)
def test_the_longest_texts_keep_the_sizes_of_the_design_on_a_wide_wall(name: str) -> None:
    assert fitted(LONGEST[name], WIDE)[0].text == pytest.approx(1.0, abs=0.11 if "question" in name else 0.0)


def test_question_answers_and_digits_have_their_share_of_the_height() -> None:
    vote = {words.text: words.size / HEIGHT for words in texts(arrange(STATES["vote"], WIDE))}
    assert vote["What happened to front-line pay"] == 0.06
    assert vote["Pay moved with the scores"] == 0.045
    assert vote["1"] == 0.085
    reveal = {words.text: words.size / HEIGHT for words in texts(arrange(STATES["reveal"], WIDE))}
    assert reveal["What happened to front-line pay when survey scores moved?"] == 0.045
    assert min(reveal.values()) == 0.045


def test_the_questionnaire_that_comes_with_the_program_keeps_the_sizes_of_the_design(tmp_path: object) -> None:
    newest = build_services(Folders.under(tmp_path)).packs.newest()  # pyright: ignore[reportArgumentType]
    at = begun(of=room(25), session=fresh(newest))
    full = room_session(newest, at.assessment.model_copy(update={"mode": "full"}))
    assert len(full.asked) == len(newest.practices)
    for wide in (16 / 9, 16 / 10):
        assert smallest_text(longest_views(full), wide) >= 0.9
    assert smallest_text(longest_views(full), 16 / 9) == 1.0


# ------------------------------------------------------------------ dots
def test_there_is_one_dot_a_vote_and_as_many_hollow_ones_as_votes_before() -> None:
    parts = arrange(replace(revealed((5, 2, 2, 5, 0), (1, 0, 0, 0, 3)), filled="", hollow=""), WIDE)
    assert len(dots(parts, hollow=False)) == 14
    assert len(dots(parts, hollow=True)) == 4


def test_up_to_ten_dots_stand_in_one_line_and_more_in_two() -> None:
    def lines(votes: Votes) -> int:
        return len({round(dot.rect.top()) for dot in dots(arrange(revealed(votes), WIDE), hollow=False)})

    assert lines((10, 0, 0, 0, 0)) == 1
    assert lines((11, 0, 0, 0, 0)) == 2
    assert lines((25, 0, 0, 0, 0)) == 2


@pytest.mark.parametrize("votes", [(3, 1, 0, 10, 2), (14, 3, 2, 1, 5), (25, 0, 0, 0, 0), (90, 60, 30, 15, 5)])
def test_all_dots_are_of_one_size_and_a_row_is_the_longer_the_more_votes_it_has(votes: Votes) -> None:
    shown = dots(arrange(revealed(votes), WIDE), hollow=False)
    assert len(shown) == sum(votes)
    assert len({round(dot.rect.width(), 3) for dot in shown}) == 1
    ends: list[float] = []
    for count in votes:
        row, shown = shown[:count], shown[count:]
        ends.append(max((dot.rect.right() for dot in row), default=0.0))
    order = sorted(range(5), key=lambda at: votes[at])
    assert [ends[at] for at in order] == sorted(ends)


def test_seats_tell_how_many_and_not_who() -> None:
    parts = arrange(STATES["vote"], WIDE)
    seats = [part for part in parts if isinstance(part, Dot)]
    assert [seat.hollow for seat in seats] == [False] * 9 + [True] * 5


def test_at_zero_the_clock_changes_its_shape_and_its_words() -> None:
    before, after = (arrange(STATES[name], WIDE) for name in ("vote", "vote-time-is-up"))
    kinds = [sorted(type(part).__name__ for part in parts) for parts in (before, after)]
    assert "Ring" in kinds[0]
    assert "Ring" not in kinds[1]
    assert "Time is up" in {words.text for words in texts(after)}


# ------------------------------------------------------------------ painting
def test_two_walls_of_the_same_state_are_the_same_to_the_pixel_and_two_states_are_not() -> None:
    pictures = {name: painted(view, 640, 360) for name, view in STATES.items()}
    assert pictures["vote"] == painted(replace(STATES["vote"]), 640, 360)
    names = list(pictures)
    assert all(pictures[a] != pictures[b] for at, a in enumerate(names) for b in names[at + 1 :])


@pytest.mark.parametrize("name", STATES)
def test_a_thumbnail_still_tells_the_states_apart(name: str) -> None:
    small = painted(STATES[name], 200, 112)
    others = [painted(view, 200, 112) for other, view in STATES.items() if other != name]
    apart = [
        sum(small.pixel(x, y) != other.pixel(x, y) for x in range(0, 200, 2) for y in range(0, 112, 2)) / 5600
        for other in others
    ]
    assert min(apart) > 0.01


def test_both_looks_are_painted_in_their_own_colours() -> None:
    light, dark = (painted(STATES["reveal"], 320, 180, look) for look in (WALL_LIGHT, WALL_DARK))
    assert light.pixelColor(1, 1).name() == WALL_LIGHT.back.lower()
    assert dark.pixelColor(1, 1).name() == WALL_DARK.back.lower()
    assert painted(STATES["blank"], 32, 18).pixelColor(1, 1).name() == WALL_LIGHT.dark.lower()


def test_from_right_to_left_all_places_are_mirrored_and_all_words_stay() -> None:
    there, mirrored = (arrange(STATES["reveal"], WIDE, leftwards=way) for way in (False, True))
    assert list(faults(mirrored, WIDE)) == []
    assert [words.text for words in texts(there)] == [words.text for words in texts(mirrored)]
    for one, other in zip(there, mirrored, strict=True):
        assert other.rect.left() == pytest.approx(WIDE - one.rect.right())


def test_a_wall_of_no_size_is_not_painted_and_does_no_harm() -> None:
    assert painted(STATES["vote"], 1, 1).width() == 1
    assert arrange(STATES["vote"], 10) == ()


def test_a_band_that_is_too_long_for_a_line_stands_in_two() -> None:
    parts = arrange(STATES["reveal"], 2667)
    sign = next(part for part in parts if isinstance(part, Sign))
    under = [words for words in texts(parts) if words.role == "on_band"]
    assert len({words.rect.top() for words in under}) == 2
    assert all(words.rect.left() > sign.rect.right() for words in under)
    assert size("anchor") == 90
    assert isinstance(sign.rect, QRectF)


def test_more_items_than_have_room_are_counted() -> None:
    parts = arrange(LONGEST["parking"], WIDE)
    assert texts(parts)[-1].text.startswith("and ")
    assert WallView("parking", "Put aside", note="Nothing").parked == ()
