"""Paragraphs of the Word document: runs with their looks, links and directions, pictures and bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from cxaudit.app.brand import Brand
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.manuscript_parts import Paragraph, Span
from cxaudit.report.painted import MARGIN, Look, look
from cxaudit.report.plain import plain, right_to_left
from cxaudit.report.word.elements import PARAGRAPH_ORDER, Xml, bookmark, child, element, put, set_style, xml
from cxaudit.report.word.styles import color

Adder = Callable[[], WordParagraph]
"""Adds an empty paragraph to the document, or to a cell."""


@dataclass
class Desk:
    """What the writing of one document needs everywhere.

    `width` is that of the text, in points; `images` are the charts as pictures; `places` the names of bookmarks by the
    keys that links lead to, `styles` the ids of styles by their names.
    """

    document: Document
    brand: Brand
    width: float
    images: Mapping[Look, bytes]
    places: Mapping[str, str]
    styles: Mapping[str, str]
    numbers: count[int] = field(default_factory=lambda: count(1))
    pictures: count[int] = field(default_factory=lambda: count(1))

    _captions: dict[str, int] = field(default_factory=dict[str, int])

    def captions(self, sequence: str) -> int:
        """Return the number of the next caption of a sequence."""
        self._captions[sequence] = self._captions.get(sequence, 0) + 1
        return self._captions[sequence]

    def paragraph(self, style: str = "Normal") -> WordParagraph:
        """Add an empty paragraph."""
        return self.styled(self.document.add_paragraph(), style)

    def styled(self, paragraph: WordParagraph, style: str) -> WordParagraph:
        """Give a paragraph a style."""
        set_style(paragraph, self.styles[style])
        return paragraph


def write(desk: Desk, into: WordParagraph, told: Paragraph) -> WordParagraph:
    """Write a paragraph's words into an empty one of the document."""
    for span in told.spans:
        _write_span(desk, into, span)
    if right_to_left(told.text):
        put(child(xml(into), "w:pPr"), element("w:bidi"), PARAGRAPH_ORDER)
    return into


def say(desk: Desk, into: WordParagraph, text: str) -> WordParagraph:
    """Write words of the paragraph's own look."""
    return write(desk, into, Paragraph((Span(text, role=""),)))


def _write_span(desk: Desk, into: WordParagraph, span: Span) -> None:
    place = desk.places.get(span.link)
    parts = plain(span.text).split("\n")
    for number, part in enumerate(parts):
        run = into.add_run(part)
        if number < len(parts) - 1:
            run.add_break()
        _dress(desk, run, span)
        if place is not None:
            link = element("w:hyperlink", anchor=place, history="1")
            xml(run).addprevious(link)
            link.append(xml(run))


def _dress(desk: Desk, run: Run, span: Span) -> None:
    if span.strong:
        run.bold = True
    if span.role not in {"", "ink"}:
        run.font.color.rgb = RGBColor.from_string(color(span.role, desk.brand).removeprefix("#"))
    if right_to_left(span.text):
        run.font.rtl = True


def mark(desk: Desk, paragraph: WordParagraph, key: str) -> None:
    """Make a paragraph the place that links to this key lead to."""
    if key not in desk.places:
        return
    start, end = bookmark(next(desk.numbers), desk.places[key])
    words = xml(paragraph)
    words.insert(1 if words.find(qn("w:pPr")) is not None else 0, start)
    words.append(end)


def draw(desk: Desk, into: WordParagraph, drawing: Drawing, most: float) -> None:
    """Put a chart into a paragraph, as wide as it is drawn or as there is room, its words as alternative text."""
    if not drawing.ops:
        return
    width, height = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN
    scale = min(1.0, most / width)
    shape = into.add_run().add_picture(BytesIO(desk.images[look(drawing)]), Pt(width * scale), Pt(height * scale))
    inline = xml(shape)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    describe(desk, child(inline, "wp:docPr"), drawing.title, drawing.description)


def describe(desk: Desk, properties: Xml, title: str, words: str) -> None:
    """Give a picture its number, name, title and alternative text."""
    number = next(desk.pictures)
    for name, value in (("id", str(number)), ("name", f"Picture {number}"), ("title", title), ("descr", words)):
        properties.set(name, plain(value).replace("\n", " "))
