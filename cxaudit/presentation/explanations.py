"""Why an action stands where it stands: what it moves, recovers, needs and clears, and its rank."""

from __future__ import annotations

from cxaudit.domain.scorecard import Plan, PlanItem, RankRanges
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.numbers import gap_text, percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import inside, listing


def explanation(reading: Reading, plan: Plan, ranks: RankRanges, item: PlanItem) -> str:
    """Return the whole reason as sentences.

    "Moves 'Priorities' from 2 to 4; recovers 0.13 of the 1.40 gap (10 %). Needs: success statement. Rank 3 (3 to 6)."
    """
    parts = (_effect(reading, plan, item), _clears(reading, item), _needs(reading, plan, item), _rank(ranks, item))
    return " ".join(p for p in parts if p)


def moves_text(reading: Reading, plan: Plan, item: PlanItem) -> str:
    """Return "Moves Incentives from 1 to 3", or whom an enabler helps."""
    practice = reading.pack.practices[reading.pack.actions_by_id[item.action].practice]
    if item.benefit:
        return _("Moves {name} from {start} to {end}").format(name=practice.title, start=item.start, end=item.end)
    served = _served(plan, item)
    if served:
        names = listing([inside(reading.pack.actions_by_id[a].title, reading.pack.locale) for a in served])
        return _("Opens the way to: {names}").format(names=names)
    return _("Closes a step of {name}").format(name=practice.title)


def _served(plan: Plan, item: PlanItem) -> tuple[str, ...]:
    """Return the listed actions that need this one."""
    return tuple(i.action for i in plan.items if item.action in i.needs)


def needs_tag(plan: Plan, item: PlanItem) -> str:
    """Return "Needs 1, 4" by the ranks of what must come first, or an empty text."""
    ranks = sorted(i.rank for i in plan.items if i.action in item.needs and i.rank is not None)
    if ranks:
        return _("Needs {ranks}").format(ranks=", ".join(map(str, ranks)))
    return _("Waits") if item.status == "waiting" else ""


def _effect(reading: Reading, plan: Plan, item: PlanItem) -> str:
    if not item.benefit:
        return _("{moves}; recovers no gap by itself.").format(moves=moves_text(reading, plan, item))
    practice = reading.pack.practices[reading.pack.actions_by_id[item.action].practice]
    total = reading.card.gap.total
    text = _("Moves \u201c{name}\u201d from {start} to {end}; recovers {benefit} of the {total} gap ({share}).")
    return text.format(
        name=practice.title,
        start=item.start,
        end=item.end,
        benefit=gap_text(item.benefit),
        total=gap_text(total),
        share=percent_text(item.benefit / total),
    )


def _clears(reading: Reading, item: PlanItem) -> str:
    if not item.clears:
        return ""
    titles = listing([f"\u201c{reading.flag(f).title}\u201d" for f in item.clears])
    text = ngettext("Clears the red flag {titles}.", "Clears the red flags {titles}.", len(item.clears))
    return text.format(titles=titles)


def _needs(reading: Reading, plan: Plan, item: PlanItem) -> str:
    status = {i.action: i.status for i in plan.items}
    names = [_named(reading, a, status.get(a, "open")) for a in item.needs]
    names += [_("{name} (not asked)").format(name=_named(reading, a, "open")) for a in item.not_asked]
    return _("Needs: {names}.").format(names=listing(names)) if names else ""


def _named(reading: Reading, action: str, status: str) -> str:
    found = reading.pack.actions_by_id.get(action)
    name = action if found is None else inside(found.title, reading.pack.locale)
    return _("{name} (not now)").format(name=name) if status in {"accepted", "waiting"} else name


def _rank(ranks: RankRanges, item: PlanItem) -> str:
    if item.rank is None:
        return ""
    low, high = ranks.get(item.action, (item.rank, item.rank))
    if low == high:
        return _("Rank {rank}.").format(rank=item.rank)
    return _("Rank {rank} ({low} to {high}).").format(rank=item.rank, low=low, high=high)
