"""The slow second working of dimensions, flags, the gate and the whole."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from cxaudit.domain.questionnaire import Flag, Pack

Row = dict[str, Any]
ENDS = {"low": "low", "index": "point", "high": "high"}
"""What a flag reads at each end."""


def dimension_row(pack: Pack, rows: list[Row], dimension: str) -> Row:
    """One dimension from the practices that the mode asks of it."""
    asked = [r for r in rows if r["applicable"]]
    known = [r for r in asked if r["point"] is not None]
    fired = fired_flags(pack, asked, dimension)
    if not asked:
        return {**dict.fromkeys(NUMBERS), "status": "not applicable", "blocked_by": [], "flags": fired, "shares": None}
    coverage = Fraction(sum(r["weight"] for r in known), sum(r["weight"] for r in asked))
    status = "complete" if coverage == 1 else "provisional" if coverage >= Fraction(1, 2) else "insufficient"
    pointed = status != "insufficient"
    caps = {end: [f["cap"] for f in fired if end in f["at"]] for end in ENDS}
    raw = mean(known, "point") if pointed else None
    most, nearly_all = pack.rubric.cuts
    level = min([gate(known, "point", most, nearly_all), *caps["index"]]) if pointed else None
    return {
        "status": status,
        "coverage": coverage,
        "raw": raw,
        "raw_low": mean(asked, "low"),
        "raw_high": mean(asked, "high"),
        "index": None if raw is None else Fraction(min([raw, *caps["index"]])),
        "low": Fraction(min([mean(asked, "low"), *caps["low"]])),
        "high": Fraction(min([mean(asked, "high"), *caps["high"]])),
        "cap": min(caps["index"], default=None),
        "level": level,
        "level_low": min([gate(asked, "low", most, nearly_all), *caps["low"]]),
        "level_high": min([gate(asked, "high", most, nearly_all), *caps["high"]]),
        "blocked_by": blocked_by(known, fired, most, nearly_all) if pointed else [],
        "flags": fired,
        "shares": {k: share(known, "point", k) for k in range(1, 6)} if pointed else None,
    }


NUMBERS = (
    *("coverage", "raw", "raw_low", "raw_high", "index", "low", "high"),
    *("cap", "level", "level_low", "level_high"),
)


def mean(rows: list[Row], value: str) -> Fraction:
    return Fraction(sum(r["weight"] * r[value] for r in rows), 1) / sum(r["weight"] for r in rows)


def share(rows: list[Row], value: str, k: int) -> Fraction:
    """Return s(k): the share of weight that has reached k."""
    reached = [r for r in rows if r[value] >= k]
    return Fraction(sum(r["weight"] for r in reached), sum(r["weight"] for r in rows))


def gate(rows: list[Row], value: str, most: Fraction, nearly_all: Fraction) -> int:
    """Return the largest k in 2..5 with s(k) > 1/2 and s(k-1) > 85/100, else 1."""
    through = [k for k in (2, 3, 4, 5) if share(rows, value, k) > most and share(rows, value, k - 1) > nearly_all]
    return max(through, default=1)


def blocked_by(known: list[Row], fired: list[Row], most: Fraction, nearly_all: Fraction) -> list[str]:
    """What keeps the next level away: the flags where their cap holds the level, else the practices below."""
    free = gate(known, "point", most, nearly_all)
    caps = [f["cap"] for f in fired if "index" in f["at"]]
    level = min([free, *caps])
    if level == 5:
        return []
    if level < free:
        return [f["id"] for f in fired if "index" in f["at"] and f["cap"] == level]
    k = level + 1
    below = k if share(known, "point", k - 1) > nearly_all else k - 1
    return [r["code"] for r in known if r["point"] < below]


def fired_flags(pack: Pack, asked: list[Row], dimension: str) -> list[Row]:
    """Every flag of the dimension that fires at any end, in the pack's order."""
    found: list[Row] = []
    for flag in pack.flags:
        if flag.dimension == dimension:
            at = [end for end, value in ENDS.items() if fires(flag, {r["id"]: r[value] for r in asked})]
            if at:
                found.append({"id": flag.id, "cap": flag.cap, "at": at})
    return found


def fires(flag: Flag, levels: dict[str, int | None]) -> bool:
    """Tell whether the flag fires; a practice without a level, or not asked, meets no condition."""
    hits: list[bool] = []
    for condition in flag.conditions:
        level = levels.get(condition.practice)
        hits.append(level is not None and level <= condition.at_most)
    return all(hits) if flag.match == "all" else any(hits)


def overall_row(dimensions: list[Row], most: Fraction, nearly_all: Fraction) -> Row:
    """The five together, each of weight 1."""
    row: Row = dict.fromkeys(("index", "low", "high", "level", "level_low", "level_high", "sensitivity", "shares"))
    equal = [{**d, "weight": 1} for d in dimensions]
    if all(d["status"] != "not applicable" for d in equal):
        row["low"], row["high"] = mean(equal, "low"), mean(equal, "high")
        row["level_low"] = gate(equal, "level_low", most, nearly_all)
        row["level_high"] = gate(equal, "level_high", most, nearly_all)
    if all(d["index"] is not None for d in equal):
        row["index"] = mean(equal, "index")
        row["level"] = gate(equal, "level", most, nearly_all)
        row["shares"] = {k: share(equal, "level", k) for k in range(1, 6)}
        row["sensitivity"] = max(abs(mean(doubled(equal, i), "index") - row["index"]) for i in range(len(equal)))
    return row


def doubled(dimensions: list[Row], place: int) -> list[Row]:
    return [{**d, "weight": 2 if i == place else 1} for i, d in enumerate(dimensions)]
