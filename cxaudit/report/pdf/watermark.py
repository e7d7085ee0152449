"""A word across a page, told to no reader."""

from __future__ import annotations

from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import BOLD, text_width
from cxaudit.report.pdf.styles import HEIGHT, WIDTH

SIZE = 130.0


def draw_watermark(sheet: Sheet, word: str, color: str = "watermark", y: float = HEIGHT / 2) -> None:
    """Draw a word upwards across the page, its middle so far below the upper edge, in points."""
    half = text_width(word, BOLD, SIZE) / 2
    with sheet.artifact("Background"), sheet.turned(WIDTH / 2, y, 55):
        sheet.text(-half, HEIGHT + SIZE * 0.3, word, BOLD, SIZE, color)
