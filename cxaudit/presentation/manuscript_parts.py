"""What flowing content is made of: paragraphs, lists, tables, figures, and the few other shapes of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cxaudit.presentation.drawing import Drawing, RectOp, TextOp
from cxaudit.presentation.report_summary import Fact, NumberView

ParagraphLook = Literal["body", "lead", "note", "strong"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look. `role` is a colour role, `link` the key of a heading or row of the same manuscript."""

    text: str
    strong: bool = False
    role: str = "ink"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together."""

    spans: tuple[Span, ...]
    look: ParagraphLook = "body"

    @property
    def text(self) -> str:
        """Return the words alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section, of level 2 or 3; `key` is what links lead to."""

    text: str
    level: Literal[2, 3] = 2
    key: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list. Each point has its own mark where `marks` names them (a rank, a source's tag), else a bullet."""

    items: tuple[Paragraph, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its caption; `narrow` is the same for a screen that is too narrow for it."""

    drawing: Drawing
    caption: str = ""
    narrow: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """The marks of a chart, each with what it means."""

    items: tuple[tuple[Drawing, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: paragraphs and small charts, set in the `middle` or not; `ground` is the colour behind."""

    parts: tuple[Paragraph | Drawing, ...]
    ground: str = ""
    middle: bool = False

    @property
    def text(self) -> str:
        """Return what the cell says, its charts in words."""
        return " ".join(part.text if isinstance(part, Paragraph) else part.description for part in self.parts)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `key` is what links lead to."""

    cells: tuple[Cell, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `shares` are the columns' parts of the width; the column `names` (-1 for none) tells what a row is of.

    One that is `wide` holds sentences: where the screen is narrow, each of its rows is better shown as a card. Those
    that are `numbered` show their caption; for the others the heading above says it.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    shares: tuple[float, ...]
    names: int = 0
    wide: bool = True
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers shown large, side by side."""

    items: tuple[NumberView, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what stands beside them; `brief` ones have room beside each other."""

    items: tuple[Fact, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """Paragraphs that stand out; `role` is the colour of the edge, its tint the ground."""

    parts: tuple[Paragraph, ...]
    role: str = "flag"


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a lane: its mark and title, and what is to be known of it."""

    mark: str
    title: str
    parts: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of cards, with its name in a colour role."""

    name: str
    facts: str
    role: str
    cards: tuple[Card, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes side by side where there is room."""

    lanes: tuple[Lane, ...]
    heads: tuple[str, ...]


Piece: TypeAlias = Paragraph | Heading | Points | Picture | Key | Table | Numbers | Facts | Callout | Lanes


def paragraph(text: str, look: ParagraphLook = "body", role: str = "ink") -> Paragraph:
    """Return a paragraph of one look."""
    return Paragraph((Span(text, role=role),), look)


def told(*texts: str, look: ParagraphLook = "body") -> Iterator[Paragraph]:
    """Yield those paragraphs that say something."""
    return (paragraph(text, look) for text in texts if text)


def labelled(label: str, text: str, look: ParagraphLook = "body") -> Paragraph:
    """Return a label with what it tells."""
    return Paragraph((Span(f"{label} ", strong=True), Span(text)), look)


def cell(*parts: str | Paragraph | Drawing) -> Cell:
    """Return a cell of paragraphs, texts among them, and charts; empty texts are left out."""
    return Cell(tuple(paragraph(part) if isinstance(part, str) else part for part in parts if part))


def strong(text: str, role: str = "ink") -> Paragraph:
    """Return a paragraph that stands out."""
    return Paragraph((Span(text, strong=True, role=role),))


def note(text: str, role: str = "muted") -> Paragraph:
    """Return a small paragraph."""
    return Paragraph((Span(text, role=role),), "note")


def noted(*texts: str) -> tuple[Paragraph, ...]:
    """Return small paragraphs, without the empty ones."""
    return tuple(note(text) for text in texts if text)


def rows(lines: Iterable[Iterable[str]]) -> tuple[Row, ...]:
    """Return rows of texts, the first of each strong."""
    return tuple(
        Row(tuple(cell(strong(text) if place == 0 and text else text) for place, text in enumerate(line)))
        for line in lines
    )


def shaded(drawing: Drawing) -> Cell:
    """Return a small chart of a number on its colour as a cell that says the same on that ground."""
    texts = [op for op in drawing.ops if isinstance(op, TextOp)]
    ground = next((op.fill for op in drawing.ops if isinstance(op, RectOp) and op.fill), "")
    spans = tuple(
        Span(f"{' ' if place else ''}{op.text}", strong=op.weight != "regular", role=texts[0].role)
        for place, op in enumerate(texts)
    )
    return Cell((Paragraph(spans),), ground, middle=True)
