"""Reads a finished PDF: the words of its pages, how they look, and what is attached to it."""
# pypdfium2 has types of its own, but not for all that it returns.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeStubs=false

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pypdfium2 as pdfium

from cxaudit.domain.errors import ReceiptError
from cxaudit.report.pages import ONE_AT_A_TIME, PdfPages

LARGEST = 50_000_000
"""So many bytes an attached file may have that is read."""

LARGEST_PAGE = 2000.0
"""So long a page may be that is painted, in points."""

SCALE = 0.75
"""Pixels a point: enough to see a digit that was drawn over."""

_PASSWORD = 4
"""What PDFium says of a file that wants a password."""

Words = tuple[str, ...]


def page_words(content: bytes) -> tuple[Words, ...]:
    """Return the words of each page, in the order in which they were drawn."""
    with ONE_AT_A_TIME:
        document = pdfium.PdfDocument(content)
        try:
            return tuple(_words(document, number) for number in range(len(document)))
        finally:
            document.close()


def words_digest(words: Sequence[str]) -> str:
    """Return the SHA-256 of a page's words run together, so that only what they say counts."""
    return hashlib.sha256("".join(words).encode("utf-8", "replace")).hexdigest()


def page_looks(content: bytes) -> tuple[str, ...]:
    """Return a digest of how each page looks, painted small; for a page too large to be a report's, its size."""
    pages = PdfPages(content)
    try:
        return tuple(
            f"{size}" if max(size) > LARGEST_PAGE else hashlib.sha256(pages.paint(number, SCALE).pixels).hexdigest()
            for number, size in enumerate(pages.sizes)
        )
    finally:
        pages.close()


def attached_file(content: bytes, name: str, path: str) -> bytes:
    """Return the file of that name in a PDF. Raises ReceiptError where the file is none, or has no such attachment."""
    with ONE_AT_A_TIME:
        document = _opened(content, path)
        try:
            found = [
                document.get_attachment(number)
                for number in range(document.count_attachments())
                if document.get_attachment(number).get_name() == name
            ]
            if len(found) != 1:
                raise ReceiptError(path, "damaged" if found else "none", f"{len(found)} x {name}" if found else "")
            data = bytes(found[0].get_data())
        except pdfium.PdfiumError as error:
            raise ReceiptError(path, "damaged", str(error)) from error
        finally:
            document.close()
    if len(data) > LARGEST:
        raise ReceiptError(path, "damaged", f"{len(data)} bytes")
    return data


def _opened(content: bytes, path: str) -> pdfium.PdfDocument:
    if b"%PDF-" not in content[:1024]:
        raise ReceiptError(path, "no pdf")
    try:
        document = pdfium.PdfDocument(content)
        if len(document) == 0:
            raise ReceiptError(path, "no pdf")
    except pdfium.PdfiumError as error:
        why = "locked" if getattr(error, "err_code", None) == _PASSWORD else "no pdf"
        raise ReceiptError(path, why, str(error)) from error
    return document


def _words(document: pdfium.PdfDocument, number: int) -> Words:
    page = document[number]
    text = page.get_textpage()
    try:
        return tuple(text.get_text_range().split())
    finally:
        text.close()
        page.close()
