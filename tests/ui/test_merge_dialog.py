"""Merging answers from before, by keys alone: everything wrong is told, nothing is merged until all is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.console import in_dialog, kept, press
from support.prework import audit_file, filled, people_files
from support.program import Hands, focusable, settle

from cxaudit.domain.workshop import Room, RoomGroup
from cxaudit.presentation.console import console_view
from cxaudit.presentation.merge import prework_view
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs import merge as dialogs
from cxaudit.ui.dialogs.merge import MergeDialog
from cxaudit.ui.dialogs.prework import PreworkDialog
from cxaudit.ui.dialogs.workshop_setup import SetupDialog
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key


@dataclass
class Rig:
    """A workshop that runs, and the files that the system's dialog will give."""

    session: Session
    window: QWidget
    folder: Path
    qtbot: QtBot
    picks: list[Path]

    def give(self, _parent: QWidget, _folder: Path) -> tuple[Path, ...]:
        """Stand in for the system's dialog, which no key of a test reaches."""
        return tuple(self.picks)

    def open(self) -> MergeDialog:
        made = MergeDialog(self.window, self.session)
        made.show()
        made.activateWindow()
        settle()
        return made

    def choose(self, dialog: MergeDialog, hands: Hands, paths: list[Path]) -> None:
        """Press the button that chooses files, and wait until they are read."""
        self.picks[:] = paths
        dialog.choose_button.setFocus()
        hands.press(KEYS.Key_Return)
        self.qtbot.waitUntil(lambda: "Reading" not in shown(dialog), timeout=20_000)

    def labels(self) -> list[tuple[str, str]]:
        workshop = self.session.assessment.workshop
        assert workshop is not None
        return [(entry.label, entry.group) for entry in workshop.merged]

    def people(self, count: int) -> list[Path]:
        return people_files(self.session.services, self.folder, count)


def shown(dialog: QWidget) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def types(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def states(dialog: MergeDialog) -> list[tuple[str, str]]:
    return [(line.name, line.state) for line in dialog.rows.lines]


def begin(program: Program, qtbot: QtBot, *groups: str) -> Session:
    session = program.window.session
    seats = tuple(RoomGroup(label=label, present=7) for label in groups)
    session.start_workshop(Room(present=14, groups=seats), "quick")
    qtbot.waitUntil(lambda: session.room.settled, timeout=20_000)
    return session


@pytest.fixture
def rig(program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    made = Rig(begin(program, qtbot), program.window, tmp_path / "in", qtbot, [])
    monkeypatch.setattr(dialogs, "ask_files", made.give)
    yield made
    settle()


@pytest.fixture
def grouped(program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rig:
    made = Rig(begin(program, qtbot, "Leaders", "Front line"), program.window, tmp_path / "in", qtbot, [])
    monkeypatch.setattr(dialogs, "ask_files", made.give)
    return made


def test_several_files_are_merged_at_once_and_keep_their_bytes(rig: Rig, hands: Hands) -> None:
    paths = rig.people(4)
    before = [path.read_bytes() for path in paths]
    dialog = rig.open()
    rig.choose(dialog, hands, paths)
    assert states(dialog) == [(path.name, "Can be merged.") for path in paths]
    assert "All 4 files can be merged." in shown(dialog)
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rig.labels() == [(f"Person {n}", "") for n in range(1, 5)]
    assert [path.read_bytes() for path in paths] == before


def test_it_is_one_step_that_can_be_undone(rig: Rig, hands: Hands) -> None:
    before = rig.session.assessment
    dialog = rig.open()
    rig.choose(dialog, hands, rig.people(2))
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rig.session.assessment != before
    rig.session.undo()
    assert rig.session.assessment == before


def test_labels_are_typed_one_after_the_other(rig: Rig, hands: Hands) -> None:
    dialog = rig.open()
    rig.choose(dialog, hands, rig.people(3))
    assert dialog.rows.hasFocus()
    hands.press(KEYS.Key_Return)
    for label in ("North", "South"):
        types(label)
        hands.press(KEYS.Key_Return)
    assert [line.label for line in dialog.rows.lines] == ["North", "South", "Person 3"]
    assert dialog.rows.at == 2
    types("north")
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rig.labels() == []
    assert "The label “North” is given twice." in shown(dialog)
    assert dialog.rows.at == 0
    hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Return)
    types("East")
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [label for label, _group in rig.labels()] == ["East", "North", "South"]


def test_groups_are_chosen_by_arrows(grouped: Rig, hands: Hands) -> None:
    dialog = grouped.open()
    grouped.choose(dialog, hands, grouped.people(3))
    assert "The group is not chosen." not in shown(dialog)
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert grouped.labels() == []
    assert [state for _name, state in states(dialog)] == ["The group is not chosen."] * 3
    for key in (KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Left):
        hands.press(key)
    assert [line.group for line in dialog.rows.lines] == ["Leaders", "Front line", "Leaders"]
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert grouped.labels() == [("Person 1", "Leaders"), ("Person 2", "Front line"), ("Person 3", "Leaders")]


def test_everything_wrong_is_told_at_once_and_can_be_taken_out(rig: Rig, hands: Hands) -> None:
    services, paths = rig.session.services, rig.people(2)
    damaged, copy = rig.folder / "damaged.cxaudit", rig.folder / "copy.cxaudit"
    damaged.write_bytes(paths[0].read_bytes()[:-30] + b"x" * 30)
    copy.write_bytes(paths[0].read_bytes())
    pack = services.packs.get("cx-core", "1.0.0")
    older = audit_file(services, rig.folder / "older.cxaudit", filled(pack, 9), pack=pack)
    dialog = rig.open()
    rig.choose(dialog, hands, [*paths, damaged, copy, older])
    told = dict(states(dialog))
    assert told["damaged.cxaudit"] == "The file is damaged."
    assert told["copy.cxaudit"] == "It holds the same answers as “Person 1”."
    assert told["older.cxaudit"].startswith("It answers version 1.0.0; this workshop asks")
    assert told["jdoe02.cxaudit"] == "Can be merged."
    assert "4 of 5 files cannot be merged yet." in shown(dialog)
    for _down in range(4):
        hands.press(KEYS.Key_Down)
    assert "questions are not in the file" in shown(dialog)
    assert "Continue in the newer questionnaire" in shown(dialog)
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rig.labels() == []
    hands.tab_to(dialog.out_button)
    hands.press(KEYS.Key_Return)
    assert [name for name, _state in states(dialog)] == ["jdoe01.cxaudit", "jdoe02.cxaudit"]
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rig.labels() == [("Person 1", ""), ("Person 2", "")]


def test_one_file_can_be_taken_out(rig: Rig, hands: Hands) -> None:
    dialog = rig.open()
    rig.choose(dialog, hands, rig.people(2))
    hands.tab_to(dialog.card.out)
    hands.press(KEYS.Key_Return)
    assert [line.name for line in dialog.rows.lines] == ["jdoe02.cxaudit"]
    hands.tab_to(dialog.card.out)
    hands.press(KEYS.Key_Return)
    assert dialog.rows.lines == ()
    assert dialog.choose_button.hasFocus()
    assert dialog.accept_button is not None
    assert not dialog.accept_button.isEnabled()


def test_a_file_chosen_twice_comes_in_once(rig: Rig, hands: Hands) -> None:
    (path,) = rig.people(1)
    dialog = rig.open()
    rig.choose(dialog, hands, [path, path])
    rig.choose(dialog, hands, [path])
    assert len(dialog.rows.lines) == 1


def test_copies_that_several_people_filled_in_are_told_apart(rig: Rig, hands: Hands) -> None:
    services, pack = rig.session.services, rig.session.services.packs.newest()
    rig.folder.mkdir()
    copies = [
        audit_file(services, rig.folder / f"{name}.cxaudit", filled(pack, person), audit_id="sent-round")
        for person, name in enumerate("abc", 1)
    ]
    dialog = rig.open()
    rig.choose(dialog, hands, copies)
    assert "If another person filled in each copy, say so." in shown(dialog)
    hands.tab_to(dialog.card.apart)
    hands.press(KEYS.Key_Space)
    assert "All 3 files can be merged." in shown(dialog)
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(rig.labels()) == 3


def test_escape_merges_nothing(rig: Rig, hands: Hands) -> None:
    dialog = rig.open()
    rig.choose(dialog, hands, rig.people(2))
    hands.press(KEYS.Key_Escape)
    assert rig.labels() == []


def test_nothing_of_accounts_or_places_is_kept_or_suggested(rig: Rig, hands: Hands) -> None:
    dialog = rig.open()
    rig.choose(dialog, hands, rig.people(3))
    assert all("jdoe" not in line.label for line in dialog.rows.lines)
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    document = rig.session.document
    assert document is not None
    assert "jdoe" not in rig.session.assessment.model_dump_json()
    assert str(rig.folder) not in rig.session.assessment.model_dump_json()
    document.flush()
    assert b"jdoe" not in document.path.read_bytes()


def test_tab_has_few_stops_and_each_has_a_name(grouped: Rig, hands: Hands) -> None:
    dialog = grouped.open()
    grouped.choose(dialog, hands, grouped.people(3))
    names = [widget.accessibleName() for widget in focusable(dialog)]
    assert names == [
        "Choose files…",
        "jdoe01.cxaudit, Person 1, Can be merged., 1 of 3",
        "Take out",
        "Label of who filled it in",
        "Group: not chosen",
        "Cancel",
        "Merge 3 files",
    ]


@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_is_cut_off(program: Program, grouped: Rig, hands: Hands, zoom: int) -> None:
    program.preferences.set_zoom(zoom)
    settle()
    dialog = grouped.open()
    grouped.choose(dialog, hands, grouped.people(3))
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    short = [t for t in dialog.findChildren(Text) if t.isVisible() and t.height() < t.heightForWidth(t.width())]
    assert [t.text() for t in short] == []
    dialog.close()


def when_open(kind: type[QWidget], act: Callable[[QWidget], None]) -> None:
    """Act in the dialog that is about to open."""
    timer = QTimer(QApplication.instance(), interval=10)

    def turn() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow() and QApplication.focusWidget() is not None:
            timer.stop()
            timer.deleteLater()
            try:
                act(dialog)
            except BaseException:
                dialog.close()  # else the test waits for it
                raise

    timer.timeout.connect(turn)
    timer.start()


def test_the_menu_leads_from_files_to_the_first_question_that_needs_the_room(
    program: Program, rig: Rig, hands: Hands
) -> None:
    rig.picks[:] = rig.people(4)
    seen: list[str] = []

    def merge_them(dialog: QWidget) -> None:
        assert isinstance(dialog, MergeDialog)
        dialog.add_files(rig.picks)
        rig.qtbot.waitUntil(lambda: "can be merged" in shown(dialog), timeout=20_000)
        when_open(PreworkDialog, start_there)
        hands.tap(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def start_there(dialog: QWidget) -> None:
        seen.append(shown(dialog))
        hands.tap(KEYS.Key_Return)

    when_open(MergeDialog, merge_them)
    assert program.window.menus.actions["merge"].isEnabled()
    program.window.menus.actions["merge"].trigger()
    settle()
    assert "Only these 3 of 15 need the room" in seen[0]
    view = prework_view(rig.session.room.at)
    assert view is not None
    assert rig.session.room.at.practice == view.start
    assert rig.session.place == "workshop"


def test_what_lies_close_together_is_closed_in_one_step(rig: Rig, hands: Hands) -> None:
    merging = rig.open()
    rig.choose(merging, hands, rig.people(4))
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    before = rig.session.assessment
    view = prework_view(rig.session.room.at)
    assert view is not None
    dialog = PreworkDialog(rig.window, rig.session, view)
    dialog.show()
    dialog.activateWindow()
    settle()
    hands.tab_to(dialog.close_button)
    hands.press(KEYS.Key_Return)
    assert "12 questions are closed." in shown(dialog)
    assert dialog.accept_button is not None
    assert dialog.accept_button.hasFocus()
    hands.press(KEYS.Key_Escape)
    rig.session.undo()
    assert rig.session.assessment == before


def test_who_is_in_is_told_when_it_opens_again(rig: Rig, hands: Hands) -> None:
    first = rig.open()
    rig.choose(first, hands, rig.people(2))
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    again = rig.open()
    assert "2 files are in: Person 1, Person 2." in shown(again)
    rig.choose(again, hands, rig.people(3)[2:])
    assert [line.label for line in again.rows.lines] == ["Person 3"]
    hands.tab_to(again.needs_button)
    hands.press(KEYS.Key_Escape)


def test_the_set_up_leads_to_the_merge(program: Program, hands: Hands) -> None:
    seen: list[str] = []

    def set_up(dialog: QWidget) -> None:
        assert isinstance(dialog, SetupDialog)
        types("12")
        hands.tab_to(dialog.merge)
        hands.tap(KEYS.Key_Space)
        when_open(MergeDialog, look)
        hands.tap(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def look(dialog: QWidget) -> None:
        seen.append(dialog.windowTitle())
        hands.tap(KEYS.Key_Escape)

    when_open(SetupDialog, set_up)
    program.window.run("workshop")
    settle()
    assert seen == ["Merge answers from before"]
    assert program.window.session.room.running


def test_the_room_goes_from_one_split_question_to_the_next(program: Program, rig: Rig, hands: Hands) -> None:
    merging = rig.open()
    rig.choose(merging, hands, rig.people(4))
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room = rig.session.room
    view = prework_view(room.at)
    assert view is not None
    rig.session.go_to_question(view.start)
    kept(program)
    way = [room.at.practice]
    for _question in view.split[1:]:
        following = console_view(room.at).next
        press(program, hands, KEYS.Key_PageDown)  # the files are revealed, nobody votes
        in_dialog(hands, KEYS.Key_Return)
        press(program, hands, "l")
        press(program, hands, KEYS.Key_PageDown)
        way.append(room.at.practice)
        assert following.endswith(room.at.pack.practices[room.at.practice].title)
    practices = room.at.pack.practices
    assert [f"{practices[p].code} {practices[p].title}" for p in way] == list(view.split)
