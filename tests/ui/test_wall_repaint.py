"""Only what is new is painted again on a wall: the window then looks as if all of it had been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage
from support.program import settle
from support.walls import STATES, voted

from cxaudit.presentation.wall import WallView
from cxaudit.ui.app import make_application
from cxaudit.ui.wall import paint
from cxaudit.ui.wall.paint import WallPaint

CLOCKS = (STATES["vote"], STATES["vote-time-is-up"])
CHANGES = [
    *pairwise([STATES[name] for name in STATES]),
    *pairwise([voted(given, 14) for given in (None, 1, 9, 10, 11, 14, 3)]),
    CLOCKS,
    CLOCKS[::-1],
    (STATES["vote"], replace(STATES["vote"], question="A question that nobody has asked here before?")),
]
"""Two walls, one after the other."""


@pytest.fixture(scope="module")
def wall() -> Iterator[WallPaint]:
    make_application([])
    made = WallPaint(fills=True)
    made.setGeometry(QRect(0, 0, 640, 400))
    made.show()
    settle()
    yield made
    made.hide()
    made.deleteLater()
    settle()


def on_screen(wall: WallPaint) -> QImage:
    """The points that are on the screen, not those of another painting."""
    settle()
    image = wall.screen().grabWindow(wall.winId()).toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def left_over(wall: WallPaint, before: WallView, now: WallView) -> bool:
    """Whether anything on the screen is other than a painting of the whole wall."""
    wall.render_view(before)
    wall.update()  # all of it, whatever stood there
    settle()
    wall.render_view(now)
    found = on_screen(wall)
    return found != wall.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("at", range(len(CHANGES)))
def test_nothing_is_left_over_from_the_wall_before(wall: WallPaint, at: int) -> None:
    assert not left_over(wall, *CHANGES[at])


def test_a_wall_that_forgets_what_stood_there_would_be_found(wall: WallPaint, monkeypatch: pytest.MonkeyPatch) -> None:
    def first_only(before: tuple[paint.Part, ...], now: tuple[paint.Part, ...]) -> QRectF:
        return next((paint.reach(new) for old, new in zip(before, now, strict=False) if old != new), QRectF())

    monkeypatch.setattr(paint, "difference", first_only)
    assert any(left_over(wall, *change) for change in CHANGES)


@pytest.mark.usefixtures("wall")
def test_one_vote_more_paints_a_small_part_of_the_wall() -> None:
    one, other = (paint.parts_of(voted(given, 14), 3556) for given in (8, 9))
    found = paint.difference(one, other)
    assert found is not None
    assert 0 < found.width() * found.height() < 0.2 * 3556 * 2000
