"""Text in painted widgets that breaks into lines: the same lines for measuring and for painting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from cxaudit.ui.theme import font, line_height, zoom
from cxaudit.ui.widgets.paint import write


def wrapped(text: str, style: str, width: float) -> tuple[str, ...]:
    """Return the lines of a text at a width; long words break anywhere."""
    return _lines(text, style, width, zoom())


@lru_cache(maxsize=2048)
def _lines(text: str, style: str, width: float, _zoom: int) -> tuple[str, ...]:
    """Break a text once for each width; the zoom is part of the question, because it changes the font."""
    layout = QTextLayout(text, font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    out: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        start = line.textStart()
        out.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return tuple(out)


def write_lines(p: QPainter, left: float, top: float, lines: Sequence[str], style: str, role: str) -> float:
    """Paint lines under each other and return where the next would start."""
    height = line_height(style)
    for line in lines:
        write(p, QRectF(left, top, 10_000, height), line, style, role)
        top += height
    return top
