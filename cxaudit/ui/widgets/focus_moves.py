"""Tells that the keyboard focus moved, once nothing is under way any more.

A widget that is destroyed gives the focus away in the middle of its destruction, where its window has children that are
half gone; Python must not look at them then. So a timer takes the signal, inside Qt, and tells of it from the event
loop, without the widgets: `QApplication.focusWidget` is alive by then.
"""

from __future__ import annotations

from PySide6.QtCore import SIGNAL, SLOT, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication


class FocusMoves(QObject):
    """Listens as long as its parent lives.

    Signals:
        moved: the focus is elsewhere; several moves in a row are told once.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.moved)
        app = QApplication.instance()
        if app is not None:
            QObject.connect(app, SIGNAL("focusChanged(QWidget*,QWidget*)"), self._rest, SLOT("start()"))
