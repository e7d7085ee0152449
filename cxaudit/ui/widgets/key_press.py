"""Reads answer keys: the digits of the top row by place (French keyboards need Shift for them), and of the keypad."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_MODIFIERS = Qt.KeyboardModifier
_FOREIGN = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier | _MODIFIERS.MetaModifier
_TOP_ROW = {
    "win32": {0x02: 1, 0x03: 2, 0x04: 3, 0x05: 4, 0x06: 5, 0x0B: 0},
    "darwin": {0x12: 1, 0x13: 2, 0x14: 3, 0x15: 4, 0x17: 5, 0x1D: 0},
    "linux": {10: 1, 11: 2, 12: 3, 13: 4, 14: 5, 19: 0},
}
"""Places of the keys 1 to 5 and 0 as each system numbers them: PC scan codes, macOS key codes, X11 key codes."""


def plain(event: QKeyEvent) -> bool:
    """Return whether no Ctrl, Alt or Meta is held."""
    return not event.modifiers() & _FOREIGN


def digit(event: QKeyEvent) -> int | None:
    """Return the digit 0 to 5 of a key press, by what it types or by its place in the top row; else None."""
    if not plain(event):
        return None
    if event.text() in {"0", "1", "2", "3", "4", "5"}:
        return int(event.text())
    if event.modifiers() & _MODIFIERS.KeypadModifier or (event.text().isalnum() and event.text().isascii()):
        return None
    place = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    return _TOP_ROW.get(sys.platform, {}).get(place)
