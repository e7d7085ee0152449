"""The receipt: every input and every number of one assessment, from which all can be recomputed by hand.

Whatever can be a fraction is text ("49/30", "2"); levels, ranks and efforts are whole numbers; null stands for
"there is none". Objects follow the pack's order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeVar

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.facts import shown_level
from cxaudit.domain.gaps import dimension_target
from cxaudit.domain.plan import make_plan
from cxaudit.domain.proof import Proof, proofs
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.scorecard import (
    DimensionScore,
    Gap,
    OverallScore,
    PlanItem,
    PracticeScore,
    RankRanges,
    Scorecard,
)
from cxaudit.domain.scoring import score
from cxaudit.domain.settle import settle_first

T = TypeVar("T")
Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


def receipt(pack: Pack, assessment: Assessment, engine: str) -> dict[str, Json]:
    """Return the receipt of an assessment; `engine` is the version of the program.

    Practices are named by their short codes, dimensions and actions by their ids. What facts and dated evidence say,
    and the guess made before the first question, stand there where there are any.
    """
    return {
        "engine": engine,
        "pack": {"id": pack.id, "version": pack.version, "content": pack.content, "scoring": pack.scoring},
        "mode": assessment.mode,
        "organisation": assessment.organisation,
        "date": assessment.date,
        **({} if assessment.prediction is None else {"prediction": assessment.prediction}),
        "targets": _targets(pack, assessment),
        "answers": _answers(pack, assessment),
        "actions": {i: s.model_dump(mode="json") for i, s in by_pack(pack.actions_by_id, assessment.actions)},
        **numbers(pack, assessment),
    }


def numbers(pack: Pack, assessment: Assessment) -> dict[str, Json]:
    """Return every number of an assessment: its practices, dimensions, the whole, the gap, the plan."""
    scorecard = score(pack, assessment)
    proof = proofs(pack, assessment, scorecard)
    return {
        "practices": {
            p.code: {**_practice(p), **_proof(pack.practices[p.id], assessment, proof[p.id])}
            for p in scorecard.practices.values()
        },
        **numbers_of_points(pack, assessment, scorecard),
        "settle_first": _codes(settle_first(scorecard), scorecard),
    }


def numbers_of_points(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> dict[str, Json]:
    """Return the numbers that follow from points, targets and decisions alone, without any vote."""
    plan, ranks = make_plan(pack, assessment, scorecard), rank_ranges(pack, assessment, scorecard)
    return {
        "dimensions": {d.id: _dimension(d) for d in scorecard.dimensions.values()},
        "overall": _overall(scorecard.overall),
        "gap": _gap(scorecard.gap),
        "plan": [_item(i, pack, ranks) for i in plan.items],
    }


def receipt_text(pack: Pack, assessment: Assessment, engine: str) -> str:
    """Return the receipt as JSON text: ASCII only, so that no locale changes its bytes, and one line end at the end."""
    return json.dumps(receipt(pack, assessment, engine), indent=1, ensure_ascii=True) + "\n"


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def by_pack(order: Iterable[str], table: Mapping[str, T]) -> list[tuple[str, T]]:
    """Return the entries of a table in the pack's order; those of no place in it come last, by name."""
    known = [key for key in order if key in table]
    return [(key, table[key]) for key in (*known, *sorted(table.keys() - set(known)))]


def _codes(practices: Iterable[str], scorecard: Scorecard) -> list[Json]:
    return [scorecard.practices[i].code for i in practices]


def _targets(pack: Pack, assessment: Assessment) -> dict[str, Json]:
    """Return the target of every dimension, then those set for single practices, by code."""
    of_dimensions: dict[str, Json] = {d.id: dimension_target(pack, assessment, d.id) for d in pack.dimensions}
    own: dict[str, Json] = {p.code: assessment.targets[i] for i, p in pack.practices.items() if i in assessment.targets}
    return {**of_dimensions, **own}


def _answers(pack: Pack, assessment: Assessment) -> dict[str, Json]:
    """Return what is on file for each practice, those outside the mode too; one that the pack lacks keeps its id."""
    entries = by_pack(pack.practices, assessment.answers)
    return {p.code if (p := pack.practices.get(i)) else i: _answer(p, a) for i, a in entries}


def _answer(practice: Practice | None, answer: Answer) -> Json:
    """Return what is on file, the facts in the order of the pack's parts."""
    row: dict[str, Json] = answer.model_dump(mode="json", exclude_defaults=True)
    parts = practice.fact.parts if practice and practice.fact else ()
    facts = by_pack([part.id for part in parts], answer.facts)
    return {**row, "facts": {i: value.model_dump(mode="json") for i, value in facts}} if facts else row


def _proof(practice: Practice, assessment: Assessment, proof: Proof) -> dict[str, Json]:
    """Return how old the evidence is, and what the rules say of the point and show: nothing where there is nothing."""
    row: dict[str, Json] = {}
    if proof.age_months is not None:
        row |= {"evidence_months": proof.age_months, "stale": proof.stale}
    if practice.fact and assessment.answer(practice.id).facts:
        rules = practice.fact.rules
        row["facts_show"] = shown_level(practice, assessment.answer(practice.id), assessment.date)
        row["findings"] = [{"rule": f.rule, "check": rules[f.rule].check, "verdict": f.verdict} for f in proof.findings]
    return row


def _practice(p: PracticeScore) -> dict[str, Json]:
    return {
        "applicable": p.applicable,
        "point": p.point if p.applicable else None,
        "low": p.low if p.applicable else None,
        "high": p.high if p.applicable else None,
        "claimed": p.claimed,
        "agreed": p.agreed,
        "given": list(p.given),
        "unknown": p.unknown,
        "weight": p.weight,
        "ad": _text(p.agreement and p.agreement.ad),
        "agreement": _text(p.agreement and p.agreement.a),
        "split": p.agreement is not None and p.agreement.split,
        "scope_disputed": p.scope_disputed,
    }


def _shares(shares: Mapping[int, Fraction]) -> dict[str, Json] | None:
    return {str(k): str(s) for k, s in shares.items()} or None


def _dimension(d: DimensionScore) -> Json:
    return {
        "status": d.status,
        "coverage": _text(d.coverage),
        "raw": _text(d.raw),
        "raw_low": _text(d.raw_low),
        "raw_high": _text(d.raw_high),
        "index": _text(d.index),
        "low": _text(d.low),
        "high": _text(d.high),
        "cap": d.cap,
        "level": d.level,
        "level_low": d.level_low,
        "level_high": d.level_high,
        "shares": _shares(d.shares),
        "blocked_by": list(d.blocked_by),
        "flags": [{"id": f.id, "cap": f.cap, "at": list(f.at)} for f in d.flags],
    }


def _overall(o: OverallScore) -> Json:
    return {
        "index": _text(o.index),
        "low": _text(o.low),
        "high": _text(o.high),
        "level": o.level,
        "level_low": o.level_low,
        "level_high": o.level_high,
        "shares": _shares(o.shares),
        "blocked_by": list(o.blocked_by),
        "scored": o.scored,
        "total": o.total,
        "sensitivity": _text(o.sensitivity),
    }


def _gap(gap: Gap) -> Json:
    return {
        "total": _text(gap.total),
        "low": _text(gap.low),
        "high": _text(gap.high),
        "attainment": _text(gap.attainment),
        "largest": [gap.practices[i].code for i in gap.largest],
        "practices": {
            g.code: {
                "target": g.target,
                "weight": _text(g.weight),
                "gap": _text(g.gap),
                "low": _text(g.low),
                "high": _text(g.high),
            }
            for g in gap.practices.values()
        },
    }


def _item(item: PlanItem, pack: Pack, ranks: RankRanges) -> Json:
    low, high = ranks.get(item.action, (None, None))
    return {
        "action": item.action,
        "practice": pack.practices[pack.actions_by_id[item.action].practice].code,
        "status": item.status,
        "tier": item.tier,
        "horizon": item.horizon,
        "rank": item.rank,
        "rank_low": low,
        "rank_high": high,
        "benefit": _text(item.benefit),
        "effort": item.effort,
        "ratio": _text(item.ratio),
        "enabler": item.enabler,
        "start": item.start,
        "end": item.end,
        "needs": list(item.needs),
        "not_asked": list(item.not_asked),
        "clears": list(item.clears),
        "bundle": list(item.bundle),
    }
