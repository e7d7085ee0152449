"""A room that does anything in any order: what must hold at every moment of a workshop."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from support.workshops import NOW, PACK, VOTE, fresh, room, votes

from cxaudit.app import ballots, closing, parking, room_clock, rounds, steps, workshop
from cxaudit.app.room import Outcome, Refusal, RoomSession, Step, room_session
from cxaudit.app.wall import wall
from cxaudit.app.workspace import Workspace
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.edits import apply
from cxaudit.domain.workshop import Ballot, GroupVotes, Method, Room, Round, Talk, Vote

PRACTICES = st.sampled_from([*PACK.practices])
GROUP = st.sampled_from(["", "leaders", "front"])
LEVEL = st.integers(1, 5)
PARTS: tuple[closing.Part, ...] = ("low", "high", "settle", "dissent")


def grouped(leaders: int, front: int) -> Room:
    return room(method="tally", leaders=leaders, front=front)


ROOMS = st.one_of(
    st.builds(room, st.integers(1, 4), st.sampled_from(["cards", "ballot", "tally"])),
    st.builds(grouped, st.integers(1, 3), st.integers(0, 3)),
)


def others(ballot: Ballot | None) -> Ballot | None:
    """Other votes, as many of each group."""
    if ballot is None:
        return None
    turned = tuple(GroupVotes(group=g.group, votes=(5,) * len(g.votes)) for g in ballot.groups)
    return ballot.model_copy(update={"groups": turned})


class RoomMachine(RuleBasedStateMachine):
    """The window's part: it performs edits in a workspace, keeps the ballot, and undoes."""

    def __init__(self) -> None:
        super().__init__()
        self.workspace = Workspace(fresh().assessment, PACK)
        self.ballot: Ballot | None = None
        self.record: dict[str, tuple[Round, ...]] = {}
        self.journal: list[Assessment] = [self.workspace.assessment]
        self.now = NOW

    @property
    def at(self) -> RoomSession:
        return room_session(PACK, self.workspace.assessment, self.ballot)

    def do(self, outcome: Outcome) -> None:
        if isinstance(outcome, Refusal):
            return
        before = self.at
        if outcome.edit is not None:
            self.workspace.perform(outcome.edit, "step")
            self.journal.append(apply(self.journal[-1], outcome.edit))
        self.ballot = outcome.ballot
        assert self.at == before.after(outcome)

    @initialize(chosen=ROOMS)
    def begin(self, chosen: Room) -> None:
        self.do(workshop.start(self.at, chosen, self.now))
        self.workspace = Workspace(self.workspace.assessment, PACK)  # nobody undoes the start

    @rule(vote=VOTE, group=GROUP)
    def cast(self, vote: Vote, group: str) -> None:
        self.do(ballots.cast(self.at, vote, group))

    @rule(panel=votes(12, 12), last=st.booleans())
    def vote_and_reveal(self, panel: list[Vote], *, last: bool) -> None:
        self.do(rounds.vote_again(self.at) if self.at.answer.revealed else steps.forward(self.at))
        for group, missing in rounds.outstanding(self.at).items():
            for vote in panel[: max(0, missing)]:
                self.do(ballots.cast(self.at, vote, group))
        if last:
            self.do(rounds.reveal(self.at))

    @rule(old=VOTE, new=VOTE, group=GROUP)
    def correct(self, old: Vote, new: Vote, group: str) -> None:
        self.do(ballots.correct(self.at, old, new, group))

    @rule(level=LEVEL, count=st.integers(0, 4), group=GROUP)
    def type_counts(self, level: int, count: int, group: str) -> None:
        one, two, three, four, five = (count if k == level else 0 for k in range(1, 6))
        self.do(ballots.set_counts(self.at, ballots.Counts((one, two, three, four, five)), group))

    @rule()
    def restart(self) -> None:
        self.do(ballots.restart(self.at))

    @rule()
    def forward(self) -> None:
        self.do(steps.forward(self.at))

    @rule()
    def back(self) -> None:
        self.do(steps.back(self.at))

    @rule()
    def reveal(self) -> None:
        self.do(rounds.reveal(self.at))

    @rule()
    def vote_again(self) -> None:
        self.do(rounds.vote_again(self.at))

    @rule(practice=PRACTICES)
    def go(self, practice: str) -> None:
        self.do(steps.open_question(self.at, practice))

    @rule()
    def go_on(self) -> None:
        self.do(steps.next_open(self.at))

    @rule(low=LEVEL, high=LEVEL)
    def lock_without_agreement(self, low: int, high: int) -> None:
        self.do(closing.lock_open(self.at, min(low, high), high, "not all see it so"))

    @rule(level=LEVEL)
    def lock(self, level: int) -> None:
        self.do(closing.lock_agreed(self.at, level, "seen on the spot") if level > 2 else closing.lock_votes(self.at))

    @rule(part=st.sampled_from(PARTS), text=st.sampled_from(["", "not in the north"]))
    def say(self, part: closing.Part, text: str) -> None:
        self.do(closing.record_talk(self.at, self.at.practice, part, text))

    @rule()
    def unlock(self) -> None:
        self.do(closing.unlock(self.at, "new evidence"))

    @rule(present=st.integers(0, 5), group=GROUP)
    def come_or_leave(self, present: int, group: str) -> None:
        self.do(workshop.set_present(self.at, present, group))

    @rule(method=st.sampled_from(["cards", "ballot", "tally", "files"]))
    def vote_otherwise(self, method: Method) -> None:
        self.do(workshop.set_method(self.at, method))

    @rule(seconds=st.integers(0, 500))
    def time(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.do(room_clock.toggle_timer(self.at, self.now))

    @rule()
    def park_and_end(self) -> None:
        self.do(parking.park(self.at, "who owns the pay rules?"))
        self.do(workshop.end_session(self.at))

    @rule()
    def end_and_begin_again(self) -> None:
        for place in range(len(self.at.workshop.parked)):
            self.do(parking.drop(self.at, place))
        self.do(workshop.end_session(self.at))
        self.do(workshop.start(self.at, room(2), self.now))

    @rule()
    def undo(self) -> None:
        if (changes := self.workspace.undo()) is not None:
            self.journal.append(apply(self.journal[-1], changes.edit))

    @rule()
    def redo(self) -> None:
        if (changes := self.workspace.redo()) is not None:
            self.journal.append(apply(self.journal[-1], changes.edit))

    @invariant()
    def the_wall_tells_nothing_unrevealed(self) -> None:
        shown = wall(self.at)
        assert wall(room_session(PACK, self.workspace.assessment, others(self.at.ballot))) == shown
        if shown.phase in {"read", "vote"}:
            assert (shown.rounds, shown.prompts, shown.gap, shown.lock) == ((), (), None, None)
        if shown.phase == "locked":
            assert shown.lock is not None

    @invariant()
    def rounds_only_grow(self) -> None:
        for practice, answer in self.workspace.assessment.answers.items():
            old = self.record.get(practice, ())
            assert answer.rounds[: len(old)] == old
            self.record[practice] = answer.rounds

    @invariant()
    def the_journal_holds_what_is_at_hand_and_no_vote_that_waits(self) -> None:
        assert self.journal[-1] == self.workspace.assessment
        assert Assessment.model_validate_json(self.journal[-1].model_dump_json()) == self.journal[-1]
        for answer in self.workspace.assessment.answers.values():
            assert answer.votes is None or answer.votes in {found.votes for found in answer.rounds}

    @invariant()
    def a_dissent_note_stands_in_one_place(self) -> None:
        for answer in self.workspace.assessment.answers.values():
            assert answer.talk != Talk()
            assert answer.lock is None or answer.talk is None or not answer.talk.dissent

    @invariant()
    def a_lock_stands_on_votes(self) -> None:
        for answer in self.workspace.assessment.answers.values():
            if answer.lock is not None:
                assert answer.votes == answer.rounds[-1].votes
                assert answer.agreed == answer.lock.level

    @invariant()
    def votes_that_wait_are_never_more_than_people(self) -> None:
        at = self.at
        if at.ballot is not None and at.workshop.room.method != "cards":
            assert all(len(at.ballot.votes(g)) <= n for g, n in at.workshop.room.seats.items())
        if isinstance(at.ballot, Ballot):
            assert Ballot.model_validate_json(at.ballot.model_dump_json()) == at.ballot


RoomMachine.TestCase.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
TestRoom = RoomMachine.TestCase


def test_a_step_without_an_edit_leaves_the_assessment() -> None:
    at = fresh()
    assert at.after(Step(None, None)) == at
