"""The program with a window: one QApplication, one composition, one place where a crash ends up.

The window is painted with nothing but settings; the services, and with them the models, are built after that.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from cxaudit.app.ports import Clock, Services, SettingsStore
from cxaudit.ui import fonts, theme
from cxaudit.ui.crashes import Crashes
from cxaudit.ui.main_window import MainWindow
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.tasks import Tasks
from cxaudit.ui.widgets.focus_ring import FocusRings

if TYPE_CHECKING:  # the first paint waits for no model
    from cxaudit.ui.session import Session

BuildServices = Callable[[], Services]
TITLE_BAR = 32
"""Logical px that a system's title bar takes at most, as is usual."""


def make_application(arguments: list[str]) -> QApplication:
    """Return the QApplication with our fonts, style and focus ring; the running one where there is one."""
    running = QApplication.instance()
    fusion = [*(arguments or ["cxaudit"]), "-style", "Fusion"]
    app = running if isinstance(running, QApplication) else QApplication(fusion)
    if not app.property("dressed"):
        app.setApplicationName("cxaudit")
        app.setApplicationDisplayName("")
        app.setDesktopFileName("cxaudit")
        fonts.load()
        FocusRings(app)
        app.setProperty("dressed", True)
    return app


class Program:
    """Everything that lives as long as the window: tasks, preferences, the window, and the session once it is needed.

    `build` is called once, after the first paint or when the first command needs it.
    """

    def __init__(self, store: SettingsStore, clock: Clock, build: BuildServices, path: Path | None = None) -> None:
        self.tasks = Tasks()
        self.preferences = Preferences(store, clock, self.tasks)
        settings = self.preferences.settings
        theme.apply(theme.look_for(settings.theme), settings.zoom)
        self._build = build
        self._path = path
        self.session: Session | None = None
        self.crashes = Crashes()
        self.window = MainWindow(self.preferences, self.connect)
        self.window.painted.connect(self._after_first_paint)

    def connect(self) -> Session:
        """Build the services and the session on them."""
        from cxaudit.ui.session import Session  # noqa: PLC0415 - the first paint waits for no model

        services = self._build()
        self.crashes.attach(services.log_file)
        self.session = Session(services, self.preferences, self.tasks)
        self.crashes.flush = self.session.flush
        return self.session

    def _after_first_paint(self) -> None:
        gc.freeze()
        gc.enable()
        session = self.window.session
        if self._path is not None:
            session.open(self._path)
        else:
            session.warm_up()

    def close(self) -> None:
        """End what runs in the background."""
        if self.session is not None:
            self.session.close()
            self.session.report.finish()
        self.tasks.finish()
        self.crashes.detach()


def fit(window: MainWindow) -> None:
    """Let a window be no larger than its screen, its title bar included."""
    window.resize(window.size().boundedTo(window.screen().availableSize() - QSize(0, TITLE_BAR)))


def run(
    store: SettingsStore, clock: Clock, build: BuildServices, path: Path | None = None, *, check: bool = False
) -> int:
    """Open the window, with a document where a path is given, and return the exit code.

    With `check` the window closes as soon as it is painted: a test of the installation.
    """
    app = make_application(sys.argv[:1])
    program = Program(store, clock, build, path)
    program.crashes.install()
    if check:
        program.window.painted.connect(app.quit)
    fit(program.window)
    program.window.show()
    code = app.exec()
    program.close()
    return code
