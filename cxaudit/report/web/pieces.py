"""Turns each piece of the manuscript into elements of the page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from cxaudit.presentation.manuscript import Chapter
from cxaudit.presentation.manuscript_parts import (
    Callout,
    Card,
    Facts,
    Heading,
    Key,
    Lane,
    Lanes,
    Numbers,
    Paragraph,
    Picture,
    Piece,
    Points,
    Table,
)
from cxaudit.presentation.report_summary import Fact, NumberView
from cxaudit.report.web.markup import tag, turned
from cxaudit.report.web.palette import variable
from cxaudit.report.web.tables import table
from cxaudit.report.web.text import Desk, paragraph, spans

FITS = 250.0
"""A chart of this width, in points, fits the narrowest screen; a wider one can be moved sideways, by keys too."""


def section(desk: Desk, chapter: Chapter) -> Element:
    """Return a section under its name and its finding."""
    title = f"{chapter.id}-title"
    heading = tag(
        "h2",
        tag("span", chapter.name, class_="kicker"),
        " ",
        turned(tag("span", chapter.title), chapter.title),
        id=title,
    )
    return tag(
        "section", heading, *(piece(desk, told) for told in chapter.pieces), id=chapter.id, aria_labelledby=title
    )


def piece(desk: Desk, told: Piece) -> Element:
    """Return one piece."""
    match told:
        case Paragraph():
            return paragraph(desk, told)
        case Heading():
            attributes = {"id": told.key} if told.key else {}
            return turned(tag(f"h{told.level + 1}", told.text, **attributes), told.text)
        case Points():
            return _points(desk, told)
        case Table():
            return table(desk, told)
        case _:
            return _shape(desk, told)


def _shape(desk: Desk, told: Picture | Key | Numbers | Facts | Callout | Lanes) -> Element:
    match told:
        case Picture():
            return _picture(desk, told)
        case Key():
            marks = (tag("li", desk.painter.paint(mark), tag("span", words)) for mark, words in told.items)
            return tag("ul", *marks, class_="key")
        case Numbers():
            return tag("dl", *(_number(item) for item in told.items), class_="numbers")
        case Facts():
            return facts(told.items, "facts brief" if told.brief else "facts")
        case Callout():
            return tag("div", *(paragraph(desk, part) for part in told.parts), class_="callout")
        case Lanes():
            return tag("div", *(_lane(desk, lane) for lane in told.lanes), class_="lanes")


def _points(desk: Desk, told: Points) -> Element:
    if not told.marks:
        return tag("ul", *(turned(tag("li", *spans(desk, item)), item.text) for item in told.items))
    items = (
        tag("li", tag("span", mark, class_="mark"), turned(tag("span", *spans(desk, item)), item.text))
        for mark, item in zip(told.marks, told.items, strict=True)
    )
    return tag("ul", *items, class_="marked")


def _picture(desk: Desk, told: Picture) -> Element:
    caption = (tag("figcaption", told.caption),) if told.caption else ()
    if told.narrow is None:
        moved = {"tabindex": "0"} if told.drawing.width > FITS else {}
        return tag("figure", desk.painter.paint(told.drawing), *caption, **moved)
    wide = tag("div", desk.painter.paint(told.drawing), class_="wide")
    narrow = tag("div", desk.painter.paint(told.narrow), class_="narrow")
    return tag("figure", wide, narrow, *caption)


def _number(item: NumberView) -> Element:
    detail = (tag("dd", item.detail),) if item.detail else ()
    return tag("div", tag("dt", item.label), tag("dd", item.value, class_="value"), *detail)


def facts(items: tuple[Fact, ...], name: str) -> Element:
    """Return labels with what stands beside them."""
    return tag("dl", *(tag("div", tag("dt", fact.label), tag("dd", fact.value)) for fact in items), class_=name)


def _lane(desk: Desk, lane: Lane) -> Element:
    cards = tag("ol", *(_card(desk, card) for card in lane.cards)) if lane.cards else tag("p", lane.empty)
    facts_line = tag("p", lane.facts, class_="note")
    return tag(
        "section",
        tag("h3", lane.name, class_=f"c-{variable(lane.role)}"),
        facts_line,
        cards,
        class_=f"lane c-{variable(lane.role)}",
    )


def _card(desk: Desk, card: Card) -> Element:
    title = tag("h4", tag("span", card.mark, class_="mark"), f" {card.title}")
    return tag("li", title, *(paragraph(desk, part) for part in card.parts))
