"""Says a text through the screen reader, without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let those who hear the screen hear what changed elsewhere on it."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
