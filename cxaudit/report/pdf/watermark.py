"""A word across a page, told to no reader."""

from __future__ import annotations

from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import BOLD, text_width

SIZE = 130.0


def draw_watermark(sheet: Sheet, word: str, color: str = "watermark", y: float | None = None) -> None:
    """Draw a word upwards across the page, its middle so far below the upper edge, in points (else halfway down)."""
    paper = sheet.paper
    half = text_width(word, BOLD, SIZE) / 2
    with sheet.artifact("Background"), sheet.turned(paper.width / 2, paper.height / 2 if y is None else y, 55):
        sheet.text(-half, paper.height + SIZE * 0.3, word, BOLD, SIZE, color)
