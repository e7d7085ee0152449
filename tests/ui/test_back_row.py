"""The check of the back row: asked from the menu or before a workshop, true of the wall that is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.console import begin
from support.program import Hands, settle
from support.walls import LONG, LONGEST, STATES

from cxaudit.domain.workshop import Room
from cxaudit.presentation.back_row import BackRowForm, Field, TextSizes, back_row_view
from cxaudit.presentation.wall import WallView
from cxaudit.ui.app import Program, make_application
from cxaudit.ui.dialogs.back_row import BackRowDialog, show_back_row
from cxaudit.ui.dialogs.workshop_setup import SetupDialog
from cxaudit.ui.tokens import WALL_TYPE
from cxaudit.ui.wall.arrange import arrange, smallest_text
from cxaudit.ui.wall.parts import HEIGHT, Words
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.text import Text

KEY = Qt.Key
WIDE = 16 / 9


@pytest.fixture(autouse=True)
def _application() -> None:
    make_application([])


def shown(dialog: BackRowDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text) if text.isVisible()]


def words_after(hands: Hands, open_it: Callable[[], object], *keys: Qt.Key | str) -> list[str]:
    """What the check says once keys were typed into it."""
    texts: list[str] = []

    def type_(tries: int = 200) -> None:
        dialog, focused = QApplication.activeModalWidget(), QApplication.focusWidget()
        if tries and (dialog is None or focused is None or not dialog.isAncestorOf(focused)):
            QTimer.singleShot(5, lambda: type_(tries - 1))
            return
        assert isinstance(dialog, BackRowDialog)
        for key in keys:
            if isinstance(key, str):
                target = QApplication.focusWidget()
                assert target is not None
                QTest.keyClicks(target, key)
            else:
                hands.tap(key)
        settle()
        texts.extend((*shown(dialog), dialog.fields["rows"].text))
        dialog.reject()

    QTimer.singleShot(0, type_)
    open_it()
    return texts


ROOM_KEYS = ("8", KEY.Key_Tab, "1.35", KEY.Key_Tab)


def test_it_is_answered_from_the_keyboard_before_any_session(program: Program, hands: Hands) -> None:
    texts = words_after(hands, lambda: program.window.run("back_row"), *ROOM_KEYS)
    size = program.window.screen().size()
    assert texts[-1] == f"{size.width()} × {size.height()}"  # noqa: RUF001 - times
    assert "Too small for the back row." in texts
    assert any("Seat nobody farther away than 6.0 m" in text for text in texts)


def test_it_is_at_hand_where_a_workshop_is_set_up(program: Program, hands: Hands) -> None:
    setup = SetupDialog(program.window, program.window.session, show_back_row)
    setup.show()
    settle()
    button = next(found for found in setup.findChildren(Button) if "back row" in found.text())
    assert "Too small for the back row." in words_after(hands, button.click, *ROOM_KEYS)
    setup.reject()


def test_it_grows_with_its_answer_and_stays_on_the_screen(program: Program) -> None:
    program.preferences.set_zoom(200)
    settle()
    dialog = BackRowDialog(program.window, BackRowForm(rows="1080"), TextSizes())
    dialog.show()
    settle()
    typed: tuple[tuple[Field, str], ...] = (("distance", "8"), ("height", "1.35"))
    for name, text in typed:
        dialog.fields[name].render_text(text)
        dialog.fields[name].committed.emit(text)
        settle()
    assert dialog.height() <= program.window.screen().availableGeometry().height()
    assert dialog.accept_button is not None
    assert dialog.rect().contains(dialog.accept_button.geometry())
    dialog.reject()


# ------------------------------------------------------------------ the wall obeys it
def smallest(view: WallView) -> float:
    """The smallest text of a wall, as a share of its height."""
    return min(part.size / HEIGHT for part in arrange(view, round(WIDE * HEIGHT)) if isinstance(part, Words))


@pytest.mark.parametrize("name", [name for name in STATES if name != "blank"])
def test_every_wall_is_legible_as_far_as_the_check_says(name: str) -> None:
    assert smallest(STATES[name]) >= WALL_TYPE["anchor"]
    reach = back_row_view(BackRowForm("4.5", "1", "1080"))
    assert reach.legible
    assert back_row_view(BackRowForm("4.6", "1", "1080")).legible is False


@pytest.mark.parametrize("name", LONGEST)
def test_the_check_takes_long_texts_as_small_as_they_are_painted(name: str) -> None:
    scale = smallest_text((LONGEST[name],), WIDE)
    assert smallest(LONGEST[name]) == pytest.approx(WALL_TYPE["anchor"] * scale, rel=0.02)


def test_where_texts_force_the_wall_below_the_formula_the_check_warns(program: Program) -> None:
    long = replace(STATES["vote"], question=" ".join(LONG) * 3)
    scale = smallest_text((long,), WIDE)
    assert scale < 1
    share = Fraction(round(WALL_TYPE["anchor"] * scale * 1000), 1000)
    form = BackRowForm("4.5", "1", "1080")
    assert back_row_view(form).legible
    assert back_row_view(form, TextSizes(smallest=share)).legible is False
    begin(program, Room(present=14))
    projection = program.window._projection
    assert projection is not None
    assert projection._sizes() == TextSizes()  # those of the questionnaire at hand need no smaller text
