"""Before a reveal no file of the program holds a vote but the ballot box: journal, document, backup, settings, names.

Two rooms that vote otherwise leave the same bytes everywhere else; and a program that journals its ballots is caught.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.documents import StandingClock, engagement
from support.workshops import NOW, done, room, votes

from cxaudit.app.ballots import cast
from cxaudit.app.ports import OpenDocument
from cxaudit.app.room import RoomSession, Step, room_session
from cxaudit.app.rounds import reveal
from cxaudit.app.steps import forward
from cxaudit.app.workshop import start
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit
from cxaudit.domain.workshop import Ballot, Vote
from cxaudit.storage.ballot_box import BallotFiles
from cxaudit.storage.folders import Folders
from cxaudit.storage.library import Library

TELLTALE: list[Vote] = [2, 5, 1, 4, 4, 1, 5, 1, 2, 4, "dk", 4, 1, 5, "na", 4]
"""Sorted it is 1 1 1 1 2 2 4 4 4 4 4 5 5 5 dk na: a row that nothing else writes."""

Keep = Callable[[OpenDocument, RoomSession, Ballot], None]


class Program:
    """The window's part in a room of people, on files."""

    def __init__(self, home: Path, keep: Keep | None = None) -> None:
        self.places = Folders.under(home)
        self.library = Library(self.places, StandingClock())
        self.box = BallotFiles(self.places.ballots)
        self.path = self.places.documents / "Audit.cxaudit"
        self.keep = keep

    def make(self) -> None:
        self.library.create(self.path, engagement(p1=3)).close()

    def vote(self, panel: Sequence[Vote], *, to_the_end: bool = False) -> None:
        """Begin a session, vote, and close the program with the votes in, or go on to the reveal."""
        document = self.library.open(self.path)
        at = room_session(document.engagement.pack, document.engagement.newest)
        at = self.do(document, at, start(at, room(len(panel), "tally"), NOW))
        at = self.do(document, at, forward(at))
        for vote in panel:
            at = self.do(document, at, cast(at, vote))
            document.save()
        if to_the_end:
            self.do(document, at, reveal(at))
        document.close()

    def do(self, document: OpenDocument, at: RoomSession, step: object) -> RoomSession:
        assert isinstance(step, Step)
        if step.edit is not None:
            document.record(at.assessment.id, step.edit)
        document.flush()
        if step.ballot is not None:
            self.box.put(at.assessment.id, step.ballot)
            if self.keep is not None:
                self.keep(document, at, step.ballot)
        elif at.ballot is not None:
            self.box.empty(at.assessment.id)
        return done(at, step)


def files(home: Path) -> dict[str, bytes]:
    """Every file of a home folder but the ballot box, by name."""
    box = Folders.under(home).ballots
    found = [path for path in sorted(home.rglob("*")) if path.is_file() and box not in path.parents]
    return {str(path.relative_to(home)): path.read_bytes() for path in found}


def left(home: Path, base: Path, panel: Sequence[Vote], keep: Keep | None = None) -> dict[str, bytes]:
    """What a program that was closed with these votes in leaves in a home folder beside the box."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(base, home)
    Program(home, keep).vote(panel)
    return files(home)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with one document."""
    home = tmp_path_factory.mktemp("made") / "home"
    Program(home).make()
    return home


def telltale(data: bytes) -> bool:
    """Whether bytes hold the row of votes in any of the ways in which it could be written."""
    row = sorted(map(str, TELLTALE))
    plain = re.sub(rb"[^0-9a-z]+", b" ", data)
    typed = re.sub(rb"[^0-9]+", b" ", data)
    rows = (" ".join(row), " ".join(map(str, TELLTALE)))
    counts = [str(TELLTALE.count(k)) for k in (1, 2, 3, 4, 5)]
    return any(r.encode() in plain for r in rows) or " ".join(counts).encode() in typed


def journals_votes(document: OpenDocument, at: RoomSession, ballot: Ballot) -> None:
    document.record(at.assessment.id, AnswerEdit(practice=at.practice, answer=Answer(votes=ballot.votes())))
    document.flush()


def notes_counts(document: OpenDocument, at: RoomSession, ballot: Ballot) -> None:
    counts = [ballot.votes().count(level) for level in (1, 2, 3, 4, 5)]
    document.record(at.assessment.id, AnswerEdit(practice=at.practice, answer=Answer(note=json.dumps(counts))))
    document.flush()


def test_no_file_but_the_box_holds_the_votes(tmp_path: Path, base: Path) -> None:
    found = left(tmp_path / "home", base, TELLTALE)
    assert [name for name, data in found.items() if telltale(data) or telltale(name.encode())] == []
    assert any("journals" in name for name in found)
    assert b'"phase":"vote"' in b"".join(found.values())
    box = Folders.under(tmp_path / "home").ballots
    assert [telltale(path.read_bytes()) for path in box.rglob("ballot")] == [True]


def test_a_reveal_is_in_the_journal_and_the_box_is_empty(tmp_path: Path, base: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(base, home)
    Program(home).vote(TELLTALE, to_the_end=True)
    assert {Path(name).parts[0] for name, data in files(home).items() if telltale(data)} == {"data", "documents"}
    assert list(Folders.under(home).ballots.iterdir()) == []


@pytest.mark.parametrize("broken", [journals_votes, notes_counts])
def test_a_program_that_journals_its_ballots_is_caught(tmp_path: Path, base: Path, broken: Keep) -> None:
    found = left(tmp_path / "home", base, TELLTALE, broken)
    assert any(telltale(data) for data in found.values())
    assert found != left(tmp_path / "home", base, [3] * len(TELLTALE), broken)


@settings(max_examples=8)
@given(st.integers(1, 9).flatmap(lambda n: st.tuples(votes(n, n), votes(n, n))))
def test_two_rooms_that_vote_otherwise_leave_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, base: Path, panels: tuple[list[Vote], list[Vote]]
) -> None:
    home = tmp_path_factory.mktemp("room") / "home"
    assert left(home, base, panels[0]) == left(home, base, panels[1])


def test_votes_that_waited_are_there_when_the_program_comes_back(tmp_path: Path, base: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(base, home)
    Program(home).vote(TELLTALE)
    later = Program(home)
    document = later.library.open(later.path)
    newest = document.engagement.newest
    at = room_session(document.engagement.pack, newest, later.box.take(newest.id))
    assert (at.workshop.phase, at.waiting is not None and at.waiting.given) == ("vote", len(TELLTALE))
    at = later.do(document, at, reveal(at))
    document.close()
    assert sorted(map(str, at.answer.votes or ())) == sorted(map(str, TELLTALE))
    assert later.box.take(newest.id) is None
