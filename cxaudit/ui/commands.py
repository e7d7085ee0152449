"""What the menus do: one short method per action id, found by its name (`_new` for "new")."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cxaudit.ui.preferences import Preferences
from cxaudit.ui.theme import ZOOMS

if TYPE_CHECKING:  # the first paint waits for no model
    from cxaudit.ui.session import Session


class Commands:
    """Runs actions on the session; dialogs are loaded when they are asked for."""

    def __init__(self, window: QWidget, preferences: Preferences, session: Callable[[], Session]) -> None:
        self._window, self._preferences, self._session = window, preferences, session
        self._table: dict[str, Callable[[], object]] = {
            "new": lambda: session().start_quick_audit(),
            "new_full": lambda: session().start_full_audit(),
            "open": self._open,
            "sample": lambda: session().explore_sample(),
            "save_as": self._save_as,
            "export": lambda: session().go_to("report"),
            "close": lambda: session().close(),
            "quit": window.close,
            "undo": lambda: session().undo(),
            "redo": lambda: session().redo(),
            "theme_system": lambda: preferences.set_theme("system"),
            "theme_light": lambda: preferences.set_theme("light"),
            "theme_dark": lambda: preferences.set_theme("dark"),
            "theme_contrast": lambda: preferences.set_theme("contrast"),
            "theme_next": self._next_theme,
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_reset": lambda: preferences.set_zoom(100),
            "confirm": lambda: preferences.set_confirm(on=not preferences.settings.confirm_each_answer),
            "digits": lambda: preferences.set_digits(on=not preferences.settings.digits_answer),
            "wall_dark": lambda: preferences.set_dark_wall(on=not preferences.settings.dark_wall),
            "full": lambda: session().go_full(),
            "quick": lambda: session().go_quick(),
            "start_page": lambda: session().show_start(),
            "answer": lambda: session().go_to("answer"),
            "results": lambda: session().go_to("results"),
            "plan": lambda: session().go_to("plan"),
            "report": lambda: session().go_to("report"),
            "what_if": lambda: session().go_to("what_if"),
        }

    def run(self, action: str) -> None:
        """Run an action by its id."""
        known = self._table.get(action)
        if known is not None:
            known()
            return
        from cxaudit.ui.dialogs import table  # noqa: PLC0415 - a dialog is loaded when it is asked for

        table.DIALOGS[action](self._window, self._session)

    def _open(self) -> None:
        from cxaudit.ui.dialogs import files  # noqa: PLC0415 - as above

        path = files.ask_open(self._window, self._session().services.documents_folder)
        if path is not None:
            self._session().open(path)

    def _save_as(self) -> None:
        document = self._session().document
        from cxaudit.ui.dialogs import files  # noqa: PLC0415 - as above

        start: Path = document.path if document else self._session().services.documents_folder / "Audit.cxaudit"
        path = files.ask_save(self._window, start)
        if path is not None:
            self._session().save_as(path)

    def _next_theme(self) -> None:
        order = ("system", "light", "dark", "contrast")
        now = order.index(self._preferences.settings.theme)
        self._preferences.set_theme(order[(now + 1) % len(order)])

    def _zoom(self, by: int) -> None:
        now = self._preferences.settings.zoom
        at = min(range(len(ZOOMS)), key=lambda k: abs(ZOOMS[k] - now)) + by
        self._preferences.set_zoom(ZOOMS[max(0, min(at, len(ZOOMS) - 1))])
