"""The printed pack for a workshop from the window, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from support.program import Hands, fill, focusable, settle
from support.shown import clipped, in_dialog, unnamed

from cxaudit.app.ports import HandoutOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import Room, RoomGroup
from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.handout import HandoutDialog
from cxaudit.ui.widgets.card import Banner
from cxaudit.ui.widgets.messages import Messages
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key
GROUPS = (RoomGroup(label="Leaders", present=5), RoomGroup(label="Front line", present=9))


def type_text(hands: Hands, text: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    hands.presses += len(text)
    QTest.keyClicks(target, text)
    settle()


def asked(dialog: QDialog) -> HandoutDialog:
    assert isinstance(dialog, HandoutDialog)
    return dialog


def said(program: Program) -> str:
    messages = program.window.findChildren(Messages)[0]
    return " ".join(t.text() for b in messages.findChildren(Banner) for t in b.findChildren(Text))


def wrong(dialog: QDialog) -> str:
    return " ".join(t.text() for t in dialog.findChildren(Text) if t.isVisible())


def listen(program: Program, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Assessment, HandoutOptions]]:
    """Keep what the writer is asked for; it writes as ever."""
    session, heard = program.window.session, list[tuple[Assessment, HandoutOptions]]()
    write = session.write_handout

    def keep(path: Path, audit: Assessment, pack: Pack, options: HandoutOptions) -> None:
        heard.append((audit, options))
        write(path, audit, pack, options)

    monkeypatch.setattr(session, "write_handout", keep)
    return heard


def test_return_writes_the_pack_where_the_audits_lie(
    program: Program, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, session = listen(program, monkeypatch), program.window.session
    with qtbot.waitSignal(session.handed_out, timeout=60_000) as wrote:
        in_dialog(lambda _dialog: hands.tap(KEYS.Key_Return))
        program.window.run("handout")
    assert wrote.args is not None
    path = Path(wrote.args[0])
    assert path == session.services.documents_folder / "CX workshop.pdf"
    assert path.read_bytes().startswith(b"%PDF-")
    assert [(audit.mode, options) for audit, options in heard] == [("quick", HandoutOptions(Room(present=14)))]
    settle()
    assert "The workshop pack is written" in said(program)
    assert str(path) in said(program)
    assert not session.has_assessment


def test_people_agenda_paper_and_name_are_chosen_by_keys(
    program: Program, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, session = listen(program, monkeypatch), program.window.session
    session.start_quick_audit()
    fill(session, "43")
    session.set_organisation("Kestrel / Water")

    def choose(dialog: QDialog) -> None:
        type_text(hands, "9")
        hands.tab_to(asked(dialog).lengths)
        hands.press(KEYS.Key_Right)
        hands.press(KEYS.Key_Right)
        hands.tab_to(asked(dialog).papers)
        hands.press(KEYS.Key_Right)
        assert asked(dialog).place.name.text == "Kestrel Water CX workshop.pdf"
        hands.tab_to(asked(dialog).place.name.edit)
        hands.press(KEYS.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(hands, "For Tuesday")
        hands.tap(KEYS.Key_Return)

    with qtbot.waitSignal(session.handed_out, timeout=60_000) as wrote:
        in_dialog(choose)
        program.window.run("handout")
    assert wrote.args is not None
    assert session.document is not None
    assert wrote.args[0] == session.document.path.parent / "For Tuesday.pdf"
    assert [options for _audit, options in heard] == [HandoutOptions(Room(present=9), (90,), "Letter")]


def test_groups_are_those_of_the_room_where_a_workshop_exists(
    program: Program, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, session = listen(program, monkeypatch), program.window.session
    room = Room(present=14, groups=GROUPS, method="tally", minutes=6)
    session.start_workshop(room, "quick")
    qtbot.waitUntil(lambda: session.room.settled, timeout=20_000)

    def take(dialog: QDialog) -> None:
        assert asked(dialog).groups.typed == (("Leaders", "5"), ("Front line", "9"))
        hands.tap(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)

    with qtbot.waitSignal(session.handed_out, timeout=60_000):
        in_dialog(take)
        program.window.run("handout")
    assert [options.room for _audit, options in heard] == [room]


def test_all_that_is_wrong_is_told_at_once_and_mended(program: Program, hands: Hands) -> None:
    told: list[str] = []

    def try_it(dialog: QDialog) -> None:
        hands.press(KEYS.Key_Delete)
        asked(dialog).place.name.render_text("nowhere/at all")
        hands.tap(KEYS.Key_Return)
        settle()
        assert dialog.isVisible()
        told.append(wrong(dialog))
        assert asked(dialog).present.edit.hasFocus()
        type_text(hands, "7")
        hands.tap(KEYS.Key_Return)
        settle()
        assert asked(dialog).place.name.edit.hasFocus()
        told.append(wrong(dialog))

    in_dialog(try_it)
    program.window.run("handout")
    assert "Give a number from 1 to 200." in told[0]
    assert "There is no folder" in told[0]
    assert "Give a number" not in told[1]
    assert "Choose a folder that is there." in told[1]


def test_a_group_without_a_number_is_told_beside_it(program: Program, hands: Hands) -> None:
    told: list[str] = []

    def try_it(dialog: QDialog) -> None:
        hands.tab_to(asked(dialog).split)
        hands.press(KEYS.Key_Space)
        hands.tap(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle()
        told.append(wrong(dialog))
        assert asked(dialog).groups.labels[0].edit.hasFocus()

    in_dialog(try_it)
    program.window.run("handout")
    assert "Say how many of them are here." in told[0]


def test_a_pack_that_cannot_be_written_leaves_the_file_that_was_there(
    program: Program, hands: Hands, qtbot: QtBot
) -> None:
    session = program.window.session
    folder = session.services.documents_folder
    (folder / "CX workshop.pdf" / "inside").mkdir(parents=True)
    with qtbot.waitSignal(session.failed, timeout=60_000):
        in_dialog(lambda _dialog: hands.tap(KEYS.Key_Return))
        program.window.run("handout")
    settle()
    assert "The printed pack could not be written." in said(program)
    assert "close it there" in said(program)
    assert [path.name for path in folder.iterdir()] == ["CX workshop.pdf"]


def test_esc_writes_nothing(program: Program, hands: Hands) -> None:
    in_dialog(lambda _dialog: hands.tap(KEYS.Key_Escape))
    program.window.run("handout")
    program.tasks.finish()
    folder = program.window.session.services.documents_folder
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_pack_of_the_same_name_is_announced(program: Program, hands: Hands) -> None:
    folder = program.window.session.services.documents_folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "CX workshop.pdf").write_bytes(b"%PDF-")
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        told.append(wrong(dialog))
        hands.tap(KEYS.Key_Escape)

    in_dialog(look)
    program.window.run("handout")
    assert "It will be replaced." in told[0]


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_everything_has_a_name_and_room(program: Program, theme: str, zoom: int) -> None:
    program.preferences.set_zoom(zoom)
    program.window.run(f"theme_{theme}")
    faults: list[object] = []

    def look(dialog: QDialog) -> None:
        asked(dialog).split.setChecked(True)
        settle()
        faults.extend((*unnamed(dialog), *clipped(dialog)))
        assert len(focusable(dialog)) >= 14
        assert dialog.height() <= dialog.screen().availableGeometry().height()
        assert asked(dialog).accept_button is not None

    in_dialog(look)
    program.window.run("handout")
    assert faults == []
