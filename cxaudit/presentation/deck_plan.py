"""The slides that say what to do: first moves, what actions recover, the roadmap, what to settle, and the method."""

from __future__ import annotations

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.deck_charts import gap_curve
from cxaudit.presentation.deck_parts import Column, Point, Slide, first_of, named, told
from cxaudit.presentation.report import ReportView
from cxaudit.presentation.report_plan import PriorityLine, RoadmapCard, RoadmapLane
from cxaudit.presentation.words import capital, count_word

RANKED = 10
"""So many actions are listed beside the picture."""
STARTED = 5
"""So many actions that start now are listed with who and when."""
IN_LANE, QUESTIONS = 7, 6
"""So many actions of a lane, and so many open questions, can be read on a slide."""


def moves_slide(view: ReportView, section: str) -> Slide:
    """Return the first moves, a column each."""
    page = view.summary
    moves = tuple(
        Column(
            f"{move.rank}  {move.title}",
            (Point(text=move.why), Point(_("First step"), move.first_step), Point(_("Owner"), move.owner)),
        )
        for move in page.moves
    )
    text = ngettext("One move comes first, and this is why", "{count} moves come first, and this is why", len(moves))
    return Slide(
        section=section,
        title=text.format(count=capital(count_word(len(moves)))) if moves else page.no_moves,
        columns=moves or (Column("", (Point(text=view.roadmap.empty or page.no_moves),)),),
        notes=tuple(f"{m.rank}. {m.title}. {m.why} {m.first_step} {named(_('Owner'), m.owner)}" for m in page.moves)
        or told(view.roadmap.empty or page.no_moves),
    )


def priorities_slide(view: ReportView) -> Slide | None:
    """Return what the actions recover one after the other; None where no action is open."""
    page = view.priorities
    if not page.spots:
        return None
    points = tuple(_ranked(line) for line in page.lines[:RANKED])
    return Slide(
        section="priorities",
        title=page.title,
        columns=(Column(_("In this order"), points),),
        notes=told(
            page.formula,
            *page.notes,
            *(f"{line.rank}. {line.title}. {line.moves}. {_fact(line)}" for line in page.lines),
        ),
        chart=gap_curve(page.spots, page.efforts, page.total),
    )


def _ranked(line: PriorityLine) -> Point:
    return Point(text=f"{line.rank}  {line.title}")


def _fact(line: PriorityLine) -> str:
    return _("{owner}, effort {effort}, recovers {part}").format(
        owner=line.owner, effort=line.effort, part=line.recovers
    )


def roadmap_slide(view: ReportView) -> Slide | None:
    """Return the three lanes; None where no action is open."""
    lanes = view.roadmap.lanes
    if not any(lane.cards for lane in lanes):
        return None
    return Slide(
        section="roadmap",
        title=view.roadmap.title,
        columns=tuple(_lane(lane) for lane in lanes),
        notes=tuple(_card_words(lane, card) for lane in lanes for card in lane.cards),
        lanes=True,
    )


def _lane(lane: RoadmapLane) -> Column:
    points = tuple(Point(f"{card.rank}  {card.title}", foot=card.who) for card in lane.cards)
    return Column(f"{lane.name}: {lane.facts}", first_of(points, IN_LANE))


def _card_words(lane: RoadmapLane, card: RoadmapCard) -> str:
    facts = told(card.who, card.needs, named(_("First step"), card.first_step), named(_("Done when"), card.done_when))
    return f"{lane.name}, {card.rank}: {card.title}. {'; '.join(facts)}"


def settle_slide(view: ReportView) -> Slide | None:
    """Return what to settle and who starts; None where there is neither."""
    page = view.roadmap
    now = tuple(Point(f"{card.rank}  {card.title}", foot=card.who) for card in page.lanes[0].cards[:STARTED])
    settle = tuple(Point(question.state, foot=question.effect) for question in page.settle)
    parked = tuple(Point(p.text, foot=" \u00b7 ".join(told(p.practice, p.owner, p.due))) for p in page.parked)
    columns = (
        Column(_("Settle first"), first_of(settle, QUESTIONS)),
        Column(_("Agree on who and when"), now),
        Column(_("Put aside in the workshop"), first_of(parked, QUESTIONS)),
    )
    there = tuple(column for column in columns if column.points)
    if not there:
        return None
    text = ngettext("One open question comes first", "{count} open questions come first", len(settle))
    title = text.format(count=capital(count_word(len(settle)))) if settle else _("What to agree on today")
    notes = tuple(f"{p.head} {p.text} {p.foot}".strip() for p in (*settle, *now, *parked))
    return Slide("roadmap", title, there, notes)


def method_slide(view: ReportView) -> Slide:
    """Return the method: of each passage its first sentence."""
    page = view.method
    passages = (*page.passages, *page.answered)
    facts = "; ".join(f"{fact.label}: {fact.value}" for fact in page.facts)
    points = tuple(Point(p.title, _first_sentence(p.paragraphs[0])) for p in passages)
    half = (len(points) + 1) // 2
    return Slide(
        section="method",
        title=page.title,
        columns=(Column("", points[:half]), Column("", points[half:])),
        notes=(*(f"{p.title}: {' '.join(p.paragraphs)}" for p in passages), facts),
    )


def _first_sentence(text: str) -> str:
    found, stop, _rest = text.partition(". ")
    return found + stop.strip() if stop else text
