"""The wall before a reveal: a question that is read, and one that is voted on. Nothing of a vote is known here."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from cxaudit.presentation.wall import Clock, Row, Seats, WallView
from cxaudit.ui.wall.blocks import SIDE, Fit, block, bottom, clock_block, clock_chip, grid, narrowed
from cxaudit.ui.wall.faces import LEADING, balanced, width_of
from cxaudit.ui.wall.parts import HEIGHT, Panel, Part, Words

DIGITS = 200
"""Width of the column of digits."""

TEXT = 224
"""Where a row's text begins."""

_SEAT = 52
_CLOCK = 300


def read(view: WallView, width: float, fit: Fit) -> tuple[Part, ...] | None:
    """Return the question alone, as large as a digit; None where it has no room."""
    chip, taken = clock_chip(view.clock, width - SIDE, fit.margin, fit)
    inside = width - 2 * SIDE
    head = _topic(view, fit, inside - taken)
    foot = block("\n".join(view.foot), QRectF(SIDE, 0, inside, 0), fit.size("anchor"), "muted")
    low = HEIGHT - fit.margin - bottom(foot)
    foot = block("\n".join(view.foot), QRectF(SIDE, low, inside, 0), fit.size("anchor"), "muted")
    top = bottom(head) + 60 * fit.gap
    question = block(view.question, QRectF(SIDE, top, inside, low - top), fit.size("digit"), strong=True, middle=True)
    if question[0].rect.top() < top or bottom(question) > low:
        return None
    return (*head, *chip, *question, *foot)


def _topic(view: WallView, fit: Fit, width: float) -> tuple[Words, ...]:
    size_ = fit.size("anchor")
    topic = block(view.topic, QRectF(SIDE, fit.margin, width, 0), size_, "accent", strong=True)
    if not view.note:
        return topic
    after = width_of(topic[-1].text, size_, strong=True) + size_ * 0.8
    if after + width_of(view.note, size_) < width:
        rect = topic[-1].rect.adjusted(after, 0, 0, 0)
        return (*topic, Words(rect, view.note, size_, "muted"))
    return (*topic, *block(view.note, QRectF(SIDE, bottom(topic), width, 0), size_, "muted"))


def vote(view: WallView, width: float, fit: Fit) -> tuple[Part, ...] | None:
    """Return the question, its five anchors, and how many are in; None where they have no room."""
    inside = width - 2 * SIDE
    head = block(view.topic, QRectF(SIDE, fit.margin, inside, 0), fit.size("anchor"), "accent", strong=True)
    under = QRectF(SIDE, bottom(head) + 14 * fit.gap, inside, 0)
    question = block(view.question, under, fit.size("question"), strong=True)
    top, low = bottom(question) + 60 * fit.gap, HEIGHT - fit.margin
    panel = round(width * 0.24)
    rows = _rows(view.rows, QRectF(SIDE, top, inside - panel - SIDE, low - top), fit)
    side = _side(view.seats, view.clock, QRectF(width - SIDE - panel, top, panel, low - top), fit)
    return None if rows is None or side is None else (*head, *question, *rows, *side)


def _rows(rows: tuple[Row, ...], area: QRectF, fit: Fit) -> tuple[Part, ...] | None:
    places = row_places(area, fit)
    parts: list[Part] = []
    for row, rect in zip(rows, places, strict=True):
        text = row_text(row, rect, rect.width() - TEXT - 40, fit)
        if text is None:
            return None
        parts += [Panel(rect, "row"), *text]
    return tuple(parts)


def row_places(area: QRectF, fit: Fit) -> tuple[QRectF, ...]:
    """Return where the five rows stand in an area."""
    gap = 12 + 12 * fit.gap
    height = (area.height() - 4 * gap) / 5
    return tuple(QRectF(area.left(), area.top() + at * (height + gap), area.width(), height) for at in range(5))


def row_text(row: Row, rect: QRectF, width: float, fit: Fit) -> tuple[Words, ...] | None:
    """Return a row's digit and anchor, the anchor within a width; None where they have no room."""
    size_ = fit.size("anchor")
    lines = balanced(row.anchor, size_, width)
    if max(len(lines) * size_ * LEADING, fit.size("digit")) + 14 + 24 * fit.gap > rect.height():
        return None
    column = QRectF(rect.left(), rect.top(), DIGITS, rect.height())
    digit = Words(column, str(row.level), fit.size("digit"), "accent", strong=True, align="middle")
    place = QRectF(rect.left() + TEXT, rect.top(), width, rect.height())
    return (digit, *block(row.anchor, place, size_, middle=True))


def _side(seats: Seats | None, clock: Clock | None, rect: QRectF, fit: Fit) -> tuple[Part, ...] | None:
    """Return the panel at the right: how many are in, a seat for each without telling whose, and the clock."""
    if seats is None:
        return None
    pad = 60
    wide = rect.width() - 2 * pad
    size_ = narrowed(str(seats.number), fit.size("number"), wide)
    role = "muted" if seats.given is None else "ink"
    top = rect.top() + 40 * fit.gap
    number = Words(
        QRectF(rect.left() + pad, top, wide, size_), str(seats.number), size_, role, strong=True, align="middle"
    )
    words = block(
        seats.words, QRectF(number.rect.left(), number.rect.bottom(), wide, 0), fit.size("question"), align="middle"
    )
    low = rect.bottom() - (0 if clock is None else _CLOCK * fit.text + pad) - pad
    place = QRectF(rect.left() + pad, bottom(words) + 40, wide, low - bottom(words) - 40)
    if place.height() < _SEAT:
        return None
    dots = grid(seats.present, seats.given or 0, place, _SEAT)
    foot = QRectF(place.left(), rect.bottom() - pad - _CLOCK * fit.text, wide, _CLOCK * fit.text)
    return (Panel(rect, "row"), number, *words, *dots, *(clock_block(clock, foot, fit) if clock else ()))
