"""Changes finished PDFs as a forger would, or as another program does when it saves one."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pypdf
from pypdf.generic import ByteStringObject, ContentStream, DecodedStreamObject, NameObject
from support.pdf_tree import glyphs_of

from cxaudit.app.attached_receipt import RECEIPT


def _opened(pdf: bytes) -> pypdf.PdfWriter:
    return pypdf.PdfWriter(clone_from=io.BytesIO(pdf))


def _saved(writer: pypdf.PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def saved_again(pdf: bytes) -> bytes:
    """The same, written by another program."""
    return _saved(_opened(pdf))


def attached(pdf: bytes, name: str = RECEIPT) -> bytes:
    """What is attached under a name, as another program reads it."""
    (found,) = pypdf.PdfReader(io.BytesIO(pdf)).attachments[name]
    return found


def with_receipt(pdf: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """A report whose receipt was changed."""
    row = json.loads(attached(pdf))
    change(row)
    return with_attachment(pdf, json.dumps(row).encode())


def with_attachment(pdf: bytes, content: bytes) -> bytes:
    """A report with another receipt in place of its own."""
    writer = _opened(pdf)
    catalog: Any = writer.root_object
    specification = catalog["/AF"][0].get_object()
    specification["/EF"]["/F"].get_object().set_data(content)
    return _saved(writer)


def without_receipt(pdf: bytes) -> bytes:
    """A report whose attachment was dropped."""
    writer = _opened(pdf)
    for key in ("/AF", "/Names"):
        del writer.root_object[NameObject(key)]
    return _saved(writer)


def with_digit_changed(pdf: bytes, page: int, says: str) -> bytes:
    """A report that says another digit on a page (from 1), in the first stretch of text that holds `says`."""
    writer = _opened(pdf)
    target: Any = writer.pages[page - 1]
    stream = ContentStream(target.get_contents(), writer)
    fonts = {name: glyphs_of(font.get_object()) for name, font in target["/Resources"]["/Font"].items()}
    glyphs: dict[int, str] = {}
    changed = False
    for operands, operator in stream.operations:
        if operator == b"Tf":
            glyphs = fonts[operands[0]]
        elif operator == b"Tj" and not changed:
            told = operands[0].original_bytes
            if says in "".join(glyphs.get(byte, "?") for byte in told):
                operands[0] = ByteStringObject(_another_digit(told, glyphs))
                changed = True
    assert changed, says
    target[NameObject("/Contents")] = writer._add_object(stream)  # pyright: ignore[reportPrivateUsage] - the library has no public way
    return _saved(writer)


def _another_digit(told: bytes, glyphs: dict[int, str]) -> bytes:
    place = max(n for n, byte in enumerate(told) if glyphs.get(byte, "").isdigit())
    other = next(byte for byte, char in glyphs.items() if char.isdigit() and byte != told[place])
    return told[:place] + bytes([other]) + told[place + 1 :]


def painted_over(pdf: bytes, page: int) -> bytes:
    """A report with a white box over the middle of a page."""
    writer = _opened(pdf)
    target: Any = writer.pages[page - 1]
    stream = DecodedStreamObject()
    stream.set_data(target.get_contents().get_data() + b"\nq 1 1 1 rg 100 300 300 200 re f Q\n")
    target[NameObject("/Contents")] = writer._add_object(stream)  # pyright: ignore[reportPrivateUsage] - as above
    return _saved(writer)


def without_page(pdf: bytes, page: int) -> bytes:
    """A report that lacks a page."""
    writer = _opened(pdf)
    writer.remove_page(page - 1)
    return _saved(writer)


def with_page_more(pdf: bytes) -> bytes:
    """A report with an empty page at its end."""
    writer = _opened(pdf)
    writer.add_blank_page()
    return _saved(writer)


def locked(pdf: bytes) -> bytes:
    """A report that wants a password."""
    writer = _opened(pdf)
    writer.encrypt("secret")
    return _saved(writer)


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, as another program reads it."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
