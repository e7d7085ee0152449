"""What slides are made of: a sentence as title, a picture, columns of points, and notes for the person who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.presentation.deck_charts import Bars, Curve
from cxaudit.presentation.report_summary import NumberView


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is said: what it is about, what is said of it, and a smaller line beneath. Any may be empty."""

    head: str = ""
    text: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Points beneath a heading, which may be empty."""

    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `section` is the id of the report's section that it comes from; `notes` are paragraphs.

    `numbers` stand in a row above the columns; the picture stands to their left.
    """

    section: str
    title: str
    columns: tuple[Column, ...]
    notes: tuple[str, ...]
    numbers: tuple[NumberView, ...] = ()
    chart: Bars | Curve | None = None


def told(*texts: str) -> tuple[str, ...]:
    """Return the texts that say something."""
    return tuple(text for text in texts if text.strip())


def named(label: str, text: str) -> str:
    """Return "Label: text", or an empty text where there is nothing to say."""
    return f"{label}: {text}" if text.strip() else ""
