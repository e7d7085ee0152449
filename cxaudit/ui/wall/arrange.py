"""Where everything on a wall stands: the first of several arrangements in which every text has room.

It begins with the sizes of the design. Where texts are longer, or a window is narrower, than those allow, gaps become
smaller, then dots, and the text last; no text is ever cut off or written over another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF

from cxaudit.presentation.wall import WallView
from cxaudit.ui.wall import after, before, lists
from cxaudit.ui.wall.blocks import FITS, Fit, has_room
from cxaudit.ui.wall.parts import HEIGHT, Align, Part, Words

_BY_KIND = {
    "read": before.read,
    "vote": before.vote,
    "reveal": after.reveal,
    "locked": after.reveal,
    "parking": lists.parking,
    "ended": lists.ended,
}
_MIRRORED: dict[Align, Align] = {"left": "right", "right": "left", "middle": "middle"}


def arrange(view: WallView, width: int, *, leftwards: bool = False) -> tuple[Part, ...]:
    """Return the parts of a wall so many units wide, in the order in which they are painted.

    `leftwards` is for languages that are written from right to left.
    """
    found = fitted(view, width)[1]
    return tuple(_mirrored(part, width) for part in found) if leftwards else found


def fitted(view: WallView, width: int) -> tuple[Fit, tuple[Part, ...]]:
    """Return how tightly a wall is set, and its parts; the tightest where none has room, with nothing in it."""
    if view.kind == "blank":
        return FITS[0], ()
    for fit in FITS:
        found = _BY_KIND[view.kind](view, width, fit)
        if found is not None and has_room(found):
            return fit, found
    return FITS[-1], ()


def smallest_text(views: Iterable[WallView], wide: float) -> float:
    """Return how much smaller than the design's the text of any of these walls has to be, in a window so wide."""
    return min((fitted(view, round(wide * HEIGHT))[0].text for view in views), default=1.0)


def _mirrored(part: Part, width: int) -> Part:
    rect = QRectF(width - part.rect.right(), part.rect.top(), part.rect.width(), part.rect.height())
    if isinstance(part, Words):
        return replace(part, rect=rect, align=_MIRRORED[part.align])
    return replace(part, rect=rect)
