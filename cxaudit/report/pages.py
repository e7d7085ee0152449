"""Shows the pages of a finished PDF, as any reader would: the preview is the file itself and no second drawing."""
# pypdfium2 has types of its own, but none for the pixels of a bitmap.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeStubs=false

from __future__ import annotations

from threading import Lock

import pypdfium2 as pdfium

from cxaudit.app.reporting import PageImage

ONE_AT_A_TIME = Lock()
"""PDFium is not made for several threads."""


class PdfPages:
    """The pages of a PDF that is held in memory; see `cxaudit.app.reporting.ReportPages`."""

    def __init__(self, content: bytes) -> None:
        with ONE_AT_A_TIME:
            self._document = pdfium.PdfDocument(content)
            self._sizes = tuple(self._document.get_page_size(number) for number in range(len(self._document)))

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Return the width and height of each page, in points."""
        return self._sizes

    def paint(self, page: int, scale: float) -> PageImage:
        """Return a page (from 0) at so many pixels a point."""
        with ONE_AT_A_TIME:
            found = self._document[page]
            try:
                bitmap = found.render(scale=scale, prefer_bgrx=True)  # pyright: ignore[reportArgumentType] - a fraction is fine
                image = PageImage(bitmap.width, bitmap.height, bytes(bitmap.buffer))
                bitmap.close()
            finally:
                found.close()
        return image

    def close(self) -> None:
        """Let go of the document."""
        with ONE_AT_A_TIME:
            self._document.close()
