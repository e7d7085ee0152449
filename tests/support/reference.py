"""The receipt's figures worked out a second time, slowly, one sentence of the scoring rules after another.

Nothing here is shared with the engine but the types that it reads. Fractions are exact; what leaves is plain data in
the receipt's form.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from support.reference_facts import calendar_day, proof_row, shown
from support.reference_plan import plan_rows
from support.reference_scores import dimension_row, overall_row

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack, Practice, Rubric

Row = dict[str, Any]
FIGURES = ("applicable", "weight", "point", "low", "high", "claimed", "ad", "agreement", "split")
BESIDE = ("evidence_months", "stale", "facts_show", "findings")
NOT_APPLICABLE: Row = {
    **dict.fromkeys(("point", "low", "high", "ad", "agreement")),
    "applicable": False,
    "claimed": False,
    "split": False,
}
"""No numbers. "Does not apply" is no answer where the pack does not allow it or a flag reads the practice."""


def reference(pack: Pack, assessment: Assessment) -> Row:
    """Return every figure of the receipt in its form, but for fractions, which stay numbers."""
    rows = practice_rows(pack, assessment)
    dimensions = {
        d.id: dimension_row(pack, [r for r in rows.values() if r["dimension"] == d.id], d.id) for d in pack.dimensions
    }
    gaps = gap_rows(rows)
    return {
        "practices": {r["code"]: {k: r[k] for k in (*FIGURES, *BESIDE) if k in r} for r in rows.values()},
        "dimensions": dimensions,
        "overall": overall_row(list(dimensions.values()), *pack.rubric.cuts),
        "gap": whole_gap(rows, gaps),
        "plan": plan_rows(pack, assessment, rows),
        "settle_first": [rows[p]["code"] for p in settle_first(rows, gaps)],
    }


def practice_rows(pack: Pack, assessment: Assessment) -> dict[str, Row]:
    """Every practice that the mode asks, by id; those not applicable have no numbers."""
    rows: dict[str, Row] = {}
    read = {condition.practice for flag in pack.flags for condition in flag.conditions}
    for dimension in pack.dimensions:
        for p in dimension.practices:
            if assessment.mode == "quick" and not p.quick:
                continue
            answer = assessment.answers.get(p.id, Answer())
            if answer.carried:
                answer = not_confirmed(answer)
            left_out = answer.not_applicable is not None and p.may_not_apply and p.id not in read
            numbers = NOT_APPLICABLE if left_out else practice_numbers(p, answer, pack.rubric, assessment.date)
            rows[p.id] = {
                "id": p.id,
                "code": p.code,
                "dimension": dimension.id,
                "weight": p.weight,
                "target": assessment.targets.get(p.id, assessment.targets.get(dimension.id, pack.rubric.target)),
                **numbers,
                **proof_row(pack, p, answer, numbers["point"], assessment.date),
            }
    with_weights(pack, rows)
    return rows


def with_weights(pack: Pack, rows: dict[str, Row]) -> None:
    """Put W_i = (1/5) * w_i / sum of w over S beside each practice of S."""
    for row in rows.values():
        if row["applicable"]:
            same = [r for r in rows.values() if r["applicable"] and r["dimension"] == row["dimension"]]
            row["W"] = Fraction(1, len(pack.dimensions)) * Fraction(row["weight"], sum(r["weight"] for r in same))


def not_confirmed(answer: Answer) -> Answer:
    """A carried answer is none yet; what stands beside it is kept."""
    return Answer(evidence=answer.evidence, evidence_date=answer.evidence_date, facts=answer.facts)


def practice_numbers(practice: Practice, answer: Answer, rubric: Rubric, day: str | None) -> Row:
    votes = votes_of(answer)
    levels = [v for v in votes if isinstance(v, int)]
    unknown = [v for v in votes if v in {"dk", "na"}]
    point = lower_median(levels) if levels else None
    low = lower_median(levels + [1 for _ in unknown]) if votes else 1
    high = lower_median(levels + [5 for _ in unknown]) if votes else 5
    if answer.agreed is not None:
        point = low = high = answer.agreed
    told = shown(practice, answer, calendar_day(day))
    claimed = point is not None and point > rubric.claimed_above and answer.evidence.strip() == "" and point > told
    if claimed:
        low = min(low, max(rubric.claimed_above, told))
    return {
        "applicable": True,
        "point": point,
        "low": low,
        "high": high,
        "claimed": claimed,
        **agreement(levels),
        "settled": answer.agreed is not None,
        "open": bool(unknown) or not votes,
    }


def votes_of(answer: Answer) -> list[Any]:
    """The votes of those who were reached; one person's answer is one vote."""
    if answer.votes is not None:
        return [v for v in answer.votes if v != "-"]
    if answer.level is not None:
        return [answer.level]
    return ["dk"] if answer.dont_know else []


def lower_median(values: list[int]) -> int:
    return sorted(values)[(len(values) - 1) // 2]


def agreement(levels: list[int]) -> Row:
    """AD and A of the raters, None where they are fewer than three."""
    if len(levels) < 3:
        return {"ad": None, "agreement": None, "split": False}
    ordered, n = sorted(levels), len(levels)
    median = Fraction(ordered[(n - 1) // 2] + ordered[n // 2], 2)
    distances = [abs(level - median) for level in levels]
    a = van_der_eijk(levels)
    return {"ad": sum(distances, Fraction(0)) / n, "agreement": a, "split": a < 0}


def van_der_eijk(levels: list[int]) -> Fraction:
    left = {k: levels.count(k) for k in (1, 2, 3, 4, 5)}
    total = Fraction(0)
    while any(left.values()):
        layer = [k for k in left if left[k] > 0]
        smallest = min(left[k] for k in layer)
        total += Fraction(smallest * len(layer), len(levels)) * layer_agreement(layer)
        for k in layer:
            left[k] -= smallest
    return total


def layer_agreement(layer: list[int]) -> Fraction:
    if len(layer) == 1:
        return Fraction(1)
    if len(layer) == 5:
        return Fraction(0)
    patterns = [
        "".join("1" if c in layer else "0" for c in (i, j, k))
        for i in range(1, 6)
        for j in range(i + 1, 6)
        for k in range(j + 1, 6)
    ]
    tu = patterns.count("110") + patterns.count("011")
    tdu = patterns.count("101")
    u = Fraction(3 * tu - 4 * tdu, 3 * (tu + tdu))
    return u * (1 - Fraction(len(layer) - 1, 4))


def gap_rows(rows: dict[str, Row]) -> dict[str, Row]:
    """The gap of each practice of S, by practice id."""
    gaps: dict[str, Row] = {}
    for p, row in rows.items():
        if row["applicable"]:
            t, x = row["target"], row["point"]
            gaps[p] = {
                "target": t,
                "weight": row["W"],
                "gap": None if x is None else Fraction(max(0, t - x)),
                "low": Fraction(max(0, t - row["high"])),
                "high": Fraction(max(0, t - row["low"])),
            }
    return gaps


def whole_gap(rows: dict[str, Row], gaps: dict[str, Row]) -> Row:
    known = [p for p in gaps if rows[p]["point"] is not None]
    total = sum((gaps[p]["weight"] * gaps[p]["gap"] for p in known), Fraction(0))
    reach = sum((gaps[p]["weight"] * (gaps[p]["target"] - 1) for p in known), Fraction(0))
    largest = sorted((p for p in known if gaps[p]["gap"]), key=lambda p: (-gaps[p]["weight"] * gaps[p]["gap"], p))
    return {
        "total": total,
        "low": sum((g["weight"] * g["low"] for g in gaps.values()), Fraction(0)),
        "high": sum((g["weight"] * g["high"] for g in gaps.values()), Fraction(0)),
        "attainment": None if reach == 0 else 1 - total / reach,
        "practices": {rows[p]["code"]: gap for p, gap in gaps.items()},
        "largest": [rows[p]["code"] for p in largest],
    }


def settle_first(rows: dict[str, Row], gaps: dict[str, Row]) -> list[str]:
    """Practice ids, the widest weighted range first."""
    found = [p for p in gaps if not rows[p]["settled"] and (rows[p]["open"] or rows[p]["split"])]

    def place(p: str) -> tuple[Fraction, Fraction, str]:
        width = rows[p]["high"] - rows[p]["low"]
        return -gaps[p]["weight"] * width, rows[p]["agreement"] or Fraction(0), p

    return sorted(found, key=place)
