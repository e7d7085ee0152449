"""Paragraphs of the page: words with their looks, links and directions."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from cxaudit.presentation.manuscript_parts import Paragraph, Span
from cxaudit.report.web.markup import Child, tag, turned
from cxaudit.report.web.palette import variable
from cxaudit.report.web.svg import Painter

CLASSES = {"lead": "lead", "note": "note"}


@dataclass
class Desk:
    """What the writing of one page needs everywhere: the keys that links may lead to, and what was used so far."""

    keys: frozenset[str]
    painter: Painter = field(default_factory=Painter)
    shares: set[str] = field(default_factory=set[str])


def paragraph(desk: Desk, told: Paragraph) -> Element:
    """Return a paragraph."""
    attributes = {"class_": CLASSES[told.look]} if told.look in CLASSES else {}
    return turned(tag("p", *spans(desk, told), **attributes), told.text)


def spans(desk: Desk, told: Paragraph) -> list[Child]:
    """Return a paragraph's words."""
    return [_span(desk, span) for span in told.spans]


def _span(desk: Desk, span: Span) -> Child:
    link = span.link in desk.keys
    colored = span.role not in {"", "ink"} and not link
    inside = tag("strong", span.text) if span.strong and (link or colored) else span.text
    if link:
        return tag("a", inside, href=f"#{span.link}")
    if colored:
        return tag("span", inside, class_=f"c-{variable(span.role)}")
    return tag("strong", inside) if span.strong else inside
