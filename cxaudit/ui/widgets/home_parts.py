"""Parts of the home screen: the ladder, a tile, a recent file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.home import RecentView
from cxaudit.ui.theme import px, width_of
from cxaudit.ui.tokens import RADIUS_CARD, RADIUS_SHEET
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import fill
from cxaudit.ui.widgets.marks import KEY_HEIGHT, draw_key, draw_tag, key_width, tag_width
from cxaudit.ui.widgets.paint import CENTER, RIGHT, box, icon, painter, write

_WIDE = QSizePolicy.Policy.Expanding
_FIXED = QSizePolicy.Policy.Fixed


class Ladder(QWidget):
    """The five steps, from the lowest to the highest."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names
        self.setFixedSize(px(336), px(208))
        steps = ", ".join(f"{k} {name}" for k, name in enumerate(names, 1))
        self.setAccessibleName(_("Five levels: {steps}").format(steps=steps))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        width, foot = (self.width() - 4 * px(8)) / 5, self.height() - px(24)
        with painter(self) as p:
            for k, name in enumerate(self._names):
                height = px(40 + 36 * k)
                x = k * (width + px(8))
                bar = QRectF(x, foot - height, width, height)
                box(p, bar, f"level{k + 1}", "level_edge" if k < 3 else None, 8)
                digit = QRectF(x, foot - height + px(8), width, px(26))
                write(p, digit, str(k + 1), "heading", f"level{k + 1}_text", CENTER)
                write(p, QRectF(x - px(4), foot + px(4), width + px(8), px(20)), name, "caption", "muted", CENTER)


class Tile(Pressable):
    """A large choice: icon, title, one sentence, its key, and a tag where one is given."""

    def __init__(self, icon_name: str, title: str, sentence: str, key: str, tag: str = "") -> None:
        super().__init__(title, radius=RADIUS_CARD)
        self._icon, self._sentence, self._key, self._tag = icon_name, sentence, key, tag
        self.setAccessibleName(". ".join(part for part in (title, tag, sentence) if part))
        self.setSizePolicy(_WIDE, _FIXED)
        self.setFixedHeight(px(88))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(272), px(88))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        width, cap = self.width(), key_width(self._key)
        with painter(self) as p:
            box(p, QRectF(self.rect()), "hover" if self.hovered else "surface", "control", RADIUS_CARD)
            icon(p, self._icon, QRectF(px(20), px(22), px(22), px(22)), "accent")
            write(p, QRectF(px(58), px(20), width - px(74) - cap, px(24)), self.text(), "strong")
            write(p, QRectF(px(58), px(46), width - px(74), px(20)), self._sentence, "small", "muted")
            draw_key(p, QRectF(width - px(16) - cap, px(21), cap, px(KEY_HEIGHT)), self._key)
            if self._tag and px(78) + width_of(self.text(), "strong") + tag_width(self._tag) < width - px(24) - cap:
                left = px(68) + width_of(self.text(), "strong")
                tag = QRectF(left, px(21), tag_width(self._tag), px(22))
                draw_tag(p, tag, self._tag, "warn", "warn_tint")


class Tiles(QWidget):
    """Tiles side by side, one above the other where it is narrow."""

    def __init__(self, *tiles: Tile) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        fill(self._box, *tiles, spacing=16)
        for at in range(len(tiles)):
            self._box.setStretch(at, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if self.width() < px(880) else ways.LeftToRight)
        super().resizeEvent(event)


class RecentLine(Pressable):
    """One recent file. Narrow, it shows the name and the day only."""

    def __init__(self, view: RecentView) -> None:
        super().__init__(view.name)
        self._view = view
        pinned = (_("pinned"),) if view.pinned else ()
        self.setAccessibleName(", ".join((view.name, view.kind, view.state, view.when, *pinned)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(_WIDE, _FIXED)
        self.setFixedHeight(px(48))

    @property
    def path(self) -> Path:
        """Return the file's path."""
        return self._view.path

    @property
    def pinned(self) -> bool:
        """Return whether the file is pinned."""
        return self._view.pinned

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), px(48))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        view, width, height = self._view, self.width(), self.height()
        with painter(self) as p:
            if self.hovered or self.hasFocus():
                box(p, QRectF(self.rect()).adjusted(px(4), 0, -px(4), 0), "hover")
            mark = QRectF(px(20), (height - px(18)) / 2, px(18), px(18))
            icon(p, "pin" if view.pinned else "file-text", mark, "accent" if view.pinned else "muted")
            when = px(160)
            room = width - px(78) - when
            if room < px(520):
                write(p, QRectF(px(58), 0, room, height), view.name, "label")
            else:
                name, kind = room * 0.36, room * 0.36
                write(p, QRectF(px(58), 0, name - px(12), height), view.name, "label")
                write(p, QRectF(px(58) + name, 0, kind - px(12), height), view.kind, "body", "muted")
                state = QRectF(px(58) + name + kind, 0, room - name - kind, height)
                write(p, state, view.state, "body", "muted")
            write(p, QRectF(width - px(20) - when, 0, when, height), view.when, "body", "muted", RIGHT)


class Hero(Card):
    """The promise at the left, the ladder at the right; without the ladder where it is narrow."""

    def __init__(self, words: QWidget, ladder: QWidget) -> None:
        super().__init__(words, ladder, margins=(36, 36, 36, 36), spacing=40, radius=RADIUS_SHEET, horizontal=True)
        self._ladder = ladder
        self.col.setStretch(0, 1)
        self.col.setAlignment(ladder, Qt.AlignmentFlag.AlignVCenter)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ladder.setVisible(self.width() >= px(800))
