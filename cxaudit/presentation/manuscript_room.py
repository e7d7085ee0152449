"""Flowing content of the room: where it split, and who voted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cxaudit.i18n import _
from cxaudit.presentation.manuscript_parts import (
    Cell,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Piece,
    Row,
    Span,
    Table,
    cell,
    labelled,
    note,
    paragraph,
    rows,
    shaded,
    strong,
    told,
)
from cxaudit.presentation.report_room import GapLine, RoomPage
from cxaudit.presentation.report_votes import DisagreementPage, MapLine, Side, SplitView

MAP_SHARES = (150, 24, 24, 24, 24, 24, 24, 34, 120)
SIDES = (240, 240)


def disagreement(view: DisagreementPage) -> Iterator[Piece]:
    """Yield a map of all votes, then both sides of what the room saw differently."""
    yield from told(view.lead, look="lead")
    lines = tuple(_map_line(line) for line in view.lines)
    yield Table(
        _("All practices voted on, the most split first"), view.heads, lines, MAP_SHARES, wide=False, numbered=True
    )
    yield note(view.key)
    if view.splits:
        yield Heading(view.splits_title)
        yield from told(view.splits_lead, look="note")
    for split in view.splits:
        yield from _split(split)


def _map_line(line: MapLine) -> Row:
    state = strong(line.state, "flag") if line.open else paragraph(line.state)
    return Row((cell(strong(line.title)), *(shaded(drawing) for drawing in line.cells), cell(line.a), cell(state)))


def _split(view: SplitView) -> Iterator[Piece]:
    yield Heading(view.title, 3)
    yield paragraph(view.question, role="muted")
    state = Span(view.state, strong=True, role="flag" if view.open else "ink")
    yield Paragraph((state, Span(f" {view.detail}", role="muted")) if view.detail else (state,))
    yield Picture(view.dots)
    if view.sides:
        heads = tuple(side.label for side in view.sides)
        caption = _("Both sides: {practice}").format(practice=view.title)
        yield Table(caption, heads, (Row(tuple(_side(side) for side in view.sides)),), SIDES[: len(heads)], -1)
    yield from (labelled(f"{label}:", text) for label, text in view.said)


def _side(side: Side) -> Cell:
    return cell(note(side.anchor) if side.anchor else "", side.text or note(side.unsaid))


def room(view: RoomPage) -> Iterator[Piece]:
    """Yield who voted, and how groups differ."""
    groups = rows((line.name, line.people, line.votes, line.rate) for line in view.lines)
    yield Table(_("Who was asked, and who answered"), view.heads, groups, (200, 80, 120, 80), numbered=True)
    yield from told(view.below, look="note")
    yield Heading(_("About the votes"))
    yield Facts(view.facts)
    if view.gap_title:
        yield Heading(view.gap_title)
    if view.gap_lines:
        shares = (170, *[68] * (len(view.gap_heads) - 2), 46)
        lines = tuple(_gap(line) for line in view.gap_lines)
        yield Table(
            _("Levels by group, the widest apart first"), view.gap_heads, lines, shares, wide=False, numbered=True
        )
    yield from told(*view.notes)


def _gap(line: GapLine) -> Row:
    name = cell(strong(line.title), note(line.dimension))
    return Row((name, *(shaded(drawing) for drawing in line.cells), replace(cell(strong(line.gap)), middle=True)))
