"""What slides are made of: a sentence as title, a picture, columns of points, and notes for the person who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.i18n import ngettext
from cxaudit.presentation.deck_charts import Bars, Curve
from cxaudit.presentation.report_summary import NumberView


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is said: what it is about, what is said of it, and a smaller line beneath. Any may be empty.

    `label` stands bold before the text, on its line; `flag` tells of a red flag.
    """

    head: str = ""
    text: str = ""
    foot: str = ""
    label: str = ""
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Points beneath a heading, which may be empty."""

    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `section` is the id of the report's section that it comes from; `notes` are paragraphs.

    Columns that are `lanes` are now, next and later.

    `numbers` stand in a row above the columns; the picture stands to their left.
    """

    section: str
    title: str
    columns: tuple[Column, ...]
    notes: tuple[str, ...]
    numbers: tuple[NumberView, ...] = ()
    chart: Bars | Curve | None = None
    lanes: bool = False


def first_of(points: tuple[Point, ...], most: int) -> tuple[Point, ...]:
    """Return so many points at the most, and how many more there are."""
    more = len(points) - most
    if more <= 0:
        return points
    text = ngettext("{n} more in the notes", "{n} more in the notes", more).format(n=more)
    return (*points[:most], Point(foot=text))


def told(*texts: str) -> tuple[str, ...]:
    """Return the texts that say something."""
    return tuple(text for text in texts if text.strip())


def named(label: str, text: str) -> str:
    """Return "Label: text", or an empty text where there is nothing to say."""
    return f"{label}: {text}" if text.strip() else ""
