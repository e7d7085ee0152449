"""The map of disagreement: where the room is split, most split first; Return goes there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.app.room import RoomSession
from cxaudit.i18n import _
from cxaudit.presentation.disagreement import SplitLine, split_lines
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import color, px
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.layout import column, holder
from cxaudit.ui.widgets.paint import CENTER, RIGHT, box, icon, painter, write
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text

_HEIGHT = 44
_CELL = 30


class _Line(Pressable):
    """One question: title, a dot for each level as large as its share, what the votes say."""

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
            cells = px(_CELL) * 5
            left = width - cells - px(190)
            write(p, QRectF(px(12), 0, left - px(24), height), view.title, "body")
            most = max((*view.counts, 1))
            for k, count in enumerate(view.counts):
                middle = QPointF(left + px(_CELL) * (k + 0.5), height / 2)
                if count:
                    p.setPen(Qt.PenStyle.NoPen)
                    p.setBrush(color("accent"))
                    size = px(4) + px(9) * (count / most) ** 0.5
                    p.drawEllipse(middle, size, size)
                cell = QRectF(left + px(_CELL) * k, 0, px(_CELL), height)
                write(p, cell, str(count) if count else "·", "captionstrong", "on_accent" if count else "muted", CENTER)
            write(p, QRectF(width - px(184), 0, px(150), height), view.says, "smallstrong", "ink", RIGHT)
            if view.closed:
                icon(p, "lock", QRectF(width - px(26), height / 2 - px(8), px(16), px(16)))


def ask_split(parent: QWidget, room: RoomSession) -> str | None:
    """Show where the room is split; return the practice id that was chosen, or None."""
    lines = [_Line(view) for view in split_lines(room)]
    sentence = _("Most split first; a dot for each level, the number is how many chose it. Return goes there.")
    dialog = Dialog(parent, _("Where the room is split"), sentence if lines else "", width=720)
    chosen: list[str] = []

    def choose(practice: str) -> None:
        chosen.append(practice)
        dialog.accept()

    for line, view in zip(lines, split_lines(room), strict=True):
        line.clicked.connect(partial(choose, view.practice))
    if lines:
        area = Scroll(holder(column(*lines, None, spacing=0, margins=(4, 4, 12, 4))))
        area.setMinimumHeight(min(px(_HEIGHT) * len(lines) + px(12), px(440)))
        dialog.content.addWidget(area)
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
