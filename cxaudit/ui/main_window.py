"""The shell: menu bar, rail, messages, pages, status line. Screens are built at first need.

The window is painted before any model is loaded: `connect_session` builds the session, after the first paint or when
it is needed first. Pages come from `screens.table`, what the menus do is in `commands`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui import theme
from cxaudit.ui.actions import IN_QUESTIONS, places
from cxaudit.ui.commands import Commands
from cxaudit.ui.menus import Menus, menu_state
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.screens.base import Screen
from cxaudit.ui.screens.home import HomeScreen
from cxaudit.ui.widgets.card import Rule
from cxaudit.ui.widgets.focus_moves import FocusMoves
from cxaudit.ui.widgets.messages import Messages
from cxaudit.ui.widgets.rail import Rail
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:  # the first paint waits for no model
    from cxaudit.ui.notices import Notices
    from cxaudit.ui.projection import Projection
    from cxaudit.ui.session import Session

SMALLEST = (800, 560)
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MainWindow(QMainWindow):
    """The one window.

    Signals:
        painted: the window was painted for the first time.
    """

    painted = Signal()

    def __init__(self, preferences: Preferences, connect_session: Callable[[], Session]) -> None:
        super().__init__()
        self.preferences = preferences
        self._connect_session = connect_session
        self._session: Session | None = None
        self._notices: Notices | None = None
        self._projection: Projection | None = None
        self._was_painted = False
        self.screens: dict[str, Screen] = {}
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 800)
        self.setWindowTitle("cxaudit")
        self.menus = Menus(self, preferences.recent)
        self.menus.triggered.connect(self.run)
        self.menus.recent_chosen.connect(self.open_path)
        self._commands = Commands(self, preferences, lambda: self.session)
        self._build()
        preferences.changed.connect(self._take_settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_settings)
        FocusMoves(self).moved.connect(self._focus_moved)
        self.show_page("home")

    def _build(self) -> None:
        body = QWidget()
        self.messages = Messages()
        self.stack = QStackedWidget()
        self.rail = Rail(places())
        self.status_line = StatusLine()
        self.rail.place_chosen.connect(self._place_chosen)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.messages)
        middle.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(middle, 1)
        col = QVBoxLayout(body)
        col.setContentsMargins(0, 0, 0, 0)
        col.setSpacing(0)
        col.addWidget(Rule())
        col.addLayout(across, 1)
        col.addWidget(self.status_line)
        self.status_line.render_right(_("Offline"))
        self.setCentralWidget(body)
        if self.isVisible():
            body.show()  # at once: only what is seen takes the focus

    # ------------------------------------------------------------------ the session
    @property
    def session(self) -> Session:
        """Return the session, built at first need."""
        if self._session is None:
            from cxaudit.ui.notices import Notices  # noqa: PLC0415 - the first paint waits for no model
            from cxaudit.ui.projection import Projection  # noqa: PLC0415 - as above

            self._session = self._connect_session()
            self._session.place_changed.connect(self._show_place)
            self._session.changed.connect(self._refresh)
            self._session.opened.connect(self._opened)
            self._session.status_changed.connect(self._show_status)
            self._session.newer_found.connect(self._show_menus)
            self._notices = Notices(self, self.messages, self._session)
            self._projection = Projection(self, self.preferences, self._session)
            self._projection.stage.changed.connect(self._show_wall)
        return self._session

    def open_path(self, path: Path) -> None:
        """Open a document."""
        self.session.open(path)

    def run(self, action: str) -> None:
        """Run an action of `actions`: the page first, then the window."""
        if action in IN_QUESTIONS and self.screen_shown is not self.screens.get("question"):
            self.session.show_questions()
        if self.screen_shown.handle_action(action):
            return
        if self._projection is None or not self._projection.run(action):
            self._commands.run(action)

    # ------------------------------------------------------------------ pages
    @property
    def screen_shown(self) -> Screen:
        """Return the page that is shown."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, Screen)
        return shown

    def show_page(self, page: str) -> None:
        """Show a page: "home", "start", "question", "review" or one of the places after the results."""
        if page not in self.screens:
            screen = self._build_page(page)
            screen.action_wanted.connect(self.run)
            screen.hints_changed.connect(self._show_hints)
            self.screens[page] = screen
            self.stack.addWidget(screen)
        screen = self.screens[page]
        self.stack.setCurrentWidget(screen)
        self.rail.setVisible(screen.rail)
        self._show_menus()
        screen.enter()
        self._show_hints()
        self._show_wall()

    def _build_page(self, page: str) -> Screen:
        if page == "home":
            home = HomeScreen(self.preferences)
            home.path_chosen.connect(self.open_path)
            return home
        from cxaudit.ui.screens import table  # noqa: PLC0415 - the first paint waits for no model

        made = table.SCREENS[page](self.session)
        if self._projection is not None:
            made.take_stage(self._projection.stage)
        return made

    def _place_chosen(self, place: str) -> None:
        self.session.go_to(place)

    def _show_place(self, place: str) -> None:
        self.show_page(self._answer_page if place == "answer" else place)

    @property
    def _answer_page(self) -> str:
        session = self.session
        return "review" if session.flow.in_review else "start" if session.intro else "question"

    def _refresh(self) -> None:
        """Follow the flow between start page, questions and review list; keep the menus true."""
        if self.session.place == "answer":
            page = self._answer_page
            if self.screens.get(page) is not self.screen_shown:
                self.show_page(page)
        self._show_menus()

    # ------------------------------------------------------------------ what the frame shows
    def _show_menus(self) -> None:
        session = self._session
        self.menus.render_state(menu_state(self.preferences.settings, session))
        if session is not None and session.has_assessment:
            locked: frozenset[str] = (
                frozenset() if session.results_open else frozenset({"results", "plan", "what_if", "report"})
            )
            here = "results" if session.place == "what_if" else session.place
            self.rail.render_places(here, locked)

    def _show_hints(self) -> None:
        self.status_line.render_hints(self.screen_shown.hints())

    def _show_wall(self) -> None:
        """Say what the wall shows where no console does."""
        stage, page = self._projection.stage if self._projection else None, self.stack.currentWidget()
        untold = stage is not None and stage.window is not None and page is not self.screens.get("workshop")
        self.status_line.render_wall(_("Wall shows: {line}").format(line=stage.line) if stage and untold else "")

    def _focus_moved(self) -> None:
        new = QApplication.focusWidget()
        if new is None or new.window() is not self:
            return
        self._show_hints()
        step = new.parentWidget()
        while step is not None:
            if isinstance(step, Scroll):
                step.show_part(new)
            step = step.parentWidget()

    def _show_status(self) -> None:
        from cxaudit.presentation.status import status_view  # noqa: PLC0415 - the first paint waits for no model

        view = status_view(self.session.status, self.session.sent)
        self.status_line.render_saved(view.text, saved=view.saved, well=view.well)

    def _opened(self) -> None:
        session, title = self.session, "cxaudit"
        right = _("Offline")
        if session.has_assessment:
            name = session.assessment.organisation
            title = f"{name} – cxaudit" if name else title  # noqa: RUF001 - a dash between names
            right = f"{session.pack.id} {session.pack.version}   ·   {right}"
            if session.sample:
                right = _("Sample   ·   {right}").format(right=right)
        self.setWindowTitle(title)
        self.status_line.render_right(right)
        self._show_menus()

    def _take_settings(self) -> None:
        settings = self.preferences.settings
        if settings.zoom == theme.zoom():
            theme.apply(theme.look_for(settings.theme), settings.zoom)
        else:
            self._rebuild()
        self._show_menus()

    def _rebuild(self) -> None:
        """Build every part anew, because sizes are read when a widget is built."""
        page = next(name for name, screen in self.screens.items() if screen is self.screen_shown)
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()  # what is typed is sent while its page still stands
        self.screens = {}
        if (old := self.takeCentralWidget()) is not None:
            shiboken6.delete(old)  # now, so that what goes is not dressed again
        settings = self.preferences.settings
        theme.apply(theme.look_for(settings.theme), settings.zoom)
        self._build()
        if self._session is not None and self._notices is not None:
            self._notices.move_to(self.messages)
            self._opened()
            self._show_status()
        self.show_page(page)

    # ------------------------------------------------------------------ events
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.screen_shown.handle_key(event):
            event.accept()
        elif event.key() in _PAGES:
            self.screen_shown.scroll_page(_PAGES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
            QTimer.singleShot(0, self.menus.fill)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._session is not None:
            self._session.close()
        event.accept()
