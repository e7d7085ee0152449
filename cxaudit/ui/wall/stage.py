"""What the wall shows and where it stands: blank, frozen, the parking lot; a monitor, a window, or no screen at all.

    stage = WallStage(preferences, window, view_of)      # view_of(cover) -> WallView, as `wall_view` builds it
    stage.start()                                        # when a session begins or goes on
    room.shown_changed.connect(stage.refresh)            # and each second, for the clock
    stage.changed.connect(lambda: mirror.render_view(stage.view))

Nothing here knows votes or keeps any state of the session: a projector may come and go.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from cxaudit.presentation.wall import Cover, WallView
from cxaudit.presentation.wall_words import announcement, frozen_line, wall_line
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.tokens import WALL_DARK, WALL_LIGHT, WallLook
from cxaudit.ui.wall.monitors import (
    REHEARSAL,
    SHARED,
    WINDOW,
    chosen,
    monitor_key,
    monitors,
    place_words,
    screen_of,
    set_key,
    swapped,
)
from cxaudit.ui.wall.paint import WIDE
from cxaudit.ui.wall.window import AudienceWindow

ViewOf = Callable[[Cover], WallView]


def _step(view: WallView) -> tuple[str, str]:
    """Return what of a view is another one after a step."""
    return view.kind, view.question


class WallStage(QObject):
    """The wall of one session at a time.

    Signals:
        changed: the wall shows something else, or stands elsewhere.
        said: what a screen reader should say of it.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, preferences: Preferences, console: QWidget, view_of: ViewOf) -> None:
        """Prepare a wall beside the window `console`."""
        super().__init__(console)
        self._preferences, self._console, self._view_of = preferences, console, view_of
        self._strip_of: Callable[[], QWidget] = QWidget
        self._over_console = True
        self._window: AudienceWindow | None = None
        self._view = WallView("blank")
        self._held: WallView | None = None
        self._cover: Cover = ""
        self._covered = ("", "")
        self._place, self._only = REHEARSAL, ""
        self._missing = False
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self.arrange)
        preferences.changed.connect(self._dress)

    # ------------------------------------------------------------------ what it shows
    @property
    def view(self) -> WallView:
        """Return what the wall shows."""
        return self._view

    @property
    def look(self) -> WallLook:
        """Return the wall's look."""
        return WALL_DARK if self._preferences.settings.dark_wall else WALL_LIGHT

    @property
    def wide(self) -> float:
        """Return the wall's width in heights, for its mirror."""
        return self._window.paint.wide if self._window is not None and self._window.isVisible() else WIDE

    @property
    def frozen(self) -> bool:
        """Return whether the wall keeps what it shows."""
        return self._held is not None

    @property
    def blank(self) -> bool:
        """Return whether the wall is blank."""
        return self._cover == "blank"

    @property
    def line(self) -> str:
        """Return what the wall shows, to follow "Wall shows:"."""
        return frozen_line(self._view) if self.frozen else wall_line(self._view)

    @property
    def place_line(self) -> str:
        """Return where the wall stands."""
        return place_words(monitors(), self._place, missing=self._missing)

    def refresh(self) -> None:
        """Show what there is to be shown now."""
        if self._window is None:
            return
        before, step = self._view, _step(self._view_of(""))
        if self._cover == "parking" and step != self._covered:
            self._cover = ""  # the room goes on
        shown = self._held or self._view_of("parking" if self._cover == "parking" else "")
        self._view = WallView("blank") if self.blank else shown
        if self._view != before:
            self._window.paint.render_view(self._view)
            self.changed.emit()
            if words := announcement(before, self._view):
                self.said.emit(words)

    def toggle_blank(self) -> None:
        """Let the wall show nothing, or again what it showed."""
        self._cover = "" if self.blank else "blank"
        self.refresh()

    def toggle_freeze(self) -> None:
        """Let the wall keep what it shows while the console goes on, or follow the console again."""
        self._held = None if self.frozen else self._view_of("parking" if self._cover == "parking" else "")
        self.refresh()
        self.changed.emit()

    def toggle_parking(self) -> None:
        """Let the wall show what was put aside until the room takes another step, or the question again."""
        self._cover = "" if self._cover == "parking" else "parking"
        self._covered = _step(self._view_of(""))
        self.refresh()

    def _dress(self) -> None:
        if self._window is not None:
            self._window.paint.render_look(self.look)
            self.changed.emit()

    # ------------------------------------------------------------------ where it stands
    @property
    def window(self) -> AudienceWindow | None:
        """Return the audience's window while a session runs; it may be hidden."""
        return self._window

    @property
    def place(self) -> str:
        """Return where the wall stands: a monitor's key, or one of `monitors`'s words for other places."""
        return self._place

    def start(self, place: str = "") -> None:
        """Open the wall where it stood last with the monitors that are there, or, this time only, at a place."""
        if self._window is not None:
            return
        self._place, self._only, self._missing = REHEARSAL, place, False
        self._window = AudienceWindow()
        self._window.key_pressed.connect(self._pass_on)
        self._window.dismissed.connect(lambda: self.stand(REHEARSAL))
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screen_came)
        app.screenRemoved.connect(self._screen_went)
        app.primaryScreenChanged.connect(self._later)
        for screen in app.screens():
            self._watch(screen)
        self._cover, self._held = "", None
        self._view = self._view_of("")
        self._window.paint.render_view(self._view)
        self._window.paint.render_look(self.look)
        self.arrange()

    def stop(self) -> None:
        """Take the wall away; the session is the console's business."""
        if self._window is None:
            return
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.disconnect(self._screen_came)
        app.screenRemoved.disconnect(self._screen_went)
        app.primaryScreenChanged.disconnect(self._later)
        self._window.put_away()
        self._window.deleteLater()
        self._window = None
        self.changed.emit()

    def stand(self, place: str) -> None:
        """Let the wall stand somewhere, and remember it for the monitors that are there."""
        self._only = ""
        self._preferences.remember_wall(set_key(monitors()), place)
        self.arrange()

    def swap(self) -> None:
        """Let the wall stand on the next monitor; the console makes way."""
        self.stand(swapped(monitors(), self._place))

    def give_strip(self, strip_of: Callable[[], QWidget]) -> None:
        """Take what makes the strip that is left of the console where both share a screen."""
        self._strip_of = strip_of
        self._arrange_shared()

    def follow_console(self, *, shown: bool) -> None:
        """Lie over the console alone where both share a screen, not over another page of its window."""
        if shown != self._over_console:
            self._over_console = shown
            self._arrange_shared()

    def _arrange_shared(self) -> None:
        if self._place == SHARED:
            self.arrange()

    def arrange(self) -> None:
        """Put the wall where it belongs with the monitors that are there now."""
        if self._window is None:
            return
        there = monitors()
        had_projector = self._place not in {WINDOW, SHARED, REHEARSAL}
        remembered = self._only or self._preferences.wall_for(set_key(there))
        place = chosen(there, monitor_key(self._console.screen()), remembered)
        self._missing = place == REHEARSAL and not remembered and (had_projector or self._missing)
        self._place = place
        active = self._console.isActiveWindow()
        self._put(self._window, place)
        if active:
            self._console.activateWindow()  # some systems give the focus to whatever is shown last
        self.changed.emit()

    def _put(self, window: AudienceWindow, place: str) -> None:
        screen = screen_of(place)
        if place != SHARED:
            window.leave()
        if screen is not None:
            self._make_way(screen)
            window.fill(screen.geometry())
        elif place == SHARED and self._over_console:
            window.share(self._console, self._strip_of())
        elif place == WINDOW:
            window.float_free(self._console.screen().geometry())
        else:
            window.put_away()

    def _make_way(self, screen: QScreen) -> None:
        """Move the console off a monitor."""
        if self._console.screen() is not screen:
            return
        other = next((found for found in QGuiApplication.screens() if found is not screen), None)
        if other is None:
            return
        large = self._console.isMaximized()
        self._console.showNormal()
        room = other.availableGeometry()
        rect = QRect(room.topLeft(), self._console.size().boundedTo(room.size()))
        rect.moveCenter(room.center())
        self._console.setGeometry(rect)
        if large:
            self._console.showMaximized()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._later)
        screen.logicalDotsPerInchChanged.connect(self._later)

    def _screen_came(self, screen: QScreen) -> None:
        self._watch(screen)
        self._later()

    def _screen_went(self, screen: QScreen) -> None:
        """Hide the wall at once, or the system would put it over the console."""
        if self._window is not None and monitor_key(screen) == self._place:
            self._window.hide()
        self._later()

    def _later(self, _change: object = None) -> None:
        self._settling.start()

    def _pass_on(self, event: QKeyEvent) -> None:
        """Give a key that came to the wall to the console, and the focus with it, so that further ones go there."""
        self._console.activateWindow()
        target = self._console.focusWidget() or self._console
        QCoreApplication.sendEvent(target, event)
