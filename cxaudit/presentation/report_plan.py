"""Priorities and roadmap: every action in order, and what happens when."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.fields import Effort
from cxaudit.domain.scorecard import Plan
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts_effort import Spot, matrix
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.numbers import gap_text
from cxaudit.presentation.parked import ParkedView
from cxaudit.presentation.plan import CardView, LaneView, PlanView
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_summary import MOVES
from cxaudit.presentation.report_words import long_date, shortened
from cxaudit.presentation.settle import SettleView
from cxaudit.presentation.words import MINUS, inside

EFFORTS: tuple[Effort, ...] = ("S", "M", "L")


@dataclass(frozen=True, slots=True)
class PriorityLine:
    """One action as ranked; `horizon` is its lane: now, next or later."""

    key: str
    horizon: str
    rank: str
    title: str
    moves: str
    done_when: str
    owner: str
    effort: str
    recovers: str
    range: str


@dataclass(frozen=True, slots=True)
class PrioritiesPage:
    """All open actions; `chart` is None where there is none, `spots` is what it shows.

    `efforts` are effort points by class, `total` is the whole gap.
    """

    title: str
    formula: str
    notes: tuple[str, ...]
    chart: Drawing | None
    heads: tuple[str, ...]
    lines: tuple[PriorityLine, ...]
    empty: str
    spots: tuple[Spot, ...]
    efforts: dict[str, int]
    total: Fraction


@dataclass(frozen=True, slots=True)
class RoadmapCard:
    """One action on the roadmap: `who` is owner, date and effort in one line, `range` its range of ranks."""

    rank: str
    title: str
    who: str
    range: str
    first_step: str
    done_when: str
    needs: str
    flag: bool


@dataclass(frozen=True, slots=True)
class RoadmapLane:
    """One lane of the roadmap."""

    horizon: str
    name: str
    facts: str
    cards: tuple[RoadmapCard, ...]


@dataclass(frozen=True, slots=True)
class AsideLine:
    """An action that is not in a lane, and why."""

    title: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoadmapPage:
    """Three lanes, what to settle first, what was put off or is done, and what a workshop parked."""

    title: str
    lanes: tuple[RoadmapLane, ...]
    settle: tuple[SettleView, ...]
    aside: tuple[AsideLine, ...]
    empty: str
    parked: tuple[ParkedView, ...] = ()


def priorities_page(reading: Reading, plan: Plan, view: PlanView, width: float) -> PrioritiesPage:
    """Return the priorities; `width` is that of the chart in points."""
    total = gap_text(reading.card.gap.total)
    rubric = reading.pack.rubric
    efforts = [(effort, _effort_words(effort, rubric.effort_points(effort))) for effort in EFFORTS]
    classes = {action.id: action.effort for action in reading.pack.actions}
    spots = [Spot(i.rank or 0, i.horizon or "later", classes[i.action], i.benefit) for i in plan.sequence]
    points: dict[str, int] = {effort: rubric.effort_points(effort) for effort in EFFORTS}
    formula = _(
        "What clears a red flag goes first, with what it needs. Then comes the bundle of actions that recovers most "
        "of the gap for its effort: gap recovered \u00f7 effort points. Effort: S {S}, M {M}, L {L} points."
    )
    return PrioritiesPage(
        title=_priorities_title(reading, plan, view),
        formula=formula.format(**points),
        notes=(
            _("Recovers: the part of the whole gap of {gap} that the action closes.").format(gap=total),
            _("Range: the best and the worst rank if what is not known, the weights or one effort turn out otherwise."),
        ),
        chart=matrix(spots, efforts, width) if spots else None,
        heads=("#", _("Action"), _("Owner"), _("Effort"), _("Recovers"), _("Range")),
        lines=tuple(_priority(card, lane.horizon) for lane in view.lanes for card in lane.cards),
        empty=_empty(view),
        spots=tuple(spots),
        efforts=points,
        total=reading.card.gap.total,
    )


def _effort_words(effort: Effort, points: int) -> str:
    return ngettext("Effort {effort}, {n} point", "Effort {effort}, {n} points", points).format(effort=effort, n=points)


def _priority(card: CardView, horizon: str) -> PriorityLine:
    tag = f". {card.tag.text}" if card.tag else ""
    return PriorityLine(
        key=f"action-{card.action}",
        horizon=horizon,
        rank=str(card.rank),
        title=card.title,
        moves=f"{card.moves}{tag}",
        done_when=card.done_when,
        owner=shortened(card.owner, 40),
        effort=card.effort,
        recovers=card.gap.removeprefix(MINUS) or _("enabler"),
        range=card.rank_range or str(card.rank),
    )


def _priorities_title(reading: Reading, plan: Plan, view: PlanView) -> str:
    """Say how few actions recover half of the gap."""
    total, done, count = reading.card.gap.total, Fraction(0), 0
    if not plan.sequence and any(practice.point is not None for practice in reading.card.practices.values()):
        return _("There is no action to put in order")
    if not plan.sequence or not total:
        return view.title
    for item in plan.sequence:
        done, count = done + item.benefit, count + 1
        if 2 * done >= total:
            break
    if 2 * done < total or count == len(plan.sequence):
        return view.title
    text = _("The first {count} of {all} actions recover half of the gap")
    return text.format(count=count, all=len(plan.sequence))


def roadmap_page(view: PlanView) -> RoadmapPage:
    """Return the roadmap."""
    lanes = tuple(_lane(lane) for lane in view.lanes)
    return RoadmapPage(
        title=view.title,
        lanes=lanes,
        settle=view.settle,
        aside=tuple(
            AsideLine(card.title, status, card.reason)
            for cards, status in (
                (view.done, _("Done")),
                (view.accepted, _("Accepted, not now")),
                (view.waiting, _("Waits for one that is not now")),
            )
            for card in cards
        ),
        empty=_empty(view),
        parked=view.parked,
    )


def _empty(view: PlanView) -> str:
    """Say, under a title that no action is open, why; empty where one is."""
    if not view.empty:
        return ""
    put_off = view.done or view.accepted or view.waiting
    return _("Every action of the plan is done, put off or waiting.") if put_off else view.order


def _lane(lane: LaneView) -> RoadmapLane:
    return RoadmapLane(lane.horizon, lane.name, lane.facts, tuple(_card(card, lane.horizon) for card in lane.cards))


def _effort(card: CardView) -> str:
    return _("effort {effort}").format(effort=card.effort)


def _card(card: CardView, lane: str) -> RoadmapCard:
    due = _("by {date}").format(date=long_date(card.due)) if card.due else ""
    who = " · ".join(fact for fact in (shortened(card.owner, 40), due, _effort(card)) if fact)
    return RoadmapCard(
        rank=str(card.rank),
        title=card.title,
        who=who,
        range=card.rank_range or str(card.rank),
        first_step=card.first_step if lane == "now" or card.rank <= MOVES else "",
        done_when=card.done_when,
        needs=inside(card.tag.text) if card.tag else "",
        flag=card.tag is not None and card.tag.flag,
    )


def settle_count(count: int) -> str:
    """Return how many open questions there are."""
    return ngettext("{count} open question", "{count} open questions", count).format(count=count)
