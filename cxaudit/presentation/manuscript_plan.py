"""Flowing content of the plan: priorities, roadmap, and what was parked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.i18n import _
from cxaudit.presentation.charts_effort import LANE_ROLES
from cxaudit.presentation.manuscript_parts import (
    Card,
    Heading,
    Lane,
    Lanes,
    Paragraph,
    Picture,
    Piece,
    Points,
    Row,
    Span,
    Table,
    cell,
    labelled,
    note,
    noted,
    paragraph,
    strong,
)
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.parked import ParkedView
from cxaudit.presentation.report_plan import (
    AsideLine,
    PrioritiesPage,
    PriorityLine,
    RoadmapCard,
    RoadmapLane,
    RoadmapPage,
    settle_count,
)


def priorities(view: PrioritiesPage) -> Iterator[Piece]:
    """Yield all actions in order."""
    if view.chart is None:
        yield paragraph(view.empty or _("None."))
        return
    yield Picture(view.chart, _("What each action recovers, and its effort; the numbers are ranks"))
    yield Heading(_("How they are ordered"))
    yield paragraph(view.formula)
    yield from noted(*view.notes)
    yield Heading(_("All actions in order"))
    lines = tuple(_priority(line) for line in view.lines)
    yield Table(_("All actions in order"), view.heads, lines, (24, 240, 76, 42, 54, 44), names=1)


def whole_plan(view: PrioritiesPage, rest: RoadmapPage) -> Iterator[Piece]:
    """Yield the priorities of a report without a roadmap, with what was parked."""
    yield from priorities(view)
    yield from parked(rest.parked)


def _priority(line: PriorityLine) -> Row:
    done = labelled(_("Done when:"), line.done_when, "note")
    action = cell(strong(line.title), note(line.moves), done)
    rest = (line.owner, line.effort, line.recovers, line.range)
    return Row((cell(strong(line.rank, "brand")), action, *(cell(text) for text in rest)), line.key)


def roadmap(view: RoadmapPage) -> Iterator[Piece]:
    """Yield the lanes, what to settle first, what is in no lane, and what was parked."""
    if view.empty:
        yield paragraph(view.empty)
    else:
        yield Lanes(tuple(_lane(lane) for lane in view.lanes), (_("Action"), _("First step, and when it is done")))
    if view.settle:
        yield Heading(_("Settle this first"))
        yield note(settle_count(len(view.settle)))
        yield Points(tuple(paragraph(line.sentence) for line in view.settle))
    yield from _aside(view.aside)
    yield from parked(view.parked)


def _lane(lane: RoadmapLane) -> Lane:
    cards = tuple(_card(card) for card in lane.cards)
    return Lane(lane.name, lane.facts, LANE_ROLES[lane.horizon], cards, _("None."))


def _card(card: RoadmapCard) -> Card:
    facts = _("{who} · rank {range}").format(who=card.who, range=card.range)
    needs = (Span(f" · {card.needs}", role="flag" if card.flag else "muted"),) if card.needs else ()
    parts = [Paragraph((Span(facts, role="muted"), *needs), "note")]
    if card.first_step:
        parts.append(labelled(_("This week:"), card.first_step))
    parts.append(labelled(_("Done when:"), card.done_when))
    return Card(card.rank, card.title, tuple(parts))


def _aside(lines: Sequence[AsideLine]) -> Iterator[Piece]:
    for status in dict.fromkeys(line.status for line in lines):
        yield Heading(status)
        yield Points(tuple(_put_off(line) for line in lines if line.status == status))


def _put_off(line: AsideLine) -> Paragraph:
    title = Span(line.title, strong=True)
    return Paragraph((title, Span(f" {line.reason}")) if line.reason else (title,))


def parked(items: Sequence[ParkedView]) -> Iterator[Piece]:
    """Yield what a workshop put aside."""
    if not items:
        return
    yield Heading(_("Parked in the workshop"))
    heads = (_("What"), _("Came up on"), _("Owner"), _("By"))
    lines = tuple(_parked(item) for item in items)
    yield Table(_("Parked in the workshop"), heads, lines, (195, 105, 95, 86))


def _parked(item: ParkedView) -> Row:
    role = "muted" if item.dropped else "ink"
    rest = (item.practice or NONE, item.owner, item.due or NONE)
    what = paragraph(item.text, role=role) if item.dropped else strong(item.text)
    return Row((cell(what), *(cell(paragraph(text, role=role)) for text in rest)))
