"""What is painted on a wall: parts with a place, in units of which the wall's height has 2000.

A wall is laid out once and painted at any size, so that the mirror beside the console is the wall itself, smaller.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF

from cxaudit.ui.tokens import WALL_TYPE

HEIGHT = 2000
"""Units in a wall's height: every text size of `tokens.WALL_TYPE` is a whole number of them."""

Align = Literal["left", "middle", "right"]


def units(share: float) -> float:
    """Return a share of the wall's height in units."""
    return share * HEIGHT


def size(style: str, scale: float = 1.0) -> int:
    """Return a text size of `tokens.WALL_TYPE` in units."""
    return round(WALL_TYPE[style] * HEIGHT * scale)


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, centred on its rectangle's height. It is never wider than that."""

    rect: QRectF
    text: str
    size: int
    role: str = "ink"
    strong: bool = False
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Panel:
    """A rounded box; an edge lies inside it."""

    rect: QRectF
    fill: str
    edge: str = ""
    line: float = 0.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A vote or a seat; a hollow one is an earlier vote or a seat without one."""

    rect: QRectF
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """The share of the time that is left, clockwise from the top."""

    rect: QRectF
    share: float


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon of resources/icons."""

    rect: QRectF
    name: str
    role: str


Part = Words | Panel | Dot | Ring | Sign
