"""Before the reveal nothing tells a vote: two rooms that voted otherwise cannot be told apart by anything readable."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QImage
from pytestqt.qtbot import QtBot
from support.console import begin, everything_readable, kept, press
from support.prework import filled
from support.program import Hands, running

from cxaudit.app.merge import Merge, merge
from cxaudit.app.merge_files import ChosenFile, ReadFile, read_file
from cxaudit.app.new_audit import new_engagement
from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import Method, Room
from cxaudit.ui.screens.console import ConsoleScreen
from cxaudit.ui.widgets import announce as announce_module
from cxaudit.ui.widgets.ballot_pad import BallotPad, TallyPad

KEY = Qt.Key
PEOPLE = 5
_TIMES = re.compile(r"\d{1,2}:\d\d(:\d\d)?")
_NAMES = re.compile(r"[0-9a-f]{8,}")


class Seen:
    """All that one room gave away: texts, what was said aloud, log lines, names of files, and pictures of the parts."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.heard: list[str] = []
        self.pictures: list[QImage] = []

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - stands in for Qt's
        """Hear what a screen reader would say."""
        self.heard.append(event.message())

    def look(self, screen: ConsoleScreen, home: Path, log: pytest.LogCaptureFixture) -> None:
        """Take down what there is now."""
        parts = screen.parts
        found = [*everything_readable(), *self.heard, *log.messages, *(path.name for path in home.rglob("*"))]
        self.texts += sorted(_NAMES.sub("*", _TIMES.sub("*", text.replace(str(home), "*"))) for text in found)
        shown = (parts.strip, parts.mirror, parts.phases, parts.table, parts.ballot, parts.tally, parts.foot)
        self.pictures += [part.grab().toImage() for part in shown]


def see(home: Path, method: Method, votes: str, log: pytest.LogCaptureFixture) -> Seen:
    """Let a room vote from the keyboard, and take down what can be seen after each vote and at the end."""
    log.clear()
    seen, hands = Seen(), Hands()
    ear = pytest.MonkeyPatch.context()
    with running(home) as program, log.at_level(logging.DEBUG), ear as patch:
        patch.setattr(announce_module, "QAccessible", seen)
        screen = begin(program, Room(present=PEOPLE, method=method))
        press(program, hands, KEY.Key_PageDown)
        for vote in votes:
            if method == "ballot":
                press(program, hands, KEY.Key_Space)
            press(program, hands, vote)
            seen.look(screen, home, log)
            if method == "ballot":
                press(program, hands, KEY.Key_Return)
            seen.look(screen, home, log)
        press(program, hands, KEY.Key_PageUp)
        kept(program)
        seen.look(screen, home, log)
        assert program.window.session.room.at.waiting is not None
    assert seen.heard
    return seen


@pytest.mark.parametrize("method", ["ballot", "tally"])
def test_nothing_tells_a_vote_before_the_reveal(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, method: Method
) -> None:
    del qtbot
    one = see(tmp_path / "one" / "home", method, "11155", caplog)
    other = see(tmp_path / "two" / "home", method, "43202", caplog)
    assert one.texts == other.texts
    assert one.pictures == other.pictures


@pytest.mark.parametrize("leak", ["tooltip", "accessible name", "title", "said", "log", "file", "picture"])
def test_a_console_that_tells_votes_is_found_out(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, leak: str
) -> None:
    del qtbot
    honest = ConsoleScreen.refresh

    def write(votes: str) -> None:
        for home in tmp_path.glob("*/home"):
            (home / f"votes {votes}").touch()

    def telling(screen: ConsoleScreen) -> None:
        honest(screen)
        waiting, parts = screen.room.shown.waiting if screen.room.shown else None, screen.parts
        votes = "".join(str(vote) for vote in waiting.votes()) if waiting else ""
        tells: dict[str, Callable[[], object]] = {
            "tooltip": lambda: parts.ballot.setToolTip(votes),
            "accessible name": lambda: parts.tally.setAccessibleName(votes),
            "title": lambda: screen.window().setWindowTitle(votes),
            "said": lambda: announce_module.announce(screen, votes),
            "log": lambda: logging.getLogger("cxaudit").debug(votes),
            "file": lambda: write(votes),
            "picture": lambda: parts.foot.setContentsMargins(votes.count("1"), 0, 0, 0),
        }
        tells[leak]()

    monkeypatch.setattr(ConsoleScreen, "refresh", telling)
    one = see(tmp_path / "one" / "home", "tally", "11155", caplog)
    other = see(tmp_path / "two" / "home", "tally", "43202", caplog)
    assert one.texts != other.texts or one.pictures != other.pictures


def see_files(home: Path, log: pytest.LogCaptureFixture, *, turned: bool) -> Seen:
    """Merge what five people answered beforehand, on a scale that may be turned, and look at every question."""
    log.clear()
    seen = Seen()
    with running(home) as program, log.at_level(logging.DEBUG):
        session = program.window.session
        screen = begin(program, Room(present=PEOPLE))
        files = [file(session.services.packs.newest(), person, turned=turned) for person in range(PEOPLE)]
        found = merge(session.room.at, files)
        assert isinstance(found, Merge)
        session.room.do(found.step)
        kept(program)
        seen.look(screen, home, log)
        for practice in session.room.at.asked:
            session.go_to_question(practice)
            kept(program)
            seen.look(screen, home, log)
        assert all(session.assessment.answer(practice).rounds for practice in session.room.at.asked)
    return seen


def file(of: Pack, person: int, *, turned: bool) -> ReadFile:
    """One person's answers; turned, a 1 is a 5: the room is split on the same questions, and as much."""
    answers = {
        practice: Answer(level=6 - answer.level if turned and answer.level else answer.level)
        for practice, answer in filled(of, person).items()
    }
    audit = new_engagement(of, "quick", date(2026, 11, 20)).newest.model_copy(update={"answers": answers})
    return read_file(ChosenFile(Path(f"{person}.cxaudit"), f"Person {person}"), audit, of)


def test_nothing_tells_what_was_answered_beforehand(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    del qtbot
    one = see_files(tmp_path / "one" / "home", caplog, turned=False)
    other = see_files(tmp_path / "two" / "home", caplog, turned=True)
    assert one.texts == other.texts
    assert one.pictures == other.pictures


def test_a_console_that_tells_what_was_answered_beforehand_is_found_out(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    honest = ConsoleScreen.refresh

    def telling(screen: ConsoleScreen) -> None:
        honest(screen)
        screen.setToolTip(str([found.votes for found in screen.room.at.answer.rounds]))

    monkeypatch.setattr(ConsoleScreen, "refresh", telling)
    one = see_files(tmp_path / "one" / "home", caplog, turned=False)
    assert one.texts != see_files(tmp_path / "two" / "home", caplog, turned=True).texts


def test_the_pads_keep_no_vote_but_the_one_that_is_being_given(qtbot: QtBot) -> None:
    ballot, tally = BallotPad(), TallyPad()
    for pad in (ballot, tally):
        qtbot.addWidget(pad)
    qtbot.keyClick(ballot, KEY.Key_Space)
    qtbot.keyClick(ballot, KEY.Key_4)
    ballot.forget()
    assert 4 not in vars(ballot).values()
