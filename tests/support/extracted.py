"""What each form of a report says, as words: read back out of its file by other means than those that wrote it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl
import pypdf
from typing_extensions import override

from cxaudit.app.reporting import ReportFormat


def squeezed(text: str) -> str:
    """The text without any space: forms break lines where they like."""
    return re.sub(r"[\s\u00a0\u00ad\u200b]+", "", text)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._style = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        self.words += [value for name, value in attrs if name in {"alt", "aria-label"} and value]

    @override
    def handle_endtag(self, tag: str) -> None:
        self._style = False

    @override
    def handle_data(self, data: str) -> None:
        if not self._style:
            self.words.append(data)


def html_text(content: bytes) -> str:
    page = _Page()
    page.feed(content.decode())
    return " ".join(page.words)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif value is not None:
        yield str(value)


def office_text(content: bytes) -> str:
    """All texts and alternative texts of a docx or pptx, part by part; charts' data among them."""
    words = list[str]()
    with ZipFile(io.BytesIO(content)) as file:
        for name in sorted(file.namelist()):
            if name.endswith(".xml") and not name.endswith(("styles.xml", "theme1.xml")):
                for element in ET.fromstring(file.read(name)).iter():
                    words += [element.text or "", element.get("descr", "")]
    return " ".join(words)


def sheet_text(content: bytes) -> str:
    """All cells; fractions as they are and with one decimal, as they are shown."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return " ".join(
        f"{cell} {cell:.1f}" if isinstance(cell, float) else str(cell) for cell in cells if cell is not None
    )


def pdf_text(content: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


EXTRACT: dict[ReportFormat, Callable[[bytes], str]] = {
    "pdf": pdf_text,
    "docx": office_text,
    "pptx": office_text,
    "xlsx": sheet_text,
    "html": html_text,
    "csv": lambda content: " ".join(
        cell for row in csv.reader(content.decode("utf-8-sig").splitlines()) for cell in row
    ),
    "json": lambda content: " ".join(_strings(json.loads(content))),
}
"""How the words of a form are read back."""
