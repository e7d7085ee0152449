"""A room is led from the console by real keys: every state, every way to vote, every way to close."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.console import begin, in_dialog, kept, phase, press
from support.program import Hands, settle

from cxaudit.domain.workshop import Lock, Opened, Room, RoomGroup, Talk
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.closing import LockDialog
from cxaudit.ui.dialogs.parking import EndDialog
from cxaudit.ui.screens.console import ConsoleScreen

KEY = Qt.Key
FOURTEEN = Room(present=14)
MOST_PRESSES = 20


def to_reveal(program: Program, hands: Hands, counts: tuple[str, ...] = ("5", "2", "2", "5")) -> None:
    """Vote by cards and reveal."""
    press(program, hands, KEY.Key_PageDown)
    for count in counts:
        hands.digits(count)
        hands.press(KEY.Key_Tab)
    kept(program)
    press(program, hands, "r")


@pytest.mark.parametrize(
    "counts",
    [
        ("5", "2", "2", "5", "", "", ""),
        ("10", "10", "1", "1", "1", "1", "1"),
        ("3", "4", "4", "4", "4", "3", "3"),
        ("", "12", "13", "", "", "", ""),
    ],
)
def test_one_round_by_cards_takes_at_most_twenty_keys(program: Program, hands: Hands, counts: tuple[str, ...]) -> None:
    begin(program, Room(present=sum(int(count or 0) for count in counts)))
    press(program, hands, KEY.Key_PageDown)
    last = max(place for place, count in enumerate(counts) if count)
    for place, count in enumerate(counts[: last + 1]):
        hands.digits(count)
        if place < last:
            hands.press(KEY.Key_Tab)
    kept(program)
    press(program, hands, "r")
    assert phase(program) == "reveal"
    assert hands.presses <= MOST_PRESSES
    votes = program.window.session.room.at.answer.votes
    assert votes is not None
    given = [votes.count(level) for level in (1, 2, 3, 4, 5)]
    assert given == [int(count or 0) for count in counts[:5]]


def test_all_states_forward_and_back(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    assert phase(program) == "read"
    to_reveal(program, hands)
    assert phase(program) == "reveal"
    press(program, hands, "v")
    assert phase(program) == "vote"
    for count in ("", "4", "6", "4"):
        hands.digits(count)
        hands.press(KEY.Key_Return)
    kept(program)
    press(program, hands, "r")
    assert len(program.window.session.room.at.answer.rounds) == 2
    in_dialog(hands, KEY.Key_Return)
    press(program, hands, "l")
    assert phase(program) == "locked"
    lock = program.window.session.room.at.answer.lock
    assert lock is not None
    assert lock.kind == "votes"
    for state in ("reveal", "vote", "read"):
        press(program, hands, KEY.Key_PageUp)
        assert phase(program) == state
    press(program, hands, KEY.Key_PageUp)  # the first question has none before it
    assert phase(program) == "read"


def test_the_last_field_leads_to_the_reveal_which_is_never_automatic(program: Program, hands: Hands) -> None:
    screen = begin(program, Room(present=3))
    press(program, hands, KEY.Key_PageDown)
    hands.digits("3")
    kept(program)
    assert phase(program) == "vote"
    assert screen.parts.foot.reveal.isEnabled()
    for _field in screen.parts.table.fields:
        hands.press(KEY.Key_Return)
    assert screen.parts.foot.reveal.hasFocus()
    press(program, hands, KEY.Key_Return)
    assert phase(program) == "reveal"


def test_totals_that_differ_are_told_and_mended_by_one_key(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    press(program, hands, KEY.Key_PageDown)
    hands.digits("13")
    kept(program)
    press(program, hands, "r")
    assert phase(program) == "vote"
    assert screen.parts.said == "1 vote is missing."
    press(program, hands, KEY.Key_Equal)
    assert program.window.session.room.at.workshop.room.present == 13
    press(program, hands, "r")
    assert phase(program) == "reveal"


def test_too_many_cards_are_never_dropped(program: Program, hands: Hands) -> None:
    screen = begin(program, Room(present=3))
    press(program, hands, KEY.Key_PageDown)
    hands.digits("5")
    kept(program)
    press(program, hands, "r")
    assert screen.parts.said.startswith("2 votes more than people present.")
    assert [field.count for field in screen.parts.table.fields][:2] == [5, 0]


def test_an_agreed_level_needs_a_reason(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    to_reveal(program, hands)
    in_dialog(hands, KEY.Key_3, "the papers show it", KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return)
    press(program, hands, "l")
    lock = program.window.session.room.at.answer.lock
    assert lock is not None
    assert (lock.kind, lock.level, lock.reason) == ("agreed", 3, "the papers show it")


def test_no_agreement_keeps_range_and_dissent(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    to_reveal(program, hands)
    hands.press(KEY.Key_D)
    QTest.keyClicks(screen.parts.talk.dissent.edit, "two doubt the papers")
    assert phase(program) == "reveal"  # letters are text there
    hands.press(KEY.Key_Escape)
    in_dialog(hands, KEY.Key_N, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return)
    press(program, hands, "l")
    lock = program.window.session.room.at.answer.lock
    assert lock is not None
    assert (lock.kind, lock.lowest, lock.highest, lock.dissent) == ("none", 1, 4, "two doubt the papers")


def test_the_range_without_agreement_is_two_digits(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    to_reveal(program, hands)
    wrong = (KEY.Key_N, KEY.Key_4, KEY.Key_2, KEY.Key_Return)  # the lowest comes first: said, and asked again
    in_dialog(hands, *wrong, KEY.Key_2, KEY.Key_4, KEY.Key_Return)
    press(program, hands, "l")
    assert program.window.session.room.at.answer.lock == Lock(kind="none", lowest=2, highest=4)


def test_return_after_the_reason_locks_the_agreed_level(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    to_reveal(program, hands)
    in_dialog(hands, KEY.Key_3, KEY.Key_Return, "the papers show it", KEY.Key_Return)
    press(program, hands, "l")
    lock = Lock(kind="agreed", level=3, reason="the papers show it")
    assert program.window.session.room.at.answer.lock == lock


def test_the_lock_dialog_says_what_is_missing(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    to_reveal(program, hands)
    dialog = LockDialog(screen, program.window.session.room.at)
    dialog.choose("agreed")
    dialog.check()
    dialog.choose("agreed", 2)
    dialog.check()
    assert dialog.outcome is None
    dialog.choose("none")
    dialog.lowest.render_choice(4)
    dialog.check()
    assert dialog.outcome is None
    dialog.deleteLater()


def test_opening_a_lock_asks_why_and_keeps_it(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    to_reveal(program, hands)
    in_dialog(hands, KEY.Key_Return)
    press(program, hands, "l")
    in_dialog(hands, "new papers", KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return)
    press(program, hands, "u")
    answer = program.window.session.room.at.answer
    assert answer.lock is None
    assert isinstance(answer.opened[0], Opened)
    assert answer.opened[0].reason == "new papers"
    assert phase(program) == "reveal"


def test_clickers_end_nothing_and_page_through(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    for key in (KEY.Key_F5, KEY.Key_Escape, KEY.Key_F5, KEY.Key_Escape):
        press(program, hands, key)
    assert phase(program) == "read"
    assert program.window.session.room.running
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, KEY.Key_PageDown)  # nobody voted: said, not done
    assert phase(program) == "vote"


def test_a_clicker_steps_while_somebody_types(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    to_reveal(program, hands)
    press(program, hands, "d")
    QTest.keyClicks(screen.parts.talk.dissent.edit, "two doubt it")
    press(program, hands, KEY.Key_PageUp)
    assert phase(program) == "vote"
    press(program, hands, KEY.Key_PageDown)
    assert phase(program) == "reveal"
    assert screen.parts.talk.dissent.text == "two doubt it"


def test_at_the_reveal_a_clicker_asks_how_it_is_closed(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    to_reveal(program, hands)
    press(program, hands, KEY.Key_PageDown)
    assert phase(program) == "reveal"
    assert "close" in screen.parts.said.lower() or "lock" in screen.parts.said.lower()


def test_a_secret_ballot_goes_round(program: Program, hands: Hands) -> None:
    screen = begin(program, Room(present=3, method="ballot"))
    press(program, hands, KEY.Key_PageDown)
    for left, vote in ((2, KEY.Key_4), (1, KEY.Key_0), (0, KEY.Key_Minus)):
        press(program, hands, KEY.Key_Space)
        press(program, hands, "r")  # a voter's stray letters do nothing
        press(program, hands, KEY.Key_2)
        press(program, hands, vote)
        press(program, hands, KEY.Key_Return)
        assert screen.parts.ballot.head == ("Recorded, pass it on" if left else "Recorded, all votes are in")
    press(program, hands, KEY.Key_Space)  # nobody is left to vote
    assert not screen.parts.ballot.busy
    press(program, hands, "r")
    assert program.window.session.room.at.answer.votes == (4, "dk", "-")


def test_nobody_votes_on_a_closed_question(program: Program, hands: Hands) -> None:
    screen = begin(program, Room(present=2, method="tally"))
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, "22")
    assert (screen.parts.tally.head, screen.parts.tally.line[:1]) == ("All votes are in", "R")
    press(program, hands, "r")
    in_dialog(hands, KEY.Key_Return)
    press(program, hands, "l")
    press(program, hands, KEY.Key_PageUp)
    press(program, hands, KEY.Key_PageUp)
    assert phase(program) == "vote"
    assert not screen.parts.tally.isVisible()
    assert screen.parts.foot.unlock.hasFocus()
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, KEY.Key_PageDown)
    assert phase(program) == "locked"


def test_a_ballot_that_was_begun_can_be_left(program: Program, hands: Hands) -> None:
    screen = begin(program, Room(present=3, method="ballot"))
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, KEY.Key_Space)
    press(program, hands, KEY.Key_Return)  # no digit yet
    assert screen.parts.ballot.busy
    press(program, hands, KEY.Key_5)
    press(program, hands, KEY.Key_Escape)
    assert not screen.parts.ballot.busy
    assert program.window.session.room.at.waiting is None


def test_a_tally_takes_one_digit_for_each_person(program: Program, hands: Hands) -> None:
    begin(program, Room(present=4, method="tally"))
    press(program, hands, KEY.Key_PageDown)
    press(program, hands, "355")
    press(program, hands, KEY.Key_Backspace)
    press(program, hands, KEY.Key_Backspace)  # only the last one is known
    press(program, hands, "20")
    press(program, hands, "1")  # more than people: told, not taken
    press(program, hands, "r")
    assert program.window.session.room.at.answer.votes == (2, 3, 5, "dk")


def test_groups_vote_apart(program: Program, hands: Hands) -> None:
    groups = (RoomGroup(label="Leaders", present=2), RoomGroup(label="Front line", present=1))
    screen = begin(program, Room(present=3, groups=groups))
    press(program, hands, KEY.Key_PageDown)
    fields = screen.parts.table.fields
    assert "Leaders" in fields[0].accessibleName()
    hands.digits("2")
    for _field in range(len(fields) // 2):
        hands.press(KEY.Key_Tab)
    hands.digits("1")
    kept(program)
    press(program, hands, "r")
    rounds = program.window.session.room.at.answer.rounds
    assert {group.group: group.votes for group in rounds[0].groups} == {"Leaders": (1, 1), "Front line": (1,)}


def test_groups_of_a_ballot_come_one_after_the_other(program: Program, hands: Hands) -> None:
    groups = (RoomGroup(label="Leaders", present=1), RoomGroup(label="Front line", present=1))
    screen = begin(program, Room(present=2, groups=groups, method="ballot"))
    press(program, hands, KEY.Key_PageDown)
    assert screen.parts.ballot.group == "Leaders"
    press(program, hands, KEY.Key_Right)
    assert screen.parts.ballot.group == "Front line"
    press(program, hands, KEY.Key_Left)
    for key in (KEY.Key_Space, KEY.Key_3, KEY.Key_Return):
        press(program, hands, key)
    assert screen.parts.ballot.group == "Front line"


def test_a_round_begins_anew_once_that_is_confirmed(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    press(program, hands, KEY.Key_PageDown)
    hands.digits("5")
    kept(program)
    in_dialog(hands, KEY.Key_Escape)
    press(program, hands, "c")
    assert program.window.session.room.at.waiting is not None
    in_dialog(hands, KEY.Key_Tab, KEY.Key_Return)
    press(program, hands, "c")
    assert program.window.session.room.at.waiting is None
    assert screen.parts.table.fields[0].count == 0


def test_the_timer_runs_stops_and_gets_a_minute(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    workshop = program.window.session.room.at.workshop
    assert workshop.timer is not None
    press(program, hands, "t")
    running = program.window.session.room.at.workshop.timer
    assert running is not None
    assert running.since
    press(program, hands, KEY.Key_Plus)
    press(program, hands, "t")
    stopped = program.window.session.room.at.workshop.timer
    assert stopped is not None
    assert not stopped.since
    assert stopped.left > workshop.timer.left


def test_a_closed_question_has_no_clock(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    to_reveal(program, hands)
    in_dialog(hands, KEY.Key_Return)
    press(program, hands, "l")
    timer = screen.parts.right.timer
    assert timer.face.accessibleName() == "The question is closed"
    assert not timer.turn.isEnabled()
    for key in ("t", KEY.Key_Plus):
        press(program, hands, key)
        assert screen.parts.said.startswith("The question is closed.")
    assert program.window.session.room.at.workshop.timer is None


def test_things_are_parked_and_seen_to_at_the_end(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    for text in ("who owns the pay rules", "spot checks"):
        in_dialog(hands, text, KEY.Key_Return)
        press(program, hands, "p")
    dialog = EndDialog(program.window, program.window.session)
    dialog.check()
    assert program.window.session.room.running
    dialog.items[0].owner.render_text("Ann")
    dialog.items[0].due.render_text("2026-13-01")
    dialog.items[1].dropped.click()
    dialog.check()
    assert program.window.session.room.running
    dialog.items[0].due.render_text("2026-12-01")
    dialog.items[0].what.render_text(" ")
    dialog.check()
    assert program.window.session.room.running
    dialog.items[0].what.render_text("Who owns the pay rules?")
    dialog.check()
    kept(program)
    workshop = program.window.session.assessment.workshop
    assert workshop is not None
    assert workshop.ended
    assert [(item.text, item.owner, item.due, item.dropped) for item in workshop.parked] == [
        ("Who owns the pay rules?", "Ann", "2026-12-01", False),
        ("spot checks", "", None, True),
    ]
    assert program.window.session.place == "answer"


def test_the_map_goes_where_the_room_is_split(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    first = program.window.session.room.at.practice
    in_dialog(hands, KEY.Key_Escape)
    press(program, hands, "m")
    to_reveal(program, hands)
    in_dialog(hands, KEY.Key_Return)
    press(program, hands, "l")
    press(program, hands, KEY.Key_PageDown)
    assert program.window.session.room.at.practice != first
    in_dialog(hands, KEY.Key_Return)
    press(program, hands, "m")
    assert program.window.session.room.at.practice == first


def test_reveal_and_lock_can_be_undone_without_losing_a_round(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    to_reveal(program, hands)
    program.window.run("undo")
    kept(program)
    assert phase(program) == "vote"
    assert len(program.window.session.room.at.answer.rounds) == 1
    press(program, hands, KEY.Key_PageDown)
    assert phase(program) == "reveal"
    assert len(program.window.session.room.at.answer.rounds) == 1


def test_what_the_room_says_is_kept(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    to_reveal(program, hands)
    low = screen.parts.talk.fields[0]
    low.take_focus()
    QTest.keyClicks(low.edit, "pay moved in the north")
    press(program, hands, KEY.Key_Escape)
    talk = program.window.session.room.at.answer.talk
    assert talk is not None
    assert talk.low == "pay moved in the north"


def test_a_dissent_note_is_kept_before_the_lock_and_stays_through_it(
    program: Program, hands: Hands, qtbot: QtBot
) -> None:
    screen = begin(program, FOURTEEN)
    note, session = screen.parts.talk.dissent, program.window.session
    to_reveal(program, hands)
    press(program, hands, "d")
    QTest.keyClicks(note.edit, "two doubt the papers")
    press(program, hands, KEY.Key_Escape)
    assert session.document is not None
    path = session.document.path
    assert session.room.at.answer.talk == Talk(dissent="two doubt the papers")
    session.close()
    session.open(path)
    qtbot.waitUntil(lambda: session.has_assessment and session.room.running)
    kept(program)
    assert note.text == "two doubt the papers"
    in_dialog(hands, KEY.Key_Return)
    press(program, hands, "l")
    assert session.room.at.answer.lock == Lock(kind="votes", dissent="two doubt the papers")
    assert (session.room.at.answer.talk, note.text, note.edit.isReadOnly()) == (None, "two doubt the papers", True)
    screen.parts.talk.fields[0].take_focus()
    QTest.keyClicks(screen.parts.talk.fields[0].edit, "later")
    press(program, hands, KEY.Key_Escape)
    assert session.room.at.answer.talk == Talk(low="later")
    in_dialog(hands, "new papers", KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return)
    press(program, hands, "u")
    assert (note.text, note.edit.isReadOnly()) == ("two doubt the papers", False)
    assert session.room.at.answer.talk == Talk(low="later", dissent="two doubt the papers")


def test_the_method_changes_only_while_no_vote_waits(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    press(program, hands, KEY.Key_PageDown)
    screen.parts.method.chosen.emit(2)
    kept(program)
    assert program.window.session.room.at.workshop.room.method == "tally"
    assert screen.parts.tally.hasFocus()
    press(program, hands, "3")
    screen.parts.method.chosen.emit(0)
    kept(program)
    assert program.window.session.room.at.workshop.room.method == "tally"
    assert screen.parts.said.startswith("1 vote waits")


def test_votes_that_wait_elsewhere_are_told(program: Program, hands: Hands) -> None:
    screen = begin(program, FOURTEEN)
    press(program, hands, KEY.Key_PageDown)
    hands.digits("5")
    kept(program)
    other = program.window.session.room.at.asked[3]
    program.window.session.go_to_question(other)
    kept(program)
    press(program, hands, KEY.Key_PageDown)
    assert "wait" in screen.parts.foot.accessibleName() or screen.first_focus() is not None
    first = program.window.session.room.at.asked[0]
    program.window.session.go_to_question(first)
    kept(program)
    assert screen.parts.table.fields[0].count == 5


def test_ending_needs_the_menu_and_a_yes(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN)
    in_dialog(hands, KEY.Key_Escape)
    program.window.run("workshop_end")
    kept(program)
    assert program.window.session.room.running


def test_home_starts_a_workshop_from_the_keyboard(program: Program, hands: Hands) -> None:
    in_dialog(hands, "12", KEY.Key_Return)
    hands.press(KEY.Key_W)
    kept(program)
    assert isinstance(program.window.screen_shown, ConsoleScreen)
    assert program.window.session.room.at.workshop.room.present == 12
    settle()


def test_commands_of_the_questions_leave_the_room_where_it_is(program: Program, hands: Hands) -> None:
    begin(program, FOURTEEN, "full")
    for action in ("find", "list", "answer", "start_page", "quick", "full"):
        program.window.run(action)
        kept(program)
        assert isinstance(program.window.screen_shown, ConsoleScreen)
    assert program.window.session.room.at.workshop.phase == "read"
    assert hands.presses == 0
