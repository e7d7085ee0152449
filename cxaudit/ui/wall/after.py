"""The wall after a reveal: one dot a vote in the rows, the number at the right, one message beneath."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from cxaudit.presentation.wall import Row, WallView
from cxaudit.presentation.wall_band import Band
from cxaudit.ui.wall.before import TEXT, row_places, row_text
from cxaudit.ui.wall.blocks import SIDE, Fit, block, bottom, clock_chip
from cxaudit.ui.wall.faces import width_of
from cxaudit.ui.wall.parts import HEIGHT, Dot, Panel, Part, Sign, Words

_DOT = 84
_STEP, _PITCH = 1.28, 1.2
_SMALL, _SMALL_STEP, _SMALL_PITCH = 42, 1.4, 1.5
_ONE_LINE, _TWO_LINES = 10, 26
"""More dots than these stand in two lines, in all rows, so that rows stay as long as their votes are many."""

_SMALL_LINE = 25
_MARK = 12
_PAD = 40


def reveal(view: WallView, width: float, fit: Fit) -> tuple[Part, ...] | None:
    """Return the question at the size of an anchor, rows with dots, foot and message; None where they lack room."""
    inside = width - 2 * SIDE
    chip, taken = clock_chip(view.clock, width - SIDE, fit.margin, fit)
    question = block(view.question, QRectF(SIDE, fit.margin, inside - taken, 0), fit.size("anchor"), strong=True)
    band = _band(view.band, inside, fit) if view.band else ()
    foot = _foot(view, inside, fit)
    low = HEIGHT - fit.margin - _height(band)
    foot_top = low - (40 * fit.gap + 12) - _height(foot)
    top = bottom(question) + 40 * fit.gap + 16
    rows_low = foot_top - (28 * fit.gap + 6 if foot else 0)
    rows = _rows(view.rows, QRectF(SIDE, top, inside, rows_low - top), fit)
    if rows is None:
        return None
    return (*question, *chip, *rows, *moved(foot, SIDE, foot_top), *moved(band, SIDE, low))


def _height(parts: tuple[Part, ...]) -> float:
    return max((part.rect.bottom() for part in parts), default=0.0)


def moved(parts: tuple[Part, ...], x: float, y: float) -> tuple[Part, ...]:
    """Return parts at another place."""
    for part in parts:
        part.rect.translate(x, y)
    return parts


@dataclass(frozen=True, slots=True)
class _Dots:
    """How the dots of all rows stand: how large, in how many lines; `small` is the size of those of earlier rounds."""

    size: float
    lines: int
    small: float
    small_lines: int
    beneath: int

    @property
    def height(self) -> float:
        return self.now + self.beneath * self.earlier

    @property
    def now(self) -> float:
        return self.size * (self.lines * _PITCH - (_PITCH - 1))

    @property
    def earlier(self) -> float:
        return self.small * (self.small_lines * _SMALL_PITCH)


def _dots(rows: tuple[Row, ...], room: float, height: float) -> _Dots:
    most = max(row.votes or 0 for row in rows)
    before = max((votes for row in rows for votes in row.earlier), default=0)
    beneath = len(rows[0].earlier)
    small_lines = max(1, -(-before // _SMALL_LINE))
    across = max(1, -(-before // small_lines))
    small = min(_SMALL, room / (across * _SMALL_STEP), height * 0.55 / max(1, beneath * small_lines * _SMALL_PITCH))
    left = height - beneath * small * small_lines * _SMALL_PITCH

    def size(lines: int) -> float:
        columns = max(1, -(-most // lines))
        return min(_DOT, room / (columns * _STEP - _STEP + 1), left / (lines * _PITCH - _PITCH + 1))

    lines = 1 if most <= _ONE_LINE else 2 if most <= _TWO_LINES else max(range(2, 9), key=size)
    return _Dots(size(lines), lines, small, small_lines, beneath)


def _rows(rows: tuple[Row, ...], area: QRectF, fit: Fit) -> tuple[Part, ...] | None:
    places = row_places(area, fit)
    if places[0].height() < _PAD:
        return None
    size_ = fit.size("digit")
    numbers = max(width_of(str(row.votes), size_, strong=True) for row in rows) + 10
    room = area.width() * fit.dots
    dots = _dots(rows, room, places[0].height() - 2 * 14)
    parts: list[Part] = []
    for row, rect in zip(rows, places, strict=True):
        right = rect.right() - _PAD - numbers
        start = right - _PAD - room
        text = row_text(row, rect, start - _PAD - rect.left() - TEXT, fit)
        if text is None:
            return None
        number = QRectF(right, rect.top(), numbers, rect.height())
        role = "ink" if row.votes else "muted"
        panel = Panel(rect, "row", "accent", _MARK) if row.marked else Panel(rect, "row")
        parts += [panel, *text, *_row_dots(row, dots, start, rect.center().y())]
        parts.append(Words(number, str(row.votes), size_, role, strong=True, align="right"))
    return tuple(parts)


def _row_dots(row: Row, dots: _Dots, left: float, middle: float) -> list[Part]:
    """Return one dot a vote, the line filled downwards first; beneath them, hollow, those of earlier rounds."""
    top = middle - dots.height / 2
    parts: list[Part] = []
    for at in range(row.votes or 0):
        x, y = at // dots.lines, at % dots.lines
        parts.append(_dot(left + x * dots.size * _STEP, top + y * dots.size * _PITCH, dots.size))
    top += dots.now + dots.small * (_SMALL_PITCH - 1)
    for votes in row.earlier:
        for at in range(votes):
            x, y = at // dots.small_lines, at % dots.small_lines
            place = left + x * dots.small * _SMALL_STEP, top + y * dots.small * _SMALL_PITCH
            parts.append(_dot(*place, dots.small, hollow=True))
        top += dots.earlier
    return parts


def _dot(x: float, y: float, size: float, *, hollow: bool = False) -> Dot:
    return Dot(QRectF(x, y, size, size), hollow=hollow)


def _foot(view: WallView, width: float, fit: Fit) -> tuple[Part, ...]:
    """Return what filled and hollow dots are, and the votes that are no level, in as many lines as they need."""
    size_, line = fit.size("anchor"), fit.line("anchor")
    pieces = [(view.filled, False), (view.hollow, True)] if view.hollow else []
    parts: list[Part] = []
    x, y = 0.0, 0.0
    for text, hollow in [*pieces, *((text, None) for text in view.foot)]:
        mark = 0.0 if hollow is None else size_ * 0.75
        wide = min(width_of(text, size_) + 4, width - mark)
        if x > 0 and x + mark + wide > width:
            x, y = 0.0, y + line
        if hollow is not None:
            parts.append(_dot(x, y + line / 2 - size_ * 0.22, size_ * 0.44, hollow=hollow))
        parts.append(Words(QRectF(x + mark, y, wide, line), text, size_, "muted"))
        x += mark + wide + size_ * 0.9
    return tuple(parts)


def _band(band: Band, width: float, fit: Fit) -> tuple[Part, ...]:
    """Return the message in one line, or, where that is too long, its sentence under its first words."""
    head_size, size_ = fit.size("message"), fit.size("anchor")
    sign = size_ * 1.2
    pad = 40 + 20 * fit.gap
    left = pad + sign + 50
    head = width_of(band.head, head_size, strong=True) + 4
    height = head_size * 1.17 + pad
    after = left + head + 50
    if after + width_of(band.text, size_) + pad <= width:
        texts = [
            Words(QRectF(left, 0, head, height), band.head, head_size, "on_band", strong=True),
            Words(QRectF(after, 0, width - after - pad, height), band.text, size_, "on_band"),
        ]
    else:
        texts = [*block(band.head, QRectF(left, pad / 2, width - left - pad, 0), head_size, "on_band", strong=True)]
        under = QRectF(left, bottom(tuple(texts)), width - left - pad, 0)
        texts += block(band.text, under, size_, "on_band")
        height = bottom(tuple(texts)) + pad / 2
    icon = Sign(QRectF(pad, height / 2 - sign / 2, sign, sign), band.icon, "on_band")
    return (Panel(QRectF(0, 0, width, height), "band"), icon, *texts)
