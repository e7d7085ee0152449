"""Choices: a check box, and segments (one of a few)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import look, px, width_of
from cxaudit.ui.tokens import BUTTON_SMALL, RADIUS_CHIP, RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.paint import CENTER, RIGHT, box, icon, outline, painter, write


class Check(Pressable):
    """A check box with a word and, at the right, a quiet second one. Listen to `toggled`."""

    def __init__(self, text: str, *, on: bool = False, aside: str = "") -> None:
        super().__init__(text, radius=RADIUS_CHIP)
        self._aside = aside
        self.setCheckable(True)
        self.setChecked(on)
        self.setFixedHeight(px(32))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        aside = round(width_of(self._aside, "caption")) + px(16) if self._aside else 0
        return QSize(px(32) + round(width_of(self.text(), "small")) + 4 + aside, px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        height, on = self.height(), self.isChecked()
        square = QRectF(px(2), (height - px(18)) / 2, px(18), px(18))
        role = "ink" if self.isEnabled() else "muted"
        with painter(self) as p:
            box(p, square, "accent" if on else "surface", "accent" if on else "control", 5, 1.25)
            if on:
                inner = square.adjusted(px(2.5), px(2.5), -px(2.5), -px(2.5))
                icon(p, "check", inner, "on_accent", 3.2)
            write(p, QRectF(px(30), 0, self.width() - px(30), height), self.text(), "small", role)
            if self._aside:
                write(p, QRectF(0, 0, self.width(), height), self._aside, "caption", "muted", RIGHT)


class Segments(QWidget):
    """One choice of a few in a single well: one Tab stop, the left and right arrows choose.

    An index of -1 is no choice. Where `optional`, Delete, or a press on the choice, takes it back.

    Signals:
        chosen: the index that the user chose.
    """

    chosen = Signal(int)

    def __init__(
        self, labels: tuple[str, ...], name: str, at: int = 0, *, size: int = BUTTON_SMALL, optional: bool = False
    ) -> None:
        super().__init__()
        self._labels, self._name, self._at, self._optional = labels, name, at, optional
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", RADIUS_CONTROL)
        self.setFixedSize(sum(self._widths()) + px(4), px(size))
        self._say()

    @property
    def at(self) -> int:
        """Return the index of the choice, -1 for none."""
        return self._at

    def render_choice(self, at: int) -> None:
        """Show the choice of an index, without a signal."""
        self._at = at
        self._say()
        self.update()

    def _say(self) -> None:
        choice = self._labels[self._at] if self._at >= 0 else _("not chosen")
        self.setAccessibleName(_("{name}: {choice}").format(name=self._name, choice=choice))

    def _widths(self) -> list[int]:
        return [round(width_of(label, "smallstrong")) + px(24) for label in self._labels]

    def _choose(self, at: int) -> None:
        if at != self._at and (0 if not self._optional else -1) <= at < len(self._labels):
            self.render_choice(at)
            self.chosen.emit(at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(max(0, self._at + step))
        elif self._optional and event.key() == Qt.Key.Key_Delete:
            self._choose(-1)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = px(2)
        for at, width in enumerate(self._widths()):
            if x <= event.position().x() < x + width:
                self._choose(-1 if self._optional and at == self._at else at)
            x += width

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        x, strong = float(px(2)), look().outlined
        with painter(self) as p:
            box(p, QRectF(self.rect()), "sunken", outline(), RADIUS_CONTROL)
            for at, (label, width) in enumerate(zip(self._labels, self._widths(), strict=True)):
                part, here = QRectF(x, px(2), width, self.height() - px(4)), at == self._at
                if here:
                    box(p, part, "accent" if strong else "surface", "control", RADIUS_CHIP)
                chosen_role = "on_accent" if strong else "ink"
                write(p, part, label, "smallstrong", chosen_role if here else "muted", CENTER)
                x += width
