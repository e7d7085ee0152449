"""A plan item's numbers, step by step: what it recovers, its effort, its ratio, its rank."""

from __future__ import annotations

from fractions import Fraction

from cxaudit.domain.scorecard import Plan, PlanItem, RankRanges
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.explanations import explanation
from cxaudit.presentation.numbers import exact_text, gap_text, percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import (
    ArithmeticView,
    Block,
    Formula,
    Sentence,
    Subject,
    formula,
    numbered,
)
from cxaudit.presentation.words import MINUS


def action_arithmetic(reading: Reading, plan: Plan, ranks: RankRanges, action: str) -> ArithmeticView:
    """Return an action's benefit, ratio and rank opened down to the gap. Raises KeyError outside the plan."""
    items = {i.action: i for i in plan.items}
    item = items[action]
    parts = (
        (_("What it recovers"), tuple(_benefit(reading, item))),
        (_("Gap for effort"), tuple(_ratio(items, item))),
        (_("Its place"), tuple(_place(ranks, item))),
    )
    rank = _("Rank {rank}").format(rank=item.rank) if item.rank is not None else _("Not in the sequence")
    return ArithmeticView(
        subject=Subject("action", action),
        title=reading.pack.actions_by_id[action].title,
        subtitle=explanation(reading, plan, ranks, item),
        steps=numbered(parts),
        summary=rank,
    )


def _benefit(reading: Reading, item: PlanItem) -> list[Block]:
    practice = reading.pack.actions_by_id[item.action].practice
    gap = reading.card.gap.practices.get(practice)
    if not item.benefit or gap is None:
        return [Sentence(_("No step of the gap by itself: other actions stand on it."))]
    total = f"{exact_text(gap.weight)} \u00d7 ({item.end} {MINUS} {item.start})"
    share = item.benefit / reading.card.gap.total
    text = _("{share} is the share of {practice} in the whole; {part} of the gap.")
    return [
        formula(_("Benefit"), total, item.benefit),
        Sentence(
            text.format(share=exact_text(gap.weight), practice=reading.practice(practice), part=percent_text(share))
        ),
    ]


def _ratio(items: dict[str, PlanItem], item: PlanItem) -> list[Block]:
    effort = Formula(_("Effort"), _("points of its class (S, M or L)"), str(item.effort), str(item.effort))
    if item.ratio is None:
        return [effort]
    bundle = [items[a] for a in item.bundle]
    gain = sum((i.benefit for i in bundle), Fraction(0))
    points = sum(i.effort for i in bundle)
    blocks: list[Block] = [effort, formula(_("Ratio"), f"{exact_text(gain)} / {points}", item.ratio)]
    if len(bundle) > 1:
        text = ngettext(
            "It came out with {n} other action that it needs or that needs it: {gain} for {points} points.",
            "It came out with {n} other actions that it needs or that need it: {gain} for {points} points.",
            len(bundle) - 1,
        )
        blocks.append(Sentence(text.format(n=len(bundle) - 1, gain=gap_text(gain), points=points)))
    return blocks


def _place(ranks: RankRanges, item: PlanItem) -> list[Block]:
    if item.rank is None:
        return []
    if item.tier == 1:
        reason = _("First tier: it clears a red flag, or something that does needs it.")
    else:
        reason = _("Second tier: after everything that clears a red flag, the best ratio first.")
    low, high = ranks.get(item.action, (item.rank, item.rank))
    text = _(
        "Rank {rank}; from {low} to {high} when every answer is at its low or high end, a dimension counts double, "
        "or an effort is one class off."
    )
    return [Sentence(reason), Sentence(text.format(rank=item.rank, low=low, high=high), strong=True)]
