"""The settings and the list of recent files, for the window: read at the start, written in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cxaudit.app.ports import Clock, RecentFile, Settings, SettingsStore, Theme
from cxaudit.app.reporting import PaperSize
from cxaudit.ui.tasks import Tasks

_MOST_WALLS = 20
_MOST_BRANDS = 200


class Preferences(QObject):
    """What the program remembers between sessions.

    Signals:
        changed: a setting was changed.
        recent_changed: the list of recent files was changed and is on disk.
    """

    changed = Signal()
    recent_changed = Signal()

    def __init__(self, store: SettingsStore, clock: Clock, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock, self._tasks = store, clock, tasks
        self._settings = store.load()

    @property
    def today(self) -> date:
        """Return today's date."""
        return self._clock.now().date()

    @property
    def settings(self) -> Settings:
        """Return the settings as they are now."""
        return self._settings

    def set_theme(self, theme: Theme) -> None:
        """Choose a theme."""
        self._change(replace(self._settings, theme=theme))

    def set_zoom(self, zoom: int) -> None:
        """Choose a zoom in per cent."""
        self._change(replace(self._settings, zoom=zoom))

    def set_confirm(self, *, on: bool) -> None:
        """Choose whether each answer is confirmed with Return."""
        self._change(replace(self._settings, confirm_each_answer=on))

    def set_digits(self, *, on: bool) -> None:
        """Choose whether the digit keys answer."""
        self._change(replace(self._settings, digits_answer=on))

    def set_remember(self, *, on: bool) -> None:
        """Choose whether recent files are remembered; switching it off empties the list."""
        self._change(replace(self._settings, remember_recent=on))
        if not on:
            self.forget()

    def wall_for(self, monitors: str) -> str:
        """Return where the wall stands with these monitors, or nothing where it never stood."""
        return dict(self._settings.walls).get(monitors, "")

    def remember_wall(self, monitors: str, choice: str) -> None:
        """Remember where the wall stands with these monitors."""
        rest = [wall for wall in self._settings.walls if wall[0] != monitors]
        self._change(replace(self._settings, walls=(*rest, (monitors, choice))[-_MOST_WALLS:]))

    def set_dark_wall(self, *, on: bool) -> None:
        """Choose whether the wall is dark."""
        self._change(replace(self._settings, dark_wall=on))

    def brand_for(self, assessment: str) -> Path | None:
        """Return the folder of the brand that an assessment's report has, or None."""
        folder = dict(self._settings.brands).get(assessment, "")
        return Path(folder) if folder else None

    def remember_brand(self, assessment: str, folder: Path | None) -> None:
        """Remember the brand of an assessment's report, or that it has none."""
        rest = tuple(brand for brand in self._settings.brands if brand[0] != assessment)
        new = () if folder is None else ((assessment, str(folder)),)
        self._change(replace(self._settings, brands=(*rest, *new)[-_MOST_BRANDS:]))

    def set_paper(self, paper: PaperSize) -> None:
        """Choose the paper that reports are written for."""
        self._change(replace(self._settings, paper=paper))

    def recent(self) -> tuple[RecentFile, ...]:
        """Return the recent files; none where they are not to be remembered."""
        return self._store.recent() if self._settings.remember_recent else ()

    def remember(self, entry: RecentFile) -> None:
        """Put a file at the head of the list; a pinned one stays pinned."""
        if self._settings.remember_recent:
            known = {old.path: old.pinned for old in self._store.recent()}
            self._later(partial(self._store.remember, replace(entry, pinned=known.get(entry.path, False))))

    def forget(self, path: Path | None = None) -> None:
        """Take a file off the list, or all that are not pinned."""
        self._later(partial(self._store.forget, path))

    def turn_pin(self, path: Path) -> None:
        """Pin a file to the head of the list, or take the pin away."""
        for entry in self._store.recent():
            if entry.path == path:
                self._later(partial(self._store.remember, replace(entry, pinned=not entry.pinned)))

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._tasks.start(lambda: self._store.save(settings), _nothing, _nothing)
            self.changed.emit()

    def _later(self, work: Callable[[], None]) -> None:
        self._tasks.start(work, lambda _result: self.recent_changed.emit(), _nothing)


def _nothing(_value: object) -> None:
    """Settings that cannot be kept are no reason to stop anybody's work."""
