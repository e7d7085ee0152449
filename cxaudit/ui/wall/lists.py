"""The wall beside the questions: what was put aside, and the end of a session."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from cxaudit.i18n import _
from cxaudit.presentation.wall import ParkedItem, WallView
from cxaudit.ui.wall.blocks import SIDE, Fit, block, bottom
from cxaudit.ui.wall.faces import LEADING, balanced, elided, lines_of, width_of
from cxaudit.ui.wall.parts import HEIGHT, Panel, Part, Words

_MOST_OWNER = 0.4
"""So much of a row's width the longest name may take."""

_PAD = 36
_LINES = 2


def parking(view: WallView, width: float, fit: Fit) -> tuple[Part, ...] | None:
    """Return the parking lot: as many items as have room, and how many more there are."""
    inside = width - 2 * SIDE
    title = block(view.topic, QRectF(SIDE, fit.margin, inside, 0), fit.size("question"), strong=True)
    top = bottom(title) + 60 * fit.gap
    if view.note:
        return (*title, *block(view.note, QRectF(SIDE, top, inside, 0), fit.size("anchor"), "muted"))
    owner = _owners(view.parked, inside, fit)
    rows = [_item(item, inside, owner, fit) for item in view.parked]
    low = HEIGHT - fit.margin
    parts: list[Part] = [*title]
    for at, (height, row) in enumerate(rows):
        left = len(rows) - at - 1
        needed = height + (fit.line("anchor") + 24 if left else 0)
        if top + needed > low:
            parts.append(_more(left + 1, QRectF(SIDE + _PAD, top, inside - _PAD, fit.line("anchor")), fit))
            break
        for part in row:
            part.rect.translate(SIDE, top)
        parts += row
        top += height + 24
    return tuple(parts)


def _who(item: ParkedItem) -> str:
    return _("Dropped") if item.dropped else item.owner or _("Who takes it?")


def _owners(items: tuple[ParkedItem, ...], inside: float, fit: Fit) -> float:
    """Return how wide the column of names is: as the longest of them, so that the texts have the rest."""
    size_ = fit.size("anchor")
    longest = max((width_of(_who(item), size_, strong=True) for item in items), default=0.0)
    return min(longest + 4, inside * _MOST_OWNER)


def _item(item: ParkedItem, inside: float, owner: float, fit: Fit) -> tuple[float, tuple[Part, ...]]:
    """Return how high a row is, and its parts at the origin."""
    size_ = fit.size("anchor")
    wide = inside - owner - 3 * _PAD
    text = _two_lines(item.text, size_, wide)
    height = len(text) * size_ * LEADING + _PAD
    role = "muted" if item.dropped else "ink"
    lines = [
        Words(QRectF(_PAD, _PAD / 2 + at * size_ * LEADING, wide, size_ * LEADING), line, size_, role)
        for at, line in enumerate(text)
    ]
    place = QRectF(inside - owner - _PAD, 0, owner, height)
    name = Words(
        place,
        elided(_who(item), size_, owner, strong=True),
        size_,
        "muted" if item.dropped else "accent",
        strong=True,
        align="right",
    )
    return height, (Panel(QRectF(0, 0, inside, height), "row"), *lines, name)


def _two_lines(text: str, size_: int, width: float) -> tuple[str, ...]:
    """Return a text in at most two lines; what does not fit is left out, and seen to be."""
    flat = " ".join(text.split())[:500]
    found = lines_of(flat, size_, width)
    if len(found) <= _LINES:
        return balanced(flat, size_, width)
    return (*found[: _LINES - 1], elided(" ".join(found[_LINES - 1 :]), size_, width))


def _more(left: int, rect: QRectF, fit: Fit) -> Words:
    return Words(rect, _("and {count} more").format(count=left), fit.size("anchor"), "muted")


def ended(view: WallView, width: float, fit: Fit) -> tuple[Part, ...] | None:
    """Return the thanks, and how far the room came."""
    inside = QRectF(SIDE, HEIGHT * 0.32, width - 2 * SIDE, 0)
    thanks = block(view.topic, inside, fit.size("digit"), strong=True, align="middle")
    note = QRectF(SIDE, bottom(thanks) + 40, inside.width(), 0)
    return (*thanks, *block(view.note, note, fit.size("question"), "muted", align="middle"))
