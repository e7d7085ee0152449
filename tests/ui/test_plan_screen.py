"""The plan by keys: moving, deciding, undoing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from support.program import Hands, focusable, settle
from support.shown import at_results, clipped_at_all_sizes, in_dialog, shown, unnamed

from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.arithmetic import ArithmeticSheet
from cxaudit.ui.screens.plan import PlanScreen
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.field import LineField, ProseField
from cxaudit.ui.widgets.plan_card import PlanCard

KEYS = Qt.Key


def card_at_hand() -> PlanCard:
    here = QApplication.focusWidget()
    assert isinstance(here, PlanCard)
    return here


def back(program: Program) -> None:
    """Come back to the window, as a desktop does when a dialog closes."""
    program.window.activateWindow()
    settle()


def write(dialog: QDialog, label: str, text: str) -> None:
    fields = [*dialog.findChildren(LineField), *dialog.findChildren(ProseField)]
    (field,) = [f for f in fields if f.edit.accessibleName() == label]
    field.render_text(text)


def test_arrows_move_within_and_between_the_lanes(program: Program, hands: Hands) -> None:
    at_results(program, place="plan")
    screen = shown(program, PlanScreen)
    assert card_at_hand().view.rank == 1
    hands.press(KEYS.Key_Down)
    assert card_at_hand().view.rank == 2
    hands.press(KEYS.Key_Right)
    assert card_at_hand() is screen.lanes.lanes[1].cards.cards[1]
    hands.press(KEYS.Key_Left)
    hands.press(KEYS.Key_Left)
    assert card_at_hand() is screen.lanes.lanes[0].cards.cards[1]


def test_d_ticks_done_and_undo_takes_it_back(program: Program, hands: Hands) -> None:
    session = at_results(program, place="plan")
    action = card_at_hand().view.action
    hands.press(KEYS.Key_D)
    assert session.assessment.action(action).status == "done"
    assert [c.view.action for c in shown(program, PlanScreen).done.cards.cards] == [action]
    assert card_at_hand().view.rank == 1
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.assessment.action(action).status == "open"
    assert not shown(program, PlanScreen).done.isVisible()


def test_d_on_a_done_card_opens_it_again(program: Program, hands: Hands) -> None:
    session = at_results(program, place="plan")
    action = card_at_hand().view.action
    hands.press(KEYS.Key_D)
    shown(program, PlanScreen).done.cards.cards[0].setFocus()
    hands.press(KEYS.Key_D)
    assert session.assessment.action(action).status == "open"


def test_n_asks_why_and_lists_it_apart(program: Program, hands: Hands) -> None:
    session = at_results(program, place="plan")
    action = card_at_hand().view.action

    def give_reason(dialog: QDialog) -> None:
        write(dialog, "Reason", "No budget before June")
        (button,) = [b for b in dialog.findChildren(Button) if b.text() == "Put it off"]
        button.click()

    in_dialog(give_reason)
    hands.press(KEYS.Key_N)
    state = session.assessment.action(action)
    assert (state.status, state.reason) == ("accepted", "No budget before June")
    back(program)
    accepted = shown(program, PlanScreen).accepted
    assert accepted.isVisible()
    accepted.cards.cards[0].setFocus()
    hands.press(KEYS.Key_N)
    assert session.assessment.action(action).status == "open"


def test_n_without_a_reason_changes_nothing(program: Program, hands: Hands) -> None:
    session = at_results(program, place="plan")
    in_dialog(lambda dialog: dialog.reject())
    hands.press(KEYS.Key_N)
    assert session.assessment.actions == {}


def test_details_keep_owner_and_due_date(program: Program, hands: Hands) -> None:
    session = at_results(program, place="plan")
    action = card_at_hand().view.action

    def decide(dialog: QDialog) -> None:
        assert unnamed(dialog) == []
        write(dialog, "Owner", "Ana")
        write(dialog, "Due, as in 2026-11-20", "2026-12-01")
        hands.tap(KEYS.Key_Return)

    in_dialog(decide)
    hands.press(KEYS.Key_Return)
    state = session.assessment.action(action)
    assert (state.owner, state.due, state.status) == ("Ana", "2026-12-01", "open")
    back(program)
    assert card_at_hand().view.owner == "Ana"


def test_details_refuse_a_day_that_is_none_and_a_missing_reason(program: Program, hands: Hands) -> None:
    session = at_results(program, place="plan")
    action = card_at_hand().view.action

    def decide(dialog: QDialog) -> None:
        (keep,) = [b for b in dialog.findChildren(Button) if b.text() == "Keep"]
        write(dialog, "Due, as in 2026-11-20", "2026-02-31")
        keep.click()
        assert dialog.isVisible()
        write(dialog, "Due, as in 2026-11-20", "")
        (status,) = dialog.findChildren(Segments)
        status.setFocus()
        hands.tap(KEYS.Key_Right)
        hands.tap(KEYS.Key_Right)
        keep.click()
        assert dialog.isVisible()
        write(dialog, "Accepted, not now: the reason", "Next year")
        keep.click()

    in_dialog(decide)
    hands.press(KEYS.Key_Return)
    settle()
    assert session.assessment.action(action).reason == "Next year"


def test_settle_this_first_leads_to_its_question(program: Program, hands: Hands) -> None:
    session = at_results(program, place="plan")
    screen = shown(program, PlanScreen)
    assert screen.settle.isVisible()
    screen.settle.button.setFocus()
    hands.press(KEYS.Key_Return)
    assert session.place == "answer"
    assert session.assessment.answer(session.flow.at).dont_know


def test_a_opens_the_arithmetic_of_the_card(program: Program, hands: Hands) -> None:
    at_results(program, place="plan")
    card = card_at_hand()
    hands.press(KEYS.Key_A)
    (sheet,) = program.window.findChildren(ArithmeticSheet)
    assert sheet.subject.id == card.view.action
    hands.press(KEYS.Key_Escape)
    assert card_at_hand() is card


def test_without_actions_the_plan_says_so(program: Program, hands: Hands) -> None:
    session = at_results(program, "555555555555555", place="plan")
    screen = shown(program, PlanScreen)
    assert screen.head.title.text() == "Nothing to close: every answer is at its target"
    assert not screen.lanes.isVisible()
    (review,) = [b for b in screen.findChildren(Button) if b.text() == "Review the answers"]
    review.setFocus()
    hands.press(KEYS.Key_Return)
    assert session.place == "answer"


def test_everything_has_a_name_and_few_tab_stops(program: Program) -> None:
    at_results(program, place="plan")
    screen = shown(program, PlanScreen)
    assert unnamed(screen) == []
    assert len(focusable(screen)) <= 12
    assert all(c.accessibleDescription() for c in screen.findChildren(PlanCard))


def test_nothing_is_clipped_at_any_size(program: Program) -> None:
    session = at_results(program, place="plan")
    session.set_action(card_at_hand().view.action, owner="Professor Dr Maximiliane von und zu Hohenfels-Langenburg")
    assert clipped_at_all_sizes(program) == {}
    for card in shown(program, PlanScreen).findChildren(PlanCard):
        if card.isVisible():
            assert card.height() >= card.heightForWidth(card.width())
