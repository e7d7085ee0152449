"""The plan in words: three lanes of cards, what was put off or done, and what to settle first."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.scorecard import ActionStatus, Horizon, Plan, PlanItem, RankRanges
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.explanations import explanation, moves_text, needs_tag
from cxaudit.presentation.numbers import gap_text
from cxaudit.presentation.parked import ParkedView, parked_views
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.settle import SettleView, settle_views
from cxaudit.presentation.words import MINUS, bare, capital, count_word, inside, sentence

HORIZONS: tuple[Horizon, ...] = ("now", "next", "later")


@dataclass(frozen=True, slots=True)
class TagView:
    """The one tag of a card: what it needs, what it clears, or that it only helps others. `flag` colours it."""

    text: str
    flag: bool = False


@dataclass(frozen=True, slots=True)
class CardView:
    """One action. `rank` is 0 where it has none; `gap` is the part of the gap it recovers, empty for an enabler.

    `owner` is the name set, else the role; `due` is ISO 8601 or empty; `reason` is why it is not now.
    """

    action: str
    status: ActionStatus
    rank: int
    rank_range: str
    title: str
    moves: str
    why: str
    first_step: str
    done_when: str
    owner: str
    owner_set: str
    role: str
    due: str
    effort: str
    points: int
    tag: TagView | None
    gap: str
    practice: str
    explanation: str
    reason: str
    sources: tuple[str, ...]

    @property
    def line(self) -> str:
        """Return the line that says most: why it is not now, else the first step."""
        if self.status == "accepted" and self.reason:
            return _("Not now: {reason}").format(reason=self.reason)
        return self.first_step

    @property
    def spoken(self) -> str:
        """Return the card as one text for a screen reader."""
        head = f"{self.rank}. {self.title}" if self.rank else self.title
        text = _("{head}. {moves}. {line} Owner {owner}, effort {effort}. {tag}")
        tag = f"{self.tag.text}." if self.tag else ""
        return text.format(
            head=head, moves=self.moves, line=sentence(self.line), owner=self.owner, effort=self.effort, tag=tag
        ).strip()


@dataclass(frozen=True, slots=True)
class LaneView:
    """One lane of the plan: its horizon, its name, "5 actions, 11 effort points" and its cards."""

    horizon: Horizon
    name: str
    facts: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan. `order` says how it is sorted, `empty` what to say where no action is open."""

    title: str
    order: str
    settle: tuple[SettleView, ...]
    lanes: tuple[LaneView, ...]
    waiting: tuple[CardView, ...]
    accepted: tuple[CardView, ...]
    done: tuple[CardView, ...]
    empty: str
    parked: tuple[ParkedView, ...] = ()

    @property
    def cards(self) -> tuple[CardView, ...]:
        """Return every card: the lanes, then waiting, accepted and done."""
        return (*(c for lane in self.lanes for c in lane.cards), *self.waiting, *self.accepted, *self.done)

    def card(self, action: str) -> CardView | None:
        """Return the card of an action, or None."""
        return next((c for c in self.cards if c.action == action), None)


def plan_view(reading: Reading, plan: Plan, ranks: RankRanges) -> PlanView:
    """Return the plan in words."""
    cards = {i.action: _card(reading, plan, ranks, i) for i in plan.items}
    lanes = tuple(_lane(h, plan, cards) for h in HORIZONS)

    def of(status: ActionStatus) -> tuple[CardView, ...]:
        return tuple(cards[i.action] for i in plan.items if i.status == status)

    return PlanView(
        title=_title(reading, plan),
        order=_order(reading, plan),
        settle=settle_views(reading, plan),
        lanes=lanes,
        waiting=of("waiting"),
        accepted=of("accepted"),
        done=of("done"),
        empty=_empty(reading, plan),
        parked=parked_views(reading),
    )


def _lane(horizon: Horizon, plan: Plan, cards: dict[str, CardView]) -> LaneView:
    names = {"now": _("Now"), "next": _("Next"), "later": _("Later")}
    items = plan.lane(horizon)
    points = sum(i.effort for i in items)
    count = ngettext("{n} action", "{n} actions", len(items)).format(n=len(items))
    effort = ngettext("{n} effort point", "{n} effort points", points).format(n=points)
    facts = f"{count}, {effort}" if items else _("nothing")
    return LaneView(horizon, names[horizon], facts, tuple(cards[i.action] for i in items))


def _card(reading: Reading, plan: Plan, ranks: RankRanges, item: PlanItem) -> CardView:
    action = reading.pack.actions_by_id[item.action]
    state = reading.assessment.action(item.action)
    role = reading.pack.owners[action.owner]
    low, high = ranks.get(item.action, (item.rank or 0, item.rank or 0))
    return CardView(
        action=item.action,
        status=item.status,
        rank=item.rank or 0,
        rank_range="" if item.rank is None or low == high else _("{low} to {high}").format(low=low, high=high),
        title=action.title,
        moves=moves_text(reading, plan, item),
        why=action.why,
        first_step=action.first_step,
        done_when=action.done_when,
        owner=state.owner.strip() or role,
        owner_set=state.owner.strip(),
        role=role,
        due=state.due or "",
        effort=action.effort,
        points=item.effort,
        tag=_tag(plan, item),
        gap=f"{MINUS}{gap_text(item.benefit)}" if item.benefit else "",
        practice=action.practice,
        explanation=explanation(reading, plan, ranks, item),
        reason=state.reason.strip(),
        sources=action.sources,
    )


def _tag(plan: Plan, item: PlanItem) -> TagView | None:
    if item.clears:
        return TagView(ngettext("Clears flag", "Clears flags", len(item.clears)), flag=True)
    needs = needs_tag(plan, item)
    if needs:
        return TagView(needs)
    return TagView(_("Enabler")) if item.enabler else None


def _title(reading: Reading, plan: Plan) -> str:
    if not plan.sequence:
        return _empty(reading, plan)
    now = plan.lane("now")
    first = inside(bare(reading.pack.actions_by_id[now[0].action].title), reading.pack.locale)
    text = ngettext("One thing starts now: {first}", "{count} things start now. First: {first}", len(now))
    return text.format(count=capital(count_word(len(now))), first=first)


def _order(reading: Reading, plan: Plan) -> str:
    if not plan.sequence:
        return _("Actions appear where an answer lies below its target.")
    text = _(
        "Red flags first, then what closes most for the least work; what others need comes before them. "
        "The figure is its part of the {gap} gap."
    )
    return text.format(gap=gap_text(reading.card.gap.total))


def _empty(reading: Reading, plan: Plan) -> str:
    if plan.sequence:
        return ""
    if plan.items:
        return _("No action is open")
    if any(p.point is not None for p in reading.card.practices.values()):
        return _("Nothing to close: every answer is at its target")
    return _("No plan yet: no answer is known")
