"""Tables of the page: those with sentences become cards where the screen is narrow, others can be moved sideways."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.manuscript_parts import Cell, Paragraph, Row, Table
from cxaudit.report.web.markup import Child, tag, turned
from cxaudit.report.web.palette import variable
from cxaudit.report.web.style import share
from cxaudit.report.web.text import Desk, spans

FEW = 3
"""A table of so many columns fits a narrow screen."""
SHORT = 30
"""So many characters stand beside their column's head where a row is shown as a card."""


def table(desk: Desk, told: Table) -> Element:
    """Return a table; roles are spelled out because a browser forgets them where rows are shown as cards."""
    widths = [share(part, sum(told.shares)) for part in told.shares]
    desk.shares.update(widths)
    caption = tag("caption", told.caption, **({} if told.numbered else {"class_": "hidden"}))
    middle = {place for row in told.rows for place, cell in enumerate(row.cells) if cell.middle}
    classes = (f"{width} middle" if place in middle else width for place, width in enumerate(widths))
    heads = (
        tag("th", head, scope="col", role="columnheader", class_=name)
        for head, name in zip(told.heads, classes, strict=True)
    )
    made = tag(
        "table",
        caption,
        tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", *(_row(desk, told, row) for row in told.rows), role="rowgroup"),
        class_="sized cards" if told.wide else "sized many" if len(told.heads) > FEW else "sized",
        role="table",
    )
    if told.wide:
        return made
    return tag("div", made, class_="scroll", role="region", aria_label=told.caption, tabindex="0")


def _row(desk: Desk, told: Table, row: Row) -> Element:
    cells = (_cell(desk, told, place, cell) for place, cell in enumerate(row.cells))
    return tag("tr", *cells, role="row", **({"id": row.key} if row.key else {}))


def _cell(desk: Desk, told: Table, place: int, cell: Cell) -> Element:
    named = place == told.names
    attributes = {"scope": "row", "role": "rowheader"} if named else {"role": "cell"}
    if not named and told.wide and not _titled(cell):
        attributes["data_label"] = told.heads[place]
    names = (
        (f"g-{variable(cell.ground)}", bool(cell.ground)),
        ("middle", cell.middle),
        ("short", told.wide and not named and len(cell.text) <= SHORT),
        ("rank", place < told.names),
    )
    if found := " ".join(name for name, holds in names if holds):
        attributes["class_"] = found
    return turned(tag("th" if named else "td", *parts(desk, cell), **attributes), cell.text)


def _titled(cell: Cell) -> bool:
    """Return whether a cell says itself what it is about, or nothing at all."""
    first = cell.parts[0] if cell.parts else None
    return first is None or (len(cell.parts) > 1 and isinstance(first, Paragraph) and first.spans[0].strong)


def parts(desk: Desk, cell: Cell) -> list[Child]:
    """Return what stands in a cell; a single paragraph needs no element of its own."""
    first = cell.parts[0] if len(cell.parts) == 1 else None
    if isinstance(first, Paragraph) and first.look != "note":
        return spans(desk, first)
    return [_part(desk, part) for part in cell.parts]


def _part(desk: Desk, part: Paragraph | Drawing) -> Element:
    if isinstance(part, Paragraph):
        return turned(tag("p", *spans(desk, part), **({"class_": "note"} if part.look == "note" else {})), part.text)
    return desk.painter.paint(part)
