"""The menu bar, built from the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from cxaudit.app.ports import RecentFile, Settings
from cxaudit.i18n import _
from cxaudit.ui.actions import CHECKABLE, Action, Needs, actions, menus

if TYPE_CHECKING:  # the first paint waits for no model
    from cxaudit.ui.session import Session


@dataclass(frozen=True, slots=True)
class MenuState:
    """What decides which actions can be used (`needs` of `actions` that are met) and which are ticked."""

    met: frozenset[Needs] = frozenset()
    undo: str = ""
    redo: str = ""
    ticked: frozenset[str] = frozenset()


def menu_state(settings: Settings, session: Session | None) -> MenuState:
    """Return the state of the menus for a session, None before there is one."""
    ticked = {f"theme_{settings.theme}"}
    ticked |= {"confirm"} if settings.confirm_each_answer else set()
    ticked |= {"digits"} if settings.digits_answer else set()
    ticked |= {"wall_dark"} if settings.dark_wall else set()
    if session is None or not session.has_assessment:
        return MenuState(ticked=frozenset(ticked))
    work, trying = session.workspace, session.place == "what_if"  # the record is out of reach from there
    needs: dict[Needs, bool] = {
        "assessment": True,
        "reviewed": session.results_open,
        "undo": bool(work.undo_label) and not trying,
        "redo": bool(work.redo_label) and not trying,
        "quick": session.can_go_full,
        "full": session.can_go_quick,
        "vignettes": bool(work.pack.vignettes),
        "newer": session.newer is not None,
        "workshop": session.room.running,
    }
    met: frozenset[Needs] = frozenset(need for need, is_met in needs.items() if is_met)
    labels = ("", "") if trying else (work.undo_label, work.redo_label)
    return MenuState(met, *labels, frozenset(ticked))


class Menus(QObject):
    """Builds the menus of a window and keeps them true.

    Signals:
        triggered: the id of the action that was asked for.
        recent_chosen: the path of a recent file that was chosen.
    """

    triggered = Signal(str)
    recent_chosen = Signal(Path)

    def __init__(self, window: QMainWindow, recent: Callable[[], tuple[RecentFile, ...]]) -> None:
        super().__init__(window)
        self._recent = recent
        self.actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        bar = QMenuBar(window)  # made here: asking the window for its own makes the binding load every kind of widget
        for menu, title in menus():
            self._menus[menu] = QMenu(title, bar)
            bar.addMenu(self._menus[menu])
        window.setMenuBar(bar)
        self._state = MenuState()

    def fill(self) -> None:
        """Put the actions into the menus; the window is painted without them."""
        for row in actions():
            self._add(row)
        self.render_state(self._state)

    def _add(self, row: Action) -> None:
        menu = self._menus[row.menu]
        if row.id == "-":
            menu.addSeparator()
            return
        if row.id == "recent":
            inner = QMenu(row.text, menu)
            menu.addMenu(inner)
            inner.aboutToShow.connect(lambda: self._fill_recent(inner))
            return
        made = QAction(row.text, self)
        made.setShortcuts([QKeySequence(key) for key in row.keys])
        made.setCheckable(row.id in CHECKABLE)
        made.triggered.connect(lambda _on=False, name=row.id: self.triggered.emit(name))
        menu.addAction(made)
        self.actions[row.id] = made

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        entries = self._recent()
        for entry in entries:
            name = entry.organisation or entry.path.stem
            made = menu.addAction(name.replace("&", "&&"))
            made.triggered.connect(lambda _on=False, path=entry.path: self.recent_chosen.emit(path))
        if not entries:
            menu.addAction(_("No recent files")).setEnabled(False)

    def render_state(self, state: MenuState) -> None:
        """Enable, tick and word the actions."""
        self._state = state
        if not self.actions:
            return
        for row in actions():
            if row.id in self.actions:
                action = self.actions[row.id]
                action.setEnabled(not row.needs or row.needs in state.met)
                action.setChecked(row.id in state.ticked)
        undo = _("&Undo {what}").format(what=state.undo) if state.undo else _("&Undo")
        redo = _("&Redo {what}").format(what=state.redo) if state.redo else _("&Redo")
        self.actions["undo"].setText(undo)
        self.actions["redo"].setText(redo)
