"""The order in which Tab moves, for parts that are built anew: Qt puts those at the end of the window."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(*parts: QWidget) -> None:
    """Let Tab go through the parts, and what takes the focus inside of each, one after the other."""
    inside = (widget for part in parts for widget in (part, *part.findChildren(QWidget)))
    stops = [widget for widget in inside if widget.focusPolicy() != Qt.FocusPolicy.NoFocus]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)
