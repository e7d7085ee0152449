"""Pages and dialogs of a workshop, brought up for tests that walk all pages and to be painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.console import begin, kept
from support.program import settle

from cxaudit.app.ballots import Counts, cast, set_counts
from cxaudit.app.closing import lock_agreed, lock_open, record_talk
from cxaudit.app.parking import give, park
from cxaudit.app.room_clock import toggle_timer
from cxaudit.app.rounds import reveal, vote_again
from cxaudit.app.steps import back, forward
from cxaudit.app.workshop import end_session
from cxaudit.domain.workshop import Room, RoomGroup
from cxaudit.presentation.back_row import BackRowForm, TextSizes
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.back_row import BackRowDialog

FOURTEEN = Room(present=14)
GROUPS = (
    RoomGroup(label="Leaders", present=5),
    RoomGroup(label="Front line", present=6),
    RoomGroup(label="Back office", present=3),
)
LONG_NAMES = tuple(
    RoomGroup(label=label, present=5)
    for label in (
        "Leaders of the regions and of the head office together",
        "Donaudampfschifffahrtsgesellschaft",
        "Front line",
        "Customer service and complaints",
    )
)
FIRST, SECOND = Counts((5, 2, 2, 5, 0)), Counts((0, 3, 7, 3, 0), dont_know=1)


def _may_not_apply(program: Program) -> str:
    pack = program.window.session.services.packs.newest()
    return next(practice.id for practice in pack.asked("quick") if practice.may_not_apply)


def _voting(program: Program, room: Room, at: str = "") -> None:
    begin(program, room, at=at)
    program.window.session.room.run(forward)
    kept(program)


def read(program: Program) -> None:
    """A question is read aloud."""
    begin(program, FOURTEEN)


def cards(program: Program) -> None:
    """Cards are counted, some are missing, two things are parked."""
    _voting(program, FOURTEEN, _may_not_apply(program))
    room = program.window.session.room
    room.run(park, "Who owns the pay rules?")
    room.run(give, 0, "HR")
    room.run(park, "Spot checks at two sites")
    room.run(toggle_timer, room.now())
    room.run(set_counts, Counts((5, 2, 2, 0, 0)))
    kept(program)


def all_in(program: Program) -> None:
    """All cards are counted."""
    _voting(program, FOURTEEN)
    program.window.session.room.run(set_counts, FIRST)
    kept(program)


def groups(program: Program) -> None:
    """Cards are counted by group."""
    _voting(program, Room(present=14, groups=GROUPS))
    program.window.session.room.run(set_counts, Counts((3, 2, 0, 0, 0)), "Leaders")
    kept(program)


def long_names(program: Program) -> None:
    """Groups with long names see it differently."""
    _voting(program, Room(present=20, groups=LONG_NAMES))
    room = program.window.session.room
    for place, group in enumerate(LONG_NAMES):
        levels = [0, 0, 0, 0, 0]
        levels[place] = group.present
        one, two, three, four, five = levels
        room.run(set_counts, Counts((one, two, three, four, five)), group.label)
    kept(program)


def long_names_revealed(program: Program) -> None:
    """What groups with long names see."""
    long_names(program)
    program.window.session.room.run(reveal)
    kept(program)


def ballot(program: Program) -> None:
    """A secret ballot goes round; somebody has chosen."""
    _voting(program, Room(present=14, method="ballot"))
    for vote in (1, 3, 5):
        program.window.session.room.run(cast, vote)
    kept(program)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_4):
        QTest.keyClick(QApplication.focusWidget() or program.window, key)
    settle()


def recorded(program: Program) -> None:
    """A secret ballot was recorded."""
    ballot(program)
    QTest.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_Return)
    kept(program)


def tally(program: Program) -> None:
    """A tally is typed."""
    _voting(program, Room(present=7, method="tally"))
    program.window.session.room.run(cast, 2)
    kept(program)


def revealed(program: Program) -> None:
    """A split room is shown its votes."""
    all_in(program)
    program.window.session.room.run(reveal)
    kept(program)


def voted_again(program: Program) -> None:
    """The second round is shown, the first one beneath it."""
    revealed(program)
    room = program.window.session.room
    room.run(vote_again)
    room.run(set_counts, SECOND)
    room.run(reveal)
    kept(program)


def locked(program: Program) -> None:
    """A question is locked on an agreed level, with what was said about it."""
    voted_again(program)
    room = program.window.session.room
    said = {
        "low": "Two regions never saw it.",
        "high": "It stands in every plan.",
        "settle": "The plans of both regions.",
    }
    for part, text in said.items():
        room.run(record_talk, room.at.practice, part, text)
    room.run(lock_agreed, 3, "The plans show it.", "Service doubts that the plans are read.")
    kept(program)


def voting_again(program: Program) -> None:
    """The second round is counted."""
    revealed(program)
    program.window.session.room.run(vote_again)
    kept(program)


def tally_in(program: Program) -> None:
    """All of a tally are typed, and the time is up."""
    tally(program)
    room = program.window.session.room
    for vote in (2, 3, 3, 4, "dk", "-"):
        room.run(cast, vote)
    room.run(toggle_timer, room.now() - timedelta(minutes=9))
    kept(program)


def no_agreement(program: Program) -> None:
    """A question is locked without agreement."""
    revealed(program)
    program.window.session.room.run(lock_open, 1, 4, "Service doubts that the plans are read.")
    kept(program)


def back_at_the_vote(program: Program) -> None:
    """The room stepped back to the vote of a closed question."""
    no_agreement(program)
    for _step in range(2):
        program.window.session.room.run(back)
    kept(program)


def refused_at_reveal(program: Program) -> None:
    """A step was asked for where there is a choice."""
    revealed(program)
    program.window.session.room.run(forward)
    kept(program)


def _with_wall(prepare: Callable[[Program], None], action: str) -> Callable[[Program], None]:
    def show(program: Program) -> None:
        prepare(program)
        program.window.run(action)
        kept(program)

    return show


def refused(program: Program) -> None:
    """A reveal was asked for too early."""
    cards(program)
    program.window.session.room.run(reveal)
    kept(program)


PAGES: dict[str, Callable[[Program], None]] = {
    "console read": read,
    "console cards": cards,
    "console ballot": ballot,
    "console tally": tally,
    "console revealed": revealed,
    "console locked": locked,
}
SHOTS: dict[str, Callable[[Program], None]] = {
    "11-console-read": read,
    "11-console-cards": cards,
    "11-console-all-in": all_in,
    "11-console-groups": groups,
    "11-console-long-names": long_names,
    "11-console-long-names-revealed": long_names_revealed,
    "11-console-ballot": ballot,
    "11-console-ballot-recorded": recorded,
    "11-console-tally": tally,
    "11-console-revealed": revealed,
    "11-console-voted-again": voted_again,
    "11-console-locked": locked,
    "11-console-refused": refused,
    "11-console-refused-at-reveal": refused_at_reveal,
    "11-console-voting-again": voting_again,
    "11-console-tally-in": tally_in,
    "11-console-no-agreement": no_agreement,
    "11-console-back-at-the-vote": back_at_the_vote,
}
COVERED: dict[str, Callable[[Program], None]] = {
    "11-console-blank": _with_wall(revealed, "wall_blank"),
    "11-console-frozen": _with_wall(revealed, "wall_freeze"),
    "11-console-parking-lot": _with_wall(cards, "wall_parking"),
}
"""The wall shows something else than the state at hand."""


def _over_the_console(prepare: Callable[[Program], None]) -> Callable[[Program], None]:
    def show(program: Program) -> None:
        prepare(program)
        program.window.run("wall_shared")
        kept(program)

    return show


ONE_SCREEN: dict[str, Callable[[Program], None]] = {
    "12-one-screen-read": _over_the_console(read),
    "12-one-screen-cards": _over_the_console(cards),
    "12-one-screen-all-in": _over_the_console(all_in),
    "12-one-screen-ballot": _over_the_console(ballot),
    "12-one-screen-tally": _over_the_console(tally),
    "12-one-screen-revealed": _over_the_console(revealed),
    "12-one-screen-locked": _over_the_console(locked),
    "12-one-screen-refused": _over_the_console(refused),
}
"""The wall lies over the console, which is a strip at its foot."""


def _key(prepare: Callable[[Program], None], *keys: Qt.Key) -> Callable[[Program], object]:
    def show(program: Program) -> None:
        program.window.session.close()
        prepare(program)
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or program.window, key)

    return show


def _end(program: Program) -> None:
    program.window.session.close()
    cards(program)
    program.window.run("workshop_end")


def _keys(program: Program) -> None:
    program.window.session.close()
    read(program)
    program.window.run("keys")


def _setup(program: Program) -> None:
    program.window.session.close()
    program.window.run("workshop")


def _setup_groups(program: Program) -> None:
    program.window.session.close()
    begin(program, Room(present=14, groups=GROUPS))
    program.window.session.room.run(end_session)
    kept(program)
    program.window.run("workshop")


def _merge(program: Program) -> None:
    program.window.session.close()
    read(program)
    program.window.run("merge")


def _back_row(program: Program) -> None:
    program.window.session.close()
    form = BackRowForm("8", "1.35", "1920 × 1080")  # noqa: RUF001 - times
    BackRowDialog(program.window, form, TextSizes()).exec()


DIALOGS: dict[str, Callable[[Program], object]] = {
    "workshop-setup": _setup,
    "workshop-setup-groups": _setup_groups,
    "workshop-merge": _merge,
    "workshop-lock": _key(revealed, Qt.Key.Key_L),
    "workshop-unlock": _key(locked, Qt.Key.Key_U),
    "workshop-map": _key(locked, Qt.Key.Key_M),
    "workshop-park": _key(read, Qt.Key.Key_P),
    "workshop-restart": _key(cards, Qt.Key.Key_C),
    "workshop-end": _end,
    "workshop-keys": _keys,
    "workshop-back-row": _back_row,
}
