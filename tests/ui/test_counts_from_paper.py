"""Counts of a workshop on paper, typed in by the printed steps, come to what an answers file of them tells."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.console import begin, in_dialog, kept, phase, press
from support.program import Hands

from cxaudit.app.answers_file import read_answers
from cxaudit.app.ports import HandoutOptions
from cxaudit.bootstrap import build_services
from cxaudit.domain.scoring import score
from cxaudit.domain.workshop import Room, RoomGroup
from cxaudit.presentation.handout import handout_view
from cxaudit.ui.app import Program

KEY = Qt.Key
SEATS = {"Leaders": 5, "Front line": 6}
ROOM = Room(present=11, groups=tuple(RoomGroup(label=g, present=n) for g, n in SEATS.items()))
ON_PAPER = """
mode = "quick"
[workshop]
groups = { Leaders = 5, "Front line" = 6 }
[[workshop.parked]]
text = "Who owns the pay rules?"
practice = "M1"
owner = "Ann"
due = 2027-01-15
[[answers.M1.rounds]]
groups = { Leaders = [4, 4, 5, 5, 5], "Front line" = [1, 1, 2, 2, 2, "dk"] }
[[answers.M1.rounds]]
groups = { Leaders = [3, 3, 3, 4, 4], "Front line" = [2, 2, 3, 3, 3, "-"] }
[answers.M1.talk]
low = "In the north nobody saw it."
high = "It is in the induction day."
settle = "Ten people at the depot in the north."
[answers.M1.lock]
kind = "agreed"
level = 3
reason = "Most teams use it."
dissent = "In the north it is unknown."
"""


def types(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def type_counts(program: Program, hands: Hands, *counts: str) -> None:
    """Type field by field; an empty text leaves a field as it is."""
    for count in counts:
        hands.digits(count)
        hands.press(KEY.Key_Tab)
    kept(program)


def type_in(program: Program, hands: Hands) -> None:
    """Do what the printed page says, with the keys of the console."""
    screen = begin(program, ROOM)
    press(program, hands, KEY.Key_PageDown)
    type_counts(program, hands, "", "", "", "2", "3", "", "", "2", "3", "", "", "", "1")
    press(program, hands, "r")
    for field, text in zip(
        screen.parts.talk.fields,
        ("In the north nobody saw it.", "It is in the induction day.", "Ten people at the depot in the north."),
        strict=False,
    ):
        field.take_focus()
        types(text)
    press(program, hands, KEY.Key_Escape)
    press(program, hands, "v")
    type_counts(program, hands, "", "", "3", "2", "", "", "", "", "2", "3", "", "", "", "1")
    press(program, hands, "r")
    press(program, hands, "d")
    types("In the north it is unknown.")
    press(program, hands, KEY.Key_Escape)
    in_dialog(hands, KEY.Key_3, "Most teams use it.", KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return)
    press(program, hands, "l")
    assert phase(program) == "locked"
    in_dialog(hands, "Who owns the pay rules?", KEY.Key_Return)
    press(program, hands, "p")
    in_dialog(hands, "Ann", KEY.Key_Tab, "2027-01-15", KEY.Key_Return)
    program.window.run("workshop_end")
    kept(program)


def test_the_printed_steps_lead_to_the_same_audit_as_the_answers_file(
    program: Program, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    type_in(program, hands)
    session = program.window.session
    told = read_answers(ON_PAPER.encode(), "toml", "paper.toml", build_services().packs).assessment
    practice = session.pack.by_code["M1"].id
    typed, read = session.assessment.answer(practice), told.answer(practice)
    assert (typed.rounds, typed.lock, typed.talk, typed.votes) == (read.rounds, read.lock, read.talk, read.votes)
    assert session.assessment.workshop is not None
    assert told.workshop is not None
    assert session.assessment.workshop.ended
    assert session.assessment.workshop.parked == told.workshop.parked
    assert session.workspace.scorecard.practices[practice] == score(session.pack, told).practices[practice]
    session.report.write(tmp_path / "report.pdf")
    qtbot.waitUntil((tmp_path / "report.pdf").exists, timeout=30_000)
    pages = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    assert [said for said in ON_PAPER.split('"')[1::2] if said.endswith((".", "?")) and said not in text] == []


def test_the_printed_page_names_every_step(program: Program) -> None:
    session = program.window.session
    session.start_quick_audit()
    steps = " ".join(handout_view(session.pack, session.assessment, HandoutOptions(ROOM)).entry.steps)
    for word in ("people and groups", "vote", "cards", "Reveal", "second round", "Close", "parked"):
        assert word in steps
