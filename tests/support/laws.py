"""What must hold of every scorecard and plan, as checks that raise AssertionError. Numbers as in the scoring rules."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from support.cases import Case

from cxaudit.domain import plan as planning
from cxaudit.domain import scoring
from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scorecard import DimensionScore, OverallScore, Plan, Scorecard

Number = Fraction | int | None


def scored(case: Case) -> Scorecard:
    return scoring.score(case.pack, case.assessment)


def planned(case: Case) -> Plan:
    return planning.make_plan(case.pack, case.assessment, scored(case))


def rising(*values: Number) -> bool:
    """Whether the values that exist never fall from left to right."""
    known = [v for v in values if v is not None]
    return all(a <= b for a, b in pairwise(known))


def bounds_hold(case: Case) -> None:
    """1. 1 <= low <= point <= high <= 5, everywhere."""
    card = scored(case)
    for p in card.practices.values():
        assert rising(1, p.low, p.point, p.high, 5)
    for d in (*card.dimensions.values(), card.overall):
        assert rising(1, d.low, d.index, d.high, 5)
        assert rising(1, d.level_low, d.level, d.level_high, 5)
    for d in card.dimensions.values():
        assert rising(1, d.raw_low, d.raw, d.raw_high, 5)
    assert rising(card.gap.low, card.gap.high)
    for g in card.gap.practices.values():
        assert rising(0, g.low, g.gap, g.high, 4)


def _heights(card: Scorecard) -> list[Number]:
    found: list[Number] = [card.gap.attainment]
    for p in card.practices.values():
        found += [p.point, p.low, p.high]
    for d in card.dimensions.values():
        found += [d.raw, d.raw_low, d.raw_high]
    for d in (*card.dimensions.values(), card.overall):
        found += [d.index, d.low, d.high, d.level, d.level_low, d.level_high]
    return found


def _depths(card: Scorecard) -> list[Number]:
    found: list[Number] = [card.gap.total, card.gap.low, card.gap.high]
    for g in card.gap.practices.values():
        found += [g.gap, g.low, g.high]
    return found


def raised(answer: Answer, seat: int) -> Answer | None:
    """Return the answer with one level in it raised by one, or None where there is none to raise."""
    if answer.level is not None:
        return answer.model_copy(update={"level": answer.level + 1}) if answer.level < 5 else None
    votes = list(answer.votes or ())
    choices = [i for i, v in enumerate(votes) if isinstance(v, int) and v < 5]
    if answer.agreed is not None and answer.agreed < 5 and seat % 2:
        return answer.model_copy(update={"agreed": answer.agreed + 1})
    if not choices:
        return None
    at = choices[seat % len(choices)]
    vote = votes[at]
    votes[at] = vote + 1 if isinstance(vote, int) else vote
    return answer.model_copy(update={"votes": tuple(votes)})


def raising_never_lowers(case: Case, practice: str, seat: int) -> None:
    """2. Raising any answer never lowers an index, level, bound or attainment, and never raises a gap."""
    higher = raised(case.assessment.answer(practice), seat)
    if higher is None:
        return
    before, after = scored(case), scored(case.answering({practice: higher}))
    for old, new in zip(_heights(before), _heights(after), strict=True):
        assert (old is None) == (new is None)
        assert rising(old, new)
    for old, new in zip(_depths(before), _depths(after), strict=True):
        assert rising(new, old)


def _inside(old: tuple[Number, Number], new: tuple[Number, Number]) -> bool:
    return rising(old[0], new[0]) and rising(new[1], old[1])


def known_narrows(case: Case, practice: str, seat: int, level: int) -> None:
    """5. Replacing a don't-know by any level gives a range inside the old one."""
    answer = case.assessment.answer(practice)
    unknown = [i for i, vote in enumerate(answer.panel) if vote in {"dk", "na"}]
    if not unknown:
        return
    if answer.dont_know:
        told = answer.model_copy(update={"dont_know": False, "level": level})
    else:
        at = unknown[seat % len(unknown)]
        votes = tuple(level if i == at else vote for i, vote in enumerate(answer.panel))
        told = answer.model_copy(update={"votes": votes})
    before, after = scored(case), scored(case.answering({practice: told}))
    for p in before.practices:
        old, new = before.practices[p], after.practices[p]
        assert _inside((old.low, old.high), (new.low, new.high))
    pairs: list[tuple[DimensionScore | OverallScore, DimensionScore | OverallScore]] = [
        *zip(before.dimensions.values(), after.dimensions.values(), strict=True),
        (before.overall, after.overall),
    ]
    for old, new in pairs:
        assert _inside((old.low, old.high), (new.low, new.high))
        assert _inside((old.level_low, old.level_high), (new.level_low, new.level_high))
    assert _inside((before.gap.low, before.gap.high), (after.gap.low, after.gap.high))


def without(pack: Pack, practices: Iterable[str], *, keep_actions: bool) -> Pack:
    """Return the same pack without some practices; `pack` must keep one practice in each dimension."""
    gone = set(practices)
    dimensions = tuple(
        d.model_copy(update={"practices": tuple(p for p in d.practices if p.id not in gone)}) for d in pack.dimensions
    )
    actions = tuple(a for a in pack.actions if keep_actions or a.practice not in gone)
    return rebuilt(pack, dimensions=dimensions, actions=actions)


def rebuilt(pack: Pack, **changes: object) -> Pack:
    """Return the pack with some fields changed, built anew so that nothing it remembers is stale."""
    return Pack.model_validate({**{name: getattr(pack, name) for name in Pack.model_fields}, **changes})


def left_out_is_absent(case: Case, *, keep_actions: bool) -> None:
    """6. A practice set not applicable gives what the same pack without it gives, plan included."""
    card = scored(case)
    asked = [case.pack.practices[p] for p in card.practices]
    answers = {p: case.assessment.answer(p.id) for p in asked if p.may_not_apply}
    gone = {p.id for p, answer in answers.items() if answer.not_applicable and not answer.carried}
    for d in case.pack.dimensions:
        if not any(p.id in card.practices and p.id not in gone for p in d.practices):
            whole = card.dimensions[d.id]
            assert (whole.status, whole.index, whole.low, whole.level, whole.level_high) == (
                "not applicable", None, None, None, None,
            )  # fmt: skip
            assert card.overall.index is None
            assert card.overall.low is None
    if any(all(p.id in gone for p in d.practices) for d in case.pack.dimensions):
        return
    smaller = Case(without(case.pack, gone, keep_actions=keep_actions), case.assessment)
    other = scored(smaller)
    assert (card.dimensions, card.overall, card.gap) == (other.dimensions, other.overall, other.gap)
    assert planned(case) == planned(smaller)


def caps_only_lower(case: Case) -> None:
    """8. A cap never raises, the smallest wins, applying it twice changes nothing, the raw value is untouched."""
    free = Case(rebuilt(case.pack, flags=()), case.assessment)
    card, bare = scored(case), scored(free)
    for d in card.dimensions.values():
        uncapped = bare.dimensions[d.id]
        assert (d.raw, d.raw_low, d.raw_high) == (uncapped.raw, uncapped.raw_low, uncapped.raw_high)
        for end, raw, value in (("low", d.raw_low, d.low), ("index", d.raw, d.index), ("high", d.raw_high, d.high)):
            if raw is not None:
                caps = [f.cap for f in d.flags if end in f.at]
                assert value == min([raw, *caps])
                assert scoring.capped(value or raw, min(caps, default=None)) == value
        assert d.level is None or d.level <= (uncapped.level or 0)
        assert d.cap == min((f.cap for f in d.flags if "index" in f.at), default=None)


def gate_is_downward_closed(case: Case) -> None:
    """9. Whatever the gate lets through at k it lets through at every level below."""
    most, nearly_all = case.pack.rubric.cuts
    bare = scored(Case(rebuilt(case.pack, flags=()), case.assessment))
    for d in (*bare.dimensions.values(), bare.overall):
        if d.level is not None:
            passed = {k for k in range(2, 6) if d.shares[k] > most and d.shares[k - 1] > nearly_all}
            assert passed == set(range(2, d.level + 1))


def benefits_are_the_gap(case: Case) -> None:
    """12. The benefits of all listed actions are the gap; attainment is 1 iff it is 0; all steps done, it is 0."""
    card, plan = scored(case), planned(case)
    assert sum((i.benefit for i in plan.items), Fraction(0)) == card.gap.total
    assert card.gap.attainment is None or (card.gap.attainment == 1) == (card.gap.total == 0)
    reached = {p.id: p.point for p in card.practices.values() if p.point is not None}
    for item in plan.items:
        owner = case.pack.actions_by_id[item.action].practice
        if item.benefit:
            reached[owner] = max(reached[owner], item.end)
    after = case.answering({p: Answer(level=level, evidence="on file") for p, level in reached.items()})
    assert scored(after).gap.total == 0


def order_is_possible(case: Case) -> None:
    """13. The sequence is a permutation of the open actions and never puts one before what it needs."""
    plan = planned(case)
    line = [i.action for i in plan.sequence]
    assert sorted(line) == sorted(i.action for i in plan.items if i.status == "open")
    assert [i.rank for i in plan.sequence] == list(range(1, len(line) + 1))
    for place, item in enumerate(plan.sequence):
        assert set(item.needs) <= set(line[:place])
    assert [i.tier for i in plan.sequence] == sorted(i.tier or 0 for i in plan.sequence)
    stretches = ["now", "next", "later"]
    assert [i.horizon for i in plan.sequence] == sorted((str(i.horizon) for i in plan.sequence), key=stretches.index)


def ratio_never_rises(case: Case) -> None:
    """13. Without requirements the ratio never rises within a tier."""
    sequence = planned(case).sequence
    for before, after in pairwise(sequence):
        assert before.tier != after.tier or (before.ratio or 0) >= (after.ratio or 0)
