"""Small marks: icon, key cap, tag, level chip, the product's own mark."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import color, px, width_of
from cxaudit.ui.tokens import CHIP, RADIUS_CHIP
from cxaudit.ui.widgets.paint import CENTER, LEFT, box, hatch, icon, outline, painter, write

LevelState = int | Literal["dk", "na"] | None
"""A level 1 to 5, don't know, does not apply, or None for unanswered."""


class Icon(QWidget):
    """An icon of resources/icons; decoration, so without a name."""

    def __init__(self, name: str, size: int = 20, role: str = "muted") -> None:
        super().__init__()
        self._name, self._role = name, role
        self.setFixedSize(px(size), px(size))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            icon(p, self._name, QRectF(self.rect()), self._role, 2 if self.width() < px(20) else 1.75)


KEY_HEIGHT = 22


def key_width(label: str) -> int:
    """Return the width of a key cap."""
    return max(px(KEY_HEIGHT), round(width_of(label, "captionstrong")) + px(12))


def draw_key(
    p: QPainter, rect: QRectF, label: str, role: str = "muted", edge: str = "control", fill: str | None = None
) -> None:
    """Draw a key cap."""
    box(p, rect, fill, edge, 5)
    write(p, rect, label, "captionstrong", role, CENTER)


class KeyCap(QWidget):
    """A key cap: the shortcut beside what it does."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self.setFixedSize(key_width(label), px(KEY_HEIGHT))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            draw_key(p, QRectF(self.rect()), self._label, fill="surface")


def tag_width(label: str, icon_name: str = "") -> int:
    """Return the width of a tag."""
    return round(width_of(label, "captionstrong")) + px(18 if not icon_name else 36)


def draw_tag(p: QPainter, rect: QRectF, label: str, role: str, ground: str, icon_name: str = "") -> None:
    """Draw a tag."""
    box(p, rect, ground, outline(role), RADIUS_CHIP)
    x = rect.left() + px(9)
    if icon_name:
        icon(p, icon_name, QRectF(rect.left() + px(7), rect.center().y() - px(7), px(14), px(14)), role, 2)
        x = rect.left() + px(26)
    write(p, QRectF(x, rect.top(), rect.right() - x, rect.height()), label, "captionstrong", role, LEFT)


class Tag(QWidget):
    """A word with an icon on a tint: Marked, Claimed, Sample, a count. Roles: warn on warn_tint, muted on sunken."""

    def __init__(self, label: str, role: str = "muted", ground: str = "sunken", icon_name: str = "") -> None:
        super().__init__()
        self._role, self._ground, self._icon = role, ground, icon_name
        self._label = ""
        self.render_label(label)

    def render_label(self, label: str) -> None:
        """Show another word."""
        self._label = label
        self.setAccessibleName(label)
        self.setFixedSize(tag_width(label, self._icon), px(22))
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            draw_tag(p, QRectF(self.rect()), self._label, self._role, self._ground, self._icon)


def draw_level(p: QPainter, rect: QRectF, level: LevelState, *, claimed: bool = False, neutral: bool = False) -> None:
    """Draw a level chip: the digit always, the ramp unless neutral, hatched where only claimed."""
    if not isinstance(level, int):
        style = Qt.PenStyle.DashLine if level is None else Qt.PenStyle.SolidLine
        p.setPen(QPen(color("control"), 1.25, style))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), px(RADIUS_CHIP), px(RADIUS_CHIP))
        text = {"dk": "?", "na": "/", None: "–"}[level]  # noqa: RUF001 - an en dash stands for "no answer"
        write(p, rect, text, "smallstrong", "muted", CENTER)
    elif neutral:
        box(p, rect, "sunken", outline(), RADIUS_CHIP)
        write(p, rect, str(level), "smallstrong", "ink", CENTER)
    elif claimed:
        hatch(p, rect, "level_edge", RADIUS_CHIP, 5, 1.0)
        box(p, rect.adjusted(px(6), px(4), -px(6), -px(4)), "surface", None, 3)
        write(p, rect, str(level), "smallstrong", "ink", CENTER)
    else:
        box(p, rect, f"level{level}", "level_edge" if level < 4 else f"level{level}", RADIUS_CHIP)
        write(p, rect, str(level), "smallstrong", f"level{level}_text", CENTER)


def level_name(level: LevelState, *, claimed: bool = False) -> str:
    """Return what a chip says aloud."""
    if level is None:
        return _("Not answered")
    if level == "dk":
        return _("Don't know")
    if level == "na":
        return _("Does not apply")
    text = _("Level {level}").format(level=level)
    return _("{level}, claimed").format(level=text) if claimed else text


class LevelChip(QWidget):
    """A level, with its name beside it where one is given."""

    def __init__(
        self, level: LevelState, name: str = "", *, claimed: bool = False, neutral: bool = False, target: bool = False
    ) -> None:
        super().__init__()
        self._level: LevelState = level
        self._name, self._claimed, self._neutral, self._target = name, claimed, neutral, target
        extra = px(8) + round(width_of(name, "small")) + 3 if name else 0
        self.setFixedSize(px(CHIP) + extra, px(CHIP))
        self.setAccessibleName(" ".join((level_name(level, claimed=claimed), name)).strip())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        chip = QRectF(0, 0, px(CHIP), px(CHIP))
        with painter(self) as p:
            if self._target:
                box(p, chip, "surface", "target", RADIUS_CHIP, 2)
                write(p, chip, str(self._level), "smallstrong", "ink", CENTER)
            else:
                draw_level(p, chip, self._level, claimed=self._claimed, neutral=self._neutral)
            if self._name:
                left = px(CHIP + 8)
                write(p, QRectF(left, 0, self.width() - left, self.height()), self._name, "small", "ink")


class Mark(QWidget):
    """The product's mark: a rising ladder of three, in the accent."""

    def __init__(self, size: int = 24) -> None:
        super().__init__()
        self.setFixedSize(QSize(px(size), px(size)))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        unit = self.width() / 24
        with painter(self) as p:
            for k, height in enumerate((8, 14, 20)):
                bar = QRectF((2 + k * 7) * unit, (22 - height) * unit, 6 * unit, height * unit)
                box(p, bar, "accent", None, 2)
