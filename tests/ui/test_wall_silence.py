"""Before a reveal the audience window is the same for any two ballots with as many votes: picture, words, title."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import find, settings
from hypothesis import given as forall
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from support.console import readable
from support.program import settle
from support.workshops import NOW, VOTE, given, room, voting

from cxaudit.app.room import RoomSession
from cxaudit.domain.workshop import Method, Vote
from cxaudit.presentation.wall import Seats, WallView, wall_view
from cxaudit.ui.app import make_application
from cxaudit.ui.wall.window import AudienceWindow

METHODS: tuple[Method, ...] = ("ballot", "tally", "cards")
Ballots = tuple[list[tuple[Vote, Vote]], int, Method]
PAIRS = st.tuples(st.lists(st.tuples(VOTE, VOTE), min_size=1, max_size=25), st.integers(0, 3), st.sampled_from(METHODS))


@pytest.fixture(scope="module")
def window() -> Iterator[AudienceWindow]:
    make_application([])
    made = AudienceWindow()
    made.resize(640, 360)
    made.show()
    settle()
    yield made
    made.hide()
    made.deleteLater()
    settle()


def perceived(window: AudienceWindow, view: WallView) -> tuple[QImage, tuple[str, ...]]:
    """All that can be seen, read or heard of the window."""
    window.paint.render_view(view)
    settle(1)
    return window.grab().toImage(), tuple(text for part in (window, window.paint) for text in readable(part))


def view_of(session: RoomSession) -> WallView:
    return wall_view(session, NOW)


def is_silent(window: AudienceWindow, ballots: Ballots, of: Callable[[RoomSession], WallView]) -> bool:
    pairs, missing, method = ballots
    session = voting(of=room(len(pairs) + missing, method))
    one, other = (perceived(window, of(given(session, panel))) for panel in zip(*pairs, strict=True))
    return one == other


@forall(PAIRS)
@settings(max_examples=40)
def test_nobody_can_tell_two_ballots_apart(window: AudienceWindow, ballots: Ballots) -> None:
    assert is_silent(window, ballots, view_of)


def counts_levels(session: RoomSession) -> WallView:
    """A wall that leaves those out who do not know."""
    assert session.waiting is not None
    known = [vote for vote in session.waiting.votes() if isinstance(vote, int)]
    return replace(view_of(session), seats=Seats(len(known), session.workshop.room.present))


def says_the_first(session: RoomSession) -> WallView:
    """A wall whose note tells the lowest vote, which is in its words and not in its picture."""
    assert session.waiting is not None
    return replace(view_of(session), note=str(session.waiting.votes()[0]))


@pytest.mark.parametrize("leak", [counts_levels, says_the_first])
def test_a_wall_that_leaks_would_be_found(window: AudienceWindow, leak: Callable[[RoomSession], WallView]) -> None:
    found = find(PAIRS, lambda ballots: not is_silent(window, ballots, leak), settings=settings(max_examples=200))
    assert not is_silent(window, found, leak)


def test_the_window_says_what_the_wall_shows_and_its_title_stays(qtbot: QtBot, window: AudienceWindow) -> None:
    del qtbot
    titles: set[str] = set()
    for view in (view_of(given(voting(), (1, 5))), WallView("blank"), WallView("ended", "Thank you")):
        _picture, words = perceived(window, view)
        assert ("2 of 3 in." in " ".join(words)) == (view.kind == "vote")
        titles.add(window.windowTitle())
    assert len(titles) == 1
