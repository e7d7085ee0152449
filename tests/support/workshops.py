"""Workshops in a few words: rooms, sessions that take steps, and votes at random."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st
from support.builders import assess, pack, practice

from cxaudit.app.ballots import cast
from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, room_session
from cxaudit.app.rounds import reveal
from cxaudit.app.steps import forward, open_question
from cxaudit.app.workshop import start
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import GroupVotes, Method, Room, RoomGroup, Round, Vote, Workshop, in_order

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=1)))
PACK = pack([practice(f"mission.p{n}", f"M{n}", quick=n < 4, may_not_apply=n == 3) for n in range(1, 6)])
FIRST, SECOND, THIRD, FOURTH, FIFTH = PACK.practices

VOTE: st.SearchStrategy[Vote] = st.sampled_from([1, 2, 3, 4, 5, "dk", "na", "-"])


def votes(least: int = 1, most: int = 25) -> st.SearchStrategy[list[Vote]]:
    return st.lists(VOTE, min_size=least, max_size=most)


def room(present: int = 3, method: Method = "ballot", **groups: int) -> Room:
    """With groups, those present are their sum."""
    seats = tuple(RoomGroup(label=label, present=count) for label, count in groups.items())
    return Room(present=sum(groups.values()) or present, groups=seats, method=method)


def fresh(asked: Pack = PACK) -> RoomSession:
    return room_session(asked, assess(asked, {}))


def done(session: RoomSession, outcome: Outcome) -> RoomSession:
    """The session after a step that has to work."""
    assert isinstance(outcome, Step), outcome
    return session.after(outcome)


def refused(outcome: object) -> Refusal:
    assert isinstance(outcome, Refusal), outcome
    return outcome


def begun(
    at: str = "", now: datetime = NOW, *, of: Room | None = None, session: RoomSession | None = None
) -> RoomSession:
    before = session or fresh()
    return done(before, start(before, of or room(), now, at))


def voting(at: str = "", *, of: Room | None = None, session: RoomSession | None = None) -> RoomSession:
    found = begun(at, of=of, session=session)
    return done(found, forward(found))


def given(session: RoomSession, panel: Sequence[Vote], group: str = "") -> RoomSession:
    for vote in panel:
        session = done(session, cast(session, vote, group))
    return session


def revealed(panel: Sequence[Vote], at: str = "", method: Method = "ballot") -> RoomSession:
    """A session that has just revealed these votes."""
    found = given(voting(at, of=room(len(panel), method)), panel)
    return done(found, reveal(found))


def vote_on(session: RoomSession, practice_id: str, panel: Sequence[Vote]) -> RoomSession:
    """Go to a question, vote on it and reveal."""
    session = done(session, open_question(session, practice_id))
    session = given(done(session, forward(session)), panel)
    return done(session, reveal(session))


def voted_room(audit: Assessment, asked: Pack, people: int, rounds: int, at: str) -> Assessment:
    """An audit in the middle of a tally: each question with so many rounds on file, none closed."""
    answers: dict[str, Answer] = {}
    for place, one in enumerate(asked.asked(audit.mode)):
        on_file = tuple(
            Round(method="tally", groups=(GroupVotes(votes=in_order(_panel(people, place + turn))),))
            for turn in range(rounds)
        )
        answers[one.id] = Answer(votes=on_file[-1].votes, rounds=on_file, revision=one.revision)
    workshop = Workshop(room=Room(present=people, method="tally"), at=at, phase="reveal", started=NOW.isoformat())
    return audit.model_copy(update={"answers": answers, "workshop": workshop})


def _panel(people: int, seed: int) -> tuple[Vote, ...]:
    given: tuple[Vote, ...] = (1, 2, 3, 4, 5, "dk")
    return tuple(given[(seed + person * person) % len(given)] for person in range(people))
