"""What may be seen: before a reveal no two rooms with as many votes in look different."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import given as over
from hypothesis import strategies as st
from support.workshops import NOW, begun, done, given, revealed, room, votes, voting

from cxaudit.app.ballots import Counts, set_counts
from cxaudit.app.closing import lock_open
from cxaudit.app.room import RoomSession, room_session
from cxaudit.app.room_clock import toggle_timer
from cxaudit.app.rounds import reveal, vote_again
from cxaudit.app.steps import back, forward
from cxaudit.app.wall import ShownRound, WallState, wall
from cxaudit.domain.workshop import Lock, Timer, Vote

PAIRS = st.integers(1, 25).flatmap(lambda n: st.tuples(votes(n, n), votes(n, n)))
SPLIT: list[Vote] = [1, 1, 1, 5, 5, 5]


@over(PAIRS, st.integers(0, 5), st.sampled_from(["", "again"]))
def test_before_a_reveal_the_wall_shows_the_number_alone(
    panels: tuple[list[Vote], list[Vote]], missing: int, before: str
) -> None:
    one, other = panels
    at = voting(of=room(len(one) + missing, "tally"))
    if before:
        at = given(at, [2] * (len(one) + missing))
        at = done(at, reveal(at))
        at = done(at, vote_again(at))
    shown, twin = wall(given(at, one)), wall(given(at, other))
    assert shown == twin
    assert repr(shown) == repr(twin)
    assert shown == WallState(at.practice, "vote", len(one) + missing, len(one), at.workshop.timer)


@over(st.tuples(*[st.integers(0, 4)] * 5), st.tuples(*[st.integers(0, 4)] * 5))
def test_of_counted_cards_the_wall_tells_no_number_until_all_are_typed(
    one: tuple[int, int, int, int, int], other: tuple[int, int, int, int, int]
) -> None:
    at = voting(of=room(10, "cards"))

    def typed(levels: tuple[int, int, int, int, int]) -> WallState:
        return wall(done(at, set_counts(at, Counts(levels))))

    assume(sum(one) != 10 != sum(other))
    assert typed(one) == typed(other)
    assert typed(one).given is None
    assert typed((10, 0, 0, 0, 0)) == typed((2, 2, 2, 2, 2))
    assert typed((10, 0, 0, 0, 0)).given == 10


def test_a_wall_follows_the_room() -> None:
    at = begun(of=room(6))
    assert wall(at) == WallState(at.practice, "read", 6, None, Timer(left=240))
    at = done(at, forward(at))
    assert wall(at).given == 0
    at = given(done(at, toggle_timer(at, NOW)), SPLIT)
    assert (wall(at).given, wall(at).timer) == (6, Timer(left=240, since=NOW.isoformat()))
    at = done(at, reveal(at))
    shown = wall(at)
    assert (shown.given, shown.rounds) == (None, (ShownRound("ballot", (1, 1, 1, 5, 5, 5)),))
    assert [prompt.kind for prompt in shown.prompts] == ["split", "two camps", "outlier", "wide", "low agreement"]
    at = done(at, lock_open(at, 1, 5))
    assert wall(at).lock == Lock(kind="none", lowest=1, highest=5)
    assert wall(done(at, back(at))).lock is None


def test_groups_are_told_apart_only_where_each_is_large_enough() -> None:
    def shown(front: int) -> WallState:
        at = voting(of=room(method="tally", leaders=5, front=front))
        at = given(given(at, [4] * 5, "leaders"), [2] * front, "front")
        return wall(done(at, reveal(at)))

    assert shown(4).gap is None
    gap = shown(5).gap
    assert gap is not None
    assert (gap.gap, gap.lower, gap.higher) == (2, "front", "leaders")
    assert "leaders" not in repr(shown(4))


def test_votes_that_belong_to_another_question_are_not_counted_on_the_wall() -> None:
    at = revealed([3])
    other: RoomSession = room_session(at.pack, at.assessment, None)
    again = done(other, vote_again(other))
    assert wall(again).given == 0
