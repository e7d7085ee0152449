"""Stroke icons (Lucide, ISC licence) on a grid of 24 units, recoloured from the tokens and drawn at any size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from cxaudit import assets


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    svg = (assets.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    svg = svg.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(svg.encode()))


def draw(painter: QPainter, name: str, rect: QRectF, colour: QColor, stroke: float = 1.75) -> None:
    """Draw an icon of resources/icons into a square."""
    _renderer(name, colour.name(), stroke).render(painter, rect)
