"""Writes each piece of the manuscript into the Word document."""

from __future__ import annotations

from docx.shared import Pt

from cxaudit.i18n import _
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
    Row,
    Span,
    Table,
    cell,
    note,
    paragraph,
    strong,
)
from cxaudit.report.word.elements import field, xml
from cxaudit.report.word.tables import add_table, fill, frame
from cxaudit.report.word.text import Desk, draw, mark, say, write

STYLES = {"body": "Normal", "lead": "Lead", "note": "Note", "strong": "Normal"}
FRESH = frozenset({"contents", "summary", "profile", "findings", "priorities", "roadmap", "method", "shortfalls"})
"""Sections that start a page."""


def add_chapter(desk: Desk, chapter: Chapter, *, first: bool) -> None:
    """Add a section under its name and its finding; the `first` one never starts on the cover."""
    name = say(desk, desk.paragraph("Heading 1"), chapter.name)
    if first or chapter.id in FRESH:
        name.paragraph_format.page_break_before, name.paragraph_format.space_before = True, Pt(0)
    mark(desk, name, chapter.id)
    say(desk, desk.paragraph("Finding"), chapter.title)


def add_piece(desk: Desk, piece: Piece) -> None:
    """Add one piece."""
    match piece:
        case Paragraph():
            write(desk, desk.paragraph(STYLES[piece.look]), piece)
        case Heading():
            mark(desk, say(desk, desk.paragraph(f"Heading {piece.level}"), piece.text), piece.key)
        case Points():
            _add_points(desk, piece)
        case Picture():
            _add_picture(desk, piece)
        case Key():
            _add_key(desk, piece)
        case Table():
            _add_captioned(desk, piece)
        case _:
            _add_shape(desk, piece)


def _add_shape(desk: Desk, piece: Numbers | Facts | Callout | Lanes) -> None:
    match piece:
        case Numbers():
            _add_numbers(desk, piece)
        case Facts():
            _add_facts(desk, piece)
        case Callout():
            for part in piece.parts:
                write(desk, desk.paragraph("Callout"), part)
            desk.paragraph("Table note")
        case Lanes():
            for lane in piece.lanes:
                _add_lane(desk, lane, piece.heads)


def _add_points(desk: Desk, points: Points) -> None:
    for number, item in enumerate(points.items):
        if points.marks:
            marked = Paragraph((Span(f"{points.marks[number]}\t", strong=True, role="accent_strong"), *item.spans))
            write(desk, desk.paragraph("Marked list"), marked)
        else:
            write(desk, desk.paragraph("List Bullet"), item)


def _add_picture(desk: Desk, picture: Picture) -> None:
    into = desk.paragraph("Figure")
    draw(desk, into, picture.drawing, desk.width)
    if picture.caption:
        _add_caption(desk, _("Figure"), "Figure", picture.caption)
    else:
        into.paragraph_format.keep_with_next = False


def _add_key(desk: Desk, key: Key) -> None:
    """Add the marks in one line, each before its words."""
    into = desk.paragraph("Note")
    for place, (mark_drawing, words) in enumerate(key.items):
        draw(desk, into, mark_drawing, desk.width)
        say(desk, into, f" {words}{'      ' if place < len(key.items) - 1 else ''}")


def _add_captioned(desk: Desk, table: Table) -> None:
    if table.numbered:
        _add_caption(desk, _("Table"), "Table", table.caption)
    add_table(desk, table)


def _add_caption(desk: Desk, label: str, sequence: str, text: str) -> None:
    """Add a caption with a number that Word counts."""
    into = say(desk, desk.paragraph("Caption"), f"{label} ")
    xml(into).extend(field(f"SEQ {sequence} \\* ARABIC", str(desk.captions(sequence))))
    say(desk, into, f"  {text}")
    if sequence == "Figure":
        into.paragraph_format.keep_with_next = False


def _add_numbers(desk: Desk, numbers: Numbers) -> None:
    made = frame(desk, 1, [1.0] * len(numbers.items), _("Key figures"), style="TableNormal")
    width = Pt(desk.width / len(numbers.items))
    for place, item in zip(made.rows[0].cells, numbers.items, strict=True):
        place.width = width
        say(desk, desk.styled(place.paragraphs[0], "Number"), item.value)
        for part in (strong(item.label), *((note(item.detail),) if item.detail else ())):
            style = "Table note" if part.look == "note" else "Table text"
            write(desk, desk.styled(place.add_paragraph(), style), part)
    desk.paragraph("Table note")


def _add_facts(desk: Desk, facts: Facts) -> None:
    if facts.brief:
        spans = [(Span(f"{fact.label} ", role="muted"), Span(f"{fact.value}    ", strong=True)) for fact in facts.items]
        write(desk, desk.paragraph(), Paragraph(tuple(span for pair in spans for span in pair)))
        return
    shares = (0.26, 0.74)
    made = frame(desk, len(facts.items), shares, _("Facts"))
    for row, fact in zip(made.rows, facts.items, strict=True):
        label, value = paragraph(fact.label, role="muted"), strong(fact.value)
        for place, part, share in zip(row.cells, (label, value), shares, strict=True):
            fill(desk, place, cell(part), desk.width * share)
    desk.paragraph("Table note")


def _add_lane(desk: Desk, lane: Lane, heads: tuple[str, ...]) -> None:
    write(desk, desk.paragraph("Heading 2"), Paragraph((Span(lane.name, role=lane.role),)))
    write(desk, desk.paragraph("Note"), paragraph(lane.facts, role="muted"))
    if not lane.cards:
        say(desk, desk.paragraph(), lane.empty)
        return
    rows = tuple(_card_row(card, lane.role) for card in lane.cards)
    add_table(desk, Table(lane.name, ("#", *heads), rows, (24, 210, 240), names=1))


def _card_row(card: Card, role: str) -> Row:
    first, *rest = card.parts
    return Row((cell(strong(card.mark, role)), cell(strong(card.title), first), cell(*rest)))
