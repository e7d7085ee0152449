"""Paints the wall: the same parts in the audience's window, in the console's mirror and in a picture.

paint_wall(painter, QRectF(widget.rect()), view)        # or the widget:
mirror = WallPaint()
mirror.render_view(view)
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.wall import WallView
from cxaudit.presentation.wall_words import spoken
from cxaudit.ui import icons
from cxaudit.ui.tokens import WALL_LIGHT, WallLook
from cxaudit.ui.wall.arrange import arrange
from cxaudit.ui.wall.faces import line_of
from cxaudit.ui.wall.parts import HEIGHT, Dot, Panel, Part, Ring, Sign, Words

WIDE = 16 / 9
"""A wall's width in heights, where no window tells another."""

_NARROWEST, _WIDEST = 1.25, 2.4
_RADIUS = 28
_HAIR = 6
_ARC = 28
_BEFORE = {"left": 0.0, "middle": 0.5, "right": 1.0}
"""Which share of the room that a line leaves stands before it."""


@lru_cache(maxsize=8)
def parts_of(view: WallView, width: int) -> tuple[Part, ...]:
    """Return the parts of a wall so many units wide."""
    return arrange(view, width, leftwards=QGuiApplication.isRightToLeft())


def paint_wall(
    p: QPainter, rect: QRectF, view: WallView, look: WallLook = WALL_LIGHT, only: QRectF | None = None
) -> None:
    """Paint a wall into a rectangle, which it fills; with `only` no more than what reaches into that part of it."""
    p.save()
    p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    p.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    p.fillRect(rect, ground(view, look))
    p.translate(rect.topLeft())
    scale = rect.height() / HEIGHT
    if scale > 0:
        p.scale(scale, scale)
        within = p.transform().inverted()[0].mapRect(only) if only is not None else None
        for part in parts_of(view, round(rect.width() / scale)):
            if within is None or within.intersects(reach(part)):
                paint_part(p, part, look)
    p.restore()


def reach(part: Part) -> QRectF:
    """Return where a part may be painted: letters reach a little out of their place."""
    over = part.size / 2 if isinstance(part, Words) else 1
    return part.rect.adjusted(-over, -over, over, over)


def difference(before: tuple[Part, ...], now: tuple[Part, ...]) -> QRectF | None:
    """Return where two walls differ; None where they are not made alike."""
    if len(before) != len(now):
        return None
    found = QRectF()
    for old, new in zip(before, now, strict=True):
        if old != new:
            found |= reach(old) | reach(new)
    return found


def ground(view: WallView, look: WallLook) -> QColor:
    """Return what a wall is painted on."""
    return _color(look, "dark" if view.kind == "blank" else "back")


def _color(look: WallLook, role: str) -> QColor:
    return QColor(str(getattr(look, role)))


def paint_part(p: QPainter, part: Part, look: WallLook) -> None:
    """Paint one part of a wall."""
    match part:
        case Words():
            p.setPen(_color(look, part.role))
            _line(p, part)
        case Panel():
            _panel(p, part, look)
        case Dot():
            _dot(p, part, look)
        case Ring():
            _ring(p, part, look)
        case Sign():
            icons.draw(p, part.name, part.rect, _color(look, part.role), 2)


def _line(p: QPainter, part: Words) -> None:
    line = line_of(part.text, part.size, strong=part.strong)
    room, high = part.rect.width() - line.width, part.rect.height() - line.height
    place = part.rect.topLeft() + QPointF(room * _BEFORE[part.align], high / 2)
    for letter in line.letters:
        p.drawGlyphRun(place, letter)


def _panel(p: QPainter, part: Panel, look: WallLook) -> None:
    inset = part.line / 2
    p.setPen(QPen(_color(look, part.edge), part.line) if part.edge else QPen(Qt.PenStyle.NoPen))
    p.setBrush(_color(look, part.fill))
    p.drawRoundedRect(part.rect.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)


def _dot(p: QPainter, part: Dot, look: WallLook) -> None:
    inset = _HAIR / 2 if part.hollow else 0
    p.setPen(QPen(_color(look, "empty"), _HAIR) if part.hollow else QPen(Qt.PenStyle.NoPen))
    p.setBrush(Qt.BrushStyle.NoBrush if part.hollow else _color(look, "accent"))
    p.drawEllipse(part.rect.adjusted(inset, inset, -inset, -inset))


def _ring(p: QPainter, part: Ring, look: WallLook) -> None:
    inset = _ARC / 2
    rect = part.rect.adjusted(inset, inset, -inset, -inset)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(_color(look, "empty"), _ARC / 2.4))
    p.drawEllipse(rect)
    p.setPen(QPen(_color(look, "accent"), _ARC, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    p.drawArc(rect, 90 * 16, round(-360 * 16 * part.share))


class WallPaint(QWidget):
    """The wall as a widget, at any size: it keeps to the middle, in the proportions of the wall.

    Its accessible description says what the wall shows, and no more.
    """

    def __init__(self, *, fills: bool = False) -> None:
        """Make a mirror of the wall, or, with `fills`, the wall itself, which takes the proportions of its window."""
        super().__init__()
        self._fills = fills
        self._view = WallView("blank")
        self._look = WALL_LIGHT
        self._wide = WIDE
        self.setAccessibleName(_("Wall"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, fills)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.render_view(self._view)

    @property
    def view(self) -> WallView:
        """Return what is shown."""
        return self._view

    def render_view(self, view: WallView) -> None:
        """Show another state of the wall; only what is new is painted."""
        before, self._view = self._view, view
        self.setAccessibleDescription(spoken(view))
        self.update(self._changed(before))

    def _changed(self, before: WallView) -> QRect:
        rect = self.wall_rect()
        scale = rect.height() / HEIGHT
        if scale <= 0 or not self.isVisible() or "blank" in {before.kind, self._view.kind}:
            return self.rect()
        width = round(rect.width() / scale)
        found = difference(parts_of(before, width), parts_of(self._view, width))
        if found is None:
            return self.rect()
        place = QRectF(found.topLeft() * scale + rect.topLeft(), found.size() * scale)
        return place.toAlignedRect() if not found.isEmpty() else QRect()

    def render_look(self, look: WallLook) -> None:
        """Show it in another look."""
        self._look = look
        self.update()

    def render_wide(self, wide: float) -> None:
        """Keep to the proportions of a window: its width in heights."""
        self._wide = wide
        self.updateGeometry()
        self.update()

    @property
    def wide(self) -> float:
        """Return the wall's width in heights."""
        if not self._fills:
            return self._wide
        return min(max(self.width() / max(1, self.height()), _NARROWEST), _WIDEST)

    def wall_rect(self) -> QRectF:
        """Return where in the widget the wall is painted."""
        wide = self.wide
        width = min(self.width(), self.height() * wide)
        height = width / wide
        middle = QPointF(self.width() / 2, self.height() / 2)
        return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return round(width / self._wide)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as p:
            if self._fills:
                p.fillRect(event.rect(), ground(self._view, self._look))
            paint_wall(p, self.wall_rect(), self._view, self._look, QRectF(event.rect()))
