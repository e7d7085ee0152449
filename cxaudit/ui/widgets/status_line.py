"""The status line: what is saved and when, key hints that change with the focus, the pack, "Offline".

While a workshop runs and another page than its console is shown, it also says what the wall shows.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.ui.theme import color, px, width_of
from cxaudit.ui.tokens import STATUS
from cxaudit.ui.widgets.marks import KEY_HEIGHT, Icon, draw_key, key_width
from cxaudit.ui.widgets.paint import painter, write
from cxaudit.ui.widgets.text import Text


class Hint(NamedTuple):
    """A key and what it does here."""

    key: str
    does: str


class Hints(QWidget):
    """Key hints; those that do not fit are left out, never clipped."""

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()
        self.setFixedHeight(px(KEY_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show other hints."""
        self._hints = hints
        self.setAccessibleName(", ".join(f"{h.key}: {h.does}" for h in hints))
        self.update()

    def _widths(self) -> list[int]:
        return [key_width(h.key) + px(6) + round(width_of(h.does, "caption")) + px(18) for h in self._hints]

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(80), px(KEY_HEIGHT))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        fitting: list[tuple[Hint, int]] = []
        used = 0
        for hint, width in zip(self._hints, self._widths(), strict=True):
            if used + width > self.width():
                break
            fitting.append((hint, width))
            used += width
        x = (self.width() - used) / 2
        with painter(self) as p:
            for hint, width in fitting:
                cap = key_width(hint.key)
                draw_key(p, QRectF(round(x), 0, cap, self.height()), hint.key, fill="surface")
                left = x + cap + px(6)
                write(p, QRectF(left, 0, x + width - left, self.height()), hint.does, "caption", "muted")
                x += width


class StatusLine(QWidget):
    """The line at the foot of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(STATUS))
        self._good = Icon("circle-check", 16, "good")
        self._bad = Icon("triangle-alert", 16, "warn")
        self.saved = Text("", "caption", "muted", wrap=False)
        self._hints = Hints()
        self.wall = Text("", "captionstrong", "accent_strong", lines=1, align=Qt.AlignmentFlag.AlignRight)
        self._right = Text("", "caption", "muted", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        box = QHBoxLayout(self)
        box.setContentsMargins(px(16), 0, px(16), 0)
        box.setSpacing(px(6))
        for part in (self._good, self._bad, self.saved):
            box.addWidget(part)
        box.addWidget(self._hints, 1)
        box.addWidget(self.wall, 1)
        box.addWidget(self._right)
        self.render_wall("")
        self.render_saved("", saved=False, well=True)

    def render_saved(self, text: str, *, saved: bool, well: bool) -> None:
        """Show what is saved; an empty text shows nothing. The good mark stands only where all is on disk."""
        self.saved.render_text(text)
        self.saved.setVisible(bool(text))
        self._good.setVisible(bool(text) and saved and well)
        self._bad.setVisible(bool(text) and not well)

    def render_wall(self, text: str) -> None:
        """Show what the wall shows; an empty text shows nothing."""
        self.wall.render_text(text)
        self.wall.setVisible(bool(text))

    def render_right(self, text: str) -> None:
        """Show the pack and where the program stands with networks."""
        self._right.render_text(text)

    def render_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show the keys that work now."""
        self._hints.render_hints(hints)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._right.setVisible(self.width() >= px(640))
        super().resizeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            p.fillRect(QRectF(0, 0, self.width(), 1), color("hairline"))
