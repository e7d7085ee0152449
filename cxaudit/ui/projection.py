"""The wall of the workshop at hand: opened and taken away with the session, kept true each moment, led by actions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from cxaudit.presentation.back_row import TextSizes
from cxaudit.presentation.wall import Cover, WallView, longest_views, wall_view
from cxaudit.ui.dialogs.back_row import show_back_row
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.session import Session
from cxaudit.ui.tokens import WALL_TYPE
from cxaudit.ui.wall.arrange import smallest_text
from cxaudit.ui.wall.monitors import REHEARSAL, SHARED, WINDOW, screen_of
from cxaudit.ui.wall.stage import WallStage
from cxaudit.ui.widgets.announce import announce

_TICK_MS = 250
_STYLES = ("anchor", "question", "digit")


class Projection(QObject):
    """Follows the session's room; `stage` is the wall itself.

    The end of a session stays on the wall until the window goes on to another place.
    """

    def __init__(self, window: QWidget, preferences: Preferences, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self.stage = WallStage(preferences, window, self._view)
        self._leaving = False
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.stage.refresh)
        session.room.running_changed.connect(self._follow)
        session.room.shown_changed.connect(self._follow)
        session.opened.connect(self._follow)
        session.place_changed.connect(self._leave)
        session.closing.connect(self.stop)
        self.stage.said.connect(self._say)
        self._actions: dict[str, Callable[[], object]] = {
            "wall_swap": self.stage.swap,
            "wall_blank": self.stage.toggle_blank,
            "wall_freeze": self.stage.toggle_freeze,
            "wall_parking": self.stage.toggle_parking,
            "wall_window": partial(self.stage.stand, WINDOW),
            "wall_shared": partial(self.stage.stand, SHARED),
            "wall_rehearse": partial(self.stage.stand, REHEARSAL),
            "back_row": self._check_back_row,
        }

    def run(self, action: str) -> bool:
        """Run an action that is about the wall; return whether it was one."""
        act = self._actions.get(action)
        if act is not None:
            act()
        return act is not None

    def stop(self) -> None:
        """Take the wall away."""
        self._ticking.stop()
        self._leaving = False
        self.stage.stop()

    def _say(self, words: str) -> None:
        announce(self._window, words)

    def _view(self, cover: Cover) -> WallView:
        room = self._session.room
        return WallView("blank") if room.shown is None else wall_view(room.shown, room.now(), cover)

    def _follow(self) -> None:
        shown = self._session.room.shown
        if shown is None:
            self.stop()
        elif shown.workshop.ended:
            self._ticking.stop()
            QTimer.singleShot(0, self, self._end)  # what follows the end at once is part of it
        else:
            self._leaving = False
            self.stage.start(REHEARSAL if self._session.rehearsing else "")
            self._ticking.start()
        self.stage.refresh()

    def _end(self) -> None:
        self._leaving = self.stage.window is not None

    def _leave(self, place: str) -> None:
        self.stage.follow_console(shown=place == "workshop")
        if self._leaving:
            self.stop()

    def _check_back_row(self) -> None:
        show_back_row(self._window, screen_of(self.stage.place), self._sizes())

    def _sizes(self) -> TextSizes:
        """Return the wall's text sizes, as small as the longest texts of this questionnaire make them."""
        room = self._session.room.shown
        scale = 1.0 if room is None else smallest_text(longest_views(room), self.stage.wide)
        return TextSizes(*(Fraction(round(WALL_TYPE[style] * scale * 1000), 1000) for style in _STYLES))
