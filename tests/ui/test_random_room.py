"""A facilitator who presses anything at all in a workshop: nothing breaks, ends or shows a vote before its time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.console import begin, kept
from support.random_keys import RandomKeys
from typing_extensions import override

from cxaudit.app.wall import wall
from cxaudit.domain.workshop import Method, Room
from cxaudit.presentation.wall import WallView
from cxaudit.presentation.wall_words import frozen_line, wall_line
from cxaudit.ui.app import Program
from cxaudit.ui.screens.console import ConsoleScreen

KEY = Qt.Key
PRESSES = 500
ROOM_COMMANDS = (
    "wall_swap",
    "wall_window",
    "wall_shared",
    "wall_rehearse",
    "wall_blank",
    "wall_freeze",
    "wall_parking",
)
METHODS: tuple[Method, ...] = ("cards", "ballot", "tally")


class RoomKeys(RandomKeys):
    """Presses what a console takes more often than the rest, and looks at both windows after each key."""

    commands = (*ROOM_COMMANDS, "theme_dark", "zoom_in", "zoom_reset", "back_row", "keys", "answer")
    pages = ()
    modifiers = (Qt.KeyboardModifier.ShiftModifier,)  # Ctrl and Alt reach every command of the menus
    often = (*(KEY.Key_PageDown, KEY.Key_R, KEY.Key_Return, KEY.Key_Tab) * 6, KEY.Key_X, KEY.Key_V, KEY.Key_F5)

    def __init__(self, program: Program, seed: int) -> None:
        super().__init__(program, seed)
        self._watched = program
        self.seen: set[str] = set()

    @override
    def _key(self) -> None:
        super()._key()
        self.look()

    def look(self) -> None:
        """Find what must not be."""
        window, room = self._watched.window, self._watched.window.session.room
        stage = window._projection.stage if window._projection else None
        if room.shown is None or stage is None:
            return
        assert room.running, "only the menu ends a session"
        assert stage.window is not None
        painted = stage.window.paint.view
        assert painted == stage.view
        assert stage.line == (frozen_line(painted) if stage.frozen else wall_line(painted))
        if not (stage.frozen or stage.blank):
            assert tells_votes(painted) <= (wall(room.shown).phase in {"reveal", "locked"})
        console = window.screens.get("workshop")
        if isinstance(console, ConsoleScreen) and console.isVisible():
            assert console.parts.mirror.view == painted
        self.seen.add(painted.kind)


def tells_votes(view: WallView) -> bool:
    return view.band is not None or any(row.votes is not None for row in view.rows)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # menus, on a platform without a screen
@pytest.mark.parametrize("method", METHODS)
def test_keys_at_random_in_a_room_break_and_tell_nothing(program: Program, method: Method) -> None:
    begin(program, Room(present=2, method=method))
    keys = RoomKeys(program, METHODS.index(method))
    keys.press(PRESSES)
    kept(program)
    keys.look()
    assert keys.presses >= PRESSES
    assert keys.seen >= {"read", "vote"}
