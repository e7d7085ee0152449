"""A choice of many, told in groups: looks like a field, opens a menu on Return, Space, a press or an arrow."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import FIELD, RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.paint import box, icon, painter, write

Choices = tuple[tuple[tuple[str, str], ...], ...]
"""Groups of choices: each an id and its words."""


class MenuButton(Pressable):
    """Shows what is chosen; the menu shows what can be.

    Signals:
        chosen: the id that the user chose.
    """

    chosen = Signal(str)

    def __init__(self, name: str, groups: Choices) -> None:
        super().__init__("", radius=RADIUS_CONTROL)
        self._name = name
        self.setFixedHeight(px(FIELD))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self)
        self._group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for at, group in enumerate(groups):
            if at:
                self.menu.addSeparator()
            for choice, words in group:
                action = self._actions[choice] = self.menu.addAction(words.replace("&", "&&"))
                action.setCheckable(True)
                action.triggered.connect(partial(self._choose, choice))
                self._group.addAction(action)
        self._words = {choice: words for group in groups for choice, words in group}
        self.clicked.connect(self.open)

    def render_choice(self, choice: str) -> None:
        """Show what is chosen, without a signal."""
        self._actions[choice].setChecked(True)
        self.setText(self._words[choice])
        self.setAccessibleName(_("{name}: {choice}").format(name=self._name, choice=self.text()))
        self.update()

    def open(self) -> None:
        """Open the menu below, the choice at hand."""
        self.menu.setMinimumWidth(self.width())
        self.menu.setActiveAction(self._group.checkedAction() or self.menu.actions()[0])
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + px(4))), self._group.checkedAction())

    def _choose(self, choice: str) -> None:
        self.chosen.emit(choice)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(160), px(FIELD))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and not event.modifiers():
            self.open()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        height = self.height()
        with painter(self) as p:
            box(p, QRectF(self.rect()), "hover" if self.hovered else "surface", "control", RADIUS_CONTROL)
            write(p, QRectF(px(12), 0, self.width() - px(44), height), self.text(), "label")
            icon(p, "chevron-down", QRectF(self.width() - px(30), (height - px(18)) / 2, px(18), px(18)), "muted", 2)
