"""The map of disagreement: most split first, and nothing of a question that the wall hides."""

from __future__ import annotations

from support.workshops import FIRST, SECOND, THIRD, begun, done, revealed, room, vote_on

from cxaudit.app.closing import lock_votes
from cxaudit.app.rounds import vote_again
from cxaudit.app.steps import back
from cxaudit.presentation.disagreement import split_lines


def test_the_most_split_question_comes_first() -> None:
    session = begun(of=room(4))
    session = vote_on(session, FIRST, [3, 3, 3, 4])
    session = vote_on(session, SECOND, [1, 1, 5, 5])
    session = done(session, lock_votes(session))
    session = vote_on(session, THIRD, ["dk", "dk", "-", "-"])
    lines = split_lines(session)
    assert [line.practice for line in lines] == [SECOND, FIRST, THIRD]
    assert lines[0].counts == (2, 0, 0, 0, 2)
    assert lines[0].closed
    assert not lines[1].closed
    assert lines[1].title.startswith("1. ")


def test_what_the_wall_hides_is_not_on_the_map() -> None:
    session = revealed([1, 3, 5])
    assert len(split_lines(session)) == 1
    assert split_lines(done(session, back(session))) == ()
    assert split_lines(done(session, vote_again(session))) == ()
    assert split_lines(begun()) == ()
