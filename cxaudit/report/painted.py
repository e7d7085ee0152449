"""Charts as pictures, for documents that cannot draw: painted as in the PDF, in the same typeface."""
# pypdfium2 has types of its own, but not for all of its calls.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeStubs=false

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image

from cxaudit.presentation.drawing import Drawing, Op
from cxaudit.report.pages import ONE_AT_A_TIME
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.metadata import Metadata
from cxaudit.report.pdf.painter import paint
from cxaudit.report.pdf.styles import Paper
from cxaudit.report.pdf.text import Cleaner

SCALE = 3
"""Pixels a point: 216 to the inch, which is sharp on paper and on any screen."""
COLORS = 128
"""A chart has few flat colours and their edges: a palette is a quarter of the size."""
MARGIN = 2.0
"""Space about a chart, in points: the ring of a target reaches beyond it."""

Look = tuple[float, float, tuple[Op, ...]]


def look(drawing: Drawing) -> Look:
    """Return what a chart looks like, which two charts of different names may share."""
    return drawing.width, drawing.height, drawing.ops


def pictures(drawings: Iterable[Drawing], cleaner: Cleaner) -> dict[Look, bytes]:
    """Return each chart as a PNG by its look, `MARGIN` about it, `SCALE` pixels a point.

    The cleaner remembers what of their texts could not be drawn.
    """
    wanted = {look(drawing): drawing for drawing in drawings}
    if not wanted:
        return {}
    drawn = [cleaner.view(replace(drawing, title="", description="")) for drawing in wanted.values()]
    paper = Paper(max(d.width for d in drawn) + 2 * MARGIN, max(d.height for d in drawn) + 2 * MARGIN)
    sheet = Sheet(Metadata("", "", None, ""), len(drawn), {}, paper, tagged=False)
    for number, drawing in enumerate(drawn):
        if number:
            sheet.next_page()
        paint(sheet, drawing, MARGIN, MARGIN)
    return dict(zip(wanted, _pixels(sheet.finish(), drawn, paper), strict=True))


def _pixels(content: bytes, drawings: list[Drawing], paper: Paper) -> list[bytes]:
    found = list[bytes]()
    with ONE_AT_A_TIME:
        document = pdfium.PdfDocument(content)
        for page, drawing in zip(document, drawings, strict=True):
            right, below = paper.width - drawing.width - 2 * MARGIN, paper.height - drawing.height - 2 * MARGIN
            bitmap = page.render(scale=SCALE, crop=(0, below, right, 0))
            found.append(_png(bitmap.to_pil().convert("RGB")))
            bitmap.close()
            page.close()
        document.close()
    return found


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    few = image.quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.putpalette([255 if part >= 253 else part for part in few.getpalette() or []])  # white stays white
    few.save(file, "PNG", compress_level=9)
    return file.getvalue()
