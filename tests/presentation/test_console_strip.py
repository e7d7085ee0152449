"""The strip beside the wall in words: what the keys do now, and no vote before its time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import find, settings
from hypothesis import given as forall
from hypothesis import strategies as st
from support.workshops import FIRST, NOW, done, given, revealed, room, voting

from cxaudit.app.ballots import Counts, set_counts
from cxaudit.app.room import RoomSession
from cxaudit.app.steps import forward, open_question
from cxaudit.presentation.console import console_view, foot
from cxaudit.presentation.console_strip import AtHand, strip_words
from cxaudit.presentation.wall import wall_view

Words = tuple[str, str]
COUNTS = st.tuples(*(st.integers(0, 4) for _level in range(5)))


def words(session: RoomSession, at: AtHand | None = None) -> Words:
    view = console_view(session)
    return strip_words(view, foot(view, wall_view(session, NOW).band), at or AtHand())


def counted(*levels: int) -> RoomSession:
    """Cards of twenty people are being counted."""
    one, two, three, four, five = levels
    session = voting(of=room(20, "cards"))
    return done(session, set_counts(session, Counts((one, two, three, four, five))))


def test_cards_tell_which_field_is_typed_in_and_not_what() -> None:
    session = counted(5, 0, 0, 0, 0)
    hidden = "Counts stay hidden until the reveal."
    assert words(session) == ("Cards", hidden)
    assert words(session, AtHand("1", filled=True)) == ("Cards with 1: typed", hidden)
    assert words(session, AtHand("2")) == ("Cards with 2: type the count", hidden)
    assert words(counted(5, 5, 5, 5, 0))[1] == "All votes are in. Reveal them when the room is ready."


@pytest.mark.parametrize("method", ["ballot", "tally"])
def test_ballots_tell_what_the_voter_does_and_how_many_are_in(method: str) -> None:
    session = given(voting(of=room(3, method)), [2, 5])  # pyright: ignore[reportArgumentType]
    assert words(session, AtHand("Now your digit")) == ("Now your digit", "2 of 3 in")
    assert words(session)[1] == "2 of 3 in"


def test_what_the_room_says_is_shown_as_it_is_typed() -> None:
    session = revealed([1, 1, 5])
    assert words(session)[0].startswith("Split")
    assert words(session, AtHand("Dissent note", "two doubt\nit")) == ("Dissent note", "two doubt it")
    long = words(session, AtHand("Dissent note", "word " * 40 + "end"))[1]
    assert (long[0], long[-3:], len(long)) == ("…", "end", 61)


def test_votes_that_wait_elsewhere_are_told() -> None:
    session = given(voting(FIRST), [2])
    session = done(session, open_question(session, "mission.p2"))
    session = done(session, forward(session))
    assert words(session)[0] == "Votes wait elsewhere"


Same = Callable[[RoomSession, AtHand], Words]


def is_silent(pair: tuple[tuple[int, ...], tuple[int, ...]], of: Same) -> bool:
    """Whether two counts of the same cards, neither of them complete, cannot be told apart."""
    one, other = (of(counted(*levels), AtHand("3", filled=True)) for levels in pair)
    return one == other


def uncomplete(levels: tuple[int, ...]) -> bool:
    return 0 < sum(levels) < 20


PAIRS = st.tuples(COUNTS.filter(uncomplete), COUNTS.filter(uncomplete))


@forall(PAIRS)
def test_the_strip_tells_no_count(pair: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    assert is_silent(pair, words)


def tells_what_is_missing(session: RoomSession, at: AtHand) -> Words:
    """A strip as the console's foot is: it says by how many the cards differ from those present."""
    view = console_view(session)
    return at.words, foot(view, None).text


def test_a_strip_that_tells_what_is_missing_would_be_found() -> None:
    found = find(PAIRS, lambda pair: not is_silent(pair, tells_what_is_missing), settings=settings(max_examples=200))
    assert not is_silent(found, tells_what_is_missing)
