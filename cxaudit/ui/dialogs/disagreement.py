"""The map of disagreement: where the room is split, most split first; Return goes there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.app.room import RoomSession
from cxaudit.domain.model import LEVELS
from cxaudit.i18n import _
from cxaudit.presentation.disagreement import SplitLine, split_lines
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import color, px
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.layout import column
from cxaudit.ui.widgets.paint import CENTER, box, icon, painter, write
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.text import Text

_HEIGHT, _HEAD = 44, 24
_CELL = 30
_SAYS = 190
_MOST = 440


def _cells(width: int) -> list[QRectF]:
    """Return where the five levels stand in a line so wide; their height is that of a line."""
    left = width - px(_SAYS) - px(_CELL) * len(LEVELS)
    return [QRectF(left + px(_CELL) * k, 0, px(_CELL), px(_HEIGHT)) for k in range(len(LEVELS))]


class _Head(QWidget):
    """The levels over their cells."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(_HEAD))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            for level, cell in zip(LEVELS, _cells(self.width()), strict=True):
                cell.setHeight(self.height())
                write(p, cell, str(level), "captionstrong", "muted", CENTER)


class _Line(Pressable):
    """One question: title, a dot for each level as large as its share, what the votes say, a lock if it is closed."""

    def __init__(self, view: SplitLine) -> None:
        super().__init__(view.title)
        self._view = view
        counts = ", ".join(f"{level}: {count}" for level, count in enumerate(view.counts, 1))
        closed = _("closed") if view.closed else _("open")
        self.setAccessibleName(f"{view.title}, {view.says}, {counts}, {closed}")
        self.setFixedHeight(px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        view, width, height = self._view, self.width(), self.height()
        with painter(self) as p:
            if self.hovered or self.hasFocus():
                box(p, QRectF(self.rect()), "hover")
            cells = _cells(width)
            write(p, QRectF(px(12), 0, cells[0].left() - px(24), height), view.title, "body")
            most = max((*view.counts, 1))
            for count, cell in zip(view.counts, cells, strict=True):
                if count:
                    p.setPen(Qt.PenStyle.NoPen)
                    p.setBrush(color("accent"))
                    size = px(4) + px(9) * (count / most) ** 0.5
                    p.drawEllipse(cell.center(), size, size)
                write(p, cell, str(count) if count else "·", "captionstrong", "on_accent" if count else "muted", CENTER)
            says = QRectF(cells[-1].right() + px(12), 0, px(_SAYS - 50), height)
            write(p, says, view.says, "smallstrong", "ink")
            if view.closed:
                icon(p, "lock", QRectF(width - px(26), height / 2 - px(8), px(16), px(16)))


def ask_split(parent: QWidget, room: RoomSession) -> str | None:
    """Show where the room is split; return the practice id that was chosen, or None."""
    lines = [_Line(view) for view in split_lines(room)]
    sentence = _("Most split first. A number is how many chose that level. Return goes to the question.")
    dialog = Dialog(parent, _("Where the room is split"), sentence if lines else "", width=720)
    chosen: list[str] = []

    def choose(practice: str) -> None:
        chosen.append(practice)
        dialog.accept()

    for line, view in zip(lines, split_lines(room), strict=True):
        line.clicked.connect(partial(choose, view.practice))
    if lines:
        dialog.content.addLayout(column(_Head(), *lines, spacing=0))
        dialog.most = px(_MOST)
        roving = Roving(dialog, lines)
        if roving.current is not None:
            roving.current.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        dialog.content.addWidget(Text(_("No votes were revealed yet."), "body", "muted"))
    dialog.add_buttons(_("Close"), "")
    if dialog.accept_button is not None:
        dialog.accept_button.clicked.disconnect()
        dialog.accept_button.clicked.connect(dialog.reject)
    dialog.exec()
    return chosen[0] if chosen else None
