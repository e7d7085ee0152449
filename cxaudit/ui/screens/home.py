"""Home: start, open, explore the sample, recent files. No rail, no model: it is painted before either is loaded."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from cxaudit.app.ports import Theme
from cxaudit.i18n import _
from cxaudit.presentation.home import HomeView, home_view
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.screens.base import Screen
from cxaudit.ui.tokens import BUTTON_LARGE, BUTTON_SMALL, HOME_COLUMN
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card, Empty, Rule
from cxaudit.ui.widgets.home_parts import Hero, Ladder, RecentLine, Tile, Tiles
from cxaudit.ui.widgets.layout import centred, clear, column, holder, row
from cxaudit.ui.widgets.marks import Mark
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.status_line import Hint
from cxaudit.ui.widgets.text import Text

_KEYS = Qt.KeyboardModifier
_HELD = _KEYS.ControlModifier | _KEYS.AltModifier | _KEYS.MetaModifier


def themes() -> tuple[tuple[Theme, str], ...]:
    """Return the themes with their names."""
    return (
        ("system", _("As the system")),
        ("light", _("Light")),
        ("dark", _("Dark")),
        ("contrast", _("High contrast")),
    )


class HomeScreen(Screen):
    """The first page.

    Signals:
        path_chosen: a recent file is to be opened.
    """

    path_chosen = Signal(Path)

    place = "home"
    rail = False

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.start = Button(_("Start five-minute audit"), "primary", key="↵", icon_name="play", size=BUTTON_LARGE)
        self.start.clicked.connect(partial(self.action_wanted.emit, "new"))
        self._lines: list[RecentLine] = []
        self._roving = Roving(self)
        self._recent_box = Card(margins=(0, 4, 0, 4), spacing=0)
        self._clear = Button(_("Clear list"), "link", size=BUTTON_SMALL)
        self._clear.clicked.connect(preferences.forget)
        self._recent_head = holder(row(Text(_("Recent"), "strong", wrap=False), None, self._clear))
        self._none = Card(self._no_files(), margins=(8, 8, 8, 8))
        parts = (self._header(), self._hero(), self._tiles(), self._recent_head, self._recent_box, self._none, None)
        page = QWidget()
        page.setLayout(centred(holder(column(*parts, spacing=16)), HOME_COLUMN, margins=(32, 16, 32, 12)))
        self.set_page(Scroll(page))
        preferences.recent_changed.connect(self.refresh)
        preferences.changed.connect(self.refresh)

    # ------------------------------------------------------------------ parts
    def _header(self) -> QWidget:
        theme = Button("", "quiet", icon_name="contrast", size=BUTTON_SMALL, name=_("Change the theme"))
        theme.clicked.connect(self._choose_theme)
        self.theme_button = theme
        keys = Button("", "quiet", icon_name="circle-help", size=BUTTON_SMALL, name=_("Keys"))
        keys.clicked.connect(partial(self.action_wanted.emit, "keys"))
        return holder(row(Mark(24), Text("cxaudit", "heading", wrap=False), None, theme, keys))

    def _hero(self) -> QWidget:
        promise = column(
            Text(_("Digit keys answer. No account."), "small", "muted"),
            Text(_("Nothing leaves this computer."), "small", "muted"),
            spacing=0,
        )
        act = row(self.start, promise, spacing=20)
        act.setStretch(1, 1)
        words = column(
            None,
            Text(_("Where does customer experience stand with you, honestly?"), "display"),
            4,
            Text(self._promise(), "anchor", "muted"),
            16,
            act,
            None,
        )
        ladder = Ladder((_("Wished"), _("Started"), _("Set"), _("Used"), _("Proven")))
        return Hero(holder(words), ladder)

    def _promise(self) -> str:
        return " ".join(
            (
                _("Fifteen questions, five minutes."),
                _("You see what holds you back, what to do this week, and a report to forward."),
            )
        )

    def _tiles(self) -> QWidget:
        full = Tile("list-checks", _("Full audit"), _("26 questions, 15 minutes"), "F")
        open_ = Tile("folder-open", _("Open…"), _("A file on this computer"), "O")
        sample = Tile("sparkles", _("Explore a sample"), _("A finished assessment"), "E", _("Sample"))
        room = Tile("users", _("Run a workshop"), _("A room and a projector"), "W")
        room.clicked.connect(partial(self.action_wanted.emit, "workshop"))
        full.clicked.connect(partial(self.action_wanted.emit, "new_full"))
        open_.clicked.connect(partial(self.action_wanted.emit, "open"))
        sample.clicked.connect(partial(self.action_wanted.emit, "sample"))
        return Tiles(full, room, open_, sample)

    def _no_files(self) -> QWidget:
        where = _("Each audit is a file on this computer. The ones that you open are listed here.")
        return Empty("file-text", _("No audits yet"), where)

    # ------------------------------------------------------------------ what it shows
    @override
    def refresh(self) -> None:
        preferences = self._preferences
        self.render_view(
            home_view(preferences.recent(), preferences.today, remembers=preferences.settings.remember_recent)
        )

    def render_view(self, view: HomeView) -> None:
        """Show a view."""
        clear(self._recent_box.col)
        self._lines = [RecentLine(recent) for recent in view.recent]
        for k, line in enumerate(self._lines):
            if k:
                self._recent_box.col.addWidget(Rule(20))
            self._recent_box.col.addWidget(line)
            line.clicked.connect(partial(self.path_chosen.emit, line.path))
            line.customContextMenuRequested.connect(partial(self._file_menu, line))
        self._roving.reset(self._lines)
        for part in (self._recent_head, self._recent_box):
            part.setVisible(bool(self._lines))
        self._none.setVisible(not self._lines)

    @override
    def first_focus(self) -> QWidget:
        return self.start

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self.focusWidget() in self._lines:
            return (
                Hint("↑ ↓", _("move")),
                Hint("↵", _("open")),
                Hint("P", _("pin")),
                Hint("Del", _("take off the list")),
            )
        return (
            Hint("↵", _("start")),
            Hint("F", _("full audit")),
            Hint("W", _("workshop")),
            Hint("O", _("open")),
            Hint("E", _("sample")),
            Hint("?", _("all keys")),
        )

    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() or event.modifiers() & _HELD:
            return False
        line = self.focusWidget()
        if isinstance(line, RecentLine) and self._file_key(line, event):
            return True
        action = {"f": "new_full", "w": "workshop", "o": "open", "e": "sample", "?": "keys"}.get(event.text().lower())
        if action is not None:
            self.action_wanted.emit(action)
        return action is not None

    # ------------------------------------------------------------------ recent files
    def _file_key(self, line: RecentLine, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Delete:
            self._preferences.forget(line.path)
        elif event.text().lower() == "p":
            self._preferences.turn_pin(line.path)
        elif event.key() == Qt.Key.Key_Menu:
            self._file_menu(line, line.rect().center())
        else:
            return False
        return True

    def _file_menu(self, line: RecentLine, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pin = menu.addAction(_("Unpin") if line.pinned else _("Pin"))
        pin.triggered.connect(partial(self._preferences.turn_pin, line.path))
        off = menu.addAction(_("Take off the list"))
        off.triggered.connect(partial(self._preferences.forget, line.path))
        menu.addSeparator()
        never = menu.addAction(_("Never remember files"))
        never.triggered.connect(partial(self._preferences.set_remember, on=False))
        menu.popup(line.mapToGlobal(at))

    def _choose_theme(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for theme, word in themes():
            choice = menu.addAction(word)
            choice.setCheckable(True)
            choice.setChecked(theme == self._preferences.settings.theme)
            choice.triggered.connect(partial(self._preferences.set_theme, theme))
        menu.popup(self.theme_button.mapToGlobal(self.theme_button.rect().bottomLeft()))
