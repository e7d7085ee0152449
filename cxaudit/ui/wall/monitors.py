"""The monitors that there are, and which of them the wall stands on.

Two that show the same picture count as one: a laptop that is set to repeat its screen on the projector.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen

from cxaudit.i18n import _

WINDOW, SHARED, REHEARSAL = "=window", "=shared", "=rehearsal"
"""Where a wall may stand besides a monitor: in a window, on the console's own monitor, or nowhere."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """One monitor: a name that stays the same from day to day as far as the system tells one, and its place."""

    key: str
    rect: QRect

    @property
    def size_words(self) -> str:
        """Return its size in px."""
        return _size_words(self.rect.size())


def monitors() -> tuple[Monitor, ...]:
    """Return the monitors, the main one first."""
    found: dict[tuple[int, int, int, int], Monitor] = {}
    for screen in QGuiApplication.screens():
        place = screen.geometry()
        found.setdefault(place.getRect(), Monitor(monitor_key(screen), place))  # pyright: ignore[reportArgumentType] - a tuple of four
    return tuple(found.values())


def monitor_key(screen: QScreen) -> str:
    """Return what tells a monitor from others: its make, its model, and where it is plugged in."""
    return " ".join(part for part in (screen.manufacturer(), screen.model(), screen.name()) if part)


def screen_of(key: str) -> QScreen | None:
    """Return a monitor by its key, as Qt knows it; None where it is not there."""
    return next((screen for screen in QGuiApplication.screens() if monitor_key(screen) == key), None)


def screen_beside(console: QScreen) -> QScreen:
    """Return a monitor that shows another picture than the console's, or the console's where there is none."""
    others = (screen for screen in QGuiApplication.screens() if screen.geometry() != console.geometry())
    return next(others, console)


def resolution(screen: QScreen) -> str:
    """Return how many points a monitor has, in words."""
    size = screen.geometry().size() * screen.devicePixelRatio()
    return _size_words(size)


def _size_words(size: QSize) -> str:
    return _("{width} × {height}").format(width=size.width(), height=size.height())  # noqa: RUF001 - times


def set_key(there: tuple[Monitor, ...]) -> str:
    """Return one name for all monitors together, whatever their order."""
    return " + ".join(sorted(monitor.key for monitor in there))


def chosen(there: tuple[Monitor, ...], console: str, remembered: str) -> str:
    """Return where the wall stands: what was chosen last with these monitors, else one that the console is not on.

    With a single monitor that is nowhere: nothing covers the console unasked.
    """
    keys = [monitor.key for monitor in there]
    if remembered in {WINDOW, SHARED, REHEARSAL} or remembered in keys[: len(keys) if len(keys) > 1 else 0]:
        return remembered
    return next((key for key in keys if key != console), REHEARSAL)


def swapped(there: tuple[Monitor, ...], now: str) -> str:
    """Return where the wall stands after a swap: the next monitor; of a single one, all of it or nothing."""
    keys = [monitor.key for monitor in there]
    if len(keys) < 2:
        return REHEARSAL if now == SHARED else SHARED
    return keys[(keys.index(now) + 1) % len(keys)] if now in keys else keys[-1]


def place_words(there: tuple[Monitor, ...], place: str, *, missing: bool) -> str:
    """Return in words where the wall stands."""
    if missing:
        return _("The projector is gone. The wall comes back with it.")
    for monitor in there:
        if monitor.key == place:
            return _("Other screen, {size}").format(size=monitor.size_words)
    return {
        WINDOW: _("In a window"),
        SHARED: _("On this screen"),
        REHEARSAL: _("Rehearsal: on no screen"),
    }[place]
