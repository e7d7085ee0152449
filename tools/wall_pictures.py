"""Paints every state of the wall: light and dark, at three resolutions, and as small as seen from across the room."""

from __future__ import annotations

from pathlib import Path

from support.walls import LONGEST, RESOLUTIONS, STATES, painted

from cxaudit.ui.app import make_application
from cxaudit.ui.tokens import WALL_DARK, WALL_LIGHT

THUMBNAIL = (200, 112)


def paint_walls(folder: Path) -> None:
    """Paint all of them into a folder."""
    make_application([])
    views = STATES | {f"longest-{name}": view for name, view in LONGEST.items()}
    for name, view in views.items():
        for look in (WALL_LIGHT, WALL_DARK):
            for width, height in (*RESOLUTIONS, THUMBNAIL):
                painted(view, width, height, look).save(
                    str(folder / f"10-wall-{name}-{look.name}-{width}x{height}.png")
                )
        print(f"10-wall-{name}")
