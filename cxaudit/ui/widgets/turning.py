"""Parts side by side that stand above each other where it is narrow, and ask for no more width than that."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from cxaudit.ui.theme import px

TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_WAYS = QBoxLayout.Direction


class Turning(QWidget):
    """A row that becomes a column below `turn` px at 100 %. Each part comes with its stretch in the row.

    `last_first` puts the last part on top of the column.
    """

    def __init__(self, turn: int, *parts: tuple[QWidget, int], spacing: int = 16, last_first: bool = False) -> None:
        super().__init__()
        self._column = _WAYS.BottomToTop if last_first else _WAYS.TopToBottom
        self._turn = turn
        self.parts = [part for part, _stretch in parts]
        self._stretches = [stretch for _part, stretch in parts]
        self._box = QBoxLayout(_WAYS.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(spacing))
        for part, stretch in parts:
            self._box.addWidget(part, stretch)

    def align(self, part: QWidget, alignment: Qt.AlignmentFlag) -> None:
        """Keep a part at an edge of its room."""
        self._box.setAlignment(part, alignment)

    @property
    def narrow(self) -> bool:
        """Return whether the parts stand above each other."""
        return self._box.direction() == self._column

    def turned(self) -> None:
        """Say that the parts have turned; for those who leave one out."""

    @override
    def minimumSizeHint(self) -> QSize:
        shown = [part for part in self.parts if not part.isHidden()]
        widths = [part.minimumSizeHint().expandedTo(part.minimumSize()).width() for part in shown]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < px(self._turn)
        if narrow != self.narrow:
            self._box.setDirection(self._column if narrow else _WAYS.LeftToRight)
            for at, stretch in enumerate(self._stretches):
                self._box.setStretch(at, 0 if narrow else stretch)
            self.turned()
            self.updateGeometry()
        super().resizeEvent(event)
