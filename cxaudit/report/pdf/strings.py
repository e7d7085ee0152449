"""Shows text: strings of one font, and what readers are told where they are drawn other than they were written."""
# reportlab has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportUntypedBaseClass=false

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from cxaudit.report.pdf.fonts import Stretch
from cxaudit.report.pdf.shaping import Chunk

FILL_AND_STROKE = "2 Tr"
"""The rendering mode of text (ISO 32000-1, 9.3.6) that thickens it by a line."""
THICKER = 0.03
"""The width of that line, as a share of the size."""


class TextCanvas(Canvas):
    """A canvas that shows stretches of a line."""

    def draw_stretch(self, x: float, y: float, stretch: Stretch, size: float, tail: str) -> None:
        """Draw part of the line that starts at (x, y), and the space behind it (`tail`), which no one sees.

        From right to left letters are shown from left to right all the same, as one string that is said to be reversed
        (ISO 32000-1, 14.8.2.3.3): who reads the file by its tags turns it, who reads it by its pages turns it anyway.
        A text for readers, in the order of writing, would be turned by the latter too; it is given where no other way
        is left.
        """
        x += stretch.x * size / 1000
        if stretch.thickened:
            self.saveState()
            self.setStrokeColor(self._fillColorObj)
            self.setLineWidth(THICKER * size)
            self._code.append(FILL_AND_STROKE)
        mark, chunks = _told(stretch, tail)
        if mark:
            self._code.append(mark)
        for rise, group in groupby(chunks, key=attrgetter("y")):
            self._show(x, y + rise * size / 1000, stretch.font, size, list(group))
        if mark:
            self._code.append("EMC")
        if stretch.thickened:
            self.restoreState()

    def _show(self, x: float, y: float, font: str, size: float, chunks: Sequence[Chunk]) -> None:
        """Show chunks of one height in as few strings as the font's subsets allow, and end the line (T*).

        Programs that copy text put a space where a line ends.
        """
        source = pdfmetrics.getFont(font)
        parts: list[tuple[int, int, bytes]] = [
            (subset, number, content)
            for number, chunk in enumerate(chunks)
            for subset, content in source.splitString(chunk.drawn, self._doc)
        ]
        code = [f"BT 1 0 0 1 {x + chunks[0].x * size / 1000:.2f} {y:.2f} Tm"]
        before = 0
        for subset, group in groupby(parts, key=itemgetter(0)):
            shown = ""
            for _subset, number, content in group:
                if number != before:
                    gap = chunks[number].x - chunks[number - 1].x - chunks[number - 1].width
                    shown += f"{-gap:.1f}"
                    before = number
                shown += f"({self._escape(content)})"
            show = f"[{shown}] TJ" if len(parts) > 1 else f"{shown} Tj"
            code.append(f"{source.getSubsetInternalName(subset, self._doc)} {size:g} Tf {show}")
        self._code.append(" ".join([*code, f"{size:g} TL T* ET"]))


def _told(stretch: Stretch, tail: str) -> tuple[str, Sequence[Chunk]]:
    """Return the mark that readers need, if any, and what is drawn with the space behind it."""
    chunks = stretch.chunks
    first, last = chunks[0], chunks[-1]
    if not stretch.told or (stretch.rtl and any(chunk.y != first.y for chunk in chunks)):
        return spoken(stretch.text + tail), chunks
    if stretch.rtl:
        space = [Chunk(first.x - stretch.space, first.y, stretch.space, tail)] if tail else []
        return "/ReversedChars BMC", [*space, *chunks]
    return "", [*chunks, Chunk(last.x + last.width, last.y, stretch.space, tail)] if tail else chunks


def spoken(text: str) -> str:
    """Return what starts a stretch that readers are given a text for (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
