"""Results and plan at the size of a full audit: claimed against shown, many red flags, long lanes, the guess last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from support.program import Hands, fill, focusable, settle
from support.shown import at_full_results, clipped_at_all_sizes, in_dialog, shown, unnamed

from cxaudit.domain.assessment import Answer
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.proofs import ProofSheet
from cxaudit.ui.screens.plan import PlanScreen
from cxaudit.ui.screens.results import ResultsScreen
from cxaudit.ui.screens.what_if import WhatIfScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.finding_rows import FlagRow
from cxaudit.ui.widgets.plan_card import PlanCard
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key
LONG = "The Royal and Ancient Company of Water Carriers, " * 3


def lowest(program: Program) -> Session:
    """A full audit with every answer at the lowest level: the most flags and the most actions."""
    newest = program.window.session.services.packs.newest()
    return at_full_results(program, {p: Answer(level=1) for p in newest.practices}, organisation=LONG)


def texts(screen: ResultsScreen | PlanScreen) -> list[str]:
    return [part.text() for part in screen.findChildren(Text) if part.isVisible()]


def test_claimed_against_shown_opens_and_leads_to_the_answer(program: Program, hands: Hands) -> None:
    session = at_full_results(program)
    screen = shown(program, ResultsScreen)
    (row,) = screen.findings.proof.rows
    row.setFocus()
    hands.press(KEYS.Key_Return)
    (sheet,) = program.window.findChildren(ProofSheet)
    assert sheet.title.text() == row.text()
    assert unnamed(sheet) == []
    hands.press(KEYS.Key_Tab)
    assert QApplication.focusWidget() is sheet.buttons[0]
    hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Return)
    assert session.place == "answer"


def test_without_high_levels_there_is_no_such_card(program: Program) -> None:
    lowest(program)
    screen = shown(program, ResultsScreen)
    assert screen.findings.proof.rows == []
    assert not screen.findings.proof.isVisible()


def test_what_the_numbers_rest_on_stands_under_the_profile(program: Program) -> None:
    at_full_results(program)
    firm = shown(program, ResultsScreen).profile.firm.text()
    assert firm.startswith("One answer moving one level is 0.17 to ")
    assert "Doubling the weight of any one dimension" in firm


def test_the_guess_is_told_last_and_only_where_there_is_one(program: Program) -> None:
    session = at_full_results(program, prediction=4)
    told = [text for text in texts(shown(program, ResultsScreen)) if "the guess was" in text]
    assert told == ["Before the first question the guess was level 4 Used; the answers give level 2 Started."]
    session.predict(None)
    settle()
    assert not [text for text in texts(shown(program, ResultsScreen)) if "the guess was" in text]


def test_the_guess_is_not_told_before_the_review_was_accepted(program: Program) -> None:
    session = program.window.session
    session.start_quick_audit()
    session.predict(5)
    fill(session, "433202311220313")
    settle()
    for page in (program.window, *program.window.screens.values()):
        assert not [part for part in page.findChildren(Text) if "the guess was" in part.text()]
    session.accept_review()
    settle()
    assert [text for text in texts(shown(program, ResultsScreen)) if "the guess was level 5" in text]


def test_many_red_flags_are_a_list_and_each_is_explained(program: Program, hands: Hands) -> None:
    lowest(program)
    screen = shown(program, ResultsScreen)
    rows = [part for part in screen.findChildren(FlagRow) if part.isVisible()]
    assert len(rows) >= 6
    opened: list[str] = []

    def read_it(dialog: QDialog) -> None:
        opened.append(dialog.windowTitle())

    in_dialog(read_it)
    rows[-1].setFocus()
    hands.press(KEYS.Key_Return)
    assert opened == [rows[-1].text()]
    assert len(focusable(screen)) <= 12


def test_a_long_lane_is_folded_and_unfolds(program: Program, hands: Hands) -> None:
    lowest(program).go_to("plan")
    settle()
    later = shown(program, PlanScreen).lanes.lanes[2].cards
    assert len(later.cards) == 8
    assert later.more.isVisible()
    later.cards[-1].setFocus()
    hands.press(KEYS.Key_Down)
    assert QApplication.focusWidget() is later.more
    hands.press(KEYS.Key_Return)
    assert len(later.cards) > 20
    assert not later.more.isVisible()
    here = QApplication.focusWidget()
    assert isinstance(here, PlanCard)
    assert here is later.cards[8]
    action = here.view.action
    hands.press(KEYS.Key_D)
    assert program.window.session.assessment.action(action).status == "done"
    assert len(later.cards) > 20
    assert len(focusable(program.window)) <= 12


@pytest.mark.parametrize("place", ["results", "plan", "what_if"])
def test_nothing_is_clipped_at_any_size(program: Program, place: str) -> None:
    lowest(program).go_to(place)
    settle()
    assert clipped_at_all_sizes(program) == {}


def test_what_if_of_a_full_audit_leaves_what_does_not_apply(program: Program, hands: Hands) -> None:
    session = at_full_results(program)
    aside = next(p for p, a in session.assessment.answers.items() if a.not_applicable is not None)
    session.go_to("what_if")
    settle()
    rows = shown(program, WhatIfScreen).rows
    rows.point_at(aside)
    hands.digits("5")
    hands.press(KEYS.Key_Right)
    assert session.trial().tried == {}
    assert rows.accessibleName().endswith("on file does not apply")
