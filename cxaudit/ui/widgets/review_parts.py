"""Parts of the review list: a line, a card of lines, a count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.review import ReviewLine, TagKind
from cxaudit.ui.theme import line_height, px
from cxaudit.ui.tokens import CHIP
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.card import Card, Rule
from cxaudit.ui.widgets.layout import column, holder
from cxaudit.ui.widgets.marks import draw_level, draw_tag, level_name, tag_width
from cxaudit.ui.widgets.paint import box, icon, painter, write
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.wrapped import wrapped, write_lines

_LEFT = 56
_TITLE = 212
_RIGHT = 44
_NARROW = 560


def tag_look(kind: TagKind) -> tuple[str, str, str, str]:
    """Return a tag's word, role, ground and icon."""
    return {
        "marked": (_("Marked"), "accent_strong", "tint", "flag"),
        "claimed": (_("Claimed"), "warn", "warn_tint", "file-text"),
        "flag": (_("Check"), "flag", "flag_tint", "octagon-alert"),
        "contradicted": (_("Contradicted"), "warn", "warn_tint", "triangle-alert"),
        "stale": (_("Stale"), "warn", "warn_tint", "history"),
        "locked": (_("Locked"), "muted", "sunken", "lock"),
    }[kind]


class ReviewRowButton(Pressable):
    """One answer: neutral chip, title, its words, tags, and below them the question of a red flag."""

    def __init__(self, line: ReviewLine) -> None:
        super().__init__(line.title)
        self.practice = line.practice
        self._line = line
        self._tags = [tag_look(kind) for kind in line.tags]
        said = (line.title, level_name(line.chip), line.text, *(tag[0] for tag in self._tags), line.check)
        self.setAccessibleName(". ".join(part for part in said if part))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _text_width(self, width: int) -> float:
        narrow = width < px(_NARROW)
        left = px(_LEFT) if narrow else px(_LEFT + _TITLE)
        return width - left - px(_RIGHT) - (0 if narrow else self._tags_width())

    def _tags_width(self) -> int:
        return sum(tag_width(word, icon_name) + px(8) for word, _role, _ground, icon_name in self._tags)

    def _check_lines(self, width: int) -> tuple[str, ...]:
        if not self._line.check:
            return ()
        return wrapped(self._line.check, "small", width - px(_LEFT + _RIGHT))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        lines = len(wrapped(self._line.text, "body", self._text_width(width)))
        height = px(24) + lines * line_height("body") + (line_height("label") if width < px(_NARROW) else 0)
        if self._line.check:
            height += px(4) + len(self._check_lines(width)) * line_height("small")
        return max(px(44), height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(px(480)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(44))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        width, line = self.width(), self._line
        narrow = width < px(_NARROW)
        with painter(self) as p:
            if self.hovered or self.hasFocus():
                box(p, QRectF(self.rect()).adjusted(px(4), 0, -px(4), 0), "hover")
            draw_level(p, QRectF(px(16), px(10), px(CHIP), px(CHIP)), line.chip, neutral=True)
            tags = self._tags_width()
            room = width - px(_LEFT + _RIGHT) - tags if narrow else px(_TITLE - 12)
            write(p, QRectF(px(_LEFT), px(12), room, line_height("label")), line.title, "label")
            x = width - px(_RIGHT - 8) - tags
            for word, role, ground, icon_name in self._tags:
                wide = tag_width(word, icon_name)
                draw_tag(p, QRectF(x, px(11), wide, px(22)), word, role, ground, icon_name)
                x += wide + px(8)
            left, top = (px(_LEFT), px(12) + line_height("label")) if narrow else (px(_LEFT + _TITLE), px(12))
            words = wrapped(line.text, "body", self._text_width(width))
            below = write_lines(p, left, top, words, "body", "muted")
            write_lines(p, px(_LEFT), below + px(4), self._check_lines(width), "small", "ink")
            arrow = QRectF(width - px(32), px(14), px(16), px(16))
            icon(p, "chevron-right", arrow, "muted", 2)


class Lines(Card):
    """A card of lines with hairlines between them."""

    def __init__(self, lines: Sequence[QWidget]) -> None:
        super().__init__(margins=(0, 4, 0, 4), spacing=0)
        for k, line in enumerate(lines):
            if k:
                self.col.addWidget(Rule(16))
            self.col.addWidget(line)


def count(number: int, word: str) -> QWidget:
    """Return a large number with its word below."""
    return holder(column(Text(str(number), "number", wrap=False), Text(word, "small", "muted", wrap=False), spacing=0))
