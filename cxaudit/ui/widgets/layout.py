"""Rows and columns without ceremony: `column(title, 8, row(a, None, b))`.

An item is a widget, a layout, None for stretch, or an int for a gap (px at 100 %). `holder` makes a widget of a
layout. `Flip` is a row that becomes a column where it gets narrow.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.ui.theme import px

_UNLIMITED = 16_777_215

Item = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]


def row(*items: Item, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a horizontal layout of the items."""
    made = QHBoxLayout()
    fill(made, *items, spacing=spacing, margins=margins)
    return made


def column(*items: Item, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a vertical layout of the items."""
    made = QVBoxLayout()
    fill(made, *items, spacing=spacing, margins=margins)
    return made


def fill(layout: QBoxLayout, *items: Item, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> None:
    """Put items into a layout; spacing and margins are px at 100 %."""
    layout.setSpacing(px(spacing))
    layout.setContentsMargins(*(px(m) for m in margins))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(px(item))
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def holder(layout: QLayout, name: str = "") -> QWidget:
    """Return a widget that holds a layout, with an accessible name where one is given."""
    made = QWidget()
    made.setLayout(layout)
    if name:
        made.setAccessibleName(name)
    return made


def centred(inner: QWidget, width: int, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a layout that centres a widget, at most `width` px wide at 100 %."""
    inner.setMaximumWidth(px(width))
    made = row(None, inner, None, spacing=0, margins=margins)
    made.setStretch(1, 1000)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let the widgets die."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class Flip(QWidget):
    """Two widgets side by side, one above the other where the width is below `turn` (px at 100 %).

    Side by side the second one is `side` px wide; where that is 0 as wide as it wants, or `equal` to the first.
    """

    def __init__(
        self, first: QWidget, second: QWidget, turn: int, *, side: int = 0, equal: bool = False, spacing: int = 16
    ) -> None:
        super().__init__()
        self._turn, self._side, self._second = turn, side, second
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        fill(self._box, first, second, spacing=spacing)
        self._box.setStretch(0, 1)
        self._box.setStretch(1, int(equal))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < px(self._turn)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        if self._side:
            self._second.setMinimumWidth(0 if narrow else px(self._side))
            self._second.setMaximumWidth(_UNLIMITED if narrow else px(self._side))
        super().resizeEvent(event)
